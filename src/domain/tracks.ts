/** The tracks every approach has, under the names that scenarios use. Activities add one track each. */

import type { Track } from '../engine/model/model.js';

export const coreTracks = [
  /** In the asylum centre (azc) until a house in the municipality is found. */
  { name: 'housing', states: ['centre', 'housed'] },
  /** The statutory term: runs from housing, ends when it is over or the duty is met. */
  { name: 'term', states: ['not_started', 'running', 'over'] },
  /** The loan for the course: owed by those fined, else forgiven. */
  { name: 'loan', states: ['none', 'taken', 'owed', 'repaid'] },
  { name: 'language', states: ['none', 'basic', 'exam_level', 'higher'] },
  /** `ended`: neither passed nor exempt when the duty to integrate ended, at the state pension age. */
  {
    name: 'inburgering',
    states: ['not_started', 'in_course', 'interrupted', 'overdue', 'passed', 'exempt', 'ended'],
  },
  /** Whether the approach lets a person look for work. */
  { name: 'search', states: ['closed', 'open'] },
  /**
   * `pension`: past the state pension age (AOW). What tops a short AOW up (AIO) is bijstand paid by the state's SVB, not by
   * the municipality: it is outside the accounts. Nobody leaves it.
   */
  {
    name: 'income',
    states: ['living_allowance', 'bijstand', 'bijstand_part_time', 'work', 'education', 'other', 'pension'],
  },
  { name: 'sanction', states: ['none', 'cut'] },
  /** Idle until the first course, activity or job. */
  { name: 'engagement', states: ['idle', 'engaged'] },
] as const satisfies readonly Track[];

/** States of an activity's track. */
export const activityStates = [
  'waiting',
  'taking_part',
  'aftercare',
  'finished',
  'dropped_out',
  'not_eligible',
] as const;
