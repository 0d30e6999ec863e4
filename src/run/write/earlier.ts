/** Results that a run replaces are kept beside the new ones, so that they can be got back. */

import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  statSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs';
import { basename, dirname, extname, isAbsolute, join, relative, resolve } from 'node:path';
import { naming } from '../../machine/file-error.js';
import { type PlacedFile, writeTogether } from '../../machine/folder.js';
import { makeFolder } from '../../machine/made-folder.js';
import { wordsIn } from '../../output/words/words.js';
import { isInside } from '../../scenario/real-path.js';
import type { Caller } from '../caller.js';
import type { WriteOptions } from '../plan/options.js';

/** Who is told what is kept. */
export interface Listener extends Pick<Caller, 'language'> {
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

/** Links in a folder and in those within it. */
function linksIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((each) => {
    const path = join(folder, each.name);
    if (each.isSymbolicLink()) return [path];
    return each.isDirectory() ? linksIn(path) : [];
  });
}

/** Makes a link of a folder that was moved lead where it led, where it said so from its old place; one to a place in the folder still does. */
function leadAsBefore(link: string, now: string, before: string): void {
  const said = readlinkSync(link);
  const target = resolve(dirname(join(before, relative(now, link))), said);
  if (isAbsolute(said) || target === before || isInside(before, target)) return;
  try {
    unlinkSync(link);
    symlinkSync(relative(realpathSync(dirname(link)), target), link);
  } catch {
    // In a folder that may only be read: the results, which have been moved, count for more.
  }
}

/** Moves a file or folder. A link leads where it led before, also when it said so from its old place. */
function move(path: string, to: string): void {
  const status = lstatSync(path);
  if (status.isSymbolicLink()) {
    symlinkSync(realpathSync(path), to);
    unlinkSync(path);
    return;
  }
  const before = realpathSync(path);
  renameSync(path, to);
  if (status.isDirectory()) for (const link of linksIn(to)) leadAsBefore(link, to, before);
}

/** Why what stands at a path could not be kept when it is replaced; undefined: it can. */
export function whyNotKept(path: string): string | undefined {
  const folder = join(dirname(path), EARLIER);
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return undefined;
  const why = (what: string, remedy: string) =>
    `${folder}: ${what}, and what is replaced is to be kept there; ${remedy}, or use --force to keep nothing`;
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    return why('is no folder', 'move it');
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return undefined;
  } catch {
    return why('no permission to write here', 'ask for permission');
  }
}

/**
 * Moves what stands under a name out of the way, `leiden` to `earlier/leiden-1`, and says so. Nothing is ever removed: what is there may be
 * the one run that took a night, or a note that somebody put beside it.
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
    // What follows a point in the name of a folder is a part of it: `pilot.v2`, a path of a number.
    const ending = statSync(path).isDirectory() ? '' : extname(path);
    const stem = basename(path, ending);
    naming(folder, () => {
      makeFolder(folder);
      const numbers = numbersOf(folder, stem, ending);
      const kept = join(folder, `${stem}-${(numbers.at(-1) ?? 0) + 1}${ending}`);
      move(path, kept);
      note?.(notes.kept(path, kept));
    });
  }
}

/** Whether a file has the bytes that are about to be written. */
export const isAsWritten = ({ path, content }: PlacedFile): boolean =>
  existsSync(path) && readFileSync(path).equals(Buffer.from(content));

/** Files of one folder that belong together, such as a document and its pictures. */
export interface Together {
  /** What all of them are called, in the name of the folder in which they are kept. */
  readonly name: string;
  /** The one that stands for all first; what is not there is passed over. */
  readonly paths: readonly string[];
}

/** Moves files that belong together into one folder, `earlier/report-1`, under their own names, by which they name each other; and says so. */
function keepTogether({ name, paths }: Together, { note, language = 'en' }: Listener): void {
  const [first, ...others] = paths.filter(isWorthKeeping);
  if (first === undefined) return;
  const folder = join(dirname(first), EARLIER);
  naming(folder, () => {
    const kept = join(folder, `${name}-${(numbersOf(folder, name, '').at(-1) ?? 0) + 1}`);
    makeFolder(kept);
    for (const path of [first, ...others]) move(path, join(kept, basename(path)));
    note?.(wordsIn(language).screen.notes.keptTogether(first, others.length, kept));
  });
}

/**
 * Writes files that belong together. What they replace is kept, but only once they are complete: a disk that is full takes nothing away.
 *
 * @param replaced by folder, whatever is there under their names, and others that are of no use without those or beside the new ones
 */
export function writeKeeping(
  files: readonly PlacedFile[],
  replaced: readonly Together[],
  options: Pick<WriteOptions, 'force'>,
  listener: Listener,
): void {
  const keep = () => {
    for (const each of replaced) keepTogether(each, listener);
  };
  writeTogether(files, options.force ? undefined : keep);
}
