/** The English words for footings: dates of amounts, what lies outside tables and laws, and differences between results. */

import type { Outside } from '../../../domain/time/coverage.js';
import { listNames } from '../../list-names.js';
import type { Footing, Unlike } from '../../package/footing.js';

const tables: Readonly<Record<string, string>> = {
  norms: 'norms',
  labour_market: 'labour market figures',
  pension_age: 'state pension ages',
};

/** A day as it is written in files. */
export const sayDate = (date: string) => date;

/** Whole years as years, other stretches by their first and last day. */
function stretch(from: string, until: string): string {
  if (from === until) return from;
  if (!from.endsWith('-01-01') || !until.endsWith('-12-31')) return `${from} to ${until}`;
  const [first, last] = [from.slice(0, 4), until.slice(0, 4)];
  return first === last ? first : `${first} to ${last}`;
}

/** What lies outside a table or law, in one line. */
export function outside({ kind, of, begins, ends, from, until }: Outside): string {
  const name = tables[of] ?? of.replaceAll('_', ' ');
  if (kind === 'before')
    return `${name} begin at ${begins}; for ${stretch(from, until)} they are carried back`;
  if (kind === 'after') return `${name} end at ${ends}; the last holds for ${stretch(from, until)}`;
  const start = begins === undefined ? '' : ` from ${begins}`;
  const end = ends === undefined ? '' : ` up to ${ends}`;
  const permits = from === until ? `of ${from}` : `from ${from} to ${until}`;
  return `${of} holds for duties that arise${start}${end}; the permits here are ${permits}`;
}

const percent = (share: number) => `${Number((share * 100).toFixed(4))}%`;

function rate({ discount_rate: central, discount_rate_range: range }: Footing): string {
  const drawn = range === undefined ? '' : ` (drawn between ${percent(range[0])} and ${percent(range[1])})`;
  return `${percent(central)} a year${drawn}`;
}

/** To which date amounts are discounted, and at which rate. */
export function discounted(footing: Footing): string {
  const own = footing.discounted_to_is === 'first_permit' ? ', the first permit' : '';
  return `discounted to ${footing.discounted_to}${own}, at ${rate(footing)}`;
}

/** The same of several results, each of which is discounted to its own first permit where no date is given. */
export function discountedEach(footings: readonly Footing[]): string {
  const first = footings[0]!;
  const dates = footings.map(({ first_permit: date }) => date).sort();
  return first.discounted_to_is === 'given' || dates[0] === dates.at(-1)
    ? discounted(first)
    : `discounted to each cohort's own first permit (${dates[0]} to ${dates.at(-1)}), at ${rate(first)}`;
}

/** The year of the prices in which amounts of several results are given. */
export function prices(footings: readonly Footing[]): string {
  const [year, ...more] = new Set(footings.map((footing) => footing.price_year));
  const others =
    more.length > 0
      ? 'in the prices that it says, not of one year in all scenarios'
      : year === undefined
        ? 'in the prices of their sources, of no single year'
        : `in prices of ${year}`;
  return `bijstand at the norms in force at the time (nominal); all other amounts as the scenario states them, ${others}, not indexed`;
}

/** A posterior by its name, with the start of its hash to distinguish files of the same name. */
function posteriorName(posterior: Footing['posterior']): string {
  if (posterior === undefined || posterior.name === 'none') return 'none, the priors';
  return posterior.sha256 === undefined
    ? posterior.name
    : `${posterior.name}, ${posterior.sha256.slice(0, 8)}`;
}

/** The value of each thing in which results may differ, in words. */
/** States of income that count as self-sufficient. */
export const sayStates = (states: readonly string[]) =>
  states.map((state) => (state === 'other' ? 'other income' : state)).join(' or ');

const values: Readonly<Record<Unlike['thing'], (footing: Footing) => string>> = {
  horizon: ({ horizon_years: years }) => `${years} year${years === 1 ? '' : 's'}`,
  rate,
  date: ({ discounted_to: date, discounted_to_is: is }) =>
    is === 'first_permit' ? `the first permit (${date})` : date,
  prices: ({ price_year: year }) => (year === undefined ? 'of no single year' : String(year)),
  selfSufficiency: ({ self_sufficiency: { states, sustained_months: months } }) =>
    `${sayStates(states)} for ${months} month${months === 1 ? '' : 's'} on end`,
  law: ({ law }) => law,
  permits: ({ first_permit: date }) => date,
  posterior: ({ posterior }) => posteriorName(posterior),
  reference: ({ reference = '' }) => reference,
};

const names: Readonly<Record<Unlike['thing'], string>> = {
  horizon: 'horizon',
  rate: 'discount rate',
  date: 'date to which money is discounted',
  prices: 'year of prices',
  selfSufficiency: 'definition of self-sufficiency',
  law: 'law',
  permits: 'first permit',
  posterior: 'posterior (joint draws of the calibrated parameters)',
  reference: 'reference approach',
};

/** Names of which further ones are left out. */
export const andMore = (names: string, more: string) => `${names} and ${more} more`;

/** A thing in which results differ: its values, each with the results that have it. */
export function unlike({ thing, values: all, more }: Unlike): string {
  const said = all.map(({ footing, who }) => `${values[thing](footing)} (${listNames(who, andMore)})`);
  return `${names[thing]}: ${[...said, ...(more > 0 ? [`and ${more} more`] : [])].join('; ')}`;
}

/** Introductions to what lies outside tables and laws, and to differences. */
export const outsideLead: string = 'Outside the tables or the law that the model knows:';
export const unlikeLead = (isRanked: boolean): string =>
  `These results are not on the same footing${isRanked ? '; bear that in mind before you compare them' : ', so tables have them in order of name, without ranks'}:`;
export const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
