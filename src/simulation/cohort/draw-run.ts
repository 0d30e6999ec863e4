/** Runs units of a scenario: replications of a parameter draw, every approach on the same persons. */

import type { Attributes } from '../../domain/attributes/person.js';
import { attributeSampler, emptyAttributes, peopleOf } from '../../domain/people.js';
import type { Scenario } from '../../domain/schema.js';
import { deriveKey } from '../../engine/random/threefry.js';
import { layoutHash } from '../results/layout.js';
import {
  batchPlaces,
  cohortKey,
  type DrawResult,
  groupNames,
  HALVES,
  halfOf,
  keptOf,
  leafCount,
  leafOf,
  type PersonRow,
  scenarioOfDraw,
  type Task,
  type Unit,
} from '../task.js';
import { ApproachTally } from './tally.js';

/** Writes down what is asked for of every person. */
function personRow(
  tally: ApproachTally,
  approach: number,
  replication: number,
  person: number,
  attributes: Attributes,
): PersonRow {
  return {
    approach,
    replication,
    person,
    attributes: [...attributes.codes, attributes.ageYears, attributes.capacityHours, attributes.permitMonth],
    values: Array.from(tally.values),
    milestones: Array.from(tally.kernel.recorder.milestones),
  };
}

/** Brings the reference approach to the front, so that the others can be held against it person by person. */
export function referenceFirst(
  scenario: Pick<Scenario, 'reference'>,
  approaches: readonly string[],
): string[] {
  return [scenario.reference, ...approaches.filter((name) => name !== scenario.reference)];
}

/** Batches in which the persons of a half are counted: at most so many a replication, and so many in a unit to tell their variance. */
const BATCHES_PER_REPLICATION = 10;
const BATCHES_PER_UNIT = 30;

/** Fills the attributes of person number `person` of a replication; returns the key that addresses its life. */
type PersonSource = (attributes: Attributes, person: number) => readonly [number, number];

/**
 * The persons of a replication by leaf and batch, in their order. The batches are those of the halves, whatever the attribute
 * that divides these, so that some may have nobody in a leaf.
 *
 * @param batches of a half
 * @param attributes any, which it overwrites
 */
function divide(
  task: Task,
  replication: number,
  size: number,
  batches: number,
  attributes: Attributes,
  fill: PersonSource,
): number[][][] {
  const leaves = Array.from({ length: leafCount(task) }, () =>
    Array.from({ length: batches }, (): number[] => []),
  );
  for (let i = 0; i < size; i++) {
    if (task.by !== undefined) fill(attributes, i);
    const batchSize = Math.ceil(Math.ceil((size - (i % HALVES)) / HALVES) / batches);
    const batch = Math.floor(Math.floor(i / HALVES) / batchSize);
    leaves[leafOf(task, attributes, halfOf(replication, i))]![batch]!.push(i);
  }
  return leaves;
}

/** Counts the batches of the halves of the whole cohort, of which several leaves have a part. */
function countWhole(batches: Float64Array, whole: readonly number[], divided: readonly number[][][]): void {
  whole.forEach((place, half) => {
    const parts = divided.filter((_, leaf) => leaf % HALVES === half);
    parts[0]!.forEach((_, batch) => {
      if (parts.some((ofLeaf) => ofLeaf[batch]!.length > 0)) batches[place]! += 1;
    });
  });
}

/**
 * Runs a unit. Persons are addressed by (seed, block of draws, replication, person), so the result does not depend on which other
 * units are run, or where, nor on the order in which persons are lived.
 */
export function runUnit(task: Task, { draw, first, count }: Unit): DrawResult {
  const scenario = scenarioOfDraw(task, draw);
  const drawAttributes = attributeSampler(scenario);
  const size = Math.max(1, Math.round(scenario.cohort.size));
  const groups = groupNames(task).length;
  const leaves = leafCount(task);
  const perReplication = Math.min(BATCHES_PER_REPLICATION, Math.ceil(BATCHES_PER_UNIT / count));
  const tallies: ApproachTally[] = [];
  for (const name of task.approaches) {
    tallies.push(
      new ApproachTally(scenario, name, task, { first, count }, groups, leaves, perReplication, tallies[0]),
    );
  }
  const attributes = emptyAttributes(peopleOf(scenario));
  const leafPersons = new Float64Array(leaves);
  const whole = batchPlaces(groups, 0);
  const batches = new Float64Array(Math.max(leaves, whole.at(-1)! + 1));
  const persons: PersonRow[] = [];
  for (let r = 0; r < count; r++) {
    const [r0, r1] = cohortKey(task, draw, first + r);
    const fill: PersonSource = (into, i) => {
      const key = deriveKey(r0, r1, i, 0);
      drawAttributes(into, key[0], key[1]);
      return key;
    };
    const rows: PersonRow[] = [];
    for (const tally of tallies) tally.beginReplication();
    const divided = divide(task, first + r, size, perReplication, attributes, fill);
    divided.forEach((ofLeaf, leaf) => {
      for (const tally of tallies) tally.beginLeaf();
      ofLeaf.forEach((members, batch) => {
        if (members.length === 0) return;
        for (const tally of tallies) tally.beginBatch();
        for (const member of members) {
          const [key0, key1] = fill(attributes, member);
          for (let a = 0; a < tallies.length; a++) {
            tallies[a]!.live(attributes, key0, key1, leaf);
            if (task.persons) rows.push(personRow(tallies[a]!, a, first + r, member, attributes));
          }
        }
        for (const tally of tallies) tally.endBatch(leaf, batch, members.length);
        batches[leaf]! += 1;
      });
      for (const tally of tallies) tally.endLeaf(leaf);
    });
    if (leaves > HALVES) countWhole(batches, whole, divided);
    const leafSizes = Float64Array.from(divided, (ofLeaf) => ofLeaf.flat().length);
    for (const tally of tallies) tally.endReplication(r, leafSizes);
    for (let leaf = 0; leaf < leaves; leaf++) leafPersons[leaf]! += leafSizes[leaf]!;
    persons.push(...rows.sort((x, y) => x.person - y.person || x.approach - y.approach));
  }
  return {
    draw,
    layout: layoutHash(
      groupNames(task),
      task.approaches.map((name, a) => [name, tallies[a]!.layout]),
    ),
    size,
    leafPersons,
    replications: count,
    kept: keptOf(task, { first, count }),
    batches,
    approaches: tallies.map((tally) => tally.result()),
    persons,
  };
}
