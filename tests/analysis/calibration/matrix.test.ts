import { describe, expect, it } from 'vitest';
import { cholesky, inverseDiagonal } from '../../../src/analysis/calibration/matrix.js';

describe('inverseDiagonal', () => {
  it('is that of the inverse, worked out by hand', () => {
    // [[4, 2, 0], [2, 5, 2], [0, 2, 2]]: determinant 16, cofactors 6, 8, 16.
    const values = Float64Array.of(4, 2, 0, 2, 5, 2, 0, 2, 2);
    const diagonal = inverseDiagonal(cholesky({ rows: 3, columns: 3, values }));
    expect(Array.from(diagonal, (value) => value.toFixed(12))).toEqual(
      [6 / 16, 8 / 16, 16 / 16].map((value) => value.toFixed(12)),
    );
  });
});
