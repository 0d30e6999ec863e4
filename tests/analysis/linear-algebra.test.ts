import { describe, expect, it } from 'vitest';
import {
  cholesky,
  inverse,
  inverseDiagonal,
  leastSquares,
  orthonormalise,
} from '../../src/analysis/linear-algebra.js';

const rounded = (values: Iterable<number>) => Array.from(values, (value) => Number(value.toFixed(12)) + 0);

describe('inverseDiagonal', () => {
  it('is that of the inverse, worked out by hand', () => {
    // [[4, 2, 0], [2, 5, 2], [0, 2, 2]]: determinant 16, cofactors 6, 8, 16.
    const values = Float64Array.of(4, 2, 0, 2, 5, 2, 0, 2, 2);
    const diagonal = inverseDiagonal(cholesky({ rows: 3, columns: 3, values }));
    expect(rounded(diagonal)).toEqual([6 / 16, 8 / 16, 16 / 16].map((value) => Number(value.toFixed(12))));
  });
});

describe('inverse', () => {
  it('is that of a matrix of two rows, by hand', () => {
    const lower = cholesky({ rows: 2, columns: 2, values: Float64Array.of(3, 3, 3, 5) });
    expect(rounded(inverse(lower).values)).toEqual(
      [5 / 6, -0.5, -0.5, 0.5].map((v) => Number(v.toFixed(12))),
    );
  });
});

describe('orthonormalise', () => {
  it('takes columns apart, by hand', () => {
    // (3, 4) is 5 (0.6, 0.8); of (1, 0) 0.6 goes with that, and (0.64, -0.48) = 0.8 (0.8, -0.6) is left.
    const { basis, used, lower } = orthonormalise([Float64Array.of(3, 4), Float64Array.of(1, 0)]);
    expect(basis.map(rounded)).toEqual([
      [0.6, 0.8],
      [0.8, -0.6],
    ]);
    expect(used).toEqual([0, 1]);
    expect(rounded(lower.values)).toEqual([5, 0, 0.6, 0.8]);
  });

  it('leaves out columns of zeros and those that others span', () => {
    const one = Float64Array.of(1, 1, 1);
    const other = Float64Array.of(1, 2, 4);
    const both = other.map((value) => 3 * value - 7);
    expect(orthonormalise([one, new Float64Array(3), other, both]).used).toEqual([0, 2]);
  });
});

describe('leastSquares', () => {
  it('is the line through points, by hand', () => {
    // Through (0, 1), (1, 3), (2, 2): slope ((-1)(-1) + (1)(0)) / 2 = 0.5, intercept 2 - 0.5, residuals -0.5, 1, -0.5.
    const columns = orthonormalise([Float64Array.of(1, 1, 1), Float64Array.of(0, 1, 2)]);
    const { coefficients, residuals } = leastSquares(columns, 2, [1, 3, 2]);
    expect(rounded(coefficients)).toEqual([1.5, 0.5]);
    expect(rounded(residuals)).toEqual([-0.5, 1, -0.5]);
    // X'X = [[3, 3], [3, 5]] has the inverse [[5, -3], [-3, 3]] / 6.
    expect(rounded(inverseDiagonal(columns.lower))).toEqual([0.833333333333, 0.5]);
  });

  it('gives 0 to what is left out, and the same line', () => {
    const one = Float64Array.of(1, 1, 1);
    const columns = orthonormalise([one, one.map((value) => 2 * value), Float64Array.of(0, 1, 2)]);
    expect(rounded(leastSquares(columns, 3, [1, 3, 2]).coefficients)).toEqual([1.5, 0, 0.5]);
  });
});
