/** The costs of the law of 2013: loans for the course, which people who are fined repay, and fines. */

import { inState } from '../../life/transition.js';
import {
  always,
  type ByTrack,
  type DomainReward,
  namesOf,
  programmeEvent,
  programmeRate,
} from '../../measures/reward.js';
import type { Wi2013Scenario } from './schema.js';
import { repaying } from './tracks.js';

export function lawCosts({ inburgering }: Wi2013Scenario, transitions: ByTrack): DomainReward[] {
  const fines = [
    ...namesOf(transitions, 'inburgering', '*', 'overdue'),
    ...namesOf(transitions, 'term', 'over', 'over'),
  ];
  return [
    programmeRate('course_loan', 'duo', inburgering.loan_per_month, 'inburgering', 'in_course'),
    { ...programmeEvent('fines', 'duo', -inburgering.fine, fines), scale: 'fined' },
    repayment(-inburgering.loan_repayment),
  ];
}

/** Repayments of the loan by people who are fined, which go back to DUO. */
function repayment(amount: number): DomainReward {
  return {
    role: { kind: 'programme', payer: 'duo', component: 'loan_repayment' },
    reward: {
      kind: 'rate',
      name: 'loan_repayment (duo, monthly)',
      when: { all: [inState('loan', 'owed'), repaying] },
      amount: always(amount),
    },
  };
}
