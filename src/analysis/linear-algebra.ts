/** The little linear algebra that regressions need: dense row-major matrices, and columns of their own. */

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

/** The inverse of L L'. */
export function inverse(lower: Matrix): Matrix {
  const d = lower.rows;
  const values = new Float64Array(d * d);
  const unit = new Float64Array(d);
  for (let j = 0; j < d; j++) {
    unit[j] = 1;
    values.set(solveUpper(lower, solveLower(lower, unit)), j * d);
    unit[j] = 0;
  }
  return { rows: d, columns: d, values };
}

/** Columns X as X = Q L': orthonormal ones, and how the columns are made of them. */
export interface Orthogonal {
  /** The columns of Q. */
  readonly basis: readonly Float64Array[];
  /** Which of the columns given each stands for; the others are spanned by those before them. */
  readonly used: readonly number[];
  /** L, lower triangular: the Cholesky factor of X'X of the columns used. */
  readonly lower: Matrix;
}

/** Part of a column below which it is taken to be spanned by the others. */
const SPANNED = 1e-8;

function lengthOf(column: Float64Array): number {
  let squares = 0;
  for (let i = 0; i < column.length; i++) squares += column[i]! * column[i]!;
  return Math.sqrt(squares);
}

/** Takes out of a column what it has in common with others of length one; returns how much of each. */
export function takeOut(column: Float64Array, others: readonly Float64Array[]): Float64Array {
  return Float64Array.from(others, (other) => {
    let common = 0;
    for (let i = 0; i < column.length; i++) common += column[i]! * other[i]!;
    for (let i = 0; i < column.length; i++) column[i]! -= common * other[i]!;
    return common;
  });
}

/**
 * Orthonormal columns that span the columns given, one after the other by Gram and Schmidt's method, each time twice (Giraud and others
 * 2005, doi 10.1007/s00211-005-0615-4: twice is enough). A column that is spanned by those before it, or is zero, is left out.
 */
export function orthonormalise(columns: readonly Float64Array[]): Orthogonal {
  const basis: Float64Array[] = [];
  const used: number[] = [];
  const rows: number[][] = [];
  columns.forEach((column, j) => {
    const vector = column.slice();
    const before = lengthOf(vector);
    // Twice, since rounding in the first time leaves something in common.
    const first = takeOut(vector, basis);
    const second = takeOut(vector, basis);
    const after = lengthOf(vector);
    if (!(after > SPANNED * before)) return;
    rows.push([...first.map((common, k) => common + second[k]!), after]);
    basis.push(vector.map((value) => value / after));
    used.push(j);
  });
  const lower = zeros(used.length, used.length);
  rows.forEach((row, j) => {
    lower.values.set(row, j * used.length);
  });
  return { basis, used, lower };
}

/** The line through many inputs that misses an outcome by the least squares. */
export interface LeastSquares {
  /** By column; 0 for those that others span. */
  readonly coefficients: Float64Array;
  /** What the line leaves of the outcome. */
  readonly residuals: Float64Array;
}

/**
 * Least squares of an outcome on columns, a column of ones among them where an intercept is wanted. Of columns that span each other the
 * first are used. The covariance of the coefficients used is the residual variance times the inverse of L L'.
 */
export function leastSquares(columns: Orthogonal, count: number, outcome: ArrayLike<number>): LeastSquares {
  const residuals = Float64Array.from(outcome);
  const along = solveUpper(columns.lower, takeOut(residuals, columns.basis));
  const coefficients = new Float64Array(count);
  columns.used.forEach((j, k) => {
    coefficients[j] = along[k]!;
  });
  return { coefficients, residuals };
}
