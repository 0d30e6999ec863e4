/**
 * A journal of finished work on disk, so that finished units survive an interruption. The file starts with a line that says which
 * process writes it, followed by records.
 */

import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { naming } from './file-error.js';
import { readExactly, readRecord, readRecords, writeRecord } from './journal-records.js';
import { makeFolder } from './made-folder.js';
import { isThere } from './process.js';
import { asidePath, removeAside, setAside } from './set-aside.js';

/** Results by the name of their unit. */
export interface Journal<Result> {
  get(unit: string): Result | undefined;
  /** Writes a result. It survives a crash of this process at once, and a crash of the machine after at most SYNC_SECONDS. */
  put(unit: string, result: Result): void;
  /** Results read from an earlier run. */
  readonly resumed: number;
  /** Whether the earlier file belonged to other work or could not be read, so that a new one was started. */
  readonly foreign: boolean;
  /** How many results of an earlier run of this work could not be read, since bytes of them have changed. */
  readonly damaged: number;
  /** Where results of an earlier file are kept that were not resumed; undefined: there were none. */
  readonly aside: string | undefined;
  /** Closes the file. */
  close(): void;
  /** Removes the journal when its results are no longer needed, and the folder it made if that is empty. */
  remove(): void;
  /** Closes the journal and keeps it under another name, as that of a finished part. */
  keepAs(finished: string): void;
}

/** Thrown for a journal that another process is writing, or a file that is not a journal. */
export class JournalRefused extends Error {}

/** Seconds between syncs to the disk. */
const SYNC_SECONDS = 10;

/** Bytes of the first line. */
const OWNER = 128;

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** Start time of the process as the system counts it; absent where the system does not say. */
  readonly began?: string;
}

function readOwner(file: number): Owner | undefined {
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
function claim(path: string): number {
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

/** The journal of an earlier run. */
interface Earlier<Result> {
  readonly entries: Map<string, Result>;
  /** Where it ends. */
  readonly end: number;
  /** Whether it belongs to other work, or cannot be read. */
  readonly foreign: boolean;
  /** How many of its records cannot be read. */
  readonly damaged: number;
}

/** Of work of which there is no journal. */
const nothing = { entries: new Map<string, never>(), end: OWNER, foreign: false, damaged: 0 };

/** Reads the journal of an earlier run of the same work, and where its good part ends. */
function readEarlier<Result>(file: number, fingerprint: string): Earlier<Result> {
  const entries = new Map<string, Result>();
  let same = false;
  let first = true;
  const { end, damaged } = readRecords(file, OWNER, ({ unit, result }) => {
    if (first) same = unit === 'fingerprint' && result === fingerprint;
    else if (same) entries.set(unit, result as Result);
    first = false;
  });
  if (same) return { entries, end, foreign: false, damaged };
  return { ...nothing, foreign: fstatSync(file).size > OWNER };
}

/** What was set aside of this work. */
function readAside<Result>(path: string, fingerprint: string): Earlier<Result> {
  const aside = asidePath(path, fingerprint);
  if (!existsSync(aside)) return nothing;
  return naming(aside, () => {
    const file = openSync(aside, 'r');
    try {
      return readEarlier<Result>(file, fingerprint);
    } finally {
      closeSync(file);
    }
  });
}

/** Removes what is left of work that is complete: its journal, and what was set aside of it. */
export function removeJournal(path: string, fingerprint: string): void {
  rmSync(path, { force: true });
  removeAside(path, fingerprint);
}

/**
 * Opens a journal. An existing one is set aside if it belongs to other work (another fingerprint), and always without `resume`; with it,
 * what was set aside of this work is taken up again. A damaged one is written anew: a part of a run may become of it, which must be whole.
 *
 * @param fingerprint of all that decides the results
 * @throws JournalRefused when another running process has it
 */
export function openJournal<Result>(path: string, fingerprint: string, resume: boolean): Journal<Result> {
  const takeFolderBack = makeFolder(dirname(path));
  const file = claim(path);
  const own = resume ? naming(path, () => readEarlier<Result>(file, fingerprint)) : nothing;
  const end = own.damaged > 0 ? OWNER : own.end;
  const moved = end === OWNER ? naming(path, () => setAside(path, file, OWNER)) : undefined;
  const earlier = resume ? readAside<Result>(path, fingerprint) : nothing;
  ftruncateSync(file, end);
  closeSync(file);
  const appended = openSync(path, 'a');
  if (end === OWNER) naming(path, () => writeRecord(appended, 'fingerprint', fingerprint));
  const entries = new Map<string, Result>([...earlier.entries, ...own.entries]);
  for (const [unit, result] of entries)
    if (end === OWNER || !own.entries.has(unit)) naming(path, () => writeRecord(appended, unit, result));
  if (resume) removeAside(path, fingerprint);
  let synced = performance.now();
  let open = true;
  const close = () => {
    if (open) closeSync(appended);
    open = false;
  };
  return {
    get: (unit) => entries.get(unit),
    put(unit, result) {
      // After an interruption the file is closed while workers may still be busy.
      if (!open) return;
      naming(path, () => writeRecord(appended, unit, result));
      if (performance.now() - synced < SYNC_SECONDS * 1000) return;
      fdatasyncSync(appended);
      synced = performance.now();
    },
    resumed: entries.size,
    foreign: own.foreign,
    damaged: Math.max(own.damaged, earlier.damaged),
    // Of this work nothing is left there.
    aside: own.damaged > 0 ? undefined : moved,
    close,
    remove() {
      close();
      removeJournal(path, fingerprint);
      takeFolderBack();
    },
    keepAs(finished) {
      close();
      renameSync(path, finished);
      removeJournal(path, fingerprint);
    },
  };
}

/** The results of a journal under other names: `nameOf` turns a name that is asked for into the unit's own. */
export function underNames<Result>(
  journal: Journal<Result>,
  nameOf: (name: string) => string,
): Pick<Journal<Result>, 'get' | 'put'> {
  return {
    get: (name) => journal.get(nameOf(name)),
    put: (name, result) => journal.put(nameOf(name), result),
  };
}

/** Whether a journal, finished or not, exists and belongs to the work with this fingerprint, in its place or set aside. */
export function isJournalOf(path: string, fingerprint: string): boolean {
  if (existsSync(asidePath(path, fingerprint))) return true;
  if (!existsSync(path)) return false;
  return naming(path, () => {
    const file = openSync(path, 'r');
    try {
      return readRecord(file, OWNER)?.record?.result === fingerprint;
    } finally {
      closeSync(file);
    }
  });
}

/** The contents of a finished journal, for other processes than its writer. */
export interface FinishedJournal<Result> {
  readonly fingerprint: unknown;
  readonly entries: ReadonlyMap<string, Result>;
}

/**
 * Reads a journal that is no longer being written.
 * @throws JournalRefused when the file is damaged or not a journal
 */
export function readJournal<Result>(path: string): FinishedJournal<Result> {
  const file = openSync(path, 'r');
  try {
    const entries = new Map<string, Result>();
    let fingerprint: unknown;
    const { end, damaged } =
      readOwner(file) === undefined
        ? { end: 0, damaged: 1 }
        : readRecords(file, OWNER, ({ unit, result }) => {
            if (fingerprint === undefined && unit === 'fingerprint') fingerprint = result;
            else entries.set(unit, result as Result);
          });
    if (fingerprint === undefined || damaged > 0 || readExactly(file, 1, end) !== undefined)
      throw new JournalRefused(`${path}: is damaged or not a part of a run; run that part again`);
    return { fingerprint, entries };
  } finally {
    closeSync(file);
  }
}
