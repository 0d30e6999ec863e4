/** Means, variances and quantiles that leave out what is not there (NaN). */

/** Numbers in a row, in a plain or a typed array. */
type Values = ArrayLike<number>;

/** The values that are numbers. */
export function present(values: readonly number[]): readonly number[] {
  // Nearly always all of them are, and need no copy.
  return values.some(Number.isNaN) ? values.filter((value) => !Number.isNaN(value)) : values;
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

/** Ends of every interval that is reported: 2.5 and 97.5 per cent. */
const INTERVAL = [0.025, 0.975] as const;

/**
 * Reorders values so that the one at `place` is as if all were sorted, with none larger before it and none smaller behind
 * it (Hoare 1961, doi 10.1145/366622.366647): a sort would do the same in more time. Values before `from` stay; none of
 * them may be larger than those that follow.
 */
function select(values: Float64Array, place: number, from: number): void {
  let left = from;
  let right = values.length - 1;
  while (left < right) {
    const pivot = values[place]!;
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const swapped = values[i]!;
      values[i++] = values[j]!;
      values[j--] = swapped;
    }
    if (j < place) left = i;
    if (i > place) right = j;
  }
}

function smallestFrom(values: Float64Array, from: number): number {
  let smallest = values[from]!;
  for (let i = from + 1; i < values.length; i++) if (values[i]! < smallest) smallest = values[i]!;
  return smallest;
}

/** Quantile of values that may be reordered from `from` on; those before it are not larger, and below the quantile. */
function quantileInPlace(values: Float64Array, p: number, from = 0): number {
  if (values.length === 0) return Number.NaN;
  const position = p * (values.length - 1);
  const below = Math.floor(position);
  select(values, below, from);
  const low = values[below]!;
  const high = smallestFrom(values, Math.min(below + 1, values.length - 1));
  const share = position - below;
  return share === 0 || low === high ? low : low + share * (high - low);
}

/**
 * Sample quantile of values, none of them NaN, in any order, with linear interpolation between order statistics (R's type
 * 7). Infinite values count as they are; NaN of nothing, and between a finite and an infinite neighbour the infinite one.
 */
export function quantile(values: Values, p: number): number {
  return quantileInPlace(Float64Array.from(values), p);
}

/** Both ends of an interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What stands in the place of an interval that cannot be told. */
export const NO_INTERVAL: Interval = { low: Number.NaN, high: Number.NaN };

/** The interval that is reported of values which are not needed in their order any more; see {@link quantile}. */
export function intervalInPlace(values: Float64Array): Interval {
  const low = quantileInPlace(values, INTERVAL[0]);
  // The values up to the lower end stand where they belong.
  const high = quantileInPlace(values, INTERVAL[1], Math.floor(INTERVAL[0] * (values.length - 1)));
  return { low, high };
}

/** The interval that is reported of values in any order; see {@link quantile}. */
export function intervalOf(values: Values): Interval {
  return intervalInPlace(Float64Array.from(values));
}
