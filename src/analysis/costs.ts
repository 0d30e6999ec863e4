/** Costs per calendar year, component and payer; and when an investment is earned back. */

import type { DomainReward } from '../domain/rewards.js';
import type { DrawResult } from '../simulation/task.js';
import type { Results } from './results.js';
import { INTERVAL, mean, quantile, variance } from './statistics.js';

/** A cost of one component in one calendar year: euros per person of the cohort and for the cohort. */
export interface CostRow {
  readonly approach: string;
  readonly year: number;
  readonly component: string;
  readonly payer: string;
  readonly perPerson: number;
  readonly mcse: number;
  readonly parameterLow: number;
  readonly parameterHigh: number;
  readonly perCohort: number;
  readonly perPersonDiscounted: number;
  readonly perCohortDiscounted: number;
}

/** Where a cost is booked; undefined: not a cost. */
function booking({ role, reward }: DomainReward): { component: string; payer: string } | undefined {
  if (role.kind === 'programme') return { component: role.component, payer: role.payer };
  return role.kind === 'bijstand' ? { component: reward.name, payer: 'municipality' } : undefined;
}

/** Sum of the given rewards in a year, per person of the cohort. */
function perPerson(
  results: Results,
  draw: DrawResult,
  sums: Float64Array,
  rewards: readonly number[],
  year: number,
) {
  const total = rewards.reduce((sum, r) => sum + sums[r * results.years.length + year]!, 0);
  return total / (draw.size * results.task.replications);
}

/** Costs by approach, calendar year and component. */
export function costRows(results: Results): CostRow[] {
  const cohort = mean(results.draws.map((draw) => draw.size));
  return results.approaches.flatMap((layout, a) => {
    const groups = new Map<string, { component: string; payer: string; rewards: number[] }>();
    layout.built.rewards.forEach((entry, r) => {
      const place = booking(entry);
      if (place === undefined) return;
      const key = `${place.component}\n${place.payer}`;
      const group = groups.get(key) ?? { ...place, rewards: [] };
      group.rewards.push(r);
      groups.set(key, group);
    });
    return [...groups.values()].flatMap(({ component, payer, rewards }) =>
      results.years.map((year, y): CostRow => {
        const nominal = results.draws.map((draw) =>
          perPerson(results, draw, draw.approaches[a]!.nominalByYear, rewards, y),
        );
        const discounted = mean(
          results.draws.map((draw) =>
            perPerson(results, draw, draw.approaches[a]!.discountedByYear, rewards, y),
          ),
        );
        const several = nominal.length > 1;
        return {
          approach: layout.name,
          year,
          component,
          payer,
          perPerson: mean(nominal),
          mcse: Math.sqrt(variance(nominal) / nominal.length),
          parameterLow: several ? quantile(nominal, INTERVAL[0]) : Number.NaN,
          parameterHigh: several ? quantile(nominal, INTERVAL[1]) : Number.NaN,
          perCohort: mean(nominal) * cohort,
          perPersonDiscounted: discounted,
          perCohortDiscounted: discounted * cohort,
        };
      }),
    );
  });
}

/** When, if ever, an approach has earned back what it costs more than the reference. */
export interface BreakEven {
  readonly approach: string;
  readonly reference: string;
  /** First calendar year from whose end on the cumulative discounted saving stays at or above zero; NaN: never. */
  readonly year: number;
  /** Share of the parameter draws in which it is earned back within the horizon. */
  readonly probability: number;
}

/** Cumulative discounted saving per person against the reference, by year, under one draw. */
function cumulativeSaving(results: Results, draw: DrawResult, approach: number): number[] {
  const total = (a: number, y: number) => {
    const rewards = results.approaches[a]!.built.rewards.flatMap((entry, r) => (booking(entry) ? [r] : []));
    return perPerson(results, draw, draw.approaches[a]!.discountedByYear, rewards, y);
  };
  let sum = 0;
  return results.years.map((_, y) => (sum += total(0, y) - total(approach, y)));
}

/** First position from which all values are at least zero; -1: none. */
function staysPositive(values: readonly number[]): number {
  let last = values.length;
  while (last > 0 && values[last - 1]! >= 0) last--;
  return last === values.length ? -1 : last;
}

/** Break-even of every approach against the reference. */
export function breakEvens(results: Results): BreakEven[] {
  return results.approaches.slice(1).map((layout, i) => {
    const paths = results.draws.map((draw) => cumulativeSaving(results, draw, i + 1));
    const average = results.years.map((_, y) => mean(paths.map((path) => path[y]!)));
    const at = staysPositive(average);
    return {
      approach: layout.name,
      reference: results.approaches[0]!.name,
      year: at < 0 ? Number.NaN : results.years[at]!,
      probability: mean(paths.map((path) => (path.at(-1)! >= 0 ? 1 : 0))),
    };
  });
}
