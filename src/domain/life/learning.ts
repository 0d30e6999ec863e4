/**
 * Where a person learns the language now, and how fast: where the law has people learn, in education, or in activities that teach.
 * Activities alone teach at a pace proportional to their hours together compared with those of the course, up to that of the
 * course: if the course has twelve hours a week, twenty-four months of two hours a week equal four months of course. So a
 * taalcoach cannot replace a course that has not begun or is interrupted. If several places are open, only the fastest counts.
 * What lessons add beside a place of the law stands in `lessons.ts`.
 */

import type { Condition, Effect, Load, Track } from '../../engine/model/model.js';
import { teaches } from '../activities/kinds.js';
import { regimeOf } from '../regimes/find.js';
import { SUPPORT } from '../schema/names.js';
import { numberAt } from '../schema/number-at.js';
import type { Activity, Approach, Scenario } from '../schema/scenario.js';
import { strongestWhen } from './strongest.js';
import { gate, inState, type PersonalTransition, stateRatio } from './transition.js';

const TRACK = `${SUPPORT}learning`;
const NOWHERE = 'nowhere';
const IN_ACTIVITIES = 'in_activities';

/** Hours of the activities that teach, over those of the course. */
const TEACHING = 'teaching';
/** The same, with the pace of a place of the law as its threshold. */
const over = (place: string) => `${TEACHING}_over_${place}`;

/** A load, and what it has to come to for conditions; absent: what the person can carry. */
export interface WeighedLoad {
  readonly load: Load;
  readonly threshold?: number;
}

/** A place of the law, or a school: while `when` holds, language is learned at `pace` (the course: 1). */
interface Place {
  readonly name: string;
  readonly when: Condition;
  readonly pace: number;
  readonly slows: 'clock' | 'hazard' | undefined;
}

/**
 * The places of the law and then a school, in this order and not in that of their pace: paces are drawn, and draws must not change
 * the layout of a model.
 */
function placesOf(scenario: Scenario): Place[] {
  const ofLaw = regimeOf(scenario).places.map((place): Place => {
    const { name, when, slows } = place;
    return { name, when, slows, pace: place.pace(scenario) };
  });
  const { in_education: pace } = scenario.language;
  if (pace === undefined) return ofLaw;
  return [...ofLaw, { name: 'school', when: inState('income', 'education'), slows: 'clock', pace }];
}

/** Hours of an activity, over those of the course. */
export function ofCourse(
  scenario: Scenario,
  { hours_per_week: own }: Pick<Activity, 'hours_per_week'>,
): number {
  const hours = numberAt(scenario, regimeOf(scenario).fullPaceHours);
  return hours > 0 ? own / hours : 1;
}

/** The activities that teach, and how fast. */
function teachingUnder(scenario: Scenario, { activities }: Approach): Load['weights'] {
  return Object.entries(activities)
    .filter(([, activity]) => teaches(scenario, activity))
    .map(([track, activity]) => ({ track, state: 'taking_part', weight: ofCourse(scenario, activity) }));
}

/** Loads of what the activities that run teach together; none where none teaches. */
export function learningLoads(scenario: Scenario, approach: Approach): WeighedLoad[] {
  const weights = teachingUnder(scenario, approach);
  if (weights.length === 0) return [];
  const slower = placesOf(scenario).filter(({ slows }) => slows !== undefined);
  return [
    { load: { name: TEACHING, weights } },
    ...slower.map(({ name, pace }) => ({ load: { name: over(name), weights }, threshold: pace })),
  ];
}

/** The track that says where a person learns. */
export function learningTrack(scenario: Scenario, approach: Approach): Track {
  const alone = teachingUnder(scenario, approach).length > 0 ? [IN_ACTIVITIES] : [];
  return { name: TRACK, states: [NOWHERE, ...placesOf(scenario).map(({ name }) => `at_${name}`), ...alone] };
}

/** Gates that keep a person at the fastest place open to them. */
export function learningTransitions(scenario: Scenario, approach: Approach): PersonalTransition[] {
  const places = placesOf(scenario);
  const weights = teachingUnder(scenario, approach);
  const running: Condition = {
    any: weights.filter(({ weight }) => weight > 0).map(({ track, state }) => inState(track, state)),
  };
  /** Condition that the activities teach faster than a place: as fast as the course at most. */
  const faster = ({ name, pace, slows }: Place): Condition =>
    weights.length > 0 && slows !== undefined && pace < 1 ? { load: over(name) } : { any: [] };
  const open = places.filter(({ pace }) => pace > 0);
  const targets = [
    ...places.map((place) => ({
      state: `at_${place.name}`,
      when: {
        all: [strongestWhen(place, places, ({ pace }) => pace), { not: { all: [running, faster(place)] } }],
      },
    })),
    ...(weights.length === 0
      ? []
      : [
          {
            state: IN_ACTIVITIES,
            when: {
              all: [running, ...open.map((place) => ({ any: [{ not: place.when }, faster(place)] }))],
            },
          },
        ]),
    { state: NOWHERE, when: { not: { any: [...open.map(({ when }) => when), running] } } },
  ];
  return targets.flatMap((from) =>
    targets.filter((to) => to !== from).map((to) => gate(TRACK, from.state, to.state, to.when)),
  );
}

/** The states of that track in which a person learns where the law has people learn, or in education. */
export function atPlaces(scenario: Scenario): { readonly track: string; readonly state: string }[] {
  return placesOf(scenario).map(({ name }) => ({ track: TRACK, state: `at_${name}` }));
}

/** Condition that a person learns somewhere. */
export const learningSomewhere: Condition = { not: inState(TRACK, NOWHERE) };

/** What each place does to progress in the language. */
export function learningEffects(scenario: Scenario, approach: Approach): Effect[] {
  const atEach = placesOf(scenario).flatMap(({ name, pace, slows }): Effect[] => {
    if (slows === undefined) return [];
    const state = `at_${name}`;
    return [
      slows === 'clock'
        ? { kind: 'pace', track: TRACK, state, factor: pace }
        : stateRatio(TRACK, state, pace),
    ];
  });
  if (teachingUnder(scenario, approach).length === 0) return atEach;
  const more = { load: TEACHING, perUnit: 1, atMost: 1 };
  return [...atEach, { kind: 'pace', track: TRACK, state: IN_ACTIVITIES, factor: 0, more }];
}
