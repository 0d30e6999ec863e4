import { describe, expect, it } from 'vitest';
import { partOfGroup, shapleyForms } from '../../../src/analysis/sensitivity/linear-shapley.js';

const matrixOf = (...rows: readonly (readonly number[])[]) => ({
  rows: rows.length,
  columns: rows.length,
  values: Float64Array.from(rows.flat()),
});
const certain = (p: number) => ({ rows: p, columns: p, values: new Float64Array(p * p) });
const partsOf = (
  covariance: ReturnType<typeof matrixOf>,
  b: readonly number[],
  groups = b.map((_, j) => [j]),
) => shapleyForms(covariance, groups).map((form) => partOfGroup(form, b, certain(b.length)).part);

describe('shapleyForms', () => {
  it('split the variance over two correlated inputs as Owen and Prieur do', () => {
    // b1^2 s1^2 (1 - r^2 / 2) + b1 b2 r s1 s2 + b2^2 s2^2 r^2 / 2, and the other way round (their section 2.3).
    const [b1, b2, s1, s2, r] = [2, -1, 1.5, 3, 0.6];
    const [one, two] = partsOf(matrixOf([s1 ** 2, r * s1 * s2], [r * s1 * s2, s2 ** 2]), [b1, b2]);
    const both = b1 * b2 * r * s1 * s2;
    const [v1, v2] = [(b1 * s1) ** 2, (b2 * s2) ** 2];
    expect(one).toBeCloseTo(v1 * (1 - r ** 2 / 2) + both + (v2 * r ** 2) / 2, 12);
    expect(two).toBeCloseTo(v2 * (1 - r ** 2 / 2) + both + (v1 * r ** 2) / 2, 12);
  });

  it('leave an independent input its own variance, and halve that of twins', () => {
    // y = x1 + 2 x3; x2 is x1 once more.
    const twins = matrixOf([1, 1, 0], [1, 1, 0], [0, 0, 1]);
    expect(partsOf(twins, [1, 0, 2]).map((part) => part.toFixed(9))).toEqual(
      [0.5, 0.5, 4].map((part) => part.toFixed(9)),
    );
  });

  it('of three inputs are the mean over all orders, by hand', () => {
    // y = x1, correlated 0.5 with x2 and not with x3, which is correlated 0.5 with x2. Variance left by knowing:
    // x1: 0; x2: 1 - 1/4; x3: 1; x2 and x3: conditional on x3, cov(x1, x2) = 1/2, var(x2) = 3/4: 1 - 1/3.
    // x2 takes off 1/4 first, 1/3 after x3, 0 after x1: (2 x 1/4 + 1/3) / 6 = 5/36; x3: 1/3 - 1/4 after x2 alone: 1/72.
    const parts = partsOf(matrixOf([1, 0.5, 0], [0.5, 1, 0.5], [0, 0.5, 1]), [1, 0, 0]);
    [1 - 5 / 36 - 1 / 72, 5 / 36, 1 / 72].forEach((exact, j) => {
      expect(parts[j]).toBeCloseTo(exact, 12);
    });
  });

  it('add up to the variance over groups of columns, and over random orders of many', () => {
    // Twelve inputs, all correlated 0.5: by symmetry each has the same part of the variance of their sum, 12 + 132 / 2 = 78.
    const p = 12;
    const rows = Array.from({ length: p }, (_, i) =>
      Array.from({ length: p }, (_w, j) => (i === j ? 1 : 0.5)),
    );
    const b = new Array<number>(p).fill(1);
    const many = partsOf(matrixOf(...rows), b);
    expect(many.reduce((sum, part) => sum + part, 0)).toBeCloseTo(78, 9);
    for (const part of many) expect(part).toBeCloseTo(6.5, 9);
    const halves = [0, 1].map((half) => b.flatMap((_, j) => (j % 2 === half ? [j] : [])));
    expect(partsOf(matrixOf(...rows), b, halves).map((part) => part.toFixed(9))).toEqual([
      (39).toFixed(9),
      (39).toFixed(9),
    ]);
  });
});

describe('partOf', () => {
  it('takes off the bias of uncertain coefficients, by hand', () => {
    // Q = [[2]], b = 3, C = [[0.25]]: 18 - 0.5; 4 x 36 x 0.25 - 2 x (2 x 0.25)^2 = 35.5.
    const part = partOfGroup(matrixOf([2]), [3], matrixOf([0.25]));
    expect(part).toEqual({ part: 17.5, error: Math.sqrt(35.5), bias: 0.5, noise: 0.5 });
  });
});
