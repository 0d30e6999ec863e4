/** The process that writes a journal, as the first line of the journal says: no other may write it while that one runs. */

import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { naming } from './file-error.js';
import { readExactly } from './journal-records.js';
import { isThere } from './process.js';

/** Thrown for a journal that another process is writing, or a file that is not a journal. */
export class JournalRefused extends Error {}

/** Bytes of the first line. */
export const OWNER = 128;

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** Start time of the process as the system counts it; absent where the system does not say. */
  readonly began?: string;
}

/** The process that a journal says writes it; undefined: its first line cannot be read. */
export function readOwner(file: number): Owner | undefined {
  try {
    return JSON.parse(readExactly(file, OWNER, 0)?.toString('utf8') ?? '') as Owner;
  } catch {
    return undefined;
  }
}

function writeOwner(file: number, owner: Owner): void {
  writeSync(file, Buffer.from(`${JSON.stringify(owner).padEnd(OWNER - 1)}\n`), 0, OWNER, 0);
}

/** Start time of a running process (proc(5), field 22 of stat); undefined without such a process or file system. */
function beginningOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The fields after the name, which may contain any characters; the first of them is the state.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // Killed, but not yet reaped by its parent.
    const dead = fields[0] === 'Z' || fields[0] === 'X';
    return dead ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function isAtWork({ pid, host, began }: Owner): boolean {
  if (host !== hostname().slice(0, 64) || pid === process.pid) return false;
  // A later process may have been given the same number.
  return began === undefined ? isThere(pid) : beginningOf(pid) === began;
}

/** Milliseconds to wait for the process that has created a journal to write its first line. */
const OWNER_WAIT = 100;

/** The owner of a journal, which another process may be creating at this moment. */
function awaitOwner(file: number): Owner | undefined {
  const owner = readOwner(file);
  if (owner !== undefined) return owner;
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, OWNER_WAIT);
  return readOwner(file);
}

function refuseTaken(path: string, { pid }: Owner): never {
  throw new JournalRefused(
    `${path}: another run (process ${pid}) is at work there; wait for it, or choose another --out (if there is no such run, remove the file)`,
  );
}

/** Creates a file; undefined where it already exists. */
function openNew(path: string): number | undefined {
  try {
    return openSync(path, 'wx+');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  }
}

/** Makes this process the owner of a journal. If two start at once, one of them is refused. */
export function claim(path: string): number {
  const made = openNew(path);
  const file = made ?? openSync(path, 'r+');
  try {
    const earlier = made === undefined ? awaitOwner(file) : undefined;
    if (earlier !== undefined && isAtWork(earlier)) refuseTaken(path, earlier);
    const began = beginningOf(process.pid);
    const owner = { pid: process.pid, host: hostname().slice(0, 64) };
    naming(path, () => writeOwner(file, began === undefined ? owner : { ...owner, began }));
    // Another process that found the same dead owner may have written after us; in that case it is the owner.
    const now = readOwner(file);
    if (now !== undefined && isAtWork(now)) refuseTaken(path, now);
    return file;
  } catch (error) {
    closeSync(file);
    throw error;
  }
}
