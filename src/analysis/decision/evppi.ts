/**
 * Expected value of partial perfect information: what it would be worth to know some of the inputs before an option is chosen (Strong,
 * Oakley and Brennan 2014, doi 10.1177/0272989X13505910). A regression of net benefits on these inputs gives what each option is expected
 * to give once they are known; the chance of persons stays in what the regression leaves.
 */

import { normalQuantile } from '../../engine/random/special.js';
import { uniformAt } from '../../engine/random/threefry.js';
import { DRAWS_PER_BLOCK } from '../../simulation/cohort/cohort-key.js';
import { cholesky, type Matrix } from '../linear-algebra.js';
import { mean, scatterOf, variance } from '../statistics.js';
import { bestOf, lossesOf } from './evpi.js';
import type { ByOption } from './expected.js';
import { fitGaussianProcess } from './gaussian-process.js';
import type { ValueWithError } from './jackknife.js';
import { leastError, momentsOf } from './least-error.js';
import { drawFitted, type Fit, fitPenalised } from './penalised-regression.js';
import { additiveSplines } from './spline-regression.js';

/** What it would be worth to know something. */
export interface PartialInformation extends ValueWithError {
  /** How much too high the plain estimate is expected to be: it has been taken off. */
  readonly bias: number;
}

/** What options are expected to give more than the first once something is known. */
export interface Given {
  /** By option and draw. */
  readonly expected: ByOption;
  /** The same with the coefficients of the regressions drawn anew, so many times. */
  readonly drawn: readonly ByOption[];
}

/** Inputs at most that may act together: with more, a Gaussian process learns too little from a few thousand draws. */
const MOST_TOGETHER = 6;

/** Draws from the distribution of the fit. */
const DRAWN = 100;

/**
 * How net benefits are regressed on inputs: splines for one input, a Gaussian process for up to six, and for more a sum of splines, in
 * which inputs do not act together.
 */
function regressionOn(inputs: readonly Float64Array[], apart: boolean): (response: Float64Array) => Fit {
  if (inputs.length > 1 && inputs.length <= MOST_TOGETHER)
    return (response) => fitGaussianProcess(inputs, response);
  const design = additiveSplines(inputs);
  return (response) => fitPenalised(design, response, apart);
}

function crossed(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += a[d]! * b[d]!;
  return sum;
}

/**
 * How what the regressions leave goes together: the factor of its correlations, so that errors of options that share a draw go together
 * too.
 */
function togetherOf(fits: readonly Fit[]): Matrix {
  const size = fits.length;
  const values = new Float64Array(size * size);
  fits.forEach((a, i) => {
    fits.forEach((b, j) => {
      const scale = Math.sqrt(crossed(a.residuals, a.residuals) * crossed(b.residuals, b.residuals));
      // A little less than one, so that options that are the same but for a constant do no harm.
      values[i * size + j] =
        i === j ? 1 : scale > 0 ? (crossed(a.residuals, b.residuals) / scale) * (1 - 1e-9) : 0;
    });
  });
  return cholesky({ rows: size, columns: size, values });
}

/** Fitted values of all regressions with their coefficients drawn anew. */
function drawTogether(
  fits: readonly Fit[],
  together: Matrix,
  key: readonly [number, number],
  index: number,
): ByOption {
  const deviates = fits.map((fit, k) =>
    fit.coefficients.map((_, a) => normalQuantile(uniformAt(key[0], key[1], index, (k << 16) | a))),
  );
  return fits.map((fit, i) => {
    const own = new Float64Array(fit.coefficients.length);
    for (let k = 0; k <= i; k++) {
      const share = together.values[i * together.columns + k]!;
      for (let a = 0; a < own.length; a++) own[a]! += share * (deviates[k]![a] ?? 0);
    }
    return drawFitted(fit, own);
  });
}

/** Squared error since the draws are a sample of the inputs: of the highest value less that of the best option on average. */
function errorOfSample(values: ByOption, best: number): number {
  const gains = values[best]!.map((value) => -value);
  for (let d = 0; d < gains.length; d++) gains[d]! += values[bestOf(values, d)]![d]!;
  const centre = mean(gains);
  for (let d = 0; d < gains.length; d++) gains[d] = (gains[d]! - centre) / gains.length;
  const { byCluster } = scatterOf(gains, DRAWS_PER_BLOCK);
  return byCluster;
}

/** How far off mean and spread of a difference may be: by the fit, its upward or downward bias included, and since draws are a sample. */
function errorsOfMoments(own: Float64Array, drawn: readonly Float64Array[]): readonly [number, number] {
  const [centre, spread] = momentsOf(own);
  const byDraw = drawn.map(momentsOf);
  const off = (at: 0 | 1, from: number) => mean(byDraw.map((each) => (each[at] - from) ** 2));
  const sample = (values: Float64Array, from: number) =>
    scatterOf(
      values.map((value) => (value - from) / own.length),
      DRAWS_PER_BLOCK,
    ).byCluster;
  const squares = own.map((value) => (value - centre) ** 2);
  const ofSpread = spread > 0 ? sample(squares, mean(squares)) / (2 * spread) ** 2 : 0;
  return [Math.sqrt(off(0, centre) + sample(own, centre)), Math.sqrt(off(1, spread) + ofSpread)];
}

/** What the value of knowing is off by at least: the most of any pair of the best option and another. */
function leastErrorOf({ expected, drawn }: Given, best: number, value: number): number {
  const less = (values: ByOption, k: number) => values[k]!.map((value, d) => value - values[best]![d]!);
  const others = expected.map((_, k) => k).filter((k) => k !== best);
  return Math.max(
    0,
    ...others.map((k) => {
      const own = less(expected, k);
      const errors = errorsOfMoments(
        own,
        drawn.map((values) => less(values, k)),
      );
      return leastError(own, errors, value);
    }),
  );
}

/**
 * Regresses the net benefits of options, less those of the first, on inputs.
 *
 * @param apart where an input has the chance of the persons in it (see {@link fitPenalised})
 */
export function expectedGiven(
  options: ByOption,
  inputs: readonly Float64Array[],
  key: readonly [number, number],
  apart = false,
): Given {
  const [first, ...others] = options;
  const regression = regressionOn(inputs, apart);
  const fits = others.map((own) => regression(own.map((value, d) => value - first![d]!)));
  const none = new Float64Array(first!.length);
  const together = togetherOf(fits);
  return {
    expected: [none, ...fits.map(({ fitted }) => fitted)],
    drawn: Array.from({ length: DRAWN }, (_, index) => [none, ...drawTogether(fits, together, key, index)]),
  };
}

/** The value of knowing, with its error, without its upward bias (see {@link partialInformation}). */
export function valueOfGiven({ expected, drawn }: Given): PartialInformation {
  const losses = lossesOf(expected);
  const plain = Math.min(...losses);
  const best = losses.indexOf(plain);
  // Of the option that is taken now: where two are nearly as good, which of them is best would turn with every draw.
  const values = drawn.map((own) => lossesOf(own)[best]!);
  const bias = mean(values) - plain;
  const value = Math.max(0, plain - bias);
  return {
    value,
    error: Math.max(
      Math.sqrt(variance(values) + errorOfSample(expected, best)),
      leastErrorOf({ expected, drawn }, best, value),
    ),
    bias,
  };
}

/**
 * The value of knowing inputs: E max over options of g - max over options of E g, with g the regression of an option's net benefit, less
 * that of the first, on the inputs. The error of g makes the maximum too high on average; by how much, and how far the estimate may be
 * off, is told by fitted values drawn from the distribution of the fit (Strong and others, sections "standard error" and "upward bias"),
 * and by the scatter of the draws themselves. The bias is taken off, not below zero. Where few draws are on the other side of the choice, or
 * none, the error is that of `least-error.ts`.
 *
 * @param options net benefits by option and draw; chance of persons in them does no harm, where it is independent of the inputs
 * @param inputs by input and draw, one or several of which the joint value is wanted
 * @param key addresses the random numbers
 */
export function partialInformation(
  options: ByOption,
  inputs: readonly Float64Array[],
  key: readonly [number, number],
): PartialInformation {
  return valueOfGiven(expectedGiven(options, inputs, key));
}
