/**
 * Whether a table that was changed after the run still has exactly the rows of the run: none repeated, missing or added. Programs
 * such as Dutch Excel may save cells in another form, so a different hash alone does not mean that the table is wrong.
 */

import { findMeasure } from '../../domain/measures/find.js';

/** Columns that identify the rows of a table. */
const keys: Readonly<Record<string, readonly string[]>> = {
  'alternatives.csv': ['alternative', 'option', 'approach', 'against', 'measure', 'month'],
  'approaches.csv': ['approach', 'part'],
  'costs.csv': ['approach', 'subgroup', 'year', 'component', 'payer'],
  'curves.csv': ['approach', 'subgroup', 'kind', 'track', 'state', 'month'],
  'differences.csv': ['approach', 'reference', 'subgroup', 'measure', 'month'],
  'estimates.csv': ['approach', 'subgroup', 'measure', 'month'],
  'fit.csv': ['id'],
  'means.csv': ['kind', 'name'],
  'parameters.csv': ['path'],
  'sweep.csv': ['point', 'approach', 'against', 'measure', 'month'],
};

/** A row by column name, and the line on which it starts. */
export interface ReadRow {
  readonly line: number;
  readonly row: Readonly<Record<string, string | number>>;
}

/** Values of some columns in words, without those that are empty. */
function sayKey(row: ReadRow['row'], columns: readonly string[]): string {
  const values = columns.map((name) => [name, row[name]] as const);
  const there = values.filter(([, value]) => value !== undefined && value !== '' && !Number.isNaN(value));
  return there.map(([name, value]) => `${name} ${value}`).join(', ');
}

const keyOf = (row: ReadRow['row'], columns: readonly string[]) =>
  JSON.stringify(columns.map((name) => String(row[name])));

/** The first row that repeats an earlier one, and what identifies it. */
function findDouble(file: string, rows: readonly ReadRow[]): { line: number; message: string } | undefined {
  const columns = (keys[file] ?? []).filter((name) => rows[0] !== undefined && name in rows[0].row);
  if (columns.length === 0) return undefined;
  const seen = new Map<string, number>();
  for (const { line, row } of rows) {
    const key = keyOf(row, columns);
    const first = seen.get(key);
    if (first !== undefined)
      return {
        line,
        message: `${sayKey(row, columns)}: is already on line ${first}; each may appear only once`,
      };
    seen.set(key, line);
  }
  return undefined;
}

/** Who has outcomes of their own: an approach in a subgroup. */
const whoseColumns = ['approach', 'reference', 'subgroup'];
const whatColumns = ['measure', 'month'];

/** The first outcome, not of an activity, that one approach or subgroup has and another lacks; undefined: none is found. */
function findGone(rows: readonly ReadRow[]): string | undefined {
  const outcomes = rows.filter(({ row }) => findMeasure(String(row.measure)) !== undefined);
  const all = new Map(outcomes.map(({ row }) => [keyOf(row, whatColumns), row]));
  const own = new Map<string, { readonly whose: ReadRow['row']; readonly has: Set<string> }>();
  for (const { row } of outcomes) {
    const whose = keyOf(row, whoseColumns);
    const group = own.get(whose) ?? { whose: row, has: new Set() };
    group.has.add(keyOf(row, whatColumns));
    own.set(whose, group);
  }
  for (const { whose, has } of own.values())
    for (const [what, row] of all)
      if (!has.has(what)) return `${sayKey(row, whatColumns)} of ${sayKey(whose, whoseColumns)}`;
  return undefined;
}

/**
 * What is wrong with the rows of a table, with the line; undefined: nothing.
 *
 * @param written number of rows that the run wrote; undefined: not recorded
 */
export function checkRows(
  file: string,
  rows: readonly ReadRow[],
  written: number | undefined,
): { readonly line: number; readonly message: string } | undefined {
  const double = findDouble(file, rows);
  if (double !== undefined || written === undefined || rows.length === written) return double;
  const counts = `expected the ${written} rows that the run wrote, got ${rows.length}`;
  const gone = rows.length < written ? findGone(rows) : undefined;
  const such = gone === undefined ? '' : `; there is no ${gone}`;
  return { line: 1, message: `${counts}${such}; put back what was there, or run again` };
}
