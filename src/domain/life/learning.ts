/**
 * Where a person learns the language now, and how fast: where the law has people learn, or in an activity that teaches.
 * An activity alone teaches at a pace proportional to its hours compared with those of the course: if the course has twelve hours
 * a week, twenty-four months of two hours a week equal four months of course. So a taalcoach cannot replace a course that has not
 * begun or is interrupted. Beside a place of the law, an activity of a kind that gives lessons adds its hours over those of the course
 * to the pace, as far as an hour beside the course teaches. If several places are open, only the fastest counts, and of several
 * lessons the one that adds most; their hours are not added up.
 */

import type { Condition, Effect, Track } from '../../engine/model/model.js';
import { lessonsOf, targetsOf } from '../activities/kinds.js';
import { regimeOf } from '../regimes/find.js';
import type { LawPlace } from '../regimes/regime.js';
import { SUPPORT } from '../schema/names.js';
import { numberAt } from '../schema/number-at.js';
import type { Activity, Approach, Scenario } from '../schema/scenario.js';
import { strongestWhen } from './strongest.js';
import { gate, inState, type PersonalTransition, stateRatio } from './transition.js';

const TRACK = `${SUPPORT}learning`;
const NOWHERE = 'nowhere';

/** A place to learn: while `when` holds, language is learned at `pace` (the course: 1). */
interface Place {
  readonly name: string;
  readonly when: Condition;
  readonly pace: number;
  /** What the place does to progress in the language; none: as in the course. */
  readonly effects: readonly Effect[];
}

/**
 * The places to learn under an approach. Their order is that of the scenario and not of their pace: paces are drawn, and draws
 * must not change the layout of a model.
 */
function placesOf(scenario: Scenario, approach: Approach): Place[] {
  const { places, fullPaceHours } = regimeOf(scenario);
  const hours = numberAt(scenario, fullPaceHours);
  const ofCourse = (own: number) => (hours > 0 ? own / hours : 1);
  const activities = Object.entries(approach.activities);
  const lessons = activities.flatMap(([name, activity]) => {
    const part = lessonsOf(scenario, activity);
    return part === undefined ? [] : [{ name, faster: 1 + part * ofCourse(activity.hours_per_week) }];
  });
  const alone = activities
    .filter(([, activity]) => teaches(scenario, activity))
    .map(([name, activity]): Place => {
      const factor = Math.min(1, ofCourse(activity.hours_per_week));
      return { name, when: inState(name, 'taking_part'), pace: factor, effects: [paceOf(name, factor)] };
    });
  const ofLaw = places.map((place): Place => {
    const pace = place.pace(scenario);
    return { name: place.name, when: place.when, pace, effects: effectsOf(place, place.name, pace) };
  });
  const beside = places.flatMap((place) =>
    lessons.map((lesson): Place => {
      const pace = place.pace(scenario);
      // No activity can have such a name.
      const name = `${place.name}+${lesson.name}`;
      return {
        name,
        when: { all: [place.when, inState(lesson.name, 'taking_part')] },
        pace: pace * lesson.faster,
        effects: [...effectsOf(place, name, pace), paceOf(name, lesson.faster)],
      };
    }),
  );
  return [...ofLaw, ...alone, ...beside];
}

/** Whether the language is learned in an activity. */
function teaches(scenario: Scenario, activity: Activity): boolean {
  return targetsOf(scenario, activity).includes('language') || lessonsOf(scenario, activity) !== undefined;
}

/** What a place of the law does to progress in the language, in a state of the track; none: as in the course that sets the pace. */
function effectsOf({ slows }: LawPlace, state: string, pace: number): Effect[] {
  if (slows === undefined) return [];
  return [slows === 'clock' ? paceOf(state, pace) : stateRatio(TRACK, `at_${state}`, pace)];
}

const paceOf = (name: string, factor: number): Effect => ({
  kind: 'pace',
  track: TRACK,
  state: `at_${name}`,
  factor,
});

/** The track that says where a person learns. Activities get a prefix, since one of them may be called course. */
export function learningTrack(scenario: Scenario, approach: Approach): Track {
  return { name: TRACK, states: [NOWHERE, ...placesOf(scenario, approach).map(({ name }) => `at_${name}`)] };
}

/** Gates that keep a person at the fastest place open to them. */
export function learningTransitions(scenario: Scenario, approach: Approach): PersonalTransition[] {
  const places = placesOf(scenario, approach);
  const teaching = places.filter(({ pace }) => pace > 0);
  const targets = [
    ...places.map((place) => ({
      state: `at_${place.name}`,
      when: strongestWhen(place, places, ({ pace }) => pace),
    })),
    { state: NOWHERE, when: { not: { any: teaching.map(({ when }) => when) } } },
  ];
  return targets.flatMap((from) =>
    targets.filter((to) => to !== from).map((to) => gate(TRACK, from.state, to.state, to.when)),
  );
}

/** Condition that a person learns somewhere. */
export const learningSomewhere: Condition = { not: inState(TRACK, NOWHERE) };

/** What each place does to progress in the language. */
export function learningEffects(scenario: Scenario, approach: Approach): Effect[] {
  return placesOf(scenario, approach).flatMap(({ effects }) => effects);
}
