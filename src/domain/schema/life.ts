/** What happens to people whatever the approach: housing, language, inburgering, income. */

import { z } from 'zod';
import { ageBands, dropoutReasons, educationLevels, households, languageLevels, origins } from '../names.js';
import { each } from './cohort.js';
import { quantity } from './quantity.js';

const ratio = () => quantity({ unit: 'hazard ratio', min: 0, max: 100 });
const hazard = () => quantity({ unit: 'per month', min: 0, max: 10 });
const months = () => quantity({ unit: 'months', min: 0, max: 600 });
const share = () => quantity({ unit: 'share', min: 0, max: 1 });
export const hours = () => quantity({ unit: 'hours a week', min: 0, max: 80 });
export const euros = (unit: string) => quantity({ unit, min: -1_000_000, max: 1_000_000 });

export const housingSchema = z.strictObject({
  /** Months from permit to a house in the municipality: lognormal, median by origin. */
  median_wait: each(origins, months),
  sigma: quantity({ unit: 'standard deviation of the logarithm', min: 0.01, max: 3 }),
  /** Multiplies the wait of people alone, and of everybody (a municipality's own pace). */
  single_ratio: quantity({ unit: 'time ratio', min: 0.05, max: 20 }),
  wait_ratio: quantity({ unit: 'time ratio', min: 0.05, max: 20 }),
});

export const languageSchema = z.strictObject({
  /** Share that knows the language at the basic level on the day of the permit, after a long asylum procedure. */
  known: each(origins, share),
  /** Months of course to each next level for the reference group (middle education): lognormal medians. */
  months_to: z.strictObject({ basic: months(), exam_level: months(), higher: months() }),
  sigma: quantity({ unit: 'standard deviation of the logarithm', min: 0.01, max: 3 }),
  /** Hazard ratios on progress. */
  education: each(educationLevels, ratio),
  mental_health: ratio(),
  working: ratio(),
  overload_per_hour: ratio(),
  overdue: ratio(),
});

export const inburgeringSchema = z.strictObject({
  term_months: months(),
  /** Longer term for people who first learn to read and write. */
  extension_low_literate: months(),
  course_hours: hours(),
  /** Share that would leave a course of `course_months` before its end. */
  dropout: share(),
  course_months: months(),
  restart_months: months(),
  /** Months from exam level to the certificate, mean. */
  exam_wait: months(),
  /** Share of those not passed at the end of the term who are exempted for proven effort. */
  exempt_at_term: each(educationLevels, share),
  /** Exemption on medical grounds, per month, for people with mental health complaints. */
  medical_exemption: hazard(),
  /** Months between later requests for exemption, mean, for people past the term. */
  late_exemption: hazard(),
  /** Share of those past a term who are fined; they also repay the loan. */
  fined: share(),
  fine: euros('euros'),
  /** Length of the terms that follow a missed one; each that is missed may bring a fine. */
  further_term_months: months(),
  loan_per_month: euros('euros a month in course'),
  /** Repayment by those fined, while they have income of their own: over so many months, but never more than was borrowed. */
  loan_repayment: euros('euros a month'),
  loan_repayment_months: months(),
});

const groupRatios = z.strictObject({
  women: ratio(),
  age: each(ageBands, ratio),
  education: each(educationLevels, ratio),
  origin: each(origins, ratio),
  household: each(households, ratio),
  mental_health: ratio(),
});

export const incomeSchema = z.strictObject({
  /** Share without bijstand once housed (partner's income, own means, departure), by origin. */
  no_bijstand: each(origins, share),
  /** Hazards for a reference person: man, 25-34, middle education, Syria, single, exam level, search open. */
  work: hazard(),
  part_time_work: hazard(),
  part_time_to_work: hazard(),
  part_time_loss: hazard(),
  education: hazard(),
  /** Of a partner finding work that ends the household's bijstand, relative to the person's own step to work. */
  partner_work: ratio(),
  other_exit: hazard(),
  other_return: hazard(),
  /** Applies to work and part-time work; the education hazard has its own. */
  ratios: groupRatios,
  education_ratios: z.strictObject({ age: each(ageBands, ratio), education: each(educationLevels, ratio) }),
  language: each(languageLevels, ratio),
  education_language: each(languageLevels, ratio),
  /** While the search for work is not yet open (the sequential rule), and while still in the asylum centre. */
  search_closed: ratio(),
  in_centre: ratio(),
  /** Per month idle before the first activity, up to `idle_cap` months. */
  idle_per_month: ratio(),
  idle_cap: months(),
  /** Return to bijstand by time since the exit. */
  relapse: z.strictObject({ from_0: hazard(), from_6: hazard(), from_12: hazard(), from_60: hazard() }),
  education_months: months(),
  education_sigma: quantity({ unit: 'standard deviation of the logarithm', min: 0.01, max: 3 }),
  education_to_work: share(),
  /** Calendar-time factor of the labour market on work and part-time work; each holds until the next. */
  labour_market: z
    .array(z.strictObject({ from: z.iso.date(), ratio: ratio() }))
    .min(1)
    .max(100),
  /** Share of the benefit still paid beside part-time work. */
  part_time_benefit: share(),
  part_time_hours: hours(),
  work_hours: hours(),
  /** An activity of at least this size ends the idle wait. */
  engaging_hours: hours(),
});

export const sanctionSchema = z.strictObject({
  /** Per month, for people in a mandatory activity while on bijstand. */
  hazard: hazard(),
  overload_per_hour: ratio(),
  cut: share(),
  months: months(),
});

/** What activities do: hazard ratios while taking part, and how they fade afterwards. */
export const effectsSchema = z.strictObject({
  work_men: ratio(),
  work_women: ratio(),
  education: ratio(),
  language: ratio(),
  exam: ratio(),
  /** Of social guidance on leaving a course or activity. */
  dropout: ratio(),
  /** Of aftercare on relapse. */
  relapse: ratio(),
  fade_months: months(),
  /** Hours above capacity: per hour, on dropping out of a course or activity. */
  overload_dropout_per_hour: ratio(),
  /** Share that leaves an activity before its end, without overload, complaints or family burden. */
  activity_dropout: share(),
  /** How leaving divides over its reasons, for the same people; together they make one. */
  dropout_reasons: each(dropoutReasons, share),
  /** Of leaving for health, with mental health complaints; of leaving for the family, with children or pending reunification. */
  dropout_health: ratio(),
  dropout_family: ratio(),
});

export const costsSchema = z.strictObject({
  /** Gross municipal cost of a benefit over the net norm. */
  gross_over_net: quantity({ unit: 'ratio', min: 1, max: 3 }),
  /** State contribution for social guidance, once, when housed. */
  social_guidance: euros('euros a person'),
});
