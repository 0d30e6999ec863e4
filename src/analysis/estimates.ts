/** Estimates of every measure, and differences between each approach and the reference. */

import { measureKey, type PersonMeasure } from '../domain/measures/measures.js';
import { type Estimate, estimateNested, keptOutcomes, type NestedValues, subtract } from './nested.js';
import { differenceVariances, outcomeVariance, type PairSums, type Side } from './person-variance.js';
import { outcomesOf, personsInAll, personsPerReplication, type Results, sumsOf } from './results.js';
import { type Bounds, boundsOfDifference, SHARES } from './spread.js';
import { present } from './statistics.js';
import { timeQuantiles } from './time-quantiles.js';
import { boundsOfAmounts, boundsOfMean, type Sums } from './uncertainty.js';

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

/** The possible values of a measure; a cost below zero is a gain. */
export function boundsOf(
  { horizonMonths }: Results,
  { unit }: Pick<PersonMeasure, 'unit'>,
  sums: Sums,
): Bounds {
  const months = { low: 0, high: horizonMonths };
  const byUnit = unit === 'share' ? SHARES : unit === 'months' ? months : boundsOfAmounts(sums);
  return boundsOfMean(sums, byUnit);
}

/** Rows of estimates of the measures of one approach and group; without the quantiles of times. */
export function measureEstimates(side: Side, group: number): EstimateRow[] {
  const { results, approach } = side;
  const layout = results.approaches[approach]!;
  const persons = personsPerReplication(results, group);
  const place = {
    approach: layout.name,
    subgroup: results.groups[group]!,
    persons: personsInAll(results, group),
  };
  return layout.measures.map((measure, position): EstimateRow => {
    const nested = {
      own: sumsOf(results, approach, group, position),
      kept: outcomesOf(results, approach, group, position),
      replications: results.task.replications,
    };
    const variance = outcomeVariance(side, group, measure, position);
    const estimate = estimateNested(nested, variance, persons, boundsOf(results, measure, nested.own));
    return { ...place, measure: measure.name, month: measure.month, unit: measure.unit, ...estimate };
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

/** Fraction of a variance below which a difference between two variances is rounding error. */
const ROUNDING = 1e-9;

/** Ratio of the separate to the paired variance; NaN where nothing varies, or where pairs have nothing in common. */
function varianceRatio(separate: number, paired: number): number {
  const isNone = !(paired > ROUNDING * separate) || Math.abs(separate - paired) <= ROUNDING * separate;
  return isNone ? Number.NaN : separate / paired;
}

/** Whether two sides have the same in every draw, half and kept replication, so that nothing in their difference varies. */
function areSame(own: Sums, other: Sums, kept: NestedValues): boolean {
  const areEqual = (one: Float64Array, another: Float64Array) =>
    one.every((value, i) => value === another[i]);
  return (
    areEqual(own.counted, other.counted) &&
    areEqual(own.of, other.of) &&
    kept.every((values) => present(values).every((value) => value === 0))
  );
}

/** Share of the differences on the better side; ties count half. With a single cohort there is none. */
function probabilityBetter(values: ArrayLike<number>, better: 'more' | 'less' | undefined): number {
  if (better === undefined || values.length < 2) return Number.NaN;
  const sign = better === 'more' ? 1 : -1;
  let won = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]! * sign;
    won += value === 0 ? 0.5 : value > 0 ? 1 : 0;
  }
  return won / values.length;
}

/**
 * Rows of differences of the measures that both sides have, left minus right, in one group: pair by pair of the same
 * draw and replication, whose persons have the same random numbers.
 */
export function measureDifferences(left: Side, right: Side, group: number, sums: PairSums): DifferenceRow[] {
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
    if (counterpart === undefined) return [];
    const kept = subtract(
      outcomesOf(left.results, left.approach, group, position),
      outcomesOf(right.results, right.approach, group, counterpart),
    );
    const nested = {
      own: sumsOf(left.results, left.approach, group, position),
      other: sumsOf(right.results, right.approach, group, counterpart),
      kept,
      replications: left.results.task.replications,
    };
    const pair = { position, counterpart };
    const { separate, paired } = differenceVariances(left, right, group, measure, pair, sums);
    const bounds = boundsOfDifference(
      boundsOf(left.results, measure, nested.own),
      boundsOf(right.results, measure, nested.other),
    );
    return [
      {
        ...place,
        measure: measure.name,
        month: measure.month,
        unit: measure.unit,
        ...estimateNested(nested, paired, persons, bounds),
        probabilityBetter: probabilityBetter(keptOutcomes(kept), measure.better),
        varianceRatio: areSame(nested.own, nested.other, kept) ? Number.NaN : varianceRatio(separate, paired),
      },
    ];
  });
}

/** The sums over pairs of an approach with the reference approach of the same run. */
function sumsWithReference({ results, approach }: Side): PairSums {
  const of = <Key extends keyof Required<PairSums>>(key: Key) =>
    results.draws.map((draw) => draw.approaches[approach]![key]);
  return {
    products: of('products'),
    crossProducts: of('crossProducts'),
    occupancyDifferenceSquares: of('occupancyDifferenceSquares'),
  };
}

/** Rows of differences: each approach against the reference, person by person on common random numbers. */
export function differenceRows(results: Results): DifferenceRow[] {
  const reference = results.approaches[0]!;
  return results.approaches.slice(1).flatMap((layout, i) => {
    const side = { results, approach: i + 1 };
    return results.groups.flatMap((subgroup, group) => {
      const place = {
        approach: layout.name,
        reference: reference.name,
        subgroup,
        persons: personsInAll(results, group),
      };
      const quantiles = timeQuantiles(results, i + 1, group, 0).map((row) => ({
        ...place,
        ...row,
        probabilityBetter: probabilityBetter(present(row.replicates), row.better),
        varianceRatio: Number.NaN,
      }));
      const sums = sumsWithReference(side);
      return [...quantiles, ...measureDifferences(side, { results, approach: 0 }, group, sums)];
    });
  });
}
