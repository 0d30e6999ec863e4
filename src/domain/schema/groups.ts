/** Groups: numbers of a scenario that are set as one. */

import { z } from 'zod';
import { chosenName } from './chosen-name.js';
import { label } from './label.js';

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
      label: label(120)
        .describe('What readers call them together; without, their group by its name.')
        .optional(),
      note: z.string().min(1).describe('Why they go together.').optional(),
    })
    .describe(
      'Numbers that go together: --set groups.NAME=1.2 gives all of them that value, and sensitivity tells what they carry together.',
    ),
);
