/** What the law of 2013 adds to a scenario. */

import { z } from 'zod';
import { educationLevels } from '../../attributes/education.js';
import { conditionSchema } from '../../schema/condition.js';
import { euros, hazardPerMonth, hours, months, ratio } from '../../schema/kinds-of-numbers.js';
import { quantity } from '../../schema/quantity.js';
import type { OfRegime } from '../../schema/scenario.js';
import { each, share } from '../../schema/sections.js';
import type { ScenarioUnder, TreeUnder } from '../regime.js';

const inburgeringSchema = z
  .strictObject({
    term_months: months().describe('Months from housing within which the duty has to be met.'),
    extension_low_literate: months().describe(
      'Months of longer term for people who first learn to read and write.',
    ),
    extension_in_education: months()
      .describe(
        'Months of education with student finance that do not count towards the term, nor towards a further one, at most; absent: all count.',
      )
      .optional(),
    diploma_exempts: share()
      .describe(
        'Share of educations with student finance that end with a diploma which exempts from the duty (mbo, hbo); absent: school and the duty do not touch.',
      )
      .optional(),
    course_hours: hours().describe('Hours a week of the statutory course.'),
    dropout: share().describe(
      'Share of a cohort of this composition that leaves a course of course_months before its end where hours stay within capacity; hours above it add, support against dropout takes off. The rate holds for as long as the course lasts.',
    ),
    course_months: quantity({ unit: 'months', min: 0.1, max: 600 }).describe(
      'Months over which the share inburgering.dropout is spread.',
    ),
    restart_months: months().describe('Mean months until somebody who left the course begins again.'),
    exam_wait: months().describe('Mean months from the exam level to the certificate.'),
    exempt_at_term: each(educationLevels, () =>
      share().describe(
        'Share of those of this education, neither passed nor exempt at the end of the term, who are then exempted for proven effort.',
      ),
    ).describe('Ontheffing for proven effort at the end of the term, by education.'),
    medical_exemption: hazardPerMonth().describe(
      'Rate per month of ontheffing on medical grounds, of people with mental health complaints.',
    ),
    late_exemption: hazardPerMonth().describe(
      'Rate per month of ontheffing of people past the term who ask for it again later.',
    ),
    fined: share().describe(
      'Share of those past the term who are fined: the same people at every later term; they also repay the loan.',
    ),
    fine: euros('euros').describe('Amount of a fine for a missed term, in euros.'),
    further_term_months: months().describe(
      'Months of each further term after a missed one; every missed term may bring a fine.',
    ),
    loan_per_month: euros('euros a month in course').describe(
      'What DUO lends for the course, in euros a month in course.',
    ),
    loan_repayment: euros('euros a month').describe(
      'Repayment by people who are fined, while they have income of their own, in euros a month; never more than was borrowed.',
    ),
    loan_repayment_months: months().describe(
      'Months of own income over which people who are fined repay; fewer where the loan is paid off sooner.',
    ),
  })
  .describe('The Wet inburgering 2013: term, course, exam, ontheffing, fines and the loan of DUO.');

export const schema = {
  sections: { inburgering: inburgeringSchema },
  language: { overdue: ratio().describe('Hazard ratio on progress in the language past the term.') },
  approach: {
    course: z
      .strictObject({
        opens: conditionSchema.describe(
          'Condition under which the statutory course may start, such as { housing: housed }.',
        ),
        mean_wait: quantity({ unit: 'months', min: 0.01, max: 120 }).describe(
          'Mean months from that moment to the first lesson (exponential).',
        ),
        in_centre: quantity({ unit: 'hazard ratio', min: 0, max: 1 })
          .describe(
            'Hazard ratio of the first lesson while still in the asylum centre, where the course is open there: 0 for never there, 1, or absent, for as soon as in a house.',
          )
          .optional(),
      })
      .describe('When the statutory course begins.'),
  },
  effects: {
    exam: ratio().describe(
      'Hazard ratio on passing the exam while an activity acts on it: guidance with the course and the exam.',
    ),
  },
} satisfies OfRegime;

/** A scenario under this law, as read. */
export type Wi2013Tree = TreeUnder<typeof schema>;
/** A scenario under this law, with the numbers of one parameter draw. */
export type Wi2013Scenario = ScenarioUnder<typeof schema>;
