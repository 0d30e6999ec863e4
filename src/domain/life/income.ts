/**
 * Income: bijstand, part-time work beside it, work, education, other; and the way back. Bijstand is for those who are
 * housed: in the asylum centre a job that ends leads back to the living allowance.
 */

import type { Condition, Effect, Track } from '../../engine/model/model.js';
import { placementTransitions } from '../activities/outflow.js';
import { supportEffects } from '../activities/support.js';
import { ageRatios } from '../attributes/ageing.js';
import { onlyNo, onlyYes, ratioOfYes } from '../attributes/attribute.js';
import { educationLevels } from '../attributes/education.js';
import { households } from '../attributes/household.js';
import type { AttributeRatios } from '../attributes/person.js';
import { asNow } from '../attributes/present.js';
import { workRatios } from '../attributes/work-ratios.js';
import { languageLevels, SUPPORT } from '../schema/names.js';
import type { Approach, Scenario } from '../schema/scenario.js';
import { monthsSinceEpoch } from '../time/calendar.js';
import { relapseAttributeRatios, relapseEffects, relapseRates } from './relapse.js';
import {
  afterLognormal,
  constantFactor,
  gate,
  hazard,
  inState,
  type PersonalTransition,
  stateRatio,
  stepFactor,
  whenOpen,
} from './transition.js';

const stays = onlyNo;

/** Who has a partner whose job ends the bijstand; of a partner who arrived later, with a ratio of its own. */
function partnerRatios(scenario: Scenario) {
  const { family } = scenario;
  const { ratios, effects } = asNow(scenario, {
    household: households.map(({ isCouple }) => (isCouple ? 1 : 0)),
    never_leaving: stays,
  });
  const later = family && { reunification_pending: ratioOfYes(family.partner_work) };
  return { ratios: { ...ratios, ...later }, effects };
}

function languageEffects(by: Scenario['income']['language']): Effect[] {
  return languageLevels.map((level) => stateRatio('language', level, by[level]));
}

/** What starts, helps and hinders the step to work. */
function workEffects(scenario: Scenario, approach: Approach): Effect[] {
  const { income } = scenario;
  return [
    ...languageEffects(income.language),
    stateRatio('search', 'closed', income.search_closed),
    { kind: 'exposure', exposure: 'idle', logPerMonth: Math.log(income.idle_per_month) },
    ...supportEffects(scenario, approach, 'work'),
  ];
}

/** The search for work: it opens when the approach says so, or after the condition has held for a total number of weeks. */
export function searchTransitions(opens: Condition, delayWeeks?: number): PersonalTransition[] {
  return [whenOpen('search', 'closed', 'open', opens, delayWeeks)];
}

/** Where the end of a job leads for people with a house: to bijstand, or to what somebody without bijstand had before. */
export const fallbackTrack: Track = { name: `${SUPPORT}fallback`, states: ['bijstand', 'other'] };

function fallbackTransitions(withoutBijstand: AttributeRatios): PersonalTransition[] {
  const { name } = fallbackTrack;
  return [
    gate(name, 'bijstand', 'other', inState('income', 'other')),
    gate(name, 'bijstand', 'other', inState('housing', 'housed'), {
      reason: 'never bijstand',
      ratios: withoutBijstand,
    }),
    gate(name, 'other', 'bijstand', inState('income', 'bijstand', 'bijstand_part_time')),
  ];
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
  const work = { effects: workEffects(scenario, approach) };
  const groups = asNow(scenario, workRatios(scenario));
  // A partner's job depends on the same circumstances as the person's, but not on the person's age.
  const ownWork = {
    effects: [...work.effects, ...ageRatios(scenario, income.ratios.age), ...groups.effects],
    ratios: groups.ratios,
  };
  const partner = partnerRatios(scenario);
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
  const notHoused = inState('housing', 'centre');
  const inCentre = [constantFactor(income.work * income.in_centre), tide];
  const withBijstand: AttributeRatios = { no_bijstand: onlyNo };
  const withoutBijstand: AttributeRatios = { no_bijstand: onlyYes };
  const relapse = relapseRates(scenario);
  const relapsing = {
    effects: [...supportEffects(scenario, approach, 'aftercare'), ...relapseEffects(scenario)],
    ...relapseAttributeRatios(scenario),
  };
  const afterEducation = [
    { state: 'work', probability: income.education_to_work },
    { state: 'bijstand', probability: 1 - income.education_to_work },
  ];
  return [
    gate(track, 'living_allowance', 'bijstand', housed, { ratios: withBijstand }),
    gate(track, 'living_allowance', 'other', housed, { ratios: withoutBijstand }),
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
        effects: [...work.effects, ...partner.effects],
        ratios: partner.ratios,
      }),
      hazard(track, from, 'education', [constantFactor(income.education)], study),
      hazard(track, from, 'other', [constantFactor(income.other_exit)], { ratios: { never_leaving: stays } }),
    ]),
    hazard(track, 'work', 'living_allowance', [relapse], { ...relapsing, when: notHoused }),
    ...fallbackTrack.states.map((state) =>
      hazard(track, 'work', state, [relapse], {
        ...relapsing,
        when: { all: [housed, inState(fallbackTrack.name, state)] },
      }),
    ),
    ...fallbackTransitions(withoutBijstand),
    hazard(track, 'other', 'bijstand', [constantFactor(income.other_return)], { ratios: withBijstand }),
    hazard(track, 'other', 'work', [constantFactor(income.work * income.other_to_work), tide], ownWork),
    afterLognormal(track, 'education', afterEducation, income.education_months, income.education_sigma),
    ...placementTransitions(approach),
  ];
}
