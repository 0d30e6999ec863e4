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

/** Covariance between persons of a measure and its counterpart under the reference, averaged over the draws. */
function personCovariance(results: Results, approach: number, position: number, counterpart: number): number {
  return mean(
    results.draws.map((draw) => {
      const n = draw.size * results.task.replications;
      const product = wholeMean(results, draw, approach, position) * wholeMean(results, draw, 0, counterpart);
      return draw.approaches[approach]!.products[position]! / n - product;
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

/** Rows of estimates of every approach, subgroup and measure. */
export function estimateRows(results: Results): EstimateRow[] {
  const { replications } = results.task;
  return results.approaches.flatMap((layout, a) =>
    results.groups.flatMap((subgroup, g) => {
      const persons = personsPerReplication(results, g);
      const total = Math.round(persons * replications * results.draws.length);
      const place = { approach: layout.name, subgroup, persons: total };
      const rows = layout.measures.flatMap((measure, position): EstimateRow[] => {
        const ofPersons = isOfPersons(layout, position);
        if (g > 0 && !ofPersons) return [];
        const values = outcome(results, a, g, measure, position);
        const spread = ofPersons ? personVariance(results, a, position) : binomialVariance(values);
        const estimate = estimateNested(values, spread, persons);
        return [{ ...place, measure: measure.name, month: measure.month, unit: measure.unit, ...estimate }];
      });
      return [...timeQuantiles(results, a, g).map((row) => ({ ...place, ...row })), ...rows];
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

/** Rows of differences: each approach against the reference, person by person on common random numbers. */
export function differenceRows(results: Results): DifferenceRow[] {
  const reference = results.approaches[0]!;
  const { replications } = results.task;
  return results.approaches.slice(1).flatMap((layout, i) => {
    const a = i + 1;
    return results.groups.flatMap((subgroup, g) => {
      const persons = personsPerReplication(results, g);
      const place = {
        approach: layout.name,
        reference: reference.name,
        subgroup,
        persons: Math.round(persons * replications * results.draws.length),
      };
      const rows = layout.measures.flatMap((measure, position): DifferenceRow[] => {
        const counterpart = reference.position.get(measureKey(measure));
        const ofPersons = isOfPersons(layout, position);
        if (counterpart === undefined || (g > 0 && !ofPersons)) return [];
        const values = subtract(
          outcome(results, a, g, measure, position),
          outcome(results, 0, g, reference.measures[counterpart]!, counterpart),
        );
        const separate = ofPersons
          ? personVariance(results, a, position) + personVariance(results, 0, counterpart)
          : Number.NaN;
        const paired = ofPersons
          ? separate - 2 * personCovariance(results, a, position, counterpart)
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
      const quantiles = timeQuantiles(results, a, g, 0).map((row) => ({
        ...place,
        ...row,
        probabilityBetter: probabilityBetter(present(row.replicates), 'less'),
        varianceRatio: Number.NaN,
      }));
      return [...quantiles, ...rows];
    });
  });
}
