/** Values that are set by hand and may not do what was meant: far outside the number's own range (often a slip of the comma), or empty. */

import { isAnnotated } from '../../domain/parameters/quantity.js';
import { isConditionName, nodeOf } from '../inherit/layers.js';
import type { Path } from '../yaml/yaml-file.js';

/** A value far outside the number's own range, or where it has none a thousand times as much, or as little, as it was. */
interface FarValue {
  readonly path: string;
  readonly value: number;
  /** The range; of a number without one its own value twice. */
  readonly low: number;
  readonly high: number;
}

/** How much a value may differ from a thousand times another, or a thousandth, to be one whose point was meant for thousands. */
const NEARLY = 0.1;

/** Whether one value is about a thousand times the other: 2.370 for 2370, or 2370 for 2.370. */
function isThousandfold(value: number, own: number): boolean {
  const isNear = (of: number) => Math.abs(value / of - 1) <= NEARLY;
  return isNear(1000 * own) || isNear(own / 1000);
}

/**
 * Whether a value lies far outside a range: beyond it by more than the range is wide or its end is large, or not 0 but less
 * than a tenth of its low end. Switching something off with 0 is no slip.
 */
function isFar(value: number, low: number, high: number): boolean {
  const width = high - low;
  const isSmall = value > 0 && value < low / 10;
  return (
    isSmall || value > high + Math.max(width, Math.abs(high)) || value < low - Math.max(width, Math.abs(low))
  );
}

/** The numbers of a value, with their paths; of annotated ones the value. */
function numbersOf(value: unknown, path: Path): { path: Path; value: number }[] {
  if (typeof value === 'number') return [{ path, value }];
  if (isAnnotated(value)) return [{ path, value: value.value }];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => numbersOf(part, [...path, key]));
}

/** What a reader should know of the values that have been set by hand. */
export interface SetByHand {
  readonly far: readonly FarValue[];
  /** Paths of empty sections, which leave what is there. */
  readonly kept: readonly string[];
}

/** Paths of changes to an empty section where there is one with names. */
function keptSections(
  tree: unknown,
  changes: readonly { readonly path: Path; readonly value: unknown }[],
): string[] {
  return changes.flatMap(({ path, value }) => {
    const before = nodeOf(tree, path);
    const isEmpty = typeof value === 'object' && value !== null && !Array.isArray(value);
    const isKept = isEmpty && Object.keys(value).length === 0 && Object.keys(before ?? {}).length > 0;
    return isKept && !path.some(isConditionName) ? [path.join('.')] : [];
  });
}

/** Values of a change that lie far outside the ranges that the numbers of a tree have of their own. */
function farValues(tree: unknown, change: { readonly path: Path; readonly value: unknown }): FarValue[] {
  return numbersOf(change.value, change.path).flatMap(({ path, value }) => {
    const node = nodeOf(tree, path);
    const before = isAnnotated(node) ? node.value : node;
    if (typeof before !== 'number') return [];
    const { low = before, high = before } = isAnnotated(node) ? node : {};
    const far = { path: path.join('.'), value };
    if (low < high && isFar(value, low, high)) return [{ ...far, low, high }];
    return isThousandfold(value, before) ? [{ ...far, low: before, high: before }] : [];
  });
}

/** What a reader should know of changes of a tree. */
export function noticeChanges(
  tree: unknown,
  changes: readonly { readonly path: Path; readonly value: unknown }[],
): SetByHand {
  return { far: changes.flatMap((change) => farValues(tree, change)), kept: keptSections(tree, changes) };
}

/** What to say of values set by hand. */
export function describeSetByHand({ far, kept }: SetByHand): string[] {
  const said = [...new Set(kept)].map(
    (path) => `${path}: {} keeps what is there; an empty value (null) takes it away`,
  );
  return [...describeFarValues(far), ...said];
}

/** One line for every path: its value, or how many of its values there are and between which they lie. */
function describeFarValues(found: readonly FarValue[]): string[] {
  return [...new Set(found.map(({ path }) => path))].map((path) => {
    const own = found.filter((each) => each.path === path);
    const values = [...new Set(own.map(({ value }) => value))].sort((a, b) => a - b);
    const { low, high } = own[0]!;
    if (low === high)
      return `${path}: ${values.join(', ')} where it was ${low}: a thousand times as much or as little; in numbers a point is the decimal point`;
    const what =
      values.length === 1
        ? `${values[0]} lies`
        : `${values.length} values (${values[0]} to ${values.at(-1)}) lie`;
    return `${path}: ${what} far outside its own range, ${low} to ${high}`;
  });
}
