/** Which paths a scenario has or may have, and messages about wrong paths. */

import type { z } from 'zod';
import { isNumberNode } from '../../domain/parameters/quantity.js';
import type { Inherited } from '../inherit/inheritance.js';
import { nodeOf } from '../inherit/layers.js';
import { sayPlace, shortenPath } from './diagnostic.js';
import { nearNames, suggest } from './nearest.js';
import { namesAllowedAt, takesAnyName } from './schema-walk.js';

/** The example path in messages. */
export const EXAMPLE = 'income.search_closed';
const LISTED_PATHS = 3;

/** Dotted paths of all leaves (numbers annotated or plain, texts, lists) of a tree. */
function leafPaths(node: unknown, path: readonly string[] = []): string[] {
  if (typeof node !== 'object' || node === null || Array.isArray(node) || isNumberNode(node)) {
    return [path.join('.')];
  }
  return Object.entries(node).flatMap(([key, value]) => leafPaths(value, [...path, key]));
}

/** A tree, with the layers that set or removed each node. */
export type Known = Pick<Inherited, 'settings'> & { readonly tree: unknown };

/** The end of a message about a path through a node that a layer has removed; undefined for other paths. */
export function sayTakenAway(
  path: readonly string[],
  { settings }: Pick<Known, 'settings'>,
): string | undefined {
  for (let length = 1; length <= path.length; length += 1) {
    const at = path.slice(0, length);
    const holding = settings(at)[0];
    if (holding?.value !== null) continue;
    const where = sayPlace(holding.place, shortenPath);
    return `; "${at.join('.')}" is removed (${where})`;
  }
  return undefined;
}

/** Valid paths that resemble a wrong one: those with similar names throughout, else those that end in the same name. */
function nearPaths(wrong: string, tree: unknown): string[] {
  const names = wrong.split('.');
  const all = leafPaths(tree);
  const alike = all.filter((path) => {
    const others = path.split('.');
    return (
      others.length === names.length && names.every((name, i) => nearNames(name, [others[i]!]).length > 0)
    );
  });
  const sameEnd = all.filter((path) => path.split('.').at(-1) === names.at(-1));
  return [...new Set([...nearNames(wrong, alike), ...sameEnd])].slice(0, LISTED_PATHS);
}

/**
 * The end of a message about a wrong path: that it was removed, similar paths, or else the names available where the path leaves
 * the tree; with a schema also names that could be added there.
 */
export function suggestPaths(wrong: string, known: Known, schema?: z.ZodType): string {
  const { tree } = known;
  const gone = sayTakenAway(wrong.split('.'), known);
  if (gone !== undefined) return gone;
  const near = nearPaths(wrong, tree);
  if (near.length > 0) return `; did you mean ${near.map((each) => `"${each}"`).join(' or ')}?`;
  const path = wrong.split('.');
  const depth = path.findIndex((_, i) => nodeOf(tree, path.slice(0, i + 1)) === undefined);
  const parent = path.slice(0, depth);
  const there = nodeOf(tree, parent);
  if (Array.isArray(there)) return `; "${parent.join('.')}" is a list of ${there.length}, counted from 0`;
  if (typeof there !== 'object' || there === null) {
    return `; "${parent.join('.')}" has no parts, set it as a whole`;
  }
  const allowed = schema === undefined ? [] : namesAllowedAt(schema, parent);
  const names = new Set([...Object.keys(there), ...allowed]);
  const hint = suggest(path[depth]!, [...names]);
  return hint === '' ? `; expected a path such as ${EXAMPLE}` : hint;
}

/** Whether a path can be set: it is in the tree, or the schema allows it. */
function canBeSet(tree: unknown, path: readonly string[], schema: z.ZodType): boolean {
  if (nodeOf(tree, path) !== undefined) return true;
  const parent = path.slice(0, -1);
  const around = nodeOf(tree, parent);
  if (typeof around !== 'object' || around === null || Array.isArray(around)) return false;
  return namesAllowedAt(schema, parent).includes(path.at(-1)!) || takesAnyName(schema, parent);
}

/** Why a path cannot be set; undefined when it can. */
export function refusePath(path: readonly string[], known: Known, schema: z.ZodType): string | undefined {
  if (canBeSet(known.tree, path, schema)) return undefined;
  const name = path.join('.');
  return `no such path "${name}"${suggestPaths(name, known, schema)}`;
}
