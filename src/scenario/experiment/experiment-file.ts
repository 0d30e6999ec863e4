/** The form of experiment files: which points of a scenario's paths a sweep simulates. */

import { z } from 'zod';

/** The most points of an experiment; more are probably a mistake. */
export const MAX_POINTS = 1000;

const pathName = z.string().regex(/^[^.\s]+(\.[^.\s]+)*$/, 'a path such as effects.work_men');
const values = z.array(z.unknown()).min(1).meta({ description: 'the values, one after the other' });
const steps = z
  .strictObject({
    from: z.number().describe('The first value.'),
    to: z.number().describe('The last value.'),
    steps: z.int().min(2).max(MAX_POINTS).describe('How many values, both ends among them.'),
  })
  .meta({ description: 'so many values at equal distances, both ends among them' });
const bounds = z
  .strictObject({
    low: z.number().describe('The lowest value.'),
    high: z.number().describe('The highest value.'),
  })
  .superRefine(({ low, high }, context) => {
    if (low > high)
      context.addIssue({ code: 'custom', path: ['low'], message: `low (${low}) is above high (${high})` });
  });
const own = z.literal('own');
const header = {
  description: z.string().describe('What the experiment is for, in a sentence or two.').optional(),
};

/** What stands under `paths`. */
const PATHS = 'What is changed: numbers of the scenario by their path, such as effects.work_men.';

/** What stands under a path. */
export type GridEntry = unknown[] | z.output<typeof steps>;
export type OneAtATimeEntry = GridEntry | z.output<typeof bounds> | 'own';
export type HypercubeEntry = z.output<typeof bounds> | 'own';

const grid = z
  .strictObject({
    kind: z.literal('grid').describe('The kind of experiment: every combination of the values.'),
    ...header,
    paths: z
      .record(
        pathName,
        z.union([values, steps]).meta({ forms: 'a list of values, or { from: ..., to: ..., steps: ... }' }),
      )
      .describe(PATHS),
  })
  .meta({ description: 'every combination of the values' });

const oneAtATime = z
  .strictObject({
    kind: z
      .literal('one_at_a_time')
      .describe('The kind of experiment: each path moved by itself, all others as they are.'),
    ...header,
    paths: z
      .record(
        pathName,
        z
          .union([
            own.meta({ description: 'low and high of its own range' }),
            bounds.meta({ description: 'these two values' }),
            values,
            steps,
          ])
          .meta({
            forms: 'own, { low: ..., high: ... }, a list of values, or { from: ..., to: ..., steps: ... }',
          }),
      )
      .describe(PATHS),
  })
  .meta({ description: 'one path moved, all others as they are' });

const latinHypercube = z
  .strictObject({
    kind: z
      .literal('latin_hypercube')
      .describe('The kind of experiment: points that spread evenly over all paths together.'),
    ...header,
    points: z.int().min(2).max(MAX_POINTS).describe('How many points.'),
    seed: z.string().min(1).optional().meta({ description: 'of the design; default: that of the run' }),
    paths: z
      .record(
        pathName,
        z
          .union([
            own.meta({ description: 'its own distribution' }),
            bounds.meta({ description: 'uniform between these; of a whole number each is equally likely' }),
          ])
          .meta({ forms: 'own, or { low: ..., high: ... }' }),
      )
      .describe(PATHS),
  })
  .meta({ description: 'points spread so that every path has one in each of as many equally likely parts' });

const whatIfs = z
  .strictObject({
    kind: z.literal('what_ifs').describe('The kind of experiment: named points, with several changes each.'),
    ...header,
    points: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(80).describe('What tables and charts call the point.'),
          set: z.record(pathName, z.unknown()).describe('What is changed in it: values by path.'),
        }),
      )
      .min(1)
      .max(MAX_POINTS)
      .describe('The points, in the order in which they are simulated.'),
  })
  .meta({ description: 'named points with several changes each' });

/** Schemas of the kinds of experiment, by kind. */
export const experimentKinds = {
  grid,
  one_at_a_time: oneAtATime,
  latin_hypercube: latinHypercube,
  what_ifs: whatIfs,
} as const;

export type ExperimentKind = keyof typeof experimentKinds;

/** Schema of a whole experiment file. */
export const experimentSchema = z.discriminatedUnion('kind', [grid, oneAtATime, latinHypercube, whatIfs]);

/** An experiment file that fits the schema. */
export type ExperimentFile = z.output<typeof experimentSchema>;
