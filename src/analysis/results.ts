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
import type { Scenario } from '../domain/schema.js';
import { approachLayout, checkLayout, layoutHash } from '../simulation/layout.js';
import { type ApproachDraw, type DrawResult, groupNames, noPaths, type Task } from '../simulation/task.js';
import type { DrawValues, NestedValues } from './nested.js';

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

function layoutOf(scenario: Scenario, name: string, task: Task): ApproachLayout {
  const built = buildApproach(scenario, name, task.norms);
  const persons = approachMeasures(scenario, built);
  const measures = [...persons, ...occupancyMeasures(scenario)];
  const position = new Map(measures.map((measure, i) => [measureKey(measure), i]));
  return { name, built, measures, position, personMeasures: persons.length };
}

/** Hash of what the arrays of a task's results must be laid out by. */
function expectedLayout(task: Task, scenario: Scenario, approaches: readonly ApproachLayout[]): string {
  return layoutHash(
    groupNames(task),
    approaches.map(({ name, built, measures, personMeasures }) => [
      name,
      approachLayout(scenario, built, measures.slice(0, personMeasures)),
    ]),
  );
}

/**
 * Puts the draws of a task beside the layout of their arrays. Draws must be in order.
 *
 * @throws LayoutMismatch where a draw's arrays are laid out otherwise
 */
export function assembleResults(task: Task, draws: readonly DrawResult[]): Results {
  const scenario = centralScenario(task.tree, task.posterior);
  const first = yearOf(scenario.cohort.first_permit);
  const approaches = task.approaches.map((name) => layoutOf(scenario, name, task));
  const layout = expectedLayout(task, scenario, approaches);
  for (const draw of draws) checkLayout(layout, draw);
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

/** The results as far as outcomes go: without times, curves and costs by year, which take most of their memory. */
export function withoutPaths(results: Results): Results {
  const draws = results.draws.map((draw) => ({
    ...draw,
    approaches: draw.approaches.map((own) => ({ ...own, ...noPaths })),
    persons: [],
  }));
  return { ...results, draws };
}

/** Where the means of a measure stand. */
interface Place {
  readonly groups: number;
  readonly group: number;
  readonly total: number;
  readonly position: number;
}

/** Means over the persons of a group, by kept replication. */
function keptMeans({ means }: ApproachDraw, { kept }: DrawResult, place: Place): number[] {
  const { groups, group, total, position } = place;
  const own = new Array<number>(kept);
  for (let r = 0; r < kept; r++) own[r] = means[(r * groups + group) * total + position]!;
  return own;
}

/**
 * Outcomes of one measure of one approach in one group, by draw and replication: its mean over the persons; of a measure
 * of those concerned its mean over theirs.
 */
export function outcomesOf(
  results: Results,
  approach: number,
  group: number,
  position: number,
): NestedValues {
  const layout = results.approaches[approach]!;
  const total = layout.measures.length;
  const place = { groups: results.groups.length, group, total, position };
  const measure = layout.measures[position]!;
  const over = 'over' in measure && measure.over !== undefined ? layout.position.get(measure.over)! : -1;
  return results.draws.map((draw): DrawValues => {
    const own = draw.approaches[approach]!;
    const means = keptMeans(own, draw, place);
    const concerned = over < 0 ? [] : keptMeans(own, draw, { ...place, position: over });
    const kept =
      over < 0 ? means : means.map((value, r) => (concerned[r]! > 0 ? value / concerned[r]! : Number.NaN));
    const at = 2 * (group * total + position);
    return { kept, restSum: own.rest[at]!, restCount: own.rest[at + 1]! };
  });
}

/** Mean of a measure over all persons of a group in a draw. */
export function groupMean(
  results: Results,
  approach: number,
  draw: DrawResult,
  group: number,
  position: number,
): number {
  const total = results.approaches[approach]!.measures.length;
  return draw.approaches[approach]!.totals[group * total + position]! / personsOf(draw, group);
}

/** The leaves of which a group consists (see `ApproachDraw`). */
export function leavesOf(results: Results, group: number): number[] {
  const leaves = Math.max(1, results.groups.length - 1);
  return group === 0 ? Array.from({ length: leaves }, (_, leaf) => leaf) : [group - 1];
}

/** Persons of a group in a draw, over all replications. */
export function personsOf(draw: DrawResult, group: number): number {
  return draw.groupPersons[group]!;
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

/** Persons of a group over all draws and replications. */
export function personsInAll(results: Results, group: number): number {
  return results.draws.reduce((sum, draw) => sum + personsOf(draw, group), 0);
}

/** Mean number of persons of a group in one replication. */
export function personsPerReplication(results: Results, group: number): number {
  return (
    personsInAll(results, group) / results.draws.reduce((sum, { replications }) => sum + replications, 0)
  );
}
