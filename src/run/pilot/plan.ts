/** Which pilots are looked at, what they cost, and for whom they decide: from options. */

import type { PilotPlan } from '../../analysis/decision/pilot.js';
import { centralValue } from '../../domain/parameters/quantity.js';
import type { Task } from '../../simulation/task.js';
import type { SimulationOptions } from '../plan/options.js';
import { Refusal } from '../refusal.js';

export interface PilotOptions extends SimulationOptions {
  readonly outcome: string;
  readonly persons: readonly number[];
  /** Undefined: every year up to five. */
  readonly months: readonly number[] | undefined;
  readonly costPerPerson: number;
  readonly costPerMonth: number;
  readonly fixedCost: number;
  /** Years. */
  readonly decidesFor: number;
  /** Persons a month; undefined: a cohort a year. */
  readonly recruits: number | undefined;
  /** Euros for a person more who becomes self-sufficient. */
  readonly willingness: number;
  /** Share a year. */
  readonly lost: number;
  readonly groupSize: number | undefined;
  readonly correlation: number | undefined;
  readonly set: readonly string[];
}

/** Months at which pilots are looked at by default, as far as the horizon reaches. */
const MONTHS = [12, 24, 36, 48, 60];

/** @throws Refusal on a pilot that cannot be held */
export function planOfPilots(options: PilotOptions, { tree }: Task): PilotPlan {
  const horizon = 12 * tree.horizon_years;
  const { persons, lost, groupSize, correlation, decidesFor } = options;
  const odd = persons.find((count) => count < 4 || count % 2 === 1);
  if (odd !== undefined)
    throw new Refusal(
      `--persons ${odd}: expected an even number from 4 on: half get the approach, half do not`,
    );
  const months = options.months ?? MONTHS.filter((month) => month <= horizon);
  const late = months.find((month) => month > horizon);
  if (late !== undefined)
    throw new Refusal(
      `--months ${late}: is after the horizon of ${tree.name}, ${horizon} months; expected at most that, or a longer --horizon`,
    );
  if ((groupSize === undefined) !== (correlation === undefined))
    throw new Refusal(
      '--group-size and --correlation: one means nothing without the other; expected both, or neither where persons come by lot',
    );
  const size = centralValue(tree.cohort.size);
  const ascending = (values: readonly number[]) => [...new Set(values)].sort((a, b) => a - b);
  return {
    persons: ascending(persons),
    months: ascending(months),
    lost,
    ...(groupSize === undefined ? {} : { groups: { size: groupSize, correlation: correlation! } }),
    recruits: options.recruits ?? size / 12,
    costs: {
      fixed: options.fixedCost,
      perPerson: options.costPerPerson,
      perPersonMonth: options.costPerMonth,
    },
    population: { perYear: size, years: decidesFor, rate: centralValue(tree.discount_rate) },
  };
}

/** What was set for the pilots, for the manifest. */
export function settingsOfPilots(
  options: PilotOptions,
  { persons, months, recruits, groups }: PilotPlan,
): string[] {
  return [
    `outcome=${options.outcome}`,
    `persons=${persons.join(',')}`,
    `months=${months.join(',')}`,
    `cost_per_person=${options.costPerPerson}`,
    `cost_per_month=${options.costPerMonth}`,
    `fixed_cost=${options.fixedCost}`,
    `decides_for=${options.decidesFor}`,
    `recruits=${recruits}`,
    `willingness=${options.willingness}`,
    `lost=${options.lost}`,
    ...(groups === undefined ? [] : [`group_size=${groups.size}`, `correlation=${groups.correlation}`]),
  ];
}
