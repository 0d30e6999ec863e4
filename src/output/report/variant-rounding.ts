/** Rounding of a run beside another, so that the levels of both tell what they differ by. */

import { settle } from './agreement.js';
import { errorsOf, type Measured, type Printed } from './measured.js';

/** The rows of a run: levels, and their differences from the reference. */
interface RowsOfRun {
  readonly estimates: readonly Measured[];
  readonly differences: readonly Measured[];
  readonly reference: string;
}

/** What a run differs from another by: in levels, and in their differences from the reference. */
interface BetweenRuns {
  readonly changes: readonly Measured[];
  readonly shifts: readonly Measured[];
}

/**
 * What is printed of a run beside another, by row: all with one step, which is the coarser of those of the two. The base is printed as by
 * itself, and the levels of the other so that they tell both what differs from the reference there and what is between the runs, as those
 * at a point of a sweep. They are those that its run prints by itself, unless none of the ways that agree has them.
 */
export function settleVariant(
  base: RowsOfRun,
  other: RowsOfRun,
  between: BetweenRuns,
): Map<Measured, Printed> {
  const errors = errorsOf(
    [base, other].flatMap(({ estimates, differences }) => [...estimates, ...differences]),
  );
  const rowsOf = ({ estimates, differences }: RowsOfRun) => ({
    levels: estimates,
    contrasts: differences,
    changes: [],
  });
  const ofBase = settle(rowsOf(base), base.reference, errors);
  const printed = (rows: readonly Measured[]) => rows.map((row) => [row, ofBase.get(row)!] as const);
  const own = settle(rowsOf(other), other.reference, errors);
  const ofOther = settle({ ...rowsOf(other), ...between }, other.reference, errors, {
    own,
    levels: printed(base.estimates),
    contrasts: printed(base.differences),
  });
  return new Map([...ofBase, ...ofOther]);
}
