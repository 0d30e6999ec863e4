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
  .regex(/^\P{Cc}+$/u, { error: 'text without control characters' });
const months = z.number().min(0);
const share = z.number().min(0).max(1);
const ratio = z.number().min(0);
const positive = z.number().gt(0);

/** Names of tracks and states are checked when the condition is read. */
const condition = z.record(z.string(), z.unknown()).meta({ title: 'condition' });

const track = z.strictObject({
  states: z.array(name).min(1).max(MOST_STATES),
  start: z.union([name, z.record(name, share)]),
});

/** One schema for all distributions, so that a message about a wrong parameter can list the right ones. */
const duration = z.strictObject({
  distribution: z.enum(['exponential', 'weibull', 'gamma', 'lognormal', 'uniform', 'fixed']),
  mean: positive.optional(),
  rate: positive.optional(),
  shape: positive.optional(),
  scale: positive.optional(),
  median: positive.optional(),
  sigma: z.number().min(0).optional(),
  meanlog: z.number().optional(),
  sdlog: z.number().min(0).optional(),
  low: months.optional(),
  high: months.optional(),
  months: months.optional(),
});

/** A duration as a clock; unlike a gate's delay it may be bounded by the months of an exposure. */
const durationClock = duration.extend({
  at_most: z.strictObject({ exposure: name, per_month: z.number().min(0) }).optional(),
});

const piece = z.strictObject({ from: z.number(), rate: z.number().min(0), growth: z.number().optional() });
const scale = z.enum(['origin', 'entry', 'calendar']);
const factor = z.strictObject({ scale: scale.optional(), pieces: z.array(piece).min(1) });

const hazard = z.union([
  z.number().min(0),
  z.strictObject({
    scale: scale.optional(),
    pieces: z.array(piece).min(1).optional(),
    factors: z.array(factor).min(1).optional(),
  }),
]);

const fade = z.strictObject({
  hold: months.optional(),
  months: positive.optional(),
  half_life: positive.optional(),
  steps: z
    .array(z.strictObject({ from: months, ratio }))
    .min(1)
    .optional(),
});

const hazardRatio = z.strictObject({
  group: name.optional(),
  value: name.optional(),
  track: name.optional(),
  state: name.optional(),
  ratio: ratio.optional(),
  fade: fade.optional(),
  exposure: name.optional(),
  ratio_per_month: positive.optional(),
  load: name.optional(),
  ratio_per_unit: positive.optional(),
});

const transition = z.strictObject({
  track: name,
  from: z.union([name, z.array(name).min(1)]),
  to: name.optional(),
  branches: z.record(name, share).optional(),
  name: name.optional(),
  hazard: hazard.optional(),
  duration: durationClock.optional(),
  gate: z.union([z.boolean(), z.strictObject({ delay: z.union([months, duration]).optional() })]).optional(),
  when: condition.optional(),
  ratios: z.array(hazardRatio).optional(),
  paces: z.array(z.strictObject({ track: name, state: name, pace: ratio })).optional(),
});

const byGroup = z.strictObject({ group: name, values: z.record(name, z.number()) });

const amount = z.union([
  z.number(),
  z.strictObject({ calendar: z.array(z.strictObject({ from: z.number(), value: z.number() })).min(1) }),
]);

const selector = z.strictObject({
  track: name.optional(),
  from: name.optional(),
  to: name.optional(),
  name: name.optional(),
});

const reward = z.strictObject({
  name,
  when: condition.optional(),
  per_month: amount.optional(),
  per_event: amount.optional(),
  on: z.array(selector).min(1).optional(),
  factor: byGroup.optional(),
});

/** Schema of a whole model file. */
export const modelFileSchema = z.strictObject({
  title: z.string().optional(),
  description: z.string().optional(),
  horizon: z.int().min(1).max(1200),
  discount_rate: z.number().min(0).max(1).optional(),
  persons: z.int().min(1).max(1e9).optional(),
  calendar_start: z.union([z.number(), z.strictObject({ from: z.number(), to: z.number() })]).optional(),
  tracks: z.record(name, track),
  groups: z.record(name, z.record(name, share)).optional(),
  exposures: z.record(name, z.strictObject({ when: condition, cap: positive.optional() })).optional(),
  loads: z
    .record(
      name,
      z.strictObject({
        weights: z.record(name, z.record(name, z.number())),
        threshold: z.union([z.number(), byGroup]),
      }),
    )
    .optional(),
  transitions: z.array(transition).min(1),
  rewards: z.array(reward).optional(),
  milestones: z.array(z.strictObject({ name, when: condition, sustained: months.optional() })).optional(),
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
