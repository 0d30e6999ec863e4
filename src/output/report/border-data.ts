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

/** A place of a border, with the interval of one of its numbers; an end is NaN beyond the values looked at. */
export interface ReadPlace extends NumberPair {
  /** Undefined: results that do not tell. */
  readonly along: 'x' | 'y' | undefined;
  readonly low: number;
  readonly high: number;
}

/** A border as reports show it. */
interface ReadBorder extends SaidBorder {
  readonly lines: readonly (readonly ReadPlace[])[];
  /** Whether intervals can be estimated. */
  readonly hasIntervals: boolean;
}

const alongOf: Readonly<Record<string, ReadPlace['along']>> = { value: 'x', value_against: 'y' };

/** The border of an approach. */
export function readBorder(folder: RunFolder, approach: string): ReadBorder {
  const own = (file: string) => folder.table(file).filter((row) => row.approach === approach);
  const lines: ReadPlace[][] = [];
  for (const row of own('border.csv')) {
    const line = numberIn(row, 'line');
    if (!Number.isFinite(line)) continue;
    lines[line - 1] ??= [];
    lines[line - 1]!.push({
      x: numberIn(row, 'value'),
      y: numberIn(row, 'value_against'),
      along: alongOf[textIn(row, 'interval_of')],
      low: numberIn(row, 'low'),
      high: numberIn(row, 'high'),
    });
  }
  return {
    lines,
    hasIntervals: lines.flat().some(({ low, high }) => Number.isFinite(low) || Number.isFinite(high)),
    lattice: own('lattice.csv').map((row) => ({
      x: numberIn(row, 'value'),
      y: numberIn(row, 'value_against'),
      estimate: numberIn(row, 'estimate'),
    })),
    isAboveAtLow: textIn(own('border.csv')[0], 'above_at_low') === 'true',
  };
}
