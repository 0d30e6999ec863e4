/** The Dutch of footings; see the English. */

import type { Outside } from '../../../domain/time/coverage.js';
import { dayInWords } from '../../day-in-words.js';
import { listNames } from '../../list-names.js';
import type { Footing, Unlike } from '../../package/footing.js';

const tables: Readonly<Record<string, string>> = {
  norms: 'de bijstandsnormen',
  labour_market: 'de cijfers over de arbeidsmarkt',
  pension_age: 'de AOW-leeftijden',
};

/** A day in words (1 januari 2015); a year as it is. */
export const sayDate = (date: string) =>
  /^\d{4}-\d\d-\d\d$/.test(date) ? dayInWords(new Date(date), 'nl') : date;

/** When something begins: on a day, or in a year. */
const sayMoment = (date: string) => `${date.includes('-') ? 'op' : 'in'} ${sayDate(date)}`;

function stretch(from: string, until: string): string {
  if (from === until) return sayDate(from);
  if (!from.endsWith('-01-01') || !until.endsWith('-12-31'))
    return `${sayDate(from)} tot en met ${sayDate(until)}`;
  const [first, last] = [from.slice(0, 4), until.slice(0, 4)];
  return first === last ? first : `${first} tot en met ${last}`;
}

export function outside({ kind, of, begins, ends, from, until }: Outside): string {
  const name = tables[of] ?? of.replaceAll('_', ' ');
  if (kind === 'before')
    return `${name} beginnen ${sayMoment(begins!)}; voor ${stretch(from, until)} zijn ze teruggerekend`;
  if (kind === 'after')
    return `${name} lopen tot ${sayDate(ends!)}; de laatste geldt voor ${stretch(from, until)}`;
  const start = begins === undefined ? '' : ` vanaf ${sayDate(begins)}`;
  const end = ends === undefined ? '' : ` tot en met ${sayDate(ends)}`;
  const permits =
    from === until ? `van ${sayDate(from)}` : `van ${sayDate(from)} tot en met ${sayDate(until)}`;
  return `de ${of} geldt voor een inburgeringsplicht die ontstaat${start}${end}; de vergunningen hier zijn ${permits}`;
}

const percent = (share: number) => `${String(Number((share * 100).toFixed(4))).replace('.', ',')}%`;

function rate({ discount_rate: central, discount_rate_range: range }: Footing): string {
  const drawn = range === undefined ? '' : ` (getrokken tussen ${percent(range[0])} en ${percent(range[1])})`;
  return `${percent(central)} per jaar${drawn}`;
}

export function discounted(footing: Footing): string {
  const own = footing.discounted_to_is === 'first_permit' ? ', de eerste vergunning' : '';
  return `verdisconteerd naar ${sayDate(footing.discounted_to)}${own}, tegen ${rate(footing)}`;
}

export function discountedEach(footings: readonly Footing[]): string {
  const first = footings[0]!;
  const dates = footings.map(({ first_permit: date }) => date).sort();
  return first.discounted_to_is === 'given' || dates[0] === dates.at(-1)
    ? discounted(first)
    : `verdisconteerd naar de eerste vergunning van elk cohort (${sayDate(dates[0]!)} tot en met ${sayDate(dates.at(-1)!)}), tegen ${rate(first)}`;
}

export function prices(footings: readonly Footing[]): string {
  const [year, ...more] = new Set(footings.map((footing) => footing.price_year));
  const others =
    more.length > 0
      ? 'in de prijzen die het noemt, niet in alle scenario’s van één jaar'
      : year === undefined
        ? 'in de prijzen van hun bronnen, van uiteenlopende jaren'
        : `in prijzen van ${year}`;
  return `bijstand volgens de normen die op dat moment gelden (nominaal); alle andere bedragen zoals het scenario ze geeft, ${others}, niet geïndexeerd`;
}

function posteriorName(posterior: Footing['posterior']): string {
  if (posterior === undefined || posterior.name === 'none') return 'geen, de priors';
  return posterior.sha256 === undefined
    ? posterior.name
    : `${posterior.name}, ${posterior.sha256.slice(0, 8)}`;
}

const stateNames: Readonly<Record<string, string>> = {
  work: 'werk',
  education: 'opleiding',
  other: 'ander inkomen',
};

/** States of income that count as self-sufficient. */
export const sayStates = (states: readonly string[]) =>
  states.map((state) => stateNames[state] ?? state).join(' of ');

const values: Readonly<Record<Unlike['thing'], (footing: Footing) => string>> = {
  horizon: ({ horizon_years: years }) => `${years} jaar`,
  rate,
  date: ({ discounted_to: date, discounted_to_is: is }) =>
    is === 'first_permit' ? `de eerste vergunning (${sayDate(date)})` : sayDate(date),
  prices: ({ price_year: year }) => (year === undefined ? 'uiteenlopende jaren' : String(year)),
  selfSufficiency: ({ self_sufficiency: { states, sustained_months: months } }) =>
    `${sayStates(states)}, ${months} ${months === 1 ? 'maand' : 'maanden'} achtereen`,
  law: ({ law }) => law,
  permits: ({ first_permit: date }) => sayDate(date),
  posterior: ({ posterior }) => posteriorName(posterior),
  reference: ({ reference = '' }) => reference,
};

const names: Readonly<Record<Unlike['thing'], string>> = {
  horizon: 'horizon',
  rate: 'discontovoet',
  date: 'datum waarnaar bedragen zijn verdisconteerd',
  prices: 'prijspeil',
  selfSufficiency: 'wat zelfredzaam heet',
  law: 'wet',
  permits: 'eerste vergunning',
  posterior: 'posterior (gezamenlijke trekkingen van de gekalibreerde parameters)',
  reference: 'referentieaanpak',
};

export const andMore = (names: string, more: string) => `${names} en nog ${more}`;

export function unlike({ thing, values: all, more }: Unlike): string {
  const said = all.map(({ footing, who }) => `${values[thing](footing)} (${listNames(who, andMore)})`);
  return `${names[thing]}: ${[...said, ...(more > 0 ? [`en nog ${more} andere`] : [])].join('; ')}`;
}

export const outsideLead: string = 'Buiten de tabellen of de wet die het model kent:';
export const unlikeLead = (isRanked: boolean): string =>
  `Deze resultaten staan niet op dezelfde voet; ${isRanked ? 'let daarop voordat u ze met elkaar vergelijkt' : 'daarom staan ze in de tabellen op alfabet, zonder rangorde'}:`;
export const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
