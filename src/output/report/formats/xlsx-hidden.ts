/** Numbers that charts are drawn from and nobody needs to see: they stand in hidden columns at the right of the sheet. */

import type { CellObject, Feature, Row } from 'write-excel-file/node';
import type { XlsxContent } from './xlsx-print.js';

/** A column of such numbers, row by row of a table; `undefined`: an empty cell, since a text would be drawn as nought. */
export type HiddenColumn = readonly (number | undefined)[];

const numberCell = (value: number | undefined): CellObject | null =>
  value === undefined ? null : { value, type: Number, format: '0.######' };

/** The rows of a table with hidden columns, from a column of the sheet on, from 0. */
export function withHidden(rows: readonly Row[], columns: readonly HiddenColumn[], from: number): Row[] {
  return rows.map((row, i) => {
    const numbers = columns.map((column) => column[i]);
    if (numbers.every((each) => each === undefined)) return row;
    return [...row, ...Array<null>(from - row.length).fill(null), ...numbers.map(numberCell)];
  });
}

/** Columns of a sheet that are hidden: the first, from 0, and how many. */
export interface HiddenRange {
  readonly from: number;
  readonly count: number;
}

/** Hides columns, by sheet. */
export function hideColumns(bySheet: ReadonlyMap<number, HiddenRange>): Feature<XlsxContent> {
  const hidden = ({ from, count }: HiddenRange) =>
    `<col min="${from + 1}" max="${from + count}" width="9" hidden="1" customWidth="1"/></cols>`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) => {
            const range = bySheet.get(sheetIndex);
            return range === undefined ? xml : xml.replace('</cols>', hidden(range));
          },
        },
      },
    },
  };
}
