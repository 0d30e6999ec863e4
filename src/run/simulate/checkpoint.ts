/** Where the results of units are kept until a run is complete. */

import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isJournalOf, type Journal, openJournal } from '../../machine/journal.js';
import { JournalRefused } from '../../machine/journal-owner.js';
import { wordsIn } from '../../output/words/words.js';
import type { Caller } from '../caller.js';
import type { WriteOptions } from '../plan/options.js';
import { Refusal } from '../refusal.js';
import { refuseForeign } from '../write/results-folder.js';

/** Path of the checkpoint next to a result folder or shard. */
export function checkpointPath(out: string, name: string): string {
  return join(out, `.${name}.checkpoint`);
}

/** What to say of a result folder that is not there where its run was interrupted; undefined: it was not. */
export function whyUnfinished(folder: string): string | undefined {
  return existsSync(checkpointPath(dirname(folder), basename(folder)))
    ? 'its run was interrupted; the command that began it goes on with --resume'
    : undefined;
}

/**
 * Refuses to write over what is not results, and with --resume over other results too, unless there is an interrupted run of this work
 * to go on with: then they are kept as without it.
 */
export function refuseOthers(
  results: string,
  { path, fingerprint }: { readonly path: string; readonly fingerprint: string },
  { force, resume }: Pick<WriteOptions, 'force'> & { readonly resume: boolean },
  kind: 'file' | 'folder' = 'folder',
): void {
  refuseForeign(kind, [results], force, resume && !isJournalOf(path, fingerprint));
}

/** Runs a function that uses a journal. @throws Refusal where the journal cannot be used */
export function orRefuse<Result>(use: () => Result): Result {
  try {
    return use();
  } catch (error) {
    if (error instanceof JournalRefused) throw new Refusal(error.message);
    throw error;
  }
}

/** Opens a checkpoint, and tells the caller of it. @throws Refusal when another run is at work there. */
export function openCheckpoint<Result>(
  path: string,
  fingerprint: string,
  resume: boolean,
  { onKept }: Pick<Caller, 'onKept'>,
): Journal<Result> {
  const journal = orRefuse(() => openJournal<Result>(path, fingerprint, resume));
  onKept?.(journal.isKept);
  return journal;
}

/**
 * Tells the caller of a checkpoint that was there: what a command resumed from it, or where it is kept.
 *
 * @param units in all; undefined: how many there are follows from results
 */
export function noteResumption(
  name: string,
  { resumed, foreign, damaged, aside }: Pick<Journal<unknown>, 'resumed' | 'foreign' | 'damaged' | 'aside'>,
  { note, language = 'en' }: Pick<Caller, 'note' | 'language'>,
  units?: number,
): void {
  const { notes } = wordsIn(language).screen;
  if (resumed > 0) note(notes.resumed(name, String(resumed), units?.toString()));
  else if (foreign) note(notes.startedAgain(name));
  if (damaged > 0) note(notes.damaged(name, String(damaged)));
  if (aside !== undefined) note(notes.setAside(name, aside));
}
