/** How many parameter draws are needed to reach a requested precision. */

import { differenceRows, type EstimateRow, estimateRows } from '../../analysis/estimates.js';
import { assembleResults } from '../../analysis/results.js';
import { decisive } from '../../domain/measures/money.js';
import type { Language } from '../../output/language.js';
import { sayDecimal } from '../../output/number.js';
import type { ReachedPrecision } from '../../output/package/precision.js';
import { wordsIn } from '../../output/words/words.js';
import { DRAWS_PER_BLOCK } from '../../simulation/cohort/cohort-key.js';
import type { DrawResult } from '../../simulation/results/draw-result.js';
import type { Task } from '../../simulation/task.js';
import type { Precision } from '../plan/options.js';

/** Upper limit on the number of draws, unless the user sets another. */
const MOST_DRAWS = 20_000;

/** The MCSE is itself an estimate. Without this margin on the number of draws, the target would be missed half of the time. */
const MARGIN = 1.1;

/** Digits shown of an MCSE that is compared with the one asked for. */
const SAID_DIGITS = 4;

function isBalance({ measure, subgroup }: EstimateRow): boolean {
  return measure === decisive.name && subgroup === 'all';
}

/** The state of a run after the draws simulated so far. */
interface PrecisionSoFar {
  /** Total number of draws needed for the precision, up to the limit. */
  readonly draws: number;
  readonly reached: ReachedPrecision;
}

/** The precision reached for the balance of one approach, against the one asked for. */
function reachedBy(
  { value: asked, unit }: Precision,
  { approach, estimate, mcse: euros }: EstimateRow,
): ReachedPrecision {
  // Where nothing varies, any precision is reached.
  const mcse = unit === 'euros' || euros === 0 ? euros : euros / Math.abs(estimate);
  return { asked, unit, approach, mcse: Number.isFinite(mcse) ? mcse : null, holds: mcse <= asked };
}

/** The message for a precision that was not reached. */
export function sayMissed(
  { approach, asked, unit, mcse }: ReachedPrecision,
  draws: number,
  language: Language = 'en',
): string {
  const { notes } = wordsIn(language).screen;
  const amount = (value: number) => {
    const shown = sayDecimal(
      Number((unit === 'euros' ? value : 100 * value).toPrecision(SAID_DIGITS)),
      language,
    );
    return unit === 'euros' ? notes.eurosEach(shown) : `${shown}%`;
  };
  const reached = mcse === null ? notes.mcseUnknown : notes.mcseIs(amount(mcse));
  return notes.precisionMissed(amount(asked), String(draws), approach, reached);
}

/**
 * How many draws bring the MCSE of the discounted net balance down to the precision: of the difference from the reference for
 * every approach, or of the balance itself where there is only one approach. The MCSE falls with the square root of the number of
 * draws. Whole blocks of draws are added, up to the limit. The question is asked again after each addition, until the precision
 * is reached.
 *
 * @param draws the number simulated so far
 */
export function furtherDraws(
  precision: Precision,
  most: number | undefined,
  task: Task,
  draws: readonly DrawResult[],
): PrecisionSoFar {
  const results = assembleResults(task, draws);
  const rows = (results.approaches.length > 1 ? differenceRows(results) : estimateRows(results)).filter(
    isBalance,
  );
  const reached = rows.map((row) => reachedBy(precision, row));
  const excess = (each: ReachedPrecision) => (each.mcse ?? Number.NaN) / each.asked;
  // An unknown MCSE is worse than any known one.
  const worst = reached.reduce((one, other) =>
    excess(other) <= excess(one) || one.mcse === null ? one : other,
  );
  if (worst.holds) return { draws: task.draws, reached: worst };
  const wanted = Math.ceil((MARGIN * task.draws * excess(worst) ** 2) / DRAWS_PER_BLOCK) * DRAWS_PER_BLOCK;
  // With an unknown MCSE (NaN) the precision is not reached, and there is nothing to compute further draws from.
  const further = Number.isNaN(wanted) ? task.draws : Math.min(most ?? MOST_DRAWS, wanted);
  return { draws: Math.max(task.draws, further), reached: worst };
}
