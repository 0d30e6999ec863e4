/** Writes tables as CSV, in the standard dialect or in the one that a Dutch Excel opens without a wizard. */

import { stringify } from 'csv-stringify/sync';
import { DIGITS } from './number.js';
import type { AnyTable, CellValue, FileColumn } from './package/columns.js';

/** `standard`: comma, point, LF. `nl`: byte order mark, semicolon, decimal comma, CRLF. */
export type Dialect = 'standard' | 'nl';

const ZERO = '0'.charCodeAt(0);
const POINT = '.'.charCodeAt(0);

/** Removes trailing zeros from the fraction of a number, and the point if nothing follows it. */
function withoutTrailingZeros(text: string): string {
  // With ten digits before the point there is no fraction, and no digit may be removed.
  if (!text.includes('.')) return text;
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

/** Texts that a spreadsheet would run as formulas, also after apostrophes as in a text that looks guarded already. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** A text that starts like a formula must not run in a spreadsheet; numbers keep their sign. */
export function guard(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** A text as it was before it was guarded in a file that {@link formatCsv} wrote. */
export function unguard(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}

/** How the parts of a file in a dialect are written. */
interface Style {
  readonly number: (value: number) => string;
  /** Texts side by side, with the quotes that they need. */
  readonly texts: (texts: readonly string[]) => string;
  /** The line of names with what stands before it. */
  readonly header: (names: readonly string[]) => string;
  readonly delimiter: string;
  readonly lineEnd: string;
}

function styleOf(dialect: Dialect): Style {
  const dutch = dialect === 'nl';
  const [delimiter, lineEnd] = dutch ? [';', '\r\n'] : [',', '\n'];
  // Any line break within a cell must not end the row.
  const options = { delimiter, record_delimiter: lineEnd, quoted_match: /[\n\r]/ };
  return {
    number: dutch ? (value) => formatNumber(value).replace('.', ',') : formatNumber,
    texts: (texts) => stringify([texts], { ...options, eof: false }),
    header: (names) => stringify([names], { ...options, bom: dutch }),
    delimiter,
    lineEnd,
  };
}

/** Writes the cells that a row has in some columns. */
type Writer<Row> = (row: Row) => string;

function formatCell(cell: CellValue, { number }: Style): string {
  if (typeof cell === 'number') return number(cell);
  return typeof cell === 'string' ? guard(cell) : String(cell ?? '');
}

/** Writes a column of numbers, reusing the text of the row above where the number is the same. */
function numberWriter<Row>({ value }: FileColumn<Row>, style: Style): Writer<Row> {
  let last: CellValue;
  let written = '';
  return (row) => {
    const cell = value(row);
    if (cell === last) return written;
    last = cell;
    // Numbers never need quotes.
    written = typeof cell === 'number' ? style.number(cell) : style.texts([formatCell(cell, style)]);
    return written;
  };
}

/** Writes columns of texts that stand side by side; most rows have the same as the row above. */
function textWriter<Row>(columns: readonly FileColumn<Row>[], style: Style): Writer<Row> {
  const last = new Array<CellValue>(columns.length);
  let written: string | undefined;
  return (row) => {
    for (let c = 0; c < columns.length; c++) {
      const cell = columns[c]!.value(row);
      if (cell === last[c]) continue;
      last[c] = cell;
      written = undefined;
    }
    written ??= style.texts(last.map((cell) => formatCell(cell, style)));
    return written;
  };
}

/** The writers of a row: one for every column of numbers, and for texts between two such columns. */
function writersOf<Row>(columns: readonly FileColumn<Row>[], style: Style): Writer<Row>[] {
  const writers: Writer<Row>[] = [];
  for (let c = 0; c < columns.length; ) {
    const isText = ({ type }: FileColumn<Row>) => type === 'string' || type === 'boolean';
    const end = columns.findIndex((column, i) => i >= c && !isText(column));
    const texts = columns.slice(c, end < 0 ? undefined : end);
    writers.push(texts.length > 0 ? textWriter(texts, style) : numberWriter(columns[c]!, style));
    c += Math.max(1, texts.length);
  }
  return writers;
}

/** Lines joined at a time: until then each line keeps its cells in memory, which take five times its own size. */
const LINES_AT_ONCE = 1000;

/** The text of a table in a dialect. Unknown values (NaN, undefined) become empty cells. */
export function formatCsv(table: AnyTable, dialect: Dialect): string {
  const style = styleOf(dialect);
  const writers = writersOf(table.columns, style);
  const parts = [style.header(table.columns.map(({ name }) => guard(name)))];
  let lines: string[] = [];
  for (const row of table.rows) {
    let line = writers[0]!(row);
    for (let w = 1; w < writers.length; w++) line += style.delimiter + writers[w]!(row);
    lines.push(line + style.lineEnd);
    if (lines.length === LINES_AT_ONCE) {
      parts.push(lines.join(''));
      lines = [];
    }
  }
  return [...parts, ...lines].join('');
}
