/** Native charts: along what their lines stand, and that no cell that they draw holds a text, which would count as nought. */

import { describe, expect, it } from 'vitest';
import { type Cell, type TableBlock, textCell } from '../../../../src/output/report/blocks.js';
import { intervalCell, numberCell, rawCell, speak } from '../../../../src/output/report/speech.js';
import { workbookOf } from './workbook-of.js';

const speech = speak('en');
const none = Number.NaN;
const number = (value: number) => numberCell(speech, '', value, 0.1);
const interval = (low: number, high: number) => intervalCell(speech, '', low, high, 0.1);
const row = (at: number, value: number, low: number, high: number): Cell[] => [
  rawCell(speech, at),
  number(value),
  interval(low, high),
];

const table: TableBlock = {
  kind: 'table',
  name: 'lines',
  sheet: 'summary',
  caption: 'Lines',
  chart: { kind: 'line', column: 1, interval: 2, target: { label: 'Looked for: 2', value: 2 } },
  columns: [
    { label: 'Number', kind: 'text' },
    { label: 'Value', kind: 'number' },
    { label: '95%', kind: 'interval' },
  ],
  rows: [row(0.6625, 1, -1, 3), row(0.69426, 2, 0, 4), row(0.69435, 2.1, 0.1, 4.1), row(1, 3, 1, 5)],
};

/** The chart and the sheet of a table, and the cells that each series is drawn from, by its name. */
async function drawn(block: TableBlock) {
  const files = await workbookOf(block);
  const sheet = files.get('xl/worksheets/sheet1.xml')!;
  const cells = new Map(
    [...sheet.matchAll(/<c r="([A-Z]+\d+)"([^>]*)><v>([^<]*)</g)].map(([, place, type, value]) => [
      place!,
      type!.includes('t="s"') ? 'text' : Number(value),
    ]),
  );
  const chart = files.get('xl/charts/chart1-1.xml') ?? '';
  const valuesOf = (xml: string, tag: string) => {
    const found = new RegExp(
      `<c:${tag}><c:(?:num|str)Ref><c:f>[^$]*\\$([A-Z]+)\\$(\\d+):\\$[A-Z]+\\$(\\d+)</c:f>`,
    ).exec(xml);
    if (found === null) return [];
    const [first, last] = [Number(found[2]), Number(found[3])];
    return Array.from({ length: last - first + 1 }, (_, i) => cells.get(`${found[1]}${first + i}`));
  };
  const series = new Map(
    [...chart.matchAll(/<c:ser>.*?<\/c:ser>/g)].map(([xml]) => [
      /<c:tx><c:v>(.*?)<\/c:v>/.exec(xml)![1]!,
      {
        x: valuesOf(xml, 'xVal'),
        y: [...valuesOf(xml, 'yVal'), ...valuesOf(xml, 'val')],
        mark: /<c:symbol val="(\w+)"/.exec(xml)?.[1],
      },
    ]),
  );
  return { chart, sheet, series };
}

describe('a chart of lines', () => {
  it('stands along the numbers of the first column, at their own distances, with a line across at what is looked for', async () => {
    const { chart, series, sheet } = await drawn(table);
    const x = [0.6625, 0.69426, 0.69435, 1];
    expect([...series]).toEqual([
      ['Value', { x, y: [1, 2, 2.1, 3], mark: 'circle' }],
      ['95%, from', { x, y: [-1, 0, 0.1, 1], mark: 'none' }],
      ['95%, to', { x, y: [3, 4, 4.1, 5], mark: 'none' }],
      ['Looked for: 2', { x, y: [2, 2, 2, 2], mark: 'none' }],
    ]);
    expect(chart).not.toMatch(/<c:(?:lineChart|catAx|cat)>/);
    // The axis says what the numbers are, and does not begin at 0.
    expect(chart).toContain('<a:t>Number</a:t>');
    expect(chart).toContain('<c:max val="1"/><c:min val="0.65"/>');
    expect(chart).toContain('<c:majorUnit val="0.05"/>');
    expect(chart).toContain('formatCode="#,##0.00;');
    expect(sheet).toMatch(/<col min="8" max="8"[^>]* hidden="1"/);
    expect(chart).toContain('<c:plotVisOnly val="0"/>');
  });

  it('has its elements in the order of the schema', async () => {
    const { chart } = await drawn(table);
    const inside = (tag: string) =>
      new RegExp(`<c:${tag}>(.*?)</c:${tag}>`)
        .exec(chart)![1]!
        .replaceAll(/<c:(ser|title|scaling|marker|spPr|tx|xVal|yVal)>.*?<\/c:\1>/g, '<c:$1/>');
    const tags = (xml: string) => [...xml.matchAll(/<c:(\w+)/g)].map(([, tag]) => tag);
    expect(tags(inside('scatterChart'))).toEqual([
      'scatterStyle',
      'varyColors',
      ...Array(4).fill('ser'),
      'axId',
      'axId',
    ]);
    expect(tags(inside('ser'))).toEqual(['idx', 'order', 'tx', 'spPr', 'marker', 'xVal', 'yVal', 'smooth']);
    expect(tags(inside('valAx'))).toEqual([
      ...['axId', 'scaling', 'delete', 'axPos', 'title', 'numFmt', 'tickLblPos', 'crossAx'],
      ...['crossBetween', 'majorUnit'],
    ]);
    expect(chart.match(/<c:valAx>/g)).toHaveLength(2);
  });

  it('leaves gaps where an interval is missing, and marks the ends of one that stands alone', async () => {
    const rows = [row(1, 1, none, none), row(2, 2, 0, 4), row(3, 3, none, none)];
    const { chart, series } = await drawn({ ...table, rows });
    expect(series.get('95%, from')).toMatchObject({ y: [undefined, 0, undefined], mark: 'dash' });
    expect(series.get('95%, to')).toMatchObject({ y: [undefined, 4, undefined], mark: 'dash' });
    expect(chart).toContain('<c:dispBlanksAs val="gap"/>');
  });

  it('leaves a gap in one end alone where the interval ends beyond the horizon', async () => {
    const rows = [row(1, 1, 0, 2), row(2, 2, 1, Number.POSITIVE_INFINITY), row(3, 3, 2, 4)];
    const { series } = await drawn({ ...table, rows });
    expect(series.get('95%, from')!.y).toEqual([0, 1, 2]);
    expect(series.get('95%, to')!.y).toEqual([2, undefined, 4]);
  });

  it('has no lines of an interval that is nowhere known, and none at all of nothing', async () => {
    const rows = [1, 2, 3].map((at) => row(at, at, none, none));
    const { series } = await drawn({ ...table, rows });
    expect([...series.keys()]).toEqual(['Value', 'Looked for: 2']);
    const unknown = [1, 2, 3].map((at) => row(at, none, none, none));
    expect((await drawn({ ...table, rows: unknown })).chart).toBe('');
  });
});

describe('a chart of bars', () => {
  const bars: TableBlock = {
    ...table,
    chart: { kind: 'bar', column: 1, interval: 2 },
    rows: [
      [textCell('a'), number(6), interval(2, 9.5)],
      [textCell('b'), { ...number(none), text: 'not reached' }, interval(none, none)],
      [textCell('c'), number(4), interval(none, none)],
    ],
  };

  it('draws no bar and no error bar of a text', async () => {
    const { chart, series, sheet } = await drawn(bars);
    expect(series.get('Value')!.y).toEqual([6, undefined, 4]);
    const reach = (tag: string) =>
      new RegExp(`<c:${tag}><c:numRef><c:f>[^$]*\\$([A-Z]+)\\$`).exec(chart)![1]!;
    expect([reach('minus'), reach('plus')]).toEqual(['I', 'J']);
    const numbers = [...sheet.matchAll(/<c r="([IJ])\d+"[^>]*><v>([^<]*)</g)];
    expect(numbers.map(([, column, value]) => [column, Number(value)])).toEqual([
      ['I', 4],
      ['J', 3.5],
    ]);
    expect(sheet).toMatch(/<col min="8" max="10"[^>]* hidden="1"/);
  });
});
