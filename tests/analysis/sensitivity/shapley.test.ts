import { describe, expect, it } from 'vitest';
import { shapleyEffects } from '../../../src/analysis/sensitivity/shapley.js';
import { normalQuantile } from '../../../src/engine/random/special.js';
import { uniformAt } from '../../../src/engine/random/threefry.js';

const ROWS = 400;
/** Standard normal values, by row. */
const normals = (column: number) =>
  Array.from({ length: ROWS }, (_, row) => normalQuantile(uniformAt(11, 12, row, column)));

describe('shapleyEffects', () => {
  it('takes the variance near a row for what is left, by hand', () => {
    // Neighbours are the three rows of the same value: 1 is left of the variance, (36 + 25 + 16) x 2 / 5 = 30.8.
    const { shares, explained } = shapleyEffects([[0, 1, 0, 1, 0, 1]], [[0]], [1, 11, 2, 12, 3, 13]);
    expect(explained.share).toBeCloseTo(29.8 / 30.8, 12);
    expect(shares[0]!.share).toBe(1);
  });

  it('meets those of a Gaussian linear model with correlated inputs, and says what luck is', () => {
    // y = x1 + x2 + x3 + chance; x1 and x2 correlated 0.6: parts (1 - 0.18) + 0.6 + 0.18 = 1.6 each, and 1 of x3; chance 1 of 5.2.
    const [one, rest, three, luck] = [0, 1, 2, 3].map(normals);
    const two = one!.map((value, i) => 0.6 * value + 0.8 * rest![i]!);
    const y = one!.map((value, i) => value + two[i]! + three![i]! + luck![i]!);
    const { shares, explained } = shapleyEffects([one!, two, three!], [[0], [1], [2]], y);
    [1.6, 1.6, 1].forEach((part, j) => {
      expect(Math.abs(shares[j]!.share - part / 4.2)).toBeLessThan(3 * shares[j]!.error);
      expect(shares[j]!.error).toBeLessThan(0.05);
    });
    expect(Math.abs(explained.share - 4.2 / 5.2)).toBeLessThan(3 * explained.error);
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('sees what no line does, and takes inputs in groups', () => {
    // Product of two signs: neither does anything without the other, so each has half; in one group they have all.
    const [one, two] = [0, 1].map((column) => normals(column).map(Math.sign));
    const y = one!.map((value, i) => value * two![i]!);
    const apart = shapleyEffects([one!, two!], [[0], [1]], y);
    expect(apart.explained.share).toBeCloseTo(1, 12);
    expect(Math.abs(apart.shares[0]!.share - 0.5)).toBeLessThan(3 * apart.shares[0]!.error);
    const third = normals(2);
    const grouped = shapleyEffects([one!, two!, third], [[0, 1], [2]], y);
    expect(grouped.shares[0]!.share).toBeGreaterThan(0.9);
  });

  it('does not go through the subsets of many groups', () => {
    const groups = Array.from({ length: 11 }, (_, j) => [j]);
    expect(() =>
      shapleyEffects(
        groups.map(() => [1, 2]),
        groups,
        [1, 2],
      ),
    ).toThrow('at most 10');
  });
});
