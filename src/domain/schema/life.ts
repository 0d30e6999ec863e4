/** What happens to people whatever the approach and the law: housing, language, a maatregel, costs. */

import { z } from 'zod';
import { educationLevels } from '../attributes/education.js';
import { euros, hazardPerMonth, months, ratio, spreadOfLogarithm, timeRatio } from './kinds-of-numbers.js';
import { levelsAbove } from './names.js';
import { eachOrigin, type KnownOrigins } from './origins.js';
import { quantity } from './quantity.js';
import { each, share } from './sections.js';

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
      family_ratio: timeRatio()
        .describe(
          'Multiplies the wait for a house of households with children, at the permit (couples with children and single parents); absent: 1, as couples without children.',
        )
        .optional(),
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
  in_education: quantity({ unit: 'share', min: 0, max: 1 })
    .describe(
      'Pace at which people in education learn the language where they take no course, over that of the course. Absent: they learn nothing there.',
    )
    .optional(),
  overload_per_hour: ratio().describe(
    'Hazard ratio on progress in the language for each hour a week above what a person can carry.',
  ),
});

export const sanctionSchema = z
  .strictObject({
    hazard: hazardPerMonth().describe(
      'Rate per month of a maatregel, for people in a mandatory activity while on bijstand; comes on top of base_hazard.',
    ),
    base_hazard: hazardPerMonth()
      .describe(
        'Rate per month of a maatregel for everybody on bijstand, in a mandatory activity or not, under every approach: the duty to work on leaving bijstand (Participatiewet). Absent: only people in a mandatory activity are cut.',
      )
      .optional(),
    overload_per_hour: ratio().describe(
      'Hazard ratio on a maatregel in a mandatory activity, for each hour a week above what a person can carry.',
    ),
    cut: share().describe('Share of the benefit that is withheld while the cut lasts.'),
    months: months().describe('Months that a cut lasts.'),
    deterrence: z
      .strictObject({
        mandatory: ratio().describe(
          'Hazard ratio on leaving early while on bijstand and in a mandatory activity: on leaving the course, and on leaving that activity where it states no dropout of its own. 1: the threat of a cut keeps nobody in.',
        ),
        after_cut: ratio().describe(
          'Hazard ratio on leaving the course or any activity early, and on another maatregel (absence), while the benefit is cut and for some months after. 1: a cut changes nothing but the benefit; above 1: people turn away.',
        ),
        months: months().describe('Months after the end of a cut in which after_cut still holds.'),
      })
      .describe(
        'What cuts do to absence and dropout, beside saving money, under every approach. Absent: nothing. A dropout that is stated with an activity already includes that the activity is mandatory; effects.activity_dropout and the dropout of the course do not.',
      )
      .optional(),
  })
  .describe('The maatregel: a cut of the benefit of people on bijstand who do not do what they have to.');

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
