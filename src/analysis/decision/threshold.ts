/**
 * From what value of a number on an outcome is above a target. The outcome is simulated with common random numbers, so that it is a
 * function of that number which can be evaluated again and again: the crossing is found as a root, not fitted through noise.
 */

import type { Estimated } from '../uncertainty.js';
import { type Evaluation, narrowDown, Root, type Sought } from './root.js';

/** Where a crossing is looked for. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** A value at which the outcome goes from at most the target to above it (up), or back (down). */
interface Crossing {
  readonly value: number;
  readonly direction: 'up' | 'down';
  /** Monte Carlo standard error: that of the outcome there over the slope. NaN: cannot be estimated. */
  readonly error: number;
  /**
   * The values for which the target is within the outcome's parameter interval: what the crossing may be under other parameters.
   * Infinite: beyond the range; NaN: cannot be estimated.
   */
  readonly low: number;
  readonly high: number;
}

/** What is found in a range. */
export interface Threshold {
  /** In rising order; none: the outcome is above the target throughout, or nowhere. */
  readonly crossings: readonly Crossing[];
  /** Whether it is above the target at the low and at the high end. */
  readonly above: readonly [boolean, boolean];
  /** All evaluations, in rising order of the number. */
  readonly readings: readonly Reading[];
}

/** The outcome at one value of the number. */
export interface Reading {
  readonly at: number;
  readonly outcome: Estimated;
}

/** What is asked. */
export interface ThresholdSearch {
  readonly range: Range;
  readonly target: number;
  /** Values, evenly over the range, that are evaluated first: of crossings between two of these, only an odd number is noticed. */
  readonly first?: number;
  /** How far a crossing may be off, as part of the range. */
  readonly tolerance?: number;
}

const FIRST = 9;
const TOLERANCE = 1e-3;
/** Part of the range from which on two evaluations tell a slope: nearer ones differ by single persons. */
const APART = 0.02;

export type End = 'estimate' | 'low' | 'high';

/** The straight line between readings on both sides of a value, as far apart as a slope needs. */
function slopeAt(readings: readonly Reading[], value: number, apart: number): number {
  const left = readings.findLast(({ at }) => at <= value - apart) ?? readings[0]!;
  const right = readings.find(({ at }) => at >= value + apart) ?? readings.at(-1)!;
  return (right.outcome.estimate - left.outcome.estimate) / (right.at - left.at);
}

/** The MCSE of the outcome at a value: that of the nearest reading. */
function mcseAt(readings: readonly Reading[], value: number): number {
  return readings.reduce((best, own) => (Math.abs(own.at - value) < Math.abs(best.at - value) ? own : best))
    .outcome.mcse;
}

/** Even steps from one end of a range to the other. */
export function steps({ low, high }: Range, count: number): number[] {
  return Array.from({ length: count }, (_, i) =>
    i === count - 1 ? high : low + ((high - low) * i) / (count - 1),
  );
}

/**
 * Finds the crossings of a target within a range. It yields the values that are to be evaluated next, as many at once as there are, and
 * wants what is told of the outcome at each, in their order; evaluations of one search need the same random numbers. First the whole
 * range is looked through; then each crossing of the estimate is narrowed down; then the ends of its interval, where an end of the
 * outcome's parameter interval crosses the target: a test at each value, turned round (as the interval of Fieller 1954 is). The parameter
 * interval knows the Monte Carlo error, so that of a crossing does too. Where the outcome of every parameter draw crosses once, the ends
 * are quantiles of the crossings of the draws.
 */
export function* findThreshold({
  range,
  target,
  first = FIRST,
  tolerance = TOLERANCE,
}: ThresholdSearch): Generator<number[], Threshold, readonly Estimated[]> {
  const size = range.high - range.low;
  const readings: Reading[] = [];
  const keep = (at: number, outcome: Estimated) => {
    readings.push({ at, outcome });
    readings.sort((a, b) => a.at - b.at);
  };
  const start = steps(range, first);
  const outcome = yield start;
  start.forEach((at, i) => {
    keep(at, outcome[i]!);
  });
  const pointOf = ({ at, outcome: own }: Reading, end: End): Evaluation => ({ at, value: own[end] - target });
  const seek = (from: Reading, to: Reading, end: End): Sought<number, Estimated> => ({
    root: new Root(pointOf(from, end), pointOf(to, end), tolerance * size),
    placeOf: (at) => at,
    valueIn: (own) => own[end] - target,
  });
  const isAbove = ({ outcome: own }: Reading) => own.estimate > target;
  const isEstimable = ({ outcome: own }: Reading) => !Number.isNaN(own.estimate);
  const turns = readings.flatMap((to, i) => {
    const from = readings[i - 1];
    if (from === undefined || !isEstimable(from) || !isEstimable(to) || isAbove(from) === isAbove(to))
      return [];
    return [
      { sought: seek(from, to, 'estimate'), direction: isAbove(to) ? ('up' as const) : ('down' as const) },
    ];
  });
  yield* narrowDown(
    turns.map(({ sought }) => sought),
    keep,
  );
  const found = turns.map(({ sought, direction }) => ({ value: sought.root.value, direction }));
  const ends = found.map(({ value }) => {
    const known = readings.slice();
    return ([-1, 1] as const).map((side) => endOf(known, value, side, target, seek));
  });
  yield* narrowDown(
    ends.flat().flatMap((end) => (typeof end === 'number' ? [] : [end])),
    keep,
  );
  const placeOf = (end: number | Sought<number, Estimated>) =>
    typeof end === 'number' ? end : end.root.value;
  return {
    crossings: found.map(({ value, direction }, i) => ({
      value,
      direction,
      error: mcseAt(readings, value) / Math.abs(slopeAt(readings, value, APART * size)),
      low: placeOf(ends[i]![0]!),
      high: placeOf(ends[i]![1]!),
    })),
    above: [isAbove(readings[0]!), isAbove(readings.at(-1)!)],
    readings,
  };
}

/** By which end of its parameter interval an outcome is told to be above a target, or not above it; undefined where it may be either. */
function apartBy({ outcome: { low, high } }: Reading, target: number): 'low' | 'high' | undefined {
  if (low > target) return 'low';
  return high <= target ? 'high' : undefined;
}

/**
 * One end of the interval of a crossing: what is to be narrowed down, or infinity where the target is within the outcome's interval up to
 * the end of the range, or NaN where that cannot be estimated.
 *
 * @param side -1 towards lower values, 1 towards higher ones
 */
export function endOf<Place>(
  readings: readonly Reading[],
  value: number,
  side: -1 | 1,
  target: number,
  seek: (from: Reading, to: Reading, end: End) => Sought<Place, Estimated>,
): number | Sought<Place, Estimated> {
  const outwards = side === 1 ? readings : readings.toReversed();
  const first = outwards.findIndex(({ at }) => side * (at - value) > 0);
  if (first < 0) return side * Number.POSITIVE_INFINITY;
  // The reading just on the other side, and those from the crossing on.
  const away = outwards.slice(Math.max(0, first - 1));
  const last = away.findIndex((own, i) => i > 0 && apartBy(own, target) !== undefined);
  const within = last < 0 ? away : away.slice(0, last);
  if (within.some(({ outcome }) => Number.isNaN(outcome.low) || Number.isNaN(outcome.high)))
    return Number.NaN;
  if (last < 0) return side * Number.POSITIVE_INFINITY;
  return seek(away[last - 1]!, away[last]!, apartBy(away[last]!, target)!);
}
