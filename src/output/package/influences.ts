/** Which assumptions move the net balance of each approach against the reference most: part of the manifest. */

import { z } from 'zod';

export const influencesSchema = z.array(
  z.object({
    approach: z.string(),
    /** The strongest first; empty: no single one stands out; null: it is not known what the draws differ by. */
    assumptions: z
      .array(
        z.object({
          path: z.string(),
          /** Share of the variance over the parameter draws that goes with it, beside those that were found before it. */
          share: z.number(),
          /** Whether more of it makes the approach pay better. */
          rises: z.boolean(),
        }),
      )
      .nullable(),
    /** Assumptions tried by themselves, all else at central values: the net balance at both ends of each. Absent: none was tried. */
    tried: z.array(z.object({ path: z.string(), at_low: z.number(), at_high: z.number() })).optional(),
  }),
);

/** The influences on the net balance, by approach without the reference. */
export type Influences = Readonly<z.infer<typeof influencesSchema>>;
