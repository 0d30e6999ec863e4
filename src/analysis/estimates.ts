/** Estimates of every measure, and differences between each approach and the reference. */

import { measureKey } from '../domain/measures.js';
import type { DrawResult } from '../simulation/task.js';
import { type Estimate, estimateNested, type NestedValues } from './nested.js';
import {
  type AnyMeasure,
  type ApproachLayout,
  personsPerReplication,
  type Results,
  valuesOf,
} from './results.js';
import { mean, present } from './statistics.js';
import { timeQuantiles } from './time-quantiles.js';

/** A reported estimate: of one measure, approach and subgroup. */
export interface EstimateRow extends Estimate {
  readonly approach: string;
  readonly subgroup: string;
  readonly measure: string;
  readonly month: number | undefined;
  readonly unit: string;
  /** Persons simulated under the approach in this subgroup, over all draws and replications. */
  readonly persons: number;
}

/** A reported difference of an approach with the reference, on the same persons. */
export interface DifferenceRow extends EstimateRow {
  readonly reference: string;
  /** Share of simulated cohorts in which the approach does better than the reference; ties count half. */
  readonly probabilityBetter: number;
  /** Variance of the difference with independent streams over that with common random numbers, per person. */
  readonly varianceRatio: number;
}

/** One approach of one run. */
export interface Side {
  readonly results: Results;
  readonly approach: number;
}

/** The outcome of a measure by draw and replication; a ratio of two means where the measure is one of those concerned. */
function outcome(
  results: Results,
  approach: number,
  group: number,
  measure: AnyMeasure,
  position: number,
): NestedValues {
  const values = valuesOf(results, approach, group, position);
  const over = 'over' in measure ? measure.over : undefined;
  if (over === undefined) return values;
  const base = valuesOf(results, approach, group, results.approaches[approach]!.position.get(over)!);
  return values.map((draw, d) =>
    draw.map((value, r) => (base[d]![r]! > 0 ? value / base[d]![r]! : Number.NaN)),
  );
}

/** Variance between persons of a measure's value within a draw, averaged over the draws. */
function personVariance(results: Results, approach: number, position: number): number {
  return mean(
    results.draws.map((draw) => {
      const n = draw.size * results.task.replications;
      const centre = wholeMean(results, draw, approach, position);
      return draw.approaches[approach]!.squares[position]! / n - centre * centre;
    }),
  );
}

/** Mean over all persons of a draw (cohorts of one draw are of equal size). */
function wholeMean(results: Results, draw: DrawResult, approach: number, position: number): number {
  const groups = results.groups.length;
  const { measures } = results.approaches[approach]!;
  const { means } = draw.approaches[approach]!;
  let sum = 0;
  for (let r = 0; r < results.task.replications; r++) sum += means[r * groups * measures.length + position]!;
  return sum / results.task.replications;
}

/**
 * Covariance between persons of a measure on both sides, averaged over the draws; from the sums of products over the
 * persons, by draw and measure of the left side.
 */
function personCovariance(
  left: Side,
  right: Side,
  position: number,
  counterpart: number,
  products: readonly Float64Array[],
): number {
  return mean(
    left.results.draws.map((draw, d) => {
      const n = draw.size * left.results.task.replications;
      const product =
        wholeMean(left.results, draw, left.approach, position) *
        wholeMean(right.results, right.results.draws[d]!, right.approach, counterpart);
      return products[d]![position]! / n - product;
    }),
  );
}

/** Variance between persons of being in a state, from the shares that are: p (1 - p). */
function binomialVariance(shares: NestedValues): number {
  return mean(shares.flat().map((share) => share * (1 - share)));
}

function isOfPersons(layout: ApproachLayout, position: number): boolean {
  return position < layout.personMeasures;
}

/** Persons of a group over all draws and replications. */
function personsInAll(results: Results, group: number): number {
  return Math.round(personsPerReplication(results, group) * results.task.replications * results.draws.length);
}

/** Rows of estimates of the measures of one approach and group; without the quantiles of times. */
export function measureEstimates({ results, approach }: Side, group: number): EstimateRow[] {
  const layout = results.approaches[approach]!;
  const persons = personsPerReplication(results, group);
  const place = {
    approach: layout.name,
    subgroup: results.groups[group]!,
    persons: personsInAll(results, group),
  };
  return layout.measures.flatMap((measure, position): EstimateRow[] => {
    const ofPersons = isOfPersons(layout, position);
    if (group > 0 && !ofPersons) return [];
    const values = outcome(results, approach, group, measure, position);
    const spread = ofPersons ? personVariance(results, approach, position) : binomialVariance(values);
    const estimate = estimateNested(values, spread, persons);
    return [{ ...place, measure: measure.name, month: measure.month, unit: measure.unit, ...estimate }];
  });
}

/** Rows of estimates of every approach, subgroup and measure. */
export function estimateRows(results: Results): EstimateRow[] {
  return results.approaches.flatMap((layout, approach) =>
    results.groups.flatMap((subgroup, group) => {
      const place = { approach: layout.name, subgroup, persons: personsInAll(results, group) };
      return [
        ...timeQuantiles(results, approach, group).map((row) => ({ ...place, ...row })),
        ...measureEstimates({ results, approach }, group),
      ];
    }),
  );
}

/** Share of the differences on the better side; ties count half. */
function probabilityBetter(values: readonly number[], better: 'more' | 'less' | undefined): number {
  if (better === undefined || values.length === 0) return Number.NaN;
  const sign = better === 'more' ? 1 : -1;
  return mean(values.map((value) => (value === 0 ? 0.5 : value * sign > 0 ? 1 : 0)));
}

function subtract(left: NestedValues, right: NestedValues): number[][] {
  return left.map((draw, d) => draw.map((value, r) => value - right[d]![r]!));
}

/**
 * Rows of differences of the measures that both sides have, left minus right, in one group: pair by pair of the same
 * draw and replication, whose persons have the same luck.
 *
 * @param products by draw, sums over all persons of each measure of the left side times its counterpart on the right
 */
export function measureDifferences(
  left: Side,
  right: Side,
  group: number,
  products: readonly Float64Array[],
): DifferenceRow[] {
  const layout = left.results.approaches[left.approach]!;
  const reference = right.results.approaches[right.approach]!;
  const persons = personsPerReplication(left.results, group);
  const place = {
    approach: layout.name,
    reference: reference.name,
    subgroup: left.results.groups[group]!,
    persons: personsInAll(left.results, group),
  };
  return layout.measures.flatMap((measure, position): DifferenceRow[] => {
    const counterpart = reference.position.get(measureKey(measure));
    const ofPersons = isOfPersons(layout, position);
    if (counterpart === undefined || (group > 0 && !ofPersons)) return [];
    const values = subtract(
      outcome(left.results, left.approach, group, measure, position),
      outcome(right.results, right.approach, group, reference.measures[counterpart]!, counterpart),
    );
    const separate = ofPersons
      ? personVariance(left.results, left.approach, position) +
        personVariance(right.results, right.approach, counterpart)
      : Number.NaN;
    const paired = ofPersons
      ? separate - 2 * personCovariance(left, right, position, counterpart, products)
      : Number.NaN;
    const estimate = estimateNested(values, Math.max(0, paired), persons);
    const ratio = 'over' in measure && measure.over !== undefined ? Number.NaN : separate / paired;
    return [
      {
        ...place,
        measure: measure.name,
        month: measure.month,
        unit: measure.unit,
        ...estimate,
        probabilityBetter: probabilityBetter(present(values.flat()), measure.better),
        varianceRatio: paired > 0 ? ratio : Number.NaN,
      },
    ];
  });
}

/** By draw, the sums of products of an approach's measures with those of the reference approach. */
export function productsWithReference(results: Results, approach: number): Float64Array[] {
  return results.draws.map((draw) => draw.approaches[approach]!.products);
}

/** Rows of differences: each approach against the reference, person by person on common random numbers. */
export function differenceRows(results: Results): DifferenceRow[] {
  const reference = results.approaches[0]!;
  return results.approaches.slice(1).flatMap((layout, i) => {
    const approach = i + 1;
    return results.groups.flatMap((subgroup, group) => {
      const place = {
        approach: layout.name,
        reference: reference.name,
        subgroup,
        persons: personsInAll(results, group),
      };
      const quantiles = timeQuantiles(results, approach, group, 0).map((row) => ({
        ...place,
        ...row,
        probabilityBetter: probabilityBetter(present(row.replicates), 'less'),
        varianceRatio: Number.NaN,
      }));
      const products = productsWithReference(results, approach);
      return [
        ...quantiles,
        ...measureDifferences({ results, approach }, { results, approach: 0 }, group, products),
      ];
    });
  });
}
