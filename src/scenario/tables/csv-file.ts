/** Reads a CSV file so that every cell keeps its line: a header with known names, and rows with the same number of cells. */

import { createHash } from 'node:crypto';
import { type CsvError, parse } from 'csv-parse/sync';
import { type Diagnostic, sortDiagnostics } from '../check/diagnostic.js';
import { suggest } from '../check/nearest.js';
import { readTextFile } from '../yaml/text-file.js';
import {
  type CellKind,
  type Delimiter,
  findDelimiter,
  markOfFile,
  readCell,
  refuseThousands,
} from './csv-cells.js';
import { splitPlain } from './csv-split.js';

/** What a table must look like. */
export interface TableForm {
  /** Names that the header must have. */
  readonly needed: readonly string[];
  /** Whether the header may have other names too. */
  readonly open: boolean;
  readonly maxBytes: number;
  /** What the cells of a column hold; texts by default. Numbers, dates and booleans may be written as Excel saves them. */
  readonly kindOf?: (name: string) => CellKind;
  /** Whether this program writes the table: then a number that it would have written otherwise may be in thousands, and is refused. */
  readonly isOurs?: boolean;
}

/** A row with the line on which it starts; its cells stand in the order of the header. */
interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[];
}

export type CsvResult =
  | {
      readonly ok: true;
      readonly names: readonly string[];
      readonly lines: readonly CsvLine[];
      /** Of the file's bytes. */
      readonly sha256: string;
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** The most messages about rows; a longer list would have a single cause. */
const LISTED = 100;

const syntaxWords: Partial<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote that is opened in the last cell is not closed',
  CSV_INVALID_CLOSING_QUOTE: 'expected the next cell or the end of the line behind a closing quote',
  INVALID_OPENING_QUOTE:
    'a quote within a cell; put the whole cell between quotes and double the quotes in it',
};

/** Number of line ends inside the cells of a row. */
function countBreaks(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1;
  }
  return count;
}

/** Spreadsheets leave rows of empty cells after a table. */
const isEmpty = ({ cells }: CsvLine) => cells.every((cell) => cell === '');

/** All lines that hold anything, the header among them. @throws CsvError on what is no CSV */
function parseLines(text: string, delimiter: Delimiter): CsvLine[] {
  const plain = splitPlain(text, delimiter);
  if (plain !== undefined) return withoutEmptyColumns(plain.filter((line) => !isEmpty(line)));
  const read = parse(text, {
    info: true,
    delimiter,
    skip_empty_lines: true,
    relax_column_count: true,
    // The first line decides how lines end; a lone CR elsewhere is part of a cell.
    record_delimiter: /^[^\n\r]*\r(?!\n)/.test(text) ? '\r' : ['\r\n', '\n'],
  }) as unknown as { info: { lines: number }; record: string[] }[];
  // The parser gives the line on which a row ends, so the line ends inside its cells are subtracted.
  const lines = read.map(({ info, record }) => ({
    line: info.lines - countBreaks(record),
    cells: record,
  }));
  return withoutEmptyColumns(lines.filter((line) => !isEmpty(line)));
}

/** Drops empty columns at the end, which spreadsheets also leave. */
function withoutEmptyColumns(lines: CsvLine[]): CsvLine[] {
  let width = lines[0]?.cells.length ?? 0;
  while (width > 0 && lines[0]!.cells[width - 1] === '') width -= 1;
  const hasMore = ({ cells }: CsvLine) =>
    cells.length > width && cells.slice(width).some((cell) => cell !== '');
  if (width === lines[0]?.cells.length || lines.some(hasMore)) return lines;
  return lines.map(({ line, cells }) => ({ line, cells: cells.slice(0, width) }));
}

/** Explains what Excel does to a file with other separators than its own, and what to do about it. */
const WHOLE_LINE =
  'the whole line stands in one cell, as Excel saves a file with other separators than its own: open the original with Data > From Text/CSV and save that';

/** What is wrong with the header. */
function checkHeader(
  { cells: names }: CsvLine,
  { needed, open }: TableForm,
): { column: number; message: string }[] {
  if (names.length === 1 && /[,;]/.test(names[0]!))
    return [{ column: 1, message: `expected a cell for each name, got one; ${WHOLE_LINE}` }];
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
 * Reads a table with commas or semicolons between its cells. All that is wrong with its form is reported at once; columns
 * count the cells from 1.
 */
export function readCsvFile(path: string, form: TableForm): CsvResult {
  const fail = (diagnostics: readonly Diagnostic[]): CsvResult => ({
    ok: false,
    diagnostics: sortDiagnostics(diagnostics),
  });
  const read = readTextFile(path, { name: 'a CSV file', ending: /\.csv$/, maxBytes: form.maxBytes });
  if ('message' in read) return fail([read]);
  const found = findDelimiter(read.text);
  if ('wrong' in found) return fail([{ file: path, line: found.line, column: 1, message: found.wrong }]);
  const { delimiter } = found;
  let all: CsvLine[];
  try {
    all = parseLines(found.table, delimiter);
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
  if (ragged.length > 0)
    return fail(
      ragged.map(({ line, cells }) => ({
        file: path,
        line,
        column: Math.min(cells.length, names.length) + 1,
        message: `expected ${names.length} ${names.length === 1 ? 'cell' : 'cells'}, got ${cells.length}${hintOf(cells, names.length, delimiter)}`,
      })),
    );
  const cells = readCells(path, names, lines, delimiter, form);
  if ('diagnostics' in cells) return fail(cells.diagnostics);
  const sha256 = createHash('sha256').update(read.bytes).digest('hex');
  return { ok: true, names, lines: cells.lines, sha256 };
}

/** A possible reason why a row has too many or too few cells. */
function hintOf(cells: readonly string[], expected: number, delimiter: Delimiter): string {
  const [own, other] = delimiter === ',' ? ['comma', 'semicolon'] : ['semicolon', 'comma'];
  if (cells.length > expected) return `; a cell with a ${own} in it needs quotes`;
  if (cells.length > 1) return '';
  if (cells[0]!.includes(delimiter)) return `; ${WHOLE_LINE}`;
  return cells[0]!.includes(delimiter === ',' ? ';' : ',')
    ? `; there are ${other}s between its cells, and ${own}s in the header`
    : '';
}

/** The cells of numbers, one by one, with their lines. */
function* numbersIn(lines: readonly CsvLine[], kinds: readonly CellKind[]) {
  for (const { line, cells } of lines)
    for (const [i, text] of cells.entries()) if (kinds[i] === 'number') yield { text, line };
}

/** The numbers of a table of this program that it would have written otherwise, and that may be in thousands. */
function findThousands(
  path: string,
  names: readonly string[],
  lines: readonly CsvLine[],
  kinds: readonly CellKind[],
): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { line, cells } of lines)
    for (let i = 0; i < cells.length; i++) {
      const wrong = kinds[i] === 'number' ? refuseThousands(cells[i]!) : undefined;
      if (wrong === undefined) continue;
      found.push({ file: path, line, column: i + 1, message: `${names[i]}: ${wrong}` });
      if (found.length === LISTED) return found;
    }
  return found;
}

/** The lines with their numbers, dates and booleans as this program writes them. */
function readCells(
  path: string,
  names: readonly string[],
  lines: readonly CsvLine[],
  delimiter: Delimiter,
  { kindOf, isOurs }: TableForm,
): { readonly lines: readonly CsvLine[] } | { readonly diagnostics: readonly Diagnostic[] } {
  if (kindOf === undefined) return { lines };
  const kinds = names.map(kindOf);
  const mark = delimiter === ';' ? markOfFile(numbersIn(lines, kinds)) : undefined;
  if (isOurs === true && (delimiter === ',' || mark?.mark === 'point')) {
    const inThousands = findThousands(path, names, lines, kinds);
    if (inThousands.length > 0) return { diagnostics: inThousands };
  }
  // Between commas only booleans are changed, and a posterior has tens of thousands of numbers.
  if (delimiter === ',' && !kinds.includes('boolean')) return { lines };
  const diagnostics: Diagnostic[] = [];
  const read = lines.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell, i) => {
      const result = readCell(cell, kinds[i]!, delimiter, mark);
      if ('text' in result) return result.text;
      diagnostics.push({ file: path, line, column: i + 1, message: `${names[i]}: ${result.wrong}` });
      return cell;
    }),
  }));
  return diagnostics.length > 0 ? { diagnostics: diagnostics.slice(0, LISTED) } : { lines: read };
}

/** A row as an object by the names of the header. */
export function recordOf(names: readonly string[], cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, i) => [name, cells[i]!]));
}
