/** Tables of a Word document: columns as wide as their longest words, rows that stay whole and together. */

import {
  AlignmentType,
  BorderStyle,
  type ITableCellBorders,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { textWidth } from '../../charts/text.js';
import type { TableBlock } from '../blocks.js';
import { dropForbiddenCharacters } from './characters.js';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const thin = { style: BorderStyle.SINGLE, size: 4, color: 'BFC4CA' } as const;
const thick = { style: BorderStyle.SINGLE, size: 8, color: '1C1E21' } as const;

/** Twentieths of a point in a point, in which Word counts; room beside the text of a cell. */
const TWIPS = 20;
const MARGIN = 60;

/** Sizes of letters in points, the first that a table fits with. */
const SIZES = [8, 7.5, 7] as const;

/** Rows from which a table takes the smallest letters, or it would be pages long. */
const LONG = 40;

/** Rows up to which a table is kept on one page; of longer ones so many first and last rows stay together. */
const WHOLE = 9;
const TOGETHER = 3;

/** Characters up to which the heading of a column stays on one line, as the name of an approach should, and a word at its hyphen. */
const SHORT = 14;

/** Room beside the text of a cell on its left: a text stands off from the number before it, which ends where the text begins. */
const leftOf = ({ columns }: TableBlock, i: number) =>
  columns[i]!.kind === 'text' && i > 0 && columns[i - 1]!.kind !== 'text' ? 3 * MARGIN : MARGIN;

/** Width of the longest part of a text that no line breaks; a short name stays whole at its hyphen. */
function longestPart(text: string, size: number, bold: boolean): number {
  const parts = text
    .split(/[ \t]/)
    .flatMap((word) => (word.length <= SHORT ? [word] : word.split(/(?<=[-/])/)));
  return Math.max(0, ...parts.map((part) => textWidth(part, size, bold)));
}

/** The least width of each column, in twentieths of a point: its longest word; a number or interval stays whole, and so may short headings. */
function leastWidths(table: TableBlock, size: number, whole: boolean): number[] {
  const { columns, rows } = table;
  return columns.map(({ label, kind }, i) => {
    const cells = rows.map((row) => {
      const { text, kind: of } = row[i]!;
      return kind === 'text' || of === 'text' || /\p{L}{4}/u.test(text)
        ? longestPart(text, size, false)
        : textWidth(text, size);
    });
    const heading =
      whole && label.length <= SHORT ? textWidth(label, size, true) : longestPart(label, size, true);
    const widest = Math.max(heading, ...cells);
    return Math.ceil(widest * TWIPS) + leftOf(table, i) + MARGIN + TWIPS;
  });
}

/** The width of each column in which no text of it is broken, in twentieths of a point. */
function wholeWidths(table: TableBlock, size: number): number[] {
  return table.columns.map((_, i) => {
    const widest = Math.max(0, ...table.rows.map((row) => textWidth(row[i]!.text, size)));
    return Math.ceil(widest * TWIPS) + leftOf(table, i) + MARGIN + TWIPS;
  });
}

/** Gives of some room to each column what it lacks, or in proportion where there is not enough. */
function give(widths: readonly number[], room: number, lacking: readonly number[]): number[] {
  const lack = lacking.reduce((sum, each) => sum + each, 0);
  const left = room - widths.reduce((sum, width) => sum + width, 0);
  const part = lack === 0 ? 0 : Math.min(1, left / lack);
  return widths.map((width, i) => width + part * lacking[i]!);
}

/**
 * Widths that fill a line, and the size of letters with which they fit. Each column has its least; of what is left its share, but no more
 * than its texts need; what is over goes to texts that are still broken, and then to all by their shares.
 */
export function fitColumns(table: TableBlock, room: number): { widths: number[]; size: number } {
  const sizes = table.rows.length >= LONG ? SIZES.slice(-1) : SIZES;
  const wanted = sizes.flatMap((size) => [true, false].map((whole) => ({ size, whole })));
  const widthsAt = ({ size, whole }: (typeof wanted)[number]) => leastWidths(table, size, whole);
  const fitting = wanted.find((each) => widthsAt(each).reduce((a, b) => a + b, 0) <= room) ?? wanted.at(-1)!;
  const { size } = fitting;
  const least = widthsAt(fitting);
  const whole = wholeWidths(table, size);
  const needed = least.reduce((sum, width) => sum + width, 0);
  if (needed > room) return { widths: least.map((width) => Math.floor((width * room) / needed)), size };
  const total = table.columns.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const shares = table.columns.map(({ weight = 1 }) => (room * weight) / total);
  const lacking = (widths: readonly number[], wished: readonly number[]) =>
    widths.map((width, i) => Math.max(0, wished[i]! - width));
  const goals = shares.map((share, i) => Math.min(share, whole[i]!));
  const shared = give(least, room, lacking(least, goals));
  const unbroken = give(shared, room, lacking(shared, whole));
  return { widths: give(unbroken, room, lacking(unbroken, shares)).map(Math.floor), size };
}

/** A table over so much room, its headings repeated on every page that it goes on. */
export function wordTable(table: TableBlock, room: number): Table {
  const { widths, size } = fitColumns(table, room);
  const cell = (text: string, i: number, heading: boolean, keepNext: boolean) => {
    const borders: ITableCellBorders = { top: none, left: none, right: none, bottom: heading ? thick : thin };
    return new TableCell({
      borders,
      width: { size: widths[i]!, type: WidthType.DXA },
      margins: { top: 10, bottom: 10, left: leftOf(table, i), right: MARGIN },
      children: [
        new Paragraph({
          alignment: table.columns[i]!.kind === 'text' ? AlignmentType.LEFT : AlignmentType.RIGHT,
          spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO },
          keepNext,
          children: [new TextRun({ text: dropForbiddenCharacters(text), bold: heading, size: 2 * size })],
        }),
      ],
    });
  };
  const row = (texts: readonly string[], heading: boolean, keepNext: boolean) =>
    new TableRow({
      tableHeader: heading,
      cantSplit: true,
      children: texts.map((text, i) => cell(text, i, heading, keepNext)),
    });
  const count = table.rows.length;
  const stays = (i: number) => count <= WHOLE || i < TOGETHER || i >= count - TOGETHER;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: room, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      row(
        table.columns.map(({ label }) => label),
        true,
        true,
      ),
      ...table.rows.map((cells, i) =>
        row(
          cells.map(({ text }) => text),
          false,
          stays(i),
        ),
      ),
    ],
  });
}
