/** The results of a run as the analyses read them: draws in order, and what their arrays mean. */

import { type BuiltApproach, buildApproach, calendarYears } from '../domain/approach.js';
import { yearOf } from '../domain/calendar.js';
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
  /** Calendar years that the costs are added up by. */
  readonly years: readonly number[];
}

/** Puts the draws of a task beside the layout of their arrays. Draws must be in order. */
export function assembleResults(task: Task, draws: readonly DrawResult[]): Results {
  const scenario = centralScenario(task.tree);
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
