/** When, if ever, an approach has earned back what it costs more than the reference. */

import { cumulativeCost } from './costs.js';
import type { DifferenceRow } from './estimates.js';
import type { Results } from './results.js';
import { errorOfDrawMean, intervalOf, mean, NO_INTERVAL } from './statistics.js';

/** A moment of break-even with its uncertainty; NaN: never within the horizon, or cannot be told. */
interface Moment {
  readonly estimate: number;
  readonly mcse: number;
  readonly low: number;
  readonly high: number;
}

/** Break-even of an approach against the reference, on discounted costs. */
export interface BreakEven {
  readonly approach: string;
  readonly reference: string;
  /** Months since the mean permit of the cohort from which on the cumulative saving stays at or above zero. */
  readonly month: Moment;
  /** Calendar year that contains that month. */
  readonly year: number;
  /** Share of the parameter draws in which it is earned back within the horizon. */
  readonly probability: number;
}

/**
 * Calendar month, from the epoch, from which on a cumulative saving by calendar year stays at or above zero; linear
 * within the year of the last crossing. NaN: it ends below zero. 0: it never is below.
 *
 * @param saving cumulative saving at the end of each year
 */
export function breakEvenMonth(saving: readonly number[]): number {
  let last = saving.length;
  while (last > 0 && saving[last - 1]! >= 0) last--;
  if (last === saving.length) return Number.NaN;
  if (last === 0) return 0;
  const below = saving[last - 1]!;
  return 12 * (last + -below / (saving[last]! - below));
}

/** The step of a path by year in which a calendar month lies. */
function yearOfMonth(month: number, years: number): number {
  return Math.min(Math.floor(month / 12), years - 1);
}

/**
 * MCSE of the month at which the mean path crosses zero: the standard error of the mean path there over its slope.
 *
 * @param single standard error of the whole path's end, for a run of a single draw: more than that of the crossing
 */
function crossingError(
  paths: readonly (readonly number[])[],
  month: number,
  meanPath: readonly number[],
  single: number,
): number {
  if (Number.isNaN(month) || month === 0) return Number.NaN;
  const year = yearOfMonth(month, meanPath.length);
  const share = month / 12 - year;
  const at = (path: readonly number[]) => path[year - 1]! + share * (path[year]! - path[year - 1]!);
  const slope = (meanPath[year]! - meanPath[year - 1]!) / 12;
  const error = paths.length > 1 ? errorOfDrawMean(paths.map(at)) : single;
  return error / Math.abs(slope);
}

/**
 * Break-even of every approach against the reference.
 *
 * @param differences of the same results, for the MCSE of the discounted net balance
 */
export function breakEvens(results: Results, differences: readonly DifferenceRow[]): BreakEven[] {
  return results.approaches.slice(1).map((layout, i) => {
    const paths = results.draws.map((draw) => {
      const reference = cumulativeCost(results, draw, 0);
      return cumulativeCost(results, draw, i + 1).map((cost, y) => reference[y]! - cost);
    });
    const meanPath = results.years.map((_, y) => mean(paths.map((path) => path[y]!)));
    const month = breakEvenMonth(meanPath);
    // A draw that never earns it back lies beyond every month.
    const months = paths
      .map(breakEvenMonth)
      .map((value) => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : value));
    const sincePermit = (value: number) =>
      Number.isFinite(value) ? Math.max(0, value - results.meanPermitMonth) : Number.NaN;
    const several = paths.length > 1;
    const interval = several ? intervalOf(months) : NO_INTERVAL;
    const balance = differences.find(
      ({ approach, subgroup, measure }) =>
        approach === layout.name && subgroup === 'all' && measure === 'net_balance_discounted',
    );
    return {
      approach: layout.name,
      reference: results.approaches[0]!.name,
      month: {
        estimate: sincePermit(month),
        mcse: crossingError(paths, month, meanPath, balance?.mcse ?? Number.NaN),
        low: sincePermit(interval.low),
        high: sincePermit(interval.high),
      },
      year: Number.isNaN(month) ? Number.NaN : results.years[yearOfMonth(month, results.years.length)]!,
      probability: several ? mean(paths.map((path) => (path.at(-1)! >= 0 ? 1 : 0))) : Number.NaN,
    };
  });
}
