/** How many parameter draws a wanted precision takes. */

import { differenceRows, type EstimateRow, estimateRows } from '../../analysis/estimates.js';
import { assembleResults } from '../../analysis/results.js';
import { decisive } from '../../domain/measures/money.js';
import type { ReachedPrecision } from '../../output/package/precision.js';
import { DRAWS_PER_BLOCK } from '../../simulation/cohort/cohort-key.js';
import type { DrawResult } from '../../simulation/results/draw-result.js';
import type { Task } from '../../simulation/task.js';
import type { Precision } from '../plan/options.js';

/** More draws than this are not run unless the user says so. */
const MOST_DRAWS = 20_000;

/** An MCSE is itself an estimate: so many more draws are run than it asks for, or it would be missed half of the time. */
const MARGIN = 1.1;

/** Digits of an MCSE that is held against the one asked for. */
const SAID_DIGITS = 4;

function isBalance({ measure, subgroup }: EstimateRow): boolean {
  return measure === decisive.name && subgroup === 'all';
}

/** What a run has come to with the draws that there are. */
interface Progress {
  /** Draws in all that the precision takes, as far as they are run. */
  readonly draws: number;
  readonly reached: ReachedPrecision;
}

/** What a run has reached of the precision asked for, in the balance of one approach. */
function reachedBy(
  { value: asked, unit }: Precision,
  { approach, estimate, mcse: euros }: EstimateRow,
): ReachedPrecision {
  // Of what does not vary at all, any precision holds.
  const mcse = unit === 'euros' || euros === 0 ? euros : euros / Math.abs(estimate);
  return { asked, unit, approach, mcse: Number.isFinite(mcse) ? mcse : null, holds: mcse <= asked };
}

/** What to say of a precision that is not reached with so many draws. */
export function sayMissed({ approach, asked, unit, mcse }: ReachedPrecision, draws: number): string {
  const amount = (value: number) => {
    const shown = Number((unit === 'euros' ? value : 100 * value).toPrecision(SAID_DIGITS));
    return unit === 'euros' ? `${shown} euros a person` : `${shown}%`;
  };
  const told = mcse === null ? 'cannot be told' : `is ${amount(mcse)}`;
  return `the precision asked for (an MCSE of at most ${amount(asked)}) is not reached with ${draws} parameter draws: that of the net balance of ${approach} ${told}`;
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
  const reached = rows.map((row) => reachedBy(precision, row));
  const excess = (each: ReachedPrecision) => (each.mcse ?? Number.NaN) / each.asked;
  // One that cannot be told is worse than any that can.
  const worst = reached.reduce((one, other) =>
    excess(other) <= excess(one) || one.mcse === null ? one : other,
  );
  if (worst.holds) return { draws: task.draws, reached: worst };
  const wanted = Math.ceil((MARGIN * task.draws * excess(worst) ** 2) / DRAWS_PER_BLOCK) * DRAWS_PER_BLOCK;
  // An MCSE that cannot be told (NaN) is not reached, nor does it tell how many more draws it takes.
  const further = Number.isNaN(wanted) ? task.draws : Math.min(most ?? MOST_DRAWS, wanted);
  return { draws: Math.max(task.draws, further), reached: worst };
}
