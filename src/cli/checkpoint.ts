/** Where the results of units are kept until a run is complete, and what identifies the work they belong to. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../machine/folder.js';
import {
  type FinishedJournal,
  type Journal,
  JournalRefused,
  openJournal,
  readJournal,
} from '../machine/journal.js';
import type { DrawResult } from '../simulation/results/draw-result.js';
import type { Task } from '../simulation/task.js';
import { CommandError } from './exit.js';
import type { RunOptions, Shard } from './options.js';
import { VERSION } from './version.js';

/** What a shard must know of the run to be put together with the others. */
export interface ShardedRun {
  /** The scenario's path as it was given. */
  readonly path: string;
  readonly options: Pick<
    RunOptions,
    | 'seed'
    | 'draws'
    | 'replications'
    | 'horizon'
    | 'discountTo'
    | 'set'
    | 'by'
    | 'persons'
    | 'csv'
    | 'parquet'
  >;
  /** Hash of all that decides the results. */
  readonly task: string;
}

/** Stands for an array of numbers in a hash: written out by index, those of a posterior would take most of the time. */
function digestArrays(_name: string, value: unknown): unknown {
  return value instanceof Float64Array
    ? sha256(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
    : value;
}

/** Hash of all that decides the results of a task. */
export function hashOfTask(task: unknown): string {
  return sha256(JSON.stringify([VERSION, task], digestArrays));
}

/** What identifies the work that a checkpoint holds: the task that was asked for, which decides also how many draws it takes. */
export function identityOf(
  task: Task,
  { precision, mostDraws }: Pick<RunOptions, 'precision' | 'mostDraws'>,
): string {
  return hashOfTask(precision === undefined ? task : [task, precision, mostDraws]);
}

/** Whether a unit belongs to a shard: they are dealt out in turn, so that shards take about as long as each other. */
export function isInShard(unit: number, shard: Shard | undefined): boolean {
  return shard === undefined || unit % shard.count === shard.index - 1;
}

/** Name of the file of a shard. */
export function shardName(slug: string, { index, count }: Shard): string {
  return `${slug}.shard-${index}-of-${count}`;
}

/** Name of the checkpoint of a result folder or shard beside it. */
export function checkpointPath(out: string, name: string): string {
  return join(out, `.${name}.checkpoint`);
}

/** The identity of a shard as its journal carries it; the same run gives the same text. */
export function shardFingerprint(path: string, options: RunOptions, task: Task): string {
  const { seed, draws, replications, horizon, discountTo, set, by, persons, csv, parquet } = options;
  const kept = { seed, draws, replications, horizon, discountTo, set, by, persons, csv, parquet };
  const run: ShardedRun = { path, options: kept, task: hashOfTask(task) };
  return JSON.stringify(run);
}

/** Whether a shard's file is there, whole and of this very run. */
export function isFinishedShard(file: string, fingerprint: string): boolean {
  if (!existsSync(file)) return false;
  try {
    return readJournal(file).fingerprint === fingerprint;
  } catch (error) {
    if (error instanceof JournalRefused) return false;
    throw error;
  }
}

/** Has something done with a journal. @throws CommandError where the journal is refused */
function orRefuse<Result>(use: () => Result): Result {
  try {
    return use();
  } catch (error) {
    if (error instanceof JournalRefused) throw new CommandError(error.message);
    throw error;
  }
}

/** Opens a checkpoint. @throws CommandError when another run is at work there. */
export function openCheckpoint<Result>(path: string, fingerprint: string, resume: boolean): Journal<Result> {
  return orRefuse(() => openJournal<Result>(path, fingerprint, resume));
}

/** What to say of a checkpoint that a command was to go on from; nothing where it began without one. */
export function describeResumption(
  name: string,
  { resumed, foreign }: Pick<Journal<unknown>, 'resumed' | 'foreign'>,
  units: number,
): string[] {
  if (resumed > 0)
    return [`${name}: resumed, ${resumed} of ${units} units ${resumed === 1 ? 'was' : 'were'} there`];
  return foreign
    ? [`${name}: the checkpoint was of another run (scenario, options or version) or damaged; begun anew`]
    : [];
}

/** Reads a shard. @throws CommandError when the file is damaged or none */
export function readShard(path: string): FinishedJournal<DrawResult> {
  return orRefuse(() => readJournal<DrawResult>(path));
}

/** The run that a shard is a part of. @throws CommandError where it is none but, say, the checkpoint of a whole run */
export function runOfShard(path: string, fingerprint: unknown): ShardedRun {
  try {
    const run: unknown = JSON.parse(String(fingerprint));
    if (typeof run === 'object' && run !== null) return run as ShardedRun;
  } catch {
    // A hash, as other journals carry it.
  }
  throw new CommandError(`${path}: is no part of a run (see run --shard)`);
}
