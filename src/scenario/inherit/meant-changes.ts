/** Changes that stand for others: of groups of numbers, and of alternatives. */

import type { z } from 'zod';
import { ALTERNATIVES } from '../../domain/parameters/alternatives.js';
import { isNumberNode, rounded } from '../../domain/parameters/quantity.js';
import { areUnlikeUnits } from '../../domain/schema/units.js';
import { suggest } from '../check/nearest.js';
import { unitAt } from '../check/schema-walk.js';
import { isSection, nodeOf } from './layers.js';

/** A path and what it is set to. */
interface Setting {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** Section of groups of numbers. */
export const GROUPS = 'groups';

/** The paths of the numbers in a group; undefined where a path is that of none. */
export function numbersOfGroup(tree: unknown, path: readonly string[]): string[] | undefined {
  const numbers = path.length === 2 && path[0] === GROUPS ? nodeOf(tree, [...path, 'numbers']) : undefined;
  return Array.isArray(numbers) && numbers.every((each) => typeof each === 'string') ? numbers : undefined;
}

/**
 * A change as it is meant for an alternative: the name of an answer makes it hold, and of two answers the other one takes the rest
 * of a weight.
 */
function meantChange<Changed extends Setting>(change: Changed, tree: unknown): Changed {
  const { path, value } = change;
  if (path[0] !== ALTERNATIVES) return change;
  if (path.length === 2 && typeof value === 'string') return { ...change, path: [...path, 'holds'] };
  const [option, part] = path.slice(3);
  const around = path.slice(0, 3);
  const isShare = typeof value === 'number' && value >= 0 && value <= 1;
  if (path.length !== 5 || part !== 'weight' || !isShare) return change;
  const names = Object.keys(nodeOf(tree, around) ?? {});
  if (names.length !== 2 || !names.includes(option!)) return change;
  const weights = names.map((name) => [name, { weight: name === option ? value : rounded(1 - value) }]);
  return { ...change, path: around, value: Object.fromEntries(weights) };
}

/** Two numbers of a group whose units differ, so that no value is that of both; undefined where there are none. */
function unlikeIn(numbers: readonly string[], schema: z.ZodType): [string, string] | undefined {
  const unitOf = (number: string) => unitAt(schema, number.split('.'));
  const [first = ''] = numbers;
  const other = numbers.find((number) => areUnlikeUnits(unitOf(first), unitOf(number)));
  return other === undefined ? undefined : [first, other];
}

/** Why a value cannot be set for a group: there is none of that name, or its numbers are of several units. */
export function refuseGroup(change: Setting, tree: unknown, schema: z.ZodType): string | undefined {
  const { path, value } = change;
  const isNumber = typeof value === 'number' || isNumberNode(value);
  if (path.length !== 2 || path[0] !== GROUPS || !isNumber) return undefined;
  const numbers = numbersOfGroup(tree, path);
  if (numbers === undefined)
    return `no group "${path.join('.')}"${suggest(path[1]!, Object.keys(nodeOf(tree, [GROUPS]) ?? {}))}`;
  const unlike = unlikeIn(numbers, schema)!;
  return `${path.join('.')}: ${unlike.map((each) => `"${each}" is in ${unitAt(schema, each.split('.'))}`).join(', ')}; one value cannot be that of both`;
}

/** What a change comes to in a tree: a value for a group of numbers is one for each of them, where they are of one unit. */
export function meantChanges<Changed extends Setting>(
  change: Changed,
  tree: unknown,
  schema: z.ZodType,
): Changed[] {
  const { path, value } = change;
  const numbers = numbersOfGroup(tree, path);
  const isGroup = value === null || isSection(value, path.at(-1));
  if (numbers === undefined || isGroup || unlikeIn(numbers, schema) !== undefined)
    return [meantChange(change, tree)];
  return numbers.map((number) => meantChange({ ...change, path: number.split('.') }, tree));
}
