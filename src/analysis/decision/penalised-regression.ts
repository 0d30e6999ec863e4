/**
 * Least squares with penalties whose strengths the data choose: what splines and Gaussian processes come down to once each has columns of
 * its own (Wood 2017, Generalized Additive Models, sections 4.2 and 6.2).
 */

import { DRAWS_PER_BLOCK } from '../../simulation/cohort/cohort-key.js';
import { cholesky, inverseDiagonal, type Matrix, solveLower, solveUpper } from '../linear-algebra.js';

/** Columns of a regression: free ones, the intercept among them, then those of each block, whose squared coefficients are penalised alike. */
export interface Design {
  readonly x: Matrix;
  readonly free: number;
  /** Columns in each block. */
  readonly blocks: readonly number[];
}

/** A fitted regression. */
export interface Fit {
  readonly design: Design;
  readonly coefficients: Float64Array;
  /** Cholesky factor of the precision of the coefficients, times the residual variance. */
  readonly root: Matrix;
  /** Variance of what the regression leaves (within blocks of draws, where their persons share luck). */
  readonly variance: number;
  readonly fitted: Float64Array;
  readonly residuals: Float64Array;
  /** Logarithm of the restricted likelihood, without constants. */
  readonly likelihood: number;
}

/** Sums of squares and products: of all draws, and of the means of their blocks. */
interface Sums {
  readonly gram: Float64Array;
  readonly crossed: Float64Array;
  readonly squares: number;
}

function addProducts(
  into: { gram: Float64Array; crossed: Float64Array },
  row: Float64Array,
  y: number,
): void {
  const k = row.length;
  for (let a = 0; a < k; a++) {
    const left = row[a]!;
    if (left === 0) continue;
    for (let b = a; b < k; b++) into.gram[a * k + b]! += left * row[b]!;
    into.crossed[a]! += left * y;
  }
}

/** @param size draws whose means count, with their number as weight */
function sumsOf({ x }: Design, response: Float64Array, size: number): Sums {
  const k = x.columns;
  const sums = { gram: new Float64Array(k * k), crossed: new Float64Array(k) };
  const row = new Float64Array(k);
  let squares = 0;
  for (let first = 0; first < x.rows; first += size) {
    const last = Math.min(first + size, x.rows);
    const scale = 1 / Math.sqrt(last - first);
    row.fill(0);
    let y = 0;
    for (let d = first; d < last; d++) {
      for (let a = 0; a < k; a++) row[a]! += scale * x.values[d * k + a]!;
      y += scale * response[d]!;
    }
    squares += y * y;
    addProducts(sums, row, y);
  }
  for (let a = 0; a < k; a++) for (let b = 0; b < a; b++) sums.gram[a * k + b] = sums.gram[b * k + a]!;
  return { ...sums, squares };
}

/** The sums under the covariance of draws that share `weight` of what varies between the means of blocks. */
function weighted(all: Sums, blocks: Sums, weight: number): Sums {
  return {
    gram: all.gram.map((value, i) => value - weight * blocks.gram[i]!),
    crossed: all.crossed.map((value, i) => value - weight * blocks.crossed[i]!),
    squares: all.squares - weight * blocks.squares,
  };
}

/** Part of its diagonal that is added to free columns, so that those that span each other do no harm. */
const RIDGE = 1e-9;
/** Rounds in which strengths settle, and the change from which on they have. */
const ROUNDS = 60;
const SETTLED = 1e-3;
/** How far strengths may go from where they begin. */
const FURTHEST = 1e10;

/** Penalties by column. */
function penaltiesOf({ free, blocks, x }: Design, gram: Float64Array, strengths: Float64Array): Float64Array {
  const penalties = new Float64Array(x.columns);
  for (let a = 0; a < free; a++) penalties[a] = RIDGE * gram[a * x.columns + a]!;
  let at = free;
  blocks.forEach((size, j) => {
    penalties.fill(strengths[j]!, at, at + size);
    at += size;
  });
  return penalties;
}

function solveFor(sums: Sums, penalties: Float64Array): { root: Matrix; coefficients: Float64Array } {
  const k = penalties.length;
  const values = sums.gram.slice();
  for (let a = 0; a < k; a++) values[a * k + a]! += penalties[a]!;
  const root = cholesky({ rows: k, columns: k, values });
  return { root, coefficients: solveUpper(root, solveLower(root, sums.crossed)) };
}

/** Sum of squares of what coefficients leave. */
function left({ gram, crossed, squares }: Sums, coefficients: Float64Array): number {
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
  { free, blocks }: Design,
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
function settle(design: Design, sums: Sums): Omit<Fit, 'design' | 'fitted' | 'residuals'> {
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
    const variance = squares / Math.max(freedom, 1);
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

/** Times that what draws have in common is told from what a fit leaves. */
const PASSES = 3;
/** Most that draws may have in common, so that what their blocks have on average still counts. */
const MOST_SHARED = 1 - 1e-6;

/**
 * Part of what varies between the means of blocks that the draws of a block have in common: 1 - within / between, by the mean squares of
 * the analysis of variance, not below zero.
 */
function sharedOf(residuals: Float64Array): number {
  const blocks = Math.floor(residuals.length / DRAWS_PER_BLOCK);
  if (blocks < 2) return 0;
  let [all, ofMeans] = [0, 0];
  for (let b = 0; b < blocks; b++) {
    let sum = 0;
    for (let d = b * DRAWS_PER_BLOCK; d < (b + 1) * DRAWS_PER_BLOCK; d++) {
      all += residuals[d]! ** 2;
      sum += residuals[d]!;
    }
    ofMeans += sum ** 2 / DRAWS_PER_BLOCK;
  }
  const between = ofMeans / (blocks - 1);
  const within = (all - ofMeans) / (blocks * (DRAWS_PER_BLOCK - 1));
  return between > within ? Math.min(1 - within / between, MOST_SHARED) : 0;
}

/**
 * Fits a regression: coefficients b minimise |y - X b|^2 plus, for each block, its strength times |b|^2. Strengths are those of the
 * highest restricted likelihood (REML). Given them, coefficients have mean b and covariance variance (X'X + penalties)^-1, as of a
 * posterior (Wahba 1983). Draws of a block have the same persons: where residuals show it, draws are weighted by the covariance that
 * follows (generalised least squares).
 *
 * @param apart takes the draws as independent: wanted where an input has the luck of the persons in it, so that within blocks it tells
 * more than it does of a draw by itself
 */
export function fitPenalised(design: Design, response: Float64Array, apart = false): Fit {
  const all = sumsOf(design, response, 1);
  let blocks: Sums | undefined;
  const finish = (settled: ReturnType<typeof settle>): Fit => {
    const fitted = multiply(design.x, settled.coefficients);
    return { design, ...settled, fitted, residuals: response.map((value, d) => value - fitted[d]!) };
  };
  let fit = finish(settle(design, all));
  // Bends that follow the luck of blocks hide it at first.
  for (let pass = 0; pass < PASSES && !apart; pass++) {
    const weight = sharedOf(fit.residuals);
    if (weight === 0) return fit;
    blocks ??= sumsOf(design, response, DRAWS_PER_BLOCK);
    fit = finish(settle(design, weighted(all, blocks, weight)));
  }
  return fit;
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
