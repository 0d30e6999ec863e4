/** Results that are there already: whether they are those of this very run, which then has nothing to do. */

import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { sha256 } from '../../machine/folder.js';
import type { Caller } from '../caller.js';
import type { WriteOptions } from '../plan/options.js';

/** The parts of a manifest that tell whose results they are, and whether they are still as they were written. */
interface Told {
  readonly identity?: unknown;
  readonly outputs?: readonly { readonly path: string; readonly sha256: string }[];
}

/** Whether the files that a manifest lists are there, as they were written, and by the run with this identity. */
export function isComplete(manifest: string, identity: string): boolean {
  try {
    const told = JSON.parse(readFileSync(manifest, 'utf8')) as Told;
    const isWhole = ({ path, sha256: hash }: { path: string; sha256: string }) =>
      sha256(readFileSync(join(dirname(manifest), path))) === hash;
    return told.identity === identity && told.outputs!.length > 0 && told.outputs!.every(isWhole);
  } catch {
    // Not a manifest that a run writes, or one of its files is gone.
    return false;
  }
}

/** Whether a result folder holds the whole results of the run with this identity. */
export function isCompleteFolder(folder: string, identity: string): boolean {
  return existsSync(folder) && isComplete(join(folder, 'manifest.json'), identity);
}

/** What to say of results that are complete. */
export function describeComplete(folder: string): string {
  return `${basename(folder)}: complete already, nothing to do; the results are in ${folder}`;
}

/** Whether a run to be resumed has nothing to do, since a folder holds its whole results; then the caller is told. */
export function hasNothingToDo(
  folder: string,
  identity: string,
  { resume, force }: Pick<WriteOptions, 'resume' | 'force'>,
  { note }: Pick<Caller, 'note'>,
): boolean {
  if (!resume || force || !isCompleteFolder(folder, identity)) return false;
  note(describeComplete(folder));
  return true;
}
