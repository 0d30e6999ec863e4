/** Names of result folders, the care not to replace one unasked, and what to say of one that cannot be read. */

import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { InputProblem } from '../../scenario/check/diagnostic.js';
import { Refusal } from '../refusal.js';

/** Name of the result folder of an input file: that of the file. @throws Refusal where that names no folder */
export function slugOf(path: string): string {
  const slug = basename(path).replace(/\.ya?ml$/, '');
  if (/^\.*$/.test(slug))
    throw new Refusal(`${path}: expected a file with a name, which its result folder can bear`);
  return slug;
}

/** Whether something is a folder of results, or one with nothing in it. */
function isReplaceable(folder: string): boolean {
  const files = readdirSync(folder);
  return files.length === 0 || files.includes('manifest.json');
}

/** What stands where a file or folder is to be written and must not be replaced, even with --force. */
function refuseKind(kind: 'file' | 'folder', path: string): string | undefined {
  const isFolder = statSync(path).isDirectory();
  if (kind === 'file') return isFolder ? `${path}: is a folder; expected a file or nothing there` : undefined;
  if (!isFolder) return `${path}: is a file; expected a folder or nothing there`;
  if (isReplaceable(path)) return undefined;
  return `${path}: holds other things than results, which would be replaced; use --out for another folder`;
}

/** The file that stands where a folder is needed above a path; undefined when there is none. */
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
  refuseExisting(kind, paths, force || !resume, resume);
}

/**
 * Refuses to replace results unless asked, and anything else at all.
 *
 * @param resume whether they were to be those of an interrupted run
 * @throws Refusal naming what exists, or what is in the way
 */
export function refuseExisting(
  kind: 'file' | 'folder',
  paths: readonly string[],
  force: boolean,
  resume = false,
): void {
  for (const path of paths) {
    const above = fileAbove(path);
    if (above !== undefined)
      throw new Refusal(
        `${path}: a file is in the way of a folder; choose another folder with --out, or move ${above}`,
      );
  }
  const taken = paths.filter((path) => existsSync(path));
  if (taken.length === 0) return;
  const what = resume
    ? ' with results that are not of this run (of other settings or another version, or changed since), which cannot be resumed'
    : '';
  if (!force)
    throw new Refusal(
      `${taken.join(', ')}: exists already${what}; use --force to replace it, or --out for another folder`,
    );
  const refused = taken.flatMap((path) => refuseKind(kind, path) ?? []);
  if (refused.length > 0) throw new Refusal(refused.join('\n'));
}

/** Makes something from the files of a result folder. @throws Refusal with what is wrong with them */
export async function readable<Result>(
  folder: string,
  read: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    // It names file, line and cell itself.
    if (error instanceof InputProblem) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new Refusal(message.startsWith(folder) ? message : `${folder}: cannot be read: ${message}`);
  }
}
