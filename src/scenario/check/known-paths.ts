/** Which paths a scenario has or may have, and what is said of one that it has not. */

import type { z } from 'zod';
import { isNumberNode } from '../../domain/parameters/quantity.js';
import { nodeOf } from '../inherit/layers.js';
import { nearNames, suggest } from './nearest.js';
import { namesAllowedAt, takesAnyName } from './schema-walk.js';

/** The path that messages give as an example. */
export const EXAMPLE = 'income.search_closed';
const LISTED_PATHS = 3;

/** Dotted paths of all leaves (numbers annotated or plain, texts, lists) of a tree. */
function leafPaths(node: unknown, path: readonly string[] = []): string[] {
  if (typeof node !== 'object' || node === null || Array.isArray(node) || isNumberNode(node)) {
    return [path.join('.')];
  }
  return Object.entries(node).flatMap(([key, value]) => leafPaths(value, [...path, key]));
}

/** Valid paths near a wrong one: each of its names near, else those that end in the same name. */
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
 * The end of a message about a wrong path: paths near it, else what there is where it leaves the tree; with a schema
 * also what could be there.
 */
export function suggestPaths(wrong: string, tree: unknown, schema?: z.ZodType): string {
  const near = nearPaths(wrong, tree);
  if (near.length > 0) return `; did you mean ${near.map((each) => `"${each}"`).join(' or ')}?`;
  const path = wrong.split('.');
  const known = path.findIndex((_, depth) => nodeOf(tree, path.slice(0, depth + 1)) === undefined);
  const parent = path.slice(0, known);
  const there = nodeOf(tree, parent);
  if (Array.isArray(there)) return `; "${parent.join('.')}" is a list of ${there.length}, counted from 0`;
  if (typeof there !== 'object' || there === null) {
    return `; "${parent.join('.')}" has no parts, set it as a whole`;
  }
  const allowed = schema === undefined ? [] : namesAllowedAt(schema, parent);
  const names = new Set([...Object.keys(there), ...allowed]);
  const hint = suggest(path[known]!, [...names]);
  return hint === '' ? `; expected a path such as ${EXAMPLE}` : hint;
}

/** Whether a path can be set: it stands in the tree, or the schema lets it stand there. */
function canBeSet(tree: unknown, path: readonly string[], schema: z.ZodType): boolean {
  if (nodeOf(tree, path) !== undefined) return true;
  const parent = path.slice(0, -1);
  const around = nodeOf(tree, parent);
  if (typeof around !== 'object' || around === null || Array.isArray(around)) return false;
  return namesAllowedAt(schema, parent).includes(path.at(-1)!) || takesAnyName(schema, parent);
}

/** Why nothing can stand at a path; undefined when something can. */
export function refusePath(path: readonly string[], tree: unknown, schema: z.ZodType): string | undefined {
  if (canBeSet(tree, path, schema)) return undefined;
  const name = path.join('.');
  return `no such path "${name}"${suggestPaths(name, tree, schema)}`;
}
