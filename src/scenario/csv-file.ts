/** Reads a CSV file so that every cell keeps its line: a header with known names, and rows of as many cells. */

import { createHash } from 'node:crypto';
import { type CsvError, parse } from 'csv-parse/sync';
import { type Diagnostic, sortDiagnostics } from './diagnostic.js';
import { suggest } from './nearest.js';
import { readTextFile } from './text-file.js';

/** What a table must look like. */
export interface TableForm {
  /** Names that the header must have. */
  readonly needed: readonly string[];
  /** Whether the header may have other names too. */
  readonly open: boolean;
  readonly maxBytes: number;
}

/** A row with the line on which it starts; its cells stand in the order of the header. */
interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

export type CsvResult =
  | {
      readonly ok: true;
      readonly names: readonly string[];
      readonly lines: readonly Line[];
      /** Of the file's bytes. */
      readonly sha256: string;
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Messages about rows; more of them have one cause. */
const LISTED = 100;

const syntaxWords: Partial<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote that is opened in the last cell is not closed',
  CSV_INVALID_CLOSING_QUOTE: 'expected a comma or the end of the line behind a closing quote',
  INVALID_OPENING_QUOTE:
    'a quote within a cell; put the whole cell between quotes and double the quotes in it',
};

/** Ends of lines within the cells of a row. */
function countBreaks(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1;
  }
  return count;
}

/** All lines, the header among them. @throws CsvError on what is no CSV */
function parseLines(text: string): Line[] {
  const read = parse(text, {
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
    // One dialect for the whole file, taken from its first line: a lone CR elsewhere belongs to a cell.
    record_delimiter: /^[^\n\r]*\r(?!\n)/.test(text) ? '\r' : ['\r\n', '\n'],
  }) as unknown as { info: { lines: number }; record: string[] }[];
  // The parser counts to the end of a row, which cells of several lines put off.
  return read.map(({ info, record }) => ({
    line: info.lines - countBreaks(record),
    cells: record,
  }));
}

/** What is wrong with the header. */
function checkHeader(
  { cells: names }: Line,
  { needed, open }: TableForm,
): { column: number; message: string }[] {
  const other = [';', '\t'].find((sign) => names.length === 1 && names[0]!.includes(sign));
  if (other !== undefined) {
    const sign = other === ';' ? 'semicolons' : 'tabs';
    return [{ column: 1, message: `expected commas between the cells, got ${sign}` }];
  }
  const twice = names.flatMap((name, i) =>
    names.indexOf(name) < i ? [{ column: i + 1, message: `two columns are named "${name}"` }] : [],
  );
  const missing = needed.filter((name) => !names.includes(name));
  const unknown = names.flatMap((name, i) =>
    open || needed.includes(name)
      ? []
      : [{ column: i + 1, message: `unknown column "${name}"${suggest(name, needed)}` }],
  );
  const list = missing.map((name) => `"${name}"`).join(', ');
  return [
    ...twice,
    ...unknown,
    ...(missing.length === 0 ? [] : [{ column: 1, message: `missing: column ${list}` }]),
  ];
}

/**
 * Reads a table. All that is wrong with its form is reported at once; columns count the cells from 1.
 */
export function readCsvFile(path: string, form: TableForm): CsvResult {
  const fail = (diagnostics: readonly Diagnostic[]): CsvResult => ({
    ok: false,
    diagnostics: sortDiagnostics(diagnostics),
  });
  const read = readTextFile(path, { name: 'a CSV file', ending: /\.csv$/, maxBytes: form.maxBytes });
  if ('message' in read) return fail([read]);
  let all: Line[];
  try {
    all = parseLines(read.text);
  } catch (error) {
    const { code, message, lines = 1, column } = error as CsvError & { lines?: number; column?: unknown };
    const at = typeof column === 'number' ? column + 1 : 1;
    return fail([
      { file: path, line: Math.max(1, lines), column: at, message: syntaxWords[code] ?? message },
    ]);
  }
  const [header, ...lines] = all;
  if (header === undefined)
    return fail([{ file: path, line: 1, column: 1, message: 'the file is empty; expected a line of names' }]);
  const names = header.cells;
  const wrong = checkHeader(header, form);
  if (wrong.length > 0) return fail(wrong.map((each) => ({ file: path, line: header.line, ...each })));
  const ragged = lines.filter(({ cells }) => cells.length !== names.length).slice(0, LISTED);
  if (ragged.length === 0)
    return { ok: true, names, lines, sha256: createHash('sha256').update(read.bytes).digest('hex') };
  return fail(
    ragged.map(({ line, cells }) => ({
      file: path,
      line,
      column: Math.min(cells.length, names.length) + 1,
      message: `expected ${names.length} cells, got ${cells.length}${cells.length > names.length ? '; a cell with a comma in it needs quotes' : ''}`,
    })),
  );
}

/** A row as an object by the names of the header. */
export function recordOf(names: readonly string[], cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, i) => [name, cells[i]!]));
}
