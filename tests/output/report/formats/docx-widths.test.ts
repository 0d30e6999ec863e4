/** Columns of Word get what their texts need before they get their share. */

import { expect, it } from 'vitest';
import { textWidth } from '../../../../src/output/charts/text.js';
import { type Column, type TableBlock, textCell } from '../../../../src/output/report/blocks.js';
import { fitColumns } from '../../../../src/output/report/formats/docx-table.js';

const ROOM = 9900;

const tableOf = (columns: readonly (readonly [weight: number, text: string])[]): TableBlock => ({
  kind: 'table',
  name: 't',
  sheet: 'method',
  caption: '',
  columns: columns.map(([weight], i): Column => ({ label: `K${i}`, kind: 'text', weight })),
  rows: [columns.map(([, text]) => textCell(text))],
});

/** Lines that each text takes. */
function linesOf(table: TableBlock): number[] {
  const { widths, size } = fitColumns(table, ROOM);
  return table.rows[0]!.map(({ text }, i) => Math.ceil((20 * textWidth(text, size)) / (widths[i]! - 140)));
}

it('names stay on few lines beside a column that has more than it needs', () => {
  const name = 'Alphen-Chaam, een gemeente met een naam die een lange regel vult';
  const table = tableOf([
    [1, name],
    [6, 'onzeker'],
    [6, 'ja'],
  ]);
  expect(linesOf(table)).toEqual([1, 1, 1]);
});

it('what is left after that goes by shares, and all together fill the line', () => {
  const { widths } = fitColumns(
    tableOf([
      [1, 'kort'],
      [3, 'kort'],
    ]),
    ROOM,
  );
  expect(widths[1]! / widths[0]!).toBeCloseTo(3, 1);
  for (const texts of ['kort', 'een zin die over vele regels gaat '.repeat(20)]) {
    const all = fitColumns(
      tableOf([
        [1, texts],
        [2, 'kort'],
      ]),
      ROOM,
    ).widths.reduce((sum, width) => sum + width, 0);
    expect(Math.abs(all - ROOM)).toBeLessThanOrEqual(2);
  }
});

it('a short name is not broken at its hyphen, whatever stands beside it', () => {
  const long = 'een zin die over vele regels gaat '.repeat(20);
  const table = tableOf([
    [0.1, 'Alphen-Chaam'],
    [5, long],
    [5, long],
  ]);
  expect(linesOf(table)[0]).toBe(1);
});
