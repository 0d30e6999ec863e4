/** Names of result folders, the check that nothing else is replaced, and messages about unreadable ones. */

import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { FolderProblem } from '../../output/package/folder-problem.js';
import { InputProblem } from '../../scenario/check/diagnostic.js';
import { Refusal } from '../refusal.js';
import { isOfEarlier, whyNotKept } from './earlier.js';

/** Name of the result folder of an input file: that of the file. @throws Refusal where the file has no usable name */
export function slugOf(path: string): string {
  const slug = basename(path).replace(/\.ya?ml$/, '');
  if (/^\.*$/.test(slug))
    throw new Refusal(`${path}: expected a file name that can also name its result folder`);
  return slug;
}

/**
 * Refuses the one name that a result folder cannot have: what is replaced there is kept in a folder of that name, of which results
 * would be a part.
 *
 * @param given what has the name, as the user knows it
 * @throws Refusal which also says what to rename
 */
export function refuseNameOfEarlier(given: string, name: string, remedy: string): void {
  if (isOfEarlier(name))
    throw new Refusal(
      `${given}: "${name}" is the name of the folder in which results that were replaced are kept; ${remedy}`,
    );
}

/** Whether a folder holds results or is empty. */
function isReplaceable(folder: string): boolean {
  const files = readdirSync(folder);
  return files.length === 0 || files.includes('manifest.json');
}

/** Why an existing file or folder must not be replaced, even with --force; undefined where it may be. */
function refuseKind(kind: 'file' | 'folder', path: string): string | undefined {
  const isFolder = statSync(path).isDirectory();
  if (kind === 'file') return isFolder ? `${path}: is a folder; expected a file or nothing there` : undefined;
  if (!isFolder) return `${path}: is a file; expected a folder or nothing there`;
  if (isReplaceable(path)) return undefined;
  return `${path}: holds other things than results, which would be replaced; use --out for another folder`;
}

/** A file in the place of one of the parent folders of a path; undefined when there is none. */
function fileAbove(path: string): string | undefined {
  let above = dirname(resolve(path));
  while (!existsSync(above) && dirname(above) !== above) above = dirname(above);
  return statSync(above).isDirectory() ? undefined : above;
}

/**
 * Refuses to write over what is not results, and over other results than those that are to be gone on with. Other results are
 * replaced, and kept (see {@link keepEarlier}).
 *
 * @param resume whether they were to be those of an interrupted run
 * @throws Refusal naming what is in the way
 */
export function refuseForeign(
  kind: 'file' | 'folder',
  paths: readonly string[],
  force: boolean,
  resume = false,
): void {
  for (const path of paths) {
    if (kind === 'folder') refuseNameOfEarlier(path, basename(path), 'give it another name');
    const above = fileAbove(path);
    if (above !== undefined)
      throw new Refusal(
        `${path}: a file is in the way of a folder; choose another folder with --out, or move ${above}`,
      );
  }
  const taken = paths.filter((path) => existsSync(path));
  if (taken.length === 0) return;
  if (resume && !force)
    throw new Refusal(
      `${taken.join(', ')}: exists already with results that are not of this run (of other settings or another version, or changed since), which cannot be resumed; leave out --resume to replace it (it is kept in earlier/), or use --out for another folder`,
    );
  const notKept = force ? [] : [...new Set(taken.flatMap((path) => whyNotKept(path) ?? []))];
  const refused = [...taken.flatMap((path) => refuseKind(kind, path) ?? []), ...notKept];
  if (refused.length > 0) throw new Refusal(refused.join('\n'));
}

/** Runs a function that reads a result folder. @throws Refusal with what is wrong with its files */
export async function readable<Result>(
  folder: string,
  read: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    // Its message already names file, line and cell.
    if (error instanceof InputProblem) throw error;
    if (error instanceof FolderProblem) throw new Refusal(error.message);
    const message = error instanceof Error ? error.message : String(error);
    throw new Refusal(`${folder}: cannot be read: ${message}`);
  }
}
