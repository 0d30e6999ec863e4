/** The activities of an approach: who takes part, from when to when, who drops out; idle time. */

import type { Condition, Exposure, Load, Track } from '../../engine/model/model.js';
import { agedBetween, olderThan, pensioned } from '../attributes/ageing.js';
import { peopleOf } from '../attributes/people.js';
import { presentHours } from '../attributes/present.js';
import { learningLoads, type WeighedLoad } from '../life/learning.js';
import { lessonLoads } from '../life/lessons.js';
import { after, cuttingShort, gate, inState, type PersonalTransition, whenOpen } from '../life/transition.js';
import { regimeOf } from '../regimes/find.js';
import { numberAt } from '../schema/number-at.js';
import type { Approach, Scenario } from '../schema/scenario.js';
import { monthsFromWeeks } from '../time/calendar.js';
import { stateBehindEnd, weeksBehindEnd } from './aftercare.js';
import { inCare } from './care.js';
import { dropoutTransitions } from './dropout.js';
import { exitOf, type MoreStates, monthsOfDropout, overOf, plannedTransitions, statesOf } from './ending.js';
import { type Wholes, wholesOf } from './wholes.js';

/** One track for each activity. */
export function activityTracks(approach: {
  readonly activities: Readonly<Record<string, MoreStates>>;
}): Track[] {
  return Object.entries(approach.activities).map(([name, activity]) => ({
    name,
    states: statesOf(activity),
  }));
}

/** When an activity begins and, where it says so, when it is over. */
export interface BeginsAndEnds {
  readonly start: Condition;
  readonly over?: Condition;
}

/**
 * Transitions of one activity: from waiting, through taking part (for its length), to aftercare or the end; out by
 * dropping out, or by leaving bijstand unless it continues beside work. The age counts at the time when it would start: people
 * who are too young wait, and people who have become too old are no longer eligible. It ends at the state pension age, and so
 * does aftercare.
 */
function transitionsOf(
  scenario: Scenario,
  approach: Approach,
  name: string,
  { start, over: ends }: BeginsAndEnds,
  wholes: Wholes,
): PersonalTransition[] {
  const over = overOf(wholes, name, regimeOf(scenario).courses);
  const activity = approach.activities[name]!;
  const goesOn = activity.continues_in_work === true;
  const aftercare = weeksBehindEnd(activity);
  const next = stateBehindEnd(activity);
  const months = monthsOfDropout(activity);
  const share = activity.dropout ?? scenario.effects.activity_dropout;
  const { attributes } = peopleOf(scenario);
  const who = activity.for && { for: activity.for, attributes };
  const age = activity.for?.age;
  const mayStart = [
    start,
    ...(ends === undefined ? [] : [{ not: ends }]),
    ...(goesOn ? [] : [inCare]),
    ...(age === undefined ? [] : [agedBetween(scenario, age.from, age.to)]),
  ];
  const tooOld = age === undefined ? pensioned : olderThan(scenario, age.to);
  return [
    gate(name, 'waiting', 'not_eligible', tooOld),
    whenOpen(name, 'waiting', 'taking_part', { all: mayStart }, activity.start.delay_weeks),
    ...['taking_part', ...(aftercare === undefined ? [] : ['aftercare'])].map((from) =>
      cuttingShort(gate(name, from, 'finished', pensioned, { reason: 'pension' })),
    ),
    ...plannedTransitions(wholes, name, next, over),
    ...dropoutTransitions(scenario, approach, name, 'taking_part', 'dropped_out', { share, months, who }),
    ...exitOf(name, activity, next, over),
    ...(aftercare === undefined ? [] : [after(name, 'aftercare', 'finished', monthsFromWeeks(aftercare))]),
  ];
}

/** Transitions of all activities of an approach; `conditions` holds when each begins and ends. */
export function activityTransitions(
  scenario: Scenario,
  approach: Approach,
  conditions: Readonly<Record<string, BeginsAndEnds>>,
): PersonalTransition[] {
  const over = Object.entries(conditions).map(([name, { over: ends }]) => [name, ends]);
  const wholes = wholesOf(approach.activities, Object.fromEntries(over));
  return Object.keys(approach.activities).flatMap((name) =>
    transitionsOf(scenario, approach, name, conditions[name]!, wholes),
  );
}

/**
 * Condition that the activities in which somebody takes part have `income.engaging_hours` a week together: one of sixteen hours
 * is as four of four. Not met without any activity, also where that number is 0.
 *
 * @param activities their names
 */
export function engagedBy(activities: readonly string[]): Condition {
  return { all: [{ load: ACTIVITY_HOURS }, { any: activities.map((name) => inState(name, 'taking_part')) }] };
}

/** Idle time ends with the first course, activities of some size together (unless it only pauses then), or income of one's own. */
export function engagementTransitions(scenario: Scenario, approach: Approach): PersonalTransition[] {
  const { courses, met } = regimeOf(scenario);
  const engaged = engagedBy(Object.keys(approach.activities));
  const when: Condition = {
    any: [
      ...courses.map(({ track, taking }) => inState(track, taking)),
      met,
      inState('income', 'bijstand_part_time', 'work', 'education'),
      ...(scenario.income.idle_again === true ? [] : [engaged]),
    ],
  };
  return [gate('engagement', 'idle', 'engaged', when)];
}

/** Months idle: fewer than those of the wait where small activities count, or larger ones only interrupt it. */
export function idleExposure(scenario: Scenario, approach: Approach): Exposure {
  const {
    idle_cap: capMonths,
    idle_relief: relief,
    idle_again: again,
    engaging_hours: full,
  } = scenario.income;
  const idle = inState('engagement', 'idle');
  return {
    name: 'idle',
    when: again === true ? { all: [idle, { not: engagedBy(Object.keys(approach.activities)) }] } : idle,
    capMonths,
    ...(relief === undefined
      ? {}
      : { slowed: { load: ACTIVITY_HOURS, perUnit: full > 0 ? relief / full : 0, atLeast: 1 - relief } }),
  };
}

/** Names of the loads: of all hours, and of the hours of activities alone. */
const HOURS = 'hours';
const ACTIVITY_HOURS = 'activity_hours';

function activityHours({ activities }: Approach): Load['weights'] {
  return Object.entries(activities).map(([track, { hours_per_week: weight }]) => ({
    track,
    state: 'taking_part',
    weight,
  }));
}

/** What counts together while it runs at once: hours against what a person can carry, hours of activities, and what is taught. */
export function loadsOf(scenario: Scenario, approach: Approach): WeighedLoad[] {
  return [
    { load: hoursLoad(scenario, approach) },
    {
      load: { name: ACTIVITY_HOURS, weights: activityHours(approach) },
      threshold: scenario.income.engaging_hours,
    },
    ...learningLoads(scenario, approach),
    ...lessonLoads(scenario, approach),
  ];
}

/** Hours a week that take up what a person can carry: course, activities, work, education, and what changes in people. */
function hoursLoad(scenario: Scenario, approach: Approach): Load {
  const { income } = scenario;
  return {
    name: HOURS,
    weights: [
      ...regimeOf(scenario).courses.map(({ track, taking, hours }) => ({
        track,
        state: taking,
        weight: numberAt(scenario, hours),
      })),
      { track: 'income', state: 'bijstand_part_time', weight: income.part_time_hours },
      { track: 'income', state: 'work', weight: income.work_hours },
      { track: 'income', state: 'education', weight: income.work_hours },
      ...activityHours(approach),
      ...presentHours(scenario),
    ],
  };
}
