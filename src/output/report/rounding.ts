/** One rounding for a whole report: what stands beside each other has one step, and what adds up adds up as printed. */

import { groupBy } from '../../domain/group-by.js';
import { bijstandCost, netBalance, ownBalance, programmeCost } from '../../domain/measures/money.js';
import { DIGITS, stepOf } from '../number.js';
import { clean, isNear, roundTo, SAME } from './round-to.js';
import { tellingError, type WithInterval } from './telling-error.js';

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

const keyOf = ({ subgroup, measure, month = Number.NaN }: Measured) => `${subgroup}\n${measure}\n${month}`;

/** A number to a digit less than files have, so that one that ends in 5 goes the same way whether it was read back or not. */
const asRead = (value: number) => (Number.isFinite(value) ? Number(value.toPrecision(DIGITS - 1)) : value);

/** The larger of two errors, of which one may have no number. */
export const largerError = (one: number, other: number) => (one > other || Number.isNaN(other) ? one : other);

/** The largest error of rows that has a number. */
const largest = (rows: readonly Measured[]) =>
  asRead(rows.reduce((most, { mcse }) => largerError(mcse, most), Number.NaN));

/** The amounts that add up, nominal and discounted: to the balance of all, and to that of the municipality itself. */
const accounts = (['nominal', 'discounted'] as const).map((kind) => ({
  kind,
  total: netBalance[kind].name,
  bijstand: bijstandCost[kind].name,
  programme: programmeCost[kind].name,
  own: ownBalance[kind].name,
}));

/** By amount, the accounts that it stands in. */
const kindOf = new Map(
  accounts.flatMap(({ kind, ...names }) => Object.values(names).map((name) => [name, kind] as const)),
);

const estimateOf = ({ estimate }: Measured) => asRead(estimate);

/** The rows of levels and differences with what is printed of them. */
export interface Rows<Level, Difference> {
  readonly estimates: readonly Level[];
  readonly differences: readonly Difference[];
}

/**
 * Prints bijstand and programme so that they add up to what is printed of the balance of the same approach, and the balance of the
 * municipality so that it is the bijstand and a part of the programme as printed.
 */
function settleAccounts<Row extends Measured & Printed>(rows: readonly Row[]): Row[] {
  const printed = new Map(rows.map((row) => [row, row.shown]));
  const at = (other: Row, measure: string) => {
    const found = rows.find(
      (row) => row.approach === other.approach && row.subgroup === other.subgroup && row.measure === measure,
    );
    return found !== undefined && Number.isFinite(found.estimate) ? found : undefined;
  };
  for (const names of accounts)
    for (const row of rows.filter(({ measure }) => measure === names.total)) {
      const [bijstand, programme] = [at(row, names.bijstand), at(row, names.programme)];
      if (bijstand === undefined || programme === undefined) continue;
      // One that has a step of its own, as it would read 0 otherwise, adds up with nothing.
      if ([bijstand, programme].some((part) => isFiner(part, row) || isFiner(row, part))) continue;
      const step = stepOf(row.unit, row.estimate, row.error);
      const [paid, spent] = roundTo(-row.shown, [bijstand, programme].map(estimateOf), step);
      printed.set(bijstand, paid!);
      printed.set(programme, spent!);
      const own = at(row, names.own);
      if (own === undefined || isFiner(own, row)) continue;
      const part = asRead(-own.estimate - bijstand.estimate);
      const parts = [part, estimateOf(programme) - part] as const;
      // A council looks at its own balance: what is lost by rounding shows in who pays the programme.
      const ofOwn = -own.shown - paid!;
      if ([ofOwn, spent! - ofOwn].some((shown, i) => !isNear(shown, parts[i]!, step)))
        printed.set(own, clean(-(paid! + roundTo(spent!, parts, step)[0]!)));
    }
  return rows.map((row) => ({ ...row, shown: printed.get(row)! }));
}

/** Whether a row has a finer step than another of its unit. */
const isFiner = (row: Measured & Printed, other: Measured & Printed): boolean =>
  row.error < other.error && stepOf(row.unit, 1, row.error) < stepOf(other.unit, 1, other.error) * (1 - SAME);

/** What is rounded together: a measure at a month, or all amounts of a group of people that add up. */
export function familyOf(row: Measured): string {
  const kind = kindOf.get(row.measure);
  return kind === undefined ? keyOf(row) : `${row.subgroup}\n${kind}`;
}

/** The error by which each row is rounded: the largest of all that stands beside it. */
function errorsOf(families: readonly (readonly Measured[])[]): Map<Measured, number> {
  return new Map(
    families.flatMap((rows) => {
      const error = largest(rows);
      return rows.map((row) => [row, error] as const);
    }),
  );
}

type Errors = ReadonlyMap<Measured, number>;

/** Part of the largest number of a family to which all of it is rounded at the finest, for a difference that would read 0. */
const FINEST = 1e-5;

/**
 * Settles rows, and once more with a finer step for whatever stands beside a difference that is surely not 0 and would read 0. Where that
 * would give the largest number more than five digits, the difference alone has the finer step, and the levels then do not tell it.
 *
 * @param settle what is printed of all rows with these errors, and which of it are differences
 * @param even the errors to begin with, of each row's own
 */
export function settleTelling<Settled>(
  all: readonly Measured[],
  settle: (errors: Errors) => {
    readonly settled: Settled;
    readonly differences: readonly (readonly [Measured, Printed])[];
  },
  even = (errors: Errors): Errors => errors,
): Settled {
  const families = [...groupBy(all, familyOf).values()];
  const errors = new Map(even(errorsOf(families)));
  for (;;) {
    const { settled, differences } = settle(errors);
    const untold = differences.filter(([row, { shown }]) => shown === 0 && row.estimate !== 0);
    let isDone = true;
    for (const [row] of untold) {
      const telling = tellingError(row);
      if (telling === undefined) continue;
      const now = errors.get(row)!;
      // What adds up with others may be off by a step.
      const error = Number.isNaN(now) || telling < now ? telling : now / 10;
      if (error < telling / 10) continue;
      isDone = false;
      const family = families.find((rows) => rows.includes(row))!;
      const most = Math.max(...family.map(({ estimate }) => Math.abs(estimate)).filter(Number.isFinite));
      for (const own of error >= FINEST * most ? family : [row]) {
        const known = errors.get(own)!;
        errors.set(own, Number.isNaN(known) ? error : Math.min(known, error));
      }
    }
    if (isDone) return settled;
  }
}

/** Rows rounded each on its own, by the errors of all; then those that add up together. */
export function roundedRows<Row extends Measured>(rows: readonly Row[], errors: Errors): (Row & Printed)[] {
  return settleAccounts(
    rows.map((row) => {
      const error = errors.get(row)!;
      return { ...row, error, shown: roundedAs(row, error) };
    }),
  );
}

/** Whether a level is another with a difference added, before anything is rounded. */
function isSum(level: Measured, before: Measured, gain: Measured): boolean {
  const sum = before.estimate + gain.estimate;
  return Math.abs(sum - level.estimate) <= SAME * Math.max(1, Math.abs(level.estimate));
}

type Shown = Measured & Printed;

/**
 * Whether a level may be printed so: less than a step from its estimate, since 13 % and 88 % of 12.5 % and 87.5 % would make 101 % of
 * an exact 100 %. An amount that adds up with others may be further off, but not have the other sign, nor be anything for an exact 0.
 */
function mayBe({ measure, unit, estimate, error, shown }: Shown): boolean {
  if (shown === estimate || Number.isNaN(estimate)) return true;
  if (kindOf.has(measure)) return shown === 0 || Math.sign(shown) === Math.sign(estimate);
  return isNear(shown, estimate, stepOf(unit, estimate, error));
}

/**
 * Levels printed as others with the differences added as printed, where they are that. Where such a sum may not be printed, the level
 * stays as it is rounded on its own, and so do the amounts that it adds up with.
 */
export function addUp<Level extends Shown>(
  levels: readonly Level[],
  beforeOf: (level: Level) => Shown | undefined,
  gainOf: (level: Level) => Shown | undefined,
): Level[] {
  const sums = levels.map((level) => {
    const [before, gain] = [beforeOf(level), gainOf(level)];
    if (before === undefined || gain === undefined || !isSum(level, before, gain)) return level;
    if (isFiner(gain, level)) return level;
    return { ...level, shown: clean(before.shown + gain.shown) };
  });
  const ofOne = (row: Shown) => `${row.approach}\n${familyOf(row)}`;
  const alone = new Set(sums.filter((sum) => !mayBe(sum)).map(ofOne));
  return sums.map((sum, i) => (alone.has(ofOne(sum)) ? levels[i]! : sum));
}

/** Differences printed as those of the levels as printed, where they are that: a difference gives way where a level could not. */
export function subtractPrinted<Difference extends Shown>(
  differences: readonly Difference[],
  levelOf: (difference: Difference) => Shown | undefined,
  beforeOf: (difference: Difference) => Shown | undefined,
): Difference[] {
  return differences.map((row) => {
    const [level, before] = [levelOf(row), beforeOf(row)];
    if (level === undefined || before === undefined || !isSum(level, before, row)) return row;
    if (isFiner(row, level)) return row;
    return { ...row, shown: clean(level.shown - before.shown) };
  });
}

export const withApproach = (row: Measured) => `${row.approach}\n${keyOf(row)}`;
export const byApproach = <Row extends Measured>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [withApproach(row), row]));

/** Levels of all approaches as that of the reference, as printed, with the differences added; and the differences of those levels. */
export function addToReference<Level extends Shown, Difference extends Shown>(
  levels: readonly Level[],
  differences: readonly Difference[],
  reference: string,
): { readonly estimates: Level[]; readonly differences: Difference[] } {
  const held = byApproach(levels);
  const gained = byApproach(differences);
  const referenceOf = (row: Shown) =>
    row.approach === reference ? undefined : held.get(withApproach({ ...row, approach: reference }));
  const estimates = addUp(levels, referenceOf, (row) => gained.get(withApproach(row)));
  const added = byApproach(estimates);
  const ofLevels = subtractPrinted(differences, (row) => added.get(withApproach(row)), referenceOf);
  return { estimates, differences: ofLevels };
}

/**
 * The rows with what is printed of them, on the terminal and in reports: a measure at a month is rounded to one step under all approaches
 * and in its differences, all amounts of a group of people to one; the level of an approach is printed as that of the reference plus the
 * difference, and bijstand and programme add up to the balance. The step is the place of the first digit of the largest MCSE. A share
 * stays between 0 and 1, an exact 0 is printed as 0 and an exact 1 as 1: there the difference gives way. A difference that is surely not 0
 * is not printed as 0 (see {@link settleTelling}).
 */
export function settleRounding<Level extends Measured, Difference extends Measured>(
  rows: Rows<Level, Difference>,
  reference: string,
  even?: (errors: Errors) => Errors,
): Rows<Level & Printed, Difference & Printed> {
  return settleTogether([{ ...rows, reference }], even)[0]!;
}

/**
 * The rows of runs that stand beside each other with what is printed of them: of each run as {@link settleRounding} does, with one step in
 * all runs, so that what lies between them can be read from the numbers as printed.
 *
 * @returns in the order of the runs
 */
export function settleTogether<Level extends Measured, Difference extends Measured>(
  runs: readonly (Rows<Level, Difference> & { readonly reference: string })[],
  even?: (errors: Errors) => Errors,
): Rows<Level & Printed, Difference & Printed>[] {
  const settle = (errors: Errors) => {
    const settled = runs.map(({ estimates, differences, reference }) =>
      addToReference(roundedRows(estimates, errors), roundedRows(differences, errors), reference),
    );
    const gains = runs.flatMap(({ differences }, run) =>
      differences.map((row, i) => [row, settled[run]!.differences[i]!] as const),
    );
    return { settled, differences: gains };
  };
  const all = runs.flatMap(({ estimates, differences }) => [...estimates, ...differences]);
  return settleTelling(all, settle, even);
}

/** An estimate rounded by an error. */
export function roundedAs({ unit, estimate }: Pick<Measured, 'unit' | 'estimate'>, error: number): number {
  if (!Number.isFinite(estimate)) return estimate;
  const step = stepOf(unit, estimate, error);
  return step === 0 ? estimate : clean(Math.round(asRead(estimate) / step) * step);
}
