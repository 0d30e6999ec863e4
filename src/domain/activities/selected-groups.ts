/** The people whom an activity selects, divided as those are who leave it more or less readily. */

import { YES } from '../attributes/attribute.js';
import { type BurdenGroup, burdenGroups, type Candidates } from '../attributes/burden.js';
import { combinationsOf } from '../attributes/composition.js';
import { households } from '../attributes/household.js';
import { peopleWith } from '../attributes/person.js';
import type { Scenario } from '../schema/scenario.js';
import { askedAttributes, fitOf, prospectRatios, selectionChance } from './selection.js';

const burdens: readonly string[] = ['household', 'mental_health_complaints', 'reunification_pending'];

/**
 * The people whom an activity selects, by their burden, as shares of all selected. Where it selects at random among those who fit,
 * these are {@link burdenGroups}.
 *
 * @param candidates of an activity; undefined: everybody
 */
export function groupsSelected(scenario: Scenario, candidates?: Candidates): BurdenGroup[] {
  const { share = 1, selection, part_of: parts } = candidates?.for ?? {};
  const isRandom = selection === undefined || selection.accuracy <= 0 || share >= 1;
  if (candidates === undefined || (isRandom && parts === undefined))
    return burdenGroups(scenario, candidates);
  const { for: who } = candidates;
  const people = peopleWith(candidates.attributes);
  const [household, complaints, pending] = burdens.map((name) => people.at(name));
  const counted = [...burdens, ...Object.keys(prospectRatios(scenario)), ...askedAttributes(who, people)];
  const names = people.attributes.flatMap(({ name }) => (counted.includes(name) ? [name] : []));
  const places = names.map((name) => people.at(name));
  const fits = fitOf(who, people, false);
  const chance = selectionChance(scenario, people, who);
  const codes = new Int32Array(people.attributes.length);
  const weights = [0, 0, 0, 0];
  for (const { values, weight } of combinationsOf(scenario, people.attributes, names, fits)) {
    for (const [i, value] of values.entries()) codes[places[i]!] = value;
    const unwell = codes[complaints!] === YES ? 1 : 0;
    const family = households[codes[household!]!]!.hasChildren || codes[pending!] === YES ? 1 : 0;
    weights[2 * unwell + family]! += weight * chance(codes);
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) return [];
  return weights.map((weight, i) => ({
    weight: weight / total,
    complaints: i >= 2 ? 1 : 0,
    family: i % 2 === 1 ? 1 : 0,
  }));
}
