/**
 * A fast stand-in for the model within a calibration: linear trends, and a Gaussian process for what departs from them (kriging
 * with a trend: Sacks et al. 1989, doi 10.1214/ss/1177012413; as a likelihood for calibration: Kennedy & O'Hagan 2001, doi
 * 10.1111/1467-9868.00294). It is trained on points that each have different persons, so it averages out the chance in a finite
 * cohort, which would blur the likelihood of any single simulated point.
 */

import { cholesky, inverseDiagonal, type Matrix, solveLower, solveUpper } from '../linear-algebra.js';
import type { Line } from './regression.js';

/** The training data of the emulator. */
export interface Training {
  readonly points: readonly Float64Array[];
  /** By outcome, then by point. */
  readonly outcomes: readonly (readonly number[])[];
  /** Monte Carlo variance of each, likewise. */
  readonly noise: readonly (readonly number[])[];
}

export interface Emulator {
  /** Expected outcomes at a point. */
  predict(point: Float64Array): Float64Array;
  /** By outcome: mean squared leave-one-out error beyond the Monte Carlo variance. */
  readonly missed: readonly number[];
}

/** Inverse squared length of the kernel, and its variance over that of what the lines leave: both chosen by leave-one-out error. */
const shapes = [0.5, 1, 2, 4].flatMap((inverse) => [1, 4].map((scale) => ({ inverse, scale })));

type Shape = (typeof shapes)[number];

/** Points on which the shape is chosen. */
const SHAPING = 400;

/** Part of the kernel's variance added to the diagonal, so that the matrix stays positive definite without noise. */
const NUGGET = 1e-6;

/**
 * How much each parameter counts in the distance between points: by its slopes, in units of the required precision of each
 * outcome. The squares add up to one.
 */
function weightsOf(lines: readonly Line[], variances: readonly number[]): Float64Array {
  const squares = lines[0]!.slope.map((_, j) =>
    lines.reduce((sum, { slope }, t) => sum + slope[j]! ** 2 / variances[t]!, 0),
  );
  const total = squares.reduce((sum, square) => sum + square, 0);
  return squares.map((square) => (total > 0 ? Math.sqrt(square / total) : 0));
}

/** Coordinates that count, weighted. */
function project(point: Float64Array, weights: Float64Array, used: readonly number[]): Float64Array {
  return Float64Array.from(used, (j) => point[j]! * weights[j]!);
}

function squaredDistance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += (a[j]! - b[j]!) ** 2;
  return sum;
}

function along({ intercept, slope }: Line, point: Float64Array): number {
  let sum = intercept;
  for (let j = 0; j < slope.length; j++) sum += slope[j]! * point[j]!;
  return sum;
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The residuals of an outcome after the lines, their noise, and their variance beyond the noise. */
interface Rest {
  readonly values: Float64Array;
  readonly noise: readonly number[];
  readonly variance: number;
}

function restsOf({ points, outcomes, noise }: Training, lines: readonly Line[]): Rest[] {
  return outcomes.map((outcome, t) => {
    const values = Float64Array.from(outcome, (value, i) => value - along(lines[t]!, points[i]!));
    const squares = average(Array.from(values, (value) => value * value));
    // Kept above zero, so that the kernel can be used where the residuals are nothing but noise.
    return { values, noise: noise[t]!, variance: Math.max(squares - average(noise[t]!), 1e-3 * squares) };
  });
}

function squaredDistances(places: readonly Float64Array[]): Matrix {
  const n = places.length;
  const values = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) {
      const square = squaredDistance(places[i]!, places[k]!);
      values[i * n + k] = square;
      values[k * n + i] = square;
    }
  }
  return { rows: n, columns: n, values };
}

/** Weights of the training points in predictions of one outcome, and its mean squared leave-one-out error. */
function solve(
  { values: squares, rows: n }: Matrix,
  { values, noise, variance }: Rest,
  { inverse, scale }: Shape,
): { weights: Float64Array; error: number } {
  const kernel = squares.map((square) => scale * variance * Math.exp((-inverse * square) / 2));
  for (let i = 0; i < n; i++) kernel[i * n + i]! += noise[i]! + NUGGET * scale * variance;
  const lower = cholesky({ rows: n, columns: n, values: kernel });
  const solved = solveUpper(lower, solveLower(lower, values.subarray(0, n)));
  const diagonal = inverseDiagonal(lower);
  let error = 0;
  for (let i = 0; i < n; i++) error += (solved[i]! / diagonal[i]!) ** 2 / n;
  return { weights: solved.map((weight) => weight * scale * variance), error };
}

function chooseShape(squares: Matrix, rests: readonly Rest[], variances: readonly number[]): Shape {
  const errorOf = (shape: Shape) =>
    rests.reduce((sum, rest, t) => sum + solve(squares, rest, shape).error / variances[t]!, 0);
  const errors = shapes.map(errorOf);
  return shapes[errors.indexOf(Math.min(...errors))]!;
}

/**
 * Trains an emulator.
 *
 * @param lines the trend of each outcome
 * @param variances how precise each outcome has to be, as a variance
 */
export function trainEmulator(
  training: Training,
  lines: readonly Line[],
  variances: readonly number[],
): Emulator {
  const weights = weightsOf(lines, variances);
  const used = Array.from(weights, (_, j) => j).filter((j) => weights[j]! > 0);
  const places = training.points.map((point) => project(point, weights, used));
  const rests = restsOf(training, lines);
  const shape = chooseShape(squaredDistances(places.slice(0, SHAPING)), rests, variances);
  const squares = squaredDistances(places);
  const fits = rests.map((rest) => solve(squares, rest, shape));
  const nearness = new Float64Array(places.length);
  return {
    missed: fits.map(({ error }, t) => Math.max(0, error - average(rests[t]!.noise))),
    predict(point) {
      const here = project(point, weights, used);
      for (let i = 0; i < nearness.length; i++)
        nearness[i] = Math.exp((-shape.inverse * squaredDistance(here, places[i]!)) / 2);
      return Float64Array.from(lines, (line, t) => {
        const factors = fits[t]!.weights;
        let sum = along(line, point);
        for (let i = 0; i < nearness.length; i++) sum += factors[i]! * nearness[i]!;
        return sum;
      });
    },
  };
}
