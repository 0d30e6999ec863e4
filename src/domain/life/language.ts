/** How people learn the language, level by level. */

import { supportEffects } from '../activities/support.js';
import { ratioOfYes } from '../attributes/attribute.js';
import { educationLevels } from '../attributes/education.js';
import { asNow } from '../attributes/present.js';
import { languageLevels, levelsAbove } from '../schema/names.js';
import type { Approach, Scenario } from '../schema/scenario.js';
import { learningEffects, learningSomewhere } from './learning.js';
import { lessonEffects } from './lessons.js';
import { afterLognormal, type PersonalTransition, stateRatio } from './transition.js';

/** Steps of language: lognormal learning time, slowed by low schooling, complaints, work and overload. */
export function languageTransitions(scenario: Scenario, approach: Approach): PersonalTransition[] {
  const { language } = scenario;
  const groups = asNow(scenario, {
    education: educationLevels.map((level) => language.education[level]),
    mental_health_complaints: ratioOfYes(language.mental_health),
  });
  const effects = [
    stateRatio('income', 'work', language.working),
    stateRatio('income', 'bijstand_part_time', language.working),
    { kind: 'load', load: 'hours', logPerUnit: Math.log(language.overload_per_hour) } as const,
    ...learningEffects(scenario, approach),
    ...lessonEffects(scenario, approach),
    ...supportEffects(scenario, approach, 'language'),
    ...groups.effects,
  ];
  return levelsAbove.map((level, i) => {
    const median = language.months_to[level];
    const to = [{ state: level, probability: 1 }];
    return afterLognormal('language', languageLevels[i]!, to, median, language.sigma, {
      when: learningSomewhere,
      effects,
      ratios: groups.ratios,
    });
  });
}
