/** Quartiles of the time to self-sufficiency: when a quarter, half and three quarters have got there. */

import type { Estimate } from './nested.js';
import type { Results } from './results.js';
import { INTERVAL, mean, quantile, variance } from './statistics.js';

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
    draw.approaches[approach]!.times.filter((_, i) => i % groups === group),
  );
}

/** Smallest time by which a share p has been reached (inverse of the distribution function). */
function timeOf(times: Float64Array, p: number): number {
  return times.length === 0
    ? Number.NaN
    : times[Math.min(times.length - 1, Math.ceil(p * times.length) - 1)]!;
}

/** A quantile of the mixture of all draws, and each draw's influence on it: its share reached there over the density. */
function pooledQuantile(draws: readonly Float64Array[], p: number) {
  const pooled = Float64Array.from(draws.flatMap((times) => Array.from(times))).sort();
  const at = timeOf(pooled, p);
  if (!Number.isFinite(at))
    return { at: Number.NaN, influence: draws.map(() => Number.NaN), persons: pooled.length };
  const density = (shareReached(pooled, at + WINDOW) - shareReached(pooled, at - WINDOW)) / (2 * WINDOW);
  return {
    at,
    influence: draws.map((times) => shareReached(times, at) / density),
    density,
    persons: pooled.length,
  };
}

const finite = (value: number) => (Number.isFinite(value) ? value : Number.NaN);

/**
 * Quartiles of the time to self-sufficiency; with `against`, differences from that approach. The MCSE comes from the
 * draws' influence on the pooled quantile (F_d(q) / f(q), the quantile's linearisation); with a single draw from the
 * binomial variance p (1 - p) / n. Quantiles beyond the horizon are NaN.
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
  return names.map(([name, p]) => {
    const left = pooledQuantile(own, p);
    const right = other === undefined ? undefined : pooledQuantile(other, p);
    const byDraw = own.map((times, d) => timeOf(times, p) - (other === undefined ? 0 : timeOf(other[d]!, p)));
    const replicates = ownReplicates.map(
      (times, i) => timeOf(times, p) - (otherReplicates === undefined ? 0 : timeOf(otherReplicates[i]!, p)),
    );
    const influence = left.influence.map((value, d) => value - (right?.influence[d] ?? 0));
    const binomial = Math.sqrt((p * (1 - p)) / left.persons) / (left.density ?? Number.NaN);
    const single = right === undefined ? binomial : Number.NaN;
    const kept = byDraw.filter((value) => !Number.isNaN(value));
    const known = replicates.filter((value) => !Number.isNaN(value));
    const several = own.length > 1;
    return {
      measure: `months_to_self_sufficiency_${name}`,
      month: undefined,
      unit: 'months' as const,
      estimate: left.at - (right?.at ?? 0),
      mcse: several ? Math.sqrt(variance(influence) / influence.length) : single,
      parameterLow: several ? finite(quantile(kept, INTERVAL[0])) : Number.NaN,
      parameterHigh: several ? finite(quantile(kept, INTERVAL[1])) : Number.NaN,
      predictionLow: known.length > 1 ? finite(quantile(known, INTERVAL[0])) : Number.NaN,
      predictionHigh: known.length > 1 ? finite(quantile(known, INTERVAL[1])) : Number.NaN,
      replicates: Number.isNaN(mean(known)) ? [] : replicates,
    };
  });
}
