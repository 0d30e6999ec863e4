/** How many parameter draws a wanted precision takes. */

import { type DifferenceRow, differenceRows } from '../analysis/estimates.js';
import { assembleResults } from '../analysis/results.js';
import type { DrawResult, Task } from '../simulation/task.js';
import type { Precision } from './options.js';

/** More draws than this are never run. */
const MOST_DRAWS = 20_000;

/** An MCSE is itself an estimate: so many more draws are run than it asks for. */
const MARGIN = 1.1;

function isBalance({ measure, subgroup }: DifferenceRow): boolean {
  return measure === 'net_balance_discounted' && subgroup === 'all';
}

/**
 * Draws that bring the MCSE of the discounted net balance against the reference to the precision, for every approach:
 * the MCSE falls with the root of their number. Never fewer than the pilot's.
 *
 * @param pilot the draws of a task with a few draws
 */
export function drawsFor(precision: Precision, task: Task, pilot: readonly DrawResult[]): number {
  const rows = differenceRows(assembleResults(task, pilot)).filter(isBalance);
  const ratios = rows.map(({ estimate, mcse }) => {
    const wanted = precision.unit === 'euros' ? precision.value : precision.value * Math.abs(estimate);
    return mcse / wanted;
  });
  const most = Math.max(0, ...ratios);
  if (most <= 1) return task.draws;
  return Math.min(MOST_DRAWS, Math.ceil(MARGIN * task.draws * most ** 2));
}
