/** How people go through the law of 2013: the term, the course and its exam, and the loan. */

import type { Condition } from '../../../engine/model/model.js';
import { dropoutTransitions } from '../../activities/dropout.js';
import { supportEffects } from '../../activities/support.js';
import { onlyNo, onlyYes } from '../../attributes/attribute.js';
import { educationLevels } from '../../attributes/education.js';
import type { AttributeRatios } from '../../attributes/person.js';
import { asNow } from '../../attributes/present.js';
import {
  after,
  constantFactor,
  gate,
  hazard,
  inState,
  type PersonalTransition,
  stateRatio,
} from '../../life/transition.js';
import type { InOrder } from '../regime.js';
import type { Wi2013Scenario } from './schema.js';
import { hasDiploma, schoolTransitions, termRuns } from './school.js';
import { courseMonths, repaying } from './tracks.js';

/**
 * The statutory term: starts at housing, longer for people who first learn to read and write. After it ends, people get further
 * terms until the duty is met: `over` is entered again at the end of each. Months of education may not count (see `school.ts`).
 */
function termTransitions({ inburgering }: Wi2013Scenario): PersonalTransition[] {
  const { term_months: term, extension_low_literate: extension, further_term_months: further } = inburgering;
  // Stretches one month, not the term: a term of 0 can be extended too.
  const stretch: AttributeRatios = {
    education: educationLevels.map((level) => (level === 'low_literate' ? term + extension : term)),
  };
  const runs = termRuns(inburgering);
  const overdue = inState('inburgering', 'overdue');
  return [
    gate('term', 'not_started', 'running', inState('housing', 'housed')),
    after('term', 'running', 'over', 1, { stretch, ...(runs === undefined ? {} : { when: runs }) }),
    after('term', 'over', 'over', further, { when: runs === undefined ? overdue : { all: [overdue, runs] } }),
  ];
}

/** The course: start, interruption, certificate, exemption, and the end of the term. */
function courseTransitions(
  scenario: Wi2013Scenario,
  approach: Wi2013Scenario['approaches'][string],
  opens: Condition,
): PersonalTransition[] {
  const { inburgering } = scenario;
  const track = 'inburgering';
  const ableToPass = inState('language', 'exam_level', 'higher');
  const termOver = inState('term', 'over');
  const passing = [constantFactor(1 / inburgering.exam_wait)];
  const passEffects = supportEffects(scenario, approach, 'exam');
  const unwell = asNow(scenario, { mental_health_complaints: onlyYes });
  const leaving = { share: inburgering.dropout, months: inburgering.course_months };
  const notDone = ['not_started', 'in_course', 'interrupted'];
  const { mean_wait: wait, in_centre: inCentre } = approach.course;
  const diploma = hasDiploma(inburgering);
  return [
    hazard(track, 'not_started', 'in_course', [constantFactor(1 / wait)], {
      when: opens,
      effects: inCentre === undefined ? [] : [stateRatio('housing', 'centre', inCentre)],
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
        ...unwell,
      }),
    ),
    ...(diploma === undefined
      ? []
      : [...notDone, 'overdue'].map((state) => gate(track, state, 'exempt', diploma, { reason: 'diploma' }))),
  ];
}

/**
 * The loan for the course. People who are fined repay it in the months in which they have income of their own, over a number of
 * months but never more than they borrowed; for others it is forgiven. Repaying all of it takes the months in course times the
 * amount borrowed a month divided by the amount repaid a month.
 */
function loanTransitions({ inburgering }: Wi2013Scenario): PersonalTransition[] {
  const { loan_per_month: borrowed, loan_repayment: repaid } = inburgering;
  // With a repayment of 0 the loan is never paid off.
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

/** All transitions of the law under an approach; `opens`: when the course does. */
export function lawTransitions(
  scenario: Wi2013Scenario,
  approach: Wi2013Scenario['approaches'][string],
  opens: Condition,
): InOrder<PersonalTransition> {
  return {
    afterHousing: [...termTransitions(scenario), ...loanTransitions(scenario)],
    afterLanguage: [
      ...courseTransitions(scenario, approach, opens),
      ...schoolTransitions(scenario.inburgering),
    ],
  };
}
