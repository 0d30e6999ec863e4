/** Which assumptions move the net balance of each approach against the reference most: part of the manifest. */

import { z } from 'zod';
import { influencesOn } from '../../analysis/influence.js';
import { rankedDifference } from '../../analysis/ranking.js';
import type { Results } from '../../analysis/results.js';
import { decisive } from '../../domain/measures/money.js';

export const influencesSchema = z.array(
  z.object({
    approach: z.string(),
    /** The strongest first; empty: no single one stands out; null: it is not known what the draws differ by. */
    assumptions: z
      .array(
        z.object({
          path: z.string(),
          /** Share of the variance over the parameter draws that goes with it, beside those before it. */
          share: z.number(),
          /** Whether more of it makes the approach pay better. */
          rises: z.boolean(),
        }),
      )
      .nullable(),
  }),
);

/** The influences on the net balance, by approach without the reference. */
export type Influences = Readonly<z.infer<typeof influencesSchema>>;

/** The assumptions that move the net balance of each approach most. */
export function influencesOf(results: Results): Influences {
  return results.approaches.slice(1).map(({ name }, i) => {
    const byDraw = rankedDifference(results, i + 1, decisive.name)?.byDraw;
    return { approach: name, assumptions: influencesOn(results.task, byDraw) ?? null };
  });
}
