/** Where the pages of a sheet begin on paper: what belongs together stays so, as Word does it by itself. */

import type { Feature } from 'write-excel-file/node';
import type { XlsxContent } from './xlsx-print.js';
import { printScale } from './xlsx-widths.js';

/** Rows of a sheet that come of one block. */
export interface SheetPart {
  /** Heights of its rows, in points. */
  readonly heights: readonly number[];
  /** Rows at its beginning that stay together. */
  readonly together: number;
  /** Whether it stays with what follows it, as a heading does. */
  readonly leads: boolean;
  /** Whether it begins a page, whatever room is left. */
  readonly apart: boolean;
}

/**
 * Points down a page (A4 across, less its margins), of which some are left free: programs reckon heights of rows a little
 * differently.
 */
const PAGE = 0.97 * (595 - 2 * 0.6 * 72);

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** Rows, counted from 0, at which pages begin besides those that a program begins when a page is full. */
export function pageStarts(pieces: readonly SheetPart[], widths: readonly number[]): number[] {
  const room = PAGE / printScale(widths);
  const starts: number[] = [];
  let row = 0;
  let filled = 0;
  pieces.forEach((piece, i) => {
    const isLed = i > 0 && pieces[i - 1]!.leads;
    const end = pieces.findIndex((each, at) => at >= i && !each.leads);
    const group = pieces.slice(i, end < 0 ? undefined : end + 1);
    const last = group.at(-1)!;
    const whole = sum(group.flatMap(({ heights }) => heights));
    const least = whole - sum(last.heights.slice(last.together));
    // A short table is not split; of a long one the headings stay with some rows.
    const needed = whole <= room / 2 ? whole : least;
    const begins = group.some(({ apart }) => apart);
    if (!isLed && filled > 0 && (begins || filled + needed > room)) {
      starts.push(row);
      filled = 0;
    }
    for (const height of piece.heights) filled = filled + height > room ? height : filled + height;
    row += piece.heights.length;
  });
  return starts;
}

/** Begins pages at rows, counted from 0, of each sheet; after the page itself is set up. */
export function pageBreaks(starts: readonly (readonly number[])[]): Feature<XlsxContent> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (content, _, { sheetIndex }) => {
            const own = starts[sheetIndex] ?? [];
            if (own.length === 0) return content;
            const breaks = own.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join('');
            const element = `<rowBreaks count="${own.length}" manualBreakCount="${own.length}">${breaks}</rowBreaks>`;
            return content.replace(/(<headerFooter>.*?<\/headerFooter>)/s, `$1${element}`);
          },
        },
      },
    },
  };
}
