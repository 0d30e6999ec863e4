/**
 * Means of every measure at points: given values of some numbers, central values elsewhere. All points have the same persons with
 * the same random numbers, so that their outcomes differ by the values alone.
 */

import { cohortIdentity } from '../../domain/attributes/people.js';
import { scenarioWith } from '../../domain/parameters/draw.js';
import { posteriorValues } from '../../domain/parameters/posterior.js';
import type { Scenario } from '../../domain/schema/scenario.js';
import { deriveKey } from '../../engine/random/threefry.js';
import { cohortKey } from '../cohort/cohort-key.js';
import { outcomeArrays } from '../results/arrays.js';
import { shapesOf } from '../results/declared.js';
import { sizesOf } from '../results/layout.js';
import { HALVES } from '../results/leaves.js';
import { BLOCK_PERSONS, type BlockTally, Cohort, personsInBlock } from '../sweep/shared-lives.js';
import { referenceFirst, type Task } from '../task.js';

/** All that a worker needs to simulate any point of a scenario. */
export interface PointsTask extends Pick<Task, 'tree' | 'posterior' | 'norms' | 'key'> {
  /** Persons at every point. */
  readonly persons: number;
}

/** Values by path. */
export type PointValues = Readonly<Record<string, number>>;

/** By approach, the reference first, the mean of each measure over the persons, in the order of `ApproachLayout.measures`. */
export type PointMeans = readonly Float64Array[];

/** The scenario of a point, with the persons of the task. */
function scenarioOf({ tree, posterior, persons }: PointsTask, point: PointValues): Scenario {
  const central = posterior === undefined ? new Map<string, number>() : posteriorValues(posterior, undefined);
  const scenario = scenarioWith(tree, new Map([...central, ...Object.entries(point)]));
  return { ...scenario, cohort: { ...scenario.cohort, size: persons } };
}

/** Persons of all points, in one replication: half by half, block by block, as a sweep has them. */
function liveAll({ key, persons }: PointsTask, cohorts: readonly Cohort[], replication: number): void {
  const [r0, r1] = cohortKey({ key }, 0, replication);
  for (const cohort of cohorts) cohort.begin();
  for (let half = 0; half < HALVES; half++) {
    for (const cohort of cohorts) cohort.beginHalf();
    for (let first = half; first < persons; first += HALVES * BLOCK_PERSONS) {
      const keys = Array.from({ length: personsInBlock(persons, first) }, (_, at) =>
        deriveKey(r0, r1, first + HALVES * at, 0),
      );
      for (const cohort of cohorts) cohort.liveBlock(half, first, keys);
    }
  }
  for (const cohort of cohorts) cohort.end(0);
}

/** Sum of each measure of a tally over the persons of each half. */
function sumsOf({ tally }: BlockTally): Float64Array[] {
  const { totals } = shapesOf(outcomeArrays, sizesOf(tally.axes, 0));
  const sums = tally.result().totals;
  return Array.from({ length: HALVES }, (_, half) =>
    Float64Array.from({ length: totals.rowLength }, (_v, v) => sums[totals.at(half, v)]!),
  );
}

/** Lets the persons of a replication live at points; by point and approach what `read` makes of it. */
function liveAt<Read>(
  task: PointsTask,
  points: readonly PointValues[],
  replication: number,
  read: (tally: BlockTally) => Read,
): Read[][] {
  const cohorts = new Map<string, Cohort>();
  const counted = { norms: task.norms, draws: 1, replications: 1 };
  const names = referenceFirst(task.tree, Object.keys(task.tree.approaches));
  const tallies = points.map((point) => {
    const scenario = scenarioOf(task, point);
    const identity = cohortIdentity(scenario);
    const cohort = cohorts.get(identity) ?? new Cohort(scenario);
    cohorts.set(identity, cohort);
    return names.map((name) => cohort.tallyOf(scenario, name, counted));
  });
  liveAll(task, [...cohorts.values()], replication);
  const found = new Map<BlockTally, Read>();
  for (const tally of new Set(tallies.flat())) found.set(tally, read(tally));
  return tallies.map((ofPoint) => ofPoint.map((tally) => found.get(tally)!));
}

/**
 * Simulates points; the results are in their order. What two of them have in common is simulated once, as in a sweep. Means that are
 * of those concerned are not divided by their number.
 */
export function runPoints(task: PointsTask, points: readonly PointValues[]): PointMeans[] {
  return liveAt(task, points, 0, (tally) => {
    const halves = sumsOf(tally);
    return halves[0]!.map((_, v) => halves.reduce((sum, half) => sum + half[v]!, 0) / task.persons);
  });
}

/** Points on persons of their own. */
export interface PointGroup {
  readonly points: readonly PointValues[];
  /** Addresses the persons: groups with the same replication have the same ones. */
  readonly replication: number;
}

/** What is read of every point: places of measures by approach, and of what each is divided by, if it is of those concerned. */
export interface Places {
  readonly measure: readonly number[];
  readonly over?: readonly number[];
}

/**
 * Simulates points and hands back one measure: by point, then by approach, then its mean over the persons of each half, who are
 * independent of those of the other.
 */
export function runMeasure(
  task: PointsTask,
  { points, replication }: PointGroup,
  places: Places,
): Float64Array {
  const sums = liveAt(task, points, replication, sumsOf);
  const means = sums.flatMap((ofPoint) =>
    ofPoint.flatMap((halves, approach) =>
      halves.map((half, h) => {
        const persons = Math.ceil((task.persons - h) / HALVES);
        return (
          half[places.measure[approach]!]! /
          (places.over === undefined ? persons : half[places.over[approach]!]!)
        );
      }),
    ),
  );
  return Float64Array.from(means);
}
