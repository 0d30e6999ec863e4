/** Estimates of every measure, and differences between each approach and the reference. */

import { measureKey } from '../domain/measures.js';
import { type Estimate, estimateNested, type NestedValues } from './nested.js';
import { differenceVariances, outcomeVariance } from './person-variance.js';
import { type AnyMeasure, personsPerReplication, type Results, valuesOf } from './results.js';
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

/** Rows of estimates of every approach, subgroup and measure. */
export function estimateRows(results: Results): EstimateRow[] {
  const { replications } = results.task;
  return results.approaches.flatMap((layout, a) =>
    results.groups.flatMap((subgroup, g) => {
      const persons = personsPerReplication(results, g);
      const total = Math.round(persons * replications * results.draws.length);
      const place = { approach: layout.name, subgroup, persons: total };
      const rows = layout.measures.map((measure, position): EstimateRow => {
        const values = outcome(results, a, g, measure, position);
        const spread = outcomeVariance(results, a, g, measure, position, values);
        const estimate = estimateNested(values, spread, persons);
        return { ...place, measure: measure.name, month: measure.month, unit: measure.unit, ...estimate };
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
        if (counterpart === undefined) return [];
        const own = outcome(results, a, g, measure, position);
        const other = outcome(results, 0, g, reference.measures[counterpart]!, counterpart);
        const pair = { position, counterpart, own, other };
        const { separate, paired } = differenceVariances(results, a, g, measure, pair);
        const estimate = estimateNested(subtract(own, other), paired, persons);
        return [
          {
            ...place,
            measure: measure.name,
            month: measure.month,
            unit: measure.unit,
            ...estimate,
            probabilityBetter: probabilityBetter(present(subtract(own, other).flat()), measure.better),
            varianceRatio: paired > 0 ? separate / paired : Number.NaN,
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
