/** Where the results of units are kept until a run is complete. */

import { join } from 'node:path';
import { type Journal, JournalRefused, openJournal } from '../../machine/journal.js';
import { Refusal } from '../refusal.js';

/** Path of the checkpoint next to a result folder or shard. */
export function checkpointPath(out: string, name: string): string {
  return join(out, `.${name}.checkpoint`);
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

/** Opens a checkpoint. @throws Refusal when another run is at work there. */
export function openCheckpoint<Result>(path: string, fingerprint: string, resume: boolean): Journal<Result> {
  return orRefuse(() => openJournal<Result>(path, fingerprint, resume));
}

/**
 * A note on the checkpoint that a command was to resume from; none where it started afresh.
 *
 * @param units in all; undefined: how many there are follows from results
 */
export function describeResumption(
  name: string,
  { resumed, foreign }: Pick<Journal<unknown>, 'resumed' | 'foreign'>,
  units?: number,
): string[] {
  if (resumed > 0)
    return [
      `${name}: resumed, ${resumed}${units === undefined ? '' : ` of ${units}`} units ${resumed === 1 ? 'was' : 'were'} there`,
    ];
  return foreign
    ? [`${name}: the checkpoint is of another run (scenario, options or version) or damaged; started again`]
    : [];
}
