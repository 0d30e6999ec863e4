/** How wide the columns of a sheet are: for its tables, and so that it prints in letters that can be read. */

import type { TableBlock } from '../blocks.js';

/** Width of a character of the workbook's font in the units of column widths, and what a line of text is high. */
export const FONT = { family: 'Arial', size: 10, character: 5.6, line: 13.5 };

/** Widths of columns in characters: numbers, and the least and the most of a text. */
const WIDTHS = { number: 13, least: 12, most: 48 };

/**
 * Characters that all columns of a sheet together may take: one that is wider prints smaller than 7 points, since it is fitted to the
 * width of a page (A4 across, less its margins: 770 points; a character is some 5.4 points wide as Excel counts columns).
 */
const WIDEST = Math.floor((770 / 5.4) * (FONT.size / 7));

/** Narrows the widest columns, one by one, until a sheet prints large enough; numbers keep their room. */
function narrowed(widths: readonly number[]): number[] {
  const narrow = [...widths];
  const sum = () => narrow.reduce((total, width) => total + width, 0);
  while (sum() > WIDEST) {
    const widest = Math.max(...narrow);
    if (widest <= WIDTHS.number) break;
    narrow[narrow.lastIndexOf(widest)] = widest - 1;
  }
  return narrow;
}

/** Columns of a sheet that a paragraph goes across. */
export const SPAN = 7;

const columnsOf = ({ columns }: TableBlock) =>
  columns.flatMap(({ kind }, i) =>
    kind === 'interval'
      ? [
          { kind: 'number', i },
          { kind: 'number', i },
        ]
      : [{ kind, i }],
  );

/** Widths that fit all tables of a sheet, column by column. */
export function widthsOf(tables: readonly TableBlock[]): number[] {
  const widths: number[] = [];
  for (const table of tables)
    columnsOf(table).forEach(({ kind, i }, place) => {
      const longest = Math.max(...table.rows.map((row) => row[i]?.text.length ?? 0), 0) + 2;
      const wanted = kind === 'text' ? Math.min(WIDTHS.most, Math.max(WIDTHS.least, longest)) : WIDTHS.number;
      widths[place] = Math.max(widths[place] ?? 0, wanted);
    });
  while (widths.length < SPAN) widths.push(WIDTHS.number);
  return narrowed(Array.from(widths, (width) => width ?? WIDTHS.number));
}
