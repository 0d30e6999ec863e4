/**
 * Runs one parameter draw of several points of a sweep at once. Persons are addressed as in a run of one scenario, so
 * every point meets the same luck. What two points have in common is lived once: an approach whose model is the same at
 * both, among the same persons, gives the same lives.
 */

import { buildApproach } from '../../domain/approach.js';
import type { Attributes } from '../../domain/attributes/person.js';
import { attributeSampler, cohortIdentity, emptyAttributes, peopleOf } from '../../domain/people.js';
import type { Scenario } from '../../domain/schema.js';
import { deriveKey } from '../../engine/random/threefry.js';
import { referenceFirst } from '../cohort/draw-run.js';
import { counterpartsOf } from '../cohort/person-sums.js';
import { ApproachTally } from '../cohort/tally.js';
import { layoutHash } from '../results/layout.js';
import type { Key } from '../seed.js';
import {
  type ApproachDraw,
  cohortKey,
  type DrawResult,
  HALVES,
  halfOf,
  keptOf,
  noPaths,
  scenarioOfDraw,
  type Task,
} from '../task.js';

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
   * By approach, in the order of the result: sums over all persons of a half of each measure of persons times the same measure
   * at the base under the approach of the same name. NaN where the base has no such approach or another number of persons.
   */
  readonly withBase: readonly Float64Array[];
}

/**
 * Persons that live under one approach before the next approach has its turn. One by one, the approaches would drive
 * each other's arrays out of the cache: half the speed and less with a dozen of them.
 */
const BLOCK_PERSONS = 256;

/** Persons of a cohort in the block of every other person from `first` on. */
function countOf(size: number, first: number): number {
  return Math.max(0, Math.min(BLOCK_PERSONS, Math.ceil((size - first) / HALVES)));
}

/** Persons of a cohort in each half, in one replication; the first of a half is person `halfOf(replication, half)`. */
function halvesOf(size: number, replication: number): Float64Array {
  return Float64Array.from({ length: HALVES }, (_, half) =>
    Math.ceil((size - halfOf(replication, half)) / HALVES),
  );
}

/** Persons of a cohort in each half, over replications. */
function personsOfHalves(size: number, replications: number): Float64Array {
  const persons = new Float64Array(HALVES);
  for (let r = 0; r < replications; r++) {
    const sizes = halvesOf(size, r);
    for (let half = 0; half < HALVES; half++) persons[half]! += sizes[half]!;
  }
  return persons;
}

/** A tally with the measures of the persons of the running block. */
class BlockTally {
  private readonly width: number;
  private readonly values: Float64Array;

  constructor(readonly tally: ApproachTally) {
    this.width = tally.measures.length;
    this.values = new Float64Array(BLOCK_PERSONS * this.width);
  }

  live(attributes: Attributes, key: Key, half: number, at: number): void {
    this.tally.live(attributes, key[0], key[1], half);
    this.values.set(this.tally.values, at * this.width);
  }

  /** A measure of the person at a place in the block. */
  valueOf(at: number, measure: number): number {
    return this.values[at * this.width + measure]!;
  }
}

/** Persons of one kind of cohort, with the approaches under which they live. */
class Cohort {
  readonly size: number;
  private readonly tallies = new Map<string, BlockTally>();
  private readonly attributes: readonly Attributes[];
  private readonly drawAttributes: ReturnType<typeof attributeSampler>;

  constructor(scenario: Scenario) {
    this.size = Math.max(1, Math.round(scenario.cohort.size));
    const people = peopleOf(scenario);
    this.attributes = Array.from({ length: BLOCK_PERSONS }, () => emptyAttributes(people));
    this.drawAttributes = attributeSampler(scenario);
  }

  /** The tally of an approach; that of an earlier point whose lives are the same. */
  tallyOf(scenario: Scenario, name: string, task: SweepTask): BlockTally {
    const identity = buildApproach(scenario, name, task.norms).identity();
    const known = this.tallies.get(identity);
    if (known !== undefined) return known;
    const tally = new BlockTally(
      new ApproachTally(scenario, name, task, { first: 0, count: task.replications }, 1, HALVES, 1),
    );
    this.tallies.set(identity, tally);
    return tally;
  }

  begin(): void {
    // The leaf is never closed: that adds up occupancy by month, which a sweep does not keep.
    for (const { tally } of this.tallies.values()) tally.beginReplication();
  }

  /** Opens the persons of a half. */
  beginHalf(): void {
    for (const { tally } of this.tallies.values()) tally.beginLeaf();
  }

  /** Lives the persons of a block, as far as the cohort has them. @param keys of every other person from `first` on */
  liveBlock(half: number, first: number, keys: readonly Key[]): void {
    const count = countOf(this.size, first);
    for (let at = 0; at < count; at++) this.drawAttributes(this.attributes[at]!, ...keys[at]!);
    for (const tally of this.tallies.values()) {
      tally.tally.beginBatch();
      for (let at = 0; at < count; at++) tally.live(this.attributes[at]!, keys[at]!, half, at);
      if (count > 0) tally.tally.endBatch(half, 0, count);
    }
  }

  end(replication: number): void {
    const sizes = halvesOf(this.size, replication);
    for (const { tally } of this.tallies.values()) tally.endReplication(replication, sizes);
  }
}

/** Sums of products of the measures of two tallies over the persons of cohorts of the same size, by half. */
class Pairing {
  readonly products: Float64Array;
  private readonly counterpart: Int32Array;

  constructor(
    private readonly left: BlockTally,
    private readonly right: BlockTally,
    private readonly size: number,
  ) {
    const { measures } = left.tally;
    this.counterpart = counterpartsOf(measures, right.tally.measures);
    this.products = new Float64Array(HALVES * measures.length);
  }

  /** Adds the persons of a half that both have just lived, in their order. */
  addBlock(half: number, first: number): void {
    const base = half * this.counterpart.length;
    const count = countOf(this.size, first);
    for (let at = 0; at < count; at++) {
      for (let v = 0; v < this.counterpart.length; v++) {
        const other = this.counterpart[v]!;
        if (other >= 0) this.products[base + v]! += this.left.valueOf(at, v) * this.right.valueOf(at, other);
      }
    }
  }
}

/** A point while it is run. */
interface PointInRun {
  readonly cohort: Cohort;
  readonly names: readonly string[];
  readonly tallies: readonly BlockTally[];
}

/** The pairings of a draw, each made once. */
class Pairings {
  readonly all: Pairing[] = [];
  private readonly known = new Map<BlockTally, Map<BlockTally, Pairing>>();

  pair(left: BlockTally, right: BlockTally, size: number): Pairing {
    const of = this.known.get(left) ?? new Map<BlockTally, Pairing>();
    this.known.set(left, of);
    const known = of.get(right);
    if (known !== undefined) return known;
    const pairing = new Pairing(left, right, size);
    of.set(right, pairing);
    this.all.push(pairing);
    return pairing;
  }
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

const none = new Float64Array(0);

/** What is kept of a tally: the values by replication, and the sums over persons. */
function reduce({ tally }: BlockTally, products: Float64Array): ApproachDraw {
  const { means, totals, squares } = tally.result();
  return {
    ...noPaths,
    means,
    totals,
    squares,
    products,
    crossProducts: none,
    occupancyDifferenceSquares: none,
  };
}

/** Lives all replications of all cohorts, block by block. */
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
        const keys = Array.from({ length: countOf(largest, first) }, (_, at) =>
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
        layout: layoutHash(
          ['all'],
          names.map((name, a) => [name, tallies[a]!.tally.layout]),
        ),
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
          withBase[p]![a]?.products ?? new Float64Array(HALVES * measures.length).fill(Number.NaN),
      ),
    };
  });
}
