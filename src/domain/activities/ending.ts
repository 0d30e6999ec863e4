/** How an activity ends: after its weeks, on a condition, or by leaving bijstand, from where it may be taken up again. */

import type { Branch, Condition, Track } from '../../engine/model/model.js';
import { pensioned } from '../attributes/ageing.js';
import { activityStates } from '../life/tracks.js';
import { after, cuttingShort, gate, inState, type PersonalTransition } from '../life/transition.js';
import { SUPPORT } from '../schema/names.js';
import type { Activity, Approach } from '../schema/scenario.js';
import { monthsFromWeeks } from '../time/calendar.js';
import { exitTracks, exitTransitions } from './aftercare.js';
import { inCare } from './care.js';
import {
  placedTracks,
  placedTransitions,
  placingStates,
  plannedEnd,
  voluntaryTransitions,
} from './outflow.js';
import { ledOnBy, partsHaveEnded, tracksIn, type Wholes } from './wholes.js';

/** The parts of an activity, as read or under one draw, that give its track more states. */
export interface MoreStates {
  readonly resumes_within_weeks?: unknown;
  readonly outflow?: Parameters<typeof placingStates>[0];
}

/** The states of an activity's track: those that all have come first. */
export function statesOf({ resumes_within_weeks: resumes, outflow }: MoreStates): string[] {
  return [...activityStates, ...(resumes === undefined ? [] : ['interrupted']), ...placingStates(outflow)];
}

/** The weeks of an activity that can be taken up again: its own track only knows since when it goes on. */
const weeksTrack = (name: string) => `${SUPPORT}weeks_of_${name}`;

const outOfCare = inState('income', 'work', 'education', 'other', 'pension');

/** Months of an activity over which its stated dropout is spread. */
export function monthsOfDropout({ weeks, ends }: Activity): number {
  return monthsFromWeeks(weeks ?? ends!.dropout_weeks!);
}

/** When an activity is over. */
export interface Over {
  /** The condition of `ends`. */
  readonly when: Condition;
  /** States in which what it names was left before its end. */
  readonly left: readonly Condition[];
  /** Holds where the person has the income to which a whole leads on; undefined: no whole does. */
  readonly ledOn: Condition | undefined;
}

/**
 * What the condition of `ends` makes of an activity; undefined: it has none. One that is part of another, or of a course, is left before
 * its end by those who leave the whole.
 */
export function overOf(
  wholes: Wholes,
  name: string,
  courses: readonly { readonly track: string; readonly left: string }[],
): Over | undefined {
  const when = wholes.over[name];
  if (when === undefined) return undefined;
  const named = new Set(tracksIn(when));
  return {
    when,
    left: [
      ...Object.keys(wholes.activities).flatMap((other) =>
        named.has(other) ? [inState(other, 'dropped_out')] : [],
      ),
      ...courses.flatMap(({ track, left }) => (named.has(track) ? [inState(track, left)] : [])),
    ],
    ledOn: ledOnBy(wholes, name),
  };
}

/** Condition that income cuts an activity short: other than that to which a whole of it leads on. */
function cutByIncome(over: Over | undefined): Condition {
  return over?.ledOn === undefined ? outOfCare : { all: [outOfCare, { not: over.ledOn }] };
}

/** Transitions at the end that the condition of `ends` brings: as planned, unless the whole was left, or other income cuts it short. */
function endsWith(name: string, { continues_in_work: goesOn }: Activity, end: Branch[], over: Over) {
  const { when, left } = over;
  const cut = [...left, pensioned, ...(goesOn === true ? [] : [cutByIncome(over)])];
  const withWhole = { all: [when, { any: left }] };
  return [
    ...(left.length === 0
      ? []
      : [cuttingShort(gate(name, 'taking_part', 'dropped_out', withWhole, { reason: 'whole left' }))]),
    gate(name, 'taking_part', end, { all: [when, { not: { any: cut } }] }, { reason: 'ends' }),
  ];
}

/** Transitions at the planned end of an activity; `next` is what follows it. */
export function plannedTransitions(
  wholes: Wholes,
  name: string,
  next: string,
  over: Over | undefined,
): PersonalTransition[] {
  const activity = wholes.activities[name]!;
  const { weeks, resumes_within_weeks: resumes } = activity;
  const end = plannedEnd(activity, next);
  const months = weeks === undefined ? undefined : monthsFromWeeks(weeks);
  const atWeeks =
    months === undefined
      ? []
      : resumes === undefined
        ? [after(name, 'taking_part', end, months)]
        : [gate(name, 'taking_part', end, inState(weeksTrack(name), 'over'), { reason: 'weeks' })];
  return [
    ...atWeeks,
    ...(over === undefined ? [] : endsWith(name, activity, end, over)),
    ...placedTransitions(name, activity, next, partsHaveEnded(wholes, name)),
  ];
}

/** What leaving bijstand does to an activity: it is over, or waits for the person to fall back within its time. */
export function exitOf(
  name: string,
  activity: Activity,
  next: string,
  over: Over | undefined,
): PersonalTransition[] {
  const { resumes_within_weeks: resumes, continues_in_work: goesOn } = activity;
  if (goesOn === true) return [];
  const exit = (to: string) =>
    cuttingShort(gate(name, 'taking_part', to, cutByIncome(over), { reason: 'exit' }));
  if (resumes === undefined) return [exit(next)];
  return [
    exit('interrupted'),
    gate(name, 'interrupted', 'finished', pensioned, { reason: 'pension' }),
    ...(over === undefined ? [] : [gate(name, 'interrupted', next, over.when, { reason: 'ends' })]),
    gate(name, 'interrupted', 'taking_part', inCare, { reason: 'back' }),
    after(name, 'interrupted', next, monthsFromWeeks(resumes)),
  ];
}

/** The activities that can be taken up again, with their months. */
function resuming(approach: Approach): { readonly name: string; readonly months: number }[] {
  return Object.entries(approach.activities).flatMap(([name, { weeks, resumes_within_weeks: resumes }]) =>
    weeks === undefined || resumes === undefined ? [] : [{ name, months: monthsFromWeeks(weeks) }],
  );
}

/** Tracks of bookkeeping for what ends activities and what follows them. */
export function endingTracks(approach: Approach): Track[] {
  return [
    ...resuming(approach).map(({ name }) => ({ name: weeksTrack(name), states: ['running', 'over'] })),
    ...exitTracks(approach),
    ...placedTracks(approach),
  ];
}

/** Their transitions, and those of voluntary work. */
export function endingTransitions(approach: Approach): PersonalTransition[] {
  return [
    ...resuming(approach).map(({ name, months }) =>
      after(weeksTrack(name), 'running', 'over', months, { when: inState(name, 'taking_part') }),
    ),
    ...exitTransitions(approach),
    ...voluntaryTransitions(approach),
  ];
}
