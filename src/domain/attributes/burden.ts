/** Divides a cohort by what makes people leave an activity more readily: complaints, and a family to care or wait for. */

import type { Activity, Scenario } from '../schema.js';
import { attributesOf } from './all.js';
import { type Attribute, type Draw, YES } from './attribute.js';
import { mentalHealthComplaints } from './health.js';
import { household, households, reunificationPending } from './household.js';

/** People with the same burden, and their share of all who may take part. */
export interface BurdenGroup {
  readonly weight: number;
  /** 1: mental health complaints; else 0. Addresses ratios. */
  readonly complaints: 0 | 1;
  /** 1: children, or a family whose reunification is pending; else 0. */
  readonly family: 0 | 1;
}

/** A group whose weight is still being added up. */
type Counted = Omit<BurdenGroup, 'weight'> & { weight: number };

type Eligibility = NonNullable<Activity['for']>;

/** The attributes that define the groups; of the others only the probability of being eligible matters. */
const dividing: readonly string[] = ['origin', household.name, mentalHealthComplaints.name];

/** The row of a draw for people with some values. @param people by attribute: the place of the value, and how many there are */
function rowFor(
  { by }: Draw,
  people: Readonly<Record<string, readonly [place: number, of: number]>>,
): number {
  return by.reduce((row, name) => {
    const [place, of] = people[name]!;
    return row * of + place;
  }, 0);
}

const noOrYes = [0, 1] as const;

/** The four groups, with nobody in them. */
function nobody(): Counted[] {
  return noOrYes.flatMap((complaints) => noOrYes.map((family) => ({ complaints, family, weight: 0 })));
}

/** Weights of the values of an attribute among people of one origin. */
function weightsIn(origin: number, draw: Draw): readonly number[] {
  const row = draw.by.length === 0 ? 0 : origin;
  if ('weights' in draw) return draw.weights[row]!;
  const share = draw.shares[row]!;
  return [1 - share, share];
}

/** Probability, by origin, that the attributes that do not define groups make a person eligible. */
function chancesOf(scenario: Scenario, who: Eligibility): (origin: number) => number {
  const attributes: readonly Attribute[] = attributesOf(scenario.origins, []);
  const rules = attributes.flatMap((attribute) => {
    const asked = (who as Readonly<Record<string, unknown>>)[attribute.name];
    if (asked === undefined || dividing.includes(attribute.name)) return [];
    return [{ asked, draw: attribute.draw(scenario), rule: attribute.eligibility! }];
  });
  return (origin) =>
    rules.reduce(
      (product, { asked, draw, rule }) => product * rule.chance(weightsIn(origin, draw), asked),
      1,
    );
}

/**
 * Divides the people in a scenario's cohort who may take part by their burden. As in `attributeSampler`, attributes are
 * independent within an origin. `for.share` is ignored, since it selects people regardless of their burden.
 *
 * @param who eligibility of an activity; undefined: everybody
 * @returns the four groups, whose weights add up to one; none when nobody may take part
 */
export function burdenGroups(scenario: Scenario, who: Eligibility = {}): BurdenGroup[] {
  const groups = nobody();
  const chances = chancesOf(scenario, who);
  const homes = household.draw(scenario);
  const unwell = mentalHealthComplaints.draw(scenario);
  const pending = reunificationPending.draw(scenario);
  scenario.origins.forEach(({ name }, origin) => {
    if (who.origin !== undefined && !who.origin.includes(name)) return;
    const fits = scenario.cohort.composition[name]!.share * chances(origin);
    const health = weightsIn(origin, unwell).map((chance, value) =>
      (who.mental_health_complaints ?? value === YES) === (value === YES) ? chance : 0,
    );
    const ofOrigin = [origin, scenario.origins.length] as const;
    households.forEach(({ name: home, hasChildren }, h) => {
      if (who.household !== undefined && !who.household.includes(home)) return;
      const here = fits * household.eligibility.chance(weightsIn(origin, homes), [home]);
      const row = rowFor(pending, { origin: ofOrigin, household: [h, households.length] });
      const family = hasChildren ? 1 : pending.shares[row]!;
      for (const group of groups)
        group.weight += here * health[group.complaints]! * (group.family === 1 ? family : 1 - family);
    });
  });
  const total = groups.reduce((sum, { weight }) => sum + weight, 0);
  return total > 0 ? groups.map((group) => ({ ...group, weight: group.weight / total })) : [];
}
