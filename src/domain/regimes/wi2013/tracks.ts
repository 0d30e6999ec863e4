/** The tracks of the law of 2013, and what is read from them. */

import type { Condition, Exposure, Milestone, Track } from '../../../engine/model/model.js';
import { inState } from '../../life/transition.js';
import type { InOrder } from '../regime.js';

export const tracks: InOrder<Track> = {
  afterHousing: [
    /** The statutory term: runs from housing, ends when it is over or the duty is met. */
    { name: 'term', states: ['not_started', 'running', 'over'] },
    /** The loan for the course: owed by those fined, else forgiven. */
    { name: 'loan', states: ['none', 'taken', 'owed', 'repaid'] },
  ],
  afterLanguage: [
    /** `ended`: neither passed nor exempt when the duty to integrate ended, at the state pension age. */
    {
      name: 'inburgering',
      states: ['not_started', 'in_course', 'interrupted', 'overdue', 'passed', 'exempt', 'ended'],
    },
  ],
};

/** Condition that the duty is met: by the exam, or by an exemption. */
export const met: Condition = inState('inburgering', 'passed', 'exempt');

/** Months in course: those for which a loan was taken. */
export const courseMonths: Exposure = {
  name: 'months in course',
  when: inState('inburgering', 'in_course'),
  capMonths: Number.POSITIVE_INFINITY,
};

/** Condition that someone who owes a loan pays it back: only from income of one's own. */
export const repaying: Condition = inState('income', 'work', 'other');

const first = (state: string): Milestone => ({
  name: state,
  when: inState('inburgering', state),
  sustainedMonths: 0,
});

export const milestones: readonly Milestone[] = ['in_course', 'passed', 'exempt', 'overdue'].map(first);
