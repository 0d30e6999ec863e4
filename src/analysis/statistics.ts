/** Means, variances and quantiles that leave out what is not there (NaN). */

/** The values that are numbers. */
export function present(values: readonly number[]): number[] {
  return values.filter((value) => !Number.isNaN(value));
}

/** Arithmetic mean; NaN of nothing. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Unbiased sample variance; NaN of fewer than two values. */
export function variance(values: readonly number[]): number {
  if (values.length < 2) return Number.NaN;
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}

/**
 * Standard error of the mean over parameter draws, which come in antithetic pairs (see `drawScenario`): draws 0 and 1, 2
 * and 3, and so on. Pairs are independent of each other, the draws of a pair are not; so the sums of the pairs'
 * deviations are what counts (the cluster-robust variance of a mean; Liang and Zeger 1986, doi 10.1093/biomet/73.1.13). With
 * fewer than two pairs the draws are taken as if they were independent; of a single draw there is none (NaN).
 *
 * @param byDraw the values of all draws in their order; NaN where a draw has none
 */
export function errorOfDrawMean(byDraw: readonly number[]): number {
  const values = present(byDraw);
  const centre = mean(values);
  const sums: number[] = [];
  for (let d = 0; d < byDraw.length; d += 2) {
    const pair = present(byDraw.slice(d, d + 2));
    if (pair.length > 0) sums.push(pair.reduce((sum, value) => sum + value - centre, 0));
  }
  if (sums.length < 2) return Math.sqrt(variance(values) / values.length);
  const squares = sums.reduce((total, sum) => total + sum * sum, 0);
  return Math.sqrt((squares * sums.length) / (sums.length - 1)) / values.length;
}

/**
 * Sample quantile with linear interpolation between order statistics (R's type 7). Infinite values sort as they are;
 * NaN of nothing, and between a finite and an infinite neighbour the infinite one.
 */
export function quantile(values: readonly number[], p: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = Float64Array.from(values).sort();
  const position = p * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  const share = position - below;
  return share === 0 || low === high ? low : low + share * (high - low);
}

/** Ends of every interval that is reported: 2.5 and 97.5 per cent. */
export const INTERVAL = [0.025, 0.975] as const;
