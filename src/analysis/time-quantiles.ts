/** Quartiles of the time to self-sufficiency: when a quarter, half and three quarters have got there. */

import type { Estimate } from './nested.js';
import type { Results } from './results.js';
import { INTERVAL, mean, present, quantile, variance } from './statistics.js';

export interface TimeQuantile extends Estimate {
  readonly measure: string;
  readonly month: undefined;
  readonly unit: 'months';
  /** The quantile (or difference) in every replication; Infinity or NaN where it is not reached. */
  readonly replicates: readonly number[];
}

const names = [
  ['p25', 0.25],
  ['median', 0.5],
  ['p75', 0.75],
] as const;

/** Half width, in months, of the window in which the density at a quantile is measured. */
const WINDOW = 3;

/** Share of sorted times not above `month`. */
function shareReached(times: Float64Array, month: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= month) low = middle + 1;
    else high = middle;
  }
  return low / times.length;
}

/** Sorted times of each draw (all its replications together) for one approach and group. */
function timesByDraw(results: Results, approach: number, group: number): Float64Array[] {
  const groups = results.groups.length;
  return results.draws.map((draw) => {
    const parts = draw.approaches[approach]!.times.filter((_, i) => i % groups === group);
    return Float64Array.from(parts.flatMap((part) => Array.from(part))).sort();
  });
}

function timesByReplication(results: Results, approach: number, group: number): Float64Array[] {
  const groups = results.groups.length;
  return results.draws.flatMap((draw) =>
    draw.approaches[approach]!.times.filter((_, i) => i % groups === group).map((times) => times.toSorted()),
  );
}

/** Times of all persons of a group in the first draw, in an order that all approaches share. */
function timesInOrder(results: Results, approach: number, group: number): number[] {
  const groups = results.groups.length;
  return results.draws[0]!.approaches[approach]!.times.filter((_, i) => i % groups === group).flatMap(
    (part) => Array.from(part),
  );
}

/**
 * MCSE in a run of a single draw: each person's influence on the quantile is whether they have reached it, over the
 * density there; with two approaches, the difference of the two on the same person.
 */
function singleDrawMcse(
  left: Pooled,
  right: Pooled | undefined,
  own: number[],
  other: number[] | undefined,
): number {
  const influence = own.map(
    (time, i) =>
      (time <= left.at ? 1 : 0) / left.density -
      (right === undefined ? 0 : (other![i]! <= right.at ? 1 : 0) / right.density),
  );
  return Math.sqrt(variance(influence) / influence.length);
}

/** Smallest time by which a share p has been reached (inverse of the distribution function). */
function timeOf(times: Float64Array, p: number): number {
  return times.length === 0
    ? Number.NaN
    : times[Math.min(times.length - 1, Math.ceil(p * times.length) - 1)]!;
}

interface Pooled {
  readonly at: number;
  /** Of each draw: its share reached there over the density. */
  readonly influence: readonly number[];
  readonly density: number;
}

/** A quantile of the mixture of all draws, and each draw's influence on it. */
function pooledQuantile(draws: readonly Float64Array[], p: number): Pooled {
  const pooled = Float64Array.from(draws.flatMap((times) => Array.from(times))).sort();
  const at = timeOf(pooled, p);
  if (!Number.isFinite(at))
    return { at: Number.NaN, influence: draws.map(() => Number.NaN), density: Number.NaN };
  const density = (shareReached(pooled, at + WINDOW) - shareReached(pooled, at - WINDOW)) / (2 * WINDOW);
  return {
    at,
    influence: draws.map((times) => shareReached(times, at) / density),
    density,
  };
}

const finite = (value: number) => (Number.isFinite(value) ? value : Number.NaN);

/**
 * Quartiles of the time to self-sufficiency; with `against`, differences from that approach. The MCSE comes from the
 * draws' influence on the pooled quantile (F_d(q) / f(q), the quantile's linearisation); with a single draw from that
 * of the persons. Quantiles beyond the horizon are NaN.
 */
export function timeQuantiles(
  results: Results,
  approach: number,
  group: number,
  against?: number,
): TimeQuantile[] {
  const own = timesByDraw(results, approach, group);
  const other = against === undefined ? undefined : timesByDraw(results, against, group);
  const ownReplicates = timesByReplication(results, approach, group);
  const otherReplicates = against === undefined ? undefined : timesByReplication(results, against, group);
  const ownOrder = timesInOrder(results, approach, group);
  const otherOrder = against === undefined ? undefined : timesInOrder(results, against, group);
  return names.map(([name, p]) => {
    const left = pooledQuantile(own, p);
    const right = other === undefined ? undefined : pooledQuantile(other, p);
    const byDraw = own.map((times, d) => timeOf(times, p) - (other === undefined ? 0 : timeOf(other[d]!, p)));
    const replicates = ownReplicates.map(
      (times, i) => timeOf(times, p) - (otherReplicates === undefined ? 0 : timeOf(otherReplicates[i]!, p)),
    );
    const influence = present(left.influence.map((value, d) => value - (right?.influence[d] ?? 0)));
    const kept = present(byDraw);
    const known = present(replicates);
    const several = own.length > 1;
    return {
      measure: `months_to_self_sufficiency_${name}`,
      month: undefined,
      unit: 'months' as const,
      estimate: left.at - (right?.at ?? 0),
      mcse: several
        ? Math.sqrt(variance(influence) / influence.length)
        : singleDrawMcse(left, right, ownOrder, otherOrder),
      parameterLow: several ? finite(quantile(kept, INTERVAL[0])) : Number.NaN,
      parameterHigh: several ? finite(quantile(kept, INTERVAL[1])) : Number.NaN,
      predictionLow: known.length > 1 ? finite(quantile(known, INTERVAL[0])) : Number.NaN,
      predictionHigh: known.length > 1 ? finite(quantile(known, INTERVAL[1])) : Number.NaN,
      replicates: Number.isNaN(mean(known)) ? [] : replicates,
    };
  });
}
