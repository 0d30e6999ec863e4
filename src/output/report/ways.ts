/** In which ways numbers that stand together can be printed as multiples of one step, and how well each tells them. */

import { accountsWith, asRead, type Measured } from './measured.js';
import { SAME } from './round-to.js';
import { knownInterval, TWO_SIDED_95 } from './telling-error.js';

/** Multiples of a step that are printed of rows, in their order; NaN: not known. */
export type Way = readonly number[];

/** A number in steps; what is a multiple but for binary fractions is that. */
export function asSteps(estimate: number, step: number): number {
  const value = asRead(estimate) / step;
  const near = Math.round(value);
  return Math.abs(value - near) < SAME ? near + 0 : value;
}

/** The multiples around a number, the nearest first: one that is such a multiple is printed as nothing else. */
function around(value: number): number[] {
  const near = Math.round(value) + 0;
  if (Number.isNaN(near) || near === value) return [near];
  return [near, near > value ? near - 1 : near + 1];
}

/** Steps that a part of the programme, which the main tables do not have, may be off. */
const PART = 1.5;

/** Whether a part of the programme may be printed so: about what it is, and 0 for none at all. */
const isOfWhole = (multiple: number, value: number) =>
  Math.abs(value) < SAME ? multiple === 0 : Math.abs(multiple - value) < PART;

/**
 * The ways to print rows of one approach that are rounded together, each less than a step from itself: bijstand and programme add up to
 * the balance, and the balance of the municipality is the bijstand and a part of the programme.
 */
export function waysOf(rows: readonly Measured[], step: number): Way[] {
  const values = rows.map(({ estimate }) => asSteps(estimate, step));
  const names = accountsWith(rows[0]?.measure ?? '');
  const at = (name: string | undefined) => rows.findIndex((row) => row.measure === name);
  const [total, paid, spent, own] = [names?.total, names?.bijstand, names?.programme, names?.own].map(at) as [
    number,
    number,
    number,
    number,
  ];
  const areKnown = [total, paid, spent].every((i) => Number.isFinite(values[i]));
  const ways = values.reduce<Way[]>(
    (made, value, i) => {
      const multiples = areKnown && i === total ? [Number.NaN] : around(value);
      return made.flatMap((way) => multiples.map((multiple) => [...way, multiple]));
    },
    [[]],
  );
  if (!areKnown) return ways;
  const isNear = (multiple: number, value: number) => Math.abs(multiple - value) < 1 - SAME;
  const adding = ways
    .map((way) => way.with(total, 0 - (way[paid]! + way[spent]!)))
    .filter((way) => isNear(way[total]!, values[total]!));
  // Numbers that do not add up are printed as they are.
  if (adding.length === 0) return [values.map((value) => around(value)[0]!)];
  if (!Number.isFinite(values[own])) return adding;
  const part = -values[own]! - values[paid]!;
  const isPart = (way: Way) => {
    const printed = -way[own]! - way[paid]!;
    return isOfWhole(printed, part) && isOfWhole(way[spent]! - printed, values[spent]! - part);
  };
  const ofOwn = adding.filter(isPart);
  return ofOwn.length === 0 ? adding : ofOwn;
}

/** What it costs to print a number so: how many steps it is off. */
export const costOf = (multiple: number, value: number): number =>
  Number.isNaN(value) ? 0 : Math.abs(multiple - value);

/** Whether a number is printed as the nearest; of a half both are. */
const isNearest = (multiple: number, value: number): boolean => !(Math.abs(multiple - value) > 0.5 + SAME);

/** What it costs that a level of the reference is not the nearest: it stands in many tables, and in every run of a municipality as the same. */
const REFERENCE = 0.8;

/** What it costs that a level is printed otherwise than by its own run, which stands in the same report. */
export const UNLIKE_OWN = 1;

/** What it costs that a difference, which is known better than a level and which sentences quote, is not the nearest. */
const DIFFERENCE = 0.5;

/** The same of a difference of a balance, on which the verdict rests. */
const BALANCE = 1;

/** What it costs that a difference which is nearest to 0 is printed as a whole step, as if something had changed. */
const NOTHING = 2;

/** What it costs to print what is not so: more than all else. */
const FALSE = 1000;

/** What it costs that the reference is printed so. */
export const costOfReference = (multiple: number, value: number): number =>
  costOf(multiple, value) + (isNearest(multiple, value) ? 0 : REFERENCE);

/**
 * Whether a difference may be printed so: less than a step from itself, and as 0 where it surely is less than half a step. One that has an
 * interval is printed within it, as that is printed.
 */
export function mayBe(multiple: number, row: Measured, step: number): boolean {
  const value = asSteps(row.estimate, step);
  if (Number.isNaN(value)) return true;
  if (Math.abs(multiple - value) >= 1 - SAME) return false;
  const ends = knownInterval(row)?.map((end) => asSteps(end, step));
  if (ends === undefined)
    return multiple === 0 || !(Math.abs(value) + (TWO_SIDED_95 * row.mcse) / step < 0.5);
  return multiple >= ends[0]! - 0.5 - SAME && multiple <= ends[1]! + 0.5 + SAME;
}

/** What it costs to print a difference so, be it ever so uncertain. @param off what it costs that it is not the nearest */
export const costOfChange = (multiple: number, value: number, off = DIFFERENCE): number =>
  costOf(multiple, value) +
  (multiple !== 0 && Math.abs(value) < 0.5 - SAME ? NOTHING : 0) +
  (isNearest(multiple, value) ? 0 : off);

/** What it costs that a difference is printed so. */
export function costOfDifference(multiple: number, row: Measured, step: number): number {
  const value = asSteps(row.estimate, step);
  if (Number.isNaN(value)) return 0;
  const names = accountsWith(row.measure);
  const isBalance = row.measure === names?.total || row.measure === names?.own;
  return (
    costOfChange(multiple, value, isBalance ? BALANCE : DIFFERENCE) + (mayBe(multiple, row, step) ? 0 : FALSE)
  );
}

/** What it costs that the municipality's own balance reads as if it paid for what nobody pays. */
const PARTS = 100;

/** A difference with the multiple of a step that is printed of it. */
interface PrintedDifference {
  readonly row: Measured;
  readonly multiple: number;
}

/**
 * What it costs that differences of amounts that stand below each other are printed so: where bijstand and programme read 0, and the
 * municipality's part of the programme rounds to 0 too, its balance is 0.
 */
export function costOfParts(differences: readonly PrintedDifference[], step: number): number {
  const names = accountsWith(differences[0]?.row.measure ?? '');
  const at = (name: string | undefined) => differences.find(({ row }) => row.measure === name);
  const [paid, spent, own] = [at(names?.bijstand), at(names?.programme), at(names?.own)];
  if (paid?.multiple !== 0 || spent?.multiple !== 0 || !own || own.multiple === 0) return 0;
  const part = -asSteps(own.row.estimate, step) - asSteps(paid.row.estimate, step);
  return isNearest(0, part) ? PARTS : 0;
}

/** The best of things by what each costs; of equal ones the first. */
export function cheapest<Each>(
  all: readonly Each[],
  costs: (each: Each) => number,
): { each: Each; cost: number } {
  let best: { each: Each; cost: number } | undefined;
  for (const each of all) {
    const cost = costs(each);
    if (best === undefined || cost < best.cost - SAME) best = { each, cost };
  }
  return best!;
}
