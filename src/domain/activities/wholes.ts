/**
 * Activities that are part of another: those whose end asks for it. Where the whole leads its people on to work or education it has
 * ended as planned, and so have its parts, although income moves first. So the state of the whole that says where to counts as its end,
 * and lasts until the parts that end with it have ended, which takes no time.
 */

import type { Condition } from '../../engine/model/model.js';
import { inState } from '../life/transition.js';
import type { Activity } from '../schema/scenario.js';
import { stateBehindEnd } from './aftercare.js';
import { statesLeadingOn } from './outflow.js';

/** The activities of an approach, and when each of those is over that end on a condition. */
export interface Wholes {
  readonly activities: Readonly<Record<string, Activity>>;
  readonly over: Readonly<Record<string, Condition | undefined>>;
}

/** The tracks that a condition looks at. */
export function tracksIn(condition: Condition): string[] {
  if ('track' in condition) return [condition.track];
  if ('not' in condition) return tracksIn(condition.not);
  if ('load' in condition) return [];
  return ('all' in condition ? condition.all : condition.any).flatMap(tracksIn);
}

/** A condition in which activities that lead their people on count as ended. */
function withLeadingOn(condition: Condition, activities: Wholes['activities']): Condition {
  const within = (each: Condition) => withLeadingOn(each, activities);
  if ('not' in condition) return { not: within(condition.not) };
  if ('all' in condition) return { all: condition.all.map(within) };
  if ('any' in condition) return { any: condition.any.map(within) };
  if ('load' in condition) return condition;
  const activity = activities[condition.track];
  if (activity === undefined || !condition.in.includes(stateBehindEnd(activity))) return condition;
  return { ...condition, in: [...new Set([...condition.in, ...statesLeadingOn(activity)])] };
}

/** @param over when activities are over, as the scenario says it */
export function wholesOf(activities: Wholes['activities'], over: Wholes['over']): Wholes {
  const seen = Object.entries(over).map(([name, when]) => [name, when && withLeadingOn(when, activities)]);
  return { activities, over: Object.fromEntries(seen) };
}

/** Adds the activities with which one ends, and those with which these end. */
function addWholes(wholes: Wholes, name: string, found: Set<string>): Set<string> {
  const when = wholes.over[name];
  for (const whole of when === undefined ? [] : tracksIn(when)) {
    if (!found.has(whole) && Object.hasOwn(wholes.activities, whole))
      addWholes(wholes, whole, found.add(whole));
  }
  return found;
}

/** Condition that a whole of an activity leads on to work or education at this moment; undefined: none ever does. */
export function ledOnBy(wholes: Wholes, name: string): Condition | undefined {
  const leading = [...addWholes(wholes, name, new Set())].flatMap((whole) => {
    const states = statesLeadingOn(wholes.activities[whole]!);
    return states.length === 0 ? [] : [inState(whole, ...states)];
  });
  return leading.length === 0 ? undefined : { any: leading };
}

/** Condition that no part of an activity has yet to end with it. */
export function partsHaveEnded(wholes: Wholes, name: string): Condition {
  const waiting = Object.entries(wholes.over).flatMap(([part, when]) =>
    when !== undefined && addWholes(wholes, part, new Set()).has(name)
      ? [{ all: [inState(part, 'taking_part'), when] }]
      : [],
  );
  return waiting.length === 0 ? { all: [] } : { not: { any: waiting } };
}
