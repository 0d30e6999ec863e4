/** The worker's side of a pool: does the jobs that the pool sends. */

import { setImmediate as turn } from 'node:timers/promises';
import type { Jobs } from './pool.js';

/** What a pool sends. */
export interface Order {
  readonly job: string;
  readonly unit: unknown;
}

/**
 * The default export of a worker's module, through which a pool finds its jobs. Each job runs in its own turn of the event loop,
 * so that a result is sent before the next unit begins. Otherwise a thread would finish all its queued units before sending any
 * result, and then wait for more.
 */
export function serve(jobs: Jobs): (order: Order) => Promise<unknown> {
  return async ({ job, unit }) => {
    await turn();
    return jobs[job]!(unit as never);
  };
}
