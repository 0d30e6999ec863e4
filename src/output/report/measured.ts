/** Numbers that are rounded together: which they are, and by what error. */

import { groupBy } from '../../domain/group-by.js';
import { bijstandCost, netBalance, ownBalance, programmeCost } from '../../domain/measures/money.js';
import { DIGITS, stepOf } from '../number.js';
import { clean } from './round-to.js';
import type { WithInterval } from './telling-error.js';

/** A number that is rounded with others: of a measure under an approach, or its difference from the reference. */
export interface Measured extends WithInterval {
  readonly approach: string;
  readonly subgroup: string;
  readonly measure: string;
  /** Months since the permit; NaN or undefined: over the whole horizon. */
  readonly month: number | undefined;
}

/** What is printed of an estimate, and the error by which that and its interval are rounded. */
export interface Printed {
  readonly shown: number;
  readonly error: number;
}

/** What a number is of, whatever the approach. */
export const keyOf = ({ subgroup, measure, month = Number.NaN }: Measured) =>
  `${subgroup}\n${measure}\n${month}`;

/** A number to a digit less than files have, so that one that ends in 5 goes the same way whether it was read back or not. */
export const asRead = (value: number) =>
  Number.isFinite(value) ? Number(value.toPrecision(DIGITS - 1)) : value;

/** The larger of two errors, of which one may have no number. */
export const largerError = (one: number, other: number) => (one > other || Number.isNaN(other) ? one : other);

/** The amounts that add up, nominal and discounted: to the balance of all, and to that of the municipality itself. */
const accounts = (['nominal', 'discounted'] as const).map((kind) => ({
  kind,
  total: netBalance[kind].name,
  bijstand: bijstandCost[kind].name,
  programme: programmeCost[kind].name,
  own: ownBalance[kind].name,
}));

/** By amount, the accounts that it stands in. */
const accountsOf = new Map(
  accounts.flatMap((names) =>
    [names.total, names.bijstand, names.programme, names.own].map((name) => [name, names] as const),
  ),
);

/** The names of amounts that add up with a measure; undefined: it adds up with none. */
export const accountsWith = (measure: string) => accountsOf.get(measure);

/** What is rounded together: a measure at a month, or all amounts of a group of people that add up. */
export function familyOf(row: Measured): string {
  const kind = accountsWith(row.measure)?.kind;
  return kind === undefined ? keyOf(row) : `${row.subgroup}\n${kind}`;
}

/** By row the error by which it is rounded. */
export type Errors = ReadonlyMap<Measured, number>;

/** The error by which each row is rounded: the largest of all that stands beside it. */
export function errorsOf(rows: readonly Measured[]): Map<Measured, number> {
  return new Map(
    [...groupBy(rows, familyOf).values()].flatMap((family) => {
      const error = asRead(family.reduce((most, { mcse }) => largerError(mcse, most), Number.NaN));
      return family.map((row) => [row, error] as const);
    }),
  );
}

/** An estimate rounded by an error. */
export function roundedAs({ unit, estimate }: Pick<Measured, 'unit' | 'estimate'>, error: number): number {
  if (!Number.isFinite(estimate)) return estimate;
  const step = stepOf(unit, estimate, error);
  return step === 0 ? estimate : clean(Math.round(asRead(estimate) / step) * step);
}
