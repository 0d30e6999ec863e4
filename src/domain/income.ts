/** Income: bijstand, part-time work beside it, work, education, other; and the way back. */

import type { Condition, Effect } from '../engine/model.js';
import { ageRatios } from './ageing.js';
import type { AttributeRatios } from './attributes.js';
import { monthsSinceEpoch } from './calendar.js';
import { educationLevels, households, languageLevels, origins } from './names.js';
import type { Approach, Scenario } from './schema.js';
import { supportEffects } from './support.js';
import {
  afterLognormal,
  constantFactor,
  gate,
  hazard,
  inState,
  type PersonalTransition,
  stateRatio,
  stepFactor,
} from './transition.js';

const stays: readonly number[] = [1, 0];

function workRatios({ income: { ratios } }: Scenario): AttributeRatios {
  return {
    sex: [1, ratios.women],
    education: educationLevels.map((level) => ratios.education[level]),
    origin: origins.map((origin) => ratios.origin[origin]),
    household: households.map((household) => ratios.household[household]),
    mental_health_complaints: [1, ratios.mental_health],
    never_leaving: stays,
  };
}

function languageEffects(by: Scenario['income']['language']): Effect[] {
  return languageLevels.map((level) => stateRatio('language', level, by[level]));
}

/** What opens, helps and holds back the step to work. */
function workEffects(scenario: Scenario, approach: Approach): Effect[] {
  const { income } = scenario;
  return [
    ...languageEffects(income.language),
    stateRatio('search', 'closed', income.search_closed),
    { kind: 'exposure', exposure: 'idle', logPerMonth: Math.log(income.idle_per_month) },
    ...supportEffects(scenario, approach, 'work'),
  ];
}

/** The search for work: open when the approach says so. */
export function searchTransitions(opens: Condition, months: number): PersonalTransition[] {
  return [gate('search', 'closed', 'open', opens, { months })];
}

/** All transitions of the income track. */
export function incomeTransitions(
  scenario: Scenario,
  approach: Approach,
  epochYear: number,
): PersonalTransition[] {
  const { income } = scenario;
  const track = 'income';
  const tide = stepFactor(
    'calendar',
    income.labour_market.map((entry) => [monthsSinceEpoch(entry.from, epochYear), entry.ratio] as const),
  );
  const work = { effects: workEffects(scenario, approach), ratios: workRatios(scenario) };
  // A partner's job hangs on what the person meets, not on the person's age.
  const ownWork = { ...work, effects: [...work.effects, ...ageRatios(scenario, income.ratios.age)] };
  const study = {
    when: inState('student_finance', 'open'),
    effects: [
      ...ageRatios(scenario, income.education_ratios.age),
      ...languageEffects(income.education_language),
      stateRatio('search', 'closed', income.search_closed),
      ...supportEffects(scenario, approach, 'education'),
    ],
    ratios: {
      education: educationLevels.map((level) => income.education_ratios.education[level]),
      never_leaving: stays,
    },
  };
  const housed = inState('housing', 'housed');
  const inCentre = [constantFactor(income.work * income.in_centre), tide];
  const withBijstand: AttributeRatios = { no_bijstand: [1, 0] };
  const relapse = stepFactor('entry', [
    [0, income.relapse.from_0],
    [6, income.relapse.from_6],
    [12, income.relapse.from_12],
    [60, income.relapse.from_60],
  ]);
  const afterEducation = [
    { state: 'work', probability: income.education_to_work },
    { state: 'bijstand', probability: 1 - income.education_to_work },
  ];
  return [
    gate(track, 'living_allowance', 'bijstand', housed, { ratios: withBijstand }),
    gate(track, 'living_allowance', 'other', housed, { ratios: { no_bijstand: [0, 1] } }),
    hazard(track, 'living_allowance', 'work', inCentre, ownWork),
    hazard(track, 'bijstand', 'work', [constantFactor(income.work), tide], ownWork),
    hazard(track, 'bijstand', 'bijstand_part_time', [constantFactor(income.part_time_work), tide], ownWork),
    hazard(track, 'bijstand_part_time', 'work', [constantFactor(income.part_time_to_work), tide], {
      ...work,
      ratios: { never_leaving: stays },
    }),
    hazard(track, 'bijstand_part_time', 'bijstand', [constantFactor(income.part_time_loss)]),
    ...['bijstand', 'bijstand_part_time'].flatMap((from) => [
      // Bijstand is paid per household: a partner's job ends it for both. The partner is taken to be as far as the person,
      // and in the same activities.
      hazard(track, from, 'other', [constantFactor(income.work * income.partner_work), tide], {
        reason: 'partner',
        effects: work.effects,
        ratios: { household: households.map((name) => (name.startsWith('couple') ? 1 : 0)) },
      }),
      hazard(track, from, 'education', [constantFactor(income.education)], study),
      hazard(track, from, 'other', [constantFactor(income.other_exit)], { ratios: { never_leaving: stays } }),
    ]),
    hazard(track, 'work', 'bijstand', [relapse], {
      ratios: withBijstand,
      effects: supportEffects(scenario, approach, 'aftercare'),
    }),
    hazard(track, 'other', 'bijstand', [constantFactor(income.other_return)], { ratios: withBijstand }),
    afterLognormal(track, 'education', afterEducation, income.education_months, income.education_sigma),
  ];
}
