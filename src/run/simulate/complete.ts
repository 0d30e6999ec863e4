/** Whether existing results are the complete results of this run, so that there is nothing left to do. */

import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { sha256 } from '../../machine/folder.js';
import { wordsIn } from '../../output/words/words.js';
import type { Caller } from '../caller.js';
import type { WriteOptions } from '../plan/options.js';

/** The parts of a manifest that identify the run and show whether its files are unchanged. */
interface ManifestParts {
  readonly identity?: unknown;
  readonly outputs?: readonly { readonly path: string; readonly sha256: string }[];
}

/** Whether all files that a manifest lists exist unchanged and come from the run with this identity. */
export function isComplete(manifest: string, identity: string): boolean {
  try {
    const record = JSON.parse(readFileSync(manifest, 'utf8')) as ManifestParts;
    const isWhole = ({ path, sha256: hash }: { path: string; sha256: string }) =>
      sha256(readFileSync(join(dirname(manifest), path))) === hash;
    return record.identity === identity && record.outputs!.length > 0 && record.outputs!.every(isWhole);
  } catch {
    // Not a manifest written by a run, or one of its files is missing.
    return false;
  }
}

/** Whether a result folder holds the complete results of the run with this identity. */
export function isCompleteFolder(folder: string, identity: string): boolean {
  return existsSync(folder) && isComplete(join(folder, 'manifest.json'), identity);
}

/** Tells the caller that results are already complete. */
export function noteComplete(
  folder: string,
  { note, language = 'en' }: Pick<Caller, 'note' | 'language'>,
): void {
  note(wordsIn(language).screen.notes.complete(basename(folder), folder));
}

/** Whether a resumed run has nothing to do because its results are already complete; if so, notes that to the caller. */
export function hasNothingToDo(
  folder: string,
  identity: string,
  { resume, force }: Pick<WriteOptions, 'resume' | 'force'>,
  caller: Pick<Caller, 'note' | 'language'>,
): boolean {
  if (!resume || force || !isCompleteFolder(folder, identity)) return false;
  noteComplete(folder, caller);
  return true;
}
