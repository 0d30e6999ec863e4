/** The precision asked for and the precision reached, as part of the manifest. */

import { z } from 'zod';

export const precisionSchema = z.object({
  /** The MCSE asked for, at most: euros a person, or a share of the difference (of a single approach: of its balance). */
  asked: z.number(),
  unit: z.enum(['euros', 'share']),
  /** The approach with the least precise discounted net balance. */
  approach: z.string(),
  /** Its MCSE, in the same unit; null: not estimated. */
  mcse: z.number().nullable(),
  holds: z.boolean(),
});

/** The precision that a run has reached. */
export type ReachedPrecision = Readonly<z.infer<typeof precisionSchema>>;
