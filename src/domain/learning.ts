/**
 * Where a person learns the language now, and how fast: in the course, past the term, or in an activity that teaches.
 * An activity teaches by itself at the pace of its hours over those of the course, so that two hours a week with a
 * taalcoach do not stand in for a course that has not begun or is interrupted.
 */

import type { Condition, Effect, Track } from '../engine/model.js';
import type { Approach, Scenario } from './schema.js';
import { gate, inState, type PersonalTransition, stateRatio } from './transition.js';

const TRACK = 'support_learning';
const NOWHERE = 'nowhere';

/** A place to learn: while `when` holds, language is learned at `pace` (hazard ratio; the course: 1). */
interface Source {
  readonly name: string;
  readonly when: Condition;
  readonly pace: number;
}

/** The places to learn under an approach, the fastest first. */
function sourcesOf({ inburgering, language }: Scenario, approach: Approach): Source[] {
  const activities = Object.entries(approach.activities)
    .filter(([, activity]) => activity.acts_on.includes('language'))
    .map(([name, activity]) => ({
      name,
      when: inState(name, 'taking_part'),
      pace:
        inburgering.course_hours > 0 ? Math.min(1, activity.hours_per_week / inburgering.course_hours) : 1,
    }));
  return [
    { name: 'course', when: inState('inburgering', 'in_course'), pace: 1 },
    { name: 'overdue', when: inState('inburgering', 'overdue'), pace: language.overdue },
    ...activities,
  ]
    .filter(({ pace }) => pace > 0)
    .sort((a, b) => b.pace - a.pace);
}

/** The track that says where a person learns. Activities come behind a prefix: one may be called course. */
export function learningTrack(scenario: Scenario, approach: Approach): Track {
  return { name: TRACK, states: [NOWHERE, ...sourcesOf(scenario, approach).map(({ name }) => `at_${name}`)] };
}

/** Gates that keep a person at the fastest place open to them. */
export function learningTransitions(scenario: Scenario, approach: Approach): PersonalTransition[] {
  const sources = sourcesOf(scenario, approach);
  const targets = [
    ...sources.map(({ name, when }, i) => ({
      state: `at_${name}`,
      when: { all: [when, ...sources.slice(0, i).map((faster) => ({ not: faster.when }))] },
    })),
    { state: NOWHERE, when: { not: { any: sources.map(({ when }) => when) } } },
  ];
  return targets.flatMap((from) =>
    targets.filter((to) => to !== from).map((to) => gate(TRACK, from.state, to.state, to.when)),
  );
}

/** Condition that a person learns somewhere. */
export const learningSomewhere: Condition = { not: inState(TRACK, NOWHERE) };

/** The pace of each place, as hazard ratios on progress in the language. */
export function learningEffects(scenario: Scenario, approach: Approach): Effect[] {
  return sourcesOf(scenario, approach)
    .filter(({ pace }) => pace !== 1)
    .map(({ name, pace }) => stateRatio(TRACK, `at_${name}`, pace));
}
