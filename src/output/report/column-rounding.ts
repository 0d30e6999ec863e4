/** Rounding of numbers that stand below each other in a table: those of one outcome have one number of decimals. */

import { groupBy } from '../../domain/group-by.js';
import { stepOf, tells } from '../number.js';
import { familyOf, type Measured, type Printed, roundedAs } from './measured.js';
import { type Rows, settleRounding } from './rounding.js';

/** A number and the error by which it is rounded. */
type Rounded = Pick<Measured, 'unit' | 'estimate'> & Pick<Printed, 'error'>;

/** Decimals with which a number of a unit is printed. */
const decimalsOf = ({ unit, estimate, error }: Rounded): number => {
  const step = stepOf(unit, estimate, error) * (unit === 'share' ? 100 : 1);
  return step === 0 || step >= 1 ? 0 : Math.round(-Math.log10(step));
};

/** How numbers below each other are rounded: with the fewest decimals of any whose error is known, by the least such error. */
interface Common {
  readonly decimals: number;
  readonly error: number;
}

/** What numbers have in common; undefined: of none is the error known. */
function commonOf(rows: readonly Rounded[]): Common | undefined {
  const known = rows.filter(({ estimate, error }) => Number.isFinite(estimate) && tells(error, estimate));
  if (known.length === 0) return undefined;
  const decimals = Math.min(...known.map(decimalsOf));
  const errors = known.filter((row) => decimalsOf(row) === decimals).map(({ error }) => error);
  // Tens and hundreds have no decimals either, but are of the row alone that is known no better.
  const whole = known[0]!.unit === 'share' ? 0.01 : 1;
  return { decimals, error: Math.min(...errors, whole) };
}

/** Whether a number is printed otherwise than by its own error: it has too many decimals, or is exact and has as many as one likes. */
function givesWay(row: Rounded, { decimals }: Common): boolean {
  if (!Number.isFinite(row.estimate) || row.estimate === 0) return false;
  const isExact = Number.isFinite(row.error) && !tells(row.error, row.estimate);
  return isExact || decimalsOf(row) > decimals;
}

/** Whether a number would be printed as 0, which its own error does not make it. */
const wouldVanish = (row: Rounded, error: number): boolean =>
  roundedAs(row, error) === 0 && roundedAs(row, row.error) !== 0;

/** Numbers that stand together, with one number of decimals: the fewest of any; an exact 0, and what would read 0 then, stays as it is. */
export function withDecimalsAlike<Row extends Rounded & Printed>(rows: readonly Row[]): Row[] {
  const common = commonOf(rows);
  if (common === undefined) return [...rows];
  const { error } = common;
  return rows.map((row) =>
    !givesWay(row, common) || wouldVanish(row, error) ? row : { ...row, error, shown: roundedAs(row, error) },
  );
}

/** What stands below each other in a table by subgroup: an outcome in a column, or the amounts that add up. */
const columnOf = (row: Measured): string => familyOf({ ...row, subgroup: '' });

/** Places by which an amount may be printed finer than its own error warrants. */
const FINER = 10;

/** Errors that give amounts below each other one step, unless that would be much finer than some are known: the interval tells how well. */
function evenAmounts(errors: ReadonlyMap<Measured, number>): Map<Measured, number> {
  const even = new Map(errors);
  const amounts = [...errors].filter(([{ unit, estimate }]) => unit === 'euros' && Number.isFinite(estimate));
  for (const column of groupBy(amounts, ([row]) => columnOf(row)).values()) {
    const largest = Math.max(...column.map(([{ estimate }]) => Math.abs(estimate)));
    const known = column.filter(([, error]) => tells(error, largest));
    const least = Math.min(...known.map(([, error]) => error));
    for (const [row, error] of known) even.set(row, Math.max(least, error / FINER));
  }
  return even;
}

/**
 * Errors that give all rows of a column one number of decimals; what of a subgroup adds up has one error.
 *
 * @param levels those of the rows that are no differences: one that is not 0 does not read 0, whereas a difference may, unless it surely is not
 */
function evenErrors(
  errors: ReadonlyMap<Measured, number>,
  levels: ReadonlySet<Measured>,
  isLeft: (row: Measured) => boolean,
): Map<Measured, number> {
  const even = evenAmounts(errors);
  const rounded = (row: Measured) => ({ ...row, error: errors.get(row)! });
  for (const column of groupBy(errors.keys(), columnOf).values()) {
    const common = commonOf(column.map(rounded));
    if (common === undefined) continue;
    for (const family of groupBy(column, ({ subgroup }) => subgroup).values()) {
      const isAlike = !family.some((row) => givesWay(rounded(row), common));
      const isLost = family.some((row) => levels.has(row) && wouldVanish(rounded(row), common.error));
      if (isAlike || isLost || isLeft(family[0]!)) continue;
      for (const row of family) even.set(row, common.error);
    }
  }
  return even;
}

/**
 * The rows of tables by subgroup with what is printed of them, as `settleRounding` does, with one number of decimals for an outcome in all
 * subgroups. The whole cohort is printed elsewhere with decimals of its own: where a level that has given way to a sum would not be what
 * these come to, it keeps them.
 *
 * @param rows all that adds up, of each subgroup and of all
 * @param isTold the levels that the tables have
 */
export function settleColumns<Level extends Measured, Difference extends Measured>(
  rows: Rows<Level, Difference>,
  reference: string,
  isTold: (level: Level) => boolean,
): Rows<Level & Printed, Difference & Printed> {
  const levels = new Set<Measured>(rows.estimates);
  const settle = (isLeft: (row: Measured) => boolean) =>
    settleRounding(rows, reference, (errors) => evenErrors(errors, levels, isLeft));
  const settled = settle(() => false);
  const told = [...settled.estimates.filter(isTold), ...settled.differences];
  const unlike = told.filter(
    (row) => row.subgroup === 'all' && Number.isFinite(row.shown) && row.shown !== roundedAs(row, row.error),
  );
  const columns = new Set(unlike.map(columnOf));
  return columns.size === 0 ? settled : settle((row) => row.subgroup === 'all' && columns.has(columnOf(row)));
}
