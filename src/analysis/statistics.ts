/** Means, variances and quantiles that leave out missing values (NaN). */

/** Numbers in a row, in a plain or a typed array. */
type Values = ArrayLike<number>;

/** The values that are numbers. */
export function present(values: readonly number[]): readonly number[] {
  // Nearly always all of them are, so that no copy is needed.
  return countPresent(values) === values.length ? values : values.filter((value) => !Number.isNaN(value));
}

/** How many of the values are numbers. */
export function countPresent(values: Values): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) count += 1;
  return count;
}

/** Arithmetic mean; NaN without values. */
export function mean(values: Values): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

/** Unbiased sample variance; NaN for fewer than two values. */
export function variance(values: Values): number {
  if (values.length < 2) return Number.NaN;
  const centre = mean(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i]! - centre) ** 2;
  return squares / (values.length - 1);
}

/** The variance of the sum of the influences of draws. */
interface Scatter {
  /** Variance of the sum when clusters of draws are independent of each other; NaN for fewer than two clusters. */
  readonly byCluster: number;
  readonly clusters: number;
  /** The same when every draw is independent; NaN for fewer than two. */
  readonly byDraw: number;
}

/**
 * Variance of the sum of the influences of draws that come in consecutive clusters of equal size. Clusters are independent of
 * each other but the draws within a cluster are not, so it is computed from the sums of the clusters (the cluster-robust
 * variance; Liang
 * and Zeger 1986, doi 10.1093/biomet/73.1.13).
 *
 * @param influence of all draws in their order: deviations that add up to zero; NaN where a draw has none
 */
export function scatterOf(influence: Values, size: number): Scatter {
  let draws = 0;
  let squares = 0;
  let clusters = 0;
  let squaresOfClusters = 0;
  for (let first = 0; first < influence.length; first += size) {
    let sum = 0;
    let here = 0;
    for (let d = first; d < Math.min(first + size, influence.length); d++) {
      const value = influence[d]!;
      if (Number.isNaN(value)) continue;
      here += 1;
      sum += value;
      squares += value * value;
    }
    if (here === 0) continue;
    draws += here;
    clusters += 1;
    squaresOfClusters += sum * sum;
  }
  const unbiased = (sum: number, count: number) => (count > 1 ? (sum * count) / (count - 1) : Number.NaN);
  return {
    byCluster: unbiased(squaresOfClusters, clusters),
    clusters,
    byDraw: unbiased(squares, draws),
  };
}

/**
 * Standard error of the mean over parameter draws with persons of their own, which come in antithetic pairs (see
 * `drawScenario`): draws 0 and 1, 2 and 3, and so on. With fewer than two pairs the draws are taken as if they were
 * independent; for a single draw it is NaN.
 *
 * @param byDraw the values of all draws in their order; NaN where a draw has none
 */
export function errorOfDrawMean(byDraw: readonly number[]): number {
  const values = present(byDraw);
  const centre = mean(values);
  const influence = byDraw.map((value) => (value - centre) / values.length);
  const { byCluster, clusters, byDraw: apart } = scatterOf(influence, 2);
  return Math.sqrt(clusters > 1 ? byCluster : apart);
}

/**
 * MCSE of a probability that is a share of draws: the standard deviation of its posterior after k of n draws, Beta(k + 1/2,
 * n - k + 1/2) with Jeffreys' prior (Brown, Cai and DasGupta 2001, doi 10.1214/ss/1009213286). With k = 0 or k = n it is not 0
 * but about 0.7 / n, since another draw may differ. k may be a fraction, where several entries share a rank. NaN for one draw.
 */
export function errorOfProbability(share: number, draws: number): number {
  if (!(draws > 1)) return Number.NaN;
  const centre = (share * draws + 0.5) / (draws + 1);
  return Math.sqrt((centre * (1 - centre)) / (draws + 2));
}

/** Between two order statistics, `share` of the way; one of them may be infinite. */
function between(low: number, high: number, share: number): number {
  return share === 0 || low === high ? low : low + share * (high - low);
}

/**
 * Sample quantile of values, none of them NaN, in any order, with linear interpolation between order statistics (R's type
 * 7). Infinite values are allowed: between a finite and an infinite neighbour the result is the infinite one. NaN without values.
 */
export function quantile(values: Values, p: number): number {
  return quantiles(values, [p])[0]!;
}

/** Several sample quantiles, as {@link quantile} gives them, of values that are put in order once. */
export function quantiles(values: Values, probabilities: readonly number[]): number[] {
  const sorted = new Float64Array(values).sort();
  return probabilities.map((p) => {
    if (sorted.length === 0) return Number.NaN;
    const position = p * (sorted.length - 1);
    const below = Math.floor(position);
    return between(sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!, position - below);
  });
}

/** Ends of every interval that is reported: 2.5 and 97.5 per cent. */
const TAIL = 0.025;

/** The least number of values for which the ends of an interval lie between them. */
export const LEAST_FOR_INTERVAL = Math.ceil(1 / TAIL) - 1;

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

/** Stands for an interval that is not estimated. */
export const NO_INTERVAL: Interval = { low: Number.NaN, high: Number.NaN };

/**
 * The interval between sorted values that holds 95 % of what they were drawn from, on average over samples, whatever their distribution: the
 * sample quantiles at p (n + 1) (R's type 6; Weibull 1939), for which only the tails are put in order. Quantiles at 1 + p (n - 1), R's
 * default, hold 92 % with 64 values. With fewer than {@link LEAST_FOR_INTERVAL} values there is none.
 */
export function intervalOf(some: Values): Interval {
  // Always the same kind of array, since code that gets several kinds is several times slower.
  const values = some instanceof Float64Array ? some : new Float64Array(some);
  const count = values.length;
  if (count < LEAST_FOR_INTERVAL) return NO_INTERVAL;
  const place = Math.max(0, TAIL * (count + 1) - 1);
  const below = Math.floor(place);
  const bottom = lowest(values, below + 2, 1);
  const top = lowest(values, below + 2, -1);
  return {
    low: between(bottom[below]!, bottom[below + 1]!, place - below),
    high: between(-top[below]!, -top[below + 1]!, place - below),
  };
}

/**
 * The 97.5 % point of Student's t with at least three degrees of freedom: the expansion of Cornish and Fisher
 * (Abramowitz and Stegun 26.7.5), to 0.002 at four.
 */
export function tQuantile(freedom: number): number {
  const z = NORMAL_POINT;
  const square = z * z;
  const terms = [
    z,
    (z * (square + 1)) / 4,
    (z * ((5 * square + 16) * square + 3)) / 96,
    (z * (((3 * square + 19) * square + 17) * square - 15)) / 384,
    (z * ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945)) / 92160,
  ];
  return terms.reduceRight((sum, term) => sum / freedom + term, 0);
}

/** The 97.5 % point of the standard normal distribution. */
export const NORMAL_POINT = 1.959963984540054;
