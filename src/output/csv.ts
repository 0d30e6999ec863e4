/** Writes tables as CSV, in the standard dialect or in the one that a Dutch Excel opens without a wizard. */

import { stringify } from 'csv-stringify/sync';
import type { AnyTable, Cell, Column } from './columns.js';

/** `standard`: comma, point, LF. `nl`: byte order mark, semicolon, decimal comma, CRLF. */
export type Dialect = 'standard' | 'nl';

/** Significant digits of a number in a file: far below any MCSE, and the same on every machine. */
const DIGITS = 10;

/** Rows that are made into text at a time: what they take on the way is gone before the next. */
const ROWS_AT_ONCE = 256;

const ZERO = '0'.charCodeAt(0);
const POINT = '.'.charCodeAt(0);

/** A decimal fraction without the zeros it ends in, nor a point behind which nothing is left. */
function withoutTrailingZeros(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === ZERO) end--;
  if (text.charCodeAt(end - 1) === POINT) end--;
  return end === text.length ? text : text.slice(0, end);
}

/** A number to ten significant digits, as JavaScript writes it. */
function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Number.isInteger(value) && Math.abs(value) < 10 ** DIGITS) return String(value);
  const text = value.toPrecision(DIGITS);
  // With an exponent the two notations differ in where they begin to use it; without, only in the zeros.
  return text.includes('e') ? String(Number(text)) : withoutTrailingZeros(text);
}

/** A text that starts like a formula must not run in a spreadsheet; numbers keep their sign. */
function defuse(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function formatCell(cell: Cell, dialect: Dialect): string {
  if (typeof cell === 'number') {
    const text = formatNumber(cell);
    return dialect === 'nl' ? text.replace('.', ',') : text;
  }
  return typeof cell === 'string' ? defuse(cell) : String(cell ?? '');
}

/** Writes the cells of a column one after the other: many are the same as the one above, and are not made anew. */
function cellWriter<Row>({ value }: Column<Row>, dialect: Dialect): (row: Row) => string {
  let last: Cell;
  let text = '';
  return (row) => {
    const cell = value(row);
    if (cell === last) return text;
    last = cell;
    text = formatCell(cell, dialect);
    return text;
  };
}

/** The text of a table in a dialect. What is not known (NaN, undefined) is an empty cell. */
export function formatCsv(table: AnyTable, dialect: Dialect): string {
  const dutch = dialect === 'nl';
  const writers = table.columns.map((column) => cellWriter(column, dialect));
  const parts: string[] = [];
  for (let start = 0; start === 0 || start < table.rows.length; start += ROWS_AT_ONCE) {
    const rows = table.rows.slice(start, start + ROWS_AT_ONCE);
    parts.push(
      stringify(
        rows.map((row) => writers.map((write) => write(row))),
        {
          header: start === 0,
          columns: table.columns.map(({ name }) => defuse(name)),
          bom: dutch && start === 0,
          delimiter: dutch ? ';' : ',',
          record_delimiter: dutch ? 'windows' : 'unix',
        },
      ),
    );
  }
  return parts.join('');
}
