/**
 * What each parameter draw is expected to give under several options, without the chance of its persons. A draw's mean over its persons has
 * chance in it; who takes the best option of each draw by such means also takes the luckiest, so that the value of knowing the parameters
 * comes out too high. Here the draws are drawn in until they differ by as much as the parameters make them differ.
 */

import { DRAWS_PER_BLOCK } from '../../simulation/cohort/cohort-key.js';
import type { Matrix } from '../linear-algebra.js';
import { expectedByDraw, spreadOf } from '../spread.js';
import { mean } from '../statistics.js';
import type { DrawValues } from '../variances.js';
import { multiply, squareRoot } from './symmetric.js';

/** Values by option, then by draw; none is NaN. */
export type ByOption = readonly Float64Array[];

/** Means over all places of the products of columns, each less its centre. */
function meanProducts(columns: ByOption, centres: readonly number[] = columns.map(() => 0)): Matrix {
  const size = columns.length;
  const values = new Float64Array(size * size);
  columns.forEach((left, i) => {
    columns.forEach((right, j) => {
      let sum = 0;
      for (let d = 0; d < left.length; d++) sum += (left[d]! - centres[i]!) * (right[d]! - centres[j]!);
      values[i * size + j] = sum / left.length;
    });
  });
  return { rows: size, columns: size, values };
}

function combine(a: Matrix, b: Matrix, values: (a: number, b: number) => number): Matrix {
  return { ...a, values: a.values.map((value, i) => values(value, b.values[i]!)) };
}

/** Contrasts, each of variance one, between the draws of the blocks: within antithetic pairs. */
function contrastsInPairs(column: Float64Array): Float64Array {
  const contrasts = new Float64Array(column.length >> 1);
  for (let p = 0; p < contrasts.length; p++)
    contrasts[p] = (column[2 * p]! - column[2 * p + 1]!) / Math.SQRT2;
  return contrasts;
}

/** The same between the two pairs of a block. */
function contrastsOfPairs(column: Float64Array): Float64Array {
  const contrasts = new Float64Array(Math.floor(column.length / DRAWS_PER_BLOCK));
  for (let b = 0; b < contrasts.length; b++) {
    const first = b * DRAWS_PER_BLOCK;
    contrasts[b] = (column[first]! + column[first + 1]! - column[first + 2]! - column[first + 3]!) / 2;
  }
  return contrasts;
}

/** Covariance within blocks: the mean of that within the antithetic pairs and that between them, as in `spread.ts`. */
function withinBlocks(columns: ByOption): Matrix {
  const inPairs = meanProducts(columns.map(contrastsInPairs));
  if (columns[0]!.length < DRAWS_PER_BLOCK) return inPairs;
  return combine(inPairs, meanProducts(columns.map(contrastsOfPairs)), (a, b) => (a + b) / 2);
}

/**
 * Covariance of what the parameters make of the draws: that within blocks less that of the noise, which is half the difference between
 * the halves of the persons.
 */
function ofParameters(columns: ByOption, halves: ByOption): Matrix {
  return combine(withinBlocks(columns), withinBlocks(halves), (all, noise) => all - noise);
}

/**
 * The symmetric map that gives vectors of one covariance another one and moves them least (the optimal transport between normal
 * distributions: Olkin and Pukelsheim 1982, doi 10.1016/0024-3795(82)90112-4): F^-1/2 (F^1/2 G F^1/2)^1/2 F^-1/2.
 */
function transport(from: Matrix, to: Matrix): Matrix {
  const root = squareRoot(from);
  const inverse = squareRoot(from, true);
  return multiply(inverse, multiply(squareRoot(multiply(root, multiply(to, root))), inverse));
}

/** Values of an option less those of the first. */
function minus(own: DrawValues, first: DrawValues): DrawValues {
  return {
    whole: own.whole.map((value, d) => value - first.whole[d]!),
    halfDifference: own.halfDifference.map((value, d) => value - first.halfDifference[d]!),
  };
}

function differencesOf(options: readonly DrawValues[]): DrawValues[] {
  return options.map((own) => minus(own, options[0]!));
}

const allZero = (values: Float64Array) => values.every((value) => value === 0);

/** Whether a difference is other than one and the same value without noise. */
function isMoving({ whole, halfDifference }: DrawValues): boolean {
  return whole.some((value) => value !== whole[0]) || !allZero(halfDifference);
}

/** Whether what the parameters make of the differences between options can be told from chance. */
export function areEstimable(options: readonly DrawValues[]): boolean {
  const differences = differencesOf(options).filter(isMoving);
  return (
    differences.every(({ halfDifference }) => allZero(halfDifference)) ||
    differences.every((own) => expectedByDraw(0, own.whole, spreadOf(own)) !== undefined)
  );
}

/**
 * Differences with the first option that each draw is expected to have: the first is 0 throughout. With T the covariance of the draws'
 * differences and P what the parameters make of it (the covariance within blocks less the noise that the two halves of the persons tell),
 * the deviations from the mean are moved by the least map that takes T to P. Means stay. This is exact where differences and noise are
 * normal; of other distributions mean and covariance are right, and the shape is that of the draws. With one other option it is what
 * `expectedByDraw` gives, but for the error of the centre, which nobody's knowing the parameters would take away. Values without noise
 * stay as they are.
 *
 * @param options where {@link areEstimable}
 */
export function expectedByOption(options: readonly DrawValues[]): ByOption {
  const differences = differencesOf(options);
  if (differences.every(({ halfDifference }) => allZero(halfDifference)))
    return differences.map(({ whole }) => whole);
  const centres = differences.map(({ whole }) => mean(whole));
  const moving = differences.filter(isMoving);
  const wholes = moving.map(({ whole }) => whole);
  const own = wholes.map((whole) => mean(whole));
  const from = meanProducts(wholes, own);
  const parameters = ofParameters(
    wholes,
    moving.map(({ halfDifference }) => halfDifference),
  );
  const map = transport(from, parameters);
  return differences.map((difference, k) => {
    const row = moving.indexOf(difference);
    if (row < 0) return difference.whole;
    const values = new Float64Array(difference.whole.length).fill(centres[k]!);
    wholes.forEach((whole, j) => {
      const factor = map.values[row * map.columns + j]!;
      for (let d = 0; d < values.length; d++) values[d]! += factor * (whole[d]! - own[j]!);
    });
    return values;
  });
}
