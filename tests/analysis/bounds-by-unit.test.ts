/**
 * Where intervals end, by the unit of a measure: shares at 0 and 1, months at 0 and the horizon, costs at 0; differences where these of both
 * sides let them, and so at 0 where one side is nothing for everyone.
 */

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

/**
 * Draws whose means lie `off` above and below `middle`, and those of the reference as far off the other way; both halves alike, so that
 * nothing is chance.
 */
function resultsOf(
  middle: readonly number[],
  off: readonly number[],
  reference: readonly number[],
  away = 0,
) {
  const halves = 2;
  const meansOf = (at: readonly number[], by: number) => at.map((value, v) => value + by * off[v]!);
  const arrays = (of: readonly number[]) => ({
    totals: Float64Array.from(Array.from({ length: halves }, () => of.map((mean) => mean * PERSONS)).flat()),
    squares: Float64Array.from(
      Array.from({ length: halves }, () => of.map((mean) => mean ** 2 * PERSONS)).flat(),
    ),
    products: new Float64Array(halves * measures.length),
    crossProducts: new Float64Array(2 * halves * measures.length),
    means: Float64Array.from(of),
  });
  const draws = SIGNS.map((sign) => ({
    persons: [PERSONS, PERSONS],
    approaches: [arrays(meansOf(reference, -sign * away)), arrays(meansOf(middle, sign))],
  }));
  return madeResults({ draws, measures, horizonMonths: 12 });
}

// The unbounded interval is the middle and 2.8 times 0.48 or so to either side, for an `off` of 0.45.
const middle = [0.5, 0.5, 0.5, -0.5];
const off = [0.45, 0.45, 0.45, 0.45];
const results = resultsOf(middle, off, [0, 0, 0, 0]);

type Row = ReturnType<typeof measureEstimates>[number];
const endsIn = (rows: readonly Row[], name: string) => {
  const { parameterLow, parameterHigh } = rows.find(({ measure }) => measure === name)!;
  return [parameterLow, parameterHigh] as const;
};

describe('an interval', () => {
  const rows = measureEstimates({ results, approach: 1 }, 0);

  it('of a share ends at 0 and at 1', () => {
    expect(endsIn(rows, 'part')).toEqual([0, 1]);
  });

  it('of months and of costs ends at 0', () => {
    for (const name of ['months', 'cost']) {
      const [low, high] = endsIn(rows, name);
      expect(low).toBe(0);
      expect(high).toBeGreaterThan(1);
    }
  });

  it('of months ends at the horizon', () => {
    const long = resultsOf([0.5, 8, 0.5, -0.5], [0.45, 3, 0.45, 0.45], [0, 0, 0, 0]);
    // 8 + 2.8 x 3.2 would be 17.
    const [low, high] = endsIn(measureEstimates({ results: long, approach: 1 }, 0), 'months');
    expect(low).toBe(0);
    expect(high).toBe(12);
  });

  it('of a gain ends at 0 above, and nowhere below', () => {
    const [low, high] = endsIn(rows, 'gain');
    expect(low).toBeLessThan(-1);
    expect(high).toBe(0);
  });
});

describe('an interval of a difference', () => {
  const differencesOf = (of: typeof results) =>
    measureDifferences({ results: of, approach: 1 }, { results: of, approach: 0 }, 0, {
      products: of.draws.map((draw) => draw.approaches[1]!.products),
      crossProducts: of.draws.map((draw) => draw.approaches[1]!.crossProducts),
    });

  it('ends where the own side does, where the other is nothing for everyone', () => {
    const rows = differencesOf(results);
    expect(endsIn(rows, 'part')).toEqual([0, 1]);
    expect(endsIn(rows, 'months')[0]).toBe(0);
    expect(endsIn(rows, 'cost')[0]).toBe(0);
    expect(endsIn(rows, 'cost')[1]).toBeGreaterThan(1);
    expect(endsIn(rows, 'gain')[0]).toBeLessThan(-1);
    expect(endsIn(rows, 'gain')[1]).toBe(0);
  });

  it('of one cohort does too', () => {
    const { predictionLow, predictionHigh } = differencesOf(results).find(
      ({ measure }) => measure === 'cost',
    )!;
    expect(predictionLow).toBe(0);
    expect(predictionHigh).toBeGreaterThan(1);
  });

  it('ends so much below, where the other side always is that much', () => {
    const rows = differencesOf(resultsOf(middle, off, [0.4, 0.4, 0.4, -0.4]));
    expect(endsIn(rows, 'part')).toEqual([expect.closeTo(-0.4, 12), expect.closeTo(0.6, 12)]);
    expect(endsIn(rows, 'cost')[0]).toBeCloseTo(-0.4, 12);
    expect(endsIn(rows, 'gain')[1]).toBeCloseTo(0.4, 12);
  });

  it('ends at the whole width of both sides, where both differ: nowhere, of euros', () => {
    // As far off the other way: twice 2.8 x 0.48 to either side of nothing, or twice 2.8 x 5.3 months.
    const of = resultsOf([0.5, 6, 0.5, -0.5], [0.45, 5, 0.45, 0.45], [0.5, 6, 0.5, -0.5], 1);
    const rows = differencesOf(of);
    expect(endsIn(rows, 'part')).toEqual([-1, 1]);
    expect(endsIn(rows, 'months')).toEqual([-12, 12]);
    for (const name of ['cost', 'gain']) {
      expect(endsIn(rows, name)[0]).toBeLessThan(-1);
      expect(endsIn(rows, name)[1]).toBeGreaterThan(1);
    }
  });
});
