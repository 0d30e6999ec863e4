/** Partial rank correlations: how far an outcome rises or falls with an input, whatever the other inputs do. */

import { inverseDiagonal, leastSquares, orthonormalise } from '../linear-algebra.js';
import { type Interval, NO_INTERVAL, NORMAL_POINT } from '../statistics.js';

/** Ranks 1 to n; equal values share the mean of theirs (midranks). */
export function midranks(values: ArrayLike<number>): Float64Array {
  const sorted = Float64Array.from(values).sort();
  // First and last place of a value among the sorted ones, by halving.
  const placesBelow = (value: number, orEqual: boolean) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < value || (orEqual && sorted[middle] === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return Float64Array.from(values, (value) => (placesBelow(value, false) + placesBelow(value, true) + 1) / 2);
}

/** A partial rank correlation and its interval (95 %). */
export interface RankCorrelation extends Interval {
  /** Between -1 and 1; NaN where it cannot be estimated. */
  readonly correlation: number;
  /** Why there is none: the input, or the outcome, never varies; other inputs tell all of it; or there are too few rows for so many inputs. */
  readonly reason?: 'constant' | 'collinear' | 'too few rows';
}

/** Part of a coefficient below which an input has none in another. */
const SPANNED = 1e-8;

/** Columns that others span: those left out of a basis, and those that these are made of. */
function collinearOf(
  columns: readonly Float64Array[],
  basis: ReturnType<typeof orthonormalise>,
): Set<number> {
  const collinear = new Set<number>();
  columns.forEach((column, j) => {
    if (basis.used.includes(j)) return;
    collinear.add(j);
    const { coefficients } = leastSquares(basis, columns.length, column);
    coefficients.forEach((coefficient, k) => {
      if (Math.abs(coefficient) > SPANNED) collinear.add(k);
    });
  });
  return collinear;
}

/** Midranks as deviations from their mean. */
export function centredRanks(values: ArrayLike<number>): Float64Array {
  return midranks(values).map((rank) => rank - (values.length + 1) / 2);
}

/**
 * Partial rank correlation coefficients (Iman and Helton 1988, doi 10.1111/j.1539-6924.1988.tb01155.x): correlation between the ranks of an
 * input and of the outcome, each without what goes with the ranks of the others. Intervals by Fisher's z with standard error
 * 1 / sqrt(n - k - 2), of n rows and k inputs that tell something of their own.
 *
 * @param inputs each by row; no value is NaN, nor one of the outcome
 * @param independent rows that are independent of each other, for the intervals: half of them where they come in antithetic pairs
 */
export function rankCorrelations(
  inputs: readonly ArrayLike<number>[],
  outcome: ArrayLike<number>,
  independent = outcome.length,
): RankCorrelation[] {
  const none = (reason: RankCorrelation['reason'] & string): RankCorrelation => ({
    correlation: Number.NaN,
    ...NO_INTERVAL,
    reason,
  });
  const isConstant = (ranks: Float64Array) => ranks.every((rank) => rank === ranks[0]);
  const ranks = inputs.map(centredRanks);
  const ofOutcome = centredRanks(outcome);
  if (isConstant(ofOutcome)) return inputs.map(() => none('constant'));
  const varying = ranks.flatMap((own, j) => (isConstant(own) ? [] : [j]));
  const columns = varying.map((j) => ranks[j]!);
  const basis = orthonormalise(columns);
  const { coefficients, residuals } = leastSquares(basis, columns.length, ofOutcome);
  const left = residuals.reduce((sum, value) => sum + value * value, 0);
  const inverse = inverseDiagonal(basis.lower);
  const collinear = collinearOf(columns, basis);
  const rowsLeft = independent - basis.used.length - 2;
  return inputs.map((_, j) => {
    const place = varying.indexOf(j);
    if (place < 0) return none('constant');
    if (rowsLeft <= 0) return none('too few rows');
    if (collinear.has(place)) return none('collinear');
    const slope = coefficients[place]!;
    // r = t / sqrt(t^2 + degrees of freedom), with t^2 = slope^2 x degrees of freedom / (left x inverse).
    const correlation = slope / Math.sqrt(slope * slope + left * inverse[basis.used.indexOf(place)]!);
    const z = Math.atanh(Math.max(-1, Math.min(1, correlation)));
    const width = NORMAL_POINT / Math.sqrt(rowsLeft);
    return { correlation, low: Math.tanh(z - width), high: Math.tanh(z + width) };
  });
}
