/** Which activities an activity follows, and which it replaces: what its start condition says of others for everybody who begins it. */

import type { Activity } from '../schema/scenario.js';

/** An activity that decides who takes part in another. */
export interface Link {
  readonly activity: string;
  /** The states in which somebody who begins the other one is found. */
  readonly states: readonly string[];
  /** Whether these are states of people who have begun it; else of those whom it is not for. */
  readonly begun: boolean;
}

/** The activities of an approach, as far as it matters here. */
export interface Starting {
  readonly activities: Readonly<Record<string, { readonly start: { readonly when: unknown } }>>;
}

const NOT_ELIGIBLE = 'not_eligible';

/** States of people who have not begun. */
const before: readonly string[] = ['waiting', NOT_ELIGIBLE];

type States = ReadonlyMap<string, readonly string[]>;

const listOf = (node: unknown): readonly unknown[] => (Array.isArray(node) ? node : [node]);

/** Every track in whose states somebody must be for a condition to hold, whatever else holds. */
function statesAsked(condition: unknown): States {
  const found = new Map<string, readonly string[]>();
  const add = (track: string, states: readonly string[]) => {
    const known = found.get(track);
    found.set(track, known === undefined ? states : known.filter((state) => states.includes(state)));
  };
  if (typeof condition !== 'object' || condition === null) return found;
  for (const [key, value] of Object.entries(condition)) {
    if (key === 'not') continue;
    if (key === 'all')
      for (const part of listOf(value)) for (const [track, states] of statesAsked(part)) add(track, states);
    else if (key === 'any') {
      const [first, ...others] = listOf(value).map(statesAsked);
      for (const [track, states] of first ?? [])
        if (others.every((other) => other.has(track)))
          add(track, [...new Set([states, ...others.map((other) => other.get(track)!)].flat())]);
    } else add(key, listOf(value).map(String));
  }
  return found;
}

/** The activities of the approach that the start of one of them asks for in everybody who begins: begun before, or not for them. */
export function linksOf({ activities }: Starting, name: string): Link[] {
  return [...statesAsked(activities[name]!.start.when)].flatMap(([activity, states]): Link[] => {
    if (activity === name || !Object.hasOwn(activities, activity) || states.length === 0) return [];
    if (states.every((state) => state === NOT_ELIGIBLE)) return [{ activity, states, begun: false }];
    return states.some((state) => before.includes(state)) ? [] : [{ activity, states, begun: true }];
  });
}

/** An activity for which people must have been selected to take part in another, or must not have been. */
export interface SelectionStep {
  readonly activity: string;
  readonly selected: boolean;
}

/** The steps to an activity: those of the activities that it begins after, of what these begin after, and its own, which is the last. */
export function stepsTo(
  approach: Starting,
  name: string,
  seen: ReadonlySet<string> = new Set(),
): SelectionStep[] {
  if (seen.has(name)) return [];
  const known = new Set([...seen, name]);
  const steps = linksOf(approach, name).flatMap(({ activity, begun }) =>
    begun ? stepsTo(approach, activity, known) : [{ activity, selected: false }],
  );
  const all = [...steps, { activity: name, selected: true }];
  return all.filter(
    ({ activity, selected }, i) =>
      all.findIndex((other) => other.activity === activity && other.selected === selected) === i,
  );
}

/** Who takes part in an activity, step by step: what each asks of people, and whether they must be selected for it. */
export interface Asking {
  readonly for: NonNullable<Activity['for']>;
  readonly selected: boolean;
}

/** What the steps to an activity ask; a step that is for everybody asks nothing and is left out. */
export function askedOnTheWay(
  approach: Starting & { readonly activities: Readonly<Record<string, Pick<Activity, 'for'>>> },
  name: string,
): Asking[] {
  return stepsTo(approach, name).flatMap(({ activity, selected }): Asking[] => {
    const who = approach.activities[activity]!.for;
    return who === undefined && selected ? [] : [{ for: who ?? {}, selected }];
  });
}
