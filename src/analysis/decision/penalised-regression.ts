/**
 * Least squares with penalties whose strengths the data choose: what splines and Gaussian processes come down to once each has columns of
 * its own (Wood 2017, Generalized Additive Models, sections 4.2 and 6.2).
 */

import { cholesky, inverseDiagonal, type Matrix, solveLower, solveUpper } from '../linear-algebra.js';
import { type ContrastSums, sumsByStratum, together } from './strata.js';

/** Columns of a regression: free ones, the intercept among them, then those of each block, whose squared coefficients are penalised alike. */
export interface RegressionDesign {
  readonly x: Matrix;
  readonly free: number;
  /** Columns in each block. */
  readonly blocks: readonly number[];
}

/** A fitted regression. */
export interface Fit {
  readonly design: RegressionDesign;
  readonly coefficients: Float64Array;
  /** Cholesky factor of the precision of the coefficients, times the residual variance. */
  readonly root: Matrix;
  /** Variance of what the regression leaves, as weighted by stratum (see `strata.ts`). */
  readonly variance: number;
  readonly fitted: Float64Array;
  readonly residuals: Float64Array;
  /** Logarithm of the restricted likelihood, without constants. */
  readonly likelihood: number;
}

/** Part of its diagonal that is added to free columns, so that those that span each other do no harm. */
const RIDGE = 1e-9;
/** Rounds in which strengths settle, and the change from which on they have. */
const ROUNDS = 60;
const SETTLED = 1e-3;
/** How far strengths may go from where they begin. */
const FURTHEST = 1e10;

/** Penalties by column. */
function penaltiesOf(
  { free, blocks, x }: RegressionDesign,
  gram: Float64Array,
  strengths: Float64Array,
): Float64Array {
  const penalties = new Float64Array(x.columns);
  for (let a = 0; a < free; a++) penalties[a] = RIDGE * gram[a * x.columns + a]!;
  let at = free;
  blocks.forEach((size, j) => {
    penalties.fill(strengths[j]!, at, at + size);
    at += size;
  });
  return penalties;
}

function solveFor(sums: ContrastSums, penalties: Float64Array): { root: Matrix; coefficients: Float64Array } {
  const k = penalties.length;
  const values = sums.gram.slice();
  for (let a = 0; a < k; a++) values[a * k + a]! += penalties[a]!;
  const root = cholesky({ rows: k, columns: k, values });
  return { root, coefficients: solveUpper(root, solveLower(root, sums.crossed)) };
}

/** Sum of squares of what coefficients leave. */
function left({ gram, crossed, squares }: ContrastSums, coefficients: Float64Array): number {
  const k = coefficients.length;
  let sum = squares;
  for (let a = 0; a < k; a++) {
    let along = -2 * crossed[a]!;
    for (let b = 0; b < k; b++) along += gram[a * k + b]! * coefficients[b]!;
    sum += along * coefficients[a]!;
  }
  // Where nothing is left, rounding may go below zero.
  return Math.max(sum, Number.EPSILON * squares);
}

/** What the strengths are judged by: columns' penalised squares and the freedom that penalties take away, by block. */
function byBlock(
  { free, blocks }: RegressionDesign,
  penalties: Float64Array,
  root: Matrix,
  coefficients: Float64Array,
) {
  const diagonal = inverseDiagonal(root);
  let at = free;
  return blocks.map((size) => {
    let [taken, squares] = [0, 0];
    for (let a = at; a < at + size; a++) {
      taken += penalties[a]! * diagonal[a]!;
      squares += coefficients[a]! ** 2;
    }
    at += size;
    return { freedom: Math.max(0, size - taken), squares };
  });
}

function multiply({ rows, columns, values }: Matrix, coefficients: Float64Array): Float64Array {
  const out = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    for (let a = 0; a < columns; a++) sum += values[i * columns + a]! * coefficients[a]!;
    out[i] = sum;
  }
  return out;
}

/** Strengths that maximise the restricted likelihood: variance times freedom over squares (MacKay 1992, doi 10.1162/neco.1992.4.3.415). */
function settle(
  design: RegressionDesign,
  sums: ContrastSums,
  known?: number,
): Omit<Fit, 'design' | 'fitted' | 'residuals'> {
  const { x, free, blocks } = design;
  const start = Float64Array.from(blocks, (size, j) => {
    const at = free + blocks.slice(0, j).reduce((sum, own) => sum + own, 0);
    let trace = 0;
    for (let a = at; a < at + size; a++) trace += sums.gram[a * x.columns + a]!;
    return Math.max(trace / size, Number.MIN_VALUE);
  });
  let strengths = start;
  for (let round = 1; ; round++) {
    const penalties = penaltiesOf(design, sums.gram, strengths);
    const { root, coefficients } = solveFor(sums, penalties);
    const judged = byBlock(design, penalties, root, coefficients);
    const freedom = x.rows - free - judged.reduce((sum, own) => sum + own.freedom, 0);
    const squares = left(sums, coefficients);
    const variance = known ?? squares / Math.max(freedom, 1);
    const next = strengths.map((strength, j) => {
      const wanted = (variance * judged[j]!.freedom) / judged[j]!.squares;
      const bound = Math.min(Math.max(wanted, start[j]! / FURTHEST), start[j]! * FURTHEST);
      return Number.isNaN(wanted) ? strength : bound;
    });
    const change = Math.max(0, ...next.map((value, j) => Math.abs(Math.log(value / strengths[j]!))));
    if (round === ROUNDS || change < SETTLED) {
      const penalised = judged.reduce((sum, own, j) => sum + strengths[j]! * own.squares, squares);
      let logs = (x.rows - free) * Math.log(penalised / (x.rows - free));
      for (let a = 0; a < x.columns; a++) logs += 2 * Math.log(root.values[a * x.columns + a]!);
      blocks.forEach((size, j) => {
        logs -= size * Math.log(strengths[j]!);
      });
      return { coefficients, root, variance, likelihood: -logs / 2 };
    }
    strengths = next;
  }
}

/** Times that the variances of the strata are told from what a fit leaves. */
const PASSES = 3;
/** How much a stratum may count more, or less, than its contrasts would; and degrees of freedom from which on its variance is told. */
const MOST_WEIGHT = 1e4;
const LEAST_FREEDOM = 4;

/** Trace of (LL')^-1 G: the freedom that coefficients take from a stratum. */
function freedomTaken(root: Matrix, gram: Float64Array): number {
  const k = root.rows;
  let trace = 0;
  for (let a = 0; a < k; a++)
    trace += solveUpper(root, solveLower(root, gram.subarray(a * k, (a + 1) * k)))[a]!;
  return trace;
}

/** The variance of what is left, over all strata, and what the contrasts of each count: that variance over its own. */
function weightsOf(
  strata: readonly ContrastSums[],
  before: readonly number[],
  settled: ReturnType<typeof settle>,
): { variance: number; weights: number[] } {
  const judged = strata.map((own, s) => ({
    squares: left(own, settled.coefficients),
    freedom: own.count - before[s]! * freedomTaken(settled.root, own.gram),
  }));
  const squares = judged.reduce((sum, own) => sum + own.squares, 0);
  const freedom = judged.reduce((sum, own) => sum + own.freedom, 0);
  const variance = squares / Math.max(freedom, 1);
  const weights = judged.map((own) => {
    if (!(own.freedom >= LEAST_FREEDOM)) return 1;
    const weight = (variance * own.freedom) / own.squares;
    return Math.min(Math.max(weight, 1 / MOST_WEIGHT), MOST_WEIGHT);
  });
  return { variance, weights };
}

/**
 * Fits a regression: coefficients b minimise |y - X b|^2 plus, for each block of columns, its strength times |b|^2. Strengths are those
 * of the highest restricted likelihood (REML). Given them, coefficients have mean b and covariance variance (X'X + penalties)^-1, as of a
 * posterior (Wahba 1983). Draws that share persons, or are antithetic, are weighted by the variances that what is left has in the strata
 * (generalised least squares).
 *
 * @param apart takes the draws as independent: wanted where an input has the chance of the persons in it, so that within blocks it tells
 * more than it does of a draw by itself
 */
export function fitPenalised(design: RegressionDesign, response: Float64Array, apart = false): Fit {
  const strata = sumsByStratum(design.x, response);
  let weights = strata.map(() => 1);
  let settled = settle(design, together(strata, weights));
  for (let pass = 0; pass < PASSES && !apart; pass++) {
    const next = weightsOf(strata, weights, settled);
    weights = next.weights;
    settled = settle(design, together(strata, weights), next.variance);
  }
  const fitted = multiply(design.x, settled.coefficients);
  return { design, ...settled, fitted, residuals: response.map((value, d) => value - fitted[d]!) };
}

/** Fitted values with the coefficients moved to one draw from their distribution, by standard normal deviates. */
export function drawFitted(
  { design, root, variance, coefficients }: Fit,
  deviates: Float64Array,
): Float64Array {
  const moved = solveUpper(root, deviates);
  for (let a = 0; a < moved.length; a++) moved[a] = coefficients[a]! + Math.sqrt(variance) * moved[a]!;
  return multiply(design.x, moved);
}
