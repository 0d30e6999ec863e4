/** The side of a worker thread: does the jobs that a pool sends. */

import { setImmediate as turn } from 'node:timers/promises';
import type { Jobs } from './pool.js';

/** What a pool sends. */
export interface Order {
  readonly job: string;
  readonly unit: unknown;
}

/**
 * What the module of a worker exports by default, so that a pool finds its jobs. Each job begins in its own turn of the event
 * loop, so that a result is sent before the next unit begins; otherwise a thread would do all the units it has at hand before it
 * sent any result, and then wait for more.
 */
export function serve(jobs: Jobs): (order: Order) => Promise<unknown> {
  return async ({ job, unit }) => {
    await turn();
    return jobs[job]!(unit as never);
  };
}
