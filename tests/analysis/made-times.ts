/** Counts of times to self-sufficiency, and results made of them. */

import { expect } from 'vitest';
import { madeResults, SIGNS } from './made-results.js';

export const BINS = 16;
export const PER_BIN = 2;
export const INFINITE = Number.POSITIVE_INFINITY;

/** Persons of one half who get there evenly from one month to another, eight months in all, two to a bin. */
export function evenly(from: number, horizon: number, perBin = PER_BIN): Uint32Array {
  const counts = new Uint32Array(horizon * BINS + 1);
  for (let bin = from * BINS; bin < (from + 8) * BINS; bin++) {
    counts[Math.min(bin, horizon * BINS)]! += perBin;
  }
  return counts;
}

export const twice = (counts: Uint32Array) => Uint32Array.of(...counts, ...counts);
/** The persons of a half. */
export const HALF = 8 * BINS * PER_BIN;

interface Made {
  readonly horizon?: number;
  /** Quartiles of each kept replication of a draw, of the two approaches. */
  readonly kept?: (from: number) => readonly number[][];
  readonly samples?: readonly (readonly number[])[];
}

/** Draws of which each approach gets there evenly from the months given on; the first is the reference. */
export function resultsOf(draws: readonly (readonly number[])[], { horizon = 12, kept, samples }: Made = {}) {
  return madeResults({
    horizonMonths: horizon,
    draws: draws.map((starts) => ({
      persons: [HALF, HALF],
      kept: kept === undefined ? 1 : kept(0).length,
      approaches: starts.map((from, a) => ({
        timeCounts: twice(evenly(from, horizon)),
        timeSample: [Float64Array.from(samples?.[a] ?? [])],
        quartiles: Float64Array.from(
          kept === undefined ? [2, 4, 6].map((month) => month + from) : kept(from).flat(),
        ),
      })),
    })),
  });
}

/** From 0 or 4 months on. */
export const early = SIGNS.map((sign) => (sign > 0 ? 0 : 4));
export const close = (value: number, digits = 9) => expect.closeTo(value, digits);
