/** Error bars of native charts. A spreadsheet draws them from cells that hold how far they reach, not where they end. */

import { extent, nice } from 'd3-array';
import type { TableBlock } from '../blocks.js';
import type { HiddenColumn } from './xlsx-hidden.js';

/** A number with the ends of its interval. */
interface Bar {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What a bar chart shows, row by row; `undefined` where there is no error bar. */
function errorBarsOf({ chart, rows }: TableBlock): (Bar | undefined)[] {
  if (chart?.kind !== 'bar') return [];
  const { column, interval } = chart;
  return rows.map((row, i) => {
    const [drawn, ends] = [row[column], typeof interval === 'number' ? row[interval] : interval[i]];
    if (drawn?.kind !== 'number' || ends?.kind !== 'interval') return undefined;
    const bar = { value: drawn.value, low: ends.low.value, high: ends.high.value };
    return Object.values(bar).every(Number.isFinite) ? bar : undefined;
  });
}

/** Steps of an axis, about. */
const STEPS = 6;

/** The ends of an axis on which bars and error bars fit: spreadsheets look at the bars alone. Undefined: no error bars. */
export function axisRange(table: TableBlock): readonly [number, number] | undefined {
  const ends = errorBarsOf(table).flatMap((each) => (each === undefined ? [] : [each.low, each.high]));
  if (ends.length === 0) return undefined;
  const bars = table.rows
    .map((row) => row[table.chart!.column]!)
    .flatMap((cell) => (cell.kind === 'number' ? cell.value : []));
  const [low, high] = extent([0, ...bars.filter(Number.isFinite), ...ends]);
  return nice(low!, high!, STEPS);
}

/** How far the error bars of a table reach down, and up. */
export function reachesOf(table: TableBlock): readonly [down: HiddenColumn, up: HiddenColumn] {
  const bars = errorBarsOf(table);
  const reach = (of: (bar: Bar) => number) => bars.map((bar) => bar && Math.max(0, of(bar)));
  return [reach(({ value, low }) => value - low), reach(({ value, high }) => high - value)];
}
