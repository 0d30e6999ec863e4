/** The measures of an approach: each with where it is read from in a life that the engine recorded. */

import type { Milestone } from '../../engine/model/model.js';
import { regimeOf } from '../regimes/find.js';
import type { Scenario } from '../schema/scenario.js';
import { measuresOf } from './all.js';
import type { Counter, Measure } from './measure.js';
import type { LifeReading } from './reading.js';
import type { DomainReward, RewardRole } from './reward.js';

/** A measure of one person, at one month if it goes by year. */
export interface PersonMeasure extends Pick<Measure, 'name' | 'unit' | 'better' | 'over'> {
  /** Months since the permit to which the measure belongs; absent: over the whole horizon. */
  readonly month?: number;
  readonly reading: LifeReading;
}

/** A share of the cohort in certain states at a month; counted per replication, for the whole cohort only. */
export interface OccupancyMeasure extends Pick<Measure, 'name' | 'unit' | 'better'> {
  readonly month: number;
  readonly track: string;
  readonly states: readonly string[];
}

/** Key by which the same measure is found under another approach. */
export function measureKey(measure: { name: string; month?: number }): string {
  return measure.month === undefined ? measure.name : `${measure.name}@${measure.month}`;
}

/** The parts of an approach that its measures depend on. */
interface Measured {
  /** Names of its activities. */
  readonly activities: readonly string[];
  readonly model: { readonly milestones: readonly Pick<Milestone, 'name'>[] };
  readonly rewards: readonly Pick<DomainReward, 'role'>[];
}

/** The parts of a scenario that they depend on. */
type Horizon = Pick<Scenario, 'horizon_years' | 'regime'>;

function milestoneAt({ model }: Measured, name: string): number {
  const at = model.milestones.findIndex((milestone) => milestone.name === name);
  if (at < 0) throw new Error(`no milestone "${name}"`);
  return at;
}

/** Positions of the rewards whose role passes the test. */
function rewardsWhere({ rewards }: Measured, test: (role: RewardRole) => boolean): number[] {
  return rewards.flatMap(({ role }, i) => (test(role) ? [i] : []));
}

function rewardsOf(built: Measured, counters: readonly Counter[]): number[] {
  const names = new Set(counters.map(({ name }) => name));
  return rewardsWhere(built, (role) => role.kind === 'count' && names.has(role.of));
}

/** How a measure is read from a life; undefined: it is not of single persons. @param by months, of a measure by year */
function readingOf(
  { source }: Measure,
  built: Measured,
  horizon: number,
  by: number,
): LifeReading | undefined {
  switch (source.kind) {
    case 'months_to':
      return { kind: 'month', milestone: milestoneAt(built, source.milestone), atMost: horizon };
    case 'reached': {
      const { without, months = by } = source;
      return {
        kind: 'reached',
        milestone: milestoneAt(built, source.milestone),
        by: months,
        ...(without === undefined ? {} : { without: milestoneAt(built, without) }),
      };
    }
    case 'within': {
      const { milestone, of, months } = source;
      return {
        kind: 'within',
        milestone: milestoneAt(built, milestone),
        of: milestoneAt(built, of),
        months,
      };
    }
    case 'amount': {
      const { of, sign } = source;
      return { kind: 'sum', of, rewards: rewardsWhere(built, source.rewards), sign };
    }
    case 'total':
      return { kind: 'sum', of: 'nominal', rewards: rewardsOf(built, source.counters), sign: 1 };
    case 'ever':
      return { kind: 'any', rewards: rewardsOf(built, source.counters) };
    default:
      return undefined;
  }
}

/** Ends of the years of the horizon, in months. */
function yearEnds({ horizon_years: years }: Horizon): number[] {
  return Array.from({ length: years }, (_, i) => (i + 1) * 12);
}

/** What is reported of a measure: name, unit, which way is better. */
function reported({ name, unit, better }: Measure): Pick<Measure, 'name' | 'unit' | 'better'> {
  return { name, unit, ...(better === undefined ? {} : { better }) };
}

/** Shares on bijstand and in paid work (CBS's sense: part-time work beside bijstand counts in both) by year. */
export function occupancyMeasures(scenario: Horizon): OccupancyMeasure[] {
  const months = yearEnds(scenario);
  return measuresOf(regimeOf(scenario), []).flatMap((measure) => {
    const { source } = measure;
    if (source.kind !== 'occupancy') return [];
    const { track, states } = source;
    return months.map((month) => ({ ...reported(measure), month, track, states }));
  });
}

/** The measures of a person under an approach, in the order in which they are reported. */
export function approachMeasures(scenario: Horizon, built: Measured): PersonMeasure[] {
  const months = yearEnds(scenario);
  const horizon = scenario.horizon_years * 12;
  return measuresOf(regimeOf(scenario), built.activities).flatMap((measure) => {
    const { over, byYear } = measure;
    const common = { ...reported(measure), ...(over === undefined ? {} : { over }) };
    if (byYear === undefined) {
      const reading = readingOf(measure, built, horizon, Number.POSITIVE_INFINITY);
      return reading === undefined ? [] : [{ ...common, reading }];
    }
    return months.flatMap((month) => {
      const reading = readingOf(measure, built, horizon, month);
      return reading === undefined ? [] : [{ ...common, month, reading }];
    });
  });
}

/** A text of everything that `approachMeasures` uses: equal texts mean the same measures. */
export function measuresIdentity(
  { horizon_years: years, regime }: Horizon,
  { activities, model, rewards }: Measured,
): string {
  const milestones = model.milestones.map(({ name }) => name);
  return JSON.stringify([regime, years, activities, milestones, rewards.map(({ role }) => role)]);
}
