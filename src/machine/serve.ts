/** The side of a worker thread: does the jobs that a pool sends. */

import { setImmediate as turn } from 'node:timers/promises';
import type { Jobs } from './pool.js';

/** What a pool sends. */
export interface Order {
  readonly job: string;
  readonly unit: unknown;
}

/**
 * What the module of a worker exports by default, so that a pool finds its jobs. Each begins in a turn of its own. Of the units
 * that a thread has at hand, each result is then sent before the next unit begins; else all would be done first, and the thread
 * wait for more.
 */
export function serve(jobs: Jobs): (order: Order) => Promise<unknown> {
  return async ({ job, unit }) => {
    await turn();
    return jobs[job]!(unit as never);
  };
}
