/** Spreads between a handful of draws, and the intervals that they make, worked out by hand. */

import { describe, expect, it } from 'vitest';
import {
  ANY,
  expectedByDraw,
  LEAST_DRAWS,
  NOT_NEGATIVE,
  parameterInterval,
  predictionInterval,
  SHARES,
  type Spread,
  spreadOf,
} from '../../src/analysis/spread.js';
import { valuesOf } from '../../src/analysis/uncertainty.js';
import { T4 } from './made-results.js';

const PERSONS = 10;
type Halves = readonly (readonly [number, number])[];

/** The spread of draws whose halves, of ten persons each, have these means; NaN: there is nobody in that half. */
function spreadBetween(halves: Halves): Spread {
  const means = halves.flat();
  return spreadOf(
    valuesOf({
      counted: Float64Array.from(means, (mean) => (Number.isNaN(mean) ? 0 : PERSONS * mean)),
      of: Float64Array.from(means, (mean) => (Number.isNaN(mean) ? 0 : PERSONS)),
    }),
  );
}

const close = (value: number, digits = 12) => expect.closeTo(value, digits);

/** Means 1, 3, 3, 5; half the difference between the halves 0, 0, -1, 0. */
const block: Halves = [
  [1, 1],
  [3, 3],
  [2, 4],
  [5, 5],
];

describe('the spread', () => {
  it('of one block comes from its two pairs, and from the two between them', () => {
    // Within pairs 2 and 2, between them ((1 + 3 - 3 - 5) / 2)^2 = 4; of halves 0 and 1/2, and 1/4.
    const parameters = 3 - 0.75 / 3;
    const freedom = 6 ** 2 / (2 ** 2 / 2 + 4 ** 2 / 1);
    expect(spreadBetween(block)).toMatchObject({
      between: close(3),
      freedom: close(freedom),
      parameters: close(parameters),
      parametersFreedom: close((2 * parameters ** 2) / ((2 * 3 ** 2) / freedom + (2 * 0.25 ** 2) / 3)),
      // The mean of the block's half differences is -1/4; of one draw's the square is 1/4 on average.
      chanceOfMean: close(1 / 16),
      chanceOfDraw: close(1 / 4),
    });
  });

  it('of two draws is that of one pair', () => {
    const { between, freedom, parameters, parametersFreedom, chanceOfMean } = spreadBetween([
      [1, 3],
      [5, 5],
    ]);
    // (2 - 5)^2 / 2, with halves -1 and 0 apart.
    expect([between, freedom, parameters]).toEqual([close(4.5), 1, close(4.5 - 0.5)]);
    expect(parametersFreedom).toBeCloseTo((2 * 16) / (2 * 4.5 ** 2 + 2 * 0.5 ** 2), 12);
    expect(chanceOfMean).toBeCloseTo(1 / 4, 12);
  });

  it('takes a block that is not full by what it has', () => {
    // One more pair, 1.5 and 4, halves -1/2 and 0 apart; and a draw that stands alone, its halves 1 apart.
    const pair: Halves = [
      [1, 2],
      [4, 4],
    ];
    const within = (2 + 2 + 2.5 ** 2 / 2) / 3;
    const noise = (0 + 0.5 + 0.125 + 0.25) / 4;
    const expected = {
      between: close((within + 4) / 2),
      freedom: close((within + 4) ** 2 / (within ** 2 / 3 + 4 ** 2 / 1)),
      parameters: close((within + 4) / 2 - noise),
    };
    expect(spreadBetween([...block, ...pair])).toMatchObject({
      ...expected,
      chanceOfMean: close((1 ** 2 + 0.5 ** 2) / 6 ** 2),
      chanceOfDraw: close((1 + 0.25) / 6),
    });
    expect(spreadBetween([...block, ...pair, [9, 7]])).toMatchObject({
      ...expected,
      chanceOfMean: close((1 ** 2 + 0.5 ** 2) / 7 ** 2),
      chanceOfDraw: close((1 + 0.25 + 1) / 7),
    });
  });

  it('leaves out pairs of which a half has nobody', () => {
    const nobody: Halves = [
      [7, Number.NaN],
      [9, 9],
      [4, 6],
      [1, 1],
    ];
    const found = spreadBetween([...block, ...nobody]);
    // Of the second block one pair is left: (5 - 1)^2 / 2, halves 1 apart; nothing between its pairs.
    const within = (2 + 2 + 8) / 3;
    expect(found.between).toBeCloseTo((within + 4) / 2, 12);
    expect(found.parameters).toBeCloseTo((within + 4) / 2 - (0.5 + 0.5 + 0.25) / 4, 12);
    // Half differences 0, 0, -1, 0; and 0, -1, 0 of three draws.
    expect(found.chanceOfMean).toBeCloseTo((1 + 1) / 7 ** 2, 12);
    expect(found.chanceOfDraw).toBeCloseTo((1 + 1) / 7, 12);
    const empty: Halves = Array(4).fill([Number.NaN, Number.NaN]);
    expect(spreadBetween([...empty, ...block]).chanceOfMean).toBeCloseTo(1 / 16, 12);
  });

  it('has no degrees of freedom where halves differ more than draws do', () => {
    const { parameters, parametersFreedom } = spreadBetween([
      [1, -1],
      [-1, 1],
    ]);
    expect([parameters, parametersFreedom]).toEqual([close(-2), 0]);
  });

  it('ends at Student’s t of few draws, and between the draws of many', () => {
    // Pairs of 1 and -1, none apart from another: four degrees of freedom of four pairs in two blocks.
    const swing = (draws: number): Halves =>
      Array.from({ length: draws }, (_, d) => (d % 2 === 0 ? ([1, 1] as const) : ([-1, -1] as const)));
    expect(spreadBetween(swing(8))).toMatchObject({
      freedom: 4,
      ends: { low: close(-T4, 2), high: close(T4, 2) },
    });
    // Forty draws of 1 and -1 have the standard deviation sqrt(40 / 39).
    const end = Math.sqrt(39 / 40);
    const nobody: Halves = Array(2).fill([Number.NaN, Number.NaN]);
    expect(spreadBetween([...swing(40), ...nobody]).ends).toEqual({ low: close(-end), high: close(end) });
    const moved = swing(40).map(([a, b]) => [a + 5, b + 5] as const);
    expect(spreadBetween(moved).ends).toEqual({ low: close(-end), high: close(end) });
  });
});

const spread = (some: Partial<Spread>): Spread => ({
  between: 9,
  freedom: 4,
  parameters: 9,
  parametersFreedom: 4,
  chanceOfMean: 16,
  chanceOfDraw: 9,
  ends: { low: -2, high: 3 },
  ...some,
});

describe('the parameter interval', () => {
  it('is wider by the luck of the mean, and stays within what is possible', () => {
    // sqrt(9 + 16) = 5.
    expect(parameterInterval(20, spread({}), ANY)).toEqual({ low: 10, high: 35 });
    expect(parameterInterval(4, spread({}), NOT_NEGATIVE)).toEqual({ low: 0, high: 19 });
    expect(parameterInterval(0.5, spread({}), SHARES)).toEqual({ low: 0, high: 1 });
  });

  it('holds the centre', () => {
    expect(parameterInterval(1, spread({ ends: { low: 1, high: 2 } }), ANY)).toEqual({ low: 1, high: 11 });
    expect(parameterInterval(1, spread({ ends: { low: -2, high: -1 } }), ANY)).toEqual({ low: -9, high: 1 });
  });

  it('is told from three degrees of freedom on', () => {
    expect(parameterInterval(1, spread({ parametersFreedom: 3 }), ANY).low).toBe(-9);
    const none = { low: Number.NaN, high: Number.NaN };
    expect(parameterInterval(1, spread({ parametersFreedom: 2.99 }), ANY)).toEqual(none);
    expect(parameterInterval(1, spread({ parametersFreedom: Number.NaN }), ANY)).toEqual(none);
  });
});

describe('what draws are expected to give', () => {
  it('is their deviation on the scale of the parameter interval', () => {
    // The standard deviation of the draws is 10, that over the parameters with the error of the centre sqrt(9 + 16).
    const whole = Float64Array.of(10, Number.NaN, 20, 30);
    expect([...expectedByDraw(21, whole, spread({}))!]).toEqual([16, 21, 26].map((value) => close(value)));
    expect(expectedByDraw(21, whole, spread({ parametersFreedom: 2.99 }))).toBeUndefined();
  });
});

describe('the prediction interval', () => {
  const none = { low: Number.NaN, high: Number.NaN };
  const unknown = { variance: Number.NaN, freedom: 1 };
  const outcomes = (count: number) => Float64Array.from({ length: count }, (_, i) => i + 1);

  it('ends between the cohorts of many draws, or of draws that do not differ', () => {
    const ends = { low: 1, high: 39 };
    expect(predictionInterval(0, outcomes(39), 39, spread({}), unknown, ANY)).toEqual(ends);
    expect(predictionInterval(0, outcomes(39), 1, undefined, unknown, ANY)).toEqual(ends);
  });

  it('of few draws adds the variances of parameters and chance', () => {
    // 9 and 16, each with four degrees of freedom: 625 / (81 / 4 + 256 / 4).
    const chance = { variance: 16, freedom: 4 };
    const freedom = 625 / (81 / 4 + 256 / 4);
    expect(freedom).toBeCloseTo(7.418, 3);
    // Student's t between 2.365 of seven and 2.306 of eight.
    for (const count of [38, 500]) {
      const { low, high } = predictionInterval(50, outcomes(count), 38, spread({}), chance, ANY);
      expect((high - 50) / 5).toBeGreaterThan(2.306);
      expect((high - 50) / 5).toBeLessThan(2.365);
      expect(50 - low).toBeCloseTo(high - 50, 12);
    }
    expect(predictionInterval(1, outcomes(2), 2, spread({}), chance, NOT_NEGATIVE).low).toBe(0);
    expect(predictionInterval(0.5, outcomes(2), 2, spread({}), chance, SHARES)).toEqual({ low: 0, high: 1 });
  });

  it('takes chance from the halves where draws have one replication', () => {
    // 9 with four degrees of freedom, 9 with twelve: a block gives one.
    const { low, high } = predictionInterval(0, outcomes(16), 16, spread({}), unknown, ANY);
    const freedom = 18 ** 2 / (81 / 4 + 81 / 4);
    expect(freedom).toBe(8);
    expect([low, high]).toEqual([close(-2.306 * Math.sqrt(18), 2), close(2.306 * Math.sqrt(18), 2)]);
    expect(predictionInterval(0, outcomes(1), 1, undefined, unknown, ANY)).toEqual(none);
  });

  it('of few cohorts that only chance tells apart is that of chance, from three degrees of freedom on', () => {
    const found = predictionInterval(10, outcomes(5), 1, undefined, { variance: 4, freedom: 4 }, ANY);
    expect(found).toEqual({ low: close(10 - 2 * T4, 2), high: close(10 + 2 * T4, 2) });
    const of = (freedom: number) =>
      predictionInterval(10, outcomes(5), 1, undefined, { variance: 4, freedom }, ANY);
    expect(of(2.9)).toEqual(none);
    expect(of(3).low).toBeCloseTo(10 - 2 * 3.182, 1);
  });
});

it('has no interval of less than six draws, whatever they are', () => {
  const drawsWith = (draws: number) =>
    Array.from({ length: 200 }, (_, n) => {
      const whole = Float64Array.from({ length: draws }, (_, d) => Math.sin(7 * n + d * d) * 100);
      const spread = spreadOf({ whole, halfDifference: new Float64Array(draws) });
      return Number.isFinite(parameterInterval(0, spread, ANY).low);
    });
  expect([2, 3, 4, LEAST_DRAWS - 1].flatMap(drawsWith)).not.toContain(true);
  expect(drawsWith(LEAST_DRAWS)).toContain(true);
});
