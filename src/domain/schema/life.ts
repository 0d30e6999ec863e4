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
const spreadOfLogarithm = () => quantity({ unit: 'standard deviation of the logarithm', min: 0.01, max: 3 });
const timeRatio = () => quantity({ unit: 'time ratio', min: 0.05, max: 20 });
export const euros = (unit: string) => quantity({ unit, min: -1_000_000, max: 1_000_000 });

export const housingSchema = (origins: KnownOrigins) =>
  z
    .strictObject({
      median_wait: eachOrigin(origins, () =>
        months().describe('Median months from the permit to a house, of people of this origin.'),
      ).describe('Months from the permit to a house in the municipality (lognormal): the median, by origin.'),
      sigma: spreadOfLogarithm().describe(
        'Spread of the wait for a house between people: standard deviation of the logarithm of the months.',
      ),
      single_ratio: timeRatio().describe('Multiplies the wait for a house of people who live alone.'),
      wait_ratio: timeRatio().describe(
        "Multiplies everybody's wait for a house: the municipality's own pace, 1 being the national one.",
      ),
    })
    .describe('How long people wait for a house after the permit.');

export const languageNumbers = (origins: KnownOrigins) => ({
  known: eachOrigin(origins, () =>
    share().describe(
      'Share of the cohort of this origin that knows the language at the basic level on the day of the permit, after a long asylum procedure.',
    ),
  ).describe('Who knows the language at the basic level on the day of the permit, by origin.'),
  months_to: each(levelsAbove, () =>
    months().describe(
      'Median months of course from the level before to this one, of people of middle education.',
    ),
  ).describe(
    'Months of course to each next level of the language, of people of middle education (lognormal medians).',
  ),
  sigma: spreadOfLogarithm().describe(
    'Spread of the months to a level between people of one education: standard deviation of their logarithm.',
  ),
  education: each(educationLevels, () =>
    ratio().describe(
      'Hazard ratio on progress in the language of people of this education, against middle education.',
    ),
  ).describe('Hazard ratios on progress in the language by education.'),
  mental_health: ratio().describe(
    'Hazard ratio on progress in the language of people with mental health complaints, against those without.',
  ),
  working: ratio().describe('Hazard ratio on progress in the language while in work.'),
  overload_per_hour: ratio().describe(
    'Hazard ratio on progress in the language for each hour a week above what a person can carry.',
  ),
});

/** A hazard ratio of a group on the way to work. */
const onWork = (group: string) => () =>
  ratio().describe(`Hazard ratio on work and part-time work of ${group}.`);

/** A hazard ratio of a group on the way to funded education. */
const onEducation = (group: string) => () =>
  ratio().describe(`Hazard ratio on beginning an education with student finance, of ${group}.`);

/** Whose hazards the first numbers of the section are: every ratio below is 1 for this person. */
const REFERENCE_PERSON =
  'a man of 25-34 alone, of middle education and the origin with ratio 1, at exam level, with the search open';

const groupRatios = (origins: KnownOrigins) =>
  z.strictObject({
    women: onWork('women, against men')(),
    age: each(ageBands, onWork('people of this age now, against 25-34')).describe(
      'Hazard ratios on work by present age.',
    ),
    education: each(educationLevels, onWork('people of this education, against middle education')).describe(
      'Hazard ratios on work by education, beyond what the language explains.',
    ),
    origin: eachOrigin(origins, onWork('people of this origin, against the origin with ratio 1')).describe(
      'Hazard ratios on work by origin.',
    ),
    household: each(
      householdNames,
      onWork('people in this household, against people who live alone'),
    ).describe('Hazard ratios on work by household at the permit.'),
    mental_health: onWork('people with mental health complaints, against those without')(),
  });

export const incomeSchema = (origins: KnownOrigins) =>
  z
    .strictObject({
      no_bijstand: eachOrigin(origins, () =>
        share().describe(
          "Share of this origin that never has bijstand (a partner's income, own means, departure): without work they are in other once housed, and fall back on it when a job ends.",
        ),
      ).describe('Who never has bijstand, by origin.'),
      work: hazard().describe(`Rate per month from bijstand to work that ends it, of ${REFERENCE_PERSON}.`),
      part_time_work: hazard().describe(
        `Rate per month from bijstand to part-time work beside it, of ${REFERENCE_PERSON}.`,
      ),
      part_time_to_work: hazard().describe(
        'Rate per month from part-time work beside bijstand to work that ends it.',
      ),
      part_time_loss: hazard().describe('Rate per month at which part-time work beside bijstand is lost.'),
      education: hazard().describe(
        `Rate per month from bijstand to an education with student finance, of ${REFERENCE_PERSON}.`,
      ),
      partner_work: ratio().describe(
        "Hazard of a partner's job that ends the household's bijstand, over income.work. Language, search, idle months, support and labour market act on it as on the person's own work; the person's sex, age and so on do not.",
      ),
      other_exit: hazard().describe(
        "Rate per month from bijstand to other income: a partner's that is not from a job found here, own means, departure.",
      ),
      other_return: hazard().describe('Rate per month from other income back to bijstand.'),
      other_to_work: ratio().describe(
        "Hazard of work of people without bijstand (a partner's income, own means, departure), over that of the same people on bijstand. When such a job ends they fall back on other.",
      ),
      ratios: groupRatios(origins).describe(
        'Hazard ratios of groups on work and part-time work; those on education stand under education_ratios.',
      ),
      education_ratios: z
        .strictObject({
          age: each(ageBands, onEducation('people of this age now, against 25-34')).describe(
            'Hazard ratios on education by present age.',
          ),
          education: each(
            educationLevels,
            onEducation('people of this earlier education, against middle education'),
          ).describe('Hazard ratios on education by earlier education.'),
        })
        .describe('Hazard ratios of groups on beginning an education with student finance.'),
      language: each(
        languageLevels,
        onWork('people at this level of the language, against the exam level'),
      ).describe('Hazard ratios on work by level of the language.'),
      education_language: each(
        languageLevels,
        onEducation('people at this level of the language, against the exam level'),
      ).describe('Hazard ratios on education by level of the language.'),
      search_closed: ratio().describe(
        "Hazard ratio while the approach does not yet let people look for work or schooling (the sequential rule: what the law asks first, then in search of work or education). Multiplies the hazards of work, part-time work and education, and that of a partner's job, since a partner is taken to be as far and under the same approach.",
      ),
      in_centre: ratio().describe(
        'Hazard ratio on work while still in the asylum centre; on top of search_closed.',
      ),
      idle_per_month: ratio().describe(
        'Hazard ratio on work for each month idle before the first activity, up to idle_cap months.',
      ),
      idle_cap: months().describe('The most months idle that count.'),
      relapse: z
        .strictObject({
          from_0: hazard().describe('Rate per month in the first six months of work.'),
          from_6: hazard().describe('Rate per month from six months to a year.'),
          from_12: hazard().describe('Rate per month from one year to five.'),
          from_60: hazard().describe('Rate per month after five years.'),
        })
        .describe('Rates at which work ends and people return to bijstand, by time since it began.'),
      student_finance_until: quantity({ unit: 'years of age', min: 18, max: 65 }).describe(
        'Age in years before which an education with student finance must be begun.',
      ),
      education_months: months().describe('Median months that an education with student finance takes.'),
      education_sigma: spreadOfLogarithm().describe(
        'Spread of those months between people: standard deviation of their logarithm.',
      ),
      education_to_work: share().describe(
        'Share of those who end their education who go to work; the others go to bijstand.',
      ),
      labour_market: z
        .array(
          z.strictObject({
            from: day().describe('Date from which the ratio holds, until the next one.'),
            ratio: ratio().describe(
              "Hazard ratio on work, part-time work and a partner's job from that date on.",
            ),
          }),
        )
        .min(1)
        .max(100)
        .describe("The labour market by date: hazard ratios on work, part-time work and a partner's job."),
      pension_age: z
        .array(
          z.strictObject({
            from: day().describe('Date from which this age holds, until the next one.'),
            age: quantity({ unit: 'months of age', min: 780, max: 960 }).describe(
              'State pension age in months, of those who reach it from that date on.',
            ),
          }),
        )
        .min(1)
        .max(100)
        .describe('State pension age (AOW) by the date on which people reach it.'),
      part_time_benefit: share().describe('Share of the benefit that is still paid beside part-time work.'),
      part_time_hours: hours().describe(
        'Hours a week of part-time work, which count against what a person can carry.',
      ),
      work_hours: hours().describe('Hours a week of work, which count against what a person can carry.'),
      engaging_hours: hours().describe('Hours a week from which an activity ends the idle wait.'),
    })
    .describe('How people come off bijstand and back: work, education, other income.');

export const sanctionSchema = z
  .strictObject({
    hazard: hazard().describe(
      'Rate per month of a maatregel, for people in a mandatory activity while on bijstand.',
    ),
    overload_per_hour: ratio().describe(
      'Hazard ratio on a maatregel for each hour a week above what a person can carry.',
    ),
    cut: share().describe('Share of the benefit that is withheld while the cut lasts.'),
    months: months().describe('Months that a cut lasts.'),
  })
  .describe('The maatregel: a cut of the benefit of people in a mandatory activity.');

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
    'Hazard ratio on leaving the course or another activity, while an activity acts on dropout; the dropout of that activity itself is stated with it.',
  ),
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

export const costsSchema = z
  .strictObject({
    gross_over_net: quantity({ unit: 'ratio', min: 1, max: 3 }).describe(
      'What a benefit costs the municipality over the net norm that is paid out, as a ratio.',
    ),
    social_guidance: euros('euros a person').describe(
      'Contribution of the state for social guidance, in euros a person, once, when housed.',
    ),
  })
  .describe('Costs that all approaches have; those of an activity stand with it.');
