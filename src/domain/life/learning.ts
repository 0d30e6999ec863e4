/**
 * Where a person learns the language now, and how fast: where the law has people learn, or in an activity that teaches.
 * An activity alone teaches at a pace proportional to its hours compared with those of the course: if the course has twelve hours
 * a week, twenty-four months of two hours a week equal four months of course. So a taalcoach cannot replace a course that has not
 * begun or is interrupted. If several places are open, only the fastest counts; their hours are not added up. What lessons add
 * beside a place of the law stands in `lessons.ts`.
 */

import type { Condition, Effect, Track } from '../../engine/model/model.js';
import { teaches } from '../activities/kinds.js';
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
  readonly effect?: Effect;
}

/**
 * The places to learn under an approach. Their order is that of the scenario and not of their pace: paces are drawn, and draws
 * must not change the layout of a model.
 */
function placesOf(scenario: Scenario, approach: Approach): Place[] {
  const { places } = regimeOf(scenario);
  const alone = Object.entries(approach.activities)
    .filter(([, activity]) => teaches(scenario, activity))
    .map(([name, activity]): Place => {
      const factor = Math.min(1, ofCourse(scenario, activity));
      return { name, when: inState(name, 'taking_part'), pace: factor, effect: paceOf(name, factor) };
    });
  const ofLaw = places.map((place): Place => {
    const pace = place.pace(scenario);
    const effect = effectOf(place, pace);
    return { name: place.name, when: place.when, pace, ...(effect === undefined ? {} : { effect }) };
  });
  return [...ofLaw, ...alone];
}

/** Hours of an activity, over those of the course. */
export function ofCourse(scenario: Scenario, { hours_per_week: own }: Activity): number {
  const hours = numberAt(scenario, regimeOf(scenario).fullPaceHours);
  return hours > 0 ? own / hours : 1;
}

/** What a place of the law does to progress in the language; none: as in the course that sets the pace. */
function effectOf({ name, slows }: LawPlace, pace: number): Effect | undefined {
  if (slows === undefined) return undefined;
  return slows === 'clock' ? paceOf(name, pace) : stateRatio(TRACK, `at_${name}`, pace);
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

/** Condition that a person learns where the law has people learn. */
export function learningUnderLaw(scenario: Scenario): Condition {
  return inState(TRACK, ...regimeOf(scenario).places.map(({ name }) => `at_${name}`));
}

/** Condition that a person learns somewhere. */
export const learningSomewhere: Condition = { not: inState(TRACK, NOWHERE) };

/** What each place does to progress in the language. */
export function learningEffects(scenario: Scenario, approach: Approach): Effect[] {
  return placesOf(scenario, approach).flatMap(({ effect }) => effect ?? []);
}
