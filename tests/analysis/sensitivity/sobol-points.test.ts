import { describe, expect, it } from 'vitest';
import {
  MOST_DIMENSIONS,
  sobolPoints,
  sobolSequence,
} from '../../../src/analysis/sensitivity/sobol-points.js';

describe('sobolSequence', () => {
  it('has the known first points', () => {
    // By hand: the numbers m of dimension 2 (x + 1, m = 1) are 1, 3, 5; of dimension 3 (x^2 + x + 1; m = 1, 3) 1, 3, 3.
    const { values } = sobolSequence(5, 3);
    expect(Array.from(values, (value) => value * 8)).toEqual([0, 0, 0, 4, 4, 4, 2, 6, 6, 6, 2, 2, 1, 5, 3]);
  });

  it('agrees with SciPy 1.17.1 far out', () => {
    // scipy.stats.qmc.Sobol(256, scramble=False): point 1000 (there in the order of Gray's code), dimensions 1, 100 and 256.
    const { values } = sobolSequence(1001, 256);
    const last = values.subarray(256 * 1000);
    expect([last[0]! * 1024, last[99]! * 1024, last[255]! * 1024]).toEqual([95, 513, 337]);
  });

  it('has a point in every part of every dimension', () => {
    const { values, columns } = sobolSequence(256, MOST_DIMENSIONS);
    for (let j = 0; j < columns; j++) {
      const parts = new Set(
        Array.from({ length: 256 }, (_, i) => Math.floor(256 * values[i * columns + j]!)),
      );
      expect(parts.size).toBe(256);
    }
  });
});

describe('sobolPoints', () => {
  it('spreads two dimensions over all boxes of equal size', () => {
    // A net: of the first two dimensions each box of 2^-a by 2^-(6 - a) holds one of 64 points, scrambled or not.
    const { values } = sobolPoints(64, 2, [3, 4]);
    for (let a = 0; a <= 6; a++) {
      const [wide, high] = [2 ** a, 2 ** (6 - a)];
      const boxes = Array.from({ length: 64 }, (_, i) => {
        const [x, y] = [values[2 * i]!, values[2 * i + 1]!];
        return Math.floor(x * wide) * high + Math.floor(y * high);
      });
      expect(new Set(boxes).size).toBe(64);
    }
  });

  it('gives every point a uniform distribution, in each dimension independently', () => {
    // Means 1/2, variances 1/12, covariance 0 of the seventh point over 2000 seeds, within four standard errors.
    const seeds = 2000;
    const drawn = Array.from({ length: seeds }, (_, seed) =>
      sobolPoints(8, 2, [seed, 1]).values.slice(12, 14),
    );
    const meanOf = (of: (point: Float64Array) => number) =>
      drawn.reduce((sum, point) => sum + of(point), 0) / seeds;
    expect(Math.abs(meanOf(([x]) => x! - 0.5))).toBeLessThan(4 * Math.sqrt(1 / 12 / seeds));
    expect(Math.abs(meanOf(([x]) => (x! - 0.5) ** 2) - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / seeds));
    expect(Math.abs(meanOf(([x, y]) => (x! - 0.5) * (y! - 0.5)))).toBeLessThan(4 / 12 / Math.sqrt(seeds));
  });

  it('turns each part on its own', () => {
    // Four points: the halves change places or not, and so do the quarters of each: 8 orders, not 4.
    const orders = Array.from({ length: 100 }, (_, seed) =>
      sobolPoints(4, 1, [seed, 1])
        .values.map((u) => Math.floor(4 * u))
        .join(),
    );
    expect(new Set(orders).size).toBe(8);
  });

  it('leaves a dimension as it is when others follow, and says how many there are at most', () => {
    const [few, many] = [sobolPoints(16, 1, [1, 2]), sobolPoints(16, 5, [1, 2])];
    expect(Array.from(few.values)).toEqual(Array.from({ length: 16 }, (_, i) => many.values[5 * i]));
    expect(() => sobolPoints(4, MOST_DIMENSIONS + 1, [1, 2])).toThrow('at most 256');
  });
});
