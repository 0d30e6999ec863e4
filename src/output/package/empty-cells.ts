/**
 * Which cells of a table that is read back may be empty. Cells of `required` columns (see datapackage.json) may not. For other
 * columns it depends on the rest of the row: a value with an MCSE or an interval was not empty when it was written.
 */

import { findMeasure } from '../../domain/measures/find.js';

/** Columns of values that have their uncertainty next to them. */
const values = ['estimate', 'per_person'];

/** Columns that are filled together or not at all. */
const together = [
  ['per_person', 'per_cohort', 'per_person_discounted', 'per_cohort_discounted'],
  // The search for work has none of these; the course and activities have all.
  ['phase', 'hours_per_week', 'mandatory'],
  ['aftercare_weeks', 'aftercare_starts'],
  ['eligible_share', 'selected_share'],
];

/** Ends of the range of a number: both or none. Where other things have ends, such as a threshold or a box, one may be open. */
const range = ['low', 'high'];
/** Columns of the tables in which `low` and `high` are such a range. */
const ofRanges = ['distribution', 'outcome_at_low'];

const intervals = ['parameter', 'prediction'].map((name) => [`${name}_low`, `${name}_high`] as const);

/** An empty cell that should not be empty, and why. */
interface EmptyCell {
  readonly column: string;
  readonly message: string;
}

const expected = (beside: string) => `expected a value, but the cell is empty, and this row has ${beside}`;

/**
 * The cells of a row that are empty although the rest of the row shows that they were not.
 *
 * @param cell text of a column; undefined where the table has no such column
 */
export function emptyCells(cell: (column: string) => string | undefined): EmptyCell[] {
  const isThere = (column: string) => (cell(column) ?? '') !== '';
  const isEmpty = (column: string) => cell(column) === '';
  const measure = findMeasure(cell('measure') ?? '');
  // The other end of the interval is beyond the horizon, so the estimate may be too.
  const isOpenEnded = measure?.isOpenEnded === true;
  const isRange = ofRanges.some((column) => cell(column) !== undefined);
  const found: EmptyCell[] = [];
  for (const columns of [...together, ...(isRange ? [range] : []), ...(isOpenEnded ? [] : intervals)]) {
    const beside = columns.find(isThere);
    if (beside === undefined) continue;
    for (const column of columns.filter(isEmpty)) found.push({ column, message: expected(beside) });
  }
  const whole = intervals.find((ends) => ends.every(isThere))?.[0];
  const beside = isThere('mcse') ? 'mcse' : whole;
  const certain = beside === undefined ? [] : values.filter(isEmpty);
  for (const column of certain) found.push({ column, message: expected(beside!) });
  if (measure?.byYear !== undefined && isEmpty('month'))
    found.push({ column: 'month', message: 'expected the month to which the share belongs, got nothing' });
  return found.filter(({ column }, i) => found.findIndex((each) => each.column === column) === i);
}
