/** How many parameter draws a wanted precision takes. */

import { type DifferenceRow, differenceRows } from '../analysis/estimates.js';
import { assembleResults } from '../analysis/results.js';
import { DRAWS_PER_BLOCK } from '../simulation/cohort/cohort-key.js';
import type { DrawResult } from '../simulation/results/draw-result.js';
import type { Task } from '../simulation/task.js';
import type { Precision } from './options.js';

/** More draws than this are never run. */
const MOST_DRAWS = 20_000;

/** An MCSE is itself an estimate: so many more draws are run than it asks for, or it would be missed half of the time. */
const MARGIN = 1.1;

function isBalance({ measure, subgroup }: DifferenceRow): boolean {
  return measure === 'net_balance_discounted' && subgroup === 'all';
}

/**
 * Draws that bring the MCSE of the discounted net balance against the reference to the precision, for every approach:
 * the MCSE falls with the root of their number. Whole blocks of draws are added. It is asked again when these are there, until the
 * precision holds.
 *
 * @param draws those that there are
 * @returns the number of draws in all, and whether the precision holds already
 */
export function furtherDraws(
  precision: Precision,
  task: Task,
  draws: readonly DrawResult[],
): { draws: number; reached: boolean } {
  const rows = differenceRows(assembleResults(task, draws)).filter(isBalance);
  const ratios = rows.map(({ estimate, mcse }) => {
    const wanted = precision.unit === 'euros' ? precision.value : precision.value * Math.abs(estimate);
    return mcse / wanted;
  });
  const most = Math.max(0, ...ratios.filter((ratio) => !Number.isNaN(ratio)));
  if (most <= 1) return { draws: task.draws, reached: true };
  const wanted = Math.ceil((MARGIN * task.draws * most ** 2) / DRAWS_PER_BLOCK) * DRAWS_PER_BLOCK;
  return { draws: Math.max(task.draws, Math.min(MOST_DRAWS, wanted)), reached: false };
}
