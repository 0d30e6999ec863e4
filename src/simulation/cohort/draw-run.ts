/** Runs units of a scenario: replications of a parameter draw, every approach on the same persons. */

import { standingOnTheWay } from '../../domain/activities/eligibility.js';
import { buildApproach } from '../../domain/approach.js';
import { attributeSampler, emptyAttributes, peopleOf } from '../../domain/attributes/people.js';
import type { Attributes } from '../../domain/attributes/person.js';
import type { Scenario } from '../../domain/schema/scenario.js';
import { deriveKey } from '../../engine/random/threefry.js';
import { cohortArrays } from '../results/arrays.js';
import { zeros } from '../results/declared.js';
import type { DrawResult, PersonRow } from '../results/draw-result.js';
import { layoutOf } from '../results/layout.js';
import { batchPlaceCount, batchPlaces, groupNames, leafCount } from '../results/leaves.js';
import { scenarioOfDraw, type Task } from '../task.js';
import { cohortKey } from './cohort-key.js';
import { batchesPerReplication, countBatches, divide } from './division.js';
import { ApproachTally } from './tally.js';
import { keptOf, type Unit } from './units.js';

/** Writes down what is asked for about every person. */
function personRow(
  tally: ApproachTally,
  approach: number,
  replication: number,
  person: number,
  attributes: Attributes,
): PersonRow {
  // Without the place behind the attributes.
  const codes = attributes.codes.subarray(0, -1);
  return {
    approach,
    replication,
    person,
    attributes: [...codes, attributes.ageYears, attributes.capacityHours, attributes.permitMonth],
    values: Array.from(tally.values),
    milestones: Array.from(tally.kernel.recorder.milestones),
  };
}

/** Where results are reported by what becomes of people at a selection, writes it behind a person's attributes. */
function standingUnder(
  scenario: Scenario,
  { by }: Pick<Task, 'by'>,
): (person: Attributes, key0: number, key1: number) => void {
  if (by?.selection === undefined) return () => undefined;
  const { approach, activity } = by.selection;
  const standing = standingOnTheWay(scenario, scenario.approaches[approach]!, activity);
  return (person, key0, key1) => {
    person.codes[by.at] = standing(person, key0, key1);
  };
}

/**
 * Runs a unit. Persons are addressed by (seed, block of draws, replication, person), so the result does not depend on which other
 * units are run, where they run, or in which order persons are simulated.
 */
export function runUnit(task: Task, { draw, first, count }: Unit): DrawResult {
  const scenario = scenarioOfDraw(task, draw);
  const drawAttributes = attributeSampler(scenario);
  const size = Math.max(1, Math.round(scenario.cohort.size));
  const groups = groupNames(task);
  const into = { leaves: leafCount(groups.length), batches: batchesPerReplication(count) };
  const places = batchPlaces(groups.length, 0);
  const tallies: ApproachTally[] = [];
  for (const name of task.approaches) {
    const unit = { first, count };
    const built = buildApproach(scenario, name, task.norms);
    tallies.push(new ApproachTally(scenario, built, task, unit, groups, into.batches, tallies[0]));
  }
  const people = peopleOf(scenario);
  const attributes = emptyAttributes(people, 1);
  const sort = standingUnder(scenario, task);
  const { leafPersons, batches } = zeros(cohortArrays, {
    leaf: into.leaves,
    batchPlace: batchPlaceCount(into.leaves),
  });
  const persons: PersonRow[] = [];
  for (let r = 0; r < count; r++) {
    const [r0, r1] = cohortKey(task, draw, first + r);
    const fill = (filled: Attributes, i: number) => {
      const key = deriveKey(r0, r1, i, 0);
      drawAttributes(filled, key[0], key[1]);
      sort(filled, key[0], key[1]);
      return key;
    };
    const rows: PersonRow[] = [];
    for (const tally of tallies) tally.beginReplication();
    const division = divide(task, first + r, size, into, attributes, fill);
    division.forEach((ofLeaf, leaf) => {
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
      });
      for (const tally of tallies) tally.endLeaf(leaf);
    });
    countBatches(batches, division, places);
    const leafSizes = Float64Array.from(division, (ofLeaf) => ofLeaf.flat().length);
    for (const tally of tallies) tally.endReplication(r, leafSizes);
    for (let leaf = 0; leaf < into.leaves; leaf++) leafPersons[leaf]! += leafSizes[leaf]!;
    persons.push(...rows.sort((x, y) => x.person - y.person || x.approach - y.approach));
  }
  return {
    draw,
    layout: layoutOf(task.approaches.map((name, a) => [name, tallies[a]!.axes])),
    size,
    leafPersons,
    replications: count,
    kept: keptOf(task, { first, count }),
    batches,
    approaches: tallies.map((tally) => tally.result()),
    persons,
  };
}
