/** The calibration's sums, worked out by hand. */

import { describe, expect, it } from 'vitest';
import { fitRows, learnedFrom, strongestCorrelations } from '../../../src/analysis/calibration/fit.js';
import { fitLines } from '../../../src/analysis/calibration/regression.js';
import {
  cholesky,
  gram,
  inverseDiagonal,
  solveLower,
  solveUpper,
} from '../../../src/analysis/linear-algebra.js';
import type { Target } from '../../../src/domain/parameters/targets.js';

const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 12));

describe('matrices', () => {
  const x = { rows: 3, columns: 2, values: Float64Array.of(1, 2, 3, 4, 5, 6) };

  it("X'X, weighted and with a ridge", () => {
    expect(gram(x, 0)).toEqual({ rows: 2, columns: 2, values: Float64Array.of(35, 44, 44, 56) });
    expect([...gram(x, 10).values]).toEqual([45, 44, 44, 66]);
    // 2 (1, 2) + 0 (3, 4) + 1 (5, 6).
    expect([...gram(x, 0, [2, 0, 1]).values]).toEqual([27, 34, 34, 44]);
    const sparse = { rows: 2, columns: 2, values: Float64Array.of(0, 3, 2, 0) };
    expect([...gram(sparse, 0).values]).toEqual([4, 0, 0, 9]);
  });

  it('Cholesky and both substitutions', () => {
    const a = { rows: 2, columns: 2, values: Float64Array.of(4, 2, 2, 10) };
    const lower = cholesky(a);
    expect([...lower.values]).toEqual([2, 0, 1, 3]);
    expect([...solveLower(lower, [4, 11])]).toEqual(close([2, 3]));
    expect([...solveUpper(lower, [5, 6])]).toEqual(close([1.5, 2]));
    expect([...inverseDiagonal(lower)]).toEqual(close([10 / 36, 4 / 36]));
    const three = { rows: 3, columns: 3, values: Float64Array.of(4, 2, 6, 2, 5, 5, 6, 5, 14) };
    expect([...cholesky(three).values]).toEqual([2, 0, 0, 1, 2, 0, 3, 1, 2]);
    expect([...solveUpper(cholesky(three), solveLower(cholesky(three), [12, 12, 25]))]).toEqual(
      close([1, 1, 1]),
    );
    expect(() => cholesky({ rows: 1, columns: 1, values: Float64Array.of(0) })).toThrow(
      'not positive definite',
    );
    expect(() => cholesky({ rows: 2, columns: 2, values: Float64Array.of(1, 2, 2, 1) })).toThrow(
      'not positive definite',
    );
  });
});

describe('fitLines', () => {
  const grid = Array.from({ length: 40 }, (_, i) =>
    Float64Array.of((i % 5) - 2, (i % 8) - 3.5, ((i * 7) % 11) - 5),
  );

  it('finds a line, and drops what is noise', () => {
    const noise = (i: number) => 0.01 * Math.sin(12.9898 * i);
    const line = (u: Float64Array, i: number) => 3 + 2 * u[0]! - 0.5 * u[1]! + noise(i);
    const [fitted] = fitLines(grid, [grid.map(line)]);
    expect(fitted!.intercept).toBeCloseTo(3, 2);
    expect([...fitted!.slope]).toEqual([expect.closeTo(2, 2), expect.closeTo(-0.5, 2), 0]);
    expect(fitted!.residualVariance).toBeGreaterThan(1e-5);
    expect(fitted!.residualVariance).toBeLessThan(2e-4);
  });

  it('is exact without noise, also from lines of an earlier round', () => {
    const values = grid.map((u) => 1 + u[0]! + 4 * u[2]!);
    const before = [{ intercept: 7, slope: Float64Array.of(1, 0, 4), residualVariance: 1 }];
    const [fitted] = fitLines(grid, [values], before);
    expect(fitted!.intercept).toBeCloseTo(1, 9);
    expect([...fitted!.slope]).toEqual([expect.closeTo(1, 9), expect.closeTo(0, 9), expect.closeTo(4, 9)]);
    expect(fitted!.residualVariance).toBeCloseTo(0, 12);
  });

  it('tells the leave-one-out error of the mean of nothing but noise', () => {
    // Of values +1 and -1 in turn, unrelated to the points.
    const values = grid.map((_, i) => (i % 2 === 0 ? 1 : -1) * (i % 4 < 2 ? 1 : -1));
    const [fitted] = fitLines(grid, [values]);
    expect([...fitted!.slope]).toEqual([0, 0, 0]);
    // With a strong ridge only the mean is fitted: (1 / (1 - 1 / n)) squared.
    expect(fitted!.residualVariance).toBeCloseTo((40 / 39) ** 2, 1);
  });
});

const target: Target = {
  id: 'x',
  metric: 'on_benefit',
  subgroup: 'all',
  month: 12,
  value: 0.5,
  tolerance: 0.1,
  use: 'fit',
  label: 'published',
  source: 'x',
};

describe('how targets are met', () => {
  it('is told by mean, distance and tolerance', () => {
    const [row, other, edge] = fitRows(
      [target, { ...target, value: 0.75 }, { ...target, value: 0.5, tolerance: 0.25 }],
      [
        [0.5, 0.5, 0.7],
        [0.6, Number.NaN, 0.8],
        [0.7, 0.7, 0.75],
      ],
    );
    expect(row!.estimate).toBeCloseTo(0.6, 12);
    expect(row!.z).toBeCloseTo(2, 12);
    expect(row!.inside).toBe(true);
    expect(other!.estimate).toBeCloseTo(0.6, 12);
    expect(other!.z).toBeCloseTo(-3, 12);
    expect(other!.inside).toBe(false);
    expect(edge!.estimate).toBeCloseTo(0.75, 12);
    expect(edge!.inside).toBe(true);
  });
});

describe('what was learned', () => {
  it('is the shift and width on the scale of the prior', () => {
    const points = [Float64Array.of(1, 0), Float64Array.of(3, 2), Float64Array.of(5, -2)];
    expect(learnedFrom(points)).toEqual([
      { shift: 3, width: 2 },
      { shift: 0, width: 2 },
    ]);
  });

  it('and the correlations, strongest first', () => {
    const points = [
      [1, 2, 0],
      [2, 1, 1],
      [3, 0, -1],
      [4, -1, 3],
    ].map((point) => Float64Array.from(point));
    const all = strongestCorrelations(points, 5);
    // The first two lie on a falling line; with the third: 3.5 / sqrt(5 x 8.75).
    const third = 3.5 / Math.sqrt(5 * 8.75);
    expect(all.map(({ first, second }) => [first, second])[0]).toEqual([0, 1]);
    expect(all.map(({ correlation }) => correlation)).toEqual(close([-1, third, -third]));
    expect(strongestCorrelations(points, 1)).toHaveLength(1);
  });
});
