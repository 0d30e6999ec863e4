/** Runs units of a scenario: replications of a parameter draw, every approach on the same persons. */

import { type Attributes, attributeSampler, emptyAttributes } from '../domain/attributes.js';
import type { Scenario } from '../domain/schema.js';
import { deriveKey } from '../engine/threefry.js';
import { layoutHash } from './layout.js';
import { ApproachTally } from './tally.js';
import {
  cohortKey,
  type DrawResult,
  groupNames,
  groupsOfLeaf,
  keptOf,
  leafCount,
  leafOf,
  type PersonRow,
  scenarioOfDraw,
  type Task,
  type Unit,
} from './task.js';

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
const BATCHES_PER_REPLICATION = 20;
const BATCHES_PER_UNIT = 60;

/** Fills the attributes of person number `person` of a replication; returns the key that addresses its life. */
type PersonSource = (attributes: Attributes, person: number) => readonly [number, number];

/** The persons of a replication by leaf, in their order. */
function divide(task: Task, size: number, fill: PersonSource): number[][] {
  const leaves = Array.from({ length: leafCount(task) }, (): number[] => []);
  const attributes = emptyAttributes();
  for (let i = 0; i < size; i++) {
    if (task.by !== undefined) fill(attributes, i);
    leaves[leafOf(task, attributes)]!.push(i);
  }
  return leaves;
}

/**
 * Runs a unit. Persons are addressed by (seed, draw, replication, person), so the result does not depend on which other
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
  const attributes = emptyAttributes();
  const groupPersons = new Float64Array(groups);
  const groupSizes = new Float64Array(groups);
  const batches = new Float64Array(leafCount(task));
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
    groupSizes.fill(0);
    for (const tally of tallies) tally.beginReplication();
    divide(task, size, fill).forEach((members, leaf) => {
      const memberOf = groupsOfLeaf(task, leaf);
      for (const g of memberOf) groupSizes[g]! += members.length;
      const batchSize = Math.ceil(members.length / perReplication);
      for (const tally of tallies) tally.beginLeaf();
      for (let start = 0; start < members.length; start += batchSize) {
        const end = Math.min(members.length, start + batchSize);
        for (const tally of tallies) tally.beginBatch();
        for (let m = start; m < end; m++) {
          const [key0, key1] = fill(attributes, members[m]!);
          for (let a = 0; a < tallies.length; a++) {
            tallies[a]!.live(attributes, key0, key1, memberOf, leaf);
            if (task.persons) rows.push(personRow(tallies[a]!, a, first + r, members[m]!, attributes));
          }
        }
        for (const tally of tallies) tally.endBatch(leaf, memberOf, end - start);
        batches[leaf]! += 1;
      }
      for (const tally of tallies) tally.endLeaf(leaf);
    });
    for (const tally of tallies) tally.endReplication(r, groupSizes);
    for (let g = 0; g < groups; g++) groupPersons[g]! += groupSizes[g]!;
    persons.push(...rows.sort((x, y) => x.person - y.person || x.approach - y.approach));
  }
  return {
    draw,
    layout: layoutHash(
      groupNames(task),
      task.approaches.map((name, a) => [name, tallies[a]!.layout]),
    ),
    size,
    groupPersons,
    replications: count,
    kept: keptOf(task, { first, count }),
    batches,
    approaches: tallies.map((tally) => tally.result()),
    persons,
  };
}
