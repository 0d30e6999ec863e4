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
  costOfReference,
  mayBe,
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
}

/** The levels of the base, with what is printed of each. */
type Base = readonly (readonly [level: Measured, printed: Printed])[];

/** An approach in a family: its levels, and by level what it differs by. */
interface Side {
  readonly levels: readonly Measured[];
  readonly ways: readonly Way[];
  readonly contrasts: readonly (Measured | undefined)[];
  readonly changes: readonly (Change | undefined)[];
}

/** A difference from a level that is printed as a multiple of the step. */
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
  { levels, contrasts, changes }: ComparedRows,
  reference: string,
  error: number,
  base: Base,
): (readonly [Measured, Printed])[] {
  const all = [...levels, ...contrasts, ...changes];
  const largest = Math.max(0, ...all.map(({ estimate }) => Math.abs(estimate)).filter(Number.isFinite));
  const step = stepOf(all[0]!.unit, largest || 1, error);
  const same = (row: Measured) => (other: Measured) =>
    other.approach === row.approach && keyOf(other) === keyOf(row);
  const levelOf = (row: Measured, approach: string) => levels.find(same({ ...row, approach }));
  const changeOf = (level: Measured): Change | undefined => {
    const row = changes.find(same(level));
    const [before, printed] = base.find(([each]) => same(level)(each)) ?? [];
    return row !== undefined && isSum(level, before, row)
      ? { row, from: Math.round(printed!.shown / step) }
      : undefined;
  };
  const sides = [...groupBy(levels, ({ approach }) => approach)].map(
    ([approach, own]): Side => ({
      levels: own,
      ways: waysOf(own, step),
      contrasts: own.map((level) => {
        const row = approach === reference ? undefined : contrasts.find(same(level));
        return isSum(level, levelOf(level, reference), row) ? row : undefined;
      }),
      changes: own.map(changeOf),
    }),
  );
  const first = sides.find((side) => side.levels[0]!.approach === reference);
  const others = sides.filter((side) => side !== first);
  /** What is printed of a level of the reference. */
  const before = (way: Way | undefined, level: Measured) =>
    way?.[first!.levels.findIndex((row) => keyOf(row) === keyOf(level))] ?? Number.NaN;
  const costs = (side: Side, way: Way, ofReference?: Way) =>
    side.levels.reduce((sum, level, i) => {
      const [multiple, contrast, change] = [way[i]!, side.contrasts[i], side.changes[i]];
      const cost = side === first ? costOfReference : costOf;
      return (
        sum +
        cost(multiple, asSteps(level.estimate, step)) +
        (contrast ? costOfDifference(multiple - before(ofReference, level), contrast, step) : 0) +
        (change ? costOfDifference(multiple - change.from, change.row, step) : 0)
      );
    }, 0);
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
      const multiple = chosen.get(side)![i]!;
      const [contrast, change] = [side.contrasts[i], side.changes[i]];
      const difference = (row: Measured, from: number) =>
        [row, printedDifference(row, multiple - from, step, error)] as const;
      return [
        [level, { shown: Number.isNaN(multiple) ? level.estimate : clean(multiple * step), error }],
        ...(contrast ? [difference(contrast, before(ofReference, level))] : []),
        ...(change ? [difference(change.row, change.from)] : []),
      ];
    }),
  );
  const known = new Set(told.map(([row]) => row));
  return [...told, ...[contrasts, changes].flatMap((rows) => settleAlone(rows, known, step, error))];
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
  base: Base = [],
): Map<Measured, Printed> {
  const { levels, contrasts, changes } = compared;
  const byFamily = {
    levels: groupBy(levels, familyOf),
    contrasts: groupBy(contrasts, familyOf),
    changes: groupBy(changes, familyOf),
  };
  const families = groupBy([...levels, ...contrasts, ...changes], familyOf);
  return new Map(
    [...families].flatMap(([family, [row]]) => {
      const own = {
        levels: byFamily.levels.get(family) ?? [],
        contrasts: byFamily.contrasts.get(family) ?? [],
        changes: byFamily.changes.get(family) ?? [],
      };
      return settleFamily(own, reference, errors.get(row!)!, base);
    }),
  );
}
