/**
 * Shapley effects from given rows of inputs, which may depend on each other, and of an outcome with chance in it, without any form being
 * assumed: what is left of the variance when some inputs are known is read from rows that are near each other in these (Broto, Bachoc and
 * Depecker 2020, doi 10.1137/18M1234631). For up to some six groups of inputs with a thousand rows and more: among many inputs no
 * two rows are near each other, and what is far apart is taken for chance. With many inputs, or few rows, a line
 * tells more (`linear-shapley.ts`, `influence.ts`), as long as the outcome is not far from one.
 */

import { mean, variance } from '../statistics.js';

/** Groups that can be told apart at most: all their subsets are gone through. */
const MOST_GROUPS = 10;
/** Rows whose outcomes a variance is taken of: one and those nearest to it. */
const NEIGHBOURS = 3;
/** Rows around which neighbours are looked for, at most. */
const CENTRES = 1000;

/** A share and its standard error. */
interface Share {
  readonly share: number;
  readonly error: number;
}

/** Shapley effects. */
export interface ShapleyEffects {
  /** By group: share of the variance that all inputs explain. They add up to 1; error may bring one below 0. */
  readonly shares: readonly Share[];
  /** Share of the outcome's variance that the inputs explain; the rest is chance, or differences between rows that are not near. */
  readonly explained: Share;
}

/** Squared distances of all rows from one, in units of the standard deviation, by group. */
function distancesFrom(
  row: number,
  columns: readonly Float64Array[],
  groups: readonly (readonly number[])[],
): Float64Array[] {
  return groups.map((members) => {
    const distances = new Float64Array(columns[0]!.length);
    for (const member of members) {
      const column = columns[member]!;
      for (let i = 0; i < column.length; i++) distances[i]! += (column[i]! - column[row]!) ** 2;
    }
    return distances;
  });
}

/**
 * Variance of the outcomes of a row and of those nearest to it. Of rows that are equally near those that follow it count, so that rows of
 * the same values do not all have the same neighbours.
 */
function varianceNear(row: number, distances: Float64Array, outcome: ArrayLike<number>): number {
  const n = distances.length;
  const nearest = [row];
  for (let step = 1; step < n; step++) {
    const other = (row + step) % n;
    const distance = distances[other]!;
    if (nearest.length === NEIGHBOURS && distance >= distances[nearest[NEIGHBOURS - 1]!]!) continue;
    let place = Math.min(nearest.length, NEIGHBOURS - 1);
    for (; place > 1 && distances[nearest[place - 1]!]! > distance; place--)
      nearest[place] = nearest[place - 1]!;
    nearest[place] = other;
  }
  return variance(nearest.map((i) => outcome[i]!));
}

/** What is left of the variance round a row, by subset of known groups (a bit each). */
function leftBySubset(
  row: number,
  byGroup: readonly Float64Array[],
  outcome: ArrayLike<number>,
  all: number,
) {
  const left = new Float64Array(2 ** byGroup.length);
  left[0] = all;
  const visit = (known: number, from: number, distances: Float64Array) => {
    for (let g = from; g < byGroup.length; g++) {
      const own = byGroup[g]!;
      const next = distances.map((distance, i) => distance + own[i]!);
      left[known | (1 << g)] = varianceNear(row, next, outcome);
      visit(known | (1 << g), g + 1, next);
    }
  };
  visit(0, 0, new Float64Array(outcome.length));
  return left;
}

/** Weight of what a group takes off after s = 0, 1, ... others of so many groups: s! (d - s - 1)! / d! = 1 / (d (d - 1 over s)). */
export function shapleyWeights(groups: number): number[] {
  const weights: number[] = [];
  for (let s = 0, choices = 1; s < groups; choices = (choices * (groups - 1 - s)) / (s + 1), s++)
    weights.push(1 / (groups * choices));
  return weights;
}

/** Shapley's split of what all groups take off together, left[none] - left[all]. */
function split(left: Float64Array, groups: number): Float64Array {
  const parts = new Float64Array(groups);
  const weights = shapleyWeights(groups);
  for (let known = 0; known < left.length; known++) {
    let count = 0;
    for (let bits = known; bits > 0; bits >>= 1) count += bits & 1;
    for (let g = 0; g < groups; g++)
      if (!(known & (1 << g))) parts[g]! += weights[count]! * (left[known]! - left[known | (1 << g)]!);
  }
  return parts;
}

/** A mean over the mean of another, and its standard error by linearisation. */
function ratio(above: readonly number[], below: readonly number[]): Share {
  const share = mean(above) / mean(below);
  const rest = above.map((value, i) => value - share * below[i]!);
  // The same outcome counts round several rows.
  return { share, error: Math.sqrt((NEIGHBOURS * variance(rest)) / rest.length) / Math.abs(mean(below)) };
}

/**
 * Shapley effects of groups of inputs by nearest neighbours.
 *
 * @param inputs each by row
 * @param groups inputs of each group: up to {@link MOST_GROUPS}
 * @param outcome by row, in which rows may have chance of their own
 */
export function shapleyEffects(
  inputs: readonly ArrayLike<number>[],
  groups: readonly (readonly number[])[],
  outcome: ArrayLike<number>,
): ShapleyEffects {
  if (groups.length > MOST_GROUPS)
    throw new RangeError(`Shapley effects of ${groups.length} groups: there can be at most ${MOST_GROUPS}`);
  const columns = inputs.map((values) => {
    const sd = Math.sqrt(variance(values));
    return Float64Array.from(values, (value) => (sd > 0 ? value / sd : 0));
  });
  const n = outcome.length;
  const centre = mean(outcome);
  const centres = Math.min(n, CENTRES);
  const parts: number[][] = groups.map(() => []);
  const [explained, all]: [number[], number[]] = [[], []];
  for (let c = 0; c < centres; c++) {
    const row = Math.floor((c * n) / centres);
    const own = ((outcome[row]! - centre) ** 2 * n) / (n - 1);
    const left = leftBySubset(row, distancesFrom(row, columns, groups), outcome, own);
    split(left, groups.length).forEach((part, g) => {
      parts[g]!.push(part);
    });
    explained.push(own - left.at(-1)!);
    all.push(own);
  }
  return { shares: parts.map((own) => ratio(own, explained)), explained: ratio(explained, all) };
}
