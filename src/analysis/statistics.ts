/** Means, variances and quantiles that leave out what is not there (NaN). */

/** Numbers in a row, in a plain or a typed array. */
type Values = ArrayLike<number>;

/** The values that are numbers. */
export function present(values: readonly number[]): readonly number[] {
  // Nearly always all of them are, and need no copy.
  return countPresent(values) === values.length ? values : values.filter((value) => !Number.isNaN(value));
}

/** How many of the values are numbers. */
export function countPresent(values: Values): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) count += 1;
  return count;
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
    const value = byDraw[d]!;
    if (Number.isNaN(value)) continue;
    count += 1;
    sum += value;
  }
  const centre = sum / count;
  let pairs = 0;
  let squaresOfPairs = 0;
  for (let d = 0; d < byDraw.length; d += 2) {
    const even = byDraw[d]!;
    const odd = d + 1 < byDraw.length ? byDraw[d + 1]! : Number.NaN;
    const isEven = !Number.isNaN(even);
    const isOdd = !Number.isNaN(odd);
    if (!isEven && !isOdd) continue;
    const deviation = isEven ? even - centre : 0;
    const both = isOdd ? deviation + odd - centre : deviation;
    pairs += 1;
    squaresOfPairs += both * both;
  }
  if (pairs > 1) return Math.sqrt((squaresOfPairs * pairs) / (pairs - 1)) / count;
  let squares = 0;
  for (let d = 0; d < byDraw.length; d++) {
    if (!Number.isNaN(byDraw[d]!)) squares += (byDraw[d]! - centre) ** 2;
  }
  return Math.sqrt(squares / (count - 1) / count);
}

/** Between two order statistics, `share` of the way; one of them may be infinite. */
function between(low: number, high: number, share: number): number {
  return share === 0 || low === high ? low : low + share * (high - low);
}

/**
 * Sample quantile of values, none of them NaN, in any order, with linear interpolation between order statistics (R's type
 * 7). Infinite values sort as they are; NaN of nothing, and between a finite and an infinite neighbour the infinite one.
 */
export function quantile(values: Values, p: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = Float64Array.from(values).sort();
  const position = p * (sorted.length - 1);
  const below = Math.floor(position);
  return between(sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!, position - below);
}

/** Ends of every interval that is reported: 2.5 and 97.5 per cent. */
const INTERVAL = [0.025, 0.975] as const;

/** The lowest values in rising order; with `sign` -1 of the values' negatives. */
function lowest(values: Float64Array, count: number, sign: 1 | -1): readonly number[] {
  const kept = new Array<number>(count).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < values.length; i++) {
    const value = sign * values[i]!;
    let place = count - 1;
    if (value >= kept[place]!) continue;
    for (; place > 0 && kept[place - 1]! > value; place--) kept[place] = kept[place - 1]!;
    kept[place] = value;
  }
  return kept;
}

/** Both ends of an interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What stands in the place of an interval that cannot be told. */
export const NO_INTERVAL: Interval = { low: Number.NaN, high: Number.NaN };

/** The interval that is reported of values: two {@link quantile}s, for which only the tails are put in order. */
export function intervalOf(some: Values): Interval {
  // Of one kind, since code that meets many kinds of arrays is several times as slow.
  const values = some instanceof Float64Array ? some : new Float64Array(some);
  const last = values.length - 1;
  if (last < 0) return NO_INTERVAL;
  const [low, high] = [INTERVAL[0] * last, INTERVAL[1] * last];
  const [belowLow, belowHigh] = [Math.floor(low), Math.floor(high)];
  const bottom = lowest(values, Math.min(belowLow + 2, values.length), 1);
  const top = lowest(values, last - belowHigh + 1, -1);
  return {
    low: between(bottom[belowLow]!, bottom[Math.min(belowLow + 1, last)]!, low - belowLow),
    high: between(-top[last - belowHigh]!, -top[Math.max(0, last - belowHigh - 1)]!, high - belowHigh),
  };
}

/**
 * The interval that is reported of the values of several draws, without the noise of the persons in them: deviations from
 * the mean are shrunk by sqrt((B - W) / B), B the variance between the values and W the noise (one-way random effects).
 * With W unknown (NaN) they are not shrunk: the interval is wider, never narrower than it should be.
 *
 * @param noise variance of a value for given parameters, on average over the draws
 */
export function intervalWithoutNoise(values: Values, noise: number): Interval {
  if (values.length < 2) return NO_INTERVAL;
  const centre = mean(values);
  const between = variance(values);
  const signal = Number.isNaN(noise) ? between : Math.max(0, between - noise);
  const shrink = between > 0 ? Math.sqrt(signal / between) : 0;
  return intervalOf(Float64Array.from(values, (value) => centre + shrink * (value - centre)));
}
