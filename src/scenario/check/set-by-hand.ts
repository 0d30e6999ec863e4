/** Values set by hand that are probably mistakes: far outside the number's range (often a misplaced decimal comma), or empty. */

import { isAnnotated } from '../../domain/parameters/quantity.js';
import { isConditionName, nodeOf } from '../inherit/layers.js';
import type { Path } from '../yaml/yaml-file.js';
import { setByHand as english, type SetByHandWords } from './note-words.js';

/** A value far outside the number's range or, for a number without a range, about a thousand times larger or smaller than before. */
interface FarValue {
  readonly path: string;
  readonly value: number;
  /** The range; for a number without one, its value twice. */
  readonly low: number;
  readonly high: number;
}

/** How close a ratio must be to 1000 or 1/1000 to suspect a point that was meant to separate thousands. */
const NEARLY = 0.1;

/** Whether one value is about a thousand times the other: 2.370 for 2370, or 2370 for 2.370. */
function isThousandfold(value: number, own: number): boolean {
  const isNear = (of: number) => Math.abs(value / of - 1) <= NEARLY;
  return isNear(1000 * own) || isNear(own / 1000);
}

/**
 * Whether a value lies far outside a range: beyond an end by more than the width of the range and the size of that end, or below
 * a tenth of the low end. Zero is allowed, since it switches something off.
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

/** What the reader should know about values set by hand. */
export interface SetByHand {
  readonly far: readonly FarValue[];
  /** Paths set to empty sections, which change nothing. */
  readonly kept: readonly string[];
}

/** Paths where an empty section is set over one with names. */
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

/** Values of a change that lie far outside the ranges in the tree. */
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

/** What the reader should know about changes to a tree. */
export function noticeChanges(
  tree: unknown,
  changes: readonly { readonly path: Path; readonly value: unknown }[],
): SetByHand {
  return { far: changes.flatMap((change) => farValues(tree, change)), kept: keptSections(tree, changes) };
}

/** The messages about values set by hand. */
export function describeSetByHand({ far, kept }: SetByHand, words: SetByHandWords = english): string[] {
  return [...describeFarValues(far, words), ...[...new Set(kept)].map(words.kept)];
}

/** One line for each path: its value, or the number of values and their range. */
function describeFarValues(found: readonly FarValue[], words: SetByHandWords): string[] {
  return [...new Set(found.map(({ path }) => path))].map((path) => {
    const own = found.filter((each) => each.path === path);
    const values = [...new Set(own.map(({ value }) => value))].sort((a, b) => a - b).map(words.number);
    const [low, high] = [own[0]!.low, own[0]!.high].map(words.number) as [string, string];
    if (low === high) return words.thousandfold(path, values.join(words.between), low);
    return values.length === 1
      ? words.farOne(path, values[0]!, low, high)
      : words.farMany(path, String(values.length), values[0]!, values.at(-1)!, low, high);
  });
}
