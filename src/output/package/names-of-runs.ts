/** What runs are called that stand beside each other. */

import { basename, sep } from 'node:path';
import { distinctNames } from './footing.js';

/** The name of a folder without the parts of its path that are those of all at the beginning and at the end. */
function middleOf(folder: string, all: readonly string[]): string {
  const parts = all.map((path) => path.split(sep).filter((part) => part !== ''));
  const own = parts[all.indexOf(folder)]!;
  const [first] = parts;
  let [from, to] = [0, 0];
  while (from < own.length && parts.every((path) => path[from] === first![from])) from++;
  while (to < own.length - from && parts.every((path) => path.at(-1 - to) === first!.at(-1 - to))) to++;
  return own.slice(from, own.length - to).join(sep) || basename(folder);
}

/** Names of folders: as short as tells them apart. */
export function namesOfFolders(folders: readonly string[]): string[] {
  const short = [(folder: string) => basename(folder), (folder: string) => middleOf(folder, folders)];
  const telling = short.map((of) => folders.map(of)).find((names) => new Set(names).size === folders.length);
  return telling ?? [...folders];
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
