/**
 * What there is on offer, put into the numbers of an approach before it is built: waits, costs and the effects on work and education. What lessons
 * at suitable hours do for people with children is asked for where that acts.
 */

import { power } from '../../engine/random/distribution.js';
import { households } from '../attributes/household.js';
import type { Attributes, People } from '../attributes/person.js';
import type { Regime } from '../regimes/regime.js';
import { nodeBelow } from '../schema/number-at.js';
import type { Activity, Approach, Scenario } from '../schema/scenario.js';
import { monthsFromWeeks } from '../time/calendar.js';

/** A copy of a node with another value at a path. */
function withAt<Node>(node: Node, [step, ...rest]: readonly string[], value: unknown): Node {
  if (step === undefined) return value as Node;
  const below = (node as Readonly<Record<string, unknown>>)[step];
  return { ...node, [step]: withAt(below, rest, value) };
}

/** An activity that is bought in, with the wait and the costs that go with the offers. */
function boughtIn(
  activity: Activity,
  { wait_weeks: wait, cost_ratio: ratio }: NonNullable<Approach['offers']>,
) {
  const { start, costs } = activity;
  const times = (amount: number | undefined) => (amount === undefined ? undefined : amount * ratio!);
  return {
    ...activity,
    ...(wait === undefined ? {} : { start: { ...start, delay_weeks: (start.delay_weeks ?? 0) + wait } }),
    ...(ratio === undefined || costs === undefined
      ? {}
      : {
          costs: costs.map((cost) => ({
            ...cost,
            per_participant: times(cost.per_participant),
            per_month: times(cost.per_month),
          })),
        }),
  };
}

/** An activity with the shares that it leads to work and to education, as far as employers and schools are found. */
function placed(
  activity: Activity,
  { placement = 1, school_places: places = 1 }: NonNullable<Approach['offers']>,
): Activity {
  const { outflow } = activity;
  if (outflow === undefined) return activity;
  const { work, education } = outflow;
  return {
    ...activity,
    outflow: {
      ...outflow,
      ...(work === undefined ? {} : { work: work * placement }),
      ...(education === undefined ? {} : { education: education * places }),
    },
  };
}

/** The approach with the waits, costs and outflow to work and education that its offers give it. */
export function withOffers(regime: Pick<Regime, 'courses'>, approach: Approach): Approach {
  const { offers } = approach;
  if (offers === undefined) return approach;
  const activities = Object.fromEntries(
    Object.entries(approach.activities).map(([name, activity]) => [
      name,
      placed(activity.bought_in === true ? boughtIn(activity, offers) : activity, offers),
    ]),
  );
  const { wait_weeks: wait } = offers;
  if (wait === undefined) return { ...approach, activities };
  return regime.courses.reduce<Approach>(
    (changed, { wait: path }) =>
      path === undefined
        ? changed
        : withAt(changed, path, (nodeBelow(changed, path) as number) + monthsFromWeeks(wait)),
    { ...approach, activities },
  );
}

/** The scenario with the effects on work and education, and the hours that children cost, that the offers of an approach leave. */
export function underOffers(scenario: Scenario, { offers }: Approach): Scenario {
  if (offers === undefined) return scenario;
  const { placement = 1, school_places: places = 1, outside_school_hours: suits = 0 } = offers;
  const { work_men: men, work_women: women, education } = scenario.effects;
  const { capacity } = scenario.cohort;
  return {
    ...scenario,
    effects: {
      ...scenario.effects,
      work_men: power(men, placement),
      work_women: power(women, placement),
      education: power(education, places),
    },
    cohort: { ...scenario.cohort, capacity: { ...capacity, children: capacity.children * (1 - suits) } },
  };
}

/**
 * Prepares the hours a week that people can carry: those at the permit, with what suitable hours give back of the hours that
 * children cost.
 */
export function capacityUnder({ cohort }: Scenario, { offers }: Approach, people: People) {
  const back = cohort.capacity.children * (offers?.outside_school_hours ?? 0);
  const givenBack = households.map(({ hasChildren }) => (hasChildren ? back : 0));
  const household = people.at('household');
  return ({ codes, capacityHours, hoursShort }: Attributes): number =>
    Math.max(0, capacityHours - hoursShort + givenBack[codes[household]!]!);
}

/** Hazard ratio on leaving for the family that children bring, where some of the hours suit them. */
export function ratioOfChildren({ effects }: Scenario, { offers }: Approach): number {
  const { outside_school_hours: suits } = offers ?? {};
  return suits === undefined ? effects.dropout_family : 1 + (effects.dropout_family - 1) * (1 - suits);
}
