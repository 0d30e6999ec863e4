/** Rounding of what a run differs from another, so that both stand as they print themselves. */

import { stepOf } from '../number.js';
import { type Measured, type Printed, roundedAs, subtractPrinted } from './rounding.js';

/**
 * What is printed of the difference between two runs: that of their numbers as printed. It is rounded on its own where the two have not
 * one step, and where it would say what is not so: anything for an exact 0, or the other sign.
 *
 * @param difference with its own MCSE, which decides its step where the runs have not one
 * @param before the number as the one run prints it
 * @param after the same of the other
 */
export function settleVariant(
  difference: Measured,
  before: Measured & Printed,
  after: Measured & Printed,
): Printed {
  const { unit, estimate, mcse } = difference;
  const steps = [before, after].map((row) => stepOf(unit, row.estimate, row.error));
  // Of paired runs it is known better than either number, of others worse.
  const finer = steps[0]! < steps[1]! ? before.error : after.error;
  const error = mcse > finer || Number.isNaN(finer) ? mcse : finer;
  const alone = { shown: roundedAs(difference, error), error };
  if (estimate === 0 || Math.max(...steps) > Math.min(...steps) * (1 + SAME)) return alone;
  const [row] = subtractPrinted(
    [{ ...difference, ...alone, error: finer }],
    () => after,
    () => before,
  );
  const { shown } = row!;
  return shown === 0 || Math.sign(shown) === Math.sign(estimate) ? { shown, error: finer } : alone;
}

/** Tolerance within which two steps are one. */
const SAME = 1e-6;
