/**
 * Everything that modules keep between calls, and how much of it: only where a measurement showed a need, which stands beside each. None
 * changes anything but the time taken.
 *
 * Seven modules keep something that has no keys, or that must not be forgotten: `engine/kernels.ts` (the compiled kernel, and
 * memories to be used again), `scenario/check/schema-walk.ts` (what a schema has below its sections, and the bounds of its numbers, as long as it exists),
 * `scenario/yaml/aliases.ts` (the number that an alias stands for, as long as the alias exists), `scenario/tables/posterior-file.ts` (the
 * draws that were last kept of a posterior, as long as that one exists), `output/day-in-words.ts` (a format of dates in each language),
 * `output/reasons.ts` (the Dutch of the package's reasons, once it is asked for) and `cli/terminal/layout/text.ts` (what tells characters apart, made once).
 */

/** The most values that each keeps. */
export const keptAtMost = {
  /** `engine/kernels.ts`: memories of kernels, enough for the approaches of most scenarios. */
  freeMemories: 8,
  /** `simulation/cohort/recent-models.ts`: the first compiled model with each frame. */
  compiledModels: 24,
  /** `simulation/cohort/readout.ts`: where measures stand in the results of a life. */
  readouts: 24,
  /** `simulation/jobs.ts`: what the last unit of a thread belonged to. */
  receivedTasks: 1,
  /** `simulation/trace/trace.ts`: tasks of which lives are traced, and of each the models of a draw. */
  tracedTasks: 2,
  tracedDrawsOfTask: 1,
  /** `domain/parameters/draw.ts`: where the quantities of a scenario are; more than the points of a sweep that are simulated together. */
  drawnScenarios: 32,
  /** `domain/schema/quantity.ts`: the schema of a quantity by its rule. */
  quantitySchemas: 100,
  /** `domain/regimes/scenario-schema.ts`: the schema of scenarios by law and origins. */
  scenarioSchemas: 8,
  /** `domain/measures/all.ts`: laws, and the lists of measures of each. */
  lawsWithMeasures: 4,
  measuresOfLaw: 24,
  /** `domain/measures/find.ts`: measures by name. */
  measuresByName: 4,
  /** `domain/time/calendar.ts`: months from the epoch to a date. */
  monthsOfDates: 500,
  /** `output/number.ts`: the formats of numbers. */
  numberFormats: 32,
  /** `run/scenarios/scenarios.ts`: paths as they are shown. */
  shortPaths: 64,
} as const;
