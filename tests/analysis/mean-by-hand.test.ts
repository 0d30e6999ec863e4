/** What is told of means: errors and intervals of a handful of draws, worked out by hand. */

import { describe, expect, it } from 'vitest';
import { ANY, SHARES } from '../../src/analysis/spread.js';
import {
  areAlike,
  boundsOfAmounts,
  estimateMean,
  type Sums,
  valuesOf,
} from '../../src/analysis/uncertainty.js';
import { SIGNS, T4 } from './made-results.js';

/** Sums of draws of halves of so many persons, with the means given. */
function sumsOf(halves: readonly (readonly [number, number])[], persons = 10): Sums {
  const means = halves.flat();
  return {
    counted: Float64Array.from(means, (mean) => mean * persons),
    of: new Float64Array(means.length).fill(persons),
  };
}

const same = (draws: number, value = 2) => Array.from({ length: draws }, () => [value, value] as const);
const none = { low: Number.NaN, high: Number.NaN };

describe('the error of a mean', () => {
  it('weighs draws by their persons, and adds the luck that they share', () => {
    // Two draws: 10 and 30 persons with 20 and 90 together, 50 and 10 with 50 and 40. The mean is 2.
    const sums = { counted: Float64Array.of(20, 90, 50, 40), of: Float64Array.of(10, 30, 50, 10) };
    // Influences (110 - 80) / 100 and (90 - 120) / 100; half differences -1/2 and -3/2.
    const scatter = 2 * 2 * 0.3 ** 2;
    expect(estimateMean(sums, undefined, ANY).mcse).toBeCloseTo(Math.sqrt(scatter + (0.25 + 2.25) / 2), 12);
    expect(estimateMean(sums, undefined, ANY, () => 0).mcse).toBeCloseTo(Math.sqrt(scatter), 12);
    // The same persons with 40 and 10 together under a reference, whose mean is 1/2.
    const other = { counted: Float64Array.of(0, 40, 0, 10), of: Float64Array.of(10, 30, 50, 10) };
    const influence = 0.3 - (40 - 0.5 * 40) / 100;
    expect(estimateMean(sums, other, ANY, () => 0)).toMatchObject({
      estimate: expect.closeTo(1.5, 12),
      mcse: expect.closeTo(Math.sqrt(2 * 2 * influence ** 2), 12),
    });
  });

  it('cannot be told of one person, or of one who is concerned', () => {
    const of = (...persons: readonly number[]): Sums => ({
      counted: Float64Array.from(persons, (count) => 3 * count),
      of: Float64Array.from(persons),
    });
    // Draws of a block have the same person; those of two blocks have one each, who do differ.
    for (const one of [of(1, 0), of(1, 0, 1, 0), of(0, 1, 0, 1, 0, 1, 0, 1)]) {
      expect(estimateMean(one, undefined, ANY, () => 0).mcse).toBeNaN();
      expect(
        estimateMean({ ...one, counted: one.counted.map((sum, i) => sum * i) }, undefined, ANY, () => 0).mcse,
      ).toBeNaN();
      expect(estimateMean(of(...Array.from(one.of, () => 5)), one, ANY, () => 0).mcse).toBeNaN();
    }
    for (const several of [
      of(1, 1),
      of(2, 0, 2, 0),
      of(...Array.from({ length: 10 }, (_, i) => 1 - (i % 2))),
    ])
      expect(estimateMean(several, undefined, ANY, () => 0).mcse).toBe(0);
  });

  it('comes from four blocks alone, and from three with the luck that draws share', () => {
    const blocks = (count: number) =>
      sumsOf(
        Array.from({ length: count }, (_, b) => [b, b, b, b].map((value) => [value, value] as const)).flat(),
      );
    // Means 0 to 3: variance 5/3, over four.
    expect(estimateMean(blocks(4), undefined, ANY, () => 100).mcse).toBeCloseTo(Math.sqrt(5 / 3 / 4), 12);
    // Twelve draws with means 0, 1 and 2: variance 8/11, over twelve; and a third of the chance.
    expect(estimateMean(blocks(3), undefined, ANY, () => 3).mcse).toBeCloseTo(Math.sqrt(8 / 11 / 12 + 1), 12);
  });

  it('of one draw is that of its persons', () => {
    expect(estimateMean(sumsOf([[1, 3]]), undefined, ANY, () => 9)).toMatchObject({
      estimate: 2,
      mcse: 3,
      ...none,
    });
    expect(estimateMean(sumsOf([[2, 2]]), undefined, ANY, () => 9)).toMatchObject({
      estimate: 2,
      mcse: 3,
      ...none,
    });
    // Alike in a hundred persons, and yet no interval.
    expect(estimateMean(sumsOf([[2, 2]], 50), undefined, ANY)).toMatchObject({ mcse: 0, ...none });
  });
});

describe('the interval of a mean', () => {
  it('is that of the spread, which it tells as well', () => {
    const estimated = estimateMean(sumsOf(SIGNS.map((sign) => [5 + sign, 5 + sign])), undefined, ANY);
    expect(estimated).toMatchObject({
      estimate: 5,
      low: expect.closeTo(5 - T4, 2),
      high: expect.closeTo(5 + T4, 2),
    });
    expect(estimated.spread!.parameters).toBeCloseTo(1, 12);
    expect(estimateMean(sumsOf(SIGNS.map((sign) => [5 + sign, 5 + sign])), undefined, SHARES).high).toBe(1);
    expect(estimateMean(sumsOf(same(8)), undefined, ANY).spread).toBeUndefined();
  });

  it('is a point of thirty persons of different luck, of whom every block has its own', () => {
    const point = { estimate: 2, mcse: 0, low: 2, high: 2 };
    const nobodyElse = { estimate: 2, mcse: 0, ...none };
    // Blocks of four and of one: twenty persons each, or fourteen.
    expect(estimateMean(sumsOf(same(5)), undefined, ANY)).toMatchObject(point);
    expect(estimateMean(sumsOf(same(5), 7), undefined, ANY)).toMatchObject(nobodyElse);
    expect(estimateMean(sumsOf(same(4), 15), undefined, ANY)).toMatchObject(point);
    expect(estimateMean(sumsOf(same(4), 14), undefined, ANY)).toMatchObject(nobodyElse);
    // The largest draw of a block counts: 2 + 28 persons.
    const uneven = { counted: Float64Array.of(4, 4, 20, 36), of: Float64Array.of(2, 2, 10, 18) };
    expect(estimateMean(uneven, undefined, ANY)).toMatchObject(nobodyElse);
    const more = { counted: Float64Array.of(4, 4, 24, 36), of: Float64Array.of(2, 2, 12, 18) };
    expect(estimateMean(more, undefined, ANY)).toMatchObject(point);
  });

  it('takes for alike what differs by rounding of either mean', () => {
    const large = sumsOf(
      SIGNS.map((sign) => [1e6 + sign * 1e-7, 1e6]),
      30,
    );
    const even = sumsOf(same(8, 1e6), 30);
    expect(estimateMean(large, even, ANY)).toMatchObject({ mcse: 0, spread: undefined });
    expect(estimateMean(large, even, ANY).low).toBe(estimateMean(large, even, ANY).estimate);
    const small = sumsOf(
      SIGNS.map((sign) => [sign * 1e-7, sign * 1e-7]),
      30,
    );
    expect(estimateMean(small, undefined, ANY).spread).toBeDefined();
    expect(
      estimateMean(
        even,
        sumsOf(
          SIGNS.map((sign) => [sign * 1e-7, 0]),
          30,
        ),
        ANY,
      ).spread,
    ).toBeUndefined();
  });

  it('is nothing of nobody', () => {
    const nobody = { counted: new Float64Array(4), of: new Float64Array(4) };
    const expected = { estimate: Number.NaN, mcse: Number.NaN, ...none, spread: undefined };
    expect(estimateMean(nobody, undefined, ANY)).toEqual(expected);
    expect(estimateMean(sumsOf(same(2)), nobody, ANY)).toEqual(expected);
  });
});

describe('values of draws', () => {
  it('are means of all persons, and half the difference between the halves', () => {
    const own = { counted: Float64Array.of(10, 60, 8, 8), of: Float64Array.of(10, 20, 2, 2) };
    const other = { counted: Float64Array.of(20, 10, 4, 8), of: Float64Array.of(10, 10, 4, 4) };
    const [alone, against] = [valuesOf(own), valuesOf(own, other)];
    expect([...alone.whole, ...alone.halfDifference]).toEqual([70 / 30, 4, (1 - 3) / 2, 0]);
    expect([...against.whole, ...against.halfDifference]).toEqual(
      [70 / 30 - 30 / 20, 4 - 12 / 8, -1 - (2 - 1) / 2, 0 - (1 - 2) / 2].map((value) =>
        expect.closeTo(value, 12),
      ),
    );
  });

  it('are alike where neither draws nor halves differ, draws of nobody left out', () => {
    const of = (whole: number[], halfDifference: number[], scale = 1) =>
      areAlike({ whole: Float64Array.from(whole), halfDifference: Float64Array.from(halfDifference) }, scale);
    expect(of([Number.NaN, 1, 1], [Number.NaN, 0, 0])).toBe(true);
    expect(of([1, 2], [0, 0])).toBe(false);
    expect(of([2, 1], [0, 0])).toBe(false);
    expect(of([1, 1], [0, 0.5])).toBe(false);
    expect(of([1, 1], [0, -0.5])).toBe(false);
    expect(of([1, 1.25], [0, 0.25], 2 ** 40)).toBe(true);
    expect(of([1, Number.NaN, 2], [0, 0, 0])).toBe(false);
  });
});

describe('the bounds of amounts', () => {
  const of = (...counted: number[]) =>
    boundsOfAmounts({ counted: Float64Array.from(counted), of: new Float64Array(counted.length) });
  it('are zero on the side where no draw has any', () => {
    expect(of(0, 5)).toEqual({ low: 0, high: Number.POSITIVE_INFINITY });
    expect(of(-5, 0)).toEqual({ low: Number.NEGATIVE_INFINITY, high: 0 });
    expect(of(-5, 5)).toEqual(ANY);
    expect(of(0, 0)).toEqual({ low: 0, high: 0 });
  });
});
