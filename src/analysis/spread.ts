/**
 * The spread between draws, and the intervals that follow from it. A draw's mean depends partly on chance, through its persons.
 * Draws of a block have the same persons (`DRAWS_PER_BLOCK`), so that most of this chance cancels within a block. The persons of
 * a draw are divided into two independent halves (`HALVES`). The covariance over the draws of a block between the
 * halves' means is the variance between parameters, without any noise to subtract from it. Where it cannot be distinguished from
 * zero there is no interval.
 */

import { DRAWS_PER_BLOCK } from '../simulation/cohort/cohort-key.js';
import { type Interval, intervalOf, LEAST_FOR_INTERVAL, NO_INTERVAL, tQuantile } from './statistics.js';
import { blockMeans, type DrawValues, variancesOfPart, withinBlocks } from './variances.js';

/** Values that are possible. */
export type Bounds = Interval;

export const SHARES: Bounds = { low: 0, high: 1 };
export const ANY: Bounds = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
export const NOT_NEGATIVE: Bounds = { low: 0, high: Number.POSITIVE_INFINITY };

/** The possible values of a difference, given those of both sides; if one side has a single possible value, only the other can vary. */
export function boundsOfDifference(own: Bounds, other: Bounds): Bounds {
  return { low: own.low - other.high, high: own.high - other.low };
}

/** The spread between draws, from which intervals and predictions are computed. */
export interface Spread {
  /** Variance between draws within blocks, from the parameters and the chance that remains; and its degrees of freedom. */
  readonly between: number;
  readonly freedom: number;
  /** Variance over the parameters: the covariance of the halves. */
  readonly parameters: number;
  /** Effective degrees of freedom of that; 0 where it is not above zero. */
  readonly parametersFreedom: number;
  /** Squared error in the mean of all draws that is due to chance in the persons. */
  readonly chanceOfMean: number;
  /** Variance of a draw's mean for given parameters. */
  readonly chanceOfDraw: number;
  /** Ends, below and above zero, of the deviations of draws in units of their standard deviation. */
  readonly ends: Interval;
}

/** Effective degrees of freedom below which a variance, and so an interval, cannot be estimated. */
const LEAST_FREEDOM = 3;

/** Draws below which that is never reached where draws differ: five make two antithetic pairs, and one difference between these. */
export const LEAST_DRAWS = 6;

/** Mean and number of the values that are not NaN. */
function meanOf(values: Float64Array): { mean: number; count: number } {
  let sum = 0;
  let count = 0;
  for (let d = 0; d < values.length; d++) {
    if (Number.isNaN(values[d]!)) continue;
    sum += values[d]!;
    count += 1;
  }
  return { mean: sum / count, count };
}

/** Deviations of the draws from their mean, in units of their standard deviation. */
function deviationsOf(whole: Float64Array): Float64Array {
  const { mean, count } = meanOf(whole);
  const deviations = new Float64Array(count);
  let next = 0;
  let squares = 0;
  for (let d = 0; d < whole.length; d++) {
    const value = whole[d]!;
    if (Number.isNaN(value)) continue;
    deviations[next++] = value - mean;
    squares += (value - mean) ** 2;
  }
  const unit = Math.sqrt(squares / (count - 1));
  for (let d = 0; d < count; d++) deviations[d]! /= unit;
  return deviations;
}

/** The spread of draws' values. @param isPart whether some draws are left out, which have NaN */
export function spreadOf(values: DrawValues, isPart = false): Spread {
  const { between, freedom, parameters, error } = (isPart ? variancesOfPart : withinBlocks)(values);
  const { count } = meanOf(values.whole);
  const ofBlocks = blockMeans(values.halfDifference);
  let chanceOfMean = 0;
  let counted = 0;
  for (let b = 0; b < ofBlocks.counts.length; b++) {
    if (ofBlocks.counts[b] === 0) continue;
    chanceOfMean += (ofBlocks.counts[b]! * ofBlocks.means[b]!) ** 2;
    counted += ofBlocks.counts[b]!;
  }
  let chanceOfDraw = 0;
  for (const value of values.halfDifference) if (!Number.isNaN(value)) chanceOfDraw += value * value;
  const ends =
    count < LEAST_FOR_INTERVAL
      ? { low: -tQuantile(freedom), high: tQuantile(freedom) }
      : intervalOf(deviationsOf(values.whole));
  return {
    between,
    freedom,
    parameters,
    parametersFreedom: parameters > 0 ? (2 * parameters ** 2) / error : 0,
    chanceOfMean: chanceOfMean / counted ** 2,
    chanceOfDraw: chanceOfDraw / counted,
    ends,
  };
}

/** Whether the variance between parameters can be distinguished from chance. */
function isEstimable({ parametersFreedom }: Spread): boolean {
  return parametersFreedom >= LEAST_FREEDOM;
}

/** Standard deviation of the expected outcome, including the error of the centre that is due to chance. */
function scaleOf({ parameters, chanceOfMean }: Spread): number {
  return Math.sqrt(parameters + chanceOfMean);
}

/**
 * The expected outcome of each draw: its deviation is shrunk to the spread over the parameters, so that chance in the draw's
 * persons is not taken for an effect of the parameters. The ends of {@link parameterInterval} are quantiles of these. Undefined
 * where the spread cannot be estimated.
 *
 * @param whole values of the draws; those that are NaN are left out
 */
export function expectedByDraw(
  centre: number,
  whole: Float64Array,
  spread: Spread,
): Float64Array | undefined {
  if (!isEstimable(spread)) return undefined;
  const scale = scaleOf(spread);
  return deviationsOf(whole).map((deviation) => centre + scale * deviation);
}

function within(value: number, { low, high }: Bounds): number {
  return Math.min(high, Math.max(low, value));
}

/**
 * The interval over the parameters around a centre; none where the spread cannot be estimated. It is widened by the error of the
 * centre that is due to chance. Where noise exceeds the variance between parameters, only spreads that happen to be large are
 * reported, so such intervals contain the true value more often than 95 %.
 */
export function parameterInterval(centre: number, spread: Spread, bounds: Bounds): Interval {
  if (!isEstimable(spread)) return NO_INTERVAL;
  const scale = scaleOf(spread);
  return {
    low: within(centre + Math.min(0, scale * spread.ends.low), bounds),
    high: within(centre + Math.max(0, scale * spread.ends.high), bounds),
  };
}

/** Chance in a cohort: the variance between the replications of a draw (NaN for a single one), and its degrees of freedom. */
export interface Chance {
  readonly variance: number;
  readonly freedom: number;
}

/**
 * The interval of the outcome of one cohort, from parameters and chance. With many draws, and also where draws make no
 * difference, its ends are quantiles of the simulated cohorts. With few draws it follows from the two variances, with Student's
 * t.
 *
 * @param outcomes of the cohorts that were kept separately
 * @param draws that have outcomes
 */
export function predictionInterval(
  centre: number,
  outcomes: Float64Array,
  draws: number,
  spread: Spread | undefined,
  chance: Chance,
  bounds: Bounds,
): Interval {
  if (outcomes.length >= LEAST_FOR_INTERVAL && (draws >= LEAST_FOR_INTERVAL || spread === undefined))
    return intervalOf(outcomes);
  const { between, freedom } = spread ?? { between: 0, freedom: Number.POSITIVE_INFINITY };
  const ofPersons = Number.isNaN(chance.variance)
    ? { variance: spread?.chanceOfDraw ?? Number.NaN, freedom: draws / DRAWS_PER_BLOCK }
    : chance;
  const variance = between + ofPersons.variance;
  const allFreedom = variance ** 2 / (between ** 2 / freedom + ofPersons.variance ** 2 / ofPersons.freedom);
  if (!(allFreedom >= LEAST_FREEDOM)) return NO_INTERVAL;
  const width = tQuantile(allFreedom) * Math.sqrt(variance);
  return { low: within(centre - width, bounds), high: within(centre + width, bounds) };
}
