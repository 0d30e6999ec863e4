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
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { naming } from './file-error.js';
import { claim, JournalRefused, OWNER, readOwner } from './journal-owner.js';
import { readExactly, readRecord, readRecords, writeRecord } from './journal-records.js';
import { makeFolder } from './made-folder.js';
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
  /** Whether results of this work are kept, in it or set aside, that a later run can go on with. */
  isKept(): boolean;
  /** Closes the file; one without results goes, with the folder it made if that is empty. */
  close(): void;
  /** Removes the journal when its results are no longer needed, and the folder it made if that is empty. */
  remove(): void;
  /** Closes the journal and keeps it under another name, as that of a finished part. */
  keepAs(finished: string): void;
}

/** Seconds between syncs to the disk. */
const SYNC_SECONDS = 10;

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
  let held = entries.size;
  const closeFile = () => {
    if (open) closeSync(appended);
    open = false;
  };
  return {
    get: (unit) => entries.get(unit),
    put(unit, result) {
      // After an interruption the file is closed while workers may still be busy.
      if (!open) return;
      naming(path, () => writeRecord(appended, unit, result));
      held++;
      if (performance.now() - synced < SYNC_SECONDS * 1000) return;
      fdatasyncSync(appended);
      synced = performance.now();
    },
    resumed: entries.size,
    foreign: own.foreign,
    damaged: Math.max(own.damaged, earlier.damaged),
    // Of this work nothing is left there.
    aside: own.damaged > 0 ? undefined : moved,
    isKept: () => (held > 0 && existsSync(path)) || existsSync(asidePath(path, fingerprint)),
    close() {
      const isEmpty = open && held === 0;
      closeFile();
      if (!isEmpty) return;
      rmSync(path, { force: true });
      takeFolderBack();
    },
    remove() {
      closeFile();
      removeJournal(path, fingerprint);
      takeFolderBack();
    },
    keepAs(finished) {
      closeFile();
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
