/** Matrix exponential for small matrices: the exact solution of Markov chains, independent of the simulator. */

export type Matrix = number[][];

function zeros(n: number): Matrix {
  return Array.from({ length: n }, () => new Array<number>(n).fill(0));
}

/** The identity matrix of size n. */
export function identity(n: number): Matrix {
  return zeros(n).map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
}

/** Matrix product. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  return a.map((row) => b[0]!.map((_, j) => row.reduce((sum, x, k) => sum + x * b[k]![j]!, 0)));
}

/** Row vector times matrix. */
export function apply(vector: readonly number[], matrix: Matrix): number[] {
  return multiply([[...vector]], matrix)[0]!;
}

/** a + factor * b. */
function addScaled(a: Matrix, b: Matrix, factor: number): Matrix {
  return a.map((row, i) => row.map((x, j) => x + factor * b[i]![j]!));
}

/** A matrix times a number. */
export function scale(a: Matrix, factor: number): Matrix {
  return a.map((row) => row.map((x) => x * factor));
}

/** Solves A X = B by Gaussian elimination with partial pivoting. */
function solve(a: Matrix, b: Matrix): Matrix {
  const n = a.length;
  const rows = a.map((row, i) => [...row, ...b[i]!]);
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(rows[i]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = i;
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const factor = rows[i]![k]! / rows[k]![k]!;
      for (let j = k; j < 2 * n; j++) rows[i]![j]! -= factor * rows[k]![j]!;
    }
  }
  return rows.map((row, i) => row.slice(n).map((x) => x / row[i]!));
}

/** Coefficients of the diagonal Pade approximant of degree 13 (Higham 2005, table 2.3). */
const PADE = [
  64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000, 10559470521600,
  670442572800, 33522128640, 1323241920, 40840800, 960960, 16380, 182, 1,
];

function norm1(a: Matrix): number {
  return Math.max(...a.map((_, j) => a.reduce((sum, row) => sum + Math.abs(row[j]!), 0)));
}

/**
 * exp(A) by scaling and squaring with the Pade approximant of degree 13 (N. J. Higham, SIAM J. Matrix Anal. Appl.
 * 26:1179, 2005, doi 10.1137/04061101X).
 */
export function expm(matrix: Matrix): Matrix {
  const n = matrix.length;
  const squarings = Math.max(0, Math.ceil(Math.log2(norm1(matrix) / 5.371920351148152)));
  const a = scale(matrix, 2 ** -squarings);
  const a2 = multiply(a, a);
  let even = zeros(n);
  let odd = zeros(n);
  let power = identity(n);
  for (let k = 0; k < PADE.length; k += 2) {
    even = addScaled(even, power, PADE[k]!);
    odd = addScaled(odd, power, PADE[k + 1]!);
    power = multiply(power, a2);
  }
  odd = multiply(a, odd);
  let result = solve(addScaled(even, odd, -1), addScaled(even, odd, 1));
  for (let k = 0; k < squarings; k++) result = multiply(result, result);
  return result;
}

/** Integral of exp(A t) over t from 0 to `time`: a block of exp([[A, I], [0, 0]] time) (C. Van Loan 1978). */
export function integrateExpm(matrix: Matrix, time: number): Matrix {
  const n = matrix.length;
  const one = identity(n);
  const block = zeros(2 * n).map((row, i) =>
    row.map((_, j) => (i < n ? (j < n ? matrix[i]![j]! : one[i]![j - n]!) : 0)),
  );
  return expm(scale(block, time))
    .slice(0, n)
    .map((row) => row.slice(n));
}

/** Generator matrix from its rates off the diagonal. */
export function generator(rates: Matrix): Matrix {
  return rates.map((row, i) => {
    const total = row.reduce((sum, x, j) => (i === j ? sum : sum + x), 0);
    return row.map((x, j) => (i === j ? -total : x));
  });
}
