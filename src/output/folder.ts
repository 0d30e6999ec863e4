/** Writes the files of a run so that a folder under its final name is always complete. */

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { naming } from '../simulation/file-error.js';
import { isThere } from '../simulation/process.js';

/** Contents of a file by its name. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** SHA-256 of a text or bytes, in hexadecimal. */
export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What a file or folder is called until it is complete; the machine's name, since clusters share their disks. */
function temporaryName(path: string, pid: number | string): string {
  return `.${basename(path)}.${hostname()}.${pid}.tmp`;
}

/** Removes what processes of this machine that were killed left of earlier attempts. */
function removeLeftovers(path: string): void {
  const [before, after] = temporaryName(path, '/').split('/') as [string, string];
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(before)) continue;
    const match = /^(\d+)(.*)$/.exec(name.slice(before.length));
    if (match === null || ![after, `${after}.old`].includes(match[2]!) || isThere(Number(match[1]))) continue;
    rmSync(join(dirname(path), name), { recursive: true, force: true });
  }
}

/** Has something written under a temporary name and then renamed; when that fails nothing is left of it. */
function writeThenRename(
  path: string,
  write: (temporary: string) => void,
  rename: (temporary: string) => void,
): void {
  naming(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    removeLeftovers(path);
    const temporary = join(dirname(path), temporaryName(path, process.pid));
    try {
      write(temporary);
      rename(temporary);
    } catch (error) {
      rmSync(temporary, { recursive: true, force: true });
      throw error;
    }
  });
}

/**
 * Writes files into a folder under a temporary name beside it and renames it when all are there. An existing folder
 * is only replaced at that moment.
 */
export function writeFolder(folder: string, files: Files): void {
  writeThenRename(
    folder,
    (temporary) => {
      mkdirSync(temporary);
      for (const [name, text] of Object.entries(files)) writeFileSync(join(temporary, name), text);
    },
    (temporary) => {
      const old = `${temporary}.old`;
      if (existsSync(folder)) renameSync(folder, old);
      renameSync(temporary, folder);
      rmSync(old, { recursive: true, force: true });
    },
  );
}

/** Writes one file under a temporary name and renames it. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  writeThenRename(
    path,
    (temporary) => writeFileSync(temporary, content),
    (temporary) => renameSync(temporary, path),
  );
}
