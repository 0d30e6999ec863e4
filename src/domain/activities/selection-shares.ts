/** Whom an activity selects and whom it leaves aside, by subgroup: shares that follow from the composition, without chance. */

import { combinationsOf } from '../attributes/composition.js';
import { peopleOf } from '../attributes/people.js';
import type { Scenario } from '../schema/scenario.js';
import type { Asking } from './begins-after.js';
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

/** The age that all ask together: it is one person's, so it counts once. */
function ageOfAll(steps: readonly Asking[]): { age?: { from: number; to: number } } {
  const ages = steps.flatMap(({ for: { age }, selected }) => (age === undefined || !selected ? [] : [age]));
  if (ages.length === 0) return {};
  return {
    age: { from: Math.max(...ages.map(({ from }) => from)), to: Math.min(...ages.map(({ to }) => to)) },
  };
}

/**
 * The shares by every value of every observed attribute, as at the permit. People who are too young for the activity then are
 * counted, since they may take part later.
 *
 * @param steps what the activity asks, and what those ask whose participants alone it is for: people fit who fit all of them, and are
 *   selected who are selected for all of them. Each draws by itself, so shares of people with the same attributes multiply
 */
export function selectionShares(scenario: Scenario, steps: readonly Asking[]): SelectionShare[] {
  const people = peopleOf(scenario);
  const observed = people.attributes.filter(({ reported }) => reported !== undefined);
  const together = ageOfAll(steps);
  const first = steps.find(({ for: { age }, selected }) => selected && age !== undefined);
  const asking = steps.map((step) => {
    const { age, ...others } = step.for;
    const who = step === first ? { ...others, ...together } : step.selected ? others : step.for;
    return {
      selected: step.selected,
      asked: askedAttributes(who, people).map((name) => ({ name, at: people.at(name) })),
      fits: fitOf(who, people, true),
      chance: selectionChance(scenario, people, step.for),
    };
  });
  const looksAtWork = steps.some(({ for: { selection } }) => selection !== undefined);
  const names = [
    ...new Set([
      ...observed.map(({ name }) => name),
      ...asking.flatMap(({ asked }) => asked.map(({ name }) => name)),
      ...(looksAtWork ? Object.keys(prospectRatios(scenario)) : []),
    ]),
  ];
  const places = names.map((name) => people.at(name));
  const codes = new Int32Array(people.attributes.length);
  const sums = new Map(
    observed.map(({ name, values }): [string, Sums[]] => [
      name,
      values.map(() => ({ persons: 0, eligible: 0, selected: 0 })),
    ]),
  );
  for (const { values, weight } of combinationsOf(scenario, people.attributes, names)) {
    for (const [i, value] of values.entries()) codes[places[i]!] = value;
    let fit = 1;
    let selected = 1;
    for (const step of asking) {
      const own = step.asked.reduce((product, { name, at }) => product * step.fits(name, codes[at]!), 1);
      const chosen = own > 0 ? own * step.chance(codes) : 0;
      fit *= step.selected ? own : 1 - chosen;
      selected *= step.selected ? chosen : 1 - chosen;
    }
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
