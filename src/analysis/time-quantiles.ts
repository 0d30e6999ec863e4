/** Quartiles of the time to self-sufficiency: when a quarter, half and three quarters have got there. */

import { BINS_PER_MONTH, QUARTILES } from '../simulation/task.js';
import type { Estimate } from './nested.js';
import type { Results } from './results.js';
import {
  errorOfDrawMean,
  intervalOf,
  intervalWithoutNoise,
  mean,
  NO_INTERVAL,
  present,
  variance,
} from './statistics.js';

export interface TimeQuantile extends Estimate {
  readonly measure: string;
  readonly month: undefined;
  readonly unit: 'months';
  /** The quantile (or difference) in every replication; Infinity or NaN where it is not reached. */
  readonly replicates: readonly number[];
}

const names = ['p25', 'median', 'p75'] as const;

/** Half width, in months, of the window in which the density at a quantile is measured. */
const WINDOW = 3;

/** Persons by time, cumulated: entry i counts those with a time below i / BINS_PER_MONTH; and all there are. */
interface Times {
  readonly below: Float64Array;
  readonly persons: number;
}

function cumulate(counts: Uint32Array): Times {
  const below = new Float64Array(counts.length);
  for (let i = 1; i < counts.length; i++) below[i] = below[i - 1]! + counts[i - 1]!;
  return { below, persons: below.at(-1)! + counts.at(-1)! };
}

/** Share of the times not above `month`, those of a bin spread evenly over it. */
function shareReached({ below, persons }: Times, month: number): number {
  const place = Math.min(Math.max(0, month * BINS_PER_MONTH), below.length - 1);
  const bin = Math.floor(place);
  const next = below[Math.min(bin + 1, below.length - 1)]!;
  return (below[bin]! + (place - bin) * (next - below[bin]!)) / persons;
}

/** Time by which a share p has been reached; Infinity: not within the horizon, NaN: of nobody. */
function timeOf({ below, persons }: Times, p: number): number {
  if (persons === 0) return Number.NaN;
  const wanted = p * persons;
  if (below.at(-1)! < wanted) return Number.POSITIVE_INFINITY;
  let low = 0;
  let high = below.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (below[middle]! < wanted) low = middle;
    else high = middle;
  }
  return (low + (wanted - below[low]!) / (below[high]! - below[low]!)) / BINS_PER_MONTH;
}

/** Times of each draw (all its replications together) for one approach and group. */
function timesByDraw(results: Results, approach: number, group: number): Times[] {
  return results.draws.map((draw) => {
    const { timeCounts } = draw.approaches[approach]!;
    const bins = timeCounts.length / results.groups.length;
    return cumulate(timeCounts.subarray(group * bins, (group + 1) * bins));
  });
}

/** Times of all draws together. */
function poolTimes(draws: readonly Times[]): Times {
  const below = new Float64Array(draws[0]!.below.length);
  for (const draw of draws) for (let i = 0; i < below.length; i++) below[i]! += draw.below[i]!;
  return { below, persons: draws.reduce((sum, { persons }) => sum + persons, 0) };
}

/** One of the quartiles (or, with `against`, its difference from that approach) in every kept replication, by draw. */
function quartileByReplication(
  results: Results,
  approach: number,
  group: number,
  q: number,
  against: number | undefined,
): number[][] {
  const groups = results.groups.length;
  return results.draws.map(({ kept, approaches }) =>
    Array.from({ length: kept }, (_, r) => {
      const at = (r * groups + group) * QUARTILES.length + q;
      const own = approaches[approach]!.quartiles[at]!;
      return against === undefined ? own : own - approaches[against]!.quartiles[at]!;
    }),
  );
}

/**
 * Variance of a draw's quartile for given parameters, on average over the draws, from how much its replications differ; NaN
 * where there is but one.
 */
function noiseOf(results: Results, replicates: readonly (readonly number[])[]): number {
  return mean(
    present(
      replicates.map(
        (values, d) => variance(values.filter(Number.isFinite)) / results.draws[d]!.replications,
      ),
    ),
  );
}

/**
 * MCSE in a run of a single draw: each person's influence on the quantile is whether they have reached it, over the
 * density there; with two approaches, the difference of the two on the same person.
 */
function singleDrawMcse(
  left: Pooled,
  right: Pooled | undefined,
  own: Float64Array,
  other: Float64Array | undefined,
  persons: number,
): number {
  const influence = Array.from(
    own,
    (time, i) =>
      (time <= left.at ? 1 : 0) / left.density -
      (right === undefined ? 0 : (other![i]! <= right.at ? 1 : 0) / right.density),
  );
  return Math.sqrt(variance(influence) / persons);
}

interface Pooled {
  readonly at: number;
  /** Of each draw: its share reached there over the density. */
  readonly influence: readonly number[];
  readonly density: number;
}

/** A quantile of the mixture of all draws, and each draw's influence on it. */
function pooledQuantile(draws: readonly Times[], pooled: Times, p: number): Pooled {
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
  const ownPool = poolTimes(own);
  const otherPool = other === undefined ? undefined : poolTimes(other);
  const sampleOf = (a: number) => results.draws[0]!.approaches[a]!.timeSample[group]!;
  return QUARTILES.map((p, q) => {
    const left = pooledQuantile(own, ownPool, p);
    const right = other === undefined ? undefined : pooledQuantile(other, otherPool!, p);
    const byDraw = own.map((times, d) => timeOf(times, p) - (other === undefined ? 0 : timeOf(other[d]!, p)));
    const byReplication = quartileByReplication(results, approach, group, q, against);
    const replicates = byReplication.flat();
    const influence = left.influence.map((value, d) => value - (right?.influence[d] ?? 0));
    const kept = present(byDraw);
    const known = present(replicates);
    const several = own.length > 1;
    // Where some draws do not reach it, the spread has no variance and stays as it is.
    const spread = kept.every(Number.isFinite)
      ? intervalWithoutNoise(kept, noiseOf(results, byReplication))
      : intervalOf(kept);
    const parameter = several ? spread : NO_INTERVAL;
    const prediction = known.length > 1 ? intervalOf(known) : NO_INTERVAL;
    return {
      measure: `months_to_self_sufficiency_${names[q]!}`,
      month: undefined,
      unit: 'months' as const,
      estimate: left.at - (right?.at ?? 0),
      mcse: several
        ? errorOfDrawMean(influence)
        : singleDrawMcse(
            left,
            right,
            sampleOf(approach),
            against === undefined ? undefined : sampleOf(against),
            ownPool.persons,
          ),
      parameterLow: finite(parameter.low),
      parameterHigh: finite(parameter.high),
      predictionLow: finite(prediction.low),
      predictionHigh: finite(prediction.high),
      replicates: Number.isNaN(mean(known)) ? [] : replicates,
    };
  });
}
