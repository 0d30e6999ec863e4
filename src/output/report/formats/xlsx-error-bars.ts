/**
 * Error bars of native charts. A spreadsheet draws them from cells that hold how far they reach, not where they end, so
 * that these stand in two hidden columns at the right of the sheet.
 */

import { extent, nice } from 'd3-array';
import type { CellObject, Feature, Row } from 'write-excel-file/node';
import type { TableBlock } from '../blocks.js';
import type { XlsxContent } from './xlsx-print.js';

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

const reach = (value: number): CellObject => ({ value, type: Number, format: '0.######' });

/** The rows of a table with how far its error bars reach down and up, in the columns from `column` on. */
export function withReach(rows: readonly Row[], table: TableBlock, column: number): Row[] {
  const bars = errorBarsOf(table);
  return rows.map((row, i) => {
    const bar = bars[i];
    if (bar === undefined) return row;
    const filled = [...row, ...Array<null>(column - row.length).fill(null)];
    const reaches = [bar.value - bar.low, bar.high - bar.value];
    return [...filled, ...reaches.map((each) => reach(Math.max(0, each)))];
  });
}

/** Hides two columns of each sheet that has some, by sheet the first of them, from 0. */
export function hideReach(columns: ReadonlyMap<number, number>): Feature<XlsxContent> {
  const hidden = (column: number) =>
    `<col min="${column + 1}" max="${column + 2}" width="9" hidden="1" customWidth="1"/></cols>`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) => {
            const column = columns.get(sheetIndex);
            return column === undefined ? xml : xml.replace('</cols>', hidden(column));
          },
        },
      },
    },
  };
}
