/** Worker threads for parameter draws; one worker means this very thread. */

import { runDraw } from './draw-run.js';
import type { DrawResult, Task } from './task.js';

/** Runs parameter draws somewhere. */
export interface Pool {
  run(task: Task, draw: number): Promise<DrawResult>;
  /** Draws that can usefully be under way at once. */
  readonly width: number;
  close(): Promise<void>;
}

/** The compiled worker: beside this module when it is compiled, in dist/ when it runs from source. */
function workerFile(): string {
  const here = import.meta.url;
  const compiled = here.endsWith('.ts') ? '../../dist/simulation/worker.js' : './worker.js';
  return new URL(compiled, here).href;
}

/**
 * Opens a pool of `workers` threads. Results never depend on their number: every draw is computed on its own.
 */
export async function openPool(workers: number): Promise<Pool> {
  if (workers <= 1) {
    return {
      width: 1,
      // A turn of the event loop between draws, so that an interruption is heard.
      run: (task, draw) => new Promise((resolve) => setImmediate(resolve)).then(() => runDraw(task, draw)),
      close: async () => {},
    };
  }
  const { Piscina } = await import('piscina');
  const piscina = new Piscina({ filename: workerFile(), minThreads: workers, maxThreads: workers });
  return {
    width: workers * 2,
    run: (task, draw) => piscina.run({ task, draw }),
    close: () => piscina.destroy(),
  };
}

/**
 * Runs all draws of a task, a few at a time, and hands each result on in the order of the draws.
 *
 * @param onResult called in order of the draws; `signal` stops between draws.
 */
export async function runDraws(
  pool: Pool,
  task: Task,
  onResult: (result: DrawResult) => void,
  signal?: AbortSignal,
): Promise<void> {
  const waiting = new Map<number, DrawResult>();
  let next = 0;
  let due = 0;
  const lane = async (): Promise<void> => {
    while (next < task.draws) {
      signal?.throwIfAborted();
      const draw = next++;
      waiting.set(draw, await pool.run(task, draw));
      for (let ready = waiting.get(due); ready !== undefined; ready = waiting.get(due)) {
        waiting.delete(due++);
        onResult(ready);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(pool.width, task.draws) }, lane));
}
