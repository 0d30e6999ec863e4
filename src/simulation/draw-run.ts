/** Runs one parameter draw of a scenario: all its replications, every approach on the same persons. */

import { type Attributes, attributeNames, attributeSampler, emptyAttributes } from '../domain/attributes.js';
import type { Scenario } from '../domain/schema.js';
import { deriveKey } from '../engine/threefry.js';
import { ApproachTally } from './tally.js';
import {
  cohortKey,
  type DrawResult,
  groupNames,
  groupsOf,
  type PersonRow,
  scenarioOfDraw,
  type Task,
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
    attributes: [
      ...attributeNames.map((name) => attributes.index[name]),
      attributes.ageYears,
      attributes.capacityHours,
      attributes.permitMonth,
    ],
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

/**
 * Runs parameter draw number `draw`. Persons are addressed by (seed, draw, replication, person), so the result does
 * not depend on which other draws are run, or where.
 */
export function runDraw(task: Task, draw: number): DrawResult {
  const scenario = scenarioOfDraw(task, draw);
  const drawAttributes = attributeSampler(scenario);
  const size = Math.max(1, Math.round(scenario.cohort.size));
  const groups = groupNames(task).length;
  const tallies: ApproachTally[] = [];
  for (const name of task.approaches) {
    tallies.push(new ApproachTally(scenario, name, task, groups, size, tallies[0]));
  }
  const attributes = emptyAttributes();
  const groupSizes = new Float64Array(task.replications * groups);
  const persons: PersonRow[] = [];
  for (let r = 0; r < task.replications; r++) {
    const [r0, r1] = cohortKey(task, draw, r);
    for (const tally of tallies) tally.beginReplication();
    for (let i = 0; i < size; i++) {
      const [key0, key1] = deriveKey(r0, r1, i, 0);
      drawAttributes(attributes, key0, key1);
      const memberOf = groupsOf(task, attributes);
      for (const g of memberOf) groupSizes[r * groups + g]! += 1;
      for (let a = 0; a < tallies.length; a++) {
        const tally = tallies[a]!;
        tally.live(attributes, key0, key1, memberOf);
        if (task.persons) persons.push(personRow(tally, a, r, i, attributes));
      }
    }
    for (const tally of tallies) tally.endReplication(r, groupSizes.subarray(r * groups, (r + 1) * groups));
  }
  return { draw, size, groupSizes, approaches: tallies.map((tally) => tally.result()), persons };
}
