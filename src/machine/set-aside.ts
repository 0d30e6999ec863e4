/** Journals of unfinished work whose place other work takes: each is kept beside it, until its own work is gone on with. */

import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  ftruncateSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';

/** Where the journal of a fingerprint is kept that has had to leave its place. */
export function asidePath(path: string, fingerprint: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(fingerprint)).digest('hex');
  return `${path}-${hash.slice(0, 12)}`;
}

/** Copies a journal aside, whole or not at all. @returns where to */
export function setAside(path: string, fingerprint: unknown): string {
  const aside = asidePath(path, fingerprint);
  const partial = `${aside}.part`;
  copyFileSync(path, partial);
  renameSync(partial, aside);
  return aside;
}

/**
 * Puts what was set aside of a fingerprint back into the file of its journal, from a position on.
 *
 * @param file open for writing
 * @returns whether there was any
 */
export function takeBack(path: string, file: number, fingerprint: unknown, from: number): boolean {
  const aside = asidePath(path, fingerprint);
  if (!existsSync(aside)) return false;
  const records = readFileSync(aside).subarray(from);
  ftruncateSync(file, from);
  for (let at = 0; at < records.length; ) at += writeSync(file, records, at, records.length - at, from + at);
  rmSync(aside);
  return true;
}
