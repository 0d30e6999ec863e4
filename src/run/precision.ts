/** How many parameter draws a wanted precision takes. */

import { differenceRows, type EstimateRow, estimateRows } from '../analysis/estimates.js';
import { assembleResults } from '../analysis/results.js';
import { decisive } from '../domain/measures/money.js';
import { DRAWS_PER_BLOCK } from '../simulation/cohort/cohort-key.js';
import type { DrawResult } from '../simulation/results/draw-result.js';
import type { Task } from '../simulation/task.js';
import type { Precision } from './options.js';

/** More draws than this are not run unless the user says so. */
const MOST_DRAWS = 20_000;

/** An MCSE is itself an estimate: so many more draws are run than it asks for, or it would be missed half of the time. */
const MARGIN = 1.1;

function isBalance({ measure, subgroup }: EstimateRow): boolean {
  return measure === decisive.name && subgroup === 'all';
}

/** What a run has come to with the draws that there are. */
interface Progress {
  /** Draws in all that the precision takes, as far as they are run. */
  readonly draws: number;
  readonly reached: boolean;
}

/**
 * Draws that bring the MCSE of the discounted net balance to the precision: of the difference from the reference, for every approach; where there is
 * one approach, of its own balance. The MCSE falls with the root of their number. Whole blocks of draws are added, up to the most that are
 * run. It is asked again when these are there, until the precision holds.
 *
 * @param draws those that there are
 */
export function furtherDraws(
  precision: Precision,
  most: number | undefined,
  task: Task,
  draws: readonly DrawResult[],
): Progress {
  const results = assembleResults(task, draws);
  const rows = (results.approaches.length > 1 ? differenceRows(results) : estimateRows(results)).filter(
    isBalance,
  );
  const ratios = rows.map(({ estimate, mcse }) => {
    // What does not vary at all meets any precision.
    if (mcse === 0) return 0;
    return mcse / (precision.unit === 'euros' ? precision.value : precision.value * Math.abs(estimate));
  });
  const worst = Math.max(...ratios);
  if (worst <= 1) return { draws: task.draws, reached: true };
  const wanted = Math.ceil((MARGIN * task.draws * worst ** 2) / DRAWS_PER_BLOCK) * DRAWS_PER_BLOCK;
  // An unknown MCSE (NaN) has not reached the precision, and does not say how many more draws it takes.
  const further = Number.isNaN(wanted) ? task.draws : Math.min(most ?? MOST_DRAWS, wanted);
  return { draws: Math.max(task.draws, further), reached: false };
}
