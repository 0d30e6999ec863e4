/** Runs units of a scenario: replications of a parameter draw, every approach on the same persons. */

import type { Attributes } from '../../domain/attributes/person.js';
import { attributeSampler, emptyAttributes, peopleOf } from '../../domain/people.js';
import type { Scenario } from '../../domain/schema.js';
import { deriveKey } from '../../engine/random/threefry.js';
import { layoutHash } from '../results/layout.js';
import {
  cohortKey,
  type DrawResult,
  groupNames,
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

/** Batches in which the persons of one leaf are counted: at most so many a replication, and so many in a unit to tell their variance. */
const BATCHES_PER_REPLICATION = 10;
const BATCHES_PER_UNIT = 30;

/** Fills the attributes of person number `person` of a replication; returns the key that addresses its life. */
type PersonSource = (attributes: Attributes, person: number) => readonly [number, number];

/** The persons of a replication by leaf, in their order. @param attributes any, which it overwrites */
function divide(
  task: Task,
  replication: number,
  size: number,
  attributes: Attributes,
  fill: PersonSource,
): number[][] {
  const leaves = Array.from({ length: leafCount(task) }, (): number[] => []);
  for (let i = 0; i < size; i++) {
    if (task.by !== undefined) fill(attributes, i);
    leaves[leafOf(task, attributes, halfOf(replication, i))]!.push(i);
  }
  return leaves;
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
  const tallies: ApproachTally[] = [];
  for (const name of task.approaches) {
    tallies.push(
      new ApproachTally(scenario, name, task, { first, count }, groups, leafCount(task), tallies[0]),
    );
  }
  const attributes = emptyAttributes(peopleOf(scenario));
  const leaves = leafCount(task);
  const leafPersons = new Float64Array(leaves);
  const batches = new Float64Array(leaves);
  const perReplication = Math.min(BATCHES_PER_REPLICATION, Math.ceil(BATCHES_PER_UNIT / count));
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
    const divided = divide(task, first + r, size, attributes, fill);
    divided.forEach((members, leaf) => {
      const batchSize = Math.ceil(members.length / perReplication);
      for (const tally of tallies) tally.beginLeaf();
      for (let start = 0; start < members.length; start += batchSize) {
        const end = Math.min(members.length, start + batchSize);
        for (const tally of tallies) tally.beginBatch();
        for (let m = start; m < end; m++) {
          const [key0, key1] = fill(attributes, members[m]!);
          for (let a = 0; a < tallies.length; a++) {
            tallies[a]!.live(attributes, key0, key1, leaf);
            if (task.persons) rows.push(personRow(tallies[a]!, a, first + r, members[m]!, attributes));
          }
        }
        for (const tally of tallies) tally.endBatch(leaf, end - start);
        batches[leaf]! += 1;
      }
      for (const tally of tallies) tally.endLeaf(leaf);
    });
    const leafSizes = Float64Array.from(divided, (members) => members.length);
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
