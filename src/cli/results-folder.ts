/** Names of result folders, and the care not to replace one unasked. */

import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { CommandError } from './exit.js';

/** Name of the result folder of an input file: that of the file. */
export function slugOf(path: string): string {
  return basename(path).replace(/\.ya?ml$/, '');
}

/** Refuses to replace results unless asked. @throws CommandError naming the folders that exist. */
export function refuseExisting(folders: readonly string[], force: boolean): void {
  const taken = folders.filter((folder) => existsSync(folder));
  if (taken.length === 0 || force) return;
  throw new CommandError(
    `${taken.join(', ')}: exists already; use --force to replace it, or --out for another folder`,
  );
}
