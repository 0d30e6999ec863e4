/** What a scenario names for others, and nothing uses: numbers to share, and questions. A name with a slip, or left over. */

import { resolve } from 'node:path';
import { ALTERNATIVES } from '../../domain/parameters/alternatives.js';
import { type ByAlternative, isByAlternative, isSameAs } from '../../domain/parameters/quantity.js';
import { choicePaths } from '../inherit/choices.js';
import type { Inherited } from '../inherit/inheritance.js';
import { nodeOf } from '../inherit/layers.js';
import { tiedPaths } from '../inherit/ties.js';
import { type Place, sayPosition } from './diagnostic.js';
import { unused as english, type UnusedWords } from './note-words.js';

const NUMBERS = 'numbers';

/** A number that is used nowhere, and where it is named. */
export interface UnusedNumber {
  readonly path: string;
  readonly place: Place;
}

/**
 * The entries of `numbers:` of a scenario's own file, or of the command line, that no place outside `numbers:` is the same as, nor
 * through another number; and those of `alternatives:` on which no number hangs. What it builds on may name numbers for others too.
 *
 * @param path the scenario's own file
 */
export function unusedNumbers(path: string, { tree, locate }: Inherited): UnusedNumber[] {
  const used = new Set<string>();
  const follow = (node: unknown): void => {
    if (isByAlternative(node)) Object.values(node.values).forEach(follow);
    if (!isSameAs(node)) return;
    for (const named of [node.same_as, ...(node.less ?? [])]) {
      if (used.has(named)) continue;
      used.add(named);
      follow(nodeOf(tree, named.split('.')));
    }
  };
  for (const tied of tiedPaths(tree)) if (tied[0] !== NUMBERS) follow(nodeOf(tree, tied));
  const asked = new Set(choicePaths(tree).map((path) => (nodeOf(tree, path) as ByAlternative).by));
  const unusedIn = (section: string, isUsed: (path: string) => boolean) =>
    Object.keys(tree[section] ?? {}).flatMap((name) => {
      const found = { path: `${section}.${name}`, place: locate([section, name], true) };
      const isOwn = resolve(found.place.file) === resolve(path) || found.place.line === 0;
      return isOwn && !isUsed(found.path) ? [found] : [];
    });
  return [
    ...unusedIn(NUMBERS, (each) => used.has(each)),
    ...unusedIn(ALTERNATIVES, (each) => asked.has(each)),
  ];
}

/** What to say of a number that is used nowhere. @param shorten a file as messages show it */
export function describeUnused(
  { path, place }: UnusedNumber,
  shorten: (file: string) => string,
  { nowhere, hangOn, writeNumber }: UnusedWords = english,
): string {
  const use = path.startsWith(`${ALTERNATIVES}.`) ? hangOn(path) : writeNumber(path);
  return nowhere(path, sayPosition(place, shorten), use);
}
