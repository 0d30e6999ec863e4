/** The whole scenario, except for what its regime adds. */

import { z } from 'zod';
import type { Plain } from '../parameters/quantity.js';
import { activityKindsSchema } from './activity-kinds.js';
import { alternativesSchema } from './alternatives.js';
import { type ActivitiesUnderLaw, approachNames, approachParts } from './approach.js';
import { chosenName } from './chosen-name.js';
import { cohortSchema } from './cohort.js';
import { day } from './day.js';
import { effectsSchema } from './effects.js';
import { groupsSchema } from './groups.js';
import { familySchema, healthSchema } from './health-and-family.js';
import { incomeSchema } from './income.js';
import { label } from './label.js';
import { costsSchema, housingSchema, languageNumbers, sanctionSchema } from './life.js';
import { effectTargetsWith } from './names.js';
import { type KnownOrigins, originsSchema } from './origins.js';
import { OWN_UNIT, quantity } from './quantity.js';

/** States of income that may count as self-sufficient. */
const selfSufficientStates = ['work', 'education', 'other'] as const;

/** What a regime adds: sections, numbers of the section `language`, and what an approach settles. */
export interface OfRegime {
  readonly sections: z.ZodRawShape;
  readonly language: z.ZodRawShape;
  readonly approach: z.ZodRawShape;
  /** What activities may act on, with the size of the effect, where no other law has it. */
  readonly effects: z.ZodRawShape;
}

/** The same with what follows from the rest of the regime. */
export interface UnderLaw extends OfRegime, ActivitiesUnderLaw {
  /** What its attributes state in the profile of an origin. */
  readonly profile: z.ZodRawShape;
}

/** The part before what the regime adds. */
const beginning = (origins: KnownOrigins, { profile, effects }: UnderLaw) => ({
  name: label(80).describe('What reports call the scenario'),
  description: label().describe('What the scenario is about, in a sentence or two.').optional(),
  extends: z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
    .describe(
      'What this file builds on: the name of a scenario that comes with doorstroom, a file beside this one, or a list of them, of which the later ones lie over the earlier ones.',
    )
    .optional(),
  regime: z
    .string()
    .min(1)
    .describe('Name of the law under which people integrate; it decides what else a scenario has.'),
  law: z
    .strictObject({
      name: z.string().min(1).describe('What the law is called.'),
      from: day().describe('First day on which a duty to integrate under this law can arise.').optional(),
      until: day().describe('Last day on which a duty to integrate under this law can arise.').optional(),
      source: z.string().min(1).describe('Where these dates come from.').optional(),
      acts_on: z
        .record(
          chosenName,
          z
            .array(z.enum(effectTargetsWith(Object.keys(effects))))
            .describe('What activities of this kind act on under the law; the sizes stand under effects.'),
        )
        .describe(
          'What kinds of activities act on under this law, by kind, where the kind does not say it itself.',
        )
        .optional(),
    })
    .describe(
      "The law of the regime, and on which days the duty to integrate must arise for it to hold; set by the regime's file.",
    )
    .optional(),
  posterior: z
    .string()
    .min(1)
    .describe(
      'Joint draws of calibrated parameters: a name in data/posteriors, a folder (with a slash in it), or none.',
    )
    .optional(),
  horizon_years: z.int().min(1).max(40).describe('Years after the permit over which everything is counted.'),
  discount_rate: quantity({ unit: 'per year', min: 0, max: 0.2 }).describe(
    'Discount rate per year, such as 0.0225, on all amounts.',
  ),
  discount_to: day()
    .describe('Date to which amounts are discounted; default: the first permit of the cohort.')
    .optional(),
  price_year: z
    .int()
    .min(1990)
    .max(2100)
    .describe('Price year of all amounts except bijstand; absent: the various years of the sources.')
    .optional(),
  self_sufficiency: z
    .strictObject({
      states: z
        .array(z.enum(selfSufficientStates))
        .min(1)
        .describe('States of income that count as self-sufficient.'),
      sustained_months: z
        .int()
        .min(0)
        .max(36)
        .describe('Months that it has to last without interruption before it counts, from its first day.'),
    })
    .describe('When somebody counts as self-sufficient.'),
  numbers: z
    .record(
      chosenName,
      quantity({ unit: OWN_UNIT, isNamed: true }).describe(
        'A number that other places name: { same_as: numbers.NAME }.',
      ),
    )
    .describe('Numbers that several places share, which name them with same_as: numbers.NAME.')
    .optional(),
  alternatives: alternativesSchema
    .describe(
      'Questions that the source leaves open, with their possible answers and how likely each is. Every parameter draw takes one answer to each; numbers hang on them with { by: alternatives.NAME, values: ... }, and results are told by answer too.',
    )
    .optional(),
  groups: groupsSchema
    .describe(
      'Numbers that go together: a sweep, a threshold or --set over groups.NAME gives all of them the same value, and sensitivity tells what they carry together.',
    )
    .optional(),
  origins: originsSchema.describe(
    'Where people come from, in the order in which they are listed. A list replaces the inherited one as a whole; what is inherited of origins that are not in it falls away.',
  ),
  cohort: cohortSchema(origins, profile),
  housing: housingSchema(origins),
  health: healthSchema.optional(),
  family: familySchema(origins).optional(),
});

/** The part after it. */
const end = (origins: KnownOrigins, { effects }: UnderLaw) => ({
  income: incomeSchema(origins),
  sanction: sanctionSchema,
  effects: effectsSchema(effects),
  kinds: activityKindsSchema(effectTargetsWith(Object.keys(effects))),
  costs: costsSchema,
  reference: chosenName.describe('Name of the approach that the others are compared with.'),
});

type Strict<Shape extends z.ZodRawShape> = z.ZodObject<Shape, z.core.$strict>;
type AtBeginning = ReturnType<typeof beginning>;
type AtEnd = ReturnType<typeof end>;
type ApproachSchema = Strict<typeof approachNames & ReturnType<typeof approachParts>>;

/** A scenario as read: numbers may carry their annotations. What its regime adds, the regime knows. */
export type ScenarioTree = z.infer<
  Strict<
    AtBeginning &
      AtEnd & {
        language: Strict<ReturnType<typeof languageNumbers>>;
        approaches: z.ZodRecord<typeof chosenName, ApproachSchema>;
      }
  >
>;

/** The schema of a scenario with what a regime adds, in the order in which files and tables list it. */
export function scenarioSchemaWith(origins: KnownOrigins, law: UnderLaw): z.ZodType<ScenarioTree> {
  const parts = approachParts(origins, law);
  const approachSchema = z.strictObject({ ...approachNames, ...law.approach, ...parts });
  return z.strictObject({
    ...beginning(origins, law),
    language: z
      .strictObject({ ...languageNumbers(origins), ...law.language })
      .describe('How fast people learn the language.'),
    ...law.sections,
    ...end(origins, law),
    approaches: z
      .record(
        chosenName,
        approachSchema.describe(
          'An approach: when the course and the search open, and which activities it has.',
        ),
      )
      .describe(
        'What the municipality does: approaches by name, simulated for the same people and compared with the reference.',
      ),
  }) as unknown as z.ZodType<ScenarioTree>;
}

/** What a scenario under one parameter draw needs to know about the other draws. */
interface OverDraws {
  readonly cohort: {
    /** The longest inflow that any draw can have; absent where it is the same in all. */
    readonly inflow_months_most?: number;
  };
}
/** A scenario under one parameter draw: every quantity is a number. */
export type Scenario = Plain<ScenarioTree> & OverDraws;
export type Approach = Scenario['approaches'][string];
export type Activity = Approach['activities'][string];
