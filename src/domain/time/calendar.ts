/** Calendar time in months. The epoch of a scenario is 1 January of the year of its first permit. */

import { keptAtMost } from '../../engine/caches.js';
import { Recent } from '../../engine/recent.js';

/** Months from 1 January of the year 0 to a date; days count as parts of their month. */
function monthsOf(date: string): { readonly whole: number; readonly part: number } {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { whole: year * 12 + (month - 1), part: (day - 1) / daysInMonth };
}

/**
 * The dates of norms and of the labour market, which every parameter draw uses again. Parsing them each time takes a tenth more
 * CPU time for building an approach, which with small cohorts is a hundredth of a draw's time.
 */
const known = new Recent<string, ReturnType<typeof monthsOf>>(keptAtMost.monthsOfDates);

/** Months from 1 January of `epochYear` to a date (yyyy-mm-dd); days count as parts of their month. */
export function monthsSinceEpoch(date: string, epochYear: number): number {
  const { whole, part } = known.get(date, () => monthsOf(date));
  return whole - epochYear * 12 + part;
}

/** Year of a date (yyyy-mm-dd). */
export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** The day after a date (yyyy-mm-dd). */
export function dayAfter(date: string): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10);
}

/** Average weeks in a month: 365.25 / 7 / 12. */
const WEEKS_PER_MONTH = 365.25 / 84;

/** Weeks as months. */
export function monthsFromWeeks(weeks: number): number {
  return weeks / WEEKS_PER_MONTH;
}

/** The date (yyyy-mm-dd) that contains a moment, given as months from 1 January of the year 0. */
export function dateOfMonth(months: number): string {
  const whole = Math.floor(months);
  const year = Math.floor(whole / 12);
  const month = whole - 12 * year + 1;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  // Rounding may leave a whole day just short of itself after conversion to a part of its month and back.
  const day = Math.min(days, Math.floor((months - whole) * days + 1e-6) + 1);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}
