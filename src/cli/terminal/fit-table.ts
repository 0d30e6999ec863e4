/** Targets beside the model, in the terminal: what was fitted and what was not, apart. */

import Table from 'cli-table3';
import { formatFixed } from '../../output/number.js';
import { type FitRow, isShare } from '../../run/scenarios/targets.js';
import { colours } from './colours.js';

function nameOf({ target: { metric, month, subgroup } }: FitRow): string {
  const place = subgroup === 'all' ? '' : `, ${subgroup}`;
  return `${metric.replaceAll('_', ' ')}${month === undefined ? '' : `, month ${month}`}${place}`;
}

async function print(title: string, rows: readonly FitRow[]): Promise<void> {
  if (rows.length === 0) return;
  const paint = await colours(process.stdout);
  const table = new Table({
    head: [title, 'data', '+-', 'model', '95 % over parameters', 'z', ''],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right', 'left'],
    style: { head: [], border: [], compact: true },
  });
  const standing = ({ estimate, inside }: FitRow) => {
    if (Number.isNaN(estimate)) return 'cannot be told';
    return inside ? 'inside' : paint.yellow('outside');
  };
  for (const row of rows) {
    const isOfShare = isShare(row.target);
    const show = (value: number) => formatFixed(isOfShare ? value * 100 : value, 1);
    table.push([
      nameOf(row),
      show(row.target.value),
      show(row.target.tolerance),
      show(row.estimate),
      Number.isFinite(row.low) ? `${show(row.low)} to ${show(row.high)}` : 'cannot be told',
      formatFixed(row.z, 1),
      standing(row),
    ]);
  }
  const inside = rows.filter((row) => row.inside).length;
  process.stdout.write(
    `${table.toString()}\n${title}: ${inside} of ${rows.length} inside their tolerance\n\n`,
  );
}

/** Prints the targets that were fitted, then those that were not. Shares in per cent, waits in months. */
export async function printFit(rows: readonly FitRow[]): Promise<void> {
  await print(
    'used in the fit',
    rows.filter(({ target }) => target.use === 'fit'),
  );
  await print(
    'validation, not used in the fit',
    rows.filter(({ target }) => target.use === 'validation'),
  );
}
