/** Entry of a worker thread: the jobs by name. */

import { setImmediate as turn } from 'node:timers/promises';
import { jobs } from './jobs.js';

/**
 * A job that begins in a turn of its own. Of the units that a thread has at hand, each result is then sent before the next
 * unit begins; else all would be done first, and the thread wait for more.
 */
function inTurn<Unit, Result>(job: (unit: Unit) => Result): (unit: Unit) => Promise<Result> {
  return async (unit) => {
    await turn();
    return job(unit);
  };
}

export const unit = inTurn(jobs.unit);
export const sweep = inTurn(jobs.sweep);
export const blocks = inTurn(jobs.blocks);
export const targets = inTurn(jobs.targets);
