/** Whom an activity selects and whom it leaves aside, by subgroup: shares that follow from the composition, without chance. */

import { combinationsOf } from '../attributes/composition.js';
import { peopleOf } from '../attributes/people.js';
import type { Activity, Scenario } from '../schema/scenario.js';
import { askedAttributes, fitOf, prospectRatios, selectionChance } from './selection.js';

/** A subgroup at the selection for an activity. */
export interface SelectionShare {
  /** An observed attribute, and its value. */
  readonly attribute: string;
  readonly value: string;
  /** Share of the cohort. */
  readonly ofCohort: number;
  /** Share of the subgroup that fits, and that is selected; NaN: nobody is in it. */
  readonly eligible: number;
  readonly selected: number;
}

interface Sums {
  persons: number;
  eligible: number;
  selected: number;
}

/**
 * The shares by every value of every observed attribute, as at the permit. People who are too young for the activity then are
 * counted, since they may take part later.
 */
export function selectionShares(scenario: Scenario, activity: Pick<Activity, 'for'>): SelectionShare[] {
  const people = peopleOf(scenario);
  const who = activity.for ?? {};
  const observed = people.attributes.filter(({ reported }) => reported !== undefined);
  const asked = askedAttributes(who, people);
  const deciding = who.selection === undefined ? asked : [...asked, ...Object.keys(prospectRatios(scenario))];
  const names = [...new Set([...observed.map(({ name }) => name), ...deciding])];
  const places = names.map((name) => people.at(name));
  const fits = fitOf(who, people, true);
  const chance = selectionChance(scenario, people, who);
  const codes = new Int32Array(people.attributes.length);
  const sums = new Map(
    observed.map(({ name, values }): [string, Sums[]] => [
      name,
      values.map(() => ({ persons: 0, eligible: 0, selected: 0 })),
    ]),
  );
  for (const { values, weight } of combinationsOf(scenario, people.attributes, names)) {
    for (const [i, value] of values.entries()) codes[places[i]!] = value;
    const fit = asked.reduce((product, name) => product * fits(name, codes[people.at(name)]!), 1);
    const selected = fit > 0 ? fit * chance(codes) : 0;
    for (const [name, byValue] of sums) {
      const sum = byValue[codes[people.at(name)]!]!;
      sum.persons += weight;
      sum.eligible += weight * fit;
      sum.selected += weight * selected;
    }
  }
  return observed.flatMap(({ name, values }) =>
    sums.get(name)!.map(
      ({ persons, eligible, selected }, i): SelectionShare => ({
        attribute: name,
        value: values[i]!,
        ofCohort: persons,
        eligible: eligible / persons,
        selected: selected / persons,
      }),
    ),
  );
}
