/** Writes tables as CSV, in the standard dialect or in the one that a Dutch Excel opens without a wizard. */

import { stringify } from 'csv-stringify/sync';
import type { AnyTable, Cell } from './columns.js';

/** `standard`: comma, point, LF. `nl`: byte order mark, semicolon, decimal comma, CRLF. */
export type Dialect = 'standard' | 'nl';

/** Significant digits of a number in a file: far below any MCSE, and the same on every machine. */
const DIGITS = 10;

function number(value: number, dialect: Dialect): string {
  if (!Number.isFinite(value)) return '';
  const text = String(Number(value.toPrecision(DIGITS)));
  return dialect === 'nl' ? text.replace('.', ',') : text;
}

/** The text of a table in a dialect. What is not known (NaN, undefined) is an empty cell. */
export function formatCsv(table: AnyTable, dialect: Dialect): string {
  const rows = table.rows.map((row) => table.columns.map((column): Cell => column.value(row)));
  const dutch = dialect === 'nl';
  return stringify(rows, {
    header: true,
    columns: table.columns.map((column) => column.name),
    bom: dutch,
    delimiter: dutch ? ';' : ',',
    record_delimiter: dutch ? 'windows' : 'unix',
    cast: {
      number: (value) => number(value, dialect),
      boolean: (value) => String(value),
      // A text that starts like a formula must not run in a spreadsheet; numbers keep their sign.
      string: (value) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value),
    },
  });
}
