/** Threads that do the jobs of the simulation. */

import * as machine from '../machine/pool.js';
import { toSharedMemory } from '../machine/shared.js';
import type { Unit } from './cohort/units.js';
import { jobs } from './jobs.js';
import { provideKernelFile } from './kernel-file.js';
import type { Places, PointGroup, PointMeans, PointsTask, PointValues } from './points/points-run.js';
import type { DrawResult } from './results/draw-result.js';
import type { PointDraw, SweepTask } from './sweep/sweep-draw.js';
import type { Task } from './task.js';

export { runInOrder } from '../machine/pool.js';

/** A pool for the jobs of the simulation. */
export type Pool = machine.JobPool<typeof jobs>;

/** The compiled worker: beside this module when it is compiled, in dist/ when it runs from source. */
function workerFile(): string {
  const here = import.meta.url;
  const compiled = here.endsWith('.ts') ? '../../dist/simulation/worker.js' : './worker.js';
  return new URL(compiled, here).href;
}

/** Opens a pool of `workers` threads; with one worker, this thread does the work. */
export function openPool(workers: number): Promise<Pool> {
  provideKernelFile();
  return machine.openJobPool(workers, jobs, workerFile());
}

/** Runs all parameter draws of the points of a sweep and passes on each result in the order of the draws. */
export function runSweepDraws(
  pool: Pool,
  task: SweepTask,
  onResult: (result: PointDraw[]) => void,
  control: machine.RunControl<PointDraw[]>,
): Promise<void> {
  const shared = toSharedMemory(task);
  const unitOf = (draw: number) => ({ task: shared, draw });
  return machine.runInOrder(pool, 'sweep', task.draws, unitOf, onResult, control);
}

/** Points that a thread simulates at once: those that differ in few numbers share most of their lives. */
const POINTS_AT_ONCE = 8;

/** Simulates points of a scenario and hands on the means of each, in their order. */
export function runAllPoints(
  pool: Pool,
  task: PointsTask,
  points: readonly PointValues[],
  onResult: (means: PointMeans, point: number) => void,
  control: machine.RunControl<PointMeans[]>,
): Promise<void> {
  const shared = toSharedMemory(task);
  const chunk = (i: number) => points.slice(i * POINTS_AT_ONCE, (i + 1) * POINTS_AT_ONCE);
  return machine.runInOrder(
    pool,
    'points',
    Math.ceil(points.length / POINTS_AT_ONCE),
    (i) => ({ task: shared, points: chunk(i) }),
    (results, i) => {
      for (const [at, means] of results.entries()) onResult(means, i * POINTS_AT_ONCE + at);
    },
    control,
  );
}

/** Simulates groups of points, each on persons of its own, and hands on one measure (see `runMeasure`), in their order. */
export function runGroups(
  pool: Pool,
  { task, places }: { readonly task: PointsTask; readonly places: Places },
  groups: readonly PointGroup[],
  onResult: (values: Float64Array, group: number) => void,
  control: machine.RunControl<Float64Array>,
): Promise<void> {
  const shared = toSharedMemory(task);
  const unitOf = (i: number) => ({ task: shared, group: groups[i]!, places });
  return machine.runInOrder(pool, 'measure', groups.length, unitOf, onResult, control);
}

/** Runs units of a task and passes on each result in order. */
export function runUnits(
  pool: Pool,
  task: Task,
  units: readonly Unit[],
  onResult: (result: DrawResult, unit: number) => void,
  control: machine.RunControl<DrawResult>,
): Promise<void> {
  const shared = toSharedMemory(task);
  const unitOf = (i: number) => ({ task: shared, unit: units[i]! });
  return machine.runInOrder(pool, 'unit', units.length, unitOf, onResult, control);
}
