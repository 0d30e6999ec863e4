/** What happens to people whatever the approach and the law: housing, language, income. */

import { z } from 'zod';
import { ageBands } from '../attributes/age.js';
import { educationLevels } from '../attributes/education.js';
import { householdNames } from '../attributes/household.js';
import { day } from './day.js';
import { dropoutReasons, languageLevels, levelsAbove } from './names.js';
import { eachOrigin, type KnownOrigins } from './origins.js';
import { quantity } from './quantity.js';
import { each, share } from './sections.js';

export const ratio = () => quantity({ unit: 'hazard ratio', min: 0, max: 100 });
export const hazard = () => quantity({ unit: 'per month', min: 0, max: 10 });
export const months = () => quantity({ unit: 'months', min: 0, max: 600 });
export const hours = () => quantity({ unit: 'hours a week', min: 0, max: 80 });
export const euros = (unit: string) => quantity({ unit, min: -1_000_000, max: 1_000_000 });

export const housingSchema = (origins: KnownOrigins) =>
  z.strictObject({
    /** Months from permit to a house in the municipality: lognormal, median by origin. */
    median_wait: eachOrigin(origins, months),
    sigma: quantity({ unit: 'standard deviation of the logarithm', min: 0.01, max: 3 }),
    /** Multiplies the wait of people alone, and of everybody (a municipality's own pace). */
    single_ratio: quantity({ unit: 'time ratio', min: 0.05, max: 20 }),
    wait_ratio: quantity({ unit: 'time ratio', min: 0.05, max: 20 }),
  });

export const languageNumbers = (origins: KnownOrigins) => ({
  known: eachOrigin(origins, () =>
    share().describe(
      'Share of the cohort of this origin that knows the language at the basic level on the day of the permit, after a long asylum procedure.',
    ),
  ),
  /** Months of course to each next level for the reference group (middle education): lognormal medians. */
  months_to: each(levelsAbove, months),
  sigma: quantity({ unit: 'standard deviation of the logarithm', min: 0.01, max: 3 }),
  /** Hazard ratios on progress. */
  education: each(educationLevels, ratio),
  mental_health: ratio(),
  working: ratio(),
  overload_per_hour: ratio(),
});

const groupRatios = (origins: KnownOrigins) =>
  z.strictObject({
    women: ratio(),
    age: each(ageBands, ratio),
    education: each(educationLevels, ratio),
    origin: eachOrigin(origins, ratio),
    household: each(householdNames, ratio),
    mental_health: ratio(),
  });

export const incomeSchema = (origins: KnownOrigins) =>
  z.strictObject({
    no_bijstand: eachOrigin(origins, () =>
      share().describe(
        "Share of this origin that never has bijstand (a partner's income, own means, departure): without work they are in other once housed, and fall back on it when a job ends.",
      ),
    ),
    /** Hazards for a reference person, for whom every ratio below is 1: man, 25-34, middle education, single, of the origin with ratio 1, at exam level, search open. */
    work: hazard(),
    part_time_work: hazard(),
    part_time_to_work: hazard(),
    part_time_loss: hazard(),
    education: hazard(),
    partner_work: ratio().describe(
      "Hazard of a partner's job that ends the household's bijstand, over income.work. Language, search, idle months, support and labour market act on it as on the person's own work; the person's sex, age and so on do not.",
    ),
    other_exit: hazard(),
    other_return: hazard(),
    other_to_work: ratio().describe(
      "Hazard of work of people without bijstand (a partner's income, own means, departure), over that of the same people on bijstand. When such a job ends they fall back on other.",
    ),
    /** Applies to work and part-time work; the education hazard has its own. Those of age follow the present age. */
    ratios: groupRatios(origins),
    education_ratios: z.strictObject({ age: each(ageBands, ratio), education: each(educationLevels, ratio) }),
    language: each(languageLevels, ratio),
    education_language: each(languageLevels, ratio),
    search_closed: ratio().describe(
      "Hazard ratio while the approach does not yet let people look for work or schooling (the sequential rule: what the law asks first, then in search of work or education). Multiplies the hazards of work, part-time work and education, and that of a partner's job, since a partner is taken to be as far and under the same approach.",
    ),
    in_centre: ratio().describe(
      'Hazard ratio on work while still in the asylum centre; on top of search_closed.',
    ),
    /** Per month idle before the first activity, up to `idle_cap` months. */
    idle_per_month: ratio(),
    idle_cap: months(),
    /** Return to bijstand by time since the exit. */
    relapse: z.strictObject({ from_0: hazard(), from_6: hazard(), from_12: hazard(), from_60: hazard() }),
    /** Age in years before which an education with student finance must be begun. */
    student_finance_until: quantity({ unit: 'years of age', min: 18, max: 65 }),
    education_months: months(),
    education_sigma: quantity({ unit: 'standard deviation of the logarithm', min: 0.01, max: 3 }),
    education_to_work: share().describe(
      'Share of those who end their education who go to work; the others go to bijstand.',
    ),
    /** Calendar-time factor of the labour market on work, part-time work and a partner's job; each holds until the next. */
    labour_market: z
      .array(z.strictObject({ from: day(), ratio: ratio() }))
      .min(1)
      .max(100),
    /** State pension age (AOW), in months, of those who reach it from a date on; each holds until the next. */
    pension_age: z
      .array(z.strictObject({ from: day(), age: quantity({ unit: 'months of age', min: 780, max: 960 }) }))
      .min(1)
      .max(100),
    part_time_benefit: share().describe('Share of the benefit that is still paid beside part-time work.'),
    part_time_hours: hours(),
    work_hours: hours(),
    /** An activity of at least this size ends the idle wait. */
    engaging_hours: hours(),
  });

export const sanctionSchema = z.strictObject({
  /** Per month, for people in a mandatory activity while on bijstand. */
  hazard: hazard(),
  overload_per_hour: ratio(),
  cut: share().describe('Share of the benefit that is withheld while the cut lasts.'),
  months: months(),
});

const effectsOnLife = {
  work_men: ratio(),
  work_women: ratio(),
  education: ratio(),
  language: ratio(),
};

const otherEffects = {
  dropout: ratio().describe(
    'Hazard ratio on leaving the course or another activity, while an activity acts on dropout; the dropout of that activity itself is stated with it.',
  ),
  /** Of aftercare on relapse. */
  relapse: ratio(),
  fade_months: months(),
  /** Hours above capacity: per hour, on dropping out of a course or activity. */
  overload_dropout_per_hour: ratio(),
  activity_dropout: share().describe(
    'Dropout of every activity that states none: share of those taking part that leaves before the end where hours stay within capacity; hours above it add.',
  ),
  dropout_reasons: each(dropoutReasons, () =>
    share().describe(
      'Share of this reason in the monthly rate of leaving, over the whole cohort; together the reasons make one.',
    ),
  ),
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
  z.strictObject({ ...effectsOnLife, ...ofLaw, ...otherEffects }) as unknown as Effects;

export const costsSchema = z.strictObject({
  /** Gross municipal cost of a benefit over the net norm. */
  gross_over_net: quantity({ unit: 'ratio', min: 1, max: 3 }),
  /** State contribution for social guidance, once, when housed. */
  social_guidance: euros('euros a person'),
});
