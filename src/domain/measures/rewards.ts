/** What is counted per person: benefit, programme costs by payer, months, and how often things happen. */

import type { Milestone, Track } from '../../engine/model/model.js';
import type { normStates } from '../attributes/ageing.js';
import { ofCourse } from '../life/learning.js';
import { inState, type PersonalTransition } from '../life/transition.js';
import type { Regime } from '../regimes/regime.js';
import { numberAt } from '../schema/number-at.js';
import type { Activity, Approach, Scenario } from '../schema/scenario.js';
import { dayAfter, monthsSinceEpoch } from '../time/calendar.js';
import { counterRewards, type HoursOfParts } from './counters.js';
import { familyBenefits, familyGuidance } from './family-benefits.js';
import { IN_PAID_WORK, ON_BIJSTAND } from './income.js';
import { participationMilestones } from './participation.js';
import {
  type BijstandComponent,
  type ByTrack,
  type DomainReward,
  groupByTrack,
  namesOf,
  payerOf,
  programmeEvent,
  programmeRate,
} from './reward.js';
import { SELF_SUFFICIENT } from './self-sufficiency.js';

/** Net benefit norms in force from a date, euros a month including holiday pay. */
export interface Norm {
  readonly from: string;
  readonly couple: number;
  readonly single: number;
  readonly single_18_20: number;
}

/** Date from which only housemates of 27 and older count for the norm. */
const HOUSEMATES_FROM_27 = '2023-01-01';

/** The norms with an extra line at that date, unless all are later. */
function cutAtHousemates(norms: readonly Norm[]): readonly Norm[] {
  const last = norms.findLastIndex(({ from }) => from <= HOUSEMATES_FROM_27);
  const before = norms[last];
  if (before === undefined || before.from === HOUSEMATES_FROM_27) return norms;
  return norms.toSpliced(last + 1, 0, { ...before, from: HOUSEMATES_FROM_27 });
}

/**
 * A person's norm, euros net a month, by the state of the norm track (Participatiewet, articles 20 and 21). People alone
 * and single parents have one norm, couples half of theirs each. Of 18 to 20 years, people alone, single parents and each
 * of a couple have the same; a couple of that age with children a fifth of the couple norm more together (2021: 840.78 =
 * 2 x 266.29 + 0.2 x 1,541.00). Both partners are assumed to be of the same age. Each of two people of 21 and older who share
 * a house has half the couple norm (article 22a, kostendelersnorm); since 2023 a housemate counts from the 27th birthday.
 */
const normAmounts: Readonly<Record<(typeof normStates)[number], (norm: Norm) => number>> = {
  youth: (norm) => norm.single_18_20,
  youth_family: (norm) => norm.single_18_20 + 0.1 * norm.couple,
  single: (norm) => norm.single,
  couple: (norm) => 0.5 * norm.couple,
  sharing_21_26: (norm) => (norm.from < HOUSEMATES_FROM_27 ? 0.5 * norm.couple : norm.single),
  sharing: (norm) => 0.5 * norm.couple,
};

function benefits(scenario: Scenario, table: readonly Norm[], epochYear: number): DomainReward[] {
  const norms = cutAtHousemates(table);
  const gross = scenario.costs.gross_over_net;
  const from = norms.map((norm) => monthsSinceEpoch(norm.from, epochYear));
  const amounts = Object.entries(normAmounts).map(([state, of]) => ({ state, net: norms.map(of) }));
  const rates = (component: BijstandComponent, factor: number, state: string, cut: boolean) =>
    amounts.map(
      ({ state: norm, net }): DomainReward => ({
        role: { kind: 'bijstand', component },
        reward: {
          kind: 'rate',
          name: `${component} (norm: ${norm})`,
          when: {
            all: [
              inState('income', state),
              inState('norm', norm),
              ...(cut ? [inState('sanction', 'cut')] : []),
            ],
          },
          amount: { from, values: net.map((each) => each * (factor * gross)) },
        },
      }),
    );
  const { part_time_benefit: partTime } = scenario.income;
  return [
    ...rates('bijstand', 1, 'bijstand', false),
    ...rates('bijstand_part_time', partTime, 'bijstand_part_time', false),
    ...rates('sanction', -scenario.sanction.cut, 'bijstand', true),
    ...rates('sanction_part_time', -scenario.sanction.cut * partTime, 'bijstand_part_time', true),
    ...familyBenefits(scenario, norms, from),
  ];
}

/** Hours of a full working week. */
const FULL_TIME_HOURS = 38;

/**
 * Net pay from work, euros a month: of a full week, the norm of a couple times `income.pay`, since that norm follows the net minimum
 * wage (Participatiewet, article 37); in proportion to the hours.
 */
function earnings({ income }: Scenario, norms: readonly Norm[], epochYear: number): DomainReward[] {
  const from = norms.map((norm) => monthsSinceEpoch(norm.from, epochYear));
  const rate = (state: string, hours: number): DomainReward => ({
    role: { kind: 'earnings' },
    reward: {
      kind: 'rate',
      name: `earnings (${state})`,
      when: inState('income', state),
      amount: { from, values: norms.map(({ couple }) => (couple * income.pay * hours) / FULL_TIME_HOURS) },
    },
  });
  return [rate('work', income.work_hours), rate('bijstand_part_time', income.part_time_hours)];
}

type Cost = NonNullable<Activity['costs']>[number];

/** A cost on the days on which its payer pays it, of the first to the last; on others nothing. */
function onDays(entry: DomainReward, { from, until }: Cost, epochYear: number): DomainReward {
  if (from === undefined && until === undefined) return entry;
  const { amount, name } = entry.reward;
  const steps: (readonly [month: number, value: number])[] = [
    ...(from === undefined ? [] : [[monthsSinceEpoch(from, epochYear), amount.values[0]!] as const]),
    ...(until === undefined ? [] : [[monthsSinceEpoch(dayAfter(until), epochYear), 0] as const]),
  ];
  // What stands first also holds before.
  const before = [steps[0]![0] - 1, from === undefined ? amount.values[0]! : 0] as const;
  const table = [before, ...steps];
  return {
    ...entry,
    reward: {
      ...entry.reward,
      name: [
        name,
        ...(from === undefined ? [] : ['from', from]),
        ...(until === undefined ? [] : ['until', until]),
      ].join(' '),
      amount: { from: table.map(([month]) => month), values: table.map(([, value]) => value) },
    },
  };
}

function programme(
  scenario: Scenario,
  regime: Regime,
  approach: Approach,
  byTrack: ByTrack,
  epochYear: number,
): DomainReward[] {
  const { costs } = scenario;
  const activities = Object.entries(approach.activities).flatMap(([name, activity]) =>
    (activity.costs ?? []).flatMap((cost) => {
      const { payer, per_participant: once, per_month: monthly } = cost;
      const items = [
        ...(once === undefined
          ? []
          : [programmeEvent(name, payer, once, namesOf(byTrack, name, 'waiting', 'taking_part'))]),
        ...(monthly === undefined ? [] : [programmeRate(name, payer, monthly, name, 'taking_part')]),
      ];
      return items.map((item) => onDays(item, cost, epochYear));
    }),
  );
  const housed = namesOf(byTrack, 'housing', 'centre', 'housed');
  return mergeSame([
    programmeEvent('social_guidance', 'state', costs.social_guidance, housed),
    ...familyGuidance(scenario, byTrack),
    ...regime.costs(scenario, byTrack),
    ...activities,
  ]);
}

/** Adds up costs of one activity that share payer, timing and days, so that reward names stay unique. */
function mergeSame(rewards: readonly DomainReward[]): DomainReward[] {
  const byName = new Map<string, DomainReward>();
  for (const entry of rewards) {
    const { name, amount } = entry.reward;
    const same = byName.get(name)?.reward.amount.values;
    const values = amount.values.map((value, i) => (same?.[i] ?? 0) + value);
    byName.set(name, { ...entry, reward: { ...entry.reward, amount: { from: amount.from, values } } });
  }
  return [...byName.values()];
}

/** A line of the accounts: the rewards that are one cost of one payer. */
export interface CostBooking {
  readonly component: string;
  readonly payer: string;
  /** Positions among the rewards. */
  readonly rewards: readonly number[];
}

/** The lines of the accounts of an approach, in the order in which they first appear. */
export function costBookings(rewards: readonly DomainReward[]): CostBooking[] {
  const lines = new Map<string, { component: string; payer: string; rewards: number[] }>();
  rewards.forEach(({ role }, r) => {
    const payer = payerOf(role);
    if (payer === undefined || !('component' in role)) return;
    const { component } = role;
    const line = lines.get(`${component}\n${payer}`) ?? { component, payer, rewards: [] };
    line.rewards.push(r);
    lines.set(`${component}\n${payer}`, line);
  });
  return [...lines.values()];
}

/** Hours of the courses and activities of an approach, over those of the course that sets the pace. */
function hoursOfParts(scenario: Scenario, { courses }: Regime, { activities }: Approach): HoursOfParts {
  const ofLaw = courses.map(
    ({ name, hours }) => [name, { hours_per_week: numberAt(scenario, hours) }] as const,
  );
  return Object.fromEntries(
    [...ofLaw, ...Object.entries(activities)].map(([name, part]) => [name, ofCourse(scenario, part)]),
  );
}

/** All rewards of an approach, in a fixed order. */
export function approachRewards(
  scenario: Scenario,
  regime: Regime,
  approach: Approach,
  transitions: readonly PersonalTransition[],
  norms: readonly Norm[],
  epochYear: number,
): DomainReward[] {
  const byTrack = groupByTrack(transitions.map(({ transition }) => transition));
  return [
    ...benefits(scenario, norms, epochYear),
    ...programme(scenario, regime, approach, byTrack, epochYear),
    ...earnings(scenario, norms, epochYear),
    ...counterRewards(
      regime,
      hoursOfParts(scenario, regime, approach),
      Object.keys(approach.activities),
      transitions,
      byTrack,
    ),
  ];
}

/** Moments in a life that measures are made of. @param tracks of the approach */
export function approachMilestones(
  scenario: Scenario,
  regime: Regime,
  approach: Approach,
  tracks: readonly Track[],
): Milestone[] {
  const { states, sustained_months: sustainedMonths } = scenario.self_sufficiency;
  const first = (name: string, track: string, ...at: string[]): Milestone => ({
    name,
    when: inState(track, ...at),
    sustainedMonths: 0,
  });
  return [
    { name: SELF_SUFFICIENT, when: inState('income', ...states), sustainedMonths },
    first('housed', 'housing', 'housed'),
    ...regime.milestones,
    first('paid_work', 'income', ...IN_PAID_WORK),
    first('bijstand', 'income', ...ON_BIJSTAND),
    ...participationMilestones(regime, Object.keys(approach.activities), tracks),
  ];
}
