/**
 * Lessons beside the course: activities of kinds that give lessons add their hours to those of the course, as far as an hour beside
 * it teaches. The clock of learning then runs faster, which is exact: twelve hours of course and four of lessons make sixteen.
 * Lessons that run at once add up, so four hours and four hours teach as eight.
 */

import type { Effect } from '../../engine/model/model.js';
import { lessonsOf } from '../activities/kinds.js';
import type { Approach, Scenario } from '../schema/scenario.js';
import { atPlaces, ofCourse, type WeighedLoad } from './learning.js';

/** What lessons add to the pace of the course. */
const LESSONS = 'lessons';

/** Load of what the lessons that run add to the pace of the course; none where no activity gives lessons. */
export function lessonLoads(scenario: Scenario, { activities }: Approach): WeighedLoad[] {
  const weights = Object.entries(activities).flatMap(([track, activity]) => {
    const part = lessonsOf(scenario, activity);
    if (part === undefined) return [];
    return [{ track, state: 'taking_part', weight: part * ofCourse(scenario, activity) }];
  });
  return weights.length === 0 ? [] : [{ load: { name: LESSONS, weights } }];
}

/** How much faster the language is learned during lessons, where the law has people learn or in education. */
export function lessonEffects(scenario: Scenario, approach: Approach): Effect[] {
  if (lessonLoads(scenario, approach).length === 0) return [];
  const more = { load: LESSONS, perUnit: 1, atMost: Number.POSITIVE_INFINITY };
  return atPlaces(scenario).map((at) => ({ kind: 'pace', ...at, factor: 1, more }));
}
