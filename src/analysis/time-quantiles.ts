/** Quartiles of the time to self-sufficiency: when a quarter, half and three quarters of the persons have reached it. */

import type { Measure } from '../domain/measures/measure.js';
import { quartiles } from '../domain/measures/self-sufficiency.js';
import { QUARTILES } from '../simulation/results/arrays.js';
import { HALVES } from '../simulation/results/leaves.js';
import {
  chanceOf as chanceInReplications,
  type Estimate,
  keptOutcomes,
  type NestedValues,
  predictionOf,
} from './nested.js';
import type { Results } from './results.js';
import {
  ANY,
  type Bounds,
  boundsOfDifference,
  NOT_NEGATIVE,
  parameterInterval,
  SHARES,
  type Spread,
  spreadOf,
} from './spread.js';
import { type Interval, mean, NO_INTERVAL, present, variance } from './statistics.js';
import { lastTime, poolTimes, shareReached, type Times, timeOf, timesByHalf } from './times.js';
import { areAlike, estimateMean, placeOfHalf, type Sums } from './uncertainty.js';
import type { DrawValues } from './variances.js';

export interface TimeQuantile extends Estimate {
  readonly measure: string;
  readonly month: undefined;
  readonly unit: Measure['unit'];
  readonly better: Measure['better'];
  /** The quantile (or difference) in every replication; Infinity or NaN where it is not reached. */
  readonly replicates: readonly number[];
}

/** Half width, in months, of the window in which the density at a quantile is measured. */
const WINDOW = 3;

/** One of the quartiles (or, with `against`, its difference from that approach) in every kept replication, by draw. */
function quartileByReplication(
  results: Results,
  approach: number,
  group: number,
  q: number,
  against: number | undefined,
): number[][] {
  return results.draws.map(({ kept, approaches }) => {
    const inReplication = (a: number, r: number) =>
      approaches[a]!.quartiles[results.approaches[a]!.shapes.quartiles.at(r, group, q)]!;
    return Array.from({ length: kept }, (_, r) => {
      const own = inReplication(approach, r);
      return against === undefined ? own : own - inReplication(against, r);
    });
  });
}

/** The lives of one approach in one group. */
interface Lives {
  /** By draw and half. */
  readonly parts: readonly Times[];
  readonly all: Times;
  /** In a run of one draw, the times of the first persons. */
  readonly sample: Float64Array;
  readonly rows: Results['rows'];
}

function livesOf(results: Results, approach: number, group: number): Lives {
  const parts = timesByHalf(results, approach, group);
  return {
    parts,
    all: poolTimes(parts),
    sample: results.draws[0]!.approaches[approach]!.timeSample[group]!,
    rows: results.rows,
  };
}

/** A quantile of all lives: where it is, and the density there. NaN: not within the horizon. */
interface Place {
  readonly at: number;
  readonly density: number;
}

function placeOf({ all }: Lives, p: number): Place {
  const at = timeOf(all, p);
  if (!Number.isFinite(at)) return { at: Number.NaN, density: Number.NaN };
  return { at, density: (shareReached(all, at + WINDOW) - shareReached(all, at - WINDOW)) / (2 * WINDOW) };
}

/** Sums of the persons who have reached it by a month, each counted as `weight`. */
function reachedBy({ parts, rows }: Lives, month: number, weight: number): Sums {
  return {
    counted: Float64Array.from(parts, (times) =>
      times.persons === 0 ? 0 : weight * times.persons * shareReached(times, month),
    ),
    of: Float64Array.from(parts, ({ persons }) => persons),
    rows,
  };
}

/** Variance of a draw's quantile for given parameters: that of the share who have reached it, over the squared density. */
function chanceOfOne(draws: number, { all }: Lives, { at, density }: Place): number {
  const share = shareReached(all, at);
  return (share * (1 - share)) / density ** 2 / (all.persons / draws);
}

/**
 * Variance of a draw's difference between quantiles for given parameters. The two have the same persons, so that most of their
 * chance cancels; how much, only pairs tell: the differences in the replications or, where some of these have none or there is
 * one, in the halves of the persons.
 */
function chanceOfPairs(replicates: NestedValues, replications: number, spread: Spread | undefined): number {
  const areAll = replicates.every((values) => values.every(Number.isFinite));
  const inReplications = areAll ? chanceInReplications(replicates).variance / replications : Number.NaN;
  return Number.isNaN(inReplications) ? (spread?.chanceOfDraw ?? Number.NaN) : inReplications;
}

/**
 * The same in a run of one draw: each person's influence on the quantile is whether they have reached it, over the density there;
 * with two approaches the difference of the two on the same person.
 */
function chanceInSample(left: Lives, at: Place, right: Lives | undefined, other: Place): number {
  const influence = Array.from(
    left.sample,
    (time, i) =>
      (time <= at.at ? 1 : 0) / at.density -
      (right === undefined ? 0 : (right.sample[i]! <= other.at ? 1 : 0) / other.density),
  );
  return variance(influence) / left.all.persons;
}

/** Steps of the search for an end, which give it to within a thousandth of a month. */
const STEPS = 20;

/**
 * Where an interval around a month ends: the last month within it and the first beyond. A month whose share has no interval is taken
 * to lie beyond, so that the search goes on nearer by; NaN where the end would lie next to such a month.
 *
 * @param outermost the farthest that it can reach, and whether that is known
 */
function endOf(
  at: number,
  outermost: { readonly month: number; readonly isKnown: boolean },
  isBeyond: (month: number) => boolean | undefined,
): { within: number; beyond: number } {
  let [within, beyond] = [at, outermost.month];
  let { isKnown } = outermost;
  for (let step = 0; step < STEPS; step++) {
    const middle = (within + beyond) / 2;
    const there = isBeyond(middle);
    if (there === false) within = middle;
    else [beyond, isKnown] = [middle, there === true];
  }
  return isKnown ? { within, beyond } : { within: Number.NaN, beyond: Number.NaN };
}

/**
 * Interval of a quantile over the parameters. A draw's quantile is before a month when its share by that month is at least p, so
 * the ends lie where the ends of the interval of the share reach p. It has both ends or none; Infinity: beyond the horizon.
 */
function intervalOfQuantile(lives: Lives, p: number, at: number): Interval {
  const horizon = lastTime(lives.all);
  const ends = (month: number) => estimateMean(reachedBy(lives, month, 1), undefined, SHARES);
  const reaches = (end: 'low' | 'high', month: number) => {
    const value = ends(month)[end];
    return Number.isNaN(value) ? undefined : value >= p;
  };
  const not = (known: boolean | undefined) => (known === undefined ? undefined : !known);
  if (!(ends(at).low <= p)) return NO_INTERVAL;
  const isThere = reaches('low', horizon);
  const low = endOf(at, { month: 0, isKnown: true }, (month) => not(reaches('high', month))).within;
  const high =
    isThere === false
      ? Number.POSITIVE_INFINITY
      : endOf(at, { month: horizon, isKnown: isThere === true }, (month) => reaches('low', month)).beyond;
  return Number.isNaN(low) || Number.isNaN(high) ? NO_INTERVAL : { low, high };
}

/** The quantile in each draw and in its halves. */
function valuesByDraw(p: number, { parts }: Lives): DrawValues {
  const draws = parts.length / HALVES;
  const half = (d: number, h: number) => timeOf(parts[placeOfHalf(d, h)]!, p);
  return {
    whole: Float64Array.from({ length: draws }, (_, d) =>
      timeOf(poolTimes(parts.slice(placeOfHalf(d, 0), placeOfHalf(d + 1, 0))), p),
    ),
    halfDifference: Float64Array.from({ length: draws }, (_, d) => (half(d, 0) - half(d, 1)) / 2),
  };
}

/** Values of one side minus those of the other, draw by draw. */
function differencesByDraw(own: DrawValues, other: DrawValues): DrawValues {
  const minus = (key: keyof DrawValues) => own[key].map((value, d) => value - other[key][d]!);
  return { whole: minus('whole'), halfDifference: minus('halfDifference') };
}

/** The possible months of a quantile, which may lie beyond the horizon; if it is the same in every draw, only that month. */
function boundsOf(values: DrawValues, at: number): Bounds {
  const isCertain = values.whole.length > 1 && Number.isFinite(at) && areAlike(values, Number.EPSILON);
  return isCertain ? { low: at, high: at } : NOT_NEGATIVE;
}

/** Whether every draw with persons, and each of its halves, has a value. */
function areAllThere({ whole, halfDifference }: DrawValues, { parts }: Lives): boolean {
  return whole.every(
    (value, d) =>
      (Number.isFinite(value) && Number.isFinite(halfDifference[d]!)) ||
      parts[placeOfHalf(d, 0)]!.persons + parts[placeOfHalf(d, 1)]!.persons === 0,
  );
}

/** Interval over the parameters of a difference between quantiles; none unless every draw reaches both. */
function intervalOfDifference(
  estimate: number,
  values: DrawValues,
  spread: Spread | undefined,
  bounds: Bounds,
): Interval {
  if (areAlike(values, Number.EPSILON)) return { low: estimate, high: estimate };
  if (spread === undefined) return NO_INTERVAL;
  // The difference of the quantiles of all lives is not the mean of the draws' differences.
  const { low, high } = parameterInterval(mean(present(Array.from(values.whole))), spread, bounds);
  return { low: Math.min(low, estimate), high: Math.max(high, estimate) };
}

const finite = (value: number) => (Number.isFinite(value) ? value : Number.NaN);

/**
 * Quartiles of the time to self-sufficiency; with `against`, differences from that approach. The MCSE is that of the
 * share who have reached it by the quantile, over the density (the quantile's linearisation). Quantiles beyond the horizon are NaN.
 */
export function timeQuantiles(
  results: Results,
  approach: number,
  group: number,
  against?: number,
): TimeQuantile[] {
  const lives = livesOf(results, approach, group);
  const others = against === undefined ? undefined : livesOf(results, against, group);
  const draws = results.draws.length;
  return QUARTILES.map((p, q) => {
    const place = placeOf(lives, p);
    const other = others === undefined ? { at: 0, density: 1 } : placeOf(others, p);
    const estimate = place.at - other.at;
    const isNever = others !== undefined && Number.isNaN(place.at) && Number.isNaN(other.at);
    const replicates: NestedValues = quartileByReplication(results, approach, group, q, against);
    const known = keptOutcomes(replicates);
    const own = valuesByDraw(p, lives);
    const theirs = others === undefined ? undefined : valuesByDraw(p, others);
    const values = theirs === undefined ? own : differencesByDraw(own, theirs);
    const bounds =
      theirs === undefined
        ? NOT_NEGATIVE
        : boundsOfDifference(boundsOf(own, place.at), boundsOf(theirs, other.at));
    const spread = draws > 1 && areAllThere(values, lives) ? spreadOf(values) : undefined;
    const influence = (side: Lives, { at, density }: Place) => reachedBy(side, at, 1 / density);
    const { mcse } = estimateMean(
      influence(lives, place),
      others === undefined ? undefined : influence(others, other),
      ANY,
      (spread) => {
        if (draws === 1) return chanceInSample(lives, place, others, other);
        if (others === undefined) return chanceOfOne(draws, lives, place);
        return chanceOfPairs(replicates, results.task.replications, spread);
      },
    );
    const isEstimable = draws > 1 && !Number.isNaN(estimate);
    const parameter = !isEstimable
      ? NO_INTERVAL
      : others === undefined
        ? intervalOfQuantile(lives, p, place.at)
        : intervalOfDifference(estimate, values, spread, bounds);
    // Where neither cohort reaches the quantile within the horizon, the difference is unknown.
    const isPredicted = others === undefined || replicates.every((values) => values.every(Number.isFinite));
    const prediction = isPredicted
      ? predictionOf({ estimate, spread, ...parameter }, replicates, bounds)
      : { predictionLow: Number.NaN, predictionHigh: Number.NaN };
    return {
      measure: quartiles[q]!.name,
      month: undefined,
      unit: quartiles[q]!.unit,
      better: quartiles[q]!.better,
      estimate,
      mcse: Number.isNaN(estimate) ? Number.NaN : mcse,
      parameterLow: finite(parameter.low),
      parameterHigh: finite(parameter.high),
      predictionLow: finite(prediction.predictionLow),
      predictionHigh: finite(prediction.predictionHigh),
      // Of cohorts that happen to get there while all together do not, it cannot be said which approach is first.
      replicates: isNever || Number.isNaN(mean(known)) ? [] : replicates.flat(),
    };
  });
}
