/** The activities of an approach: who takes part, from when to when, who drops out; sanctions and idle time. */

import type { Condition, Load, Track } from '../../engine/model/model.js';
import { agedBetween, olderThan, pensioned } from '../attributes/ageing.js';
import { peopleOf } from '../attributes/people.js';
import { presentHours } from '../attributes/present.js';
import { activityStates } from '../life/tracks.js';
import {
  after,
  constantFactor,
  gate,
  hazard,
  inState,
  type PersonalTransition,
  whenOpen,
} from '../life/transition.js';
import { regimeOf } from '../regimes/find.js';
import { numberAt } from '../schema/number-at.js';
import type { Approach, Scenario } from '../schema/scenario.js';
import { monthsFromWeeks } from '../time/calendar.js';
import { dropoutTransitions } from './dropout.js';

/** One track for each activity. */
export function activityTracks(approach: { readonly activities: object }): Track[] {
  return Object.keys(approach.activities).map((name) => ({ name, states: activityStates }));
}

/** Income states in which a municipality has someone in its care. */
const inCare = inState('income', 'living_allowance', 'bijstand', 'bijstand_part_time');
const outOfCare = inState('income', 'work', 'education', 'other', 'pension');

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
  start: Condition,
): PersonalTransition[] {
  const activity = approach.activities[name]!;
  const goesOn = activity.continues_in_work === true;
  // The scenario decides whether there is aftercare, not the length that a draw gives it.
  const { aftercare_weeks: aftercare } = activity;
  const next = aftercare === undefined ? 'finished' : 'aftercare';
  const months = monthsFromWeeks(activity.weeks);
  const share = activity.dropout ?? scenario.effects.activity_dropout;
  const { attributes } = peopleOf(scenario);
  const who = activity.for && { for: activity.for, attributes };
  const age = activity.for?.age;
  const mayStart = [
    start,
    ...(goesOn ? [] : [inCare]),
    ...(age === undefined ? [] : [agedBetween(scenario, age.from, age.to)]),
  ];
  const tooOld = age === undefined ? pensioned : olderThan(scenario, age.to);
  return [
    gate(name, 'waiting', 'not_eligible', tooOld),
    whenOpen(name, 'waiting', 'taking_part', { all: mayStart }, activity.start.delay_weeks),
    ...['taking_part', ...(aftercare === undefined ? [] : ['aftercare'])].map((from) =>
      gate(name, from, 'finished', pensioned, { reason: 'pension' }),
    ),
    after(name, 'taking_part', next, months),
    ...dropoutTransitions(scenario, approach, name, 'taking_part', 'dropped_out', { share, months, who }),
    ...(goesOn ? [] : [gate(name, 'taking_part', next, outOfCare, { reason: 'exit' })]),
    ...(aftercare === undefined ? [] : [after(name, 'aftercare', 'finished', monthsFromWeeks(aftercare))]),
  ];
}

/** Transitions of all activities of an approach; `starts` holds the start condition of each. */
export function activityTransitions(
  scenario: Scenario,
  approach: Approach,
  starts: Readonly<Record<string, Condition>>,
): PersonalTransition[] {
  return Object.keys(approach.activities).flatMap((name) =>
    transitionsOf(scenario, approach, name, starts[name]!),
  );
}

/** A cut of the benefit for absence from a mandatory activity. */
export function sanctionTransitions({ sanction }: Scenario, approach: Approach): PersonalTransition[] {
  const mandatory = Object.entries(approach.activities)
    .filter(([, activity]) => activity.mandatory)
    .map(([name]) => inState(name, 'taking_part'));
  const when: Condition = { all: [inState('income', 'bijstand', 'bijstand_part_time'), { any: mandatory }] };
  return [
    hazard('sanction', 'none', 'cut', [constantFactor(sanction.hazard)], {
      when,
      effects: [{ kind: 'load', load: 'hours', logPerUnit: Math.log(sanction.overload_per_hour) }],
    }),
    after('sanction', 'cut', 'none', sanction.months),
  ];
}

/** Idle time ends with the first course, activity of some size, or income of one's own. */
export function engagementTransitions(scenario: Scenario, approach: Approach): PersonalTransition[] {
  const { income } = scenario;
  const { courses, met } = regimeOf(scenario);
  const engaging = Object.entries(approach.activities)
    .filter(([, activity]) => activity.hours_per_week >= income.engaging_hours)
    .map(([name]) => inState(name, 'taking_part'));
  const when: Condition = {
    any: [
      ...courses.map(({ track, taking }) => inState(track, taking)),
      met,
      inState('income', 'bijstand_part_time', 'work', 'education'),
      ...engaging,
    ],
  };
  return [gate('engagement', 'idle', 'engaged', when)];
}

/** Hours a week that take up what a person can carry: course, activities, work, education, and what changes in people. */
export function hoursLoad(scenario: Scenario, approach: Approach): Load {
  const { income } = scenario;
  return {
    name: 'hours',
    weights: [
      ...regimeOf(scenario).courses.map(({ track, taking, hours }) => ({
        track,
        state: taking,
        weight: numberAt(scenario, hours),
      })),
      { track: 'income', state: 'bijstand_part_time', weight: income.part_time_hours },
      { track: 'income', state: 'work', weight: income.work_hours },
      { track: 'income', state: 'education', weight: income.work_hours },
      ...Object.entries(approach.activities).map(([track, activity]) => ({
        track,
        state: 'taking_part',
        weight: activity.hours_per_week,
      })),
      ...presentHours(scenario),
    ],
  };
}
