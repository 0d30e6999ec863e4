/** Rounding of what a run differs from another, so that both stand as they print themselves where the difference does not forbid it. */

import { stepOf } from '../number.js';
import { type Measured, type Printed, roundedAs } from './measured.js';
import { clean, isNear, SAME } from './round-to.js';
import { tellingError } from './telling-error.js';
import { mayBe } from './ways.js';

/** The interval of a difference over the parameters. */
interface Interval {
  readonly parameterLow: number;
  readonly parameterHigh: number;
}

/** What is printed of two runs and of their difference. */
interface PrintedVariant {
  readonly before: Printed;
  readonly after: Printed;
  readonly difference: Printed;
}

type Level = Measured & Printed;

/**
 * Two levels that a difference which is printed on its own is not that of: one of them gives way, so that they tell the difference as far
 * as their step can. Where neither would be within a step of itself, both do.
 */
function agreeing({ unit, estimate }: Measured, before: Level, after: Level, step: number) {
  const { error } = after;
  const between = roundedAs({ unit, estimate }, error);
  const [later, earlier] = [clean(before.shown + between), clean(after.shown - between)];
  if (isNear(later, after.estimate, step)) return { before, after: { shown: later, error } };
  if (isNear(earlier, before.estimate, step)) return { before: { shown: earlier, error }, after };
  const shown = roundedAs(before, error);
  return { before: { shown, error }, after: { shown: clean(shown + between), error } };
}

/**
 * What is printed of the difference between two runs: that of their numbers as printed. All three have one step, which is the coarser of
 * those of the two. The difference is rounded on its own where it would say what is not so: anything for what is 0 or surely less than half
 * a step, a step or more from itself, or what its interval as printed does not hold. The levels then give way; only one that is surely not
 * 0 has a finer step, so as not to read 0.
 *
 * @param difference with its interval over the parameters (NaN: none)
 * @param before the number as the one run prints it
 * @param after the same of the other
 */
export function settleVariant(difference: Measured & Interval, before: Level, after: Level): PrintedVariant {
  const { unit, estimate } = difference;
  const stepIn = (row: Level) => stepOf(unit, row.estimate, row.error);
  const { error } = stepIn(before) > stepIn(after) ? before : after;
  const step = Math.max(stepIn(before), stepIn(after));
  const coarse = (row: Level): Level => ({
    ...row,
    error,
    shown: stepIn(row) < step * (1 - SAME) ? roundedAs(row, error) : row.shown,
  });
  const [first, second] = [coarse(before), coarse(after)];
  const between = roundedAs(difference, error);
  const telling = tellingError(difference);
  // One that is surely not 0 does not read 0.
  const own = between === 0 && telling !== undefined ? telling : error;
  const alone = { shown: roundedAs(difference, own), error: own };
  // Nobody whom it concerns in one of the two.
  if (!Number.isFinite(estimate)) return { before: first, after: second, difference: alone };
  const shown = clean(second.shown - first.shown);
  const isUntold = (between === 0 || shown === 0) && telling !== undefined;
  return estimate === 0 || isUntold || !mayBe(Math.round(shown / step), difference, step)
    ? { ...agreeing(difference, first, second, step), difference: alone }
    : { before: first, after: second, difference: { shown, error } };
}
