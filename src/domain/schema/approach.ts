/** An approach: which gates are open when, and which activities it offers. */

import { z } from 'zod';
import { label } from './label.js';
import { euros, hours } from './life.js';
import { effectTargetsWith, payersWith } from './names.js';
import { type KnownOrigins, originName } from './origins.js';
import { eligibilityShape } from './people.js';
import { quantity } from './quantity.js';
import { share } from './sections.js';

/**
 * A condition as written in YAML: a mapping of track to state(s), all of which must hold; or `all`, `any` (lists of
 * conditions) or `not` (a condition). Names of tracks and states are checked after the schema.
 */
export const conditionSchema = z.record(z.string(), z.unknown()).meta({ title: 'condition' });

/** Who may take part. Every line given must fit; all but the age are as at the permit. */
const eligibility = (origins: KnownOrigins, asked: z.ZodRawShape) =>
  z.strictObject({
    ...({ ...eligibilityShape, ...asked } as typeof eligibilityShape),
    origin: z.array(originName(origins)).min(1).optional(),
    share: share().describe('Share of those who fit that is selected.').optional(),
  });

const delayWeeks = (description: string) =>
  quantity({ unit: 'weeks', min: 0, max: 520 }).describe(description).optional();

const cost = (payers: readonly string[]) =>
  z.strictObject({
    payer: z.enum(payersWith(payers)),
    per_participant: euros('euros a participant').optional(),
    per_month: euros('euros a month of taking part').optional(),
  });

/** What a law adds to what activities may say. */
export interface ActivitiesUnderLaw {
  /** What `for` may ask of its attributes. */
  readonly asked: z.ZodRawShape;
  /** What else activities may act on, with the size. */
  readonly effects: z.ZodRawShape;
  readonly payers: readonly string[];
  /** Number of phases. */
  readonly phases: number;
}

const activitySchema = (origins: KnownOrigins, law: ActivitiesUnderLaw) =>
  z.strictObject({
    label: label(),
    /** Phase of the path under the law. */
    phase: z.int().min(1).max(law.phases),
    source: z.string().min(1).optional(),
    for: eligibility(origins, law.asked).optional(),
    start: z.strictObject({
      when: conditionSchema,
      delay_weeks: delayWeeks(
        'Weeks in all that the start condition must have held, of people in care (living allowance or bijstand; where the activity continues in work, of everybody), before it begins. A spell of work or an interrupted course stops this time; it goes on afterwards and does not begin anew, since it stands for preparation and progress that people keep.',
      ),
    }),
    weeks: quantity({ unit: 'weeks', min: 0.1, max: 1040 }),
    hours_per_week: hours(),
    acts_on: z.array(z.enum(effectTargetsWith(Object.keys(law.effects)))),
    mandatory: z.boolean(),
    dropout: quantity({ unit: 'share', min: 0, max: 0.999 })
      .describe(
        'Share of those taking part that leaves before the end where hours stay within capacity; hours above it add. It holds for the people whom the activity is for, whatever their burden, does not count those who leave for work, and includes what the activity itself does against dropout. Default: effects.activity_dropout.',
      )
      .optional(),
    /** Weeks of aftercare that follow, in which the effect on work does not fade and relapse is rarer. */
    aftercare_weeks: quantity({ unit: 'weeks', min: 0, max: 520 }).optional(),
    /** Goes on after leaving bijstand, and may begin then (aftercare, courses at work). */
    continues_in_work: z.boolean().optional(),
    costs: z.array(cost(law.payers)).optional(),
  });

/** What every approach says about itself, before the part that depends on the law. */
export const approachNames = {
  label: label(),
  source: z.string().min(1).optional(),
};

/** What every approach settles, whatever the law. */
export const approachParts = (origins: KnownOrigins, law: ActivitiesUnderLaw) => ({
  /** The search for work opens when this holds, after a delay, and stays open. */
  search: z.strictObject({
    opens: conditionSchema,
    delay_weeks: delayWeeks(
      'Weeks in all that the condition must have held before the search opens. Where it ceases to hold (an interrupted course), this time stops and goes on afterwards; it does not begin anew.',
    ),
  }),
  /**
   * Activities by name, in addition to those inherited: `{}` keeps all of those, an empty value (`name: ~`) removes one, and
   * `activities: ~` removes all. The default is none.
   */
  activities: z
    .record(
      z.string().regex(/^[a-z][a-z0-9_]*$/, 'lower-case letters, digits and _'),
      activitySchema(origins, law),
    )
    .default({})
    .meta({
      description:
        'by name; they add to those that are inherited: {} keeps all of these, name: ~ takes one away, activities: ~ takes all away',
    }),
});
