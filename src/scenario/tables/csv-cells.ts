/** How a CSV file separates cells and writes numbers: as this program does, or as Dutch Excel does. */

/** What the cells of a column hold. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean';

export type Delimiter = ',' | ';';

/** How a number is written: `point` as 1234.5 (or 1,234.5), `comma` as 1234,5 (or 1.234,5). */
type Mark = 'point' | 'comma';

const EXPONENT = '(?:e[-+]?\\d+)?';
const whole = new RegExp(`^[-+]?\\d+${EXPONENT}$`, 'i');
const forms: Readonly<Record<Mark, readonly RegExp[]>> = {
  comma: [
    new RegExp(`^[-+]?\\d+,\\d+${EXPONENT}$`, 'i'),
    /^[-+]?\d{1,3}(\.\d{3})+,\d+$/,
    /^[-+]?\d{1,3}(\.\d{3}){2,}$/,
  ],
  point: [
    new RegExp(`^[-+]?\\d+\\.\\d+${EXPONENT}$`, 'i'),
    /^[-+]?\d{1,3}(,\d{3})+\.\d+$/,
    /^[-+]?\d{1,3}(,\d{3}){2,}$/,
  ],
};

/** Thousands with one mark, three decimals with the other. */
const twoReadings = /^[-+]?[1-9]\d{0,2}\.\d{3}$/;

/** The same with a zero at the end: this program writes 66.5 and never 66.500, so somebody else did, who may mean thousands. */
const notOurs = /^[-+]?[1-9]\d{0,2}\.\d\d0$/;

/** What is wrong with a number that has two readings. */
const sayTwo = (text: string, decimals: string) =>
  `"${text}" can be read in two ways; write ${text.replace('.', '')} or ${decimals}`;

/**
 * What is wrong with a number in a table of this program, where the decimals have a point; undefined: it may be one of its numbers.
 * Whoever writes thousands with a point in such a table would be believed a thousandth of them.
 */
export function refuseThousands(given: string): string | undefined {
  const text = given.trim();
  // Most numbers do not end so, and a table may have millions.
  if (!text.endsWith('0')) return undefined;
  return notOurs.test(text) ? sayTwo(text, String(Number(text))) : undefined;
}

/** A number as it is written, with its mark; `either`: with a single point, which may mark thousands or decimals. */
function markOf(text: string): Mark | 'none' | 'either' | undefined {
  if (whole.test(text)) return 'none';
  if (twoReadings.test(text)) return 'either';
  return (['comma', 'point'] as const).find((mark) => forms[mark].some((form) => form.test(text)));
}

/** A number with a point and nothing else in it. */
function withPoint(text: string, mark: Mark): string {
  const plain = text.replace(/^\+/, '');
  return mark === 'comma' ? plain.replaceAll('.', '').replace(',', '.') : plain.replaceAll(',', '');
}

/** A cell as the program itself writes it, or what is wrong with it. */
type ReadCell = { readonly text: string } | { readonly wrong: string };

/** The mark of a file's numbers, with the first line that shows it. */
export interface FileMark {
  readonly mark: Mark;
  readonly line: number;
}

/** How a file writes its numbers, judging by the first one that shows it; undefined: none does. */
export function markOfFile(
  numbers: Iterable<{ readonly text: string; readonly line: number }>,
): FileMark | undefined {
  for (const { text, line } of numbers) {
    const mark = markOf(text.trim());
    if (mark === 'comma' || mark === 'point') return { mark, line };
  }
  return undefined;
}

function readNumber(text: string, file: FileMark | undefined): ReadCell {
  const found = markOf(text);
  const mark = found === 'either' ? 'point' : found;
  if (mark === undefined)
    return { wrong: `expected a number, such as ${file?.mark === 'point' ? '0.57' : '0,57'}, got "${text}"` };
  if (mark === 'none' || mark === file?.mark)
    return { text: withPoint(text, mark === 'none' ? 'point' : mark) };
  if (found === 'either') return { wrong: sayTwo(text, text.replace('.', ',')) };
  const [here, there] = mark === 'point' ? ['point', 'comma'] : ['comma', 'point'];
  return {
    wrong: `"${text}" has a decimal ${here}, and the number on line ${file?.line} a decimal ${there}; use one of them in the whole file`,
  };
}

/**
 * A cell as this program writes it. In files with commas between cells only booleans are changed. In files with semicolons
 * numbers and dates may be Dutch: 1.234,5 and 31-01-2016. A file with decimal commas cannot have decimal points, and an ambiguous
 * number is refused, so that no number silently becomes a thousand times too large or small.
 */
export function readCell(
  given: string,
  kind: CellKind,
  delimiter: Delimiter,
  mark: FileMark | undefined,
): ReadCell {
  if (kind === 'text') return { text: given };
  const text = given.trim();
  if (kind === 'boolean') return readBoolean(text);
  if (delimiter === ',' || text === '') return { text: given };
  return kind === 'number' ? readNumber(text, mark) : { text: isoDate(text) };
}

const truths: Readonly<Record<string, string>> = {
  '': '',
  true: 'true',
  waar: 'true',
  false: 'false',
  onwaar: 'false',
};

function readBoolean(text: string): ReadCell {
  const name = text.toLowerCase();
  return Object.hasOwn(truths, name)
    ? { text: truths[name]! }
    : { wrong: `expected true or false, got "${text}"` };
}

/** Turns a date like 31-01-2016 around; leaves anything else as it is. */
function isoDate(text: string): string {
  const [, day, month, year] = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
}

/** The first line, without the parts between quotes. */
const bareLine = (text: string) => /^[^\n\r]*/.exec(text)![0].replaceAll(/"(?:[^"]|"")*"?/g, '');

/**
 * The separator between cells: from Excel's line `sep=;`, else from the header.
 *
 * @returns the text of the table, on the same lines, or a problem with its line
 */
export function findDelimiter(
  text: string,
):
  | { readonly delimiter: Delimiter; readonly table: string }
  | { readonly wrong: string; readonly line: number } {
  const stated = /^"?sep=([^\n\r"]*)"?(?=[\n\r]|$)/i.exec(text);
  if (stated !== null) {
    const sign = stated[1]!;
    if (sign !== ',' && sign !== ';') return { wrong: `expected sep=; or sep=, got "${stated[0]}"`, line: 1 };
    return { delimiter: sign, table: text.slice(stated[0].length) };
  }
  const before = /^[\n\r]*/.exec(text)![0];
  const line = 1 + before.replaceAll('\r\n', '\n').length;
  const header = bareLine(text.slice(before.length));
  const [comma, semicolon] = [header.includes(','), header.includes(';')];
  if (comma && semicolon) return { wrong: 'expected commas or semicolons between the cells, got both', line };
  if (!comma && !semicolon && header.includes('\t'))
    return { wrong: 'expected commas or semicolons between the cells, got tabs; save the file as CSV', line };
  return { delimiter: semicolon ? ';' : ',', table: text };
}
