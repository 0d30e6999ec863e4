/** Housing, the statutory term, language and the inburgering course under one regime. */

import type { Condition } from '../engine/model.js';
import type { AttributeRatios } from './attributes.js';
import { learningEffects, learningSomewhere } from './learning.js';
import { educationLevels, households, origins } from './schema/cohort.js';
import { languageLevels } from './schema/life.js';
import type { Approach, Scenario } from './schema.js';
import { supportEffects } from './support.js';
import {
  after,
  afterLognormal,
  constantFactor,
  gate,
  hazard,
  inState,
  type PersonalTransition,
  stateRatio,
} from './transition.js';

/** Rate per month at which a share of people has left after some months (exponential): -ln(1 - share) / months. */
export function rateOfShare(share: number, months: number): number {
  return -Math.log1p(-share) / months;
}

/** From the asylum centre to a house: lognormal, with medians by origin. */
export function housingTransitions({ housing }: Scenario): PersonalTransition[] {
  const stretch: AttributeRatios = {
    origin: origins.map((origin) => housing.median_wait[origin] * housing.wait_ratio),
    household: households.map((household) => (household === 'single' ? housing.single_ratio : 1)),
  };
  const housed = [{ state: 'housed', probability: 1 }];
  return [afterLognormal('housing', 'centre', housed, 1, housing.sigma, { stretch })];
}

/** The statutory term: starts at housing, longer for people who first learn to read and write. */
export function termTransitions({ inburgering }: Scenario): PersonalTransition[] {
  const { term_months: term, extension_low_literate: extension } = inburgering;
  const stretch: AttributeRatios = {
    education: educationLevels.map((level) => (level === 'low_literate' ? (term + extension) / term : 1)),
  };
  return [
    gate('term', 'not_started', 'running', inState('housing', 'housed')),
    after('term', 'running', 'over', term, { stretch }),
  ];
}

/** Steps of language: lognormal learning time, slowed by low schooling, complaints, work and overload. */
export function languageTransitions(scenario: Scenario, approach: Approach): PersonalTransition[] {
  const { language } = scenario;
  const ratios: AttributeRatios = {
    education: educationLevels.map((level) => language.education[level]),
    mental_health_complaints: [1, language.mental_health],
  };
  const effects = [
    stateRatio('income', 'work', language.working),
    stateRatio('income', 'bijstand_part_time', language.working),
    { kind: 'load', load: 'hours', logPerUnit: Math.log(language.overload_per_hour) } as const,
    ...learningEffects(scenario, approach),
    ...supportEffects(scenario, approach, 'language'),
  ];
  return languageLevels.slice(1).map((level, i) => {
    const median = language.months_to[level as keyof typeof language.months_to];
    const to = [{ state: level, probability: 1 }];
    return afterLognormal('language', languageLevels[i]!, to, median, language.sigma, {
      when: learningSomewhere,
      effects,
      ratios,
    });
  });
}

/** The course: start, interruption, certificate, exemption, and the end of the term. */
export function inburgeringTransitions(
  scenario: Scenario,
  approach: Approach,
  opens: Condition,
): PersonalTransition[] {
  const { inburgering, effects } = scenario;
  const track = 'inburgering';
  const ableToPass = inState('language', 'exam_level', 'higher');
  const termOver = inState('term', 'over');
  const passing = [constantFactor(1 / inburgering.exam_wait)];
  const passEffects = supportEffects(scenario, approach, 'exam');
  const unwell: AttributeRatios = { mental_health_complaints: [0, 1] };
  const leaving = rateOfShare(inburgering.dropout, inburgering.course_months);
  const notDone = ['not_started', 'in_course', 'interrupted'];
  return [
    hazard(track, 'not_started', 'in_course', [constantFactor(1 / approach.course.mean_wait)], {
      when: opens,
    }),
    hazard(track, 'in_course', 'interrupted', [constantFactor(leaving)], {
      effects: [
        { kind: 'load', load: 'hours', logPerUnit: Math.log(effects.overload_dropout_per_hour) },
        ...supportEffects(scenario, approach, 'dropout'),
      ],
    }),
    hazard(track, 'interrupted', 'in_course', [constantFactor(1 / inburgering.restart_months)]),
    hazard(track, 'in_course', 'passed', passing, { when: ableToPass, effects: passEffects }),
    hazard(track, 'overdue', 'passed', passing, { when: ableToPass, effects: passEffects }),
    hazard(track, 'overdue', 'exempt', [constantFactor(inburgering.late_exemption)]),
    ...notDone.flatMap((state) => [
      gate(track, state, 'exempt', termOver, { ratios: { exempt_at_term: [0, 1] } }),
      gate(track, state, 'overdue', termOver, { ratios: { exempt_at_term: [1, 0] } }),
    ]),
    ...[...notDone, 'overdue'].map((state) => medicalExemption(state, inburgering.medical_exemption, unwell)),
  ];
}

/** Exemption on medical grounds, told apart by name from exemption for effort out of the same state. */
function medicalExemption(state: string, rate: number, ratios: AttributeRatios): PersonalTransition {
  const built = hazard('inburgering', state, 'exempt', [constantFactor(rate)], { ratios });
  return { ...built, transition: { ...built.transition, name: `${built.transition.name} (medical)` } };
}
