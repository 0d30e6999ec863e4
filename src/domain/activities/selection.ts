/**
 * Whom an activity selects, of those who fit. Everybody has a prospect of work: the product of the hazard ratios on work that
 * belong to the person. Selectors see it with error: of a part of the people they see the prospect as it is, of the others
 * what somebody drawn from all who fit has. The accuracy is the size of that part, and so the correlation between what is seen and
 * what is. What is seen is distributed as the prospects are. So the threshold above which exactly the stated share lies is that of
 * the prospects themselves, known from the composition, and whoever lies at it is chosen with the chance that makes up the share.
 */

import { ageBands } from '../attributes/age.js';
import { ratioOfYes } from '../attributes/attribute.js';
import { combinationsOf } from '../attributes/composition.js';
import type { AttributeRatios, People } from '../attributes/person.js';
import { workRatios } from '../attributes/work-ratios.js';
import type { Activity, Scenario } from '../schema/scenario.js';

export type Asked = NonNullable<Activity['for']>;

/** What an activity asks of people, as it is written. */
const asWritten = (who: Asked) => who as Readonly<Record<string, unknown>>;

/** Share of the people with a value of an attribute that fits, of those whom nothing else excludes. */
export function partOf({ part_of: parts }: Asked, name: string, value: string): number {
  return parts?.[name]?.[value] ?? 1;
}

/** The attributes that decide whether people fit. */
export function askedAttributes(who: Asked, { attributes }: People): string[] {
  return attributes.flatMap(({ name }) =>
    asWritten(who)[name] === undefined && who.part_of?.[name] === undefined ? [] : [name],
  );
}

/**
 * Probability that somebody with a value of an attribute fits.
 *
 * @param ever whether people who are too young at the permit count, since they may take part later
 */
export function fitOf(who: Asked, { attributes, at }: People, ever: boolean) {
  return (name: string, value: number): number => {
    const { values, eligibility } = attributes[at(name)]!;
    const part = partOf(who, name, values[value]!);
    const written = asWritten(who)[name];
    if (written === undefined || eligibility === undefined) return part;
    const asked = ever && eligibility.asks === 'years' ? { ...(written as object), from: 18 } : written;
    const only = values.map((_, i) => (i === value ? 1 : 0));
    return part * eligibility.chance(only, asked);
  };
}

/** Hazard ratios on work of a person, as at the permit. */
export function prospectRatios(scenario: Scenario): AttributeRatios {
  const { ratios } = scenario.income;
  return {
    ...workRatios(scenario),
    age: ageBands.map((band) => ratios.age[band]),
    mental_health_complaints: ratioOfYes(ratios.mental_health),
  };
}

/** Chance of being selected, by the codes of a person who fits. */
type SelectionChance = (codes: ArrayLike<number>) => number;

/** People with the same prospect. */
interface Rank {
  readonly prospect: number;
  readonly weight: number;
}

/**
 * Chance of being among the share with the highest prospects, by prospect: 1 above the threshold, 0 below it, between them for those
 * at it.
 *
 * @param share of all who fit, up to 1
 */
function chanceAtTop(ranks: readonly Rank[], share: number): (prospect: number) => number {
  const weights = new Map<number, number>();
  for (const { prospect, weight } of ranks) weights.set(prospect, (weights.get(prospect) ?? 0) + weight);
  const total = ranks.reduce((sum, { weight }) => sum + weight, 0);
  const descending = [...weights].sort(([a], [b]) => b - a);
  let left = share * total;
  for (const [threshold, weight] of descending) {
    if (weight >= left) {
      const atThreshold = left / weight;
      return (prospect) => (prospect > threshold ? 1 : prospect === threshold ? atThreshold : 0);
    }
    left -= weight;
  }
  return () => 1;
}

/**
 * Prepares the chance of being selected: that of the share for everybody where nobody looks at prospects.
 *
 * @param share of those who fit
 */
export function selectionChance(scenario: Scenario, people: People, who: Asked): SelectionChance {
  const { share = 1, selection } = who;
  if (selection === undefined || share >= 1) return () => share;
  const { accuracy } = selection;
  const ratios = prospectRatios(scenario);
  const of = Object.keys(ratios).map((name) => ({ at: people.at(name), ratios: ratios[name]! }));
  const prospectOf = (codeOf: (attribute: number, i: number) => number) =>
    of.reduce((product, { at, ratios: byValue }, i) => product * byValue[codeOf(at, i)]!, 1);
  const names = [...Object.keys(ratios), ...askedAttributes(who, people)];
  const ranks = combinationsOf(scenario, people.attributes, names, fitOf(who, people, true)).map(
    ({ values, weight }): Rank => ({ prospect: prospectOf((_, i) => values[i]!), weight }),
  );
  const top = chanceAtTop(ranks, share);
  return (codes) => accuracy * top(prospectOf((at) => codes[at]!)) + (1 - accuracy) * share;
}
