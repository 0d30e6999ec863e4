/**
 * What a run says about a mean outcome: the estimate, its Monte Carlo standard error (MCSE) and the interval over the
 * uncertainty of the parameters. The same method serves measures, differences, curves, costs, quartiles of times and break-even.
 *
 * **The mean** is defined in the same way everywhere: the sum over all persons of all draws and replications, divided by their
 * number (for a share of some persons only: by the number of those). The same holds within a draw, and a difference is the
 * difference of two such means. Therefore subgroups weighted by their persons add up to the whole cohort, and components add up
 * to totals.
 *
 * **The interval** is that of the expected outcome over the parameters (see `spread.ts`). It is left out where it cannot be estimated.
 */

import { DRAWS_PER_BLOCK } from '../simulation/cohort/cohort-key.js';
import { HALVES } from '../simulation/results/leaves.js';
import { type PosteriorRows, takeApart } from './posterior-rows.js';
import { ANY, type Bounds, expectedByDraw, parameterInterval, type Spread, spreadOf } from './spread.js';
import { type Interval, NO_INTERVAL, scatterOf } from './statistics.js';
import type { DrawValues } from './variances.js';

/** Position of the sum of a draw's half among all sums. */
export function placeOfHalf(draw: number, half: number): number {
  return draw * HALVES + half;
}

/** Sums by draw and half (see {@link placeOfHalf}). */
export interface Sums {
  /** Of the outcome. */
  readonly counted: Float64Array;
  /** The number of persons that the mean is over: all, or those that the measure counts. */
  readonly of: Float64Array;
  /** The posterior's rows, where there are enough draws to estimate their effect. */
  readonly rows?: PosteriorRows | undefined;
  /** Whether some draws are left out, so that antithetic pairs are not whole; those draws have nobody. */
  readonly isPart?: true;
}

/** The possible values of the mean of amounts that are never below zero, or never above, in any draw. */
export function boundsOfAmounts({ counted }: Sums): Bounds {
  return {
    low: counted.every((sum) => sum >= 0) ? 0 : ANY.low,
    high: counted.every((sum) => sum <= 0) ? 0 : ANY.high,
  };
}

/** The possible values of a mean: the given ones, or a single one for a mean that is known to be the same under all parameters. */
export function boundsOfMean(sums: Sums, bounds: Bounds): Bounds {
  const mean = pooledMean(sums);
  return isCertain(sums, valuesOf(sums), Math.abs(mean)) ? { low: mean, high: mean } : bounds;
}

/** A mean, its MCSE and its parameter interval; NaN: not estimated. */
export interface Estimated extends Interval {
  readonly estimate: number;
  readonly mcse: number;
}

/** Number of blocks from which the MCSE is computed from their scatter alone. */
const LEAST_BLOCKS = 4;
/** The least number of persons (with different random numbers) that have a spread; a single one says nothing about others. */
export const LEAST_FOR_SPREAD = 2;
/** Number of persons (with different random numbers) from which equal draws are taken to mean that draws do not differ. */
const LEAST_ALIKE = 30;
/** Part of the numbers that are compared below which what is between them is a rounding error. */
export const ROUNDING = 1e-12;

/**
 * Influence of every draw on a mean over all persons. In this run the influences add up to zero; in another they add up to the
 * error of the mean.
 */
function addInfluence(into: Float64Array, { counted, of }: Sums, mean: number, sign: 1 | -1): void {
  let persons = 0;
  for (let i = 0; i < of.length; i++) persons += of[i]!;
  for (let d = 0; d < into.length; d++) {
    const [a, b] = [placeOfHalf(d, 0), placeOfHalf(d, 1)];
    const own = of[a]! + of[b]!;
    into[d]! += own === 0 ? Number.NaN : (sign * (counted[a]! + counted[b]! - mean * own)) / persons;
  }
}

/**
 * MCSE of a sum of the influences of draws (NaN where one has nobody). It is computed from the scatter of the blocks, whose draws
 * have the same persons. With few blocks the draws are treated as independent, and the chance in the persons that the draws of a
 * block share is added; for a single draw that is the only part. Of the variance due to the posterior's rows only a part counts,
 * since rows are drawn without replacement.
 *
 * @param chance variance of a draw's mean for given parameters
 */
function errorOfMean(influence: Float64Array, rows: PosteriorRows | undefined, chance: () => number): number {
  if (rows !== undefined && !influence.some(Number.isNaN)) {
    const { others, ofRows } = takeApart(influence, rows);
    return Math.sqrt(scatterOf(others, DRAWS_PER_BLOCK / 2).byCluster + rows.left * ofRows);
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
      const [a, b] = [placeOfHalf(d, 0), placeOfHalf(d, 1)];
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

/** Number of persons with different random numbers; the draws of a block have the same persons. */
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

/** Whether a value is taken to be the same under all parameters: there are several draws with enough persons, and none differs. */
function isCertain(sums: Sums, values: DrawValues, scale: number): boolean {
  return values.whole.length > 1 && differentPersons(sums) >= LEAST_ALIKE && areAlike(values, scale);
}

/**
 * Standard error of a difference that comes from the posterior being a finite sample of rows; more draws do not lower it. NaN
 * where there are too few draws to estimate the effect of the rows.
 */
export function errorOfPosterior(own: Sums, other: Sums): number {
  if (own.rows === undefined) return Number.NaN;
  const influence = new Float64Array(own.of.length / HALVES);
  addInfluence(influence, own, pooledMean(own), 1);
  addInfluence(influence, other, pooledMean(other), -1);
  return Math.sqrt((takeApart(influence, own.rows).ofRows * influence.length) / own.rows.rows);
}

/** The estimates for a mean or a difference, with the spread behind them (none where no draw differs). */
export interface EstimatedWithSpread extends Estimated {
  readonly spread: Spread | undefined;
}

/**
 * The estimates for a mean over the persons of a run or, with `other`, for the difference between two means. The MCSE of a mean
 * over a single person is unknown.
 *
 * @param chance variance of a draw's mean for given parameters, from its persons; used for the MCSE where there are few blocks
 */
export function estimateMean(
  own: Sums,
  other: Sums | undefined,
  bounds: Bounds,
  chance: (spread: Spread | undefined) => number = (spread) => spread?.chanceOfDraw ?? 0,
): EstimatedWithSpread {
  const mean = pooledMean(own);
  const otherMean = other === undefined ? 0 : pooledMean(other);
  const scale = Math.max(Math.abs(mean), Math.abs(otherMean));
  // Means of the same amounts, which were added up in another order, do not differ.
  const isNone = other !== undefined && Math.abs(mean - otherMean) <= ROUNDING * scale;
  const estimate = isNone ? 0 : mean - otherMean;
  const draws = own.of.length / HALVES;
  if (Number.isNaN(estimate)) return { estimate, mcse: Number.NaN, ...NO_INTERVAL, spread: undefined };
  const values = valuesOf(own, other);
  const different = Math.min(differentPersons(own), other === undefined ? Infinity : differentPersons(other));
  const errorBy = (error: () => number) => (different < LEAST_FOR_SPREAD ? Number.NaN : error());
  if (areAlike(values, scale)) {
    const interval = isCertain(own, values, scale) ? { low: estimate, high: estimate } : NO_INTERVAL;
    const mcse = errorBy(() => (draws === 1 ? Math.sqrt(chance(undefined)) : 0));
    return { estimate, mcse, ...interval, spread: undefined };
  }
  const influence = new Float64Array(draws);
  addInfluence(influence, own, mean, 1);
  if (other !== undefined) addInfluence(influence, other, otherMean, -1);
  const spread = draws > 1 ? spreadOf(values, own.isPart) : undefined;
  return {
    estimate,
    mcse: errorBy(() => errorOfMean(influence, own.rows, () => chance(spread))),
    ...(spread === undefined ? NO_INTERVAL : parameterInterval(estimate, spread, bounds)),
    spread,
  };
}

/**
 * The expected difference between two means in each draw, without chance in its persons. Probabilities over the parameters are
 * computed from these. Undefined where it cannot be estimated, as with a single draw.
 */
export function expectedDifferences(own: Sums, other: Sums): Float64Array | undefined {
  const values = valuesOf(own, other);
  if (values.whole.length < 2) return undefined;
  const [mean, otherMean] = [pooledMean(own), pooledMean(other)];
  if (areAlike(values, Math.max(Math.abs(mean), Math.abs(otherMean)))) return values.whole;
  return expectedByDraw(mean - otherMean, values.whole, spreadOf(values));
}
