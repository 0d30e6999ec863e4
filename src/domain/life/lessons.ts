/**
 * Lessons beside the course: activities of kinds that give lessons add their hours to those of the course, as far as an hour beside
 * it teaches. The clock of learning then runs faster, which is exact: twelve hours of course and four of lessons make sixteen. Of
 * several lessons at once only those that add most count, as everywhere else; their hours are not added up.
 */

import type { Effect, Track } from '../../engine/model/model.js';
import { lessonsOf } from '../activities/kinds.js';
import { SUPPORT } from '../schema/names.js';
import type { Approach, Scenario } from '../schema/scenario.js';
import { learningUnderLaw, ofCourse } from './learning.js';
import { strongestWhen } from './strongest.js';
import { gate, inState, type PersonalTransition } from './transition.js';

const TRACK = `${SUPPORT}lessons`;
const NONE = 'none';
const during = (name: string) => `during_${name}`;

/** The activities that give lessons, in the order of the scenario, and what each adds to the pace of the course. */
function lessonsUnder(scenario: Scenario, { activities }: Approach) {
  return Object.entries(activities).flatMap(([name, activity]) => {
    const part = lessonsOf(scenario, activity);
    if (part === undefined) return [];
    return [{ name, when: inState(name, 'taking_part'), adds: part * ofCourse(scenario, activity) }];
  });
}

/** The track that says whose lessons count; none where no activity gives lessons. */
export function lessonTracks(scenario: Scenario, approach: Approach): Track[] {
  const lessons = lessonsUnder(scenario, approach);
  return lessons.length === 0
    ? []
    : [{ name: TRACK, states: [NONE, ...lessons.map(({ name }) => during(name))] }];
}

/** Gates that follow the lessons that add most, where the law has people learn. */
export function lessonTransitions(scenario: Scenario, approach: Approach): PersonalTransition[] {
  const lessons = lessonsUnder(scenario, approach);
  if (lessons.length === 0) return [];
  const underLaw = learningUnderLaw(scenario);
  const adding = lessons.filter(({ adds }) => adds > 0);
  const targets = [
    ...lessons.map((each) => ({
      state: during(each.name),
      when: { all: [underLaw, strongestWhen(each, lessons, ({ adds }) => adds)] },
    })),
    { state: NONE, when: { any: [{ not: underLaw }, { not: { any: adding.map(({ when }) => when) } }] } },
  ];
  return targets.flatMap((from) =>
    targets.filter((to) => to !== from).map((to) => gate(TRACK, from.state, to.state, to.when)),
  );
}

/** How much faster the language is learned during lessons. */
export function lessonEffects(scenario: Scenario, approach: Approach): Effect[] {
  return lessonsUnder(scenario, approach).map(({ name, adds }) => ({
    kind: 'pace',
    track: TRACK,
    state: during(name),
    factor: 1 + adds,
  }));
}
