/**
 * Sobol indices of groups of independent inputs: which share of the variance of an outcome each group makes alone (first order), and which
 * it takes part in, interactions and all (total order). Saltelli's design over two samples A and B of all inputs, and for each
 * group A with the columns of that group from B (Saltelli and others 2010, doi 10.1016/j.cpc.2009.09.018).
 *
 * The groups have to be independent of each other; within a group inputs may depend on each other, as those of a joint posterior,
 * which then make one group. Across dependent inputs the shares do not add up and mean little: see `linear-shapley.ts`.
 */

import { deriveKey, hashName, uniformAt } from '../../engine/random/threefry.js';
import type { Key } from '../../simulation/seed.js';
import { type Interval, intervalOf } from '../statistics.js';
import { sobolPoints } from './sobol-points.js';

/** Which rows of a base point come first: A, then B, then for each group A with that group from B. */
const A = 0;
const B = 1;
const FIRST_GROUP = 2;

/** The rows of a design: (groups + 2) for each base point, one after the other, so that a beginning of them is a design too. */
export interface SaltelliDesign {
  readonly rows: number;
  /** Uniforms of a row, by column. */
  uniformsOf(row: number): Float64Array;
  /** Whether a column of a row is from sample B rather than A: what is drawn otherwise than by uniforms is taken from the same sample. */
  isFromB(row: number, column: number): boolean;
}

/** Base point of a row: rows of one base point are best run on the same persons. */
export function basePointOf(row: number, groups: number): number {
  return Math.floor(row / (groups + FIRST_GROUP));
}

/**
 * Saltelli's design on scrambled Sobol points. A column of A and that of B are neighbouring dimensions, whose projections are the
 * better ones; with fewer than 256 base points some of them are poor all the same.
 *
 * @param groupOf group of each column: 0, 1, ...; a group that is drawn as one thing (a row of a posterior) needs one column only
 * @param points base points: a power of two is spread most evenly
 */
export function saltelliDesign(groupOf: readonly number[], points: number, key: Key): SaltelliDesign {
  const columns = groupOf.length;
  const groups = Math.max(...groupOf) + 1;
  const { values } = sobolPoints(points, 2 * columns, key);
  const isFromB = (row: number, column: number) => {
    const matrix = row % (groups + FIRST_GROUP);
    return matrix === B || matrix === groupOf[column]! + FIRST_GROUP;
  };
  return {
    rows: points * (groups + FIRST_GROUP),
    isFromB,
    uniformsOf(row) {
      const first = 2 * columns * basePointOf(row, groups);
      const uniforms = new Float64Array(columns);
      for (let column = 0; column < columns; column++)
        uniforms[column] = values[first + 2 * column + (isFromB(row, column) ? 1 : 0)]!;
      return uniforms;
    },
  };
}

/**
 * An outcome by row of a design; or two, of the same rows on persons that are independent between the two: then products are
 * taken across, and the chance of persons is not counted as an interaction of inputs.
 */
export type DesignOutcome = Float64Array | readonly [Float64Array, Float64Array];

/** An index and its interval (95 %). */
interface Index extends Interval {
  readonly estimate: number;
}

/** The indices of an outcome. */
export interface SobolIndices {
  /** By group: share of the variance that the group makes alone. Error may bring it below 0. */
  readonly first: readonly Index[];
  /** By group: share that it takes part in. */
  readonly total: readonly Index[];
  /** Variance over the inputs. */
  readonly variance: number;
  /** Base points counted: those all of whose rows have an outcome. */
  readonly points: number;
}

/** Sums that indices are made of come first among the terms of a base point: of the outcomes and of their product. */
const MEAN = 0;
const OTHER_MEAN = 1;
const PRODUCT = 2;
const INDICES = 3;

/** Differences that are rounding, as part of the mean. */
const ROUNDING = 1e-12;

/** What each base point adds to the sums: a row for each. */
interface Terms {
  readonly width: number;
  /** Variance up to which an outcome never varies but for rounding. */
  readonly rounding: number;
  readonly rows: readonly Float64Array[];
}

function meanOfSamples(values: Float64Array, size: number): number {
  let sum = 0;
  let count = 0;
  for (let row = 0; row < values.length; row += size) {
    const both = values[row + A]! + values[row + B]!;
    if (Number.isNaN(both)) continue;
    sum += both;
    count += 2;
  }
  return sum / count;
}

/**
 * The terms of every base point. First order, Saltelli and others (2010): V_i = mean of f(B) (f(AB_i) - f(A)), with f about its mean. Jansen's
 * for it, V - mean of (f(B) - f(AB_i))^2 / 2, is a little better for a share above a half, but takes one large variance from another where the
 * share is small, as of nearly all numbers here: with 12 numbers and 128 points it was up to twelve times as far off. Total order,
 * Jansen (1999, doi 10.1016/S0010-4655(98)00154-4): VT_i = mean of (f(A) - f(AB_i))^2 / 2.
 */
function termsOf(outcome: DesignOutcome, groups: number): Terms {
  const [one, other] = outcome instanceof Float64Array ? [outcome, outcome] : outcome;
  const size = groups + FIRST_GROUP;
  const [centre, otherCentre] = [meanOfSamples(one, size), meanOfSamples(other, size)];
  const width = INDICES + 2 * groups;
  const rows: Float64Array[] = [];
  for (let start = 0; start < one.length; start += size) {
    const [a, b] = [one[start + A]! - centre, one[start + B]! - centre];
    const [c, d] = [other[start + A]! - otherCentre, other[start + B]! - otherCentre];
    const terms = new Float64Array(width);
    terms[MEAN] = (a + b) / 2;
    terms[OTHER_MEAN] = (c + d) / 2;
    terms[PRODUCT] = (a * c + b * d) / 2;
    for (let g = 0; g < groups; g++) {
      const change = one[start + FIRST_GROUP + g]! - centre - a;
      const otherChange = other[start + FIRST_GROUP + g]! - otherCentre - c;
      terms[INDICES + g] = (b * otherChange + d * change) / 2;
      terms[INDICES + groups + g] = (change * otherChange) / 2;
    }
    if (!terms.some(Number.isNaN)) rows.push(terms);
  }
  return { width, rounding: (ROUNDING * centre) ** 2, rows };
}

interface Shares {
  readonly shares: Float64Array;
  readonly variance: number;
}

/** Sums over base points, to shares of the variance: by group the first orders, then the totals. */
function sharesOf(sums: Float64Array, points: number, rounding: number): Shares {
  const product = sums[PRODUCT]! / points - (sums[MEAN]! / points) * (sums[OTHER_MEAN]! / points);
  const variance = product > rounding ? product : 0;
  const scale = variance > 0 ? 1 / (points * variance) : Number.NaN;
  return { shares: sums.slice(INDICES).map((sum) => sum * scale), variance };
}

/** Sums of the terms, each base point so many times. */
function addUp({ width, rows }: Terms, times: Int32Array): Float64Array {
  const sums = new Float64Array(width);
  for (let k = 0; k < times.length; k++) {
    if (times[k] === 0) continue;
    const weight = times[k]!;
    const row = rows[k]!;
    for (let i = 0; i < width; i++) sums[i]! += weight * row[i]!;
  }
  return sums;
}

const BOOTSTRAP = hashName('bootstrap of Sobol indices');

/** Bootstrap samples from which intervals are made. */
export const RESAMPLES = 1000;

/**
 * First and total order indices with bootstrap intervals over the base points. All outcomes use the same resamples. Base points are
 * resampled as if they were independent: those of Sobol are spread more evenly, so that intervals hold the truth more often than 95 %.
 * NaN: of an outcome that never varies.
 *
 * @param outcomes each by row of a {@link saltelliDesign} of so many groups
 * @param key addresses the resamples
 */
export function sobolIndices(
  outcomes: readonly DesignOutcome[],
  groups: number,
  key: Key,
  resamples = RESAMPLES,
): SobolIndices[] {
  const [key0, key1] = deriveKey(key[0], key[1], BOOTSTRAP, 0);
  const all = outcomes.map((outcome) => termsOf(outcome, groups));
  const most = Math.max(...all.map(({ rows }) => rows.length));
  const resampled = all.map(() => Array.from({ length: 2 * groups }, () => new Float64Array(resamples)));
  const uniforms = new Float64Array(most);
  for (let r = 0; r < resamples; r++) {
    for (let k = 0; k < most; k++) uniforms[k] = uniformAt(key0, key1, r, k);
    all.forEach((terms, o) => {
      const points = terms.rows.length;
      const times = new Int32Array(points);
      for (let k = 0; k < points; k++) times[Math.floor(points * uniforms[k]!)]! += 1;
      const { shares } = sharesOf(addUp(terms, times), points, terms.rounding);
      for (let i = 0; i < shares.length; i++) resampled[o]![i]![r] = shares[i]!;
    });
  }
  return all.map((terms, o) => {
    const points = terms.rows.length;
    const once = new Int32Array(points).fill(1);
    const { shares, variance } = sharesOf(addUp(terms, once), points, terms.rounding);
    const indices = Array.from(
      shares,
      (estimate, i): Index => ({ estimate, ...intervalOf(resampled[o]![i]!) }),
    );
    return { first: indices.slice(0, groups), total: indices.slice(groups), variance, points };
  });
}
