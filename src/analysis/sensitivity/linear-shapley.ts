/**
 * Shapley effects of a line through inputs that depend on each other. The variance b' S b of a line with coefficients b over inputs with
 * covariance S is split over the inputs (or groups of them): each gets what it takes off the variance that is left when the values
 * of others are known already, averaged over all orders in which values become known (Shapley effects: Owen 2014, doi
 * 10.1137/130936233; of Gaussian linear models: Owen and Prieur 2017, doi 10.1137/16M1097717; of a regression these are the shares of
 * Lindeman, Merenda and Gold: Groemping 2007, doi 10.1198/000313007X188252). They add up to the variance, and none is negative.
 *
 * Each is a quadratic form b' Q b, where Q follows from S alone. So the bias that errors of the coefficients make is known, trace(Q C) for
 * coefficients with covariance C, and is taken off.
 */

import { deriveKey, hashName } from '../../engine/random/threefry.js';
import { permute } from '../design.js';
import type { Matrix } from '../linear-algebra.js';

/** Weight of what a group takes off after s = 0, 1, ... others of so many groups: s! (d - s - 1)! / d! = 1 / (d (d - 1 over s)). */
function shapleyWeights(groups: number): number[] {
  const weights: number[] = [];
  for (let s = 0, choices = 1; s < groups; choices = (choices * (groups - 1 - s)) / (s + 1), s++)
    weights.push(1 / (groups * choices));
  return weights;
}

/** Groups up to which all subsets are gone through; of more, random orders. */
const ALL_SUBSETS = 10;
/** Orders of more, at least: random ones begun at every group, so that each comes at every place as often, and gone through both ways. */
const ORDERS = 256;
/** Part of the variance of a column below which others tell all of it. */
const SPANNED = 1e-9;

const SHAPLEY = hashName('orders of Shapley effects');

/** Residual covariance while columns become known, one after the other. */
type Residual = Float64Array;

/** Makes the columns of a group known: takes them out of the residual covariance, and adds to the form of the group what they take off. */
function makeKnown(
  residual: Residual,
  covariance: Matrix,
  columns: readonly number[],
  form: Float64Array,
  weight: number,
): void {
  const p = covariance.rows;
  for (const c of columns) {
    const own = residual[c * p + c]!;
    if (!(own > SPANNED * covariance.values[c * p + c]!)) continue;
    const row = residual.slice(c * p, (c + 1) * p);
    for (let a = 0; a < p; a++) {
      const scaled = row[a]! / own;
      if (scaled === 0) continue;
      for (let b = 0; b < p; b++) {
        const taken = scaled * row[b]!;
        residual[a * p + b]! -= taken;
        form[a * p + b]! += weight * taken;
      }
    }
  }
}

/** Goes through all subsets. */
function overSubsets(
  covariance: Matrix,
  groups: readonly (readonly number[])[],
  forms: readonly Float64Array[],
): void {
  const d = groups.length;
  const weights = shapleyWeights(d);
  const isKnown = groups.map(() => false);
  const visit = (residual: Residual, from: number, known: number) => {
    for (let g = 0; g < d; g++) {
      if (isKnown[g]) continue;
      const next = residual.slice();
      makeKnown(next, covariance, groups[g]!, forms[g]!, weights[known]!);
      if (g < from) continue;
      isKnown[g] = true;
      visit(next, g + 1, known + 1);
      isKnown[g] = false;
    }
  };
  visit(covariance.values.slice(), 0, 0);
}

function overOrders(
  covariance: Matrix,
  groups: readonly (readonly number[])[],
  forms: readonly Float64Array[],
): void {
  const d = groups.length;
  const shuffles = Math.ceil(ORDERS / (2 * d));
  for (let shuffle = 0; shuffle < shuffles; shuffle++) {
    const order = permute(d, ...deriveKey(SHAPLEY, 0, shuffle, 0));
    for (let start = 0; start < d; start++) {
      const turned = [...order.slice(start), ...order.slice(0, start)];
      for (const way of [turned, turned.toReversed()]) {
        const residual = covariance.values.slice();
        for (const g of way) makeKnown(residual, covariance, groups[g]!, forms[g]!, 1 / (2 * d * shuffles));
      }
    }
  }
}

/**
 * The quadratic forms Q of each group of columns: exact for up to ten groups, else over {@link ORDERS} random orders, always the same ones. They
 * add up to the covariance either way.
 *
 * @param covariance of the columns
 * @param groups columns of each; every column is in one of them
 */
export function shapleyForms(covariance: Matrix, groups: readonly (readonly number[])[]): Matrix[] {
  const forms = groups.map(() => new Float64Array(covariance.values.length));
  if (groups.length <= ALL_SUBSETS) overSubsets(covariance, groups, forms);
  else overOrders(covariance, groups, forms);
  return forms.map((values) => ({ ...covariance, values }));
}

/** A part of a variance. */
export interface VariancePart {
  /** Without the bias that errors of the coefficients make; these may bring it below 0. */
  readonly part: number;
  readonly error: number;
  /** What errors of the coefficients alone would make of it where there is nothing: mean, and variance. */
  readonly bias: number;
  readonly noise: number;
}

/**
 * The part of a group, b' Q b - trace(Q C), and its standard error: the variance of a quadratic form of normal coefficients is
 * 4 b' Q C Q b + 2 trace(Q C Q C), in which b' Q C Q b is larger than it should be by trace(Q C Q C).
 *
 * @param covariance of the coefficients
 */
export function partOfGroup(form: Matrix, coefficients: ArrayLike<number>, covariance: Matrix): VariancePart {
  const p = form.rows;
  // Q b and Q C.
  const along = new Float64Array(p);
  const product = new Float64Array(p * p);
  for (let a = 0; a < p; a++)
    for (let k = 0; k < p; k++) {
      const value = form.values[a * p + k]!;
      along[a]! += value * coefficients[k]!;
      for (let b = 0; b < p; b++) product[a * p + b]! += value * covariance.values[k * p + b]!;
    }
  let [raw, bias, squares, spread] = [0, 0, 0, 0];
  for (let a = 0; a < p; a++) {
    raw += along[a]! * coefficients[a]!;
    bias += product[a * p + a]!;
    for (let b = 0; b < p; b++) {
      squares += product[a * p + b]! * product[b * p + a]!;
      spread += along[a]! * covariance.values[a * p + b]! * along[b]!;
    }
  }
  const noise = 2 * squares;
  return { part: raw - bias, error: Math.sqrt(Math.max(4 * spread - noise, noise)), bias, noise };
}
