/** Simulates the persons of a cohort under several approaches, block by block, so that points of a sweep can share them. */

import { buildApproach } from '../../domain/approach.js';
import { attributeSampler, emptyAttributes, peopleOf } from '../../domain/attributes/people.js';
import type { Attributes } from '../../domain/attributes/person.js';
import type { Scenario } from '../../domain/schema/scenario.js';
import { ApproachTally } from '../cohort/tally.js';
import { groupNames, HALVES, halfOf } from '../results/leaves.js';
import { type Shape, shapeOf } from '../results/shape.js';
import type { Key } from '../seed.js';
import type { Task } from '../task.js';

/**
 * Persons simulated under one approach before the next approach has its turn. Switching after every person would push the arrays
 * of the approaches out of the cache: with a dozen approaches that is less than half as fast.
 */
export const BLOCK_PERSONS = 256;

/** Persons in a block that takes every other person of a cohort, starting at `first`. */
export function personsInBlock(size: number, first: number): number {
  return Math.max(0, Math.min(BLOCK_PERSONS, Math.ceil((size - first) / HALVES)));
}

/** Persons of a cohort in each half, in one replication; the first of a half is person `halfOf(replication, half)`. */
function halvesOf(size: number, replication: number): Float64Array {
  return Float64Array.from({ length: HALVES }, (_, half) =>
    Math.ceil((size - halfOf(replication, half)) / HALVES),
  );
}

/** Persons of a cohort in each half, over replications. */
export function personsOfHalves(size: number, replications: number): Float64Array {
  const persons = new Float64Array(HALVES);
  for (let r = 0; r < replications; r++) {
    const sizes = halvesOf(size, r);
    for (let half = 0; half < HALVES; half++) persons[half]! += sizes[half]!;
  }
  return persons;
}

/** Groups of a sweep: all persons. */
const GROUPS = groupNames({});

/** A tally, with the measures of the persons of the current block. */
export class BlockTally {
  private readonly shape: Shape<readonly ['person', 'measure']>;
  private readonly values: Float64Array;

  constructor(readonly tally: ApproachTally) {
    const sizes = { person: BLOCK_PERSONS, measure: tally.measures.length };
    this.shape = shapeOf(['person', 'measure'], sizes);
    this.values = new Float64Array(this.shape.length);
  }

  live(attributes: Attributes, key: Key, half: number, at: number): void {
    this.tally.live(attributes, key[0], key[1], half);
    this.values.set(this.tally.values, this.shape.rowAt(at));
  }

  /** A measure of the person at a place in the block. */
  valueOf(at: number, measure: number): number {
    return this.values[this.shape.at(at, measure)]!;
  }
}

/** The persons of one kind of cohort, with the approaches they are simulated under. */
export class Cohort {
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

  /** The tally of an approach, shared with an earlier point where the lives are identical. */
  tallyOf(
    scenario: Scenario,
    name: string,
    task: Pick<Task, 'norms' | 'draws' | 'replications'>,
  ): BlockTally {
    const built = buildApproach(scenario, name, task.norms);
    const identity = built.identity();
    const known = this.tallies.get(identity);
    if (known !== undefined) return known;
    const tally = new BlockTally(
      new ApproachTally(scenario, built, task, { first: 0, count: task.replications }, GROUPS, 1),
    );
    this.tallies.set(identity, tally);
    return tally;
  }

  begin(): void {
    // Leaves are never closed: closing one adds up occupancy by month, which a sweep does not keep.
    for (const { tally } of this.tallies.values()) tally.beginReplication();
  }

  /** Starts a half of the cohort. */
  beginHalf(): void {
    for (const { tally } of this.tallies.values()) tally.beginLeaf();
  }

  /** Simulates the persons of a block, as far as the cohort has them. @param keys of every other person from `first` on */
  liveBlock(half: number, first: number, keys: readonly Key[]): void {
    const count = personsInBlock(this.size, first);
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
