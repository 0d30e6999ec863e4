/** Calendar time in months. The epoch of a scenario is 1 January of the year of its first permit. */

/** Whole months from the year 0, and the part of a month that has passed. */
interface Moment {
  readonly months: number;
  readonly part: number;
}

/** The few dates of norms and labour market, which every parameter draw asks for again. */
const moments = new Map<string, Moment>();

function momentOf(date: string): Moment {
  const known = moments.get(date);
  if (known !== undefined) return known;
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const moment = { months: year * 12 + (month - 1), part: (day - 1) / daysInMonth };
  moments.set(date, moment);
  return moment;
}

/** Months from 1 January of `epochYear` to a date (yyyy-mm-dd); days count as parts of their month. */
export function monthsSinceEpoch(date: string, epochYear: number): number {
  const { months, part } = momentOf(date);
  return months - epochYear * 12 + part;
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
