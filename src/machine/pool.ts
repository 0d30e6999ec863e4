/** Worker threads. With one worker, this thread does the work. The caller provides a table of jobs. */

import type { Journal } from './journal.js';

/** Jobs by name. Each takes plain data and returns plain data: a thread gets a copy of its unit and sends back a copy of the result. */
export type Jobs = Readonly<Record<string, (unit: never) => unknown>>;

type NameOf<Table extends Jobs> = keyof Table & string;
type UnitOf<Table extends Jobs, Name extends keyof Table> = Parameters<Table[Name]>[0];
type ResultOf<Table extends Jobs, Name extends keyof Table> = ReturnType<Table[Name]>;

/** Something that does jobs. */
export interface JobPool<Table extends Jobs> {
  run<Name extends NameOf<Table>>(job: Name, unit: UnitOf<Table, Name>): Promise<ResultOf<Table, Name>>;
  /** Number of units that can usefully be in progress at once. */
  readonly width: number;
  close(): Promise<void>;
}

/**
 * Units queued at each thread. The thread keeps working on them while this one is busy with results and cannot send more: writing
 * the results of a scenario takes as long as several units.
 */
const UNITS_AT_HAND = 3;

/** Whether a thread ended by itself; the pool says so only in the text of its error. */
function isWorkerExit(error: unknown): error is Error {
  return error instanceof Error && error.message.startsWith('worker exited with code');
}

/** A pool that works in this thread. */
function thisThread<Table extends Jobs>(jobs: Table): JobPool<Table> {
  return {
    width: 1,
    // A turn of the event loop between units, so that an interruption is noticed.
    run: async (job, unit) => {
      await new Promise((resolve) => setImmediate(resolve));
      return jobs[job]!(unit as never) as ResultOf<Table, typeof job>;
    },
    close: async () => {},
  };
}

/**
 * Opens a pool of `workers` threads. Results never depend on their number: every unit is computed on its own.
 *
 * @param workerFile URL of a module whose default export serves the same jobs, see {@link serve}
 */
export async function openJobPool<Table extends Jobs>(
  workers: number,
  jobs: Table,
  workerFile: string,
): Promise<JobPool<Table>> {
  if (workers <= 1) return thisThread(jobs);
  const { Piscina } = await import('piscina');
  const piscina = new Piscina({
    filename: workerFile,
    minThreads: workers,
    maxThreads: workers,
    concurrentTasksPerWorker: UNITS_AT_HAND,
  });
  let lost: unknown;
  // If a thread ends between two units, no unit fails.
  piscina.on('error', (error: unknown) => {
    lost = error;
  });
  return {
    width: workers * UNITS_AT_HAND,
    run: async (job, unit) => {
      if (lost !== undefined) throw lost;
      try {
        return await piscina.run({ job, unit });
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
  /** The results of units done before, by index; receives the others. */
  readonly journal?: Pick<Journal<Result>, 'get' | 'put'> | undefined;
  /** Called when the last unit has started, after which threads may run out of work. */
  readonly onLastBegun?: (() => void) | undefined;
}

/**
 * Does a job on units 0 to `count` - 1, a few at a time, and passes on each result in the order of the units.
 *
 * @param unitOf makes a unit when it is needed
 */
export async function runInOrder<Table extends Jobs, Name extends NameOf<Table>>(
  pool: JobPool<Table>,
  job: Name,
  count: number,
  unitOf: (index: number) => UnitOf<Table, Name>,
  onResult: (result: ResultOf<Table, Name>, index: number) => void,
  { signal, journal, onLastBegun }: RunControl<ResultOf<Table, Name>> = {},
): Promise<void> {
  const waiting = new Map<number, ResultOf<Table, Name>>();
  let next = 0;
  let due = 0;
  const run = async (index: number): Promise<ResultOf<Table, Name>> => {
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
