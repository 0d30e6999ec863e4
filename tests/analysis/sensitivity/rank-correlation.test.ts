import { describe, expect, it } from 'vitest';
import { midranks, rankCorrelations } from '../../../src/analysis/sensitivity/rank-correlation.js';

describe('midranks', () => {
  it('gives equal values the mean of their ranks', () => {
    expect([...midranks([30, 10, 30, 20, 30])]).toEqual([4, 1, 4, 2, 4]);
  });
});

describe('rankCorrelations', () => {
  it('is that of the ranks for one input, by hand', () => {
    // Ranks 1 to 6 and 2 1 4 3 6 5: differences of 1 each, so 1 - 6 x 6 / (6 x 35) = 29/35. z = 1.1845, width 1.96 / sqrt(6 - 3).
    const [only] = rankCorrelations([[1, 2, 4, 8, 16, 32]], [2, 1, 30, 20, 600, 500]);
    expect(only!.correlation).toBeCloseTo(29 / 35, 12);
    expect(only!.low).toBeCloseTo(Math.tanh(Math.atanh(29 / 35) - 1.959964 / Math.sqrt(3)), 6);
    expect(only!.high).toBeCloseTo(Math.tanh(Math.atanh(29 / 35) + 1.959964 / Math.sqrt(3)), 6);
  });

  it('leaves out what goes with the other input, by hand', () => {
    // (r_xy - r_xz r_zy) / sqrt((1 - r_xz^2) (1 - r_zy^2)), with r = 1 - 6 sum d^2 / (7 x 48) of seven ranks.
    const x = [1, 2, 3, 4, 5, 6, 7];
    const z = [2, 1, 4, 3, 6, 5, 7];
    const y = [4, 1, 7, 5, 6, 4.5, 2];
    const ranksOfY = [3, 1, 7, 5, 6, 4, 2];
    const r = (a: readonly number[], b: readonly number[]) =>
      1 - (6 * a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0)) / (7 * 48);
    const [xy, xz, zy] = [r(x, ranksOfY), r(x, z), r(z, ranksOfY)];
    const [ofX, ofZ] = rankCorrelations([x, z], y);
    expect(ofX!.correlation).toBeCloseTo((xy - xz * zy) / Math.sqrt((1 - xz ** 2) * (1 - zy ** 2)), 12);
    expect(ofZ!.correlation).toBeCloseTo((zy - xz * xy) / Math.sqrt((1 - xz ** 2) * (1 - xy ** 2)), 12);
    // n - k - 2 = 3.
    const width = 1.959964 / Math.sqrt(3);
    expect(ofX!.high).toBeCloseTo(Math.tanh(Math.atanh(ofX!.correlation) + width), 6);
  });

  it('says where there is none', () => {
    const x = [1, 2, 3, 4, 5, 6, 7, 8];
    const other = [3, 1, 4, 2, 8, 5, 7, 6];
    const twin = x.map((value) => value ** 3);
    const y = [2, 1, 4, 3, 6, 5, 8, 7];
    const all = rankCorrelations([x, x.map(() => 5), twin, other], y);
    expect(all.map(({ reason }) => reason)).toEqual(['collinear', 'constant', 'collinear', undefined]);
    expect(all[0]!.correlation).toBeNaN();
    expect(all[3]!.correlation).toBeCloseTo(rankCorrelations([x, other], y)[1]!.correlation, 12);
    expect(
      rankCorrelations(
        [x],
        x.map(() => 1),
      )[0]!.reason,
    ).toBe('constant');
    expect(rankCorrelations([x, other], y, 4)[0]!.reason).toBe('too few rows');
  });

  it('is 1 where the outcome always rises', () => {
    const [only] = rankCorrelations([[1, 2, 3, 4, 5]], [1, 10, 100, 1000, 10000]);
    expect(only).toMatchObject({ correlation: 1, low: 1, high: 1 });
  });
});
