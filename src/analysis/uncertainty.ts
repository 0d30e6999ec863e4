/**
 * What a run can tell about a mean outcome: the estimate, its Monte Carlo standard error (MCSE) and the interval over the
 * uncertainty of the parameters. The same method serves measures, differences, curves, costs, quartiles of times and break-even.
 *
 * **The mean** is the same everywhere: the sum over all persons of all draws and replications, over their number (of a
 * share of those concerned: over the number concerned); within a draw likewise; a difference is that of two such means. So
 * subgroups weighted by their persons give the whole cohort, and components give totals.
 *
 * **The interval** is of the expected outcome over the parameters (see `spread.ts`); where it cannot be told there is none.
 */

import { DRAWS_PER_BLOCK } from '../simulation/cohort/cohort-key.js';
import { HALVES } from '../simulation/results/leaves.js';
import { type PosteriorRows, takeApart } from './posterior-rows.js';
import {
  ANY,
  type Bounds,
  type DrawValues,
  expectedByDraw,
  parameterInterval,
  type Spread,
  spreadOf,
} from './spread.js';
import { type Interval, NO_INTERVAL, scatterOf } from './statistics.js';

/** Where the sum of a half of a draw stands among those of all. */
export function placeOfHalf(draw: number, half: number): number {
  return draw * HALVES + half;
}

/** Sums by draw and half (see {@link placeOfHalf}). */
export interface Sums {
  /** Of the outcome. */
  readonly counted: Float64Array;
  /** Of those whose mean is taken: the persons, or those concerned. */
  readonly of: Float64Array;
  /** The posterior's rows, where draws are many enough to tell what these do. */
  readonly rows?: PosteriorRows | undefined;
}

/** The possible values of the mean of amounts that are never below zero, or never above, in any draw. */
export function boundsOfAmounts({ counted }: Sums): Bounds {
  return {
    low: counted.every((sum) => sum >= 0) ? 0 : ANY.low,
    high: counted.every((sum) => sum <= 0) ? 0 : ANY.high,
  };
}

/** The possible values of a mean: those that are given, and of one that is told to be the same under all parameters only that one. */
export function boundsOfMean(sums: Sums, bounds: Bounds): Bounds {
  const mean = pooledMean(sums);
  return isCertain(sums, valuesOf(sums), Math.abs(mean)) ? { low: mean, high: mean } : bounds;
}

/** A mean, its MCSE and its parameter interval; NaN: cannot be told. */
export interface Told extends Interval {
  readonly estimate: number;
  readonly mcse: number;
}

/** Blocks from which on their scatter alone tells the MCSE. */
const LEAST_BLOCKS = 4;
/** Persons (with different luck) from which on there is a spread between them: one alone says nothing of what another would have had. */
export const LEAST_FOR_SPREAD = 2;
/** Number of persons (with different luck) from which it means something when no draw differs from another. */
const LEAST_ALIKE = 30;
/** Differences between draws that are rounding. */
const ROUNDING = 1e-12;

/** Influence of every draw on a mean over all persons: adds up to zero, and to the error of the mean in another run. */
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

/** Whether a value is told to be the same under all parameters: no draw differs from another, of several and of persons enough. */
function isCertain(sums: Sums, values: DrawValues, scale: number): boolean {
  return values.whole.length > 1 && differentPersons(sums) >= LEAST_ALIKE && areAlike(values, scale);
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
 * What is told of a mean over the persons of a run, or with `other` of the difference between two of them. The MCSE of the mean of
 * a single person (or of one who is concerned) cannot be told.
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
  const different = Math.min(differentPersons(own), other === undefined ? Infinity : differentPersons(other));
  const errorBy = (told: () => number) => (different < LEAST_FOR_SPREAD ? Number.NaN : told());
  const scale = Math.max(Math.abs(mean), Math.abs(otherMean));
  if (areAlike(values, scale)) {
    const interval = isCertain(own, values, scale) ? { low: estimate, high: estimate } : NO_INTERVAL;
    const mcse = errorBy(() => (draws === 1 ? Math.sqrt(chance(undefined)) : 0));
    return { estimate, mcse, ...interval, spread: undefined };
  }
  const influence = new Float64Array(draws);
  addInfluence(influence, own, mean, 1);
  if (other !== undefined) addInfluence(influence, other, otherMean, -1);
  const spread = draws > 1 ? spreadOf(values) : undefined;
  return {
    estimate,
    mcse: errorBy(() => errorOfMean(influence, own.rows, () => chance(spread))),
    ...(spread === undefined ? NO_INTERVAL : parameterInterval(estimate, spread, bounds)),
    spread,
  };
}

/**
 * Difference between two means that each draw is expected to have, without the luck of its persons: what probabilities over the parameters
 * are counted over. Undefined where it cannot be told, as of a single draw.
 */
export function expectedDifferences(own: Sums, other: Sums): Float64Array | undefined {
  const values = valuesOf(own, other);
  if (values.whole.length < 2) return undefined;
  const [mean, otherMean] = [pooledMean(own), pooledMean(other)];
  if (areAlike(values, Math.max(Math.abs(mean), Math.abs(otherMean)))) return values.whole;
  return expectedByDraw(mean - otherMean, values.whole, spreadOf(values));
}
