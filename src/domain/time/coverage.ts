/** The parts of a cohort's time span that are outside the tables by date, or outside the law. */

import { centralValue, type Quantity } from '../parameters/quantity.js';
import { quantileOfQuantity } from '../parameters/uncertainty.js';
import type { ScenarioTree } from '../schema/scenario.js';
import { dateOfMonth, monthsSinceEpoch } from './calendar.js';

/** A table of which each row holds from its date until that of the next. */
export interface DatedTable {
  /** Name by which reports speak of it. */
  readonly name: string;
  /** In order of time. `carriedBack`: not of its date, but filled in from a later row. */
  readonly rows: readonly { readonly from: string; readonly carriedBack?: boolean }[];
  /** Months after which a new row is due, so that the last one is no longer valid. */
  readonly months: number;
}

/** A stretch of time, or the days of the permits, that a table or law does not reach. Dates are the first and last day. */
export interface Outside {
  /** `before` the first row of a table and `after` its last one; or outside the `law`. */
  readonly kind: 'before' | 'after' | 'law';
  /** Name of the table or law. */
  readonly of: string;
  /** Where it begins and ends. For a table with one row a year these are years. */
  readonly begins?: string;
  readonly ends?: string;
  readonly from: string;
  readonly until: string;
}

/** The day before a moment: a stretch of time ends with it. */
function dayBefore(month: number): string {
  return dateOfMonth(month - 1e-3);
}

const monthOf = (date: string) => monthsSinceEpoch(date, 0);

/** The value of a number or, if that is larger, its 97.5 % point. */
function mostOf(quantity: Quantity): number {
  const value = centralValue(quantity);
  return typeof quantity === 'number' ? value : Math.max(value, quantileOfQuantity(quantity, 0.975));
}

function edgeOf(from: string, { months }: DatedTable): string {
  return months === 12 && from.endsWith('-01-01') ? from.slice(0, 4) : from;
}

function outsideTable(table: DatedTable, start: number, end: number): Outside[] {
  const { name, rows, months } = table;
  const first = rows.find(({ carriedBack }) => carriedBack !== true) ?? rows.at(-1);
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return [];
  const begins = monthOf(first.from);
  const ends = monthOf(last.from) + months;
  const before: Outside = {
    kind: 'before',
    of: name,
    begins: edgeOf(first.from, table),
    from: dateOfMonth(start),
    until: dayBefore(Math.min(end, begins)),
  };
  const after: Outside = {
    kind: 'after',
    of: name,
    ends: edgeOf(last.from, table),
    from: dateOfMonth(Math.max(start, ends)),
    until: dayBefore(end),
  };
  return [...(start < begins ? [before] : []), ...(end > ends ? [after] : [])];
}

function outsideLaw({ law }: ScenarioTree, firstPermit: string, lastPermit: string): Outside[] {
  if (law === undefined) return [];
  const { name, from, until } = law;
  if ((from === undefined || firstPermit >= from) && (until === undefined || lastPermit <= until)) return [];
  return [
    {
      kind: 'law',
      of: name,
      ...(from === undefined ? {} : { begins: from }),
      ...(until === undefined ? {} : { ends: until }),
      from: firstPermit,
      until: lastPermit,
    },
  ];
}

/**
 * What lies outside the tables and the law between the first permit and the horizon of the last one. Where the inflow is
 * drawn, the length that few draws exceed counts.
 *
 * @param tables those of the package; the labour market and the state pension ages stand in the scenario itself
 */
export function outsideOf(tree: ScenarioTree, tables: readonly DatedTable[]): Outside[] {
  const { cohort, income, horizon_years: years } = tree;
  const start = monthOf(cohort.first_permit);
  const last = start + mostOf(cohort.inflow_months);
  const lastPermit = last > start ? dayBefore(last) : cohort.first_permit;
  const own: DatedTable[] = [
    { name: 'labour_market', rows: income.labour_market, months: 12 },
    { name: 'pension_age', rows: income.pension_age, months: 12 },
  ];
  return [
    ...outsideLaw(tree, cohort.first_permit, lastPermit),
    ...[...tables, ...own].flatMap((table) => outsideTable(table, start, last + 12 * years)),
  ];
}
