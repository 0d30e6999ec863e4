/** Journals of unfinished work whose place other work takes: each is kept beside it, until its own work is gone on with. */

import { createHash } from 'node:crypto';
import { copyFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { readRecord } from './journal-records.js';

/** Where the journal of a fingerprint is kept that has had to leave its place. */
export function asidePath(path: string, fingerprint: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(fingerprint)).digest('hex');
  return `${path}-${hash.slice(0, 12)}`;
}

const partOf = (aside: string) => `${aside}.part`;

/** Removes what was set aside of a fingerprint, and a copy that was never finished. */
export function removeAside(path: string, fingerprint: unknown): void {
  const aside = asidePath(path, fingerprint);
  for (const each of [aside, partOf(aside)]) rmSync(each, { force: true });
}

/**
 * Copies a journal aside, whole or not at all. Of the same work one is kept, the larger: their units have the same results.
 *
 * @param file the same, open
 * @param from where its records begin, that of whose they are first
 * @returns where it is kept; undefined: it holds no results
 */
export function setAside(path: string, file: number, from: number): string | undefined {
  const first = readRecord(file, from);
  // Without its fingerprint nothing could ever be gone on with.
  if (first?.record === undefined || readRecord(file, first.end) === undefined) return undefined;
  const aside = asidePath(path, first.record.result);
  const kept = statSync(aside, { throwIfNoEntry: false })?.size ?? 0;
  if (kept >= statSync(path).size) return aside;
  const partial = partOf(aside);
  copyFileSync(path, partial);
  renameSync(partial, aside);
  return aside;
}
