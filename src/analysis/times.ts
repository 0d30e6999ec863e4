/** Times to self-sufficiency, counted in bins, from which shares and quantiles are read. */

import { BINS_PER_MONTH } from '../simulation/results/arrays.js';
import { HALVES, halfOfLeaf } from '../simulation/results/leaves.js';
import { leavesOf, type Results } from './results.js';

/** Persons by time, cumulated: entry i counts those with a time below i / BINS_PER_MONTH; and their total. */
export interface Times {
  readonly below: Float64Array;
  readonly persons: number;
}

function cumulate(counts: Uint32Array): Times {
  const below = new Float64Array(counts.length);
  for (let i = 1; i < counts.length; i++) below[i] = below[i - 1]! + counts[i - 1]!;
  return { below, persons: below.at(-1)! + counts.at(-1)! };
}

/** Share of the times not above `month`, those of a bin spread evenly over it. */
export function shareReached({ below, persons }: Times, month: number): number {
  const place = Math.min(Math.max(0, month * BINS_PER_MONTH), below.length - 1);
  const bin = Math.floor(place);
  const next = below[Math.min(bin + 1, below.length - 1)]!;
  return (below[bin]! + (place - bin) * (next - below[bin]!)) / persons;
}

/** The last time with a bin of its own, in months. */
export function lastTime({ below }: Times): number {
  return (below.length - 1) / BINS_PER_MONTH;
}

/** Time by which a share p has been reached; Infinity: not within the horizon, NaN: no persons. */
export function timeOf({ below, persons }: Times, p: number): number {
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

/** Times of each draw (all its replications together) and half for one approach and group. */
export function timesByHalf(results: Results, approach: number, group: number): Times[] {
  const leaves = leavesOf(results, group);
  const shape = results.approaches[approach]!.shapes.timeCounts;
  const bins = shape.rowLength;
  return results.draws.flatMap(({ approaches }) => {
    const { timeCounts } = approaches[approach]!;
    return Array.from({ length: HALVES }, (_, half) => {
      const counts = new Uint32Array(bins);
      for (const leaf of leaves) {
        if (halfOfLeaf(leaf) !== half) continue;
        const row = shape.rowAt(leaf);
        for (let bin = 0; bin < bins; bin++) counts[bin]! += timeCounts[row + bin]!;
      }
      return cumulate(counts);
    });
  });
}

/** Pools the times of several draws or halves. */
export function poolTimes(parts: readonly Times[]): Times {
  const below = new Float64Array(parts[0]!.below.length);
  for (const part of parts) for (let i = 0; i < below.length; i++) below[i]! += part.below[i]!;
  return { below, persons: parts.reduce((sum, { persons }) => sum + persons, 0) };
}
