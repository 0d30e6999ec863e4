/** Square roots of symmetric matrices, by Jacobi's method: for as many rows as there are options. */

import type { Matrix } from '../linear-algebra.js';

/** Eigenvalues, and eigenvectors as the columns of a matrix. */
interface Eigen {
  readonly values: Float64Array;
  readonly vectors: Matrix;
}

/** Sweeps that are always enough: Jacobi's method converges quadratically. */
const SWEEPS = 30;

/** Turns rows and columns p and q so that element (p, q) becomes zero. */
function rotate(a: Float64Array, vectors: Float64Array, n: number, p: number, q: number): void {
  const off = a[p * n + q]!;
  if (off === 0) return;
  const half = (a[q * n + q]! - a[p * n + p]!) / (2 * off);
  const tangent = (half < 0 ? -1 : 1) / (Math.abs(half) + Math.sqrt(1 + half * half));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = tangent * cosine;
  const turn = (values: Float64Array, left: number, right: number) => {
    const [x, y] = [values[left]!, values[right]!];
    values[left] = cosine * x - sine * y;
    values[right] = sine * x + cosine * y;
  };
  for (let k = 0; k < n; k++) turn(a, k * n + p, k * n + q);
  for (let k = 0; k < n; k++) turn(a, p * n + k, q * n + k);
  for (let k = 0; k < n; k++) turn(vectors, k * n + p, k * n + q);
}

/** Eigenvalues and eigenvectors of a symmetric matrix (Jacobi 1846, doi 10.1515/crll.1846.30.51). */
function eigenOf({ rows: n, values }: Matrix): Eigen {
  const a = values.slice();
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, vectors, n, p, q);
  }
  return {
    values: Float64Array.from({ length: n }, (_, i) => a[i * n + i]!),
    vectors: { rows: n, columns: n, values: vectors },
  };
}

/** Part of the largest eigenvalue below which one counts as zero. */
const ZERO = 1e-12;

/**
 * The symmetric matrix with the same eigenvectors as `a` and the square roots of its eigenvalues, or one over these; eigenvalues that are
 * not above zero give zero.
 */
export function squareRoot(a: Matrix, inverse = false): Matrix {
  const n = a.rows;
  const { values, vectors } = eigenOf(a);
  const least = ZERO * Math.max(0, ...values);
  const roots = values.map((value) => {
    if (!(value > least)) return 0;
    return inverse ? 1 / Math.sqrt(value) : Math.sqrt(value);
  });
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      for (let k = 0; k < n; k++)
        out[i * n + j]! += vectors.values[i * n + k]! * roots[k]! * vectors.values[j * n + k]!;
    }
  }
  return { rows: n, columns: n, values: out };
}

/** The product of two square matrices. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  const n = a.rows;
  const values = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      for (let j = 0; j < n; j++) values[i * n + j]! += a.values[i * n + k]! * b.values[k * n + j]!;
    }
  }
  return { rows: n, columns: n, values };
}
