/**
 * Tables that fit the terminal. One that is too wide has its headings broken first, then the labels of rows moved to a line of
 * their own above the numbers, in a table of numbers until hardly any room is left beside them; then other texts and numbers broken, and
 * long words over numbers cut. Where that is not enough, columns at the right move below their row, in words.
 */

import { breakName, displayWidth, pad, shorten, widestWord, wrap } from './text.js';

/** Makes a text stand out, without changing its width. */
export type Paint = (text: string) => string;

export interface ScreenCell {
  readonly text: string;
  readonly paint?: Paint;
}

export interface ScreenColumn {
  readonly heading: string;
  readonly align: 'left' | 'right';
  /** Whether its words stay whole, and are parted over lines where they are wider than the terminal, as of names that one may want to copy. */
  readonly isWhole?: boolean;
  /** What a cell of it is called below its row; by itself the heading and the text. */
  readonly said?: (text: string) => string;
}

/** Rows that belong together. A rule parts them from the others. */
export interface ScreenGroup {
  readonly title?: string;
  readonly rows: readonly (readonly (string | ScreenCell)[])[];
}

export interface ScreenTable {
  readonly columns: readonly ScreenColumn[];
  readonly groups: readonly ScreenGroup[];
}

/** How headings, titles and rules look. */
export interface TableLooks {
  readonly heading: Paint;
  readonly title: Paint;
  readonly rule: Paint;
}

const GAP = 2;
/** Columns of text that a text column keeps, if it has as many. */
const LEAST_TEXT = 12;
/** A word of so many is cut where there is no room for it. */
const WIDEST_WORD = 32;
/** A word of a heading keeps so many, where the columns of numbers would not all fit. */
const SHORT_WORD = 8;
/** Spaces before what stands below its row. */
const INDENT = 2;

const cellOf = (cell: string | ScreenCell | undefined): ScreenCell =>
  typeof cell === 'string' ? { text: cell } : (cell ?? { text: '' });
// Nearly every text of a long table has one line.
const widthOfLines = (text: string) =>
  text.includes('\n') ? Math.max(...text.split('\n').map(displayWidth)) : displayWidth(text);
const sumOf = (widths: readonly number[]) =>
  widths.reduce((sum, width) => sum + width, 0) + GAP * Math.max(0, widths.length - 1);

/** What the widths of a column can be. */
interface Room {
  readonly isText: boolean;
  /** With the heading on one line. */
  readonly whole: number;
  /** With a broken heading. */
  readonly cells: number;
  /** With broken cells; asked for only where something must be narrower. */
  readonly least: () => number;
  /** With the per cent sign of the heading on another line than its word; of the labels of numbers, with each on a line of its own. */
  readonly parted: () => number;
  /** With words of the heading cut besides. */
  readonly floor: () => number;
}

function roomOf({ heading, align, isWhole }: ScreenColumn, cells: readonly ScreenCell[]): Room {
  const isText = align === 'left';
  const broken = widestWord(heading);
  const widest = Math.max(0, ...cells.map(({ text }) => widthOfLines(text)));
  const least = () => {
    // Nearly all of a long table are narrower than the widest word so far.
    const word = cells.reduce(
      (most, { text }) => (widthOfLines(text) <= most ? most : Math.max(most, widestWord(text))),
      0,
    );
    if (!isText) return word;
    return Math.max(Math.min(widest, LEAST_TEXT), isWhole === true ? word : Math.min(word, WIDEST_WORD));
  };
  const parted = widestWord(heading, 'parted');
  return {
    isText,
    whole: Math.max(widthOfLines(heading), widest),
    cells: Math.max(broken, widest),
    least: () => Math.max(broken, least()),
    parted: () => Math.max(parted, isText ? INDENT : least()),
    floor: () => Math.max(Math.min(parted, SHORT_WORD), isText ? INDENT : least()),
  };
}

/** Narrows the widest of some columns, one by one, until all fit or none can be narrowed. */
function narrow(
  widths: number[],
  rooms: readonly Room[],
  width: number,
  isMeant: (room: Room) => boolean,
  downTo: 'least' | 'parted' | 'floor' = 'least',
): void {
  if (sumOf(widths) <= width) return;
  const least = rooms.map((room) => room[downTo]());
  while (sumOf(widths) > width) {
    let at = -1;
    for (const [i, room] of rooms.entries())
      if (isMeant(room) && widths[i]! > least[i]! && (at < 0 || widths[i]! > widths[at]!)) at = i;
    if (at < 0) return;
    widths[at]! -= 1;
  }
}

/** Widths with which columns fit; undefined: they do not. */
function fitted(rooms: readonly Room[], width: number, areNumbers: boolean): number[] | undefined {
  const whole = rooms.map((room) => room.whole);
  if (sumOf(whole) <= width) return whole;
  const widths = rooms.map((room) => room.cells);
  // What is left over goes to headings, from the left.
  let left = width - sumOf(widths);
  if (left >= 0) {
    return widths.map((each, i) => {
      const more = Math.min(left, whole[i]! - each);
      left -= more;
      return each + more;
    });
  }
  narrow(widths, rooms, width, ({ isText }) => isText);
  if (areNumbers) narrow(widths, rooms, width, ({ isText }) => isText, 'parted');
  narrow(widths, rooms, width, () => true);
  if (areNumbers) narrow(widths, rooms, width, () => true, 'parted');
  if (areNumbers) narrow(widths, rooms, width, () => true, 'floor');
  return sumOf(widths) <= width ? widths : undefined;
}

/** The lines of a cell. A per cent sign that has no room behind its word stands below it: cut off it would be lost. */
function linesOfCell(text: string, width: number, { align, isWhole }: ScreenColumn): string[] {
  const lines = wrap(text, width);
  const whole = lines.some((line) => displayWidth(line) > width) ? wrap(text, width, 0, 'parted') : lines;
  const fitting = isWhole === true ? whole.flatMap((line) => breakName(line, width)) : whole;
  return fitting.map((line) => pad(shorten(line, width), width, align));
}

/** Lines of cells beside each other, the last ones of headings, the first ones of other cells level with each other. */
function drawRow(
  cells: readonly ScreenCell[],
  columns: readonly ScreenColumn[],
  widths: readonly number[],
  isHeading = false,
): string[] {
  const broken = cells.map(({ text }, i) => linesOfCell(text, widths[i]!, columns[i]!));
  const height = Math.max(1, ...broken.map(({ length }) => length));
  return Array.from({ length: height }, (_, at) =>
    broken
      .map((lines, i) => {
        const line = lines[isHeading ? at - (height - lines.length) : at];
        if (line === undefined) return ' '.repeat(widths[i]!);
        const { paint } = cells[i]!;
        return paint === undefined ? line : paintText(line, paint);
      })
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}

/** A row whose label has no room beside its other cells has it on a line of its own above them, so that it is read as one. */
function drawLabelled(
  cells: readonly ScreenCell[],
  columns: readonly ScreenColumn[],
  widths: readonly number[],
  width: number,
): string[] {
  const [label, ...others] = cells;
  const isBeside = columns[0]!.align !== 'left' || others.length === 0;
  if (isBeside || widthOfLines(label!.text) <= widths[0]!) return drawRow(cells, columns, widths);
  const { paint = (text: string) => text } = label!;
  return [
    ...wrap(label!.text, width, INDENT)
      .flatMap((line) => (columns[0]!.isWhole === true ? breakName(line, width) : [shorten(line, width)]))
      .map((line) => paintText(line.trimEnd(), paint)),
    ...drawRow([{ text: '' }, ...others], columns, widths),
  ];
}

/** Paints a text without the spaces around it. */
function paintText(line: string, paint: Paint): string {
  const text = line.trim();
  return text === '' ? line : line.replace(text, () => paint(text));
}

/** What stands below a row, of the columns that do not fit beside it. */
function drawBelow(cells: readonly ScreenCell[], columns: readonly ScreenColumn[], width: number): string[] {
  const said = cells.flatMap(({ text }, i) => {
    if (text === '') return [];
    const flat = text.replaceAll('\n', ' ');
    const { heading, said: say = (value: string) => `${heading.replaceAll('\n', ' ')} ${value}` } =
      columns[i]!;
    return say(flat);
  });
  if (said.length === 0) return [];
  return wrap(`${' '.repeat(INDENT)}${said.join('; ')}`, width, 2 * INDENT);
}

/** How many columns stand beside each other, and how wide they are. */
function arrange(rooms: readonly Room[], width: number): number[] {
  // They are read against each other, so that none should be missing from a row.
  const areNumbers = rooms.slice(1).every(({ isText }) => !isText);
  for (let count = rooms.length; count > 1; count--) {
    const widths = fitted(rooms.slice(0, count), width, areNumbers);
    if (widths !== undefined) return widths;
  }
  return rooms.slice(0, 1).map(({ whole }) => Math.min(whole, width));
}

/** The lines of a table on a terminal of so many columns. */
export function drawTable({ columns, groups }: ScreenTable, width: number, looks: TableLooks): string[] {
  const rows = groups.map((group) => group.rows.map((row) => columns.map((_, i) => cellOf(row[i]))));
  const rooms = columns.map((column, i) =>
    roomOf(
      column,
      rows.flat().map((row) => row[i]!),
    ),
  );
  const widths = arrange(rooms, width);
  const count = widths.length;
  const beside = columns.slice(0, count);
  const body = groups.map(({ title }, g) => [
    ...(title === undefined ? [] : wrap(title, width, INDENT).map(looks.title)),
    ...rows[g]!.flatMap((row) => [
      ...drawLabelled(row.slice(0, count), beside, widths, width),
      ...drawBelow(row.slice(count), columns.slice(count), width),
    ]),
  ]);
  const hasHeadings = beside.some(({ heading }) => heading !== '');
  const headings = hasHeadings
    ? drawRow(
        beside.map(({ heading }) => ({ text: heading, paint: looks.heading })),
        beside,
        widths,
        true,
      )
    : [];
  const rule = looks.rule(
    '─'.repeat(Math.min(width, Math.max(sumOf(widths), ...body.flat().map(displayWidth)))),
  );
  return [
    ...(hasHeadings ? [...headings, rule] : []),
    ...body.flatMap((lines, g) => (g === 0 ? lines : [rule, ...lines])),
  ];
}

/** Whether all columns of a table stand beside each other with no cell broken. */
export function fitsWhole({ columns, groups }: ScreenTable, width: number): boolean {
  const rows = groups.flatMap((group) => group.rows.map((row) => columns.map((_, i) => cellOf(row[i]))));
  return (
    sumOf(
      columns.map(
        (column, i) =>
          roomOf(
            column,
            rows.map((row) => row[i]!),
          ).cells,
      ),
    ) <= width
  );
}
