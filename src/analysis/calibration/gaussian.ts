/** Multivariate normal distributions given by their precision: proposals for the calibration. */

import { normalQuantile } from '../../engine/random/special.js';
import { uniformAt } from '../../engine/random/threefry.js';
import { cholesky, gram, type Matrix, solveLower, solveUpper } from '../linear-algebra.js';
import type { Line } from './regression.js';

/** A normal distribution; `root` is the Cholesky factor of its precision. */
export interface Gaussian {
  readonly mean: Float64Array;
  readonly root: Matrix;
}

/** The target value of an outcome, on the scale of the lines, and its variance. */
export interface Aim {
  readonly value: number;
  readonly variance: number;
}

/**
 * Posterior of standard normal parameters under lines with normal errors: precision I + sum of slope slope' / v, mean
 * its inverse times the sum of slope (value - intercept) / v. v is the variance of the target plus that of the line's residuals.
 */
export function posteriorUnderLines(lines: readonly Line[], aims: readonly Aim[]): Gaussian {
  const d = lines[0]!.slope.length;
  const values = new Float64Array(lines.length * d);
  const weights = lines.map(({ residualVariance }, t) => 1 / (aims[t]!.variance + residualVariance));
  const right = new Float64Array(d);
  lines.forEach(({ slope, intercept }, t) => {
    values.set(slope, t * d);
    for (let j = 0; j < d; j++) right[j]! += slope[j]! * weights[t]! * (aims[t]!.value - intercept);
  });
  const root = cholesky(gram({ rows: lines.length, columns: d, values }, 1, weights));
  return { mean: solveUpper(root, solveLower(root, right)), root };
}

/** The standard normal distribution. */
export function standardNormal(dimensions: number): Gaussian {
  const root = { rows: dimensions, columns: dimensions, values: new Float64Array(dimensions ** 2) };
  for (let j = 0; j < dimensions; j++) root.values[j * dimensions + j] = 1;
  return { mean: new Float64Array(dimensions), root };
}

/** Draw number `index` from a distribution, addressed by a key. */
export function drawFrom(
  { mean, root }: Gaussian,
  key: readonly [number, number],
  index: number,
): Float64Array {
  const deviates = mean.map((_, j) => normalQuantile(uniformAt(key[0], key[1], index, j)));
  const offset = solveUpper(root, deviates);
  return mean.map((centre, j) => centre + offset[j]!);
}

/** Logarithm of the density, without the constant -d/2 log(2 pi). */
export function logDensity({ mean, root }: Gaussian, point: Float64Array): number {
  const d = mean.length;
  let log = 0;
  let squares = 0;
  for (let j = 0; j < d; j++) {
    log += Math.log(root.values[j * d + j]!);
    let sum = 0;
    for (let i = j; i < d; i++) sum += root.values[i * d + j]! * (point[i]! - mean[i]!);
    squares += sum * sum;
  }
  return log - squares / 2;
}
