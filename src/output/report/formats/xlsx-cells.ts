/** Cells of a workbook: numbers are numbers, in the format that the report prints them in, and texts are never formulas. */

import type { CellObject } from 'write-excel-file/node';
import type { Cell, NumberCell } from '../blocks.js';
import { dropForbiddenCharacters } from './characters.js';

/** A text; typed as a string, so that one that starts with `=` is no formula. */
export const sheetText = (text: string, style: Omit<CellObject, 'value' | 'type'> = {}): CellObject => ({
  value: dropForbiddenCharacters(text),
  type: String,
  alignVertical: 'top',
  ...style,
});

/** The number format that shows a cell as the report does; Excel puts in the separators of its own language. */
export function formatOf({ decimals, suffix, signed }: NumberCell): string {
  const unit = suffix === '' ? '' : `"${suffix.replace('\u00a0', ' ')}"`;
  const number = `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}${unit}`;
  const minus = `"\u2212"${number}`;
  return signed ? `+${number};${minus};${number}` : `${number};${minus}`;
}

function numberCell(cell: NumberCell): CellObject | null {
  if (!Number.isFinite(cell.value)) return null;
  // A year is a number without thousands.
  const isPlain = Number.isInteger(cell.value) && cell.text === String(cell.value);
  const format = isPlain ? '0' : formatOf(cell);
  return { value: cell.value, type: Number, format, alignVertical: 'top' };
}

/** The cells of a table's cell. `isDrawn`: a chart is drawn of it, in which a text would count as nought. */
export function cellsOf(cell: Cell, isDrawn: boolean): (CellObject | null)[] {
  if (cell.kind === 'text') return [sheetText(cell.text, { wrap: true })];
  // What stands in the place of a number, in words or as a dash, which notes explain.
  const inPlace = ({ text }: Cell) =>
    text === '' || (isDrawn && !/\p{L}/u.test(text)) ? null : sheetText(text, { align: 'right', wrap: true });
  if (cell.kind === 'number') return [numberCell(cell) ?? inPlace(cell)];
  const [low, high] = [numberCell(cell.low), numberCell(cell.high)];
  if (low === null && high === null) return [inPlace(cell), null];
  return [low ?? inPlace(cell.low), high ?? inPlace(cell.high)];
}
