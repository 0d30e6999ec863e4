/** Groups: numbers of a scenario that are set as one. */

import { z } from 'zod';
import { chosenName } from './chosen-name.js';

/** The section of them. */
export const groupsSchema = z.record(
  chosenName,
  z
    .strictObject({
      numbers: z
        .array(z.string().min(1))
        .min(2)
        .describe(
          'Paths of the numbers: effects.work_men, say, and effects.work_women. Only those of one unit can be set as one.',
        ),
      note: z.string().min(1).describe('Why they go together.').optional(),
    })
    .describe(
      'Numbers that go together: --set groups.NAME=1.2 gives all of them that value, and sensitivity tells what they carry together.',
    ),
);
