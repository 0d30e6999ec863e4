/** What activities do and how people leave them, in the schema. */

import { z } from 'zod';
import { months, ratio } from './kinds-of-numbers.js';
import { dropoutReasons } from './names.js';
import { each, share } from './sections.js';

const effectsOnLife = {
  work_men: ratio().describe('Hazard ratio on work of men while an activity acts on work.'),
  work_women: ratio().describe('Hazard ratio on work of women while an activity acts on work.'),
  education: ratio().describe(
    'Hazard ratio on beginning an education with student finance while an activity acts on education.',
  ),
  language: ratio().describe('Hazard ratio on progress in the language while an activity acts on it.'),
};

const otherEffects = {
  dropout: ratio().describe(
    'Hazard ratio on leaving the course or another activity, while an activity acts on dropout; the dropout of that activity itself, and of others of its kind, is stated with it.',
  ),
  health: ratio()
    .describe(
      'Hazard ratio on recovery from mental health complaints while an activity (care) acts on health; needs the section health.',
    )
    .optional(),
  relapse: ratio().describe('Hazard ratio on return to bijstand during aftercare.'),
  fade_months: months().describe(
    'Months over which the effects on work and education fade to nothing after an activity; the one on work after its aftercare.',
  ),
  overload_dropout_per_hour: ratio().describe(
    'Hazard ratio on leaving a course or activity early, for each hour a week above what a person can carry.',
  ),
  activity_dropout: share().describe(
    'Dropout of every activity that states none: share of those taking part that leaves before the end where hours stay within capacity; hours above it add.',
  ),
  dropout_reasons: each(dropoutReasons, () =>
    share().describe(
      'Share of this reason in the monthly rate of leaving, over the whole cohort; together the reasons make one.',
    ),
  ).describe('Why people leave a course or an activity before its end, in shares.'),
  dropout_health: ratio().describe(
    'Hazard ratio on leaving for health, with mental health complaints against without. Divides leaving over people; how many leave is stated as dropout.',
  ),
  dropout_family: ratio().describe(
    'Hazard ratio on leaving for the family, with children or with reunification pending against without. Divides leaving over people; how many leave is stated as dropout.',
  ),
};

type Effects = z.ZodObject<typeof effectsOnLife & typeof otherEffects, z.core.$strict>;

/** What activities do: hazard ratios while taking part, and how they fade afterwards; `ofLaw`: on what the law adds. */
export const effectsSchema = (ofLaw: z.ZodRawShape) =>
  z
    .strictObject({ ...effectsOnLife, ...ofLaw, ...otherEffects })
    .describe(
      'What activities do, by what they act on, and how people drop out of them.',
    ) as unknown as Effects;
