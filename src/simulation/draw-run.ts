/** Runs units of a scenario: replications of a parameter draw, every approach on the same persons. */

import { type Attributes, attributeNames, attributeSampler, emptyAttributes } from '../domain/attributes.js';
import type { Scenario } from '../domain/schema.js';
import { deriveKey } from '../engine/threefry.js';
import { ApproachTally } from './tally.js';
import {
  type ApproachDraw,
  cohortKey,
  type DrawResult,
  groupNames,
  groupsOfLeaf,
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

/** Batches in which a replication's persons of one leaf are counted: enough to tell their variance. */
const BATCHES = 20;

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
      new ApproachTally(
        scenario,
        name,
        { ...task, replications: count },
        groups,
        leafCount(task),
        tallies[0],
      ),
    );
  }
  const attributes = emptyAttributes();
  const groupSizes = new Float64Array(count * groups);
  const batches = new Float64Array(leafCount(task));
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
    divide(task, size, fill).forEach((members, leaf) => {
      const memberOf = groupsOfLeaf(task, leaf);
      for (const g of memberOf) groupSizes[r * groups + g]! += members.length;
      const batchSize = Math.ceil(members.length / BATCHES);
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
    });
    for (const tally of tallies) tally.endReplication(r, groupSizes.subarray(r * groups, (r + 1) * groups));
    persons.push(...rows.sort((x, y) => x.person - y.person || x.approach - y.approach));
  }
  return { draw, size, groupSizes, batches, approaches: tallies.map((tally) => tally.result()), persons };
}

function concatenate(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function addUp(parts: readonly Float64Array[]): Float64Array {
  const sums = parts[0]!.slice();
  for (const part of parts.slice(1)) for (let i = 0; i < sums.length; i++) sums[i]! += part[i]!;
  return sums;
}

function joinApproach(parts: readonly ApproachDraw[]): ApproachDraw {
  const summed = (key: Exclude<keyof ApproachDraw, 'means' | 'times'>) =>
    addUp(parts.map((part) => part[key]));
  return {
    means: concatenate(parts.map(({ means }) => means)),
    times: parts.flatMap(({ times }) => times),
    squares: summed('squares'),
    products: summed('products'),
    crossProducts: summed('crossProducts'),
    occupancy: summed('occupancy'),
    reached: summed('reached'),
    nominalByYear: summed('nominalByYear'),
    discountedByYear: summed('discountedByYear'),
    costSquares: summed('costSquares'),
    occupancyDifferenceSquares: summed('occupancyDifferenceSquares'),
  };
}

/** Puts the units of one draw together, in their order. */
export function joinUnits(parts: readonly DrawResult[]): DrawResult {
  const [only, ...others] = parts;
  if (others.length === 0) return only!;
  return {
    draw: only!.draw,
    size: only!.size,
    groupSizes: concatenate(parts.map(({ groupSizes }) => groupSizes)),
    batches: addUp(parts.map(({ batches }) => batches)),
    approaches: only!.approaches.map((_, a) => joinApproach(parts.map(({ approaches }) => approaches[a]!))),
    persons: parts.flatMap(({ persons }) => persons),
  };
}
