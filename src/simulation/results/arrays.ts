/**
 * What is kept of one approach under one parameter draw: each array is declared once, by its axes. Units, joins, shards and
 * readers all follow these declarations. To add an array, also give the entries of any new axis in `layout.ts`, and fill it.
 *
 * Leaves divide the cohort into its two halves or, when results are also reported by an attribute, into the two halves of each of
 * its values (see `leaves.ts`, also for where batches are counted).
 * Only the first replications are kept separately (see `keptOf`), so that the size does not grow with their number.
 */

import { type ArraysOf, byReplication, counts, firstValues, type ShapesOf, sums } from './declared.js';

/** The quartiles that are reported of times. */
export const QUARTILES = [0.25, 0.5, 0.75] as const;

/** Bins of a month in the counts of times: about two days each. */
export const BINS_PER_MONTH = 16;

/** Persons of each group in the sample of times. */
export const TIME_SAMPLE = 20_000;

/** The data behind outcomes and their differences, for every measure. */
export const outcomeArrays = {
  /** Mean of each measure over the group's persons; NaN: no persons. Measures of persons come first, then those of occupancy. */
  means: byReplication('group', 'measure'),
  /** Sums of each measure over all persons of the leaf. */
  totals: sums('leaf', 'measure'),
  /** Sums over all persons of the measure squared. */
  squares: sums('leaf', 'personMeasure'),
  /** Sums over all persons of the measure times the reference approach's. */
  products: sums('leaf', 'personMeasure'),
  /**
   * For measures over only some of the persons, sums over all persons of the measure times the reference approach's count of such
   * persons, and of the reference's measure times this approach's count.
   */
  crossProducts: sums('leaf', 'personMeasure', 'whoseMeasure'),
  /** Sums over batches of the squared difference in the number of persons with the reference, over the batch's persons. */
  occupancyDifferenceSquares: sums('batchPlace', 'occupancyMeasure'),
} as const;

/** Times, curves and costs by year, which take most of the memory. */
const pathArrays = {
  /** Quartiles of the months to self-sufficiency; Infinity: not reached. */
  quartiles: byReplication('group', 'quartile'),
  /** Persons by months to self-sufficiency; the last bin: not within the horizon. */
  timeCounts: counts('leaf', 'bin'),
  /**
   * In a run of a single draw, the months of the first persons of each group, in the same order under every approach;
   * Infinity: not within the horizon.
   */
  timeSample: firstValues('group', TIME_SAMPLE),
  /** Persons in each state at each month. */
  occupancy: counts('leaf', 'state', 'month'),
  /** Persons who have reached each milestone by each month. */
  reached: counts('leaf', 'milestone', 'month'),
  /** Euros of each reward by calendar year. */
  nominalByYear: sums('leaf', 'reward', 'year'),
  discountedByYear: sums('leaf', 'reward', 'year'),
  /** Sums over batches of the squared nominal cost over the batch's persons. */
  costSquares: sums('batchPlace', 'booking', 'year'),
} as const;

export const approachArrays = { ...outcomeArrays, ...pathArrays } as const;

/** Results of one approach under one parameter draw. */
export type ApproachDraw = ArraysOf<typeof approachArrays>;

/** Their shapes. */
export type ApproachShapes = ShapesOf<typeof approachArrays>;

/** What is kept of a parameter draw for all approaches together. */
export const cohortArrays = {
  /** Persons. */
  leafPersons: sums('leaf'),
  /** Batches of persons. */
  batches: sums('batchPlace'),
} as const;
