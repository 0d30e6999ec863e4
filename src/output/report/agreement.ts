/** What is printed of rows that stand together, so that levels, differences and sums agree as printed. */

import { groupBy } from '../../domain/group-by.js';
import { stepOf } from '../number.js';
import { type Errors, familyOf, keyOf, type Measured, type Printed, roundedAs } from './measured.js';
import { clean, SAME } from './round-to.js';
import { tellingError } from './telling-error.js';
import {
  asSteps,
  cheapest,
  costOf,
  costOfDifference,
  costOfParts,
  costOfReference,
  mayBe,
  UNLIKE_OWN,
  type Way,
  waysOf,
} from './ways.js';

/** Rows of a run, or of a point of a sweep. */
export interface ComparedRows {
  readonly levels: readonly Measured[];
  /** Differences from the reference. */
  readonly contrasts: readonly Measured[];
  /** Differences from the same approach at the base. */
  readonly changes: readonly Measured[];
  /** What the differences from the reference have changed by since the base; absent: nobody asks. */
  readonly shifts?: readonly Measured[];
}

/** Rows with what is printed of each. */
type PrintedRows = readonly (readonly [row: Measured, printed: Printed])[];

/** The levels of the base and their differences from the reference. */
export interface Base {
  readonly levels: PrintedRows;
  readonly contrasts: PrintedRows;
  /** What is printed of the levels beside it by themselves, which they keep where they can; absent: they are printed nowhere else. */
  readonly own?: ReadonlyMap<Measured, Printed>;
}

const NO_BASE: Base = { levels: [], contrasts: [] };

/** An approach in a family: its levels, and by level what it differs by. */
interface Side {
  readonly levels: readonly Measured[];
  readonly ways: readonly Way[];
  readonly contrasts: readonly (Measured | undefined)[];
  readonly changes: readonly (Change | undefined)[];
  readonly shifts: readonly (Change | undefined)[];
}

/** A difference from a number that is printed as a multiple of the step. */
interface Change {
  readonly row: Measured;
  readonly from: number;
}

/** Whether a level is another with a difference added, before anything is rounded. */
function isSum(level: Measured, before: Measured | undefined, gain: Measured | undefined): boolean {
  if (before === undefined || gain === undefined) return false;
  const sum = before.estimate + gain.estimate;
  return Math.abs(sum - level.estimate) <= SAME * Math.max(1, Math.abs(level.estimate));
}

/** What is printed of a difference as a multiple of a step. One that would say what is not so has a finer step of its own. */
function printedDifference(row: Measured, multiple: number, step: number, error: number): Printed {
  const telling = multiple === 0 && row.estimate !== 0 ? tellingError(row) : undefined;
  const own = telling ?? (mayBe(multiple, row, step) ? undefined : step / 10);
  return own === undefined
    ? { shown: clean(multiple * step), error }
    : { shown: roundedAs(row, own), error: own };
}

/** Prints the rows of one family: what is rounded together. */
function settleFamily(
  { levels, contrasts, changes, shifts = [] }: ComparedRows,
  reference: string,
  error: number,
  base: Base,
): (readonly [Measured, Printed])[] {
  const all = [...levels, ...contrasts, ...changes, ...shifts];
  const largest = Math.max(0, ...all.map(({ estimate }) => Math.abs(estimate)).filter(Number.isFinite));
  const step = stepOf(all[0]!.unit, largest || 1, error);
  const same = (row: Measured) => (other: Measured) =>
    other.approach === row.approach && keyOf(other) === keyOf(row);
  const levelOf = (row: Measured, approach: string) => levels.find(same({ ...row, approach }));
  /** How a row differs from that of the base, if it is the sum of both. */
  const changeOf = (own: Measured | undefined, all: readonly Measured[], at: PrintedRows) => {
    const row = own && all.find(same(own));
    const [before, printed] = (own && at.find(([each]) => same(own)(each))) ?? [];
    return row !== undefined && isSum(own!, before, row)
      ? { row, from: Math.round(printed!.shown / step) }
      : undefined;
  };
  const sides = [...groupBy(levels, ({ approach }) => approach)].map(([approach, own]): Side => {
    const told = own.map((level) => {
      const row = approach === reference ? undefined : contrasts.find(same(level));
      return isSum(level, levelOf(level, reference), row) ? row : undefined;
    });
    return {
      levels: own,
      ways: waysOf(own, step),
      contrasts: told,
      changes: own.map((level) => changeOf(level, changes, base.levels)),
      shifts: told.map((row) => changeOf(row, shifts, base.contrasts)),
    };
  });
  const first = sides.find((side) => side.levels[0]!.approach === reference);
  const others = sides.filter((side) => side !== first);
  /** What is printed of a level of the reference. */
  const before = (way: Way | undefined, level: Measured) =>
    way?.[first!.levels.findIndex((row) => keyOf(row) === keyOf(level))] ?? Number.NaN;
  /** The differences that a level so printed tells. */
  const differencesOf = (side: Side, way: Way, i: number, ofReference?: Way) => {
    const [contrast, change, shift] = [side.contrasts[i], side.changes[i], side.shifts[i]];
    const gain = way[i]! - before(ofReference, side.levels[i]!);
    return {
      ...(contrast && { contrast: { row: contrast, multiple: gain } }),
      ...(change && { change: { row: change.row, multiple: way[i]! - change.from } }),
      ...(shift && { shift: { row: shift.row, multiple: gain - shift.from } }),
    };
  };
  const costs = (side: Side, way: Way, ofReference?: Way) => {
    const told = side.levels.map((_, i) => differencesOf(side, way, i, ofReference));
    const cost = side === first ? costOfReference : costOf;
    const isUnlikeOwn = (level: Measured, multiple: number) => {
      const own = base.own?.get(level);
      return own !== undefined && Math.abs(own.shown / step - multiple) > 0.5;
    };
    const ofEach = told.reduce(
      (sum, { contrast, change, shift }, i) =>
        [contrast, change, shift].reduce(
          (more, each) => more + (each ? costOfDifference(each.multiple, each.row, step) : 0),
          sum +
            cost(way[i]!, asSteps(side.levels[i]!.estimate, step)) +
            (isUnlikeOwn(side.levels[i]!, way[i]!) ? UNLIKE_OWN : 0),
        ),
      0,
    );
    return (
      ofEach +
      costOfParts(
        told.flatMap(({ contrast }) => contrast ?? []),
        step,
      ) +
      costOfParts(
        told.flatMap(({ change }) => change ?? []),
        step,
      )
    );
  };
  const chooseOthers = (ofReference?: Way) =>
    others.map((side) => cheapest(side.ways, (way) => costs(side, way, ofReference)));
  const ofReference =
    first &&
    cheapest(
      first.ways,
      (way) => costs(first, way) + chooseOthers(way).reduce((sum, { cost }) => sum + cost, 0),
    ).each;
  const chosen = new Map(chooseOthers(ofReference).map(({ each }, i) => [others[i]!, each]));
  if (first !== undefined) chosen.set(first, ofReference!);
  const told = sides.flatMap((side) =>
    side.levels.flatMap((level, i): (readonly [Measured, Printed])[] => {
      const way = chosen.get(side)!;
      const multiple = way[i]!;
      return [
        [level, { shown: Number.isNaN(multiple) ? level.estimate : clean(multiple * step), error }],
        ...Object.values(differencesOf(side, way, i, ofReference)).map(
          (each) => [each.row, printedDifference(each.row, each.multiple, step, error)] as const,
        ),
      ];
    }),
  );
  const known = new Set(told.map(([row]) => row));
  return [...told, ...[contrasts, changes, shifts].flatMap((rows) => settleAlone(rows, known, step, error))];
}

/** Prints differences that no levels stand beside, or that are none of these. */
function settleAlone(
  rows: readonly Measured[],
  known: ReadonlySet<Measured>,
  step: number,
  error: number,
): (readonly [Measured, Printed])[] {
  const alone = rows.filter((row) => !known.has(row));
  return [...groupBy(alone, ({ approach }) => approach).values()].flatMap((own) => {
    const { each } = cheapest(waysOf(own, step), (way) =>
      own.reduce((sum, row, i) => sum + costOfDifference(way[i]!, row, step), 0),
    );
    return own.map((row, i) => [row, printedDifference(row, each[i]!, step, error)] as const);
  });
}

/** By row what is printed of it. */
export function settle(
  compared: ComparedRows,
  reference: string,
  errors: Errors,
  base: Base = NO_BASE,
): Map<Measured, Printed> {
  const { levels, contrasts, changes, shifts = [] } = compared;
  const byFamily = {
    levels: groupBy(levels, familyOf),
    contrasts: groupBy(contrasts, familyOf),
    changes: groupBy(changes, familyOf),
    shifts: groupBy(shifts, familyOf),
  };
  const families = groupBy([...levels, ...contrasts, ...changes, ...shifts], familyOf);
  return new Map(
    [...families].flatMap(([family, [row]]) => {
      const own = {
        levels: byFamily.levels.get(family) ?? [],
        contrasts: byFamily.contrasts.get(family) ?? [],
        changes: byFamily.changes.get(family) ?? [],
        shifts: byFamily.shifts.get(family) ?? [],
      };
      return settleFamily(own, reference, errors.get(row!)!, base);
    }),
  );
}
