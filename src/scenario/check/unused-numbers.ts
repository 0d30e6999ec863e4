/** Numbers that a scenario names for places to share, and that no place is the same as: a name with a slip, or left over. */

import { resolve } from 'node:path';
import { isSameAs } from '../../domain/parameters/quantity.js';
import type { Inherited } from '../inherit/inheritance.js';
import { nodeOf } from '../inherit/layers.js';
import { tiedPaths } from '../inherit/ties.js';
import type { Place } from './diagnostic.js';

const NUMBERS = 'numbers';

/** A number that is used nowhere, and where it is named. */
export interface UnusedNumber {
  readonly path: string;
  readonly place: Place;
}

/**
 * The entries of `numbers:` of a scenario's own file, or of the command line, that no place outside `numbers:` is the same as, nor
 * through another number. What it builds on may name numbers for others too.
 *
 * @param path the scenario's own file
 */
export function unusedNumbers(path: string, { tree, locate }: Inherited): UnusedNumber[] {
  const used = new Set<string>();
  const follow = (node: unknown): void => {
    if (!isSameAs(node) || used.has(node.same_as)) return;
    used.add(node.same_as);
    follow(nodeOf(tree, node.same_as.split('.')));
  };
  for (const tied of tiedPaths(tree)) if (tied[0] !== NUMBERS) follow(nodeOf(tree, tied));
  return Object.keys(tree[NUMBERS] ?? {}).flatMap((name) => {
    const found = { path: `${NUMBERS}.${name}`, place: locate([NUMBERS, name], true) };
    const isOwn = resolve(found.place.file) === resolve(path) || found.place.line === 0;
    return isOwn && !used.has(found.path) ? [found] : [];
  });
}

/** What to say of a number that is used nowhere. @param shorten a file as messages show it */
export function describeUnused({ path, place }: UnusedNumber, shorten: (file: string) => string): string {
  const { file, line, column } = place;
  const at = line === 0 ? file : `${shorten(file)}:${line}:${column}`;
  return `${path}: used nowhere (${at}); where it holds, write { same_as: ${path} }`;
}
