/** One rounding for a whole report: what stands beside each other has one step, and what adds up adds up as printed. */

import { bijstandCost, netBalance, programmeCost } from '../../domain/measures/money.js';
import { stepOf } from '../number.js';
import type { ResultRow } from './result-row.js';

/**
 * Rounds parts to multiples of a step so that they add up to a total that is such a multiple: each part down, then up those
 * that lost most (method of the largest remainder). A part ends within a step of itself where the total is that of the parts.
 */
export function roundTo(total: number, parts: readonly number[], step: number): number[] {
  const down = parts.map((part) => Math.floor(part / step));
  const byLoss = parts
    .map((part, i) => ({ i, loss: part / step - down[i]! }))
    .sort((a, b) => b.loss - a.loss || a.i - b.i);
  const missing = Math.round(total / step) - down.reduce((sum, part) => sum + part, 0);
  for (let n = 0; n < Math.abs(missing) && byLoss.length > 0; n++) {
    const { i } = missing > 0 ? byLoss[n % byLoss.length]! : byLoss.at(-1 - (n % byLoss.length))!;
    down[i]! += Math.sign(missing);
  }
  return down.map((part) => clean(part * step));
}

/** A multiple of a step without what binary fractions add to it, and a zero without sign. */
const clean = (value: number) => {
  const text = Number(value.toFixed(8));
  return text === 0 ? 0 : text;
};

const keyOf = ({ subgroup, measure, month }: ResultRow) => `${subgroup}\n${measure}\n${month}`;

/** The largest error of rows that has a number. */
const largest = (rows: readonly ResultRow[]) =>
  rows.reduce((most, { mcse }) => (mcse > most || Number.isNaN(most) ? mcse : most), Number.NaN);

/** The amounts that add up to the net balance, nominal and discounted. */
const accounts = (['nominal', 'discounted'] as const).map((kind) => ({
  total: netBalance[kind].name,
  parts: [bijstandCost[kind].name, programmeCost[kind].name],
}));

const amounts = new Set(accounts.flatMap(({ total, parts }) => [total, ...parts]));

/** The rows of levels and differences with what is printed of them. */
interface Rows {
  readonly estimates: readonly ResultRow[];
  readonly differences: readonly ResultRow[];
}

/** Prints bijstand and programme so that they add up to what is printed of the balance of the same approach. */
function settleAccounts(rows: readonly ResultRow[]): ResultRow[] {
  const printed = new Map(rows.map((row) => [row, row.shown]));
  const at = (other: ResultRow, measure: string) =>
    rows.find(
      (row) => row.approach === other.approach && row.subgroup === other.subgroup && row.measure === measure,
    );
  for (const { total, parts } of accounts)
    for (const row of rows.filter(({ measure }) => measure === total)) {
      const own = parts.map((part) => at(row, part));
      if (own.some((part) => part === undefined || !Number.isFinite(part.estimate))) continue;
      const step = stepOf(row.unit, row.estimate, row.error);
      const values = roundTo(
        -row.shown,
        own.map((part) => part!.estimate),
        step,
      );
      own.forEach((part, i) => {
        printed.set(part!, values[i]!);
      });
    }
  return rows.map((row) => ({ ...row, shown: printed.get(row)! }));
}

/** Tolerance within which a difference is that of its levels. */
const SAME = 1e-6;

/**
 * The rows with what is printed of them: a measure at a month is rounded to one step under all approaches and in its differences, all
 * amounts of a group of people to one; the level of an approach is printed as that of the reference plus the difference, and
 * bijstand and programme add up to the balance. The step is the place of the first digit of the largest MCSE.
 */
export function settleRounding({ estimates, differences }: Rows, reference: string): Rows {
  const all = [...estimates, ...differences];
  const families = new Map<string, ResultRow[]>();
  for (const row of all) {
    const key = amounts.has(row.measure) ? `${row.subgroup}\namounts` : keyOf(row);
    families.set(key, [...(families.get(key) ?? []), row]);
  }
  const errors = new Map<ResultRow, number>();
  for (const rows of families.values()) for (const row of rows) errors.set(row, largest(rows));
  const withStep = (row: ResultRow): ResultRow => {
    const error = errors.get(row)!;
    return { ...row, error, shown: roundedAs(row, error) };
  };
  const gains = settleAccounts(differences.map(withStep));
  const levels = settleAccounts(estimates.map(withStep));
  const held = new Map(
    levels.filter(({ approach }) => approach === reference).map((row) => [keyOf(row), row]),
  );
  const gained = new Map(gains.map((row) => [`${row.approach}\n${keyOf(row)}`, row]));
  return {
    differences: gains,
    estimates: levels.map((row) => {
      const [before, gain] = [held.get(keyOf(row)), gained.get(`${row.approach}\n${keyOf(row)}`)];
      if (before === undefined || gain === undefined || row === before) return row;
      const sum = before.estimate + gain.estimate;
      const isSum = Math.abs(sum - row.estimate) <= SAME * Math.max(1, Math.abs(row.estimate));
      return isSum ? { ...row, shown: clean(before.shown + gain.shown) } : row;
    }),
  };
}

function roundedAs({ unit, estimate }: ResultRow, error: number): number {
  if (!Number.isFinite(estimate)) return estimate;
  const step = stepOf(unit, estimate, error);
  return step === 0 ? estimate : clean(Math.round(estimate / step) * step);
}
