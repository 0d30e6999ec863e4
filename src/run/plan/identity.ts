/** Identifies a piece of work and its results. */

import { sha256 } from '../../machine/folder.js';
import type { Dialect } from '../../output/csv.js';
import type { LoadedScenario } from '../../scenario/load-scenario.js';
import type { Task } from '../../simulation/task.js';
import { VERSION } from '../version.js';
import type { RunOptions } from './options.js';
import type { Plan } from './plan.js';

/** Replaces an array of numbers by its digest before hashing: writing out a posterior as JSON would take most of the time. */
function digestArrays(_name: string, value: unknown): unknown {
  return value instanceof Float64Array
    ? sha256(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
    : value;
}

/** Hash of everything that decides the results of a task. */
export function hashOfTask(task: unknown): string {
  return sha256(JSON.stringify([VERSION, task], digestArrays));
}

/** What describes a number, an approach or a scenario, and decides nothing. */
const descriptions: readonly string[] = ['note', 'source', 'description'];

/**
 * Hash of what decides the results of a scenario beside seed, draws and replications: its numbers with all settings, its posterior and
 * the norms. So a run and an analysis can be seen to be of one scenario, and a mended note makes no other one of it.
 */
export function identityOfScenario(
  { tree, posterior }: Pick<LoadedScenario, 'tree' | 'posterior'>,
  norms: Task['norms'],
): string {
  const deciding = (name: string, value: unknown) =>
    descriptions.includes(name) && typeof value === 'string' ? undefined : digestArrays(name, value);
  return sha256(JSON.stringify([tree, posterior, norms], deciding));
}

/** What identifies the work that a checkpoint holds: the task that was asked for, from which the number of draws follows. */
export function identityOf(
  task: Task,
  { precision, mostDraws }: Pick<RunOptions, 'precision' | 'mostDraws'>,
): string {
  return hashOfTask(precision === undefined ? task : [task, precision, mostDraws]);
}

/** Identifies finished results: the work, and the format of its files. */
export function identityOfResults(
  work: string,
  { csv, parquet = false }: { readonly csv: Dialect; readonly parquet?: boolean },
): string {
  return hashOfTask([work, csv, parquet]);
}

/** Identifies the results of several scenarios together. */
export function identityOfRuns({ tasks }: Pick<Plan, 'tasks'>, options: RunOptions): string {
  const identities = tasks.map((task) => identityOf(task, options));
  return identityOfResults(hashOfTask(identities), options);
}
