/** Who may take part in an activity, and who of them is selected. */

import { uniformAt } from '../../engine/random/threefry.js';
import { attributeAddress, peopleOf } from '../attributes/people.js';
import type { Attributes } from '../attributes/person.js';
import type { Activity, Approach, Scenario } from '../schema/scenario.js';
import { stepsTo } from './begins-after.js';
import { partOf, selectionChance } from './selection.js';

/** What becomes of people at the selection for an activity. */
export const standings = ['not_eligible', 'passed_over', 'selected'] as const;

/** The place among the standings that a person has. */
export type StandingOf = (person: Attributes, key0: number, key1: number) => number;

const [NOT_ELIGIBLE, PASSED_OVER, SELECTED] = [0, 1, 2];

/**
 * Prepares what becomes of people at the selection for an activity. Everything except the age is decided at the permit; of the age
 * it is only known that it cannot fall.
 */
export function standingOf(scenario: Scenario, name: string, activity: Pick<Activity, 'for'>): StandingOf {
  const people = peopleOf(scenario);
  const who = activity.for ?? {};
  const asked = who as Readonly<Record<string, unknown>>;
  const rules = people.attributes.flatMap(({ name: attribute, eligibility }, at) => {
    const fits = asked[attribute] === undefined ? undefined : eligibility?.fits?.(asked[attribute]);
    return fits === undefined ? [] : [{ at, fits }];
  });
  const parts = people.attributes.flatMap(({ name: attribute, values }, at) =>
    who.part_of?.[attribute] === undefined
      ? []
      : [{ at, shares: values.map((value) => partOf(who, attribute, value)) }],
  );
  const fitsAddress = attributeAddress(`fits ${name}`);
  const selectedAddress = attributeAddress(`selected for ${name}`);
  const tooOld = who.age === undefined ? Number.POSITIVE_INFINITY : who.age.to + 1;
  const chance = selectionChance(scenario, people, who);
  return ({ codes, ageYears }, key0, key1) => {
    for (let i = 0; i < rules.length; i++) if (!rules[i]!.fits[codes[rules[i]!.at]!]!) return NOT_ELIGIBLE;
    if (ageYears >= tooOld) return NOT_ELIGIBLE;
    if (parts.length > 0) {
      let share = 1;
      for (let i = 0; i < parts.length; i++) share *= parts[i]!.shares[codes[parts[i]!.at]!]!;
      if (share < 1 && uniformAt(key0, key1, fitsAddress, 0) >= share) return NOT_ELIGIBLE;
    }
    const selected = chance(codes);
    return selected >= 1 || uniformAt(key0, key1, selectedAddress, 0) < selected ? SELECTED : PASSED_OVER;
  };
}

/** Whether a person may ever take part, and is selected if only a share is. */
export function eligibilityOf(scenario: Scenario, name: string, activity: Pick<Activity, 'for'>) {
  const standing = standingOf(scenario, name, activity);
  return (person: Attributes, key0: number, key1: number) => standing(person, key0, key1) === SELECTED;
}

/**
 * Prepares what becomes of people at the selections on the way to an activity: its own, and those for the activities whose participants
 * alone it is for. They are selected who are so at each; whom one does not suit, the activity does not either.
 */
export function standingOnTheWay(scenario: Scenario, { activities }: Approach, name: string): StandingOf {
  const steps = stepsTo({ activities }, name).map(({ activity, selected }) => ({
    selected,
    of: standingOf(scenario, activity, activities[activity]!),
  }));
  return (person, key0, key1) =>
    steps.reduce((least, { selected, of }) => {
      const standing = of(person, key0, key1);
      return Math.min(least, selected ? standing : standing === SELECTED ? NOT_ELIGIBLE : SELECTED);
    }, SELECTED);
}
