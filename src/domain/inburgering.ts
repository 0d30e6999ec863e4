/** Housing, the statutory term, language and the inburgering course under one regime. */

import type { Condition, Exposure } from '../engine/model/model.js';
import { dropoutTransitions } from './activities/dropout.js';
import { supportEffects } from './activities/support.js';
import { onlyNo, onlyYes, ratioOfYes } from './attributes/attribute.js';
import { educationLevels } from './attributes/education.js';
import { households } from './attributes/household.js';
import type { AttributeRatios } from './attributes/person.js';
import { learningEffects, learningSomewhere } from './learning.js';
import { languageLevels } from './names.js';
import type { Approach, Scenario } from './schema.js';
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

/** From the asylum centre to a house: lognormal, with medians by origin. */
export function housingTransitions({ origins, housing }: Scenario): PersonalTransition[] {
  const stretch: AttributeRatios = {
    origin: origins.map(({ name }) => housing.median_wait[name]! * housing.wait_ratio),
    household: households.map(({ livesAlone }) => (livesAlone ? housing.single_ratio : 1)),
  };
  const housed = [{ state: 'housed', probability: 1 }];
  return [afterLognormal('housing', 'centre', housed, 1, housing.sigma, { stretch })];
}

/**
 * The statutory term: starts at housing, longer for people who first learn to read and write. Who is past it gets a
 * further term, and another one after that, until the duty is met: `over` is entered anew at the end of each.
 */
export function termTransitions({ inburgering }: Scenario): PersonalTransition[] {
  const { term_months: term, extension_low_literate: extension, further_term_months: further } = inburgering;
  // Stretches one month, not the term: a term of 0 can be extended too.
  const stretch: AttributeRatios = {
    education: educationLevels.map((level) => (level === 'low_literate' ? term + extension : term)),
  };
  return [
    gate('term', 'not_started', 'running', inState('housing', 'housed')),
    after('term', 'running', 'over', 1, { stretch }),
    after('term', 'over', 'over', further, { when: inState('inburgering', 'overdue') }),
  ];
}

/** Steps of language: lognormal learning time, slowed by low schooling, complaints, work and overload. */
export function languageTransitions(scenario: Scenario, approach: Approach): PersonalTransition[] {
  const { language } = scenario;
  const ratios: AttributeRatios = {
    education: educationLevels.map((level) => language.education[level]),
    mental_health_complaints: ratioOfYes(language.mental_health),
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
  const { inburgering } = scenario;
  const track = 'inburgering';
  const ableToPass = inState('language', 'exam_level', 'higher');
  const termOver = inState('term', 'over');
  const passing = [constantFactor(1 / inburgering.exam_wait)];
  const passEffects = supportEffects(scenario, approach, 'exam');
  const unwell: AttributeRatios = { mental_health_complaints: onlyYes };
  const leaving = { share: inburgering.dropout, months: inburgering.course_months };
  const notDone = ['not_started', 'in_course', 'interrupted'];
  return [
    hazard(track, 'not_started', 'in_course', [constantFactor(1 / approach.course.mean_wait)], {
      when: opens,
    }),
    ...dropoutTransitions(scenario, approach, track, 'in_course', 'interrupted', leaving),
    hazard(track, 'interrupted', 'in_course', [constantFactor(1 / inburgering.restart_months)]),
    hazard(track, 'in_course', 'passed', passing, { when: ableToPass, effects: passEffects }),
    hazard(track, 'overdue', 'passed', passing, { when: ableToPass, effects: passEffects }),
    hazard(track, 'overdue', 'exempt', [constantFactor(inburgering.late_exemption)]),
    ...notDone.flatMap((state) => [
      gate(track, state, 'exempt', termOver, { ratios: { exempt_at_term: onlyYes } }),
      gate(track, state, 'overdue', termOver, { ratios: { exempt_at_term: onlyNo } }),
    ]),
    ...[...notDone, 'overdue'].map((state) =>
      hazard(track, state, 'exempt', [constantFactor(inburgering.medical_exemption)], {
        reason: 'medical',
        ratios: unwell,
      }),
    ),
  ];
}

/**
 * The loan for the course: whoever is fined repays it, while income of one's own allows, over a number of months but never
 * more than was borrowed; for others it is forgiven. What was borrowed takes as many months of repayment as the months in
 * course times the amount borrowed a month over the amount repaid a month.
 */
export function loanTransitions({ inburgering }: Scenario): PersonalTransition[] {
  const { loan_per_month: borrowed, loan_repayment: repaid } = inburgering;
  // Of a loan that nobody pays back anything of, no month is the last.
  const ratio = repaid > 0 ? borrowed / repaid : Number.MAX_VALUE;
  return [
    gate('loan', 'none', 'taken', inState('inburgering', 'in_course')),
    gate('loan', 'taken', 'owed', inState('inburgering', 'overdue'), { ratios: { fined: onlyYes } }),
    after('loan', 'owed', 'repaid', inburgering.loan_repayment_months, {
      when: repaying,
      atMost: { exposure: courseMonths.name, ratio },
    }),
  ];
}

/** Months in course: those for which a loan was taken. */
export const courseMonths: Exposure = {
  name: 'months in course',
  when: inState('inburgering', 'in_course'),
  capMonths: Number.POSITIVE_INFINITY,
};

/** Condition that someone who owes a loan pays it back: only from income of one's own. */
export const repaying: Condition = inState('income', 'work', 'other');
