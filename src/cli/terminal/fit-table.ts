/** Targets beside the model, in the terminal: what was fitted and what was not, apart. */

import { formatFixed } from '../../output/number.js';
import { type FitRow, isShare } from '../../run/scenarios/targets.js';
import { drawTable, type ScreenCell, type ScreenColumn } from './layout/table.js';
import { wrap } from './layout/text.js';
import type { Brush, Page } from './screen.js';

function nameOf({ target: { metric, month, subgroup } }: FitRow): string {
  const place = subgroup === 'all' ? '' : `, ${subgroup}`;
  return `${metric.replaceAll('_', ' ')}${month === undefined ? '' : `, month ${month}`}${place}`;
}

function standing({ estimate, inside }: FitRow, brush: Brush): ScreenCell {
  if (Number.isNaN(estimate)) return { text: 'not known' };
  return inside ? { text: 'inside' } : { text: 'outside', paint: brush.doubtful };
}

function cellsOf(row: FitRow, brush: Brush): (string | ScreenCell)[] {
  const scale = isShare(row.target) ? 100 : 1;
  const show = (value: number) => formatFixed(value * scale, 1);
  return [
    nameOf(row),
    show(row.target.value),
    show(row.target.tolerance),
    show(row.estimate),
    Number.isFinite(row.low) ? `${show(row.low)} to ${show(row.high)}` : 'no interval',
    formatFixed(row.z, 1),
    standing(row, brush),
  ];
}

function linesOf(title: string, rows: readonly FitRow[], page: Page, brush: Brush): string[] {
  if (rows.length === 0) return [];
  const columns: ScreenColumn[] = [
    { heading: title, align: 'left' },
    { heading: 'data', align: 'right' },
    { heading: '+-', align: 'right' },
    { heading: 'model', align: 'right' },
    { heading: '95 % over parameters', align: 'right', said: (text) => `95 %: ${text}` },
    { heading: 'z', align: 'right' },
    { heading: '', align: 'left', said: (text) => text },
  ];
  const inside = rows.filter((row) => row.inside).length;
  return [
    ...drawTable({ columns, groups: [{ rows: rows.map((row) => cellsOf(row, brush)) }] }, page.table, brush),
    ...wrap(`${title}: ${inside} of ${rows.length} inside their tolerance`, page.text),
    '',
  ];
}

/** The lines of the targets that were fitted, then of those that were not. Shares in per cent, waits in months. */
export function targetLines(rows: readonly FitRow[], page: Page, brush: Brush): string[] {
  const of = (use: string) => rows.filter(({ target }) => target.use === use);
  return [
    ...linesOf('used in the fit', of('fit'), page, brush),
    ...linesOf('validation, not used in the fit', of('validation'), page, brush),
  ];
}
