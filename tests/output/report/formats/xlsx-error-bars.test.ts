/** Error bars of native charts: what they are drawn from, where it stands, and that the axis has room for them. */

import { describe, expect, it } from 'vitest';
import { type Cell, type TableBlock, textCell } from '../../../../src/output/report/blocks.js';
import { intervalCell, numberCell, speak } from '../../../../src/output/report/speech.js';
import { workbookOf } from './workbook-of.js';

const speech = speak('en');
const number = (value: number) => numberCell(speech, '', value, 0.1);
const interval = (low: number, high: number) => intervalCell(speech, '', low, high, 0.1);

/** Three bars, of which the last has no interval. */
const table: TableBlock = {
  kind: 'table',
  name: 'bars',
  sheet: 'summary',
  caption: 'Bars',
  chart: { kind: 'bar', column: 1, interval: 2 },
  columns: [
    { label: 'Name', kind: 'text' },
    { label: 'Value', kind: 'number' },
    { label: '95%', kind: 'interval' },
    { label: 'Verdict', kind: 'text' },
  ],
  rows: [
    [textCell('a'), number(6), interval(2, 9.5), textCell('yes')],
    [textCell('b'), number(-1), interval(-3, 0.5), textCell('no')],
    [textCell('c'), number(4), interval(Number.NaN, Number.NaN), textCell('')],
  ],
};

/** The numbers in a column of the first sheet, by row. */
function numbersIn(sheet: string, column: string): [number, number][] {
  const cells = sheet.matchAll(new RegExp(`<c r="${column}(\\d+)"[^>]*><v>([-+.\\d]+)</v>`, 'g'));
  return [...cells].map(([, row, value]) => [Number(row), Number(value)]);
}

/** The cells that error bars are drawn from, up and down, and those of the bars. */
function referencesIn(chart: string) {
  const of = (tag: string) =>
    /\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)/.exec(
      new RegExp(`<c:${tag}><c:numRef>(.*?)</c:numRef>`).exec(chart)![1]!,
    )!;
  const [[, plus, ...upwards], [, minus, ...downwards], [, , ...bars]] = [of('plus'), of('minus'), of('val')];
  expect([upwards, downwards]).toEqual([bars, bars]);
  return { plus: plus!, minus: minus!, first: Number(bars[0]) };
}

describe('error bars of bars', () => {
  it('are drawn from two hidden columns that hold how far they reach, not where they end', async () => {
    const files = await workbookOf(table);
    const sheet = files.get('xl/worksheets/sheet1.xml')!;
    const { plus, minus, first } = referencesIn(files.get('xl/charts/chart1-1.xml')!);
    expect(numbersIn(sheet, minus)).toEqual([
      [first, 4],
      [first + 1, 2],
    ]);
    expect(numbersIn(sheet, plus)).toEqual([
      [first, 3.5],
      [first + 1, 1.5],
    ]);
    const column = (name: string) => name.charCodeAt(0) - 64;
    expect(column(plus)).toBe(column(minus) + 1);
    // What is seen has five columns: the interval takes two.
    expect(column(minus)).toBeGreaterThan(5);
    const hidden = /<col min="(\d+)" max="(\d+)"[^>]* hidden="1"/.exec(sheet)!;
    expect(hidden.slice(1).map(Number)).toEqual([column(minus), column(plus)]);
    // What the lines are stands above them.
    expect(files.get('xl/charts/chart1-1.xml')).toContain('<a:t>Bars: Value (95% interval)</a:t>');
    // Spreadsheets draw nothing from hidden cells unless told to.
    expect(files.get('xl/charts/chart1-1.xml')).toContain('<c:plotVisOnly val="0"/>');
  });

  it('have room on the axis, which would end at the bars, and zero is on it', async () => {
    const chart = (await workbookOf(table)).get('xl/charts/chart1-1.xml')!;
    expect(chart).toContain('<c:max val="10"/><c:min val="-4"/>');
    const high = { ...table, rows: [table.rows[0]!, table.rows[0]!] };
    expect((await workbookOf(high)).get('xl/charts/chart1-1.xml')).toContain(
      '<c:max val="10"/><c:min val="0"/>',
    );
  });

  it('may come of intervals that the table has no room for', async () => {
    const { chart: _, ...bare } = table;
    const columns = table.columns.filter(({ kind }) => kind !== 'interval');
    const rows = table.rows.map((row): Cell[] => row.filter(({ kind }) => kind !== 'interval'));
    const unseen = table.rows.map((row) => row[2]!);
    const block = { ...bare, columns, rows, chart: { kind: 'bar', column: 1, interval: unseen } } as const;
    const files = await workbookOf(block);
    const { plus, first } = referencesIn(files.get('xl/charts/chart1-1.xml')!);
    expect(numbersIn(files.get('xl/worksheets/sheet1.xml')!, plus)).toEqual([
      [first, 3.5],
      [first + 1, 1.5],
    ]);
  });

  it('are left out where no bar has an interval, and nothing is hidden then', async () => {
    const rows = table.rows.map((row) => row.with(2, interval(Number.NaN, Number.NaN)));
    const files = await workbookOf({ ...table, rows });
    const chart = files.get('xl/charts/chart1-1.xml')!;
    expect(chart).not.toContain('errBars');
    expect(chart).toContain('<c:plotVisOnly val="1"/>');
    expect(files.get('xl/worksheets/sheet1.xml')).not.toContain('hidden="1"');
  });

  it('have a name at each bar, and as many rows as it takes to read them', async () => {
    const many = Array.from({ length: 24 }, (_, i) => table.rows[0]!.with(0, textCell(`bar ${i}`)));
    const files = await workbookOf({ ...table, rows: many });
    expect(files.get('xl/charts/chart1-1.xml')).toContain('<c:tickLblSkip val="1"/>');
    const rows = [...files.get('xl/drawings/drawing-of-sheet1.xml')!.matchAll(/<xdr:row>(\d+)</g)];
    const [from, to] = rows.map(([, row]) => Number(row));
    expect(to! - from!).toBeGreaterThan(24);
  });
});
