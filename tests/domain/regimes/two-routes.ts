/**
 * A second law, as small as one can be: no term, no loan, two routes. Half a year of lessons, or a year of practice in which
 * the language is learned at half the pace. Whoever has been through the route has met the duty.
 */

import { z } from 'zod';
import {
  type Attribute,
  amongValues,
  byOrigin,
  type Composed,
  type DrawnFrom,
  noYes,
  onlyNo,
  onlyYes,
} from '../../../src/domain/attributes/attribute.js';
import { after, gate, inState } from '../../../src/domain/life/transition.js';
import { namesOf, programmeEvent } from '../../../src/domain/measures/reward.js';
import type { LawWords, Regime, ScenarioUnder } from '../../../src/domain/regimes/regime.js';
import { conditionSchema } from '../../../src/domain/schema/condition.js';
import { euros, hours, months, ratio } from '../../../src/domain/schema/kinds-of-numbers.js';
import type { OfRegime } from '../../../src/domain/schema/scenario.js';
import { share } from '../../../src/domain/schema/sections.js';

const schema = {
  sections: {
    routes: z.strictObject({
      practice_share: share(),
      lessons: z.strictObject({ months: months(), hours: hours() }),
      practice: z.strictObject({ months: months(), hours: hours() }),
      fee: euros('euros'),
    }),
  },
  language: {},
  approach: { route: z.strictObject({ opens: conditionSchema }) },
  effects: { routing: ratio() },
} satisfies OfRegime;

type Law = ScenarioUnder<typeof schema>;

const practical = {
  name: 'practical',
  values: noYes,
  address: 'practical',
  draw: ({ routes }: DrawnFrom & Pick<Law, 'routes'>) => ({ by: [], shares: [routes.practice_share] }),
} as const satisfies Attribute;

const advices = ['short', 'long'] as const;

/** What a consulent advises, by the origin: reported, stated in profiles, and asked of the candidates of activities. */
const routeAdvice = {
  name: 'route_advice',
  values: advices,
  address: 'route advice',
  reported: {
    nl: { name: 'routeadvies', values: { short: 'kort', long: 'lang' } },
    en: { name: 'advice on the route', values: { short: 'short', long: 'long' } },
  },
  profile: {
    route_advice: {
      shareOfEach: advices,
      default: {
        short: { value: 0.6, low: 0.5, high: 0.7, note: 'an example' },
        long: { value: 0.4, low: 0.3, high: 0.5, note: 'an example' },
      },
    },
  },
  eligibility: amongValues(advices),
  draw: (
    scenario: Composed<{ readonly route_advice: Readonly<Record<(typeof advices)[number], number>> }>,
  ) => ({
    by: ['origin'],
    weights: byOrigin(scenario, ({ route_advice: shares }) => advices.map((advice) => shares[advice])),
  }),
} as const satisfies Attribute;

const reached = (state: string) => ({ name: state, when: inState('route', state), sustainedMonths: 0 });

const course = (name: 'lessons' | 'practice', label: string) => ({
  name,
  label,
  phase: 2,
  track: 'route',
  taking: `in_${name}`,
  left: 'left',
  begun: `in_${name}`,
  opens: ['route', 'opens'],
  hours: ['routes', name, 'hours'],
});

const words = (
  [fee, fund, passed, month]: readonly [string, string, string, string],
  names: readonly [string, string],
): LawWords => ({
  components: { route_fee: fee },
  payers: { fund },
  parts: { lessons: names[0], practice: names[1] },
  // The other law has this name too, for something else.
  terms: { route: 'route', passed },
  units: { 'euros a month in course': month },
  parameters: {},
});

export const twoRoutes: Regime<Law> = {
  name: 'two_routes',
  schema,
  attributes: [practical, routeAdvice],
  tracks: {
    afterHousing: [],
    afterLanguage: [{ name: 'route', states: ['not_started', 'in_lessons', 'in_practice', 'left', 'done'] }],
  },
  bookkeeping: [],
  courses: [course('lessons', 'Lessons'), course('practice', 'Practice')],
  met: inState('route', 'done'),
  transitions: ({ routes }, _, opens) => ({
    afterHousing: [],
    afterLanguage: [
      gate('route', 'not_started', 'in_lessons', opens.lessons!, { ratios: { practical: onlyNo } }),
      gate('route', 'not_started', 'in_practice', opens.practice!, { ratios: { practical: onlyYes } }),
      after('route', 'in_lessons', 'done', routes.lessons.months),
      after('route', 'in_practice', 'done', routes.practice.months),
    ],
  }),
  endsAtPension: [],
  exposures: [],
  milestones: ['in_lessons', 'in_practice', 'done'].map(reached),
  places: [
    { name: 'lessons', when: inState('route', 'in_lessons'), pace: () => 1 },
    { name: 'practice', when: inState('route', 'in_practice'), pace: () => 0.5, slows: 'clock' },
  ],
  fullPaceHours: ['routes', 'lessons', 'hours'],
  payers: ['fund'],
  costs: ({ routes }, transitions) => [
    programmeEvent('route_fee', 'fund', routes.fee, namesOf(transitions, 'route', '*', 'done')),
  ],
  measures: [
    {
      name: 'route_done_share',
      unit: 'share',
      better: 'more',
      definition: {
        en: 'Share of all persons that finished the route.',
        nl: 'Deel van alle personen dat de route afrondde.',
      },
      source: { kind: 'reached', milestone: 'done' },
      headline: { place: 8, label: { en: 'route done', nl: 'route afgerond' } },
      words: { en: { label: 'Finished the route' }, nl: { label: 'Route afgerond' } },
    },
    {
      name: 'passed_share',
      unit: 'share',
      better: 'more',
      definition: {
        en: 'Share of all persons that were let through at the end of the route.',
        nl: 'Deel van alle personen dat aan het eind van de route werd doorgelaten.',
      },
      source: { kind: 'reached', milestone: 'done' },
      words: { en: { label: 'Let through' }, nl: { label: 'Doorgelaten' } },
    },
  ],
  targets: [{ metric: 'route_done', track: 'route', state: 'done' }],
  calibrated: { moves: ['routes.'], leaves: ['routes.fee'] },
  phases: {
    names: { nl: ['wachten', 'de route', 'daarna'], en: ['waiting', 'the route', 'afterwards'] },
    housing: 1,
    aftercare: 3,
    outflow: 3,
  },
  marks: [],
  bars: [
    {
      phase: 2,
      label: { nl: 'De route', en: 'The route' },
      started: { track: 'route', states: ['in_lessons', 'in_practice', 'done'] },
      ended: { milestone: 'done' },
    },
  ],
  words: {
    en: words(['Fee of the route', 'the fund', 'let through', 'euros a lesson'], ['Lessons', 'Practice']),
    nl: words(
      ['Vergoeding van de route', 'het fonds', 'doorgelaten', 'euro per les'],
      ['Lessen', 'Praktijk'],
    ),
  },
  newScenario: {
    gates: '    route: { opens: { housing: housed } }\n',
    phase: 2,
    afterSettled: 'after the route',
    settled: '{ route: done }',
    inCourse: '{ route: [in_lessons, in_practice] }',
    sinceCourse: '{ route: [in_lessons, in_practice, done] }',
  },
};
