/** The results of a run as the analyses use them: draws in order, and the meaning of their arrays. */

import { type BuiltApproach, buildApproach, calendarYears } from '../domain/approach.js';
import type { PersonMeasure } from '../domain/measures/measures.js';
import {
  approachMeasures,
  measureKey,
  type OccupancyMeasure,
  occupancyMeasures,
} from '../domain/measures/measures.js';
import { centralScenario } from '../domain/parameters/draw.js';
import type { Scenario } from '../domain/schema/scenario.js';
import { monthsSinceEpoch, yearOf } from '../domain/time/calendar.js';
import type { ApproachShapes } from '../simulation/results/arrays.js';
import type { DrawResult } from '../simulation/results/draw-result.js';
import { type Axes, approachShapes, axesOf, checkArrays } from '../simulation/results/layout.js';
import { batchPlaces, groupNames, HALVES, halfOfLeaf, leavesOfGroup } from '../simulation/results/leaves.js';
import type { Task } from '../simulation/task.js';
import type { NestedValues } from './nested.js';
import { type PosteriorRows, posteriorRowsOf } from './posterior-rows.js';
import { placeOfHalf, type Sums } from './uncertainty.js';

export type AnyMeasure = PersonMeasure | OccupancyMeasure;

/** One approach's structure: what its measures, states and rewards are. */
export interface ApproachLayout {
  readonly name: string;
  readonly built: BuiltApproach;
  readonly measures: readonly AnyMeasure[];
  readonly position: ReadonlyMap<string, number>;
  /** Number of measures of persons; the others are of occupancy. */
  readonly personMeasures: number;
  /** The axes and shapes of its arrays. */
  readonly axes: Axes;
  readonly shapes: ApproachShapes;
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
  /** Calendar years for which costs are added up. */
  readonly years: readonly number[];
  /** The posterior's rows by draw, where there are enough draws to estimate their effect. */
  readonly rows: PosteriorRows | undefined;
}

function layoutOf(scenario: Scenario, name: string, task: Task, groups: readonly string[]): ApproachLayout {
  const built = buildApproach(scenario, name, task.norms);
  const persons = approachMeasures(scenario, built);
  const occupancy = occupancyMeasures(scenario);
  const measures = [...persons, ...occupancy];
  const position = new Map(measures.map((measure, i) => [measureKey(measure), i]));
  const axes = axesOf(built, persons, occupancy, groups);
  const shapes = approachShapes(axes);
  return { name, built, measures, position, personMeasures: persons.length, axes, shapes };
}

/**
 * Combines the draws of a task with the layout of their arrays. Draws must be in order.
 *
 * @throws LayoutMismatch where a draw's arrays have another layout
 */
export function assembleResults(task: Task, draws: readonly DrawResult[]): Results {
  const scenario = centralScenario(task.tree, task.posterior);
  const first = yearOf(scenario.cohort.first_permit);
  const groups = groupNames(task);
  const approaches = task.approaches.map((name) => layoutOf(scenario, name, task, groups));
  checkArrays(
    approaches.map(({ name, axes }) => [name, axes]),
    draws,
  );
  return {
    municipality: scenario.name,
    rows: draws.length === task.draws ? posteriorRowsOf(task) : undefined,
    task,
    draws,
    approaches,
    groups,
    horizonMonths: scenario.horizon_years * 12,
    meanPermitMonth:
      monthsSinceEpoch(scenario.cohort.first_permit, first) + scenario.cohort.inflow_months / 2,
    years: calendarYears(scenario).map((month) => first + month / 12),
  };
}

/** For a mean over only some persons, the position of the measure that counts them; -1 for a mean over all persons. */
function concernedOf({ measures, position }: ApproachLayout, at: number): number {
  const measure = measures[at]!;
  return 'over' in measure && measure.over !== undefined ? position.get(measure.over)! : -1;
}

/**
 * Outcomes of one measure of one approach in one group, in the replications that are kept separately, by draw: the mean over the
 * persons that the measure is over. NaN where there are none.
 */
export function outcomesOf(
  results: Results,
  approach: number,
  group: number,
  position: number,
): NestedValues {
  const layout = results.approaches[approach]!;
  const over = concernedOf(layout, position);
  return results.draws.map(({ approaches, kept }) => {
    const { means } = approaches[approach]!;
    const shape = layout.shapes.means;
    return Array.from({ length: kept }, (_, r) => {
      const mean = means[shape.at(r, group, position)]!;
      if (over < 0) return mean;
      const concerned = means[shape.at(r, group, over)]!;
      return concerned > 0 ? mean / concerned : Number.NaN;
    });
  });
}

/** Adds up values by leaf to the halves of a group. */
export function addLeaves(
  into: Float64Array,
  draw: number,
  leaves: readonly number[],
  sumIn: (leaf: number) => number,
): void {
  for (const leaf of leaves) into[placeOfHalf(draw, halfOfLeaf(leaf))]! += sumIn(leaf);
}

/** Sums of each draw, by half of a group. */
function sumsByHalf(
  results: Results,
  group: number,
  valuesOf: (draw: DrawResult) => (leaf: number) => number,
): Float64Array {
  const sums = new Float64Array(results.draws.length * HALVES);
  const leaves = leavesOf(results, group);
  results.draws.forEach((draw, d) => {
    addLeaves(sums, d, leaves, valuesOf(draw));
  });
  return sums;
}

/** Persons of a group, over all replications, by draw and half. */
export function personsByHalf(results: Results, group: number): Float64Array {
  return sumsByHalf(
    results,
    group,
    ({ leafPersons }) =>
      (leaf) =>
        leafPersons[leaf]!,
  );
}

/** Sums of a measure over all persons of a group, and of the number of persons that the mean is over, by draw and half. */
export function sumsOf(results: Results, approach: number, group: number, position: number): Sums {
  const layout = results.approaches[approach]!;
  const over = concernedOf(layout, position);
  const totalsAt = (at: number) =>
    sumsByHalf(results, group, ({ approaches }) => {
      const { totals } = approaches[approach]!;
      return (leaf) => totals[layout.shapes.totals.at(leaf, at)]!;
    });
  const of = over < 0 ? personsByHalf(results, group) : totalsAt(over);
  return { counted: totalsAt(position), of, rows: results.rows };
}

/** Mean of a measure over all persons of a group in a draw. */
export function groupMean(
  results: Results,
  approach: number,
  draw: DrawResult,
  group: number,
  position: number,
): number {
  const shape = results.approaches[approach]!.shapes.totals;
  const { totals } = draw.approaches[approach]!;
  const sum = leavesOf(results, group).reduce((all, leaf) => all + totals[shape.at(leaf, position)]!, 0);
  return sum / personsOf(results, draw, group);
}

/** The leaves of which a group consists. */
export function leavesOf(results: Results, group: number): number[] {
  return leavesOfGroup(results.groups.length, group);
}

/** The places where the batches of each half of a group are counted, and the leaves of that half. */
export function batchesOf(
  results: Results,
  group: number,
): { readonly place: number; readonly leaves: readonly number[] }[] {
  const leaves = leavesOf(results, group);
  return batchPlaces(results.groups.length, group).map((place, half) => ({
    place,
    leaves: leaves.filter((leaf) => halfOfLeaf(leaf) === half),
  }));
}

/** Persons of a group in a draw, over all replications. */
export function personsOf(results: Results, draw: DrawResult, group: number): number {
  return leavesOf(results, group).reduce((persons, leaf) => persons + draw.leafPersons[leaf]!, 0);
}

/**
 * Variance between persons of a quantity of which each half has the sum and, over its batches, the sum of the squared batch sum over the
 * batch's persons: the mean square between all batches, which is unbiased since persons are independent. NaN for fewer than two batches.
 */
export function varianceFromBatches(
  halves: readonly { persons: number; batches: number; sum: number; squares: number }[],
): number {
  const total = (of: 'persons' | 'batches' | 'sum' | 'squares') =>
    halves.reduce((sum, half) => sum + half[of], 0);
  const batches = total('batches');
  if (!(batches > 1)) return Number.NaN;
  return Math.max(0, total('squares') - total('sum') ** 2 / total('persons')) / (batches - 1);
}

/** Persons of a group over all draws and replications. */
export function personsInAll(results: Results, group: number): number {
  return results.draws.reduce((sum, draw) => sum + personsOf(results, draw, group), 0);
}

/** Mean number of persons of a group in one replication. */
export function personsPerReplication(results: Results, group: number): number {
  return (
    personsInAll(results, group) / results.draws.reduce((sum, { replications }) => sum + replications, 0)
  );
}
