/** Rounding of a sweep: one step at all its points. */

import { type Base, settle } from './agreement.js';
import { errorsOf, type Measured, type Printed } from './measured.js';

/** A row of a point of a sweep. */
interface OfPoint extends Measured {
  /** What was subtracted from the outcome: nothing (empty), the base of the sweep, or the reference approach (its name). */
  readonly against: string;
}

/**
 * The rows of a sweep with what is printed of them, as `settleRounding` does, with one step at all points: the base as a run prints it,
 * and the levels of the others so that they tell both what differs from the reference there and what has changed from the base.
 *
 * @param points the rows of each point; the first is the base
 * @returns the rows of each point, in the same order of points: levels, differences from the reference, differences from the base
 */
export function settleSweep<Row extends OfPoint>(
  points: readonly (readonly Row[])[],
  reference: string,
): (Row & Printed)[][] {
  const errors = errorsOf(points.flat());
  let base: Base | undefined;
  return points.map((rows, point) => {
    const [levels, contrasts, changes] = ['', reference, 'base'].map((of) =>
      rows.filter(({ against }) => against === of),
    ) as [Row[], Row[], Row[]];
    const printed = settle({ levels, contrasts, changes }, reference, errors, base);
    if (point === 0) base = { levels: levels.map((level) => [level, printed.get(level)!]), contrasts: [] };
    return [...levels, ...contrasts, ...changes].map((row) => ({ ...row, ...printed.get(row)! }));
  });
}
