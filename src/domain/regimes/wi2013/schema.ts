/** What the law of 2013 adds to a scenario. */

import { z } from 'zod';
import { educationLevels } from '../../attributes/education.js';
import { conditionSchema } from '../../schema/approach.js';
import { euros, hazard, hours, months, ratio } from '../../schema/life.js';
import { quantity } from '../../schema/quantity.js';
import type { OfRegime } from '../../schema/scenario.js';
import { each, share } from '../../schema/sections.js';
import type { ScenarioUnder, TreeUnder } from '../regime.js';

const inburgeringSchema = z.strictObject({
  term_months: months(),
  /** Longer term for people who first learn to read and write. */
  extension_low_literate: months(),
  course_hours: hours(),
  dropout: share().describe(
    'Share of a cohort of this composition that leaves a course of course_months before its end where hours stay within capacity; hours above it add, support against dropout takes off. The rate holds for as long as the course lasts.',
  ),
  course_months: quantity({ unit: 'months', min: 0.1, max: 600 }).describe(
    'Months over which the share inburgering.dropout is spread.',
  ),
  restart_months: months(),
  /** Months from exam level to the certificate, mean. */
  exam_wait: months(),
  exempt_at_term: each(educationLevels, () =>
    share().describe(
      'Share of those of this education, neither passed nor exempt at the end of the term, who are then exempted for proven effort.',
    ),
  ),
  /** Exemption on medical grounds, per month, for people with mental health complaints. */
  medical_exemption: hazard(),
  /** Exemption of people past the term who ask for it again later, per month. */
  late_exemption: hazard(),
  fined: share().describe(
    'Share of those past the term who are fined: the same people at every later term; they also repay the loan.',
  ),
  fine: euros('euros'),
  /** Length of the terms after a missed one; every missed term may bring a fine. */
  further_term_months: months(),
  loan_per_month: euros('euros a month in course'),
  /**
   * Repayment by people who are fined, while they have income of their own: over this number of months, but never more than was
   * borrowed.
   */
  loan_repayment: euros('euros a month'),
  loan_repayment_months: months(),
});

export const schema = {
  sections: { inburgering: inburgeringSchema },
  /** Hazard ratio on progress past the term. */
  language: { overdue: ratio() },
  approach: {
    /** The statutory course may start when this holds, after a mean wait (exponential). */
    course: z.strictObject({
      opens: conditionSchema,
      mean_wait: quantity({ unit: 'months', min: 0.01, max: 120 }),
    }),
  },
  /** Guidance with the course and the exam, on passing it. */
  effects: { exam: ratio() },
} satisfies OfRegime;

/** A scenario under this law, as read. */
export type Wi2013Tree = TreeUnder<typeof schema>;
/** A scenario under this law, with the numbers of one parameter draw. */
export type Wi2013Scenario = ScenarioUnder<typeof schema>;
