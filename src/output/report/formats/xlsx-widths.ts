/** How wide the columns of a sheet are: for its tables, and so that it prints in letters that can be read. */

import { textWidth } from '../../charts/text.js';
import type { TableBlock } from '../blocks.js';

/** Width of a character of the workbook's font in the units of column widths, and what a line of text is high. */
export const FONT = { family: 'Arial', size: 10, character: 5.6, line: 13.5 };

/** Points that a character of a column is wide as Excel counts, and those that it leaves free beside a text, or beside one that is indented. */
const CHARACTER = { wide: 5.25, beside: 4, indented: 12 };

/** Widths of columns in characters: numbers, the least and the most of a text, and the longest word that is not broken. */
const WIDTHS = { number: 13, least: 12, most: 48, word: 26 };

/** Points across a page (A4 across, less its margins), and with what sheets of so many characters a column is reckoned. */
const PAGE = { points: 770, character: 5.4 };

/** Characters that all columns of a sheet together may take: one that is wider prints smaller than 7 points, since it is fitted to a page. */
const WIDEST = Math.floor((PAGE.points / PAGE.character) * (FONT.size / 7));

/** How much smaller a sheet prints than it is, to be as wide as a page. */
export function printScale(widths: readonly number[]): number {
  const wide = widths.reduce((sum, width) => sum + width, 0) * PAGE.character;
  return Math.min(1, PAGE.points / wide);
}

/** Columns of a sheet that a paragraph goes across. */
export const SPAN = 7;

const besides = (isIndented: boolean) => (isIndented ? CHARACTER.indented : CHARACTER.beside);

/** Points that a text has in a column. */
export function roomOf(width: number, isIndented: boolean): number {
  return width * CHARACTER.wide - besides(isIndented);
}

/** Characters of a column in which the longest word of a text stays whole. */
function wordWidth(text: string, isIndented: boolean, bold: boolean): number {
  const points = text.split(/[ \t]|(?<=-)/).map((word) => textWidth(word, FONT.size, bold));
  return Math.ceil((Math.max(...points) + besides(isIndented)) / CHARACTER.wide);
}

/** A column of a sheet: what it holds of every row, and the width below which its numbers and headings do not fit. */
interface SheetColumn {
  readonly least: number;
  readonly lengths: readonly number[];
}

/** The columns of a table as a sheet has them: an interval takes two. `ends`: what stands behind the heading of each. */
function columnsOf({ columns, rows }: TableBlock, ends: readonly string[]): SheetColumn[] {
  return columns.flatMap(({ label, kind }, i) => {
    const isText = kind === 'text';
    const isIndented = isText && i > 0;
    const texts = isText ? rows.map((row) => row[i]?.text ?? '') : [];
    // Of a path or a checksum no column holds the whole.
    const words = texts
      .map((text) => wordWidth(text, isIndented, false))
      .filter((width) => width <= WIDTHS.word);
    const lengths = rows.map((_, row) => (isText ? texts[row]!.length + 2 : 0));
    const headings = kind === 'interval' ? ends.map((end) => `${label}, ${end}`) : [label];
    return headings.map((heading) => ({
      lengths,
      least: Math.max(isText ? WIDTHS.least : WIDTHS.number, wordWidth(heading, isIndented, true), ...words),
    }));
  });
}

/** Lines that all rows take, each as many as its longest text. */
function linesOf(tables: readonly (readonly SheetColumn[])[], widths: readonly number[]): number {
  let lines = 0;
  for (const columns of tables)
    for (let row = 0; row < (columns[0]?.lengths.length ?? 0); row++)
      lines += Math.max(...columns.map(({ lengths }, i) => Math.ceil(lengths[row]! / widths[i]!)), 1);
  return lines;
}

/** Narrows a sheet until it prints large enough, each time where that costs the fewest lines; numbers and headings keep their room. */
function narrowed(
  widths: readonly number[],
  least: readonly number[],
  tables: readonly (readonly SheetColumn[])[],
): number[] {
  const narrow = [...widths];
  let over = narrow.reduce((total, width) => total + width, 0) - WIDEST;
  for (; over > 0; over--) {
    const costs = narrow.map((width, i) =>
      width > least[i]! ? linesOf(tables, narrow.with(i, width - 1)) : Number.POSITIVE_INFINITY,
    );
    const cheapest = Math.min(...costs);
    if (!Number.isFinite(cheapest)) break;
    // Of several that cost as much the widest, and of those the last.
    const equal = narrow.flatMap((width, i) => (costs[i] === cheapest ? [width] : []));
    const at = narrow.findLastIndex((width, i) => costs[i] === cheapest && width === Math.max(...equal));
    narrow[at] = narrow[at]! - 1;
  }
  return narrow;
}

/** Widths that fit all tables of a sheet, column by column. `ends`: what stands behind the headings of the two ends of an interval. */
export function widthsOf(blocks: readonly TableBlock[], ends: readonly string[]): number[] {
  const tables = blocks.map((table) => columnsOf(table, ends));
  const count = Math.max(SPAN, ...tables.map((columns) => columns.length));
  const places = Array.from({ length: count }, (_, i) => tables.flatMap((columns) => columns[i] ?? []));
  const least = places.map((columns) => Math.max(0, ...columns.map((column) => column.least)));
  const widths = places.map((columns, i) => {
    const longest = Math.max(0, ...columns.flatMap(({ lengths }) => lengths));
    return Math.max(least[i] || WIDTHS.number, Math.min(WIDTHS.most, longest));
  });
  return narrowed(widths, least, tables);
}
