/** What reports say of a border in two numbers: typed rows of border.csv and lattice.csv. */

import type { NumberPair } from '../../analysis/decision/border.js';
import { numberIn, textIn } from '../package/cells.js';
import type { RunFolder } from '../package/run-folder.js';
import type { SaidBorder } from '../say-border.js';

/** The two numbers and the difference that was looked for. */
export function bordered(folder: RunFolder): { path: string; against: string; target: number } {
  const [row] = folder.table('border.csv');
  return { path: textIn(row, 'path'), against: textIn(row, 'against'), target: numberIn(row, 'target') };
}

/** The border of an approach. */
export function readBorder(folder: RunFolder, approach: string): SaidBorder {
  const own = (file: string) => folder.table(file).filter((row) => row.approach === approach);
  const lines: NumberPair[][] = [];
  for (const row of own('border.csv')) {
    const line = numberIn(row, 'line');
    if (!Number.isFinite(line)) continue;
    lines[line - 1] ??= [];
    lines[line - 1]!.push({ x: numberIn(row, 'value'), y: numberIn(row, 'value_against') });
  }
  return {
    lines,
    lattice: own('lattice.csv').map((row) => ({
      x: numberIn(row, 'value'),
      y: numberIn(row, 'value_against'),
      estimate: numberIn(row, 'estimate'),
    })),
    isAboveAtLow: textIn(own('border.csv')[0], 'above_at_low') === 'true',
  };
}
