/** Variances between persons, from the sums that a run keeps: what tells the MCSE where replications cannot. */

import type { Measure } from '../domain/measures.js';
import type { DrawResult } from '../simulation/task.js';
import type { NestedValues } from './nested.js';
import {
  type AnyMeasure,
  type ApproachLayout,
  leavesOf,
  personsOf,
  type Results,
  valuesOf,
  varianceFromBatches,
} from './results.js';
import { mean, present } from './statistics.js';

function isOfPersons(layout: ApproachLayout, position: number): boolean {
  return position < layout.personMeasures;
}

/** Mean over all persons of a group in a draw. */
function groupMean(
  results: Results,
  draw: DrawResult,
  approach: number,
  group: number,
  position: number,
): number {
  const groups = results.groups.length;
  const total = results.approaches[approach]!.measures.length;
  const { means } = draw.approaches[approach]!;
  let sum = 0;
  for (let r = 0; r < results.task.replications; r++) {
    const persons = draw.groupSizes[r * groups + group]!;
    if (persons > 0) sum += persons * means[(r * groups + group) * total + position]!;
  }
  return sum / personsOf(results, draw, group);
}

/**
 * Covariance between persons of a measure of an approach and its counterpart under the reference, or its variance
 * where `counterpart` is undefined; within draws, averaged over them.
 */
function personCovariance(
  results: Results,
  approach: number,
  group: number,
  position: number,
  counterpart?: number,
): number {
  const count = results.approaches[approach]!.personMeasures;
  return mean(
    present(
      results.draws.map((draw) => {
        const { products, squares } = draw.approaches[approach]!;
        const sums = counterpart === undefined ? squares : products;
        const total = leavesOf(results, group).reduce((sum, leaf) => sum + sums[leaf * count + position]!, 0);
        const other =
          counterpart === undefined
            ? groupMean(results, draw, approach, group, position)
            : groupMean(results, draw, 0, group, counterpart);
        return (
          total / personsOf(results, draw, group) -
          groupMean(results, draw, approach, group, position) * other
        );
      }),
    ),
  );
}

/** Variance between persons of being in a state, from the shares that are: p (1 - p). */
function binomialVariance(shares: NestedValues): number {
  return mean(present(shares.flat()).map((share) => share * (1 - share)));
}

/**
 * Variance, per person of the group, of the outcome of a measure. For a share of those concerned (say of the workers)
 * it is the binomial one over the share concerned: all such measures count some of those concerned.
 */
export function outcomeVariance(
  results: Results,
  approach: number,
  group: number,
  measure: AnyMeasure,
  position: number,
  values: NestedValues,
): number {
  if (!isOfPersons(results.approaches[approach]!, position)) return binomialVariance(values);
  const over = 'over' in measure ? measure.over : undefined;
  if (over === undefined) return personCovariance(results, approach, group, position);
  const base = results.approaches[approach]!.position.get(over)!;
  return binomialVariance(values) / mean(present(valuesOf(results, approach, group, base).flat()));
}

/** Variance, per person of the group, of the difference in occupancy with the reference, in the first draw. */
function occupancyDifferenceVariance(
  results: Results,
  approach: number,
  group: number,
  position: number,
): number {
  const draw = results.draws[0]!;
  const layout = results.approaches[approach]!;
  const reference = results.approaches[0]!;
  const at = position - layout.personMeasures;
  const count = layout.measures.length - layout.personMeasures;
  return varianceFromBatches(
    leavesOf(results, group).map((leaf) => {
      const leafGroup = results.groups.length > 1 ? leaf + 1 : 0;
      const persons = personsOf(results, draw, leafGroup);
      const difference =
        groupMean(results, draw, approach, leafGroup, position) -
        groupMean(results, draw, 0, leafGroup, reference.personMeasures + at);
      return {
        persons,
        batches: draw.batches[leaf]!,
        sum: difference * persons,
        squares: draw.approaches[approach]!.occupancyDifferenceSquares[leaf * count + at]!,
      };
    }),
  );
}

/** Mean over all persons of a group, over all draws, of sums kept by leaf. */
function meanOfSums(
  results: Results,
  group: number,
  sums: (draw: DrawResult) => Float64Array,
  stride: number,
  at: number,
): number {
  return mean(
    results.draws.map(
      (draw) =>
        leavesOf(results, group).reduce((sum, leaf) => sum + sums(draw)[leaf * stride + at]!, 0) /
        personsOf(results, draw, group),
    ),
  );
}

/**
 * Covariance, per person of the group, of a share of those concerned with the reference's: of the linearised ratios
 * (a - r b) / E b, with a counted, b concerned and r their ratio.
 */
function ratioCovariance(
  results: Results,
  approach: number,
  group: number,
  measure: Measure,
  position: number,
  ratios: readonly [number, number],
): number {
  const layout = results.approaches[approach]!;
  const count = layout.personMeasures;
  const over = layout.position.get(measure.over!)!;
  const otherOver = results.approaches[0]!.position.get(measure.over!)!;
  const products = (at: number) =>
    meanOfSums(results, group, (draw) => draw.approaches[approach]!.products, count, at);
  const cross = (at: number) =>
    meanOfSums(results, group, (draw) => draw.approaches[approach]!.crossProducts, 2 * count, at);
  const concerned = (a: number, at: number) => mean(present(valuesOf(results, a, group, at).flat()));
  const [own, other] = ratios;
  const sum =
    products(position) -
    other * cross(2 * position) -
    own * cross(2 * position + 1) +
    own * other * products(over);
  return sum / (concerned(approach, over) * concerned(0, otherOver));
}

/** A difference with the reference: outcomes of a measure and its counterpart, and where the two stand. */
interface Pair {
  readonly position: number;
  readonly counterpart: number;
  readonly own: NestedValues;
  readonly other: NestedValues;
}

/**
 * Variances, per person of the group, of a difference with the reference: `separate` if the two approaches had
 * independent streams, `paired` on the same persons.
 */
export function differenceVariances(
  results: Results,
  approach: number,
  group: number,
  measure: AnyMeasure,
  { position, counterpart, own, other }: Pair,
): { separate: number; paired: number } {
  const separate =
    outcomeVariance(results, approach, group, measure, position, own) +
    outcomeVariance(results, 0, group, measure, counterpart, other);
  if (!('compute' in measure))
    return { separate, paired: occupancyDifferenceVariance(results, approach, group, position) };
  const ratios = [mean(present(own.flat())), mean(present(other.flat()))] as const;
  const covariance =
    measure.over === undefined
      ? personCovariance(results, approach, group, position, counterpart)
      : ratioCovariance(results, approach, group, measure, position, ratios);
  return { separate, paired: Math.max(0, separate - 2 * covariance) };
}
