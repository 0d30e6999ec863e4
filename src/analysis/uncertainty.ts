/**
 * What a run can tell of a mean outcome: the estimate, its Monte Carlo standard error (MCSE) and the interval over the
 * uncertainty of the parameters. One way for measures, differences, curves, costs, quartiles of times and break-even.
 *
 * **The mean** is the same everywhere: the sum over all persons of all draws and replications, over their number (of a
 * share of those concerned: over the number concerned); within a draw likewise; a difference is that of two such means. So
 * subgroups weighted by their persons give the whole cohort, and components give totals.
 *
 * **The interval** is of the expected outcome over the parameters. A draw's mean also has the luck of its persons in it. Draws
 * of a block have the same persons (`DRAWS_PER_BLOCK`), so that within a block most of the luck cancels; and the persons of a
 * draw fall into two halves that are independent of each other (`HALVES`). The covariance over the draws of a block between
 * the halves' means is the variance between parameters, without any noise to subtract from it. Where it cannot be told
 * from nothing there is no interval.
 */

import { DRAWS_PER_BLOCK, HALVES } from '../simulation/task.js';
import { type PosteriorRows, takeApart } from './posterior-rows.js';
import {
  type Interval,
  intervalOf,
  LEAST_FOR_INTERVAL,
  NO_INTERVAL,
  scatterOf,
  tQuantile,
} from './statistics.js';

/** Sums by draw and half, at `draw * HALVES + half`. */
export interface Sums {
  /** Of the outcome. */
  readonly counted: Float64Array;
  /** Of those whose mean is taken: the persons, or those concerned. */
  readonly of: Float64Array;
  /** The posterior's rows, where draws are many enough to tell what these do. */
  readonly rows?: PosteriorRows | undefined;
}

/** Values that are possible. */
export type Bounds = Interval;

export const SHARES: Bounds = { low: 0, high: 1 };
/** What is possible of the mean of amounts that are never below zero, or never above, in any draw. */
export function boundsOfAmounts({ counted }: Sums): Bounds {
  return {
    low: counted.every((sum) => sum >= 0) ? 0 : ANY.low,
    high: counted.every((sum) => sum <= 0) ? 0 : ANY.high,
  };
}

export const ANY: Bounds = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
export const NOT_NEGATIVE: Bounds = { low: 0, high: Number.POSITIVE_INFINITY };

/** A mean, its MCSE and its parameter interval; NaN: cannot be told. */
export interface Told extends Interval {
  readonly estimate: number;
  readonly mcse: number;
}

/** What stands between draws: what an interval and a prediction are made of. */
export interface Spread {
  /** Variance between draws within blocks, of parameters and what is left of luck; and its degrees of freedom. */
  readonly between: number;
  readonly freedom: number;
  /** Variance over the parameters: what the halves have in common. */
  readonly parameters: number;
  /** Effective degrees of freedom of that; 0 where it is not above zero. */
  readonly parametersFreedom: number;
  /** Squared error of the mean of all draws that the luck of persons makes. */
  readonly luckOfMean: number;
  /** Variance of a draw's mean for given parameters. */
  readonly luckOfDraw: number;
  /** Ends, below and above zero, of the deviations of draws in units of their standard deviation. */
  readonly ends: Interval;
}

/** Values of draws: of all persons, and of the two halves; NaN where a draw has nobody. */
export interface DrawValues {
  readonly whole: Float64Array;
  /** Half the difference between the halves. */
  readonly halfDifference: Float64Array;
}

/** Effective degrees of freedom below which a variance, and so an interval, cannot be told. */
const LEAST_FREEDOM = 3;
/** Blocks from which on their scatter alone tells the MCSE. */
const LEAST_BLOCKS = 4;
/** Persons (of different luck) from which on it means something that no draw differs from another. */
const LEAST_ALIKE = 30;
/** Differences between draws that are rounding. */
const ROUNDING = 1e-12;

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
 * the two pairs of a block. The halves of the two are what independent draws would differ by, also where the
 * draws of a pair go against each other.
 */
function withinBlocks({ whole, halfDifference }: DrawValues): {
  between: number;
  freedom: number;
  noise: number;
  noiseFreedom: number;
  /** Mean square between pairs of a block. */
  pairs: number;
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
  if (ofPairs.count === 0)
    return { between: within, freedom: inPairs.count, noise, noiseFreedom, pairs: within };
  const pairs = ofPairs.sum / ofPairs.count;
  // Satterthwaite's, of a mean of two mean squares.
  const freedom = (within + pairs) ** 2 / (within ** 2 / inPairs.count + pairs ** 2 / ofPairs.count);
  return { between: (within + pairs) / 2, freedom, noise, noiseFreedom, pairs };
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

/** Mean and number of the values that there are. */
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

/**
 * Deviations of the draws from the mean of all, in units of their standard deviation. The luck of a block is taken out of them
 * as far as it shows (the best linear prediction of it), so that the shape is that of the parameters.
 *
 * @param luck variance of the luck of a block, @param rest of the mean of a block's draws for given luck
 */
function deviationsOf(whole: Float64Array, mean: number, count: number, luck: number, rest: number) {
  const { means } = blockMeans(whole);
  const shrink = luck > 0 ? luck / (luck + rest) : 0;
  const deviations = new Float64Array(count);
  let next = 0;
  let squares = 0;
  for (let d = 0; d < whole.length; d++) {
    const value = whole[d]!;
    if (Number.isNaN(value)) continue;
    const deviation = value - mean - shrink * (means[Math.floor(d / DRAWS_PER_BLOCK)]! - mean);
    deviations[next++] = deviation;
    squares += deviation * deviation;
  }
  const unit = Math.sqrt(squares / (count - 1));
  for (let d = 0; d < count; d++) deviations[d]! /= unit;
  return deviations;
}

/** The spread of draws' values. */
export function spreadOf(values: DrawValues): Spread {
  const { between, freedom, noise, noiseFreedom, pairs } = withinBlocks(values);
  const parameters = between - noise;
  const error = (2 * between ** 2) / freedom + (2 * noise ** 2) / noiseFreedom;
  const { mean, count } = meanOf(values.whole);
  const luck = blockMeans(values.halfDifference);
  let luckOfMean = 0;
  let squares = 0;
  let told = 0;
  let blocks = 0;
  for (let b = 0; b < luck.counts.length; b++) {
    if (luck.counts[b] === 0) continue;
    luckOfMean += (luck.counts[b]! * luck.means[b]!) ** 2;
    squares += luck.means[b]! ** 2;
    told += luck.counts[b]!;
    blocks += 1;
  }
  let luckOfDraw = 0;
  for (const value of values.halfDifference) if (!Number.isNaN(value)) luckOfDraw += value * value;
  const ofBlock = squares / blocks - noise / DRAWS_PER_BLOCK;
  const ends =
    count < LEAST_FOR_INTERVAL
      ? { low: -tQuantile(freedom), high: tQuantile(freedom) }
      : intervalOf(deviationsOf(values.whole, mean, count, ofBlock, pairs / DRAWS_PER_BLOCK));
  return {
    between,
    freedom,
    parameters,
    parametersFreedom: parameters > 0 ? (2 * parameters ** 2) / error : 0,
    luckOfMean: luckOfMean / told ** 2,
    luckOfDraw: luckOfDraw / told,
    ends,
  };
}

function within(value: number, { low, high }: Bounds): number {
  return Math.min(high, Math.max(low, value));
}

/**
 * The interval over the parameters round a centre; none where the spread cannot be told. It is wider by the error that luck makes of
 * the centre. Where noise is more than the variance between parameters, a spread that is told came out large: such intervals hold
 * more than 95 %.
 */
export function parameterInterval(centre: number, spread: Spread, bounds: Bounds): Interval {
  if (!(spread.parametersFreedom >= LEAST_FREEDOM)) return NO_INTERVAL;
  const scale = Math.sqrt(spread.parameters + spread.luckOfMean);
  return {
    low: within(centre + Math.min(0, scale * spread.ends.low), bounds),
    high: within(centre + Math.max(0, scale * spread.ends.high), bounds),
  };
}

/** The chance of a cohort: the variance between the replications of a draw (NaN: of one), and its degrees of freedom. */
export interface Chance {
  readonly variance: number;
  readonly freedom: number;
}

/**
 * The interval of the outcome of one cohort: parameters and chance. Of many draws it ends between the simulated cohorts
 * themselves, and so where draws make no difference; of few draws the variance of both makes it, with Student's t.
 *
 * @param outcomes of the cohorts that were kept, one by one
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
  const luck = Number.isNaN(chance.variance)
    ? { variance: spread?.luckOfDraw ?? Number.NaN, freedom: draws / DRAWS_PER_BLOCK }
    : chance;
  const variance = between + luck.variance;
  const allFreedom = variance ** 2 / (between ** 2 / freedom + luck.variance ** 2 / luck.freedom);
  if (!(allFreedom >= LEAST_FREEDOM)) return NO_INTERVAL;
  const width = tQuantile(allFreedom) * Math.sqrt(variance);
  return { low: within(centre - width, bounds), high: within(centre + width, bounds) };
}

/** Influence of every draw on a mean over all persons: adds up to zero, and to the error of the mean in another run. */
function addInfluence(into: Float64Array, { counted, of }: Sums, mean: number, sign: 1 | -1): void {
  let persons = 0;
  for (let i = 0; i < of.length; i++) persons += of[i]!;
  for (let d = 0; d < into.length; d++) {
    const [a, b] = [d * HALVES, d * HALVES + 1];
    const own = of[a]! + of[b]!;
    into[d]! += own === 0 ? Number.NaN : (sign * (counted[a]! + counted[b]! - mean * own)) / persons;
  }
}

/**
 * MCSE of a sum of the influences of draws (NaN where one has nobody). The scatter of the blocks, whose draws have the same persons,
 * tells it; with few blocks the draws are taken as if they were independent, and the luck of persons is added that
 * draws of a block share. It is all there is for one draw. Of what follows from the posterior's rows only that part counts that is
 * left since rows come without repetition.
 *
 * @param chance variance of a draw's mean for given parameters
 */
function errorOfMean(influence: Float64Array, rows: PosteriorRows | undefined, chance: () => number): number {
  if (rows !== undefined && !influence.some(Number.isNaN)) {
    const { others, ofRows } = takeApart(influence, rows);
    return Math.sqrt(scatterOf(others, DRAWS_PER_BLOCK).byCluster + rows.left * ofRows);
  }
  const { byCluster, clusters, byDraw } = scatterOf(influence, DRAWS_PER_BLOCK);
  if (clusters >= LEAST_BLOCKS) return Math.sqrt(byCluster);
  if (clusters === 0) return Number.NaN;
  return Math.sqrt((Number.isNaN(byDraw) ? 0 : byDraw) + chance() / clusters);
}

/** Means of all persons of every draw, and half the differences between its halves, of one side minus another. */
export function valuesOf(own: Sums, other?: Sums): DrawValues {
  const draws = own.of.length / HALVES;
  const whole = new Float64Array(draws);
  const halfDifference = new Float64Array(draws);
  for (const [{ counted, of }, sign] of other === undefined
    ? ([[own, 1]] as const)
    : ([
        [own, 1],
        [other, -1],
      ] as const)) {
    for (let d = 0; d < draws; d++) {
      const [a, b] = [d * HALVES, d * HALVES + 1];
      whole[d]! += (sign * (counted[a]! + counted[b]!)) / (of[a]! + of[b]!);
      halfDifference[d]! += (sign * (counted[a]! / of[a]! - counted[b]! / of[b]!)) / 2;
    }
  }
  return { whole, halfDifference };
}

/** Mean over all persons of all draws; NaN of nobody. */
export function pooledMean({ counted, of }: Sums): number {
  let sum = 0;
  let persons = 0;
  for (let i = 0; i < of.length; i++) {
    sum += counted[i]!;
    persons += of[i]!;
  }
  return sum / persons;
}

/** Whether no draw, and no half of one, differs from another by more than rounding. */
export function areAlike({ whole, halfDifference }: DrawValues, scale: number): boolean {
  const most = ROUNDING * scale;
  let first = Number.NaN;
  for (let d = 0; d < whole.length; d++) {
    const value = whole[d]!;
    if (Number.isNaN(value)) continue;
    if (Number.isNaN(first)) first = value;
    if (Math.abs(value - first) > most || Math.abs(halfDifference[d]!) > most) return false;
  }
  return true;
}

/** Persons of different luck: the draws of a block have the same. */
function differentPersons({ of }: Sums): number {
  let persons = 0;
  const stride = DRAWS_PER_BLOCK * HALVES;
  for (let first = 0; first < of.length; first += stride) {
    let most = 0;
    for (let at = first; at < Math.min(first + stride, of.length); at += HALVES)
      most = Math.max(most, of[at]! + of[at + 1]!);
    persons += most;
  }
  return persons;
}

/**
 * Standard error that a difference has since the posterior is a sample of so many rows itself: more draws do not lower it. NaN
 * where draws are too few to tell what the rows do.
 */
export function errorOfPosterior(own: Sums, other: Sums): number {
  if (own.rows === undefined) return Number.NaN;
  const influence = new Float64Array(own.of.length / HALVES);
  addInfluence(influence, own, pooledMean(own), 1);
  addInfluence(influence, other, pooledMean(other), -1);
  return Math.sqrt((takeApart(influence, own.rows).ofRows * influence.length) / own.rows.rows);
}

/** What is told of a mean, or of a difference; with the spread that it came from (none where no draw differs). */
export interface ToldWithSpread extends Told {
  readonly spread: Spread | undefined;
}

/**
 * What is told of a mean over the persons of a run, or with `other` of the difference between two of them.
 *
 * @param chance variance of a draw's mean for given parameters, from its persons: what the MCSE takes where blocks are few
 */
export function tellMean(
  own: Sums,
  other: Sums | undefined,
  bounds: Bounds,
  chance: (spread: Spread | undefined) => number = (spread) => spread?.luckOfDraw ?? 0,
): ToldWithSpread {
  const mean = pooledMean(own);
  const otherMean = other === undefined ? 0 : pooledMean(other);
  const estimate = mean - otherMean;
  const draws = own.of.length / HALVES;
  if (Number.isNaN(estimate)) return { estimate, mcse: Number.NaN, ...NO_INTERVAL, spread: undefined };
  const values = valuesOf(own, other);
  if (areAlike(values, Math.max(Math.abs(mean), Math.abs(otherMean)))) {
    const isTold = draws > 1 && differentPersons(own) >= LEAST_ALIKE;
    const interval = isTold ? { low: estimate, high: estimate } : NO_INTERVAL;
    return { estimate, mcse: draws === 1 ? Math.sqrt(chance(undefined)) : 0, ...interval, spread: undefined };
  }
  const influence = new Float64Array(draws);
  addInfluence(influence, own, mean, 1);
  if (other !== undefined) addInfluence(influence, other, otherMean, -1);
  const spread = draws > 1 ? spreadOf(values) : undefined;
  return {
    estimate,
    mcse: errorOfMean(influence, own.rows, () => chance(spread)),
    ...(spread === undefined ? NO_INTERVAL : parameterInterval(estimate, spread, bounds)),
    spread,
  };
}
