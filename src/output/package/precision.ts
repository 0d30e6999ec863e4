/** The precision that a run was asked for, and what it has come to: part of the manifest. */

import { z } from 'zod';

export const precisionSchema = z.object({
  /** The MCSE asked for, at most: euros a person, or a share of the difference (of a single approach: of its balance). */
  asked: z.number(),
  unit: z.enum(['euros', 'share']),
  /** The approach of which the discounted net balance is told least precisely. */
  approach: z.string(),
  /** Its MCSE, in the same unit; null: cannot be told. */
  mcse: z.number().nullable(),
  holds: z.boolean(),
});

/** What a run has reached of the precision that it was asked for. */
export type ReachedPrecision = Readonly<z.infer<typeof precisionSchema>>;
