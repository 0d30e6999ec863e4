/** What is reported of a person's life: the measures, and how they follow from what the engine recorded. */

import { dropoutReasons, type Payer, payers } from '../names.js';
import { regimeOf } from '../regimes/find.js';
import type { Regime } from '../regimes/regime.js';
import type { Scenario } from '../schema.js';
import { ever, indexOfMilestone, type Measure, type Measured } from './measure.js';
import type { Reading } from './reading.js';
import type { DomainReward } from './reward.js';

export type { Measure } from './measure.js';

/** Key by which the same measure is found under another approach. */
export function measureKey(measure: { name: string; month?: number }): string {
  return measure.month === undefined ? measure.name : `${measure.name}@${measure.month}`;
}

/** What of a scenario they depend on. */
type Horizon = Pick<Scenario, 'horizon_years' | 'regime'>;

/** Positions of the rewards whose role passes the test. */
function rewardsWhere(built: Measured, test: (role: DomainReward['role']) => boolean) {
  return built.rewards.flatMap((entry, i) => (test(entry.role) ? [i] : []));
}

function timeMeasures(scenario: Horizon, built: Measured): Measure[] {
  const horizon = scenario.horizon_years * 12;
  const at = indexOfMilestone(built, 'self_sufficient');
  const years = Array.from({ length: scenario.horizon_years }, (_, i) => (i + 1) * 12);
  return [
    {
      name: 'months_to_self_sufficiency_restricted_mean',
      unit: 'months',
      better: 'less',
      reading: { kind: 'month', milestone: at, atMost: horizon },
    },
    ...years.map(
      (month): Measure => ({
        name: 'self_sufficient_share',
        month,
        unit: 'share',
        better: 'more',
        reading: { kind: 'reached', milestone: at, by: month },
      }),
    ),
  ];
}

function moneyMeasures(built: Measured): Measure[] {
  const bijstand = rewardsWhere(built, (role) => role.kind === 'bijstand');
  const programme = rewardsWhere(built, (role) => role.kind === 'programme');
  const all = [...bijstand, ...programme];
  const euros = (
    name: string,
    rewards: readonly number[],
    sign: 1 | -1,
    better: 'more' | 'less',
  ): Measure[] => [
    { name, unit: 'euros', better, reading: { kind: 'sum', of: 'nominal', rewards, sign } },
    {
      name: `${name}_discounted`,
      unit: 'euros',
      better,
      reading: { kind: 'sum', of: 'discounted', rewards, sign },
    },
  ];
  const byPayer = (payer: Payer) =>
    rewardsWhere(built, (role) => role.kind === 'programme' && role.payer === payer);
  const months = (of: 'bijstand' | 'work', better: 'more' | 'less'): Measure => {
    const rewards = rewardsWhere(built, (role) => role.kind === 'months' && role.of === of);
    return {
      name: `${of}_months`,
      unit: 'months',
      better,
      reading: { kind: 'sum', of: 'nominal', rewards, sign: 1 },
    };
  };
  return [
    months('bijstand', 'less'),
    months('work', 'more'),
    ...euros('bijstand_cost', bijstand, 1, 'less'),
    ...euros('programme_cost', programme, 1, 'less'),
    ...payers.map((payer) => euros(`programme_cost_${payer}`, byPayer(payer), 1, 'less')[0]!),
    ...euros('net_balance', all, -1, 'more'),
  ];
}

function countMeasures({ courses }: Regime, built: Measured): Measure[] {
  const counted = (test: (of: string) => boolean) =>
    rewardsWhere(built, (role) => role.kind === 'count' && test(role.of));
  const any = (rewards: readonly number[]): Reading => ({ kind: 'any', rewards });
  const share = (name: string, of: string, extra: Partial<Measure> = {}): Measure => ({
    name,
    unit: 'share',
    reading: any(counted((each) => each === of)),
    ...extra,
  });
  const dropoutOf = (name: string) =>
    share(`dropout_share_${name}`, `dropout:${name}`, {
      over: `participation_share_${name}`,
      better: 'less',
    });
  const activities = built.rewards.flatMap(({ role }) =>
    role.kind === 'count' && role.of.startsWith('taking_part:') ? [role.of.slice('taking_part:'.length)] : [],
  );
  const work = rewardsWhere(built, (role) => role.kind === 'months' && role.of === 'work');
  return [
    {
      name: 'dropout_share_any',
      unit: 'share',
      better: 'less',
      reading: any(counted((of) => of.startsWith('dropout:'))),
    },
    ...dropoutReasons.map((reason) =>
      share(`dropout_share_for_${reason}`, `dropout_reason:${reason}`, { better: 'less' }),
    ),
    ...courses.flatMap(({ name, begun }): Measure[] => [
      {
        name: `participation_share_${name}`,
        unit: 'share',
        reading: ever(indexOfMilestone(built, begun)),
      },
      dropoutOf(name),
    ]),
    ...activities.flatMap((name) => [
      share(`participation_share_${name}`, `taking_part:${name}`),
      dropoutOf(name),
    ]),
    { name: 'ever_working_share', unit: 'share', better: 'more', reading: any(work) },
    share('relapse_share', 'relapse', { over: 'ever_working_share', better: 'less' }),
    share('sanction_share', 'sanction', { better: 'less' }),
  ];
}

/** A share of the cohort in certain states at a month; counted per replication, for the whole cohort only. */
export interface OccupancyMeasure {
  readonly name: string;
  readonly month: number;
  readonly unit: 'share';
  readonly better: 'more' | 'less';
  readonly track: string;
  readonly states: readonly string[];
}

/** Shares on bijstand and in paid work (CBS's sense: part-time work beside bijstand counts in both) by year. */
export function occupancyMeasures(scenario: Pick<Scenario, 'horizon_years'>): OccupancyMeasure[] {
  const years = Array.from({ length: scenario.horizon_years }, (_, i) => (i + 1) * 12);
  const each = (name: string, better: 'more' | 'less', ...states: string[]) =>
    years.map((month): OccupancyMeasure => ({ name, month, unit: 'share', better, track: 'income', states }));
  return [
    ...each('bijstand_share', 'less', 'bijstand', 'bijstand_part_time'),
    ...each('working_share', 'more', 'work', 'bijstand_part_time'),
  ];
}

/** The measures of a person under an approach, in the order in which they are reported. */
export function approachMeasures(scenario: Horizon, built: Measured): Measure[] {
  const regime = regimeOf(scenario);
  return [
    ...timeMeasures(scenario, built),
    ...moneyMeasures(built),
    ...regime.measures(built),
    ...countMeasures(regime, built),
  ];
}

/** A text of all that `approachMeasures` reads: equal texts mean the same measures. */
export function measuresIdentity(
  { horizon_years: years, regime }: Horizon,
  { model, rewards }: Measured,
): string {
  return JSON.stringify([
    regime,
    years,
    model.milestones.map(({ name }) => name),
    rewards.map(({ role }) => role),
  ]);
}
