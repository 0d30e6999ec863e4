/** The little linear algebra that the calibration needs, on dense row-major matrices. */

/** A matrix of `rows` by `columns`; element (i, j) at `i * columns + j`. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** A matrix of zeros. */
function zeros(rows: number, columns: number): Matrix {
  return { rows, columns, values: new Float64Array(rows * columns) };
}

/** X'X, with `ridge` added on the diagonal; rows weighted by `weights` where given. */
export function gram(x: Matrix, ridge: number, weights?: ArrayLike<number>): Matrix {
  const d = x.columns;
  const out = zeros(d, d);
  for (let i = 0; i < x.rows; i++) {
    const weight = weights?.[i] ?? 1;
    for (let a = 0; a < d; a++) {
      const left = weight * x.values[i * d + a]!;
      if (left === 0) continue;
      for (let b = a; b < d; b++) out.values[a * d + b]! += left * x.values[i * d + b]!;
    }
  }
  for (let a = 0; a < d; a++) {
    out.values[a * d + a]! += ridge;
    for (let b = 0; b < a; b++) out.values[a * d + b] = out.values[b * d + a]!;
  }
  return out;
}

/**
 * Lower triangular L with L L' = `a` (Cholesky).
 * @throws Error when `a` is not positive definite.
 */
export function cholesky(a: Matrix): Matrix {
  const d = a.rows;
  const lower = zeros(d, d);
  const l = lower.values;
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a.values[i * d + j]!;
      for (let k = 0; k < j; k++) sum -= l[i * d + k]! * l[j * d + k]!;
      if (i === j) {
        if (!(sum > 0)) throw new Error('matrix is not positive definite');
        l[i * d + i] = Math.sqrt(sum);
      } else l[i * d + j] = sum / l[j * d + j]!;
    }
  }
  return lower;
}

/** Solves L x = b by forward substitution. */
export function solveLower(lower: Matrix, b: ArrayLike<number>): Float64Array {
  const d = lower.rows;
  const x = new Float64Array(d);
  for (let i = 0; i < d; i++) {
    let sum = b[i]!;
    for (let k = 0; k < i; k++) sum -= lower.values[i * d + k]! * x[k]!;
    x[i] = sum / lower.values[i * d + i]!;
  }
  return x;
}

/** Solves L' x = b by backward substitution. */
export function solveUpper(lower: Matrix, b: ArrayLike<number>): Float64Array {
  const d = lower.rows;
  const x = new Float64Array(d);
  for (let i = d - 1; i >= 0; i--) {
    let sum = b[i]!;
    for (let k = i + 1; k < d; k++) sum -= lower.values[k * d + i]! * x[k]!;
    x[i] = sum / lower.values[i * d + i]!;
  }
  return x;
}

/** Diagonal of the inverse of L L'. */
export function inverseDiagonal(lower: Matrix): Float64Array {
  const d = lower.rows;
  const l = lower.values;
  const diagonal = new Float64Array(d);
  const column = new Float64Array(d);
  for (let j = 0; j < d; j++) {
    // Column j of the inverse of L: zero above j.
    let squares = 0;
    for (let i = j; i < d; i++) {
      let sum = i === j ? 1 : 0;
      for (let k = j; k < i; k++) sum -= l[i * d + k]! * column[k]!;
      column[i] = sum / l[i * d + i]!;
      squares += column[i]! ** 2;
    }
    diagonal[j] = squares;
  }
  return diagonal;
}
