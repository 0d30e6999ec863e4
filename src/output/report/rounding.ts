/** One rounding for a whole report: what stands beside each other has one step, and what adds up adds up as printed. */

import { settle } from './agreement.js';
import { type Errors, errorsOf, type Measured, type Printed } from './measured.js';

/** The rows of levels and differences with what is printed of them. */
export interface Rows<Level, Difference> {
  readonly estimates: readonly Level[];
  readonly differences: readonly Difference[];
}

/**
 * The rows with what is printed of them, on the terminal and in reports: a measure at a month is rounded to one step under all approaches
 * and in its differences, all amounts of a group of people to one. The step is the place of the first digit of the largest MCSE. Each is
 * printed as one of the two multiples of the step around it, so that a level is that of the reference and the difference, and bijstand and
 * programme add up to the balance: of the ways to do so that with the least sum of distances, where a difference counts for more, and most
 * that of a balance, and what is nearest to 0 reads 0 (see `ways.ts`). So an exact 0 is printed as 0 and an exact 1 as 1. A difference lies within half a step of its
 * interval; where none of the ways gives that, or one that is surely not 0 would read 0, it alone has a finer step, and the levels tell it
 * as far as theirs can.
 *
 * @param even the errors by which rows are rounded, of those of the families
 */
export function settleRounding<Level extends Measured, Difference extends Measured>(
  rows: Rows<Level, Difference>,
  reference: string,
  even: (errors: Errors) => Errors = (errors) => errors,
): Rows<Level & Printed, Difference & Printed> {
  const { estimates, differences } = rows;
  const errors = even(errorsOf([...estimates, ...differences]));
  const printed = settle({ levels: estimates, contrasts: differences, changes: [] }, reference, errors);
  return {
    estimates: estimates.map((row) => ({ ...row, ...printed.get(row)! })),
    differences: differences.map((row) => ({ ...row, ...printed.get(row)! })),
  };
}
