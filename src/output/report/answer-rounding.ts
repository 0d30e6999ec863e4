/** Rounding of outcomes by the answer to open questions, so that what holds over all answers is printed as in the main table. */

import { largerError, type Measured, type Printed, roundedAs } from './measured.js';
import { tellingError } from './telling-error.js';

/** A difference in the draws that have an answer; `month` undefined or NaN: over the whole horizon. */
type OfAnswer = Omit<Measured, 'subgroup'>;

const keyOf = ({ approach, measure, month = Number.NaN }: OfAnswer) => `${approach}\n${measure}\n${month}`;

/**
 * The rows with what is printed of them. Over all answers that is what the main table has; the answers, which have fewer draws, are
 * rounded by the largest of their errors, and no finer than the main table but one that would read 0.
 *
 * @param isOverAll whether a row is over all answers
 * @param main the differences of the whole cohort as the main table prints them
 */
export function settleAnswers<Row extends OfAnswer>(
  rows: readonly Row[],
  isOverAll: (row: Row) => boolean,
  main: readonly (Measured & Printed)[],
): (Row & Printed)[] {
  const printed = new Map(main.filter(({ subgroup }) => subgroup === 'all').map((row) => [keyOf(row), row]));
  const largest = new Map<string, number>();
  for (const row of rows) {
    const known = largest.get(keyOf(row)) ?? printed.get(keyOf(row))?.error ?? Number.NaN;
    largest.set(keyOf(row), largerError(row.mcse, known));
  }
  return rows.map((row) => {
    const same = isOverAll(row) ? printed.get(keyOf(row)) : undefined;
    if (same !== undefined) return { ...row, shown: same.shown, error: same.error };
    const common = largest.get(keyOf(row))!;
    // A difference that is surely not 0 does not read 0.
    const telling = roundedAs(row, common) === 0 ? tellingError(row) : undefined;
    const error = telling ?? common;
    return { ...row, error, shown: roundedAs(row, error) };
  });
}
