/** An approach: which gates are open when, and which activities it offers. */

import { z } from 'zod';
import { conditionSchema } from './condition.js';
import { day } from './day.js';
import { checkEnding, endingShape } from './ending.js';
import { euros, hours } from './kinds-of-numbers.js';
import { label } from './label.js';
import { effectTargetsWith, payersWith } from './names.js';
import { offersSchema } from './offers.js';
import { eachOrigin, type KnownOrigins, originName } from './origins.js';
import { eligibilityShape, type Parts, partsShape } from './people.js';
import { quantity } from './quantity.js';
import { share } from './sections.js';

/** Who may take part. Every line given must fit; all but the age are as at the permit. */
const eligibility = (origins: KnownOrigins, { asked, parts }: ActivitiesUnderLaw) =>
  z.strictObject({
    ...({ ...eligibilityShape, ...asked } as typeof eligibilityShape),
    origin: z.array(originName(origins)).min(1).describe('Only people of one of these origins.').optional(),
    part_of: (
      z.strictObject({
        ...partsShape,
        ...parts,
        origin: eachOrigin(origins, () =>
          share().describe('Share that fits, of people of this origin.').optional(),
        )
          .describe('Who fits, by origin.')
          .optional(),
      }) as unknown as z.ZodType<Parts>
    )
      .describe(
        'Shares of those with a value of an attribute that fit, drawn at random; without complaints for all, with complaints for a third of them: { mental_health_complaints: { yes: 0.33 } }. What is not named fits as a whole.',
      )
      .optional(),
    share: share().describe('Share of those who fit that is selected.').optional(),
    selection: z
      .strictObject({
        on: z
          .enum(['prospects'])
          .describe(
            'What is selected on. prospects: the product of the hazard ratios on work of age, sex, education, origin, household, complaints and, where the cohort has it, motivation, all at the permit.',
          ),
        accuracy: share().describe(
          'How well the selectors see it: the correlation between what they see and what is. 0: they select at random, as without this; 1: those with the highest prospects are selected.',
        ),
      })
      .describe(
        'How the share is selected; needs share. In expectation over the cohort exactly the share of those who fit is selected. Absent: at random.',
      )
      .optional(),
  });

const delayWeeks = (description: string) =>
  quantity({ unit: 'weeks', min: 0, max: 520 }).describe(description).optional();

const cost = (payers: readonly string[]) =>
  z.strictObject({
    payer: z.enum(payersWith(payers)).describe('Who pays this part.'),
    label: label(120)
      .describe('What readers call this part: what it pays for; without, they know it by who pays it.')
      .optional(),
    per_participant: euros('euros a participant')
      .describe('Euros for each person who begins, once; what aftercare costs belongs here.')
      .optional(),
    per_month: euros('euros a month of taking part')
      .describe('Euros a month for each person, for as long as the person takes part; not in aftercare.')
      .optional(),
    from: day().describe('First day on which this payer pays this; absent: from the beginning.').optional(),
    until: day().describe('Last day on which this payer pays this; absent: to the end.').optional(),
  });

/** What a law adds to what activities may say. */
export interface ActivitiesUnderLaw {
  /** What `for` may ask of its attributes. */
  readonly asked: z.ZodRawShape;
  /** What `part_of` may say of them. */
  readonly parts: z.ZodRawShape;
  /** What else activities may act on, with the size. */
  readonly effects: z.ZodRawShape;
  readonly payers: readonly string[];
  /** Number of phases. */
  readonly phases: number;
}

const activityParts = (origins: KnownOrigins, law: ActivitiesUnderLaw) =>
  z.strictObject({
    label: label().describe('What reports call the activity'),
    phase: z
      .int()
      .min(1)
      .max(law.phases)
      .describe('Phase of the path under the law in which reports show it.'),
    source: z.string().min(1).describe('Where the activity is described.').optional(),
    for: eligibility(origins, law)
      .describe('Who may take part: every line that is given must fit; absent: everybody.')
      .optional(),
    start: z
      .strictObject({
        when: conditionSchema.describe(
          'Condition under which it may begin, such as { housing: housed, language: [exam_level, higher] }; with all, any, not.',
        ),
        delay_weeks: delayWeeks(
          'Weeks in all that the start condition must have held, of people in care (living allowance or bijstand; where the activity continues in work, of everybody), before it begins. A spell of work or an interrupted course stops this time; it goes on afterwards and does not begin anew, since it stands for preparation and progress that people keep.',
        ),
      })
      .describe('When the activity begins.'),
    ...endingShape,
    hours_per_week: hours().describe('Hours a week that it takes.'),
    acts_on: z
      .array(z.enum(effectTargetsWith(Object.keys(law.effects))))
      .describe(
        'What it acts on while it lasts, in full whatever its hours; the sizes stand under effects. [] for nothing. Either this or kind.',
      )
      .optional(),
    kind: z
      .string()
      .min(1)
      .describe(
        'Kind of activity, a name under kinds: what it acts on, and how much of the effect its hours give. Either this or acts_on.',
      )
      .optional(),
    mandatory: z
      .boolean()
      .describe('Whether people on bijstand have to take part; where they have to, a maatregel may follow.'),
    dropout: quantity({ unit: 'share', min: 0, max: 0.999 })
      .describe(
        'Share of those taking part that leaves before the end where hours stay within capacity; hours above it add. It holds for the people whom the activity is for, whatever their burden, does not count those who leave for work, and includes what the activity itself, and others of its kind, do against dropout. Default: effects.activity_dropout.',
      )
      .optional(),
    aftercare_weeks: quantity({ unit: 'weeks', min: 0, max: 520 })
      .describe(
        'Weeks of aftercare that follow its end, or leaving bijstand, in which the effect on work does not fade and return to bijstand is rarer.',
      )
      .optional(),
    bought_in: z
      .boolean()
      .describe(
        'Whether others than the municipality itself give it (a school, a provider, an employer), so that offers acts on when it starts and what it costs.',
      )
      .optional(),
    continues_in_work: z
      .boolean()
      .describe('Whether it goes on after leaving bijstand, and may begin then (aftercare, courses at work).')
      .optional(),
    costs: z.array(cost(law.payers)).describe('What it costs, by who pays; the items add up.').optional(),
  });

const activitySchema = (origins: KnownOrigins, law: ActivitiesUnderLaw) =>
  activityParts(origins, law).check(checkEnding);

/** What every approach says about itself, before the part that depends on the law. */
export const approachNames = {
  label: label().describe('What reports call the approach'),
  source: z.string().min(1).describe('Where the approach is described.').optional(),
};

/** What every approach settles, whatever the law. */
export const approachParts = (origins: KnownOrigins, law: ActivitiesUnderLaw) => ({
  search: z
    .strictObject({
      opens: conditionSchema.describe(
        'Condition under which the search for work opens, such as { housing: housed }; once open it stays open.',
      ),
      delay_weeks: delayWeeks(
        'Weeks in all that the condition must have held before the search opens. Where it ceases to hold (an interrupted course), this time stops and goes on afterwards; it does not begin anew.',
      ),
    })
    .describe('When the approach lets people look for work or schooling.'),
  offers: offersSchema.optional(),
  /**
   * Activities by name, in addition to those inherited: `{}` keeps all of those, an empty value (`name: null`) removes one, and
   * `activities: null` removes all. The default is none.
   */
  activities: z
    .record(
      z.string().regex(/^[a-z][a-z0-9_]*$/, 'lower-case letters, digits and _'),
      activitySchema(origins, law),
    )
    .default({})
    .meta({
      description:
        'by name; they add to those that are inherited: {} keeps all of these, name: null takes one away, activities: null takes all away',
    }),
});
