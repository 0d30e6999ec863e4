/**
 * Aftercare: behind an activity, as a state of its track, or behind an exit, which may come long after the activity. Of the second
 * kind is everybody who has begun the activity and did not drop out of it; whom it never reached has none.
 */

import type { Condition, Track } from '../../engine/model/model.js';
import { after, gate, inState, type PersonalTransition } from '../life/transition.js';
import { SUPPORT } from '../schema/names.js';
import type { Activity, Approach } from '../schema/scenario.js';
import { monthsFromWeeks } from '../time/calendar.js';
import { inCare } from './care.js';

type Aftercare = Pick<Activity, 'aftercare' | 'aftercare_weeks'>;

/**
 * Weeks in the state `aftercare` behind the end of an activity; undefined: none. The scenario decides whether there is any, not
 * the length that a draw gives it.
 */
export function weeksBehindEnd({ aftercare, aftercare_weeks: weeks }: Aftercare): number | undefined {
  return aftercare?.starts === 'end' ? aftercare.weeks : weeks;
}

/** The state that follows the planned end of an activity. */
export function stateBehindEnd(activity: Aftercare): 'aftercare' | 'finished' {
  return weeksBehindEnd(activity) === undefined ? 'finished' : 'aftercare';
}

const exitTrack = (name: string) => `${SUPPORT}aftercare_of_${name}`;

/** Conditions under which the aftercare of an activity goes on; none where it has none. */
export function caredAfter(name: string, activity: Aftercare): Condition[] {
  if (activity.aftercare?.starts === 'exit') return [inState(exitTrack(name), 'on')];
  return weeksBehindEnd(activity) === undefined ? [] : [inState(name, 'aftercare')];
}

/** The activities with aftercare behind an exit, and its weeks. */
function behindExit(approach: Approach): { readonly name: string; readonly weeks: number }[] {
  return Object.entries(approach.activities).flatMap(([name, { aftercare }]) =>
    aftercare?.starts === 'exit' ? [{ name, weeks: aftercare.weeks }] : [],
  );
}

/** Tracks of aftercare behind an exit; `ready`: it would begin with an exit now. */
export function exitTracks(approach: Approach): Track[] {
  return behindExit(approach).map(({ name }) => ({ name: exitTrack(name), states: ['off', 'ready', 'on'] }));
}

/** Aftercare behind an exit begins with work or education, and ends after its weeks or with the return to bijstand. */
export function exitTransitions(approach: Approach): PersonalTransition[] {
  const out = inState('income', 'work', 'education');
  return behindExit(approach).flatMap(({ name, weeks }) => {
    const track = exitTrack(name);
    const begun: Condition = { not: inState(name, 'waiting', 'dropped_out', 'not_eligible') };
    return [
      gate(track, 'off', 'ready', { all: [inCare, begun] }),
      gate(track, 'ready', 'on', out),
      gate(track, 'ready', 'off', { any: [{ not: begun }, inState('income', 'other', 'pension')] }),
      gate(track, 'on', 'off', { not: out }, { reason: 'back' }),
      after(track, 'on', 'off', monthsFromWeeks(weeks)),
    ];
  });
}
