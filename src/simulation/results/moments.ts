/** Means and variances that add up value by value and block by block without losing digits. */

/** Count, mean and sum of squared deviations of a number of variables: plain arrays, so that threads can send them. */
export interface Moments {
  readonly count: Float64Array;
  readonly mean: Float64Array;
  readonly squares: Float64Array;
}

/** Moments of `variables` variables before the first value. */
export function emptyMoments(variables: number): Moments {
  return {
    count: new Float64Array(variables),
    mean: new Float64Array(variables),
    squares: new Float64Array(variables),
  };
}

/** Adds a value of one variable (Welford 1962, doi 10.1080/00401706.1962.10490022). */
export function addValue(moments: Moments, variable: number, value: number): void {
  const { count, mean, squares } = moments;
  const n = count[variable]! + 1;
  const off = value - mean[variable]!;
  const updated = mean[variable]! + off / n;
  count[variable] = n;
  mean[variable] = updated;
  squares[variable]! += off * (value - updated);
}

/**
 * Adds the moments of another set of values (Chan, Golub and LeVeque 1983, doi 10.1080/00031305.1983.10483115).
 * Rounding depends on the order, so the same bytes need the same order.
 */
export function mergeMoments(into: Moments, other: Moments): void {
  for (let v = 0; v < into.count.length; v++) {
    const a = into.count[v]!;
    const b = other.count[v]!;
    if (b === 0) continue;
    const n = a + b;
    const off = other.mean[v]! - into.mean[v]!;
    into.count[v] = n;
    into.mean[v]! += (off * b) / n;
    into.squares[v]! += other.squares[v]! + (off * off * a * b) / n;
  }
}
