/** Worker threads for parameter draws; one worker means this very thread. */

import { runDraw } from './draw-run.js';
import { type PointDraw, runSweepDraw, type SweepTask } from './sweep-draw.js';
import type { DrawResult, Task } from './task.js';

/** Runs parameter draws somewhere. */
export interface Pool {
  run(task: Task, draw: number): Promise<DrawResult>;
  /** Runs a draw of the points of a sweep. */
  runSweep(task: SweepTask, draw: number): Promise<PointDraw[]>;
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

/** Computes here, after a turn of the event loop, so that an interruption is heard between draws. */
async function runHere<Result>(compute: () => Result): Promise<Result> {
  await new Promise((resolve) => setImmediate(resolve));
  return compute();
}

/**
 * Opens a pool of `workers` threads. Results never depend on their number: every draw is computed on its own.
 */
export async function openPool(workers: number): Promise<Pool> {
  if (workers <= 1) {
    return {
      width: 1,
      run: (task, draw) => runHere(() => runDraw(task, draw)),
      runSweep: (task, draw) => runHere(() => runSweepDraw(task, draw)),
      close: async () => {},
    };
  }
  const { Piscina } = await import('piscina');
  const piscina = new Piscina({ filename: workerFile(), minThreads: workers, maxThreads: workers });
  return {
    width: workers * 2,
    run: (task, draw) => piscina.run({ task, draw }),
    runSweep: (task, draw) => piscina.run({ task, draw }, { name: 'workOnSweep' }),
    close: () => piscina.destroy(),
  };
}

/** Runs draws 0, 1, ... a few at a time and hands each result on in their order. */
async function runInOrder<Result>(
  draws: number,
  width: number,
  run: (draw: number) => Promise<Result>,
  onResult: (result: Result) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const waiting = new Map<number, Result>();
  let next = 0;
  let due = 0;
  const lane = async (): Promise<void> => {
    while (next < draws) {
      signal?.throwIfAborted();
      const draw = next++;
      waiting.set(draw, await run(draw));
      for (let ready = waiting.get(due); ready !== undefined; ready = waiting.get(due)) {
        waiting.delete(due++);
        onResult(ready);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, draws) }, lane));
}

/**
 * Runs all draws of a task, a few at a time, and hands each result on in the order of the draws.
 *
 * @param onResult called in order of the draws; `signal` stops between draws.
 */
export function runDraws(
  pool: Pool,
  task: Task,
  onResult: (result: DrawResult) => void,
  signal?: AbortSignal,
): Promise<void> {
  return runInOrder(task.draws, pool.width, (draw) => pool.run(task, draw), onResult, signal);
}

/** Runs all draws of the points of a sweep; as `runDraws`. */
export function runSweepDraws(
  pool: Pool,
  task: SweepTask,
  onResult: (result: PointDraw[]) => void,
  signal?: AbortSignal,
): Promise<void> {
  return runInOrder(task.draws, pool.width, (draw) => pool.runSweep(task, draw), onResult, signal);
}
