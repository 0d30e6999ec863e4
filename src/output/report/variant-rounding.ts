/** Rounding of what a run differs from another, so that both stand as they print themselves where the difference does not forbid it. */

import { stepOf } from '../number.js';
import { clean, isNear, SAME } from './round-to.js';
import { largerError, type Measured, type Printed, roundedAs, subtractPrinted } from './rounding.js';
import { tellingError } from './telling-error.js';

/** The interval of a difference over the parameters. */
interface Interval {
  readonly parameterLow: number;
  readonly parameterHigh: number;
}

/** What is printed of two runs and of their difference. */
interface PrintedVariant {
  readonly before: number;
  readonly after: number;
  readonly difference: Printed;
}

/**
 * Two levels that a difference which is printed on its own is not that of: one of them gives way, so that they tell the difference as far
 * as their step can. They stay as they are where neither would be within a step of itself.
 */
function agreeing(
  { unit, estimate }: Measured,
  before: Measured & Printed,
  after: Measured & Printed,
): Pick<PrintedVariant, 'before' | 'after'> {
  const step = stepOf(unit, after.estimate, after.error);
  const between = roundedAs({ unit, estimate }, after.error);
  const [later, earlier] = [clean(before.shown + between), clean(after.shown - between)];
  if (isNear(later, after.estimate, step)) return { before: before.shown, after: later };
  return { before: isNear(earlier, before.estimate, step) ? earlier : before.shown, after: after.shown };
}

/**
 * What is printed of the difference between two runs: that of their numbers as printed. It is rounded on its own where the two have not
 * one step, and where it would say what is not so: anything for an exact 0, the other sign, or what its interval as printed does not hold.
 *
 * @param difference with its interval over the parameters (NaN: none) and its own MCSE, which decides its step where the runs have not one
 * @param before the number as the one run prints it
 * @param after the same of the other
 */
export function settleVariant(
  difference: Measured & Interval,
  before: Measured & Printed,
  after: Measured & Printed,
): PrintedVariant {
  const { unit, estimate, mcse } = difference;
  const levels = { before: before.shown, after: after.shown };
  const steps = [before, after].map((row) => stepOf(unit, row.estimate, row.error));
  // Of paired runs it is known better than either number, of others worse.
  const finer = steps[0]! < steps[1]! ? before.error : after.error;
  const error = largerError(mcse, finer);
  // One that is surely not 0 does not read 0.
  const telling = roundedAs(difference, error) === 0 ? tellingError(difference) : undefined;
  const own = telling ?? error;
  const alone = { shown: roundedAs(difference, own), error: own };
  const hasOneStep = Math.max(...steps) <= Math.min(...steps) * (1 + SAME);
  if (!hasOneStep) return { ...levels, difference: alone };
  if (telling !== undefined || estimate === 0)
    return { ...agreeing(difference, before, after), difference: alone };
  const [row] = subtractPrinted(
    [{ ...difference, ...alone, error: finer }],
    () => after,
    () => before,
  );
  const { shown } = row!;
  const end = (value: number) => roundedAs({ unit, estimate: value }, finer);
  const isOutside = shown < end(difference.parameterLow) || shown > end(difference.parameterHigh);
  const hasOtherSign = shown !== 0 && Math.sign(shown) !== Math.sign(estimate);
  return isOutside || hasOtherSign
    ? { ...agreeing(difference, before, after), difference: alone }
    : { ...levels, difference: { shown, error: finer } };
}
