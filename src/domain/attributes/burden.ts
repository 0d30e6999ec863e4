/** Divides a cohort by what makes people leave an activity more readily: complaints, and a family to care or wait for. */

import type { Activity, Scenario } from '../schema/scenario.js';
import { type Attribute, type Draw, type Eligibility, noYes, totalOf, YES } from './attribute.js';
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

/** Who may take part in an activity: what it asks of the attributes that people have. */
export interface Candidates {
  readonly for: NonNullable<Activity['for']>;
  readonly attributes: readonly Attribute[];
}

/** A group whose weight is still being added up. */
type Counted = Omit<BurdenGroup, 'weight'> & { weight: number };

/** The attributes that define the groups; of the others only the probability of being eligible matters. */
const dividing: readonly string[] = ['origin', household.name, mentalHealthComplaints.name];

/** By attribute: the place of the value that people have, and how many values there are. */
type Known = Readonly<Record<string, readonly [place: number, of: number]>>;

/** The row of a draw for people of whom that is known. */
function rowFor({ by }: Draw, known: Known): number {
  return by.reduce((row, name) => {
    const [place, of] = known[name]!;
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

/** An attribute that decides whether people fit, or on which one that does depends. */
interface Step {
  readonly name: string;
  readonly draw: Draw;
  readonly asked: unknown;
  readonly rule: Eligibility | undefined;
  /** Whether another step depends on its value. */
  readonly isBasis: boolean;
}

/** The steps, in the order in which the attributes are drawn: those that are asked about, and all that these depend on. */
function stepsOf(scenario: Scenario, { for: who, attributes }: Candidates): Step[] {
  const basis = new Set<string>();
  const steps = attributes.toReversed().flatMap((attribute): Step[] => {
    const { name, eligibility } = attribute;
    const asked = (who as Readonly<Record<string, unknown>>)[name];
    const isBasis = basis.has(name);
    if (dividing.includes(name) || (asked === undefined && !isBasis)) return [];
    const draw = attribute.draw(scenario);
    for (const each of draw.by) basis.add(each);
    return [{ name, draw, asked, rule: asked === undefined ? undefined : eligibility!, isBasis }];
  });
  return steps.reverse();
}

/** Weights of the values of an attribute among people of whom those are known that it depends on. */
function weightsOf({ draw }: Step, known: Known): readonly number[] {
  const row = rowFor(draw, known);
  if ('weights' in draw) return draw.weights[row]!;
  const share = draw.shares[row]!;
  return [1 - share, share];
}

/** Probability, times another, that the attributes from a step on are as an activity asks. */
function chanceFrom(steps: readonly Step[], known: Known, before = 1): number {
  const [step, ...rest] = steps;
  if (step === undefined) return before;
  const { name, asked, rule, isBasis } = step;
  const weights = weightsOf(step, known);
  if (!isBasis) return chanceFrom(rest, known, before * rule!.chance(weights, asked));
  const total = totalOf(weights);
  const chances = weights.map((weight, value) => {
    const only = weights.map((_, i) => (i === value ? 1 : 0));
    const fits = rule === undefined ? 1 : rule.chance(only, asked);
    return chanceFrom(rest, { ...known, [name]: [value, weights.length] }, before * (weight / total) * fits);
  });
  return totalOf(chances);
}

/**
 * Divides the people in a scenario's cohort who may take part by their burden. As in `attributeSampler`, attributes are
 * independent within an origin, except for those that depend on others. `for.share` is ignored, since it selects people regardless of their burden.
 *
 * @param candidates of an activity; undefined: everybody
 * @returns the four groups, whose weights add up to one; none when nobody may take part
 */
export function burdenGroups(scenario: Scenario, candidates?: Candidates): BurdenGroup[] {
  const groups = nobody();
  const who: Candidates['for'] = candidates?.for ?? {};
  const steps = candidates === undefined ? [] : stepsOf(scenario, candidates);
  const homes = household.draw(scenario);
  const unwell = mentalHealthComplaints.draw(scenario);
  const pending = reunificationPending.draw(scenario);
  scenario.origins.forEach(({ name }, origin) => {
    if (who.origin !== undefined && !who.origin.includes(name)) return;
    const { share } = scenario.cohort.composition[name]!;
    const health = weightsIn(origin, unwell).map((chance, value) =>
      (who.mental_health_complaints ?? value === YES) === (value === YES) ? chance : 0,
    );
    const ofOrigin = [origin, scenario.origins.length] as const;
    households.forEach(({ name: home, hasChildren }, h) => {
      if (who.household !== undefined && !who.household.includes(home)) return;
      const lives = household.eligibility.chance(weightsIn(origin, homes), [home]);
      const people = { origin: ofOrigin, [household.name]: [h, households.length] } as const;
      const family = hasChildren ? 1 : pending.shares[rowFor(pending, people)]!;
      for (const group of groups) {
        const known: Known = { ...people, [mentalHealthComplaints.name]: [group.complaints, noYes.length] };
        const here = share * chanceFrom(steps, known) * lives;
        group.weight += here * health[group.complaints]! * (group.family === 1 ? family : 1 - family);
      }
    });
  });
  const total = groups.reduce((sum, { weight }) => sum + weight, 0);
  return total > 0 ? groups.map((group) => ({ ...group, weight: group.weight / total })) : [];
}
