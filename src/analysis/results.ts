/** The results of a run as the analyses read them: draws in order, and what their arrays mean. */

import { type BuiltApproach, buildApproach, calendarYears } from '../domain/approach.js';
import { monthsSinceEpoch, yearOf } from '../domain/calendar.js';
import { centralScenario } from '../domain/draw.js';
import type { Measure } from '../domain/measures.js';
import {
  approachMeasures,
  measureKey,
  type OccupancyMeasure,
  occupancyMeasures,
} from '../domain/measures.js';
import { type DrawResult, groupNames, type Task } from '../simulation/task.js';

export type AnyMeasure = Measure | OccupancyMeasure;

/** One approach's structure: what its measures, states and rewards are. */
export interface ApproachLayout {
  readonly name: string;
  readonly built: BuiltApproach;
  readonly measures: readonly AnyMeasure[];
  readonly position: ReadonlyMap<string, number>;
  /** How many of the measures are of persons; the others are of occupancy. */
  readonly personMeasures: number;
}

/** A finished run of one scenario. */
export interface Results {
  readonly municipality: string;
  readonly task: Task;
  readonly draws: readonly DrawResult[];
  readonly approaches: readonly ApproachLayout[];
  readonly groups: readonly string[];
  readonly horizonMonths: number;
  /** Months from the epoch to the mean permit, at central values. */
  readonly meanPermitMonth: number;
  /** Calendar years that the costs are added up by. */
  readonly years: readonly number[];
}

/** Puts the draws of a task beside the layout of their arrays. Draws must be in order. */
export function assembleResults(task: Task, draws: readonly DrawResult[]): Results {
  const scenario = centralScenario(task.tree, task.posterior);
  const first = yearOf(scenario.cohort.first_permit);
  const approaches = task.approaches.map((name): ApproachLayout => {
    const built = buildApproach(scenario, name, task.norms);
    const persons = approachMeasures(scenario, built);
    const measures = [...persons, ...occupancyMeasures(scenario)];
    const position = new Map(measures.map((measure, i) => [measureKey(measure), i]));
    return { name, built, measures, position, personMeasures: persons.length };
  });
  return {
    municipality: scenario.name,
    task,
    draws,
    approaches,
    groups: groupNames(task),
    horizonMonths: scenario.horizon_years * 12,
    meanPermitMonth:
      monthsSinceEpoch(scenario.cohort.first_permit, first) + scenario.cohort.inflow_months / 2,
    years: calendarYears(scenario).map((month) => first + month / 12),
  };
}

/** Values of one measure of one approach in one group, by draw and replication. */
export function valuesOf(results: Results, approach: number, group: number, position: number): number[][] {
  const groups = results.groups.length;
  const total = results.approaches[approach]!.measures.length;
  return results.draws.map((draw) => {
    const { means } = draw.approaches[approach]!;
    return Array.from(
      { length: results.task.replications },
      (_, r) => means[(r * groups + group) * total + position]!,
    );
  });
}

/** The leaves of which a group consists (see `ApproachDraw`). */
export function leavesOf(results: Results, group: number): number[] {
  const leaves = Math.max(1, results.groups.length - 1);
  return group === 0 ? Array.from({ length: leaves }, (_, leaf) => leaf) : [group - 1];
}

/** Persons of a group in a draw, over all replications. */
export function personsOf(results: Results, draw: DrawResult, group: number): number {
  const groups = results.groups.length;
  return draw.groupSizes.reduce((sum, n, i) => (i % groups === group ? sum + n : sum), 0);
}

/**
 * Variance between persons of a quantity of which each leaf has the sum and, over its batches, the sum of the squared
 * batch sum over the batch's persons: within leaves by the batches, and between the leaves' means. NaN with fewer than
 * two batches in a leaf.
 */
export function varianceFromBatches(
  leaves: readonly { persons: number; batches: number; sum: number; squares: number }[],
): number {
  const filled = leaves.filter(({ persons }) => persons > 0);
  const total = filled.reduce((sum, leaf) => sum + leaf.persons, 0);
  const centre = filled.reduce((sum, leaf) => sum + leaf.sum, 0) / total;
  return filled.reduce((variance, { persons, batches, sum, squares }) => {
    const mean = sum / persons;
    const within = batches > 1 ? Math.max(0, squares - sum * mean) / (batches - 1) : Number.NaN;
    return variance + (persons / total) * (within + (mean - centre) ** 2);
  }, 0);
}

/** Mean number of persons of a group in one replication. */
export function personsPerReplication(results: Results, group: number): number {
  const groups = results.groups.length;
  let sum = 0;
  let count = 0;
  for (const { groupSizes } of results.draws) {
    for (let i = group; i < groupSizes.length; i += groups) {
      sum += groupSizes[i]!;
      count += 1;
    }
  }
  return sum / count;
}
