/** Linear approximation of the model: ridge regression of its outcomes on its parameters. */

import { cholesky, gram, type Matrix, solveLower, solveUpper } from '../linear-algebra.js';

/** outcome ~ intercept + slope . u, with the variance of the residuals. */
export interface Line {
  readonly intercept: number;
  readonly slope: Float64Array;
  /** Mean squared leave-one-out residual. */
  readonly residualVariance: number;
}

const RIDGES = [0.01, 0.1, 1, 10, 100, 1000] as const;

/** The points about their mean, and the mean. */
function centre(points: readonly Float64Array[]): { x: Matrix; mean: Float64Array } {
  const d = points[0]!.length;
  const mean = new Float64Array(d);
  for (const point of points) for (let j = 0; j < d; j++) mean[j]! += point[j]! / points.length;
  const values = new Float64Array(points.length * d);
  points.forEach((point, i) => {
    for (let j = 0; j < d; j++) values[i * d + j] = point[j]! - mean[j]!;
  });
  return { x: { rows: points.length, columns: d, values }, mean };
}

function dot(slope: Float64Array, x: ArrayLike<number>, offset = 0): number {
  let sum = 0;
  for (let j = 0; j < slope.length; j++) sum += slope[j]! * x[offset + j]!;
  return sum;
}

/** Leverages h of a ridge regression: 1 / n + x (X'X + ridge)^-1 x'. */
function leverages(x: Matrix, lower: Matrix): Float64Array {
  const row = new Float64Array(x.columns);
  return Float64Array.from({ length: x.rows }, (_, i) => {
    for (let j = 0; j < x.columns; j++) row[j] = x.values[i * x.columns + j]!;
    const half = solveLower(lower, row);
    return 1 / x.rows + dot(half, half);
  });
}

/** Slopes smaller than this many of their standard errors are taken for noise. */
const NOISE = 2.5;

/**
 * The line without the slopes that cannot be distinguished from zero. Of many parameters most do not affect an outcome, and
 * together their noise would pull the proposal away from the prior.
 */
function withoutNoise(line: Line, points: number, mean: Float64Array, spread: Float64Array): Line {
  const slope = line.slope.map((value, j) => {
    const error = Math.sqrt(line.residualVariance / points) / spread[j]!;
    return Math.abs(value) > NOISE * error ? value : 0;
  });
  const moved = line.slope.reduce((sum, value, j) => sum + (value - slope[j]!) * mean[j]!, 0);
  return { ...line, intercept: line.intercept + moved, slope };
}

/**
 * Fits a line for each outcome. What is shrunk is the departure from `before`, the lines of an earlier round; the
 * strength is chosen for each outcome by leave-one-out error, (y - fit) / (1 - leverage).
 *
 * @param outcomes by outcome, then by point
 */
export function fitLines(
  points: readonly Float64Array[],
  outcomes: readonly (readonly number[])[],
  before?: readonly Line[],
): Line[] {
  const { x, mean } = centre(points);
  const n = points.length;
  const d = x.columns;
  const spread = mean.map((_, j) => {
    let squares = 0;
    for (let i = 0; i < n; i++) squares += x.values[i * d + j]! ** 2;
    return Math.sqrt(squares / n);
  });
  const solvers = RIDGES.map((ridge) => {
    const lower = cholesky(gram(x, ridge));
    return { lower, leverage: leverages(x, lower) };
  });
  return outcomes.map((values, t) => {
    const base = before?.[t]?.slope ?? new Float64Array(d);
    const left = values.map((value, i) => value - dot(base, x.values, i * d));
    const centreOfLeft = left.reduce((sum, value) => sum + value, 0) / n;
    const crossed = new Float64Array(d);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < d; j++) crossed[j]! += x.values[i * d + j]! * (left[i]! - centreOfLeft);
    }
    const fits = solvers.map(({ lower, leverage }): Line => {
      const change = solveUpper(lower, solveLower(lower, crossed));
      let squares = 0;
      for (let i = 0; i < n; i++) {
        const residual = left[i]! - centreOfLeft - dot(change, x.values, i * d);
        squares += (residual / Math.max(1e-6, 1 - leverage[i]!)) ** 2;
      }
      const slope = base.map((value, j) => value + change[j]!);
      return { intercept: centreOfLeft - dot(slope, mean), slope, residualVariance: squares / n };
    });
    const best = fits.reduce((left, right) =>
      right.residualVariance < left.residualVariance ? right : left,
    );
    return withoutNoise(best, n, mean, spread);
  });
}
