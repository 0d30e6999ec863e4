/** Pages of a sheet begin where nothing is torn apart. */

import { describe, expect, it } from 'vitest';
import { pageStarts, type SheetPart } from '../../../../src/output/report/formats/xlsx-pages.js';

/** Columns that print as they are: a page then holds some 493 points. */
const widths = [40, 13, 13];

const rows = (count: number, height: number) => Array.from({ length: count }, () => height);

const piece = (heights: readonly number[], rest: Partial<SheetPart> = {}): SheetPart => ({
  heights,
  together: 1,
  leads: false,
  apart: false,
  ...rest,
});
const heading = piece([20], { leads: true });
const text = (points: number) => piece([points]);
const table = (count: number) => piece(rows(count, 15), { together: 5 });

describe('pages of a sheet', () => {
  it('begin with a short table that does not fit, and with the headings that lead to it', () => {
    expect(pageStarts([text(400), heading, heading, table(8)], widths)).toEqual([1]);
    expect(pageStarts([text(300), heading, heading, table(8)], widths)).toEqual([]);
  });

  it('keep the headings of a long table with its first rows, and let it run on', () => {
    expect(pageStarts([text(300), heading, table(40)], widths)).toEqual([]);
    expect(pageStarts([text(420), heading, table(40)], widths)).toEqual([1]);
    // After it the page counts from where it ended: 40 rows of 15 fill one page and 120 points of the next.
    expect(pageStarts([heading, table(40), text(340)], widths)).toEqual([]);
    expect(pageStarts([heading, table(40), text(360)], widths)).toEqual([41]);
  });

  it('keep a question with its first answer', () => {
    expect(pageStarts([text(460), heading, piece([20, 20, 20])], widths)).toEqual([1]);
  });

  it('begin where a table is to stand apart, unless a page begins there anyway', () => {
    expect(pageStarts([text(50), heading, { ...table(40), apart: true }], widths)).toEqual([1]);
    expect(pageStarts([heading, { ...table(40), apart: true }], widths)).toEqual([]);
  });

  it('hold more of a sheet that is wider than a page, and so prints smaller', () => {
    const wide = Array.from({ length: 15 }, () => 13);
    expect(pageStarts([text(400), heading, heading, table(8)], wide)).toEqual([]);
  });
});
