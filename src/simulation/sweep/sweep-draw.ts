/**
 * Runs one parameter draw of several points of a sweep at once. Persons are addressed as in a run of one scenario, so every point
 * uses the same random numbers. What two points share is simulated once: an approach with the same model and the same persons at
 * both gives the same lives.
 */

import { cohortIdentity } from '../../domain/attributes/people.js';
import { deriveKey } from '../../engine/random/threefry.js';
import { cohortKey } from '../cohort/cohort-key.js';
import { keptOf } from '../cohort/units.js';
import { type ApproachDraw, approachArrays } from '../results/arrays.js';
import { nothing } from '../results/declared.js';
import type { DrawResult } from '../results/draw-result.js';
import { layoutOf } from '../results/layout.js';
import { HALVES, halfOf } from '../results/leaves.js';
import { referenceFirst, scenarioOfDraw, type Task } from '../task.js';
import { type Pairing, Pairings, productsShape } from './pairing.js';
import { BLOCK_PERSONS, type BlockTally, Cohort, personsInBlock, personsOfHalves } from './shared-lives.js';

/** All that a worker needs to run any parameter draw of some points of a sweep. */
export interface SweepTask extends Pick<Task, 'norms' | 'key' | 'draws' | 'replications'> {
  /** The scenarios of the points; the base first. */
  readonly scenarios: readonly Pick<Task, 'tree' | 'posterior'>[];
}

/** One parameter draw at one point. */
export interface PointDraw {
  /** What `runUnit` gives for the point alone, without times, curves and years. */
  readonly result: DrawResult;
  /**
   * By approach, in the order of the result, laid out like its products: sums over all persons of a half of each measure of
   * persons times the same measure at the base under the approach of the same name. NaN where the base has no such approach or another number of persons.
   */
  readonly withBase: readonly Float64Array[];
}

/** A point during the simulation. */
interface PointInRun {
  readonly cohort: Cohort;
  readonly names: readonly string[];
  readonly tallies: readonly BlockTally[];
}

function meetPoint(
  scenarioAtPoint: Pick<Task, 'tree' | 'posterior'>,
  task: SweepTask,
  draw: number,
  cohorts: Map<string, Cohort>,
): PointInRun {
  const { tree } = scenarioAtPoint;
  const scenario = scenarioOfDraw({ ...task, ...scenarioAtPoint }, draw);
  const identity = cohortIdentity(scenario);
  const cohort = cohorts.get(identity) ?? new Cohort(scenario);
  cohorts.set(identity, cohort);
  const names = referenceFirst(tree, Object.keys(tree.approaches));
  return { cohort, names, tallies: names.map((name) => cohort.tallyOf(scenario, name, task)) };
}

function pairWithBase(point: PointInRun, base: PointInRun, pairings: Pairings): (Pairing | undefined)[] {
  return point.names.map((name, a) => {
    const other = base.tallies[base.names.indexOf(name)];
    const comparable = other !== undefined && point.cohort.size === base.cohort.size;
    return comparable ? pairings.pair(point.tallies[a]!, other, point.cohort.size) : undefined;
  });
}

const notKept = nothing(approachArrays);

/** What is kept of a tally: the values by replication, and the sums over persons. */
function reduce({ tally }: BlockTally, products: Float64Array): ApproachDraw {
  const { means, totals, squares } = tally.result();
  return { ...notKept, means, totals, squares, products };
}

/** Simulates all replications of all cohorts, block by block. */
function liveAll(
  task: SweepTask,
  draw: number,
  cohorts: readonly Cohort[],
  pairings: readonly Pairing[],
): void {
  const largest = Math.max(...cohorts.map(({ size }) => size));
  for (let r = 0; r < task.replications; r++) {
    const [r0, r1] = cohortKey(task, draw, r);
    for (const cohort of cohorts) cohort.begin();
    for (let half = 0; half < HALVES; half++) {
      for (const cohort of cohorts) cohort.beginHalf();
      for (let first = halfOf(r, half); first < largest; first += HALVES * BLOCK_PERSONS) {
        const keys = Array.from({ length: personsInBlock(largest, first) }, (_, at) =>
          deriveKey(r0, r1, first + HALVES * at, 0),
        );
        for (const cohort of cohorts) cohort.liveBlock(half, first, keys);
        for (const pairing of pairings) pairing.addBlock(half, first);
      }
    }
    for (const cohort of cohorts) cohort.end(r);
  }
}

/** Runs parameter draw number `draw` at every point; the results are in the order of the points. */
export function runSweepDraw(task: SweepTask, draw: number): PointDraw[] {
  const cohorts = new Map<string, Cohort>();
  const pairings = new Pairings();
  const points = task.scenarios.map((each) => meetPoint(each, task, draw, cohorts));
  const withReference = points.map(({ cohort, tallies }) =>
    tallies.map((tally) => pairings.pair(tally, tallies[0]!, cohort.size)),
  );
  const withBase = points.map((point) => pairWithBase(point, points[0]!, pairings));
  liveAll(task, draw, [...cohorts.values()], pairings.all);
  return points.map(({ cohort, names, tallies }, p): PointDraw => {
    const { size } = cohort;
    return {
      result: {
        draw,
        layout: layoutOf(names.map((name, a) => [name, tallies[a]!.tally.axes])),
        size,
        leafPersons: personsOfHalves(size, task.replications),
        replications: task.replications,
        kept: keptOf(task, { first: 0, count: task.replications }),
        // Nothing is kept by batch.
        batches: new Float64Array(HALVES),
        approaches: tallies.map((tally, a) => reduce(tally, withReference[p]![a]!.products)),
        persons: [],
      },
      withBase: tallies.map(
        ({ tally: { measures } }, a) =>
          withBase[p]![a]?.products ??
          new Float64Array(productsShape(measures.length).length).fill(Number.NaN),
      ),
    };
  });
}
