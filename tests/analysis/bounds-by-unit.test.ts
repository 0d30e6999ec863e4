/** Where intervals end, by the unit of a measure: shares at 0 and 1, months and costs at 0, differences of shares at -1 and 1. */

import { describe, expect, it } from 'vitest';
import { measureDifferences, measureEstimates } from '../../src/analysis/estimates.js';
import type { AnyMeasure } from '../../src/analysis/results.js';
import { madeResults, SIGNS } from './made-results.js';

const PERSONS = 1000;
const reading = { kind: 'any', rewards: [] } as const;
const measures: readonly AnyMeasure[] = [
  { name: 'part', unit: 'share', reading },
  { name: 'months', unit: 'months', reading },
  { name: 'cost', unit: 'euros', reading },
  { name: 'gain', unit: 'euros', reading },
];

/** Draws whose means lie `off` above and below `middle`; both halves alike, so that nothing is chance. */
function drawsOf(middle: readonly number[], off: readonly number[]) {
  const halves = 2;
  const means = SIGNS.map((sign) => middle.map((value, v) => value + sign * off[v]!));
  const arrays = (of: readonly number[]) => ({
    totals: Float64Array.from(Array.from({ length: halves }, () => of.map((mean) => mean * PERSONS)).flat()),
    squares: Float64Array.from(
      Array.from({ length: halves }, () => of.map((mean) => mean ** 2 * PERSONS)).flat(),
    ),
    products: new Float64Array(halves * measures.length),
    crossProducts: new Float64Array(2 * halves * measures.length),
    means: Float64Array.from(of),
  });
  return means.map((of) => ({
    persons: [PERSONS, PERSONS],
    approaches: [arrays(measures.map(() => 0)), arrays(of)],
  }));
}

// The unbounded interval is the middle and 2.8 times 0.48 or so to either side, for an `off` of 0.45.
const middle = [0.5, 0.5, 0.5, -0.5];
const off = [0.45, 0.45, 0.45, 0.45];
const results = madeResults({ draws: drawsOf(middle, off), measures });

describe('an interval', () => {
  const rows = measureEstimates({ results, approach: 1 }, 0);
  const ends = (name: string) => {
    const { parameterLow, parameterHigh } = rows.find(({ measure }) => measure === name)!;
    return [parameterLow, parameterHigh];
  };

  it('of a share ends at 0 and at 1', () => {
    expect(ends('part')).toEqual([0, 1]);
  });

  it('of months and of costs ends at 0, and nowhere above', () => {
    for (const name of ['months', 'cost']) {
      expect(ends(name)[0]).toBe(0);
      expect(ends(name)[1]).toBeGreaterThan(1);
    }
  });

  it('of a gain ends at 0 above, and nowhere below', () => {
    expect(ends('gain')[0]).toBeLessThan(-1);
    expect(ends('gain')[1]).toBe(0);
  });
});

describe('an interval of a difference', () => {
  const sides = [
    { results, approach: 1 },
    { results, approach: 0 },
  ] as const;
  const of = <Key extends 'products' | 'crossProducts' | 'occupancyDifferenceSquares'>(key: Key) =>
    results.draws.map((draw) => draw.approaches[1]![key]);
  const sums = {
    products: of('products'),
    crossProducts: of('crossProducts'),
    occupancyDifferenceSquares: of('occupancyDifferenceSquares'),
  };
  const rows = measureDifferences(...sides, 0, sums);
  const ends = (name: string) => {
    const { parameterLow, parameterHigh } = rows.find(({ measure }) => measure === name)!;
    return [parameterLow, parameterHigh];
  };

  it('of shares ends at 1, where it reaches so far', () => {
    expect(ends('part')[1]).toBe(1);
    expect(ends('part')[0]).toBeLessThan(0);
  });

  it('of anything else ends nowhere', () => {
    expect(ends('cost')[1]).toBeGreaterThan(1);
    expect(ends('cost')[0]).toBeLessThan(0);
  });
});
