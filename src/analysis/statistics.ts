/** Means, variances and quantiles that leave out what is not there (NaN). */

/** Numbers in a row, in a plain or a typed array. */
type Values = ArrayLike<number>;

/** The values that are numbers. */
export function present(values: readonly number[]): number[] {
  return values.filter((value) => !Number.isNaN(value));
}

/** Arithmetic mean; NaN of nothing. */
export function mean(values: Values): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

/** Unbiased sample variance; NaN of fewer than two values. */
export function variance(values: Values): number {
  if (values.length < 2) return Number.NaN;
  const centre = mean(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i]! - centre) ** 2;
  return squares / (values.length - 1);
}

/**
 * Standard error of the mean over parameter draws, which come in antithetic pairs (see `drawScenario`): draws 0 and 1, 2
 * and 3, and so on. Pairs are independent of each other, the draws of a pair are not; so the sums of the pairs'
 * deviations are what counts (the cluster-robust variance of a mean; Liang and Zeger 1986, doi 10.1093/biomet/73.1.13). With
 * fewer than two pairs the draws are taken as if they were independent; of a single draw there is none (NaN).
 *
 * @param byDraw the values of all draws in their order; NaN where a draw has none
 */
export function errorOfDrawMean(byDraw: Values): number {
  let count = 0;
  let sum = 0;
  for (let d = 0; d < byDraw.length; d++) {
    if (Number.isNaN(byDraw[d]!)) continue;
    count += 1;
    sum += byDraw[d]!;
  }
  const centre = sum / count;
  let pairs = 0;
  let squaresOfPairs = 0;
  let squares = 0;
  for (let d = 0; d < byDraw.length; d += 2) {
    let deviation = 0;
    let isThere = false;
    for (let i = d; i < Math.min(d + 2, byDraw.length); i++) {
      const value = byDraw[i]!;
      if (Number.isNaN(value)) continue;
      isThere = true;
      deviation = deviation + value - centre;
      squares += (value - centre) ** 2;
    }
    if (!isThere) continue;
    pairs += 1;
    squaresOfPairs += deviation * deviation;
  }
  if (pairs < 2) return Math.sqrt(squares / (count - 1) / count);
  return Math.sqrt((squaresOfPairs * pairs) / (pairs - 1)) / count;
}

/**
 * Sample quantile of sorted values with linear interpolation between order statistics (R's type 7). Infinite values sort
 * as they are; NaN of nothing, and between a finite and an infinite neighbour the infinite one.
 */
export function quantileOfSorted(sorted: Values, p: number): number {
  if (sorted.length === 0) return Number.NaN;
  const position = p * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  const share = position - below;
  return share === 0 || low === high ? low : low + share * (high - low);
}

/** Sample quantile of values in any order; see {@link quantileOfSorted}. */
export function quantile(values: Values, p: number): number {
  return quantileOfSorted(Float64Array.from(values).sort(), p);
}

/** Ends of every interval that is reported: 2.5 and 97.5 per cent. */
export const INTERVAL = [0.025, 0.975] as const;
