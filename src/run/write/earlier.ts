/** Results that a run replaces are kept beside the new ones, so that they can be got back. */

import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { naming } from '../../machine/file-error.js';
import { makeFolder } from '../../machine/made-folder.js';
import { wordsIn } from '../../output/words/words.js';
import type { Caller } from '../caller.js';
import type { WriteOptions } from '../plan/options.js';

/** Who is told what is kept. */
interface Listener extends Pick<Caller, 'language'> {
  readonly note?: Caller['note'] | undefined;
}

/** Folder, beside the results, of what was replaced. */
const EARLIER = 'earlier';

/**
 * Whether a name is that of the folder of what was replaced, wherever results lie: some disks know no capitals, or leave out spaces
 * and full stops at the end of a name.
 */
export function isOfEarlier(name: string): boolean {
  return name.toLowerCase().replace(/[\s.]+$/, '') === EARLIER;
}

/** How many of one name are kept. */
const KEPT = 9;

/** The numbers under which something is kept. */
function numbersOf(folder: string, stem: string, ending: string): number[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${stem}-`) && name.endsWith(ending))
    .map((name) => name.slice(stem.length + 1, name.length - ending.length))
    .filter((number) => /^[1-9]\d*$/.test(number))
    .map(Number)
    .sort((a, b) => a - b);
}

/** Whether there is something to keep at a path. */
function isWorthKeeping(path: string): boolean {
  const status = statSync(path, { throwIfNoEntry: false });
  return status?.isDirectory() === true ? readdirSync(path).length > 0 : status !== undefined;
}

/**
 * Moves what stands under a name out of the way, `leiden` to `earlier/leiden-1`, and says so. Of more than {@link KEPT} of one
 * name the oldest is removed.
 *
 * @param paths files or folders; what is not there is passed over
 */
export function keepEarlier(
  paths: readonly string[],
  { force }: Pick<WriteOptions, 'force'>,
  { note, language = 'en' }: Listener,
): void {
  const { notes } = wordsIn(language).screen;
  for (const path of force ? [] : paths.filter(isWorthKeeping)) {
    const folder = join(dirname(path), EARLIER);
    const ending = extname(path);
    const stem = basename(path, ending);
    naming(folder, () => {
      makeFolder(folder);
      const numbers = numbersOf(folder, stem, ending);
      const at = (number: number) => join(folder, `${stem}-${number}${ending}`);
      const kept = at((numbers.at(-1) ?? 0) + 1);
      renameSync(path, kept);
      const removed = numbers.slice(0, Math.max(0, numbers.length + 1 - KEPT)).map(at);
      for (const old of removed) rmSync(old, { recursive: true, force: true });
      const gone = removed.length === 0 ? '' : notes.gone(String(KEPT), removed.join(', '));
      note?.(`${notes.kept(path, kept)}${gone}`);
    });
  }
}
