/** Columns for a smooth function of which a kernel says how alike it is at two places. */

import { cholesky, type Matrix, solveLower } from '../linear-algebra.js';

/** Part of the diagonal that is added to it, so that knots may lie close together. */
const NUGGET = 1e-9;

/**
 * Columns whose coefficients are independent and of one variance where the function is a Gaussian process with this kernel: L^-1 k(z, x)
 * at a place x, with LL' the kernel between the knots z. A penalty on their squares is the one that belongs to the kernel. With the
 * places themselves as knots nothing is lost; with fewer it is the subset of regressors (Quinonero-Candela and Rasmussen 2005, JMLR 6,
 * 1939-1959).
 *
 * @param fill puts the kernel between place i and every knot into a row
 * @param between the kernel between two knots
 */
export function kernelColumns(
  places: number,
  knots: number,
  fill: (place: number, row: Float64Array) => void,
  between: (a: number, b: number) => number,
): Matrix {
  const kernel = new Float64Array(knots * knots);
  for (let a = 0; a < knots; a++) for (let b = 0; b < knots; b++) kernel[a * knots + b] = between(a, b);
  const size = kernel.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let a = 0; a < knots; a++) kernel[a * knots + a]! += NUGGET * size;
  const lower = cholesky({ rows: knots, columns: knots, values: kernel });
  const values = new Float64Array(places * knots);
  const row = new Float64Array(knots);
  for (let i = 0; i < places; i++) {
    fill(i, row);
    values.set(solveLower(lower, row), i * knots);
  }
  return { rows: places, columns: knots, values };
}

/** Puts matrices of the same rows beside each other. */
export function beside(matrices: readonly Matrix[]): Matrix {
  const rows = matrices[0]!.rows;
  const columns = matrices.reduce((sum, own) => sum + own.columns, 0);
  const values = new Float64Array(rows * columns);
  let at = 0;
  for (const own of matrices) {
    for (let i = 0; i < rows; i++)
      for (let a = 0; a < own.columns; a++) values[i * columns + at + a] = own.values[i * own.columns + a]!;
    at += own.columns;
  }
  return { rows, columns, values };
}

/** Inputs as columns of mean 0 and standard deviation 1, after one of ones; inputs that do not vary are left out. */
export function linearColumns(inputs: readonly Float64Array[]): { columns: Matrix; moving: Float64Array[] } {
  const rows = inputs[0]!.length;
  const moving = inputs.flatMap((input) => {
    let [sum, squares] = [0, 0];
    for (const value of input) sum += value / rows;
    for (const value of input) squares += (value - sum) ** 2 / rows;
    const scale = Math.sqrt(squares);
    return scale > 1e-12 * Math.abs(sum) ? [input.map((value) => (value - sum) / scale)] : [];
  });
  const columns = beside(
    [new Float64Array(rows).fill(1), ...moving].map((values) => ({ rows, columns: 1, values })),
  );
  return { columns, moving };
}
