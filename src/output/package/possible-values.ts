/** Which values a cell of a table can hold, from its column and the unit of its row: a share of 7.02 is a slip of who changed it. */

/** Columns of the estimate of a row, and of its intervals. */
const ofEstimate = ['estimate', 'parameter_low', 'parameter_high', 'prediction_low', 'prediction_high'];
/** Columns of shares whatever the row, and of what is never below zero. */
const shares = ['share', 'weight', 'probability_better', 'probability'];
const notNegative = ['mcse', 'persons', 'replications', 'draws', 'variance_ratio'];

/** A value may pass a bound by this much, where sums were rounded. */
const ROUNDING = 1e-9;

/** The least and the most that a column can hold in a row; undefined: anything. */
function rangeOf(
  file: string,
  column: string,
  cell: (column: string) => string | undefined,
): readonly [number, number] | undefined {
  // An estimate of a part of a variance may come out below 0 or above 1.
  if ((file === 'inputs.csv' || file === 'groups.csv') && column === 'share') return undefined;
  if (shares.includes(column)) return [0, 1];
  if (notNegative.includes(column)) return [0, Number.POSITIVE_INFINITY];
  const isShare = cell('unit') === 'share' || file === 'curves.csv';
  if (!isShare || !ofEstimate.includes(column)) return undefined;
  const isDifference = file === 'differences.csv' || (cell('against') ?? '') !== '';
  return [isDifference ? -1 : 0, 1];
}

/**
 * What is wrong with a number of a row; undefined: nothing.
 *
 * @param cell text of a column of the row; undefined where the table has no such column
 */
export function refuseImpossible(
  file: string,
  column: string,
  value: number,
  cell: (column: string) => string | undefined,
): string | undefined {
  const range = rangeOf(file, column, cell);
  if (range === undefined) return undefined;
  const [least, most] = range;
  if (value >= least - ROUNDING && value <= most + ROUNDING) return undefined;
  const what = most === Number.POSITIVE_INFINITY ? `at least ${least}` : `from ${least} to ${most}`;
  return `expected a value ${what}, got ${value}`;
}
