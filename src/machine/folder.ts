/** Writes files and folders so that whatever has its final name is always complete. */

import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { naming } from './file-error.js';
import { makeFolder } from './made-folder.js';
import { isThere } from './process.js';

/** Contents of a file by its name. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A file, and where it should be written. */
export interface PlacedFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Files under their names in a folder. */
export const placedIn = (folder: string, files: Files): PlacedFile[] =>
  Object.entries(files).map(([name, content]) => ({ path: join(folder, name), content }));

/** SHA-256 of a text or bytes, in hexadecimal. */
export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The temporary name of a file or folder until it is complete. It contains the machine's name, since clusters share disks. */
function temporaryName(path: string, pid: number | string): string {
  return `.${basename(path)}.${hostname()}.${pid}.tmp`;
}

/**
 * Whether a process may still be writing. Containers reuse process numbers, so a file with our own number is not from a process
 * still at work.
 */
function isAtWork(pid: number): boolean {
  return pid !== process.pid && isThere(pid);
}

/**
 * Removes what killed processes of this machine left behind. If a process was killed while replacing a folder, so that no folder
 * is left in its place, the old one is put back.
 */
function removeLeftovers(path: string): void {
  const [before, after] = temporaryName(path, '/').split('/') as [string, string];
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(before)) continue;
    const match = /^(\d+)(.*)$/.exec(name.slice(before.length));
    if (match === null || ![after, `${after}.old`].includes(match[2]!) || isAtWork(Number(match[1])))
      continue;
    const leftover = join(dirname(path), name);
    if (match[2] !== after && !existsSync(path)) renameSync(leftover, path);
    else rmSync(leftover, { recursive: true, force: true });
  }
}

/** Writes a file through to the disk: a network disk may only then report that it is full. */
function writeFile(path: string, content: string | Uint8Array): void {
  writeFileSync(path, content, { flush: true });
}

/** A temporary name next to a path, in a folder that is there; `takeBack` removes that again if it was made for this and is empty. */
function prepare(path: string): { readonly temporary: string; readonly takeBack: () => void } {
  const takeBack = makeFolder(dirname(path));
  removeLeftovers(path);
  return { temporary: join(dirname(path), temporaryName(path, process.pid)), takeBack };
}

/**
 * Writes files into a folder with a temporary name next to the final one, and renames it when all are complete. An existing folder
 * is only replaced at that moment.
 *
 * @param makeWay called just before that; may move the existing folder elsewhere
 */
export function writeFolder(folder: string, files: Files, makeWay: () => void = () => {}): void {
  naming(folder, () => {
    const { temporary, takeBack } = prepare(folder);
    try {
      mkdirSync(temporary);
      for (const [name, text] of Object.entries(files)) writeFile(join(temporary, name), text);
      makeWay();
      const old = `${temporary}.old`;
      if (existsSync(folder)) renameSync(folder, old);
      renameSync(temporary, folder);
      rmSync(old, { recursive: true, force: true });
    } catch (error) {
      rmSync(temporary, { recursive: true, force: true });
      takeBack();
      throw error;
    }
  });
}

/** Whether a path is a device or a pipe, which takes bytes as they come and must not be replaced by a file. */
function isStream(path: string): boolean {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return false;
  return !(status.isFile() || status.isDirectory()) || /^\/dev\/(std(out|err)$|fd\/)|^\/proc\//.test(path);
}

/** The file behind a path. Of a link that is its target, which is what gets replaced. */
function targetOf(path: string): string {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true && existsSync(path)
    ? realpathSync(path)
    : path;
}

/**
 * Writes a file under a temporary name next to its own and renames it. Nothing is left behind on failure.
 *
 * @param write receives the temporary name
 */
export function writeBeside(path: string, write: (temporary: string) => void): void {
  naming(path, () => {
    const target = targetOf(path);
    const { temporary, takeBack } = prepare(target);
    try {
      write(temporary);
      renameSync(temporary, target);
    } finally {
      rmSync(temporary, { force: true });
      takeBack();
    }
  });
}

/**
 * Writes files that belong together, under temporary names until all are complete. If one cannot be written, none appears.
 *
 * @param makeWay called when all are complete, to move elsewhere what has their names; a link is moved too, not written through
 */
export function writeTogether(files: readonly PlacedFile[], makeWay?: () => void): void {
  const temporaries = new Map<string, string>();
  const takeBack: (() => void)[] = [];
  try {
    for (const { path, content } of files) {
      naming(path, () => {
        const target = makeWay === undefined ? targetOf(path) : path;
        const { temporary, takeBack: takeFolderBack } = prepare(target);
        takeBack.push(takeFolderBack);
        temporaries.set(target, temporary);
        writeFile(temporary, content);
      });
    }
    makeWay?.();
    for (const [target, temporary] of temporaries) naming(target, () => renameSync(temporary, target));
  } finally {
    for (const temporary of temporaries.values()) rmSync(temporary, { force: true });
    // They remove only what is empty, which after a failure is what was made here.
    for (const takeFolderBack of takeBack.reverse()) takeFolderBack();
  }
}

/** Writes one file under a temporary name and renames it; pipes and devices are written directly. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  if (isStream(path)) naming(path, () => writeFileSync(path, content));
  else writeTogether([{ path, content }]);
}
