/** What a native chart draws of a table, and where that stands. A cell that it draws holds a number or nothing. */

import { extent, nice, tickStep } from 'd3-array';
import type { Cell, NumberCell, Report, TableBlock } from '../blocks.js';
import { speak } from '../speech.js';
import { formatOf } from './xlsx-cells.js';
import type { Along, CellSeries, SheetChart } from './xlsx-chart.js';
import { axisRange, reachesOf } from './xlsx-error-bars.js';
import type { HiddenColumn } from './xlsx-hidden.js';

/** Rows that a chart covers below its table: lines, which have names below them; bars at least and at most, and how many for each. */
const CHART_ROWS = { lines: 24, least: 18, most: 60, title: 5, bar: 1.6 };

function chartRows({ chart, rows }: TableBlock): number {
  const { lines, least, most, title, bar } = CHART_ROWS;
  return chart?.kind === 'bar'
    ? Math.min(most, Math.max(least, Math.ceil(title + bar * rows.length)))
    : lines;
}

/** First column of a sheet that a column of a table is in: an interval takes two. */
const placeOf = ({ columns }: TableBlock, column: number) =>
  columns.slice(0, column).reduce((place, { kind }) => place + (kind === 'interval' ? 2 : 1), 0);

/** Largest number of a chart from which on its axis has no decimals. */
const WHOLE = 5;

const finite = (value: number) => (Number.isFinite(value) ? value : undefined);

const isKnown = (cell: Cell | undefined): cell is NumberCell =>
  cell?.kind === 'number' && Number.isFinite(cell.value);

/** The number format of an axis along numbers: that of the cells, without decimals where the steps need none. */
function axisFormat(cells: readonly (Cell | undefined)[]): string {
  const numbers = cells.filter(isKnown);
  const most = Math.max(...numbers.map(({ value }) => Math.abs(value)));
  const [first] = numbers;
  if (first === undefined) return '0';
  return formatOf({ ...first, decimals: most < WHOLE ? first.decimals : 0 });
}

/** Steps of the axis along which lines stand, about. */
const STEPS = 10;

/** The axis along numbers, as far as these: a spreadsheet would begin it at 0. */
function alongOf(title: string, numbers: readonly number[]): Along {
  const [low, high] = extent(numbers) as [number, number];
  const range = nice(low, high, STEPS);
  const step = tickStep(...range, STEPS);
  const decimals = Math.max(0, -Math.floor(Math.log10(step)));
  const format = formatOf({ kind: 'number', value: low, text: '', decimals, signed: false, suffix: '' });
  return { title, range, step, format };
}

/** A chart of a table, and the hidden columns that it is drawn from besides what is seen. */
export interface Drawing {
  readonly chart: Omit<SheetChart, 'sheet' | 'sheetName' | 'first' | 'below'>;
  readonly hidden: readonly HiddenColumn[];
}

/**
 * What is drawn of a table; undefined: it has no chart, or nothing to draw. A column with gaps is drawn from a hidden one: what stands in
 * the place of a number, in words, would count as nought.
 *
 * @param width columns of the sheet that are seen
 */
export function drawingOf(table: TableBlock, width: number, { language }: Report): Drawing | undefined {
  const { chart, columns, caption, rows } = table;
  if (chart === undefined || rows.length < 2) return undefined;
  const hidden: HiddenColumn[] = [];
  const hide = (numbers: HiddenColumn) => width + hidden.push(numbers) - 1;
  const seriesOf = (
    look: CellSeries['look'],
    name: string,
    numbers: HiddenColumn,
    seen: number,
  ): CellSeries[] => {
    const known = numbers.filter((number) => number !== undefined).length;
    const hasGaps = known < numbers.length;
    return known === 0 ? [] : [{ name, look, hasGaps, column: hasGaps ? hide(numbers) : seen }];
  };
  const cellsIn = (column: number) => rows.map((row) => row[column]);
  const { label } = columns[chart.column]!;
  const drawn = cellsIn(chart.column);
  const numbers = drawn.map((cell) => (isKnown(cell) ? cell.value : undefined));
  const main = seriesOf('estimate', label, numbers, placeOf(table, chart.column));
  if (main.length === 0) return undefined;
  const { from, to, headings } = speak(language).words;
  const common = { format: axisFormat(drawn), count: rows.length, rows: chartRows(table) };
  if (chart.kind === 'bar') {
    const range = axisRange(table);
    const [down, up] = reachesOf(table);
    const title = `${caption}: ${label}${range === undefined ? '' : ` (${headings.interval})`}`;
    const errorBars = range === undefined ? {} : { range, reach: [hide(down), hide(up)] as const };
    const isHidden = hidden.length > 0;
    return { chart: { ...common, title, series: main, ...errorBars, isHidden }, hidden };
  }
  const along = cellsIn(0).flatMap((cell) => (isKnown(cell) ? cell.value : []));
  if (along.length < 2) return undefined;
  const { interval, target } = chart;
  const ends = [from, to].flatMap((name, end) => {
    if (interval === undefined) return [];
    const at = cellsIn(interval).map((cell) =>
      cell?.kind === 'interval' ? finite((end === 0 ? cell.low : cell.high).value) : undefined,
    );
    return seriesOf('end', `${columns[interval]!.label}, ${name}`, at, placeOf(table, interval) + end);
  });
  const sought: CellSeries[] =
    target === undefined
      ? []
      : [{ name: target.label, look: 'target', hasGaps: false, column: hide(rows.map(() => target.value)) }];
  return {
    chart: {
      ...common,
      title: `${caption}: ${label}`,
      along: alongOf(columns[0]!.label, along),
      series: [...main, ...ends, ...sought],
      isHidden: hidden.length > 0,
    },
    hidden,
  };
}
