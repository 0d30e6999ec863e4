/**
 * The way from work back to bijstand: rates by time since the job began (`income.relapse`) and, where the scenario has
 * `income.relapse_ratios`, by what makes work last: the present level of the language, schooling, and how the job began. Without
 * these, work found before the language costs nothing later.
 */

import type { Condition, Effect, TimeFactor, Track } from '../../engine/model/model.js';
import { educationLevels } from '../attributes/education.js';
import type { AttributeRatios } from '../attributes/person.js';
import { regimeOf } from '../regimes/find.js';
import { languageLevels, SUPPORT } from '../schema/names.js';
import type { Scenario } from '../schema/scenario.js';
import {
  branchingGate,
  gate,
  inState,
  type PersonalTransition,
  stateRatio,
  stepFactor,
} from './transition.js';

/** Whether the present job, or else the part-time work beside bijstand, began beside bijstand. */
const AFTER_PART_TIME = `${SUPPORT}after_part_time`;

/** Whether the present job began before the person had done what the law asks. */
const BEFORE_DUTY_MET = `${SUPPORT}before_duty_met`;

/** The contract of the present job. */
const CONTRACT = `${SUPPORT}contract`;

const working = inState('income', 'work');
const notWorking: Condition = { not: working };

/** Rates of relapse, by time since the job began. */
export function relapseRates({ income: { relapse } }: Scenario): TimeFactor {
  return stepFactor('entry', [
    [0, relapse.from_0],
    [6, relapse.from_6],
    [12, relapse.from_12],
    [60, relapse.from_60],
  ]);
}

/** The tracks that remember how a job began; none where no ratio asks for it. */
export function jobTracks({ income: { relapse_ratios: ratios = {} } }: Scenario): Track[] {
  return [
    ...(ratios.after_part_time === undefined ? [] : [{ name: AFTER_PART_TIME, states: ['no', 'yes'] }]),
    ...(ratios.before_duty_met === undefined ? [] : [{ name: BEFORE_DUTY_MET, states: ['no', 'yes'] }]),
    ...(ratios.contract === undefined
      ? []
      : [{ name: CONTRACT, states: ['none', 'temporary', 'permanent'] }]),
  ];
}

/** Gates that keep them. */
export function jobTransitions(scenario: Scenario): PersonalTransition[] {
  const { after_part_time, before_duty_met, contract } = scenario.income.relapse_ratios ?? {};
  const { met } = regimeOf(scenario);
  return [
    ...(after_part_time === undefined
      ? []
      : [
          gate(AFTER_PART_TIME, 'no', 'yes', inState('income', 'bijstand_part_time')),
          gate(AFTER_PART_TIME, 'yes', 'no', { not: inState('income', 'bijstand_part_time', 'work') }),
        ]),
    ...(before_duty_met === undefined
      ? []
      : [
          gate(BEFORE_DUTY_MET, 'no', 'yes', { all: [working, { not: met }] }),
          gate(BEFORE_DUTY_MET, 'yes', 'no', notWorking),
        ]),
    ...(contract === undefined
      ? []
      : [
          ...languageLevels.map((level) =>
            branchingGate(
              CONTRACT,
              'none',
              [
                { state: 'temporary', probability: contract.temporary[level] },
                { state: 'permanent', probability: 1 - contract.temporary[level] },
              ],
              { all: [working, inState('language', level)] },
              { reason: level },
            ),
          ),
          gate(CONTRACT, 'temporary', 'none', notWorking),
          gate(CONTRACT, 'permanent', 'none', notWorking),
        ]),
  ];
}

/** Hazard ratios on relapse from the level of the language, and from how the job began. */
export function relapseEffects({ income: { relapse_ratios: ratios = {} } }: Scenario): Effect[] {
  const { language, after_part_time, before_duty_met, contract } = ratios;
  return [
    ...(language === undefined
      ? []
      : languageLevels.map((level) => stateRatio('language', level, language[level]))),
    ...(after_part_time === undefined ? [] : [stateRatio(AFTER_PART_TIME, 'yes', after_part_time)]),
    ...(before_duty_met === undefined ? [] : [stateRatio(BEFORE_DUTY_MET, 'yes', before_duty_met)]),
    ...(contract === undefined ? [] : contractEffects(contract)),
  ];
}

/** The ratios of both contracts, whose mean over the jobs that begin at the exam level is 1. */
function contractEffects({
  temporary,
  ratio,
}: NonNullable<NonNullable<Scenario['income']['relapse_ratios']>['contract']>): Effect[] {
  const mean = 1 + temporary.exam_level * (ratio - 1);
  return [stateRatio(CONTRACT, 'temporary', ratio / mean), stateRatio(CONTRACT, 'permanent', 1 / mean)];
}

/** Hazard ratios on relapse from schooling; none where the scenario has none. */
export function relapseAttributeRatios({ income }: Scenario): { readonly ratios?: AttributeRatios } {
  const education = income.relapse_ratios?.education;
  if (education === undefined) return {};
  return { ratios: { education: educationLevels.map((level) => education[level]) } };
}
