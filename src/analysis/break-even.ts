/** When, if ever, an approach has earned back its extra costs compared with the reference. */

import { decisive } from '../domain/measures/money.js';
import { normalCdf } from '../engine/random/special.js';
import { cumulativeCosts } from './costs.js';
import type { DifferenceRow } from './estimates.js';
import type { Results } from './results.js';
import { ANY } from './spread.js';
import { mean } from './statistics.js';
import { type Estimated, estimateMean, expectedDifferences, type Sums } from './uncertainty.js';

/** A moment of break-even with its uncertainty; NaN: never within the horizon, or not estimated. */
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
  /** Months from the mean permit of the cohort until the cumulative saving stays at or above zero. */
  readonly month: Moment;
  /** Calendar year that contains that month; its interval is that of the years of the months. */
  readonly year: Moment;
  /** Share of the parameter draws in which it is expected to be earned back within the horizon; NaN: not estimated. */
  readonly probability: number;
}

/**
 * Calendar month, from the epoch, from which on a cumulative saving by calendar year stays at or above zero; linear
 * within the year of the last crossing. NaN: it ends below zero, the last crossing is unknown, or it is zero throughout, so that
 * there is nothing to earn back. 0: it is never below zero.
 *
 * @param saving cumulative saving at the end of each year; NaN where it is unknown
 */
export function monthOfBreakEven(saving: readonly number[]): number {
  if (saving.every((value) => value === 0)) return Number.NaN;
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

/** Sums by the end of each year under the reference and under the approach: their difference is the saving. */
interface Saving {
  readonly reference: readonly Sums[];
  readonly own: readonly Sums[];
  /**
   * Variance of the saving for given parameters, in a run of one draw. It is taken at the end of the path, where it is larger
   * than at the crossing.
   */
  readonly chance: number;
}

function estimateSaving({ chance }: Saving, reference: Sums, own: Sums): Estimated {
  return estimateMean(reference, own, ANY, (spread) => spread?.chanceOfDraw ?? chance);
}

/** Sums part of the way through a year. */
function sumsWithin(years: readonly Sums[], year: number, share: number): Sums {
  const [before, after] = [years[year - 1]!, years[year]!];
  const counted = before.counted.map((euros, i) => euros + share * (after.counted[i]! - euros));
  return { ...after, counted };
}

/** MCSE of the month at which the mean path crosses zero: the standard error of the mean path there over its slope. */
function crossingError(saving: Saving, month: number, meanPath: readonly number[]): number {
  if (Number.isNaN(month) || month === 0) return Number.NaN;
  const year = yearOfMonth(month, meanPath.length);
  const share = month / 12 - year;
  const slope = (meanPath[year]! - meanPath[year - 1]!) / 12;
  const [reference, own] = [saving.reference, saving.own].map((years) => sumsWithin(years, year, share));
  return estimateSaving(saving, reference!, own!).mcse / Math.abs(slope);
}

/** Number of standard deviations around the month within which the possible years are considered. */
const WITHIN = 6;

/**
 * MCSE of the calendar year of break-even. A year is a whole number: near the turn of a year another run may well give the
 * next one, and in the middle of one hardly. So it is the standard deviation of the year of a month that is normally
 * distributed round the estimate, with the month's MCSE. Its square is right on average over where in a year a month lies. A run knows
 * only its own month: where the true one is the very turn of a year, the scatter over runs is up to sqrt(1.5) = 1.22 times as large, and
 * so much the less elsewhere.
 */
export function errorOfYear(month: number, mcse: number): number {
  if (!(mcse >= 0)) return Number.NaN;
  if (mcse === 0) return 0;
  let [sum, squares] = [0, 0];
  const own = Math.floor(month / 12);
  const last = Math.floor((month + WITHIN * mcse) / 12);
  for (let year = Math.floor((month - WITHIN * mcse) / 12); year <= last; year++) {
    const share = normalCdf((12 * (year + 1) - month) / mcse) - normalCdf((12 * year - month) / mcse);
    sum += share * (year - own);
    squares += share * (year - own) ** 2;
  }
  return Math.sqrt(Math.max(0, squares - sum ** 2));
}

/**
 * Break-even of every approach against the reference. A draw has earned it back by a month when its saving stays at or above zero
 * from then on. The interval therefore runs from the break-even of the upper end of the saving's interval to that of the lower
 * end.
 *
 * @param differences of the same results, for the MCSE of the discounted net balance
 */
export function breakEvens(results: Results, differences: readonly DifferenceRow[]): BreakEven[] {
  const reference = cumulativeCosts(results, 0);
  return results.approaches.slice(1).map((layout, i) => {
    const balance = differences.find(
      ({ approach, subgroup, measure }) =>
        approach === layout.name && subgroup === 'all' && measure === decisive.name,
    );
    const own = cumulativeCosts(results, i + 1);
    const saving = { reference, own, chance: (balance?.mcse ?? Number.NaN) ** 2 };
    const path = reference.map((sums, y) => estimateSaving(saving, sums, own[y]!));
    const meanPath = path.map(({ estimate }) => estimate);
    const month = monthOfBreakEven(meanPath);
    const sincePermit = (value: number) => Math.max(0, value - results.meanPermitMonth);
    const yearOf = (value: number) =>
      Number.isNaN(value) ? Number.NaN : results.years[yearOfMonth(value, results.years.length)]!;
    const [low, high] = [path.map((year) => year.high), path.map((year) => year.low)].map(
      monthOfBreakEven,
    ) as [number, number];
    const mcse = crossingError(saving, month, meanPath);
    const ends = expectedDifferences(reference.at(-1)!, own.at(-1)!);
    return {
      approach: layout.name,
      reference: results.approaches[0]!.name,
      month: {
        estimate: sincePermit(month),
        mcse,
        low: sincePermit(low),
        high: sincePermit(high),
      },
      year: { estimate: yearOf(month), mcse: errorOfYear(month, mcse), low: yearOf(low), high: yearOf(high) },
      probability:
        ends !== undefined && meanPath.some((value) => value !== 0)
          ? mean(ends.map((value) => (value >= 0 ? 1 : 0)))
          : Number.NaN,
    };
  });
}
