/**
 * The spread between draws, and the intervals that follow from it. A draw's mean depends partly on chance, through its persons.
 * Draws of a block have the same persons (`DRAWS_PER_BLOCK`), so that most of this chance cancels within a block. The persons of
 * a draw are divided into two independent halves (`HALVES`). The covariance over the draws of a block between the
 * halves' means is the variance between parameters, without any noise to subtract from it. Where it cannot be distinguished from
 * zero there is no interval.
 */

import { DRAWS_PER_BLOCK } from '../simulation/cohort/cohort-key.js';
import { type Interval, intervalOf, LEAST_FOR_INTERVAL, NO_INTERVAL, tQuantile } from './statistics.js';

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

/** Values of draws: of all persons, and of the two halves; NaN where a draw has nobody. */
export interface DrawValues {
  readonly whole: Float64Array;
  /** Half the difference between the halves. */
  readonly halfDifference: Float64Array;
}

/** Effective degrees of freedom below which a variance, and so an interval, cannot be estimated. */
const LEAST_FREEDOM = 3;

/** Draws below which that is never reached where draws differ: five make two antithetic pairs, and one difference between these. */
export const LEAST_DRAWS = 6;

/** Squares of differences that have been added up, and those of the halves' differences. */
interface Squares {
  sum: number;
  products: number;
  count: number;
}

const noSquares = (): Squares => ({ sum: 0, products: 0, count: 0 });

function addSquares(into: Squares, value: number, noise: number): void {
  into.sum += value * value;
  into.products += noise * noise;
  into.count += 1;
}

/**
 * Variance components from within the blocks: squares of the differences within antithetic pairs, and between the means of
 * the two pairs of a block. Negative correlation within pairs makes the first larger and the second smaller, so that their mean
 * is the variance between independent draws in any case.
 */
function withinBlocks({ whole, halfDifference }: DrawValues): {
  between: number;
  freedom: number;
  noise: number;
  noiseFreedom: number;
} {
  const inPairs = noSquares();
  const ofPairs = noSquares();
  const draws = whole.length;
  for (let first = 0; first + 1 < draws; first += DRAWS_PER_BLOCK) {
    let pairs = 0;
    let value = 0;
    let noise = 0;
    for (let d = first; d < Math.min(first + DRAWS_PER_BLOCK, draws - 1); d += 2) {
      const difference = whole[d]! - whole[d + 1]!;
      const noiseDifference = halfDifference[d]! - halfDifference[d + 1]!;
      if (Number.isNaN(difference) || Number.isNaN(noiseDifference)) continue;
      addSquares(inPairs, difference / Math.SQRT2, noiseDifference / Math.SQRT2);
      const sign = pairs === 0 ? 0.5 : -0.5;
      value += sign * (whole[d]! + whole[d + 1]!);
      noise += sign * (halfDifference[d]! + halfDifference[d + 1]!);
      pairs += 1;
    }
    if (pairs === 2) addSquares(ofPairs, value, noise);
  }
  const within = inPairs.sum / inPairs.count;
  const noiseFreedom = inPairs.count + ofPairs.count;
  const noise = (inPairs.products + ofPairs.products) / noiseFreedom;
  if (ofPairs.count === 0) return { between: within, freedom: inPairs.count, noise, noiseFreedom };
  const pairs = ofPairs.sum / ofPairs.count;
  // Satterthwaite's approximation for the mean of two mean squares.
  const freedom = (within + pairs) ** 2 / (within ** 2 / inPairs.count + pairs ** 2 / ofPairs.count);
  return { between: (within + pairs) / 2, freedom, noise, noiseFreedom };
}

/**
 * The same where draws are left out, so that pairs are not whole: from the squares of the differences between a draw of the one
 * pair of a block and a draw of the other, which are independent of each other. A block counts once, since its draws have their
 * persons in common and the differences go together.
 */
function acrossPairs({ whole, halfDifference }: DrawValues): ReturnType<typeof withinBlocks> {
  const all = noSquares();
  for (let first = 0; first < whole.length; first += DRAWS_PER_BLOCK) {
    const block = noSquares();
    for (let d = first; d < first + 2; d++)
      for (let e = first + 2; e < Math.min(first + DRAWS_PER_BLOCK, whole.length); e++) {
        const difference = (whole[d]! - whole[e]!) / Math.SQRT2;
        const noise = (halfDifference[d]! - halfDifference[e]!) / Math.SQRT2;
        if (!Number.isNaN(difference) && !Number.isNaN(noise)) addSquares(block, difference, noise);
      }
    if (block.count > 0)
      addSquares(all, Math.sqrt(block.sum / block.count), Math.sqrt(block.products / block.count));
  }
  const { sum, products, count } = all;
  return { between: sum / count, freedom: count, noise: products / count, noiseFreedom: count };
}

/** Number of values in each block, and their means. */
function blockMeans(values: Float64Array): { counts: Float64Array; means: Float64Array } {
  const blocks = Math.ceil(values.length / DRAWS_PER_BLOCK);
  const counts = new Float64Array(blocks);
  const means = new Float64Array(blocks);
  for (let d = 0; d < values.length; d++) {
    const value = values[d]!;
    if (Number.isNaN(value)) continue;
    const block = Math.floor(d / DRAWS_PER_BLOCK);
    counts[block]! += 1;
    means[block]! += value;
  }
  for (let b = 0; b < blocks; b++) means[b]! /= counts[b]!;
  return { counts, means };
}

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
  const { between, freedom, noise, noiseFreedom } = isPart ? acrossPairs(values) : withinBlocks(values);
  const parameters = between - noise;
  const error = (2 * between ** 2) / freedom + (2 * noise ** 2) / noiseFreedom;
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
