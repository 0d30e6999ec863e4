/** What runs are called that stand beside each other. */

import { basename, resolve, sep } from 'node:path';
import { distinctNames } from './footing.js';

/** The parts of paths that are not those of all at the beginning and at the end. */
function middlesOf(folders: readonly string[]): string[][] {
  const parts = folders.map((folder) =>
    resolve(folder)
      .split(sep)
      .filter((part) => part !== ''),
  );
  const [first] = parts;
  return parts.map((own) => {
    let [from, to] = [0, 0];
    while (from < own.length && parts.every((path) => path[from] === first![from])) from++;
    while (to < own.length - from && parts.every((path) => path.at(-1 - to) === first!.at(-1 - to))) to++;
    return own.slice(from, own.length - to);
  });
}

/** Names of folders: their own, or the ends of what tells their paths apart, as short as keeps them apart. */
export function namesOfFolders(folders: readonly string[]): string[] {
  const isTelling = (names: readonly string[]) => new Set(names).size === folders.length;
  const own = folders.map((folder) => basename(resolve(folder)));
  const middles = middlesOf(folders);
  const longest = Math.max(0, ...middles.map(({ length }) => length));
  const tails = Array.from({ length: longest }, (_, i) =>
    middles.map((middle, which) => middle.slice(-1 - i).join(sep) || own[which]!),
  );
  return [own, ...tails].find(isTelling) ?? [...folders];
}

/** A run with what its municipality is called. */
interface Named {
  readonly folder: string;
  readonly municipality: string;
}

/** Whether several runs are all of one municipality, so that only what they set tells them apart. */
export const areOfOne = (runs: readonly Pick<Named, 'municipality'>[]): boolean =>
  runs.length > 1 && new Set(runs.map(({ municipality }) => municipality)).size === 1;

/** Names of runs: of their municipalities, numbered where one has several; of their folders where there is but one municipality. */
export function namesOfRuns(runs: readonly Named[]): string[] {
  return distinctNames(
    areOfOne(runs)
      ? namesOfFolders(runs.map(({ folder }) => folder))
      : runs.map(({ municipality }) => municipality),
  );
}
