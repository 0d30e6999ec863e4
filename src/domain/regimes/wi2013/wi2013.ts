/** The Wet inburgering 2013: people are responsible themselves, with a term for the exam, a loan for the course, and fines. */

import { inState } from '../../life/transition.js';
import { housedInTime, WEEKS_TO_HOUSE } from '../../measures/housing.js';
import { monthsFromWeeks } from '../../time/calendar.js';
import type { LawBar, Regime } from '../regime.js';
import { attributes } from './attributes.js';
import { lawCosts } from './costs.js';
import { measures } from './measures.js';
import { newScenario } from './new-scenario.js';
import { schema, type Wi2013Scenario } from './schema.js';
import { schoolTracks } from './school.js';
import { courseMonths, met, milestones, tracks } from './tracks.js';
import { lawTransitions } from './transitions.js';
import { en, nl } from './words.js';

const inCourse = inState('inburgering', 'in_course');

const phases = {
  names: {
    nl: [
      'warme overdracht',
      'wachten op woning en intake',
      'wettelijk en parallel traject',
      'slagen binnen drie jaar',
      'zelfstandig verder: uitstroom, terugval en nazorg',
    ],
    en: [
      'warm transfer',
      'waiting for housing, and intake',
      'statutory and parallel track',
      'passing within three years',
      'on their own: outflow, relapse and aftercare',
    ],
  },
  housing: 2,
  aftercare: 5,
  outflow: 5,
};

const bars: readonly LawBar[] = [
  // This bar ends with the term: after it people are overdue, with or without a course.
  {
    phase: 3,
    label: { nl: 'Inburgeringscursus, binnen de termijn', en: 'Statutory course, within the term' },
    started: { milestone: 'in_course' },
    ended: {
      milestone: 'in_course',
      without: { track: 'inburgering', states: ['in_course', 'interrupted'] },
    },
  },
  {
    phase: 4,
    label: { nl: 'Termijn, tot geslaagd of ontheven', en: 'Term, until passed or exempt' },
    started: { track: 'term', states: ['running', 'over'] },
    ended: { track: 'inburgering', states: ['passed', 'exempt', 'ended'] },
  },
];

/** Housing first, then course and exam, then work. */
const steps: Regime['steps'] = {
  opens: { course: 'housing = housed', search: 'inburgering = passed or exempt or overdue' },
  said: {
    nl: 'vergunning, woning, cursus en examen, en dan zoeken naar werk',
    en: 'permit, house, course and exam, and then looking for work',
  },
};

const marks: Regime['marks'] = [
  {
    label: { nl: 'wettelijke 13 weken voor een woning', en: 'the 13 weeks for a house by law' },
    months: monthsFromWeeks(WEEKS_TO_HOUSE),
    measure: housedInTime.name,
  },
  {
    label: { nl: 'streeftijd van twee jaar', en: 'the aim of two years' },
    months: 24,
    since: 'housed',
    measure: 'passed_within_24_months_of_housing_share',
  },
];

export const wi2013: Regime<Wi2013Scenario> = {
  name: 'wi2013',
  schema,
  attributes,
  tracks,
  ownTracks: ({ inburgering }) => schoolTracks(inburgering),
  bookkeeping: ['term'],
  courses: [
    {
      name: 'course',
      label: 'Statutory course',
      phase: 3,
      track: 'inburgering',
      taking: 'in_course',
      left: 'interrupted',
      begun: 'in_course',
      opens: ['course', 'opens'],
      wait: ['course', 'mean_wait'],
      hours: ['inburgering', 'course_hours'],
    },
  ],
  met,
  transitions: (scenario, approach, opens) => lawTransitions(scenario, approach, opens.course!),
  endsAtPension: [
    { track: 'inburgering', from: ['not_started', 'in_course', 'interrupted', 'overdue'], to: 'ended' },
  ],
  exposures: [courseMonths],
  milestones,
  places: [
    { name: 'course', when: inCourse, pace: () => 1 },
    {
      name: 'overdue',
      when: inState('inburgering', 'overdue'),
      pace: ({ language }) => language.overdue,
      slows: 'hazard',
    },
  ],
  fullPaceHours: ['inburgering', 'course_hours'],
  payers: ['duo'],
  costs: lawCosts,
  measures,
  targets: [
    { metric: 'passed_in_term', track: 'inburgering', state: 'passed', before: 'overdue' },
    { metric: 'not_done_in_term', track: 'inburgering', state: 'overdue' },
  ],
  calibrated: {
    moves: ['inburgering.'],
    leaves: ['inburgering.fine', 'inburgering.loan', 'inburgering.further'],
  },
  phases,
  bars,
  marks,
  steps,
  words: { en, nl },
  newScenario,
};
