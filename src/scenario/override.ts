/** `--set path=value`: changes a number of a scenario from the command line. */

import { parseDocument } from 'yaml';
import { isAnnotated } from '../domain/quantity.js';
import { nodeOf } from './issues.js';
import { nearestName } from './nearest.js';

/** Dotted paths of all leaves (numbers annotated or plain, texts, lists) of a tree. */
function leafPaths(node: unknown, path: readonly string[] = []): string[] {
  if (typeof node !== 'object' || node === null || Array.isArray(node) || isAnnotated(node))
    return [path.join('.')];
  return Object.entries(node).flatMap(([key, value]) => leafPaths(value, [...path, key]));
}

/** Up to three valid paths near a wrong one: those that end in the same name first, then the nearest by letters. */
function nearPaths(wrong: string, tree: unknown): string[] {
  const all = leafPaths(tree);
  const last = wrong.split('.').at(-1) ?? wrong;
  const sameEnd = all.filter((path) => path.split('.').at(-1) === last);
  const nearest = nearestName(wrong, all);
  return [...new Set([...(nearest === undefined ? [] : [nearest]), ...sameEnd])].slice(0, 3);
}

function setAt(node: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(node))
    return node.map((item, i) => (String(i) === key ? setAt(item, rest, value) : item));
  return {
    ...(node as Record<string, unknown>),
    [key]: setAt((node as Record<string, unknown>)[key], rest, value),
  };
}

/**
 * Applies settings `path=value` to a tree. A number set this way has no range: it holds in every parameter draw.
 *
 * @returns the changed tree, and a message for each setting that does not fit
 */
export function applyOverrides(tree: Record<string, unknown>, settings: readonly string[]) {
  const problems: string[] = [];
  let changed: unknown = tree;
  for (const setting of settings) {
    const at = setting.indexOf('=');
    if (at < 1) {
      problems.push(`--set ${setting}: expected path=value, such as income.search_closed=0.8`);
      continue;
    }
    const name = setting.slice(0, at);
    const path = name.split('.');
    const before = nodeOf(changed, path);
    if (before === undefined) {
      const near = nearPaths(name, changed);
      const hint = near.length > 0 ? `; did you mean ${near.map((each) => `"${each}"`).join(' or ')}?` : '';
      problems.push(`--set ${setting}: no such path "${name}"${hint}`);
      continue;
    }
    const value: unknown = parseDocument(setting.slice(at + 1)).toJS();
    const old = isAnnotated(before) ? before : undefined;
    const set =
      old !== undefined && typeof value === 'number'
        ? { value, distribution: 'fixed', unit: old.unit, source: 'command line (--set)' }
        : value;
    changed = setAt(changed, path, set);
  }
  return { tree: changed as Record<string, unknown>, problems };
}
