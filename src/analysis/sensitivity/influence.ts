/**
 * Which inputs carry the variance of an outcome over the parameter draws of a run, from these draws alone. A curve in the rank of each input
 * (a parabola where draws are enough, else a line) is fitted to the outcome, all inputs together; the variance of the
 * fit is split over the inputs by Shapley effects (`linear-shapley.ts`), so that inputs that go together, as those of a
 * posterior, share what they explain together. Ranks, since many inputs have long tails (Iman and Conover 1979, doi
 * 10.1080/00401706.1979.10489824). What the fit leaves is chance, interactions and what no parabola follows.
 */

import { normalQuantile } from '../../engine/random/special.js';
import { inverse, leastSquares, type Matrix, orthonormalise, takeOut } from '../linear-algebra.js';
import { NORMAL_POINT, variance } from '../statistics.js';
import { correlatedSets } from './correlated-sets.js';
import { partOfGroup, shapleyForms } from './linear-shapley.js';
import { midranks } from './rank-correlation.js';

/** What an input does to an outcome. */
export interface InputInfluence {
  /** Its path in the scenario. */
  readonly path: string;
  /** Share of the outcome's variance over the parameters that it carries, with its interval (95 %); NaN: draws are too few to tell. */
  readonly share: number;
  readonly shareLow: number;
  readonly shareHigh: number;
  /** Whether more of it goes with more of the outcome. */
  readonly rises: boolean;
  /** Whether it is told from nothing, at 5 % over all inputs together. */
  readonly isDistinct: boolean;
}

/** The influences on an outcome. */
export interface InputInfluences {
  /** The strongest first; those that cannot be estimated last. */
  readonly inputs: readonly InputInfluence[];
  /** Share of the variance that the fit explains: the shares add up to it. */
  readonly explained: number;
  /** Whether all inputs were fitted together; else those that stand out one after the other, whose shares come out rather large. */
  readonly isOfAll: boolean;
}

/** How the draws of a run came about. */
export interface DrawnBy {
  /** Draws, one after the other, that have the same persons: what these have in common is taken out. 1: none have. */
  readonly block: number;
  /** Variance of the outcome over the parameters, without chance, where it is known; else that between the draws is taken. */
  readonly variance?: number;
}

/** Chance that any input is told from nothing though none matters. */
const FALSE_ALARM = 0.05;
/** Rows left for each column, from which on a fit of all is made. */
const ROWS_PER_COLUMN = 1;
/** The fewest draws from which the shares of so many inputs are all fitted. @param block draws, one after the other, that have the same persons */
export function drawsForAll(inputs: number, block: number): number {
  // Of each block, one is taken by what it has in common.
  const blocks = Math.ceil(((1 + ROWS_PER_COLUMN) * inputs) / (block - 1));
  return block * Math.max(1, blocks);
}

/** Rows left for each input that is chosen, where there are too few for all. */
const ROWS_PER_CHOSEN = 8;

/** Scores of ranks with mean 0 and variance 1 over (0, 1): Legendre's polynomials of first and second degree. */
function scoresOf(values: ArrayLike<number>, degree: number): Float64Array[] {
  const ranks = midranks(values).map((rank) => (rank - 0.5) / values.length - 0.5);
  const scores = [ranks.map((r) => Math.sqrt(12) * r)];
  if (degree > 1) scores.push(ranks.map((r) => Math.sqrt(180) * (r * r - 1 / 12)));
  return scores;
}

function squaresOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * values[i]!;
  return sum;
}

/** Part of a sum of squares that is rounding. */
const ROUNDING = 1e-20;

/** Values less the mean of their block. */
function withinBlocks(values: ArrayLike<number>, block: number): Float64Array {
  const within = Float64Array.from(values);
  for (let first = 0; first < within.length; first += block) {
    const own = within.subarray(first, first + block);
    const centre = own.reduce((sum, value) => sum + value, 0) / own.length;
    for (let i = 0; i < own.length; i++) own[i]! -= centre;
  }
  // What is left of one that never varies within blocks is rounding.
  return squaresOf(within) > ROUNDING * squaresOf(values) ? within : within.fill(0);
}

const isConstant = (values: ArrayLike<number>) => Array.prototype.every.call(values, (v) => v === values[0]);

/** The z that none of so many reaches by accident, on either side. */
function pointOf(inputs: number): number {
  return normalQuantile(1 - FALSE_ALARM / (2 * inputs));
}

/**
 * Inputs that stand out one after the other: each the one whose scores are most correlated with what those before it leave, as long as
 * that is no accident (Fisher's z, over all inputs at 5 %).
 *
 * @param scores by input, within blocks
 */
function standingOut(scores: readonly Float64Array[], outcome: Float64Array, freedom: number): number[] {
  const chosen: number[] = [];
  const point = pointOf(scores.length);
  const rest = outcome.slice();
  const left = scores.map((own) => own.slice());
  const whole = squaresOf(outcome);
  while (chosen.length < freedom / ROWS_PER_CHOSEN && squaresOf(rest) > 1e-12 * whole) {
    const size = Math.sqrt(squaresOf(rest));
    const correlations = left.map((own, j) => {
      const length = Math.sqrt(squaresOf(own));
      if (chosen.includes(j) || !(length > 1e-6 * Math.sqrt(squaresOf(scores[j]!)))) return 0;
      return Math.abs(own.reduce((sum, value, i) => sum + value * rest[i]!, 0)) / (length * size);
    });
    const best = correlations.indexOf(Math.max(...correlations));
    const independent = freedom - chosen.length - 2;
    if (!(Math.atanh(Math.min(correlations[best]!, 1)) * Math.sqrt(independent) > point)) break;
    chosen.push(best);
    const length = Math.sqrt(squaresOf(left[best]!));
    const direction = [left[best]!.map((value) => value / length)];
    takeOut(rest, direction);
    for (const own of left) takeOut(own, direction);
  }
  return chosen;
}

/** Covariance of columns over the draws. */
function covarianceOf(columns: readonly Float64Array[]): Matrix {
  const p = columns.length;
  const values = new Float64Array(p * p);
  const about = columns.map((column) => withinBlocks(column, column.length));
  for (let a = 0; a < p; a++)
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let i = 0; i < about[a]!.length; i++) sum += about[a]![i]! * about[b]![i]!;
      values[a * p + b] = sum / (about[a]!.length - 1);
      values[b * p + a] = values[a * p + b]!;
    }
  return { rows: p, columns: p, values };
}

/** Rows and columns of a matrix. */
function partOfMatrix({ values, columns }: Matrix, chosen: readonly number[]): Matrix {
  const of = chosen.flatMap((a) => chosen.map((b) => values[a * columns + b]!));
  return { rows: chosen.length, columns: chosen.length, values: Float64Array.from(of) };
}

/** A fit of an outcome on columns. */
interface Fit {
  readonly coefficients: Float64Array;
  /** Of the coefficients; 0 for those left out since others span them. */
  readonly covariance: Matrix;
}

function fitOf(columns: readonly Float64Array[], outcome: Float64Array, freedom: number): Fit {
  const basis = orthonormalise(columns);
  const { coefficients, residuals } = leastSquares(basis, columns.length, outcome);
  const noise = squaresOf(residuals) / (freedom - basis.used.length);
  const of = inverse(basis.lower);
  const p = columns.length;
  const values = new Float64Array(p * p);
  basis.used.forEach((a, i) => {
    basis.used.forEach((b, k) => {
      values[a * p + b] = noise * of.values[i * of.columns + k]!;
    });
  });
  return { coefficients, covariance: { rows: p, columns: p, values } };
}

/**
 * Whether a quadratic form of coefficients is more than their errors make of it: scaled chi squared of the same mean and variance
 * (Satterthwaite 1946), its quantile by Wilson and Hilferty (1931).
 */
function isMoreThan(raw: number, bias: number, noise: number, point: number): boolean {
  if (!(bias > 0)) return raw > 0;
  const freedom = (2 * bias * bias) / noise;
  const root = 1 - 2 / (9 * freedom) + point * Math.sqrt(2 / (9 * freedom));
  return raw > bias * root * root * root;
}

/**
 * The influences of inputs on an outcome over parameter draws.
 *
 * @param values by path of an input, then by draw; none is NaN
 * @param outcome by draw
 */
export function influencesOf(
  values: ReadonlyMap<string, ArrayLike<number>>,
  outcome: ArrayLike<number>,
  { block: persons, variance: known }: DrawnBy,
): InputInfluences {
  const block = persons > 1 ? persons : outcome.length;
  const whole = known ?? variance(outcome);
  const paths = [...values.keys()];
  const nothing = (path: string, share: number): InputInfluence => ({
    path,
    share,
    shareLow: share === 0 ? 0 : Number.NaN,
    shareHigh: share === 0 ? 0 : Number.NaN,
    rises: false,
    isDistinct: false,
  });
  const varying = paths.filter((path) => !isConstant(values.get(path)!));
  if (!(whole > 0) || varying.length === 0)
    return { inputs: paths.map((path) => nothing(path, 0)), explained: 0, isOfAll: true };
  const freedom = outcome.length - Math.ceil(outcome.length / block);
  const affords = (degree: number) => freedom >= (1 + ROWS_PER_COLUMN) * degree * varying.length;
  const isOfAll = affords(1);
  const y = withinBlocks(outcome, block);
  const lines = varying.map((path) => scoresOf(values.get(path)!, 1)[0]!);
  const fitted = isOfAll
    ? [...varying.keys()]
    : standingOut(
        lines.map((column) => withinBlocks(column, block)),
        y,
        freedom,
      );
  const degree = isOfAll && affords(2) ? 2 : 1;
  const columns = fitted.flatMap((j) => scoresOf(values.get(varying[j]!)!, degree));
  const fit = fitOf(
    columns.map((column) => withinBlocks(column, block)),
    y,
    freedom,
  );
  const point = normalQuantile(1 - FALSE_ALARM / varying.length);
  const influential = correlatedSets(fitted.map((j) => lines[j]!)).flatMap((set) => {
    const own = set.flatMap((place) => Array.from({ length: degree }, (_, k) => place * degree + k));
    const covariance = covarianceOf(own.map((column) => columns[column]!));
    const coefficients = own.map((column) => fit.coefficients[column]!);
    const errors = partOfMatrix(fit.covariance, own);
    const groups = set.map((_, g) => Array.from({ length: degree }, (_k, k) => g * degree + k));
    return shapleyForms(covariance, groups).map((form, g): InputInfluence => {
      const { part, error, bias, noise } = partOfGroup(form, coefficients, errors);
      const first = groups[g]![0]! * own.length;
      const slope = coefficients.reduce((sum, b, k) => sum + b * covariance.values[first + k]!, 0);
      // The draws are a sample of the parameters: the variance of so many normal values has a standard error of its own.
      const width = NORMAL_POINT * Math.sqrt(error ** 2 + (2 * part ** 2) / outcome.length);
      return {
        path: varying[fitted[set[g]!]!]!,
        share: part / whole,
        shareLow: Math.max(0, (part - width) / whole),
        shareHigh: Math.max(0, (part + width) / whole),
        rises: slope > 0,
        isDistinct: isMoreThan(part + bias, bias, noise, point),
      };
    });
  });
  const byPath = new Map(influential.map((each) => [each.path, each]));
  const inputs = paths.map(
    (path) => byPath.get(path) ?? nothing(path, varying.includes(path) ? Number.NaN : 0),
  );
  const sizeOf = ({ share }: InputInfluence) => (Number.isNaN(share) ? Number.NEGATIVE_INFINITY : share);
  return {
    inputs: inputs.sort((a, b) => sizeOf(b) - sizeOf(a) || 0),
    explained: influential.reduce((sum, { share }) => sum + share, 0),
    isOfAll,
  };
}
