/**
 * Variances between persons, from the sums that a run keeps. The MCSE is computed from them where replications do not suffice.
 * Each is unbiased within its
 * draw (squares over n - 1, and p (1 - p) n / (n - 1), of n persons or of n who are concerned); draws have equal weight.
 */

import {
  type AnyMeasure,
  type ApproachLayout,
  batchesOf,
  groupMean,
  leavesOf,
  personsOf,
  type Results,
  sumsOf,
  varianceFromBatches,
} from './results.js';
import { mean, present } from './statistics.js';
import { LEAST_FOR_SPREAD, placeOfHalf, valuesOf } from './uncertainty.js';

/** Whose measure a cross product contains: the approach's own, or that of the side it is compared with. */
const [OWN, OTHER] = [0, 1];

/** One approach of a run. */
export interface Side {
  readonly results: Results;
  readonly approach: number;
}

/** Sums over pairs of persons on two sides, by draw, as `ApproachDraw` keeps them with the reference. */
export interface PairSums {
  readonly products: readonly Float64Array[];
  /** Absent: shares of some persons only are treated as unpaired, which gives too large an error rather than too small a one. */
  readonly crossProducts?: readonly Float64Array[];
  /** Absent: the same for shares of occupancy. */
  readonly occupancyDifferenceSquares?: readonly Float64Array[];
}

function layoutOf({ results, approach }: Side): ApproachLayout {
  return results.approaches[approach]!;
}

function isOfPersons(side: Side, position: number): boolean {
  return position < layoutOf(side).personMeasures;
}

/** Whether a draw has enough persons in a group to estimate their spread; the spread of a single person is not 0 but unknown. */
function hasSpread({ results }: Side, group: number, d: number): boolean {
  return personsOf(results, results.draws[d]!, group) >= LEAST_FOR_SPREAD;
}

/** The factor that turns a mean square around the mean of n persons into an unbiased variance: n / (n - 1). */
function unbiased(persons: number): number {
  return persons / (persons - 1);
}

/** Mean per person of a group, by draw, of sums kept by leaf. @param at position of the sum of a leaf */
function meansOfSums(
  { results }: Side,
  group: number,
  sums: readonly Float64Array[],
  at: (leaf: number) => number,
): number[] {
  const leaves = leavesOf(results, group);
  return results.draws.map(
    (draw, d) => leaves.reduce((sum, leaf) => sum + sums[d]![at(leaf)]!, 0) / personsOf(results, draw, group),
  );
}

/** Mean of an unbiased variance or covariance over the draws with enough persons. @param meanSquares by draw */
function meanOfVariances(side: Side, group: number, meanSquares: readonly number[]): number {
  const { draws } = side.results;
  const variances = meanSquares.map(
    (value, d) => value * unbiased(personsOf(side.results, draws[d]!, group)),
  );
  return mean(variances.filter((_, d) => hasSpread(side, group, d)));
}

/** Variance between persons of a measure within draws, averaged over them. */
function personVariance(side: Side, group: number, position: number): number {
  const { results, approach } = side;
  const squares = results.draws.map((draw) => draw.approaches[approach]!.squares);
  const shape = layoutOf(side).shapes.squares;
  const raw = meansOfSums(side, group, squares, (leaf) => shape.at(leaf, position));
  const centred = raw.map(
    (value, d) => value - groupMean(results, approach, results.draws[d]!, group, position) ** 2,
  );
  return meanOfVariances(side, group, centred);
}

/** Covariance between persons of a measure on two sides within draws, averaged over them. */
function personCovariance(left: Side, right: Side, group: number, pair: Pair, sums: PairSums): number {
  const shape = layoutOf(left).shapes.products;
  const raw = meansOfSums(left, group, sums.products, (leaf) => shape.at(leaf, pair.position));
  const centred = raw.map((value, d) => {
    const own = groupMean(left.results, left.approach, left.results.draws[d]!, group, pair.position);
    return (
      value - own * groupMean(right.results, right.approach, right.results.draws[d]!, group, pair.counterpart)
    );
  });
  return meanOfVariances(left, group, centred);
}

/** A share in each draw, and the number of persons that it is a share of. */
function sharesOf(
  { results, approach }: Side,
  group: number,
  position: number,
): { share: number; of: number }[] {
  const sums = sumsOf(results, approach, group, position);
  return Array.from(valuesOf(sums).whole, (share, d) => ({
    share,
    of: sums.of[placeOfHalf(d, 0)]! + sums.of[placeOfHalf(d, 1)]!,
  }));
}

/** Variance between persons of being in a state, from the shares in it: p (1 - p). For a single person it is unknown. */
function binomialVariance(side: Side, group: number, position: number): number {
  // Of a rate in time, one person has many months.
  const known = sharesOf(side, group, position).filter(
    ({ of }, d) => of >= LEAST_FOR_SPREAD && hasSpread(side, group, d),
  );
  return mean(known.map(({ share, of }) => share * (1 - share) * unbiased(of)));
}

/**
 * Variance, per person of the group, of the outcome of a measure. For a share of only some persons (for example of those who ever
 * worked) it is the binomial variance over the share of such persons in the group: all such measures count some of them.
 */
export function outcomeVariance(side: Side, group: number, measure: AnyMeasure, position: number): number {
  if (!isOfPersons(side, position)) return binomialVariance(side, group, position);
  const over = 'over' in measure ? measure.over : undefined;
  if (over === undefined) return personVariance(side, group, position);
  return binomialVariance(side, group, position) / shareConcerned(side, group, over);
}

/** Share of a group that a measure over only some persons is about. */
function shareConcerned({ results, approach }: Side, group: number, over: string): number {
  const position = results.approaches[approach]!.position.get(over)!;
  return mean(present(results.draws.map((draw) => groupMean(results, approach, draw, group, position))));
}

/** Variance, per person of the group, of the difference in occupancy, within draws, averaged over those that have batches enough. */
function occupancyDifferenceVariance(
  left: Side,
  right: Side,
  group: number,
  position: number,
  squares: readonly Float64Array[],
): number {
  const { personMeasures, shapes } = layoutOf(left);
  const measure = position - personMeasures;
  const batches = batchesOf(left.results, group);
  const byDraw = left.results.draws.map((draw, d) =>
    varianceFromBatches(
      batches.map(({ place, leaves }) => {
        const totalIn = (side: Side, at: number) => {
          const { totals } = side.results.draws[d]!.approaches[side.approach]!;
          const shape = layoutOf(side).shapes.totals;
          return leaves.reduce((sum, leaf) => sum + totals[shape.at(leaf, at)]!, 0);
        };
        return {
          persons: leaves.reduce((sum, leaf) => sum + draw.leafPersons[leaf]!, 0),
          batches: draw.batches[place]!,
          sum: totalIn(left, position) - totalIn(right, layoutOf(right).personMeasures + measure),
          squares: squares[d]![shapes.occupancyDifferenceSquares.at(place, measure)]!,
        };
      }),
    ),
  );
  return mean(present(byDraw));
}

/**
 * Covariance, per person of the group, of a share of only some persons on two sides: of the linearised ratios (a - r b) / E b,
 * where b says whether the measure is about a person, a whether it counts the person, and r is the ratio of their means, within
 * draws as the variances are.
 */
function ratioCovariance(
  left: Side,
  right: Side,
  group: number,
  over: string,
  pair: Pair,
  products: readonly Float64Array[],
  crossProducts: readonly Float64Array[],
): number {
  const { position, shapes } = layoutOf(left);
  const productsOf = (measure: number) =>
    meansOfSums(left, group, products, (leaf) => shapes.products.at(leaf, measure));
  const crossesOf = (whoseMeasure: number) =>
    meansOfSums(left, group, crossProducts, (leaf) =>
      shapes.crossProducts.at(leaf, pair.position, whoseMeasure),
    );
  const [counted, concerned] = [productsOf(pair.position), productsOf(position.get(over)!)];
  const [crossOwn, crossOther] = [crossesOf(OWN), crossesOf(OTHER)];
  const others = sharesOf(right, group, pair.counterpart);
  const covariances = sharesOf(left, group, pair.position).flatMap((own, d) => {
    const other = others[d]!;
    if (Math.min(own.of, other.of) < LEAST_FOR_SPREAD) return [];
    const meanProduct =
      counted[d]! -
      other.share * crossOwn[d]! -
      own.share * crossOther[d]! +
      own.share * other.share * concerned[d]!;
    return [meanProduct * Math.sqrt(unbiased(own.of) * unbiased(other.of))];
  });
  return mean(covariances) / (shareConcerned(left, group, over) * shareConcerned(right, group, over));
}

/** A difference between two sides: the positions of a measure and its counterpart. */
export interface Pair {
  readonly position: number;
  readonly counterpart: number;
}

/**
 * Variances, per person of the group, of a difference between two sides: `separate` with independent random numbers, `paired` on
 * the same persons.
 */
export function differenceVariances(
  left: Side,
  right: Side,
  group: number,
  measure: AnyMeasure,
  pair: Pair,
  sums: PairSums,
): { separate: number; paired: number } {
  const separate =
    outcomeVariance(left, group, measure, pair.position) +
    outcomeVariance(right, group, measure, pair.counterpart);
  const { crossProducts, occupancyDifferenceSquares: squares } = sums;
  if (!('reading' in measure)) {
    const paired =
      squares === undefined
        ? separate
        : occupancyDifferenceVariance(left, right, group, pair.position, squares);
    return { separate, paired };
  }
  if (measure.over === undefined) {
    const covariance = personCovariance(left, right, group, pair, sums);
    return { separate, paired: Math.max(0, separate - 2 * covariance) };
  }
  if (crossProducts === undefined) return { separate, paired: separate };
  const covariance = ratioCovariance(left, right, group, measure.over, pair, sums.products, crossProducts);
  return { separate, paired: Math.max(0, separate - 2 * covariance) };
}
