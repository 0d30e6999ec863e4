/**
 * Schema of a bare multistate model file (its reference is `scenarios/models/README.md`). Checks that involve several places of
 * the file, such as names and combinations, are in `model-build.ts`.
 */

import { z } from 'zod';
import { MOST_STATES } from '../../engine/model/model.js';

const name = z
  .string()
  .min(1)
  .max(200)
  // Written out: what checks files by the JSON Schema, in Python say, need not know classes of Unicode.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is they that are refused
  .regex(/^[^\u0000-\u001f\u007f-\u009f]+$/, { error: 'text without control characters' });
const months = z.number().min(0);
const share = z.number().min(0).max(1);
const ratio = z.number().min(0);
const positive = z.number().gt(0);

/** Names of tracks and states are checked when the condition is read. */
const condition = z.record(z.string(), z.unknown()).meta({ title: 'condition' });

const track = z.strictObject({
  states: z
    .array(name)
    .min(1)
    .max(MOST_STATES)
    .describe('The states of the track, in the order of results; at most 32.'),
  start: z
    .union([name, z.record(name, share)])
    .describe('State at t = 0, or shares by state that add up to 1.'),
});

/** One schema for all distributions, so that a message about a wrong parameter can list the right ones. */
const duration = z.strictObject({
  distribution: z
    .enum(['exponential', 'weibull', 'gamma', 'lognormal', 'uniform', 'fixed'])
    .describe('The distribution; which of the numbers below it takes, scenarios/models/README.md says.'),
  mean: positive.describe('Mean in months.').optional(),
  rate: positive.describe('Rate per month.').optional(),
  shape: positive.describe('Shape, without a unit.').optional(),
  scale: positive.describe('Scale in months.').optional(),
  median: positive.describe('Median in months.').optional(),
  sigma: z.number().min(0).describe('Standard deviation of the logarithm of the months.').optional(),
  meanlog: z.number().describe('Mean of the logarithm of the months.').optional(),
  sdlog: z.number().min(0).describe('Standard deviation of the logarithm of the months.').optional(),
  low: months.describe('Least number of months.').optional(),
  high: months.describe('Greatest number of months.').optional(),
  months: months.describe('The fixed number of months.').optional(),
});

/** A duration as a clock; unlike a gate's delay it may be bounded by the months of an exposure. */
const durationClock = duration.extend({
  at_most: z
    .strictObject({
      exposure: name.describe('Name of the exposure.'),
      per_month: z.number().min(0).describe('Months that each month of the exposure allows.'),
    })
    .describe('Bounds the duration by an exposure at the moment at which the state is entered.')
    .optional(),
});

const piece = z.strictObject({
  from: z.number().describe('Month on the time scale from which the piece holds, until the next one.'),
  rate: z.number().min(0).describe('Hazard per month at that month.'),
  growth: z
    .number()
    .describe('Growth of the logarithm of the hazard per month (Gompertz); default 0.')
    .optional(),
});
const scale = z
  .enum(['origin', 'entry', 'calendar'])
  .describe(
    'Which time is meant: months since t = 0 (origin, the default), since the state was entered (entry), or since calendar month 0 (calendar).',
  );
const pieces = z.array(piece).min(1).describe('The hazard by time, in pieces, each from its own month on.');
const factor = z.strictObject({ scale: scale.optional(), pieces });

const hazard = z.union([
  z.number().min(0),
  z.strictObject({
    scale: scale.optional(),
    pieces: pieces.optional(),
    factors: z
      .array(factor)
      .min(1)
      .describe('Hazards that are multiplied, each on its own time scale.')
      .optional(),
  }),
]);

const fade = z.strictObject({
  hold: months.describe('Months for which the ratio stays before it fades; default 0.').optional(),
  months: positive
    .describe('Months over which the logarithm of the ratio falls in a straight line to 0.')
    .optional(),
  half_life: positive.describe('Months in which the logarithm of the ratio halves.').optional(),
  steps: z
    .array(
      z.strictObject({
        from: months.describe(
          'Months since the state was entered from which the step holds; 0 for the first.',
        ),
        ratio: ratio.describe('Hazard ratio of the step.'),
      }),
    )
    .min(1)
    .describe('Ratios in steps, instead of one ratio that fades.')
    .optional(),
});

const hazardRatio = z.strictObject({
  group: name.describe('Group whose value decides; with value and ratio.').optional(),
  value: name.describe('Value of the group for which the ratio holds.').optional(),
  track: name.describe('Track whose state decides; with state and ratio.').optional(),
  state: name.describe('State during which the ratio holds.').optional(),
  ratio: ratio.describe('Hazard ratio; 0 means never.').optional(),
  fade: fade.describe('How the ratio fades since the state was entered.').optional(),
  exposure: name.describe('Exposure whose months count; with ratio_per_month.').optional(),
  ratio_per_month: positive.describe('Hazard ratio for each month of the exposure.').optional(),
  load: name.describe('Load whose excess counts; with ratio_per_unit.').optional(),
  ratio_per_unit: positive.describe('Hazard ratio for each unit above the threshold of the load.').optional(),
});

const transition = z.strictObject({
  track: name.describe('The track that changes.'),
  from: z
    .union([name, z.array(name).min(1)])
    .describe('State that it leaves, or a list of them: one transition for each.'),
  to: name
    .describe('State that it leads to; the same as from means that the state is entered anew.')
    .optional(),
  branches: z
    .record(name, share)
    .describe('Instead of to: probabilities by state, which add up to 1.')
    .optional(),
  name: name.describe('Name; default TRACK: FROM -> TO. It addresses the random draws.').optional(),
  hazard: hazard.describe('Clock: a hazard per month, or pieces in time.').optional(),
  duration: durationClock
    .describe('Clock: the time that the state lasts, counted while the guard holds.')
    .optional(),
  gate: z
    .union([
      z.boolean(),
      z.strictObject({
        delay: z
          .union([months, duration])
          .describe(
            'Months, or a distribution of months, for which the guard must hold without interruption.',
          )
          .optional(),
      }),
    ])
    .describe('Clock: fires as soon as the guard holds, or after a delay.')
    .optional(),
  when: condition.describe('Guard: the clock runs only while this condition holds.').optional(),
  ratios: z.array(hazardRatio).describe('Hazard ratios on the clock.').optional(),
  paces: z
    .array(
      z.strictObject({
        track: name.describe('Track whose state decides.'),
        state: name.describe('State during which the pace holds.'),
        pace: ratio.describe('Months that each month counts for; 0 stops the clock.'),
      }),
    )
    .describe('How fast time runs on a duration.')
    .optional(),
});

const byGroup = z.strictObject({
  group: name.describe('Group whose value decides.'),
  values: z.record(name, z.number()).describe('Numbers by value of the group.'),
});

const amount = z.union([
  z.number(),
  z.strictObject({
    calendar: z
      .array(
        z.strictObject({
          from: z.number().describe('Calendar month from which the amount holds, until the next one.'),
          value: z.number().describe('The amount from that month on.'),
        }),
      )
      .min(1)
      .describe('The amount by calendar month.'),
  }),
]);

const selector = z.strictObject({
  track: name.describe('Only transitions of this track.').optional(),
  from: name.describe('Only transitions that leave this state.').optional(),
  to: name.describe('Only transitions that lead to this state.').optional(),
  name: name.describe('Only the transition of this name.').optional(),
});

const reward = z.strictObject({
  name: name.describe('Name of the reward in results.'),
  when: condition.describe('Condition during which per_month adds up; absent: always.').optional(),
  per_month: amount.describe('Amount a month, or a table by calendar month.').optional(),
  per_event: amount.describe('Amount each time one of the transitions under on fires.').optional(),
  on: z
    .array(selector)
    .min(1)
    .describe('The transitions that count for per_event; each entry means all that fit it.')
    .optional(),
  factor: byGroup.describe('Multiplies the amount by group; a value that is not named has 1.').optional(),
});

/** Schema of a whole model file. */
export const modelFileSchema = z.strictObject({
  title: z.string().describe('What the model is called.').optional(),
  description: z.string().describe('What the model is about.').optional(),
  horizon: z.int().min(1).max(1200).describe('Months over which everything is counted, itself included.'),
  discount_rate: z
    .number()
    .min(0)
    .max(1)
    .describe('Discount rate a year, such as 0.03; default 0.')
    .optional(),
  persons: z.int().min(1).max(1e9).describe('Default number of persons.').optional(),
  calendar_start: z
    .union([
      z.number(),
      z.strictObject({
        from: z.number().describe('First calendar month.'),
        to: z.number().describe('Last calendar month.'),
      }),
    ])
    .describe("Calendar month of a person's t = 0: a number, or spread evenly between two; default 0.")
    .optional(),
  tracks: z.record(name, track).describe('The tracks by name; a person is in exactly one state of each.'),
  groups: z
    .record(name, z.record(name, share))
    .describe('Groups by name, each with the shares of its values, which add up to 1.')
    .optional(),
  exposures: z
    .record(
      name,
      z.strictObject({
        when: condition.describe('Condition during which the months count.'),
        cap: positive.describe('The most months that count; absent: no limit.').optional(),
      }),
    )
    .describe('Months during which a condition has held, by name.')
    .optional(),
  loads: z
    .record(
      name,
      z.strictObject({
        weights: z
          .record(name, z.record(name, z.number()))
          .describe('Weights by track and state; a state that is not named weighs 0.'),
        threshold: z
          .union([z.number(), byGroup])
          .describe('What the load may be before its excess counts: a number, or by group.'),
      }),
    )
    .describe('Sums of weights over the present states of all tracks, by name.')
    .optional(),
  transitions: z
    .array(transition)
    .min(1)
    .describe('All transitions; those that leave a state compete, and the first to fire wins.'),
  rewards: z.array(reward).describe('Amounts that are added up.').optional(),
  milestones: z
    .array(
      z.strictObject({
        name: name.describe('Name of the milestone in results.'),
        when: condition.describe('Condition that is reached.'),
        sustained: months
          .describe('Months for which the condition must hold without interruption; default 0.')
          .optional(),
      }),
    )
    .describe('Conditions whose first moment is reported.')
    .optional(),
});

/** A model file that fits the schema. */
export type ModelFile = z.output<typeof modelFileSchema>;
export type TransitionEntry = z.output<typeof transition>;
export type HazardEntry = z.output<typeof hazard>;
export type RatioEntry = z.output<typeof hazardRatio>;
export type FadeEntry = z.output<typeof fade>;
export type DurationEntry = z.output<typeof duration>;
export type AmountEntry = z.output<typeof amount>;
export type GroupValues = z.output<typeof byGroup>;
export type RewardEntry = z.output<typeof reward>;
