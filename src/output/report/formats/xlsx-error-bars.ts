/**
 * Error bars of native charts. A spreadsheet draws them from cells that hold how far they reach, not where they end, so
 * that these stand in two hidden columns at the right of the sheet.
 */

import { extent, nice } from 'd3-array';
import type { CellObject, Feature, Row } from 'write-excel-file/node';
import type { IntervalCell, TableBlock } from '../blocks.js';
import type { XlsxContent } from './xlsx-print.js';

/** The intervals of what a bar chart shows, row by row; `undefined` where it draws none. */
function intervalsOf({ chart, rows }: TableBlock): (IntervalCell | undefined)[] | undefined {
  if (chart?.kind !== 'bar') return undefined;
  const { interval } = chart;
  return rows.map((row, i) => {
    const cell = typeof interval === 'number' ? row[interval] : interval[i];
    return cell?.kind === 'interval' ? cell : undefined;
  });
}

/** Whether the chart of a table has error bars. */
const hasErrorBars = (table: TableBlock): boolean =>
  intervalsOf(table)?.some((each) => each !== undefined && Number.isFinite(each.low.value)) ?? false;

/** Steps of an axis, about. */
const STEPS = 6;

/** The ends of an axis on which bars and error bars fit: spreadsheets look at the bars alone. Undefined: no error bars. */
export function axisRange(table: TableBlock): readonly [number, number] | undefined {
  if (!hasErrorBars(table)) return undefined;
  const drawn = table.rows.map((row) => row[table.chart!.column]!);
  const bars = drawn.map((cell) => (cell.kind === 'number' ? cell.value : Number.NaN));
  const ends = intervalsOf(table)!.flatMap((each) =>
    each === undefined ? [] : [each.low.value, each.high.value],
  );
  const [low, high] = extent([0, ...[...bars, ...ends].filter(Number.isFinite)]);
  return nice(low!, high!, STEPS);
}

const reach = (value: number): CellObject => ({ value, type: Number, format: '0.######' });

/** The rows of a table with how far its error bars reach down and up, in the columns from `column` on. */
export function withReach(rows: readonly Row[], table: TableBlock, column: number): Row[] {
  const intervals = intervalsOf(table);
  return rows.map((row, i) => {
    const [drawn, interval] = [table.rows[i]?.[table.chart?.column ?? 0], intervals?.[i]];
    if (drawn?.kind !== 'number' || interval === undefined) return row;
    const { low, high } = interval;
    const reaches = [drawn.value - low.value, high.value - drawn.value];
    if (!reaches.every(Number.isFinite)) return row;
    const filled = [...row, ...Array<null>(column - row.length).fill(null)];
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
