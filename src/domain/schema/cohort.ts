/** Who arrives: size, permit dates and composition of a cohort. */

import { z } from 'zod';
import { ageBands } from '../attributes/age.js';
import { educationLevels } from '../attributes/education.js';
import { day } from './day.js';
import { oddsRatio, ratio } from './kinds-of-numbers.js';
import { eachOrigin, type KnownOrigins } from './origins.js';
import { profileShape } from './people.js';
import { quantity } from './quantity.js';
import { each, share } from './sections.js';

type Profile = z.ZodObject<typeof profileShape, z.core.$strict>;

/** What people of one origin look like. Within an origin the attributes are drawn independently. */
const profileWith = (ofLaw: z.ZodRawShape) =>
  z.strictObject({ ...profileShape, ...ofLaw }) as unknown as Profile;

const odds = (group: string) => oddsRatio().describe(`Odds ratio of never leaving bijstand, of ${group}.`);

/** On what it hangs who never leaves. */
const neverLeavingOdds = z
  .strictObject({
    age: each(ageBands, () => odds('people of this age at the permit, against 25-34')).describe(
      'Odds ratios of never leaving bijstand by age at the permit.',
    ),
    education: each(educationLevels, () =>
      odds('people of this education, against middle education'),
    ).describe('Odds ratios of never leaving bijstand by education.'),
    mental_health: odds('people with mental health complaints at the permit, against those without'),
  })
  .describe(
    'Whom never leaving bijstand falls upon: odds ratios by age, education and complaints, all at the permit. How many never leave stays cohort.never_leaving, over the whole cohort as it is composed; all ratios 1, or no such section: everybody is as likely.',
  );

const hoursLess = () => quantity({ unit: 'hours a week less', min: 0, max: 40 });

/** @param ofLaw what the law's attributes state in a profile */
export const cohortSchema = (origins: KnownOrigins, ofLaw: z.ZodRawShape) =>
  z
    .strictObject({
      size: quantity({ unit: 'persons', min: 1, max: 1_000_000, whole: true }).describe(
        'Number of adults of 18 to 64 who get a permit and are housed in this municipality.',
      ),
      first_permit: day().describe(
        'Date of the first permit; permits are given evenly over inflow_months from this date on.',
      ),
      inflow_months: quantity({ unit: 'months', min: 0, max: 120 }).describe(
        'Months over which the permits are spread evenly.',
      ),
      composition: eachOrigin(origins, () =>
        profileWith(ofLaw).describe(
          'The adults of this origin: their share of the cohort, and what they are like.',
        ),
      ).describe('Who the adults are, by origin; the shares of the origins make one.'),
      capacity: z
        .strictObject({
          hours_per_week: quantity({ unit: 'hours a week', min: 0, max: 80 }).describe(
            'Mean hours a week of course, activities and work that a person can carry, where nothing below takes off.',
          ),
          spread: quantity({ unit: 'hours a week (standard deviation)', min: 0, max: 40 }).describe(
            'Standard deviation of those hours between people.',
          ),
          children: hoursLess().describe('Hours a week less of people with children.'),
          mental_health: hoursLess().describe('Hours a week less of people with mental health complaints.'),
          reunification_pending: hoursLess().describe(
            'Hours a week less of people who wait for their family.',
          ),
        })
        .describe('What people can carry, in hours a week; hours above it slow learning and add to dropout.'),
      sharing: share()
        .describe(
          'Share, of people who live alone, that shares a house with another adult of the same age (kostendelersnorm).',
        )
        .optional(),
      motivation: z
        .strictObject({
          share: share().describe('Share of the cohort that is motivated.'),
          ratio: ratio().describe(
            'Hazard ratio on work of the motivated, against the others; 1: nobody differs. Both are divided by their mean over the cohort.',
          ),
        })
        .describe(
          'Unobserved: what makes some people find work sooner than others with the same attributes. It is a part of the prospects that a selection sees.',
        )
        .optional(),
      never_leaving: share().describe(
        "Unobserved: share of those on bijstand who never leave it by work, education or other income, a partner's included.",
      ),
      never_leaving_odds: neverLeavingOdds.optional(),
    })
    .describe('Who arrives: how many adults, when, of what origin, and what they can carry.');
