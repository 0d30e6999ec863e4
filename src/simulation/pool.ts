/** Worker threads; one worker means this very thread. */

import type { Journal } from '../machine/journal.js';
import { share } from '../machine/shared.js';
import type { Unit as TaskUnit } from './cohort/units.js';
import { jobs } from './jobs.js';
import type { DrawResult } from './results/draw-result.js';
import type { PointDraw, SweepTask } from './sweep/sweep-draw.js';
import type { Task } from './task.js';

type Jobs = typeof jobs;
type JobName = keyof Jobs;
type Unit<Name extends JobName> = Parameters<Jobs[Name]>[0];
type Result<Name extends JobName> = ReturnType<Jobs[Name]>;

/** Does jobs somewhere. */
export interface Pool {
  run<Name extends JobName>(job: Name, unit: Unit<Name>): Promise<Result<Name>>;
  /** Units that can usefully be under way at once. */
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
 * Units that a thread has at hand. It works on them one after the other, also while this thread is busy with results and
 * could hand out none: writing those of a scenario takes as long as several units.
 */
const UNITS_AT_HAND = 3;

/** Whether a thread ended by itself; the pool says so in words only. */
function isWorkerExit(error: unknown): error is Error {
  return error instanceof Error && error.message.startsWith('worker exited with code');
}

/**
 * Opens a pool of `workers` threads. Results never depend on their number: every unit is computed on its own.
 */
export async function openPool(workers: number): Promise<Pool> {
  if (workers <= 1) {
    return {
      width: 1,
      // A turn of the event loop between units, so that an interruption is heard.
      run: async (job, unit) => {
        await new Promise((resolve) => setImmediate(resolve));
        return (jobs[job] as (unit: unknown) => Result<typeof job>)(unit);
      },
      close: async () => {},
    };
  }
  const { Piscina } = await import('piscina');
  const piscina = new Piscina({
    filename: workerFile(),
    minThreads: workers,
    maxThreads: workers,
    concurrentTasksPerWorker: UNITS_AT_HAND,
  });
  let lost: unknown;
  // A thread that ends between two units leaves no unit to fail.
  piscina.on('error', (error: unknown) => {
    lost = error;
  });
  return {
    width: workers * UNITS_AT_HAND,
    run: async (job, unit) => {
      if (lost !== undefined) throw lost;
      try {
        return await piscina.run(unit, { name: job });
      } catch (error) {
        throw isWorkerExit(error) ? Object.assign(error, { code: 'ERR_WORKER_EXITED' }) : error;
      }
    },
    close: () => piscina.destroy(),
  };
}

/** How a series of units is run. */
export interface RunControl<Result> {
  /** Stops between units. */
  readonly signal?: AbortSignal | undefined;
  /** Has the results of units done before, by their index; takes those of the others. */
  readonly journal?: Pick<Journal<Result>, 'get' | 'put'> | undefined;
  /** Called when the last unit has been begun: from then on threads may run out of work. */
  readonly onLastBegun?: (() => void) | undefined;
}

/**
 * Does a job on units 0 to `count` - 1, a few at a time, and hands each result on in the order of the units.
 *
 * @param unitOf makes a unit when its turn comes
 */
export async function runInOrder<Name extends JobName>(
  pool: Pool,
  job: Name,
  count: number,
  unitOf: (index: number) => Unit<Name>,
  onResult: (result: Result<Name>, index: number) => void,
  { signal, journal, onLastBegun }: RunControl<Result<Name>> = {},
): Promise<void> {
  const waiting = new Map<number, Result<Name>>();
  let next = 0;
  let due = 0;
  const run = async (index: number): Promise<Result<Name>> => {
    const result = await pool.run(job, unitOf(index));
    journal?.put(String(index), result);
    return result;
  };
  const lane = async (): Promise<void> => {
    while (next < count) {
      signal?.throwIfAborted();
      const index = next++;
      if (next === count) onLastBegun?.();
      waiting.set(index, journal?.get(String(index)) ?? (await run(index)));
      for (let ready = waiting.get(due); ready !== undefined; ready = waiting.get(due)) {
        waiting.delete(due);
        onResult(ready, due++);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(pool.width, count) }, lane));
}

/** Runs all parameter draws of the points of a sweep and hands each result on in the order of the draws. */
export function runSweepDraws(
  pool: Pool,
  task: SweepTask,
  onResult: (result: PointDraw[]) => void,
  control: RunControl<PointDraw[]>,
): Promise<void> {
  const shared = share(task);
  return runInOrder(pool, 'sweep', task.draws, (draw) => ({ task: shared, draw }), onResult, control);
}

/** Runs units of a task and hands each result on in their order. */
export function runUnits(
  pool: Pool,
  task: Task,
  units: readonly TaskUnit[],
  onResult: (result: DrawResult, unit: number) => void,
  control: RunControl<DrawResult>,
): Promise<void> {
  const shared = share(task);
  const unitOf = (i: number) => ({ task: shared, unit: units[i]! });
  return runInOrder(pool, 'unit', units.length, unitOf, onResult, control);
}
