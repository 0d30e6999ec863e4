/** Journals of unfinished work whose place other work takes: each is kept beside it, until its own work is gone on with. */

import { createHash } from 'node:crypto';
import { copyFileSync, renameSync, statSync } from 'node:fs';

/** Where the journal of a fingerprint is kept that has had to leave its place. */
export function asidePath(path: string, fingerprint: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(fingerprint)).digest('hex');
  return `${path}-${hash.slice(0, 12)}`;
}

/**
 * Copies a journal aside, whole or not at all. Of the same work one is kept, the larger: their units have the same results.
 *
 * @returns where it is kept
 */
export function setAside(path: string, fingerprint: unknown): string {
  const aside = asidePath(path, fingerprint);
  const kept = statSync(aside, { throwIfNoEntry: false })?.size ?? 0;
  if (kept >= statSync(path).size) return aside;
  const partial = `${aside}.part`;
  copyFileSync(path, partial);
  renameSync(partial, aside);
  return aside;
}
