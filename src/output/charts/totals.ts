/** What a person costs all payers together, added up over calendar years. */

import { decisive } from '../../domain/measures/money.js';
import type { Language } from '../language.js';
import { formatAs } from '../number.js';
import { numberIn } from '../package/cells.js';
import type { RunFolder } from '../package/run-folder.js';
import { wordsIn } from '../words/words.js';
import { type ApproachName, wholeCohort } from './rows.js';

/** A sum up to a year. */
export interface YearTotal {
  readonly approach: string;
  readonly year: number;
  /** Euros per person up to and including the year, discounted: break-even is counted in these. */
  readonly euros: number;
}

/** Adds up the components of each year, and the years. */
export function accumulateCosts(run: RunFolder, approaches: readonly ApproachName[]): YearTotal[] {
  const rows = wholeCohort(run, 'costs.csv');
  const years = [...new Set(rows.map((row) => numberIn(row, 'year')))].sort((a, b) => a - b);
  return approaches.flatMap(({ id }) => {
    const own = rows.filter((row) => row.approach === id);
    let euros = 0;
    return years.map((year) => {
      for (const row of own)
        if (numberIn(row, 'year') === year) euros += numberIn(row, 'per_person_discounted');
      return { approach: id, year, euros };
    });
  });
}

/** What an approach has cost more than its reference, year by year; below zero once it is earned back. */
export function extraCosts(totals: readonly YearTotal[], approach: string, reference: string): YearTotal[] {
  const held = new Map(
    totals.filter((total) => total.approach === reference).map(({ year, euros }) => [year, euros]),
  );
  return totals
    .filter((total) => total.approach === approach)
    .map(({ year, euros }) => ({ approach, year, euros: euros - (held.get(year) ?? Number.NaN) }));
}

/**
 * Says sums up to a year. Up to the last they are minus a balance, and are printed as the tables print that: a level there may be off by a step
 * from what it would be rounded to by itself, so that levels, difference and total add up.
 *
 * @param file estimates.csv of what each approach costs, differences.csv of what it costs more
 */
export function sayingTotals(
  run: RunFolder,
  file: 'estimates.csv' | 'differences.csv',
  last: number | undefined,
  language: Language,
): (total: YearTotal) => string {
  const balancesIn = (table: string) =>
    wholeCohort(run, table).filter(({ measure }) => measure === decisive.name);
  const balances = balancesIn(file);
  const errors = balancesIn('estimates.csv').map((row) => numberIn(row, 'error'));
  const largest = Math.max(0, ...errors.filter(Number.isFinite));
  return ({ approach, year, euros }) => {
    const balance = year === last ? balances.find((row) => row.approach === approach) : undefined;
    const [value, error] =
      balance === undefined ? [euros, largest] : [-numberIn(balance, 'shown'), numberIn(balance, 'error')];
    return wordsIn(language).euros(formatAs('euros', value, error, false, language));
  };
}
