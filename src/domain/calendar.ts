/** Calendar time in months. The epoch of a scenario is 1 January of the year of its first permit. */

/** Months from 1 January of `epochYear` to a date (yyyy-mm-dd); days count as parts of their month. */
export function monthsSinceEpoch(date: string, epochYear: number): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return (year - epochYear) * 12 + (month - 1) + (day - 1) / daysInMonth;
}

/** Year of a date (yyyy-mm-dd). */
export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** Average weeks in a month: 365.25 / 7 / 12. */
const WEEKS_PER_MONTH = 365.25 / 84;

/** Weeks as months. */
export function monthsFromWeeks(weeks: number): number {
  return weeks / WEEKS_PER_MONTH;
}
