/** Writes a report as an Excel workbook: a sheet with the text, and one for every table. Numbers are numbers. */

import writeXlsxFile, { type CellObject, type Row, type Sheet } from 'write-excel-file/node';
import type { Block, Cell, Column, NumberCell, Report, TableBlock } from '../blocks.js';
import { speak } from '../speech.js';
import { dropForbiddenCharacters } from './characters.js';
import { sheetNames } from './sheet-names.js';

/** A text; typed as a string, so that one that starts with `=` is no formula. */
const textCell = (text: string, style: Omit<CellObject, 'value' | 'type'> = {}): CellObject => ({
  value: dropForbiddenCharacters(text),
  type: String,
  alignVertical: 'top',
  ...style,
});

/** The number format that shows a cell as the report does; Excel puts in the separators of its own language. */
function formatOf({ decimals, suffix, signed }: NumberCell): string {
  const unit = suffix === '' ? '' : `"${suffix.replace('\u00a0', ' ')}"`;
  const number = `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}${unit}`;
  return signed ? `+${number};-${number};${number}` : number;
}

function numberCell(cell: NumberCell): CellObject | null {
  if (!Number.isFinite(cell.value)) return null;
  // A year is a number without thousands.
  const format = cell.text === String(cell.value) ? '0' : formatOf(cell);
  return { value: cell.value, type: Number, format, alignVertical: 'top' };
}

function cellsOf(cell: Cell): (CellObject | null)[] {
  // What stands in words in the place of a number.
  const words = /\p{L}/u.test(cell.text) ? textCell(cell.text, { align: 'right' }) : null;
  if (cell.kind === 'number') return [numberCell(cell) ?? words];
  if (cell.kind === 'interval') {
    const [low, high] = [numberCell(cell.low), numberCell(cell.high)];
    return low === null && high === null ? [words, null] : [low, high];
  }
  return [textCell(cell.text, { wrap: true })];
}

function headings({ label, kind }: Column, report: Report): CellObject[] {
  const { from, to } = speak(report.language).words;
  const style = { fontWeight: 'bold', wrap: true, bottomBorderStyle: 'thin' } as const;
  const right = { ...style, align: 'right' } as const;
  if (kind === 'interval') return [textCell(`${label}, ${from}`, right), textCell(`${label}, ${to}`, right)];
  return [textCell(label, kind === 'text' ? style : right)];
}

/** Width of a text column in characters: that of its longest text, within reason. */
function widthOf(table: TableBlock, column: number): number {
  const longest = Math.max(...table.rows.map((row) => row[column]?.text.length ?? 0), 8);
  return Math.min(60, longest + 2);
}

function tableSheet(table: TableBlock, sheet: string, report: Report): Sheet<never> {
  const caption: Row = [textCell(table.caption, { fontWeight: 'bold' })];
  const note: Row[] = table.note === undefined ? [] : [[], [textCell(table.note)]];
  const data = [
    caption,
    [],
    table.columns.flatMap((column) => headings(column, report)),
    ...table.rows.map((row) => row.flatMap(cellsOf)),
    ...note,
  ];
  const columns = table.columns.flatMap(({ kind }, i) => {
    if (kind === 'interval') return [{ width: 16 }, { width: 16 }];
    return [{ width: kind === 'number' ? 16 : widthOf(table, i) }];
  });
  return { sheet, data, columns, stickyRowsCount: 3 };
}

/** A block as rows of the sheet with the text; a table is named by its sheet. */
function textRows(block: Block, sheetOf: ReadonlyMap<Block, string>): Row[] {
  switch (block.kind) {
    case 'heading':
      return [[], [textCell(block.text, { fontWeight: 'bold', fontSize: block.level === 2 ? 14 : 12 })]];
    case 'paragraph':
      return [[textCell(block.text, { wrap: true, ...(block.strong ? { fontWeight: 'bold' } : {}) })]];
    case 'code':
      return [[textCell(block.text, { wrap: true })]];
    case 'list':
      return block.items.map((item) => [textCell(`\u2022 ${item}`, { wrap: true })]);
    case 'table':
      return [[textCell(block.caption), textCell(sheetOf.get(block) ?? '')]];
    case 'figure':
      return [];
  }
}

/** The workbook. */
export async function formatXlsx(report: Report): Promise<Uint8Array> {
  const tables = report.blocks.filter((block) => block.kind === 'table');
  const [first, ...names] = sheetNames(report, tables);
  const sheetOf = new Map<Block, string>(tables.map((table, i) => [table, names[i]!]));
  const text: Row[] = [
    [textCell(report.title, { fontWeight: 'bold', fontSize: 16, wrap: true })],
    [textCell(report.subtitle)],
    ...report.blocks.flatMap((block) => textRows(block, sheetOf)),
  ];
  const sheets: Sheet<never>[] = [
    { sheet: first!, data: text, columns: [{ width: 100 }, { width: 32 }] },
    ...tables.map((table, i) => tableSheet(table, names[i]!, report)),
  ];
  return writeXlsxFile(sheets).toBuffer();
}
