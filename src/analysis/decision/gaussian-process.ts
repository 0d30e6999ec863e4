/**
 * Gaussian process regression of one outcome on a few inputs that may act together, with a linear trend. The calibration's emulator is
 * one for many parameters of known noise, without the covariance of what it fits; here noise is unknown and that covariance is what is
 * wanted.
 */

import type { Matrix } from '../linear-algebra.js';
import { beside, kernelColumns, linearColumns } from './kernel-basis.js';
import { type Fit, fitPenalised, type RegressionDesign } from './penalised-regression.js';

/** Knots and draws at most on which lengths are chosen, and knots of the fit itself. */
const CHOOSING = { knots: 50, draws: 500 };
const KNOTS = 120;

/** Lengths, in standard deviations of an input: the first for all inputs, then each is doubled or halved while that helps. */
const FIRST = [1, 2, 4, 8] as const;
const [SHORTEST, LONGEST] = [0.25, 64];
const ROUNDS = 2;

/** Columns for what departs from the trend: kernel exp(-1/2 times the sum of squares of distance over length). */
function departures(inputs: readonly Float64Array[], lengths: readonly number[], most: number): Matrix {
  const draws = inputs[0]!.length;
  const knots = Math.min(most, draws);
  // Draws at equal steps: as dense as the draws themselves.
  const at = (k: number) => Math.floor((k * draws) / knots);
  const scaled = inputs.map((input, j) => input.map((value) => value / lengths[j]!));
  const kernel = (a: number, b: number) => {
    let square = 0;
    for (const own of scaled) square += (own[a]! - own[b]!) ** 2;
    return Math.exp(-square / 2);
  };
  return kernelColumns(
    draws,
    knots,
    (i, row) => {
      for (let k = 0; k < knots; k++) row[k] = kernel(i, at(k));
    },
    (a, b) => kernel(at(a), at(b)),
  );
}

/** Design of a Gaussian process with given lengths, over inputs that vary, after the columns of the trend. */
function designOf(
  trend: Matrix,
  moving: readonly Float64Array[],
  lengths: readonly number[],
  most: number,
): RegressionDesign {
  const curved = departures(moving, lengths, most);
  return { x: beside([trend, curved]), free: trend.columns, blocks: [curved.columns] };
}

/** Lengths of the highest restricted likelihood that a search along one input after the other finds, on part of the draws. */
function chooseLengths(inputs: readonly Float64Array[], response: Float64Array): readonly number[] {
  const draws = Math.min(CHOOSING.draws, response.length);
  const some = linearColumns(inputs.map((input) => input.slice(0, draws)));
  const own = response.slice(0, draws);
  const judge = (lengths: readonly number[]) =>
    fitPenalised(designOf(some.columns, some.moving, lengths, CHOOSING.knots), own, true).likelihood;
  const all = FIRST.map((length) => some.moving.map(() => length as number));
  const likelihoods = all.map(judge);
  let likelihood = Math.max(...likelihoods);
  let lengths = all[likelihoods.indexOf(likelihood)]!;
  const improve = (input: number, factor: number): boolean => {
    const next = lengths.map((length, j) => (j === input ? length * factor : length));
    if (next[input]! < SHORTEST || next[input]! > LONGEST) return false;
    const reached = judge(next);
    if (!(reached > likelihood)) return false;
    [likelihood, lengths] = [reached, next];
    return true;
  };
  for (let round = 0; round < ROUNDS && lengths.length > 1; round++) {
    for (let input = 0; input < lengths.length; input++) {
      const longer = improve(input, 2);
      while (improve(input, longer ? 2 : 0.5));
    }
  }
  return lengths;
}

/**
 * Fits a Gaussian process with a linear trend and a length for each input (Rasmussen and Williams 2006, sections 2.7 and 5.1), on a
 * subset of regressors where draws are many. Inputs that do not vary are left out.
 *
 * @param inputs by input, then by draw
 */
export function fitGaussianProcess(inputs: readonly Float64Array[], response: Float64Array): Fit {
  const { columns, moving } = linearColumns(inputs);
  if (moving.length === 0) return fitPenalised({ x: columns, free: columns.columns, blocks: [] }, response);
  return fitPenalised(designOf(columns, moving, chooseLengths(moving, response), KNOTS), response);
}
