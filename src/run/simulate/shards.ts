/** Shards of a run: which units belong to which shard, the file of each, and how to tell that files belong together. */

import { existsSync } from 'node:fs';
import { type FinishedJournal, type Journal, readJournal } from '../../machine/journal.js';
import { JournalRefused } from '../../machine/journal-owner.js';
import { wordsIn } from '../../output/words/words.js';
import type { Task } from '../../simulation/task.js';
import type { Caller } from '../caller.js';
import { hashOfTask } from '../plan/identity.js';
import type { RunOptions, Shard, WriteOptions } from '../plan/options.js';
import { Refusal } from '../refusal.js';
import { keepEarlier, type Listener } from '../write/earlier.js';
import { orRefuse } from './checkpoint.js';

/** What a shard records about its run, so that it can be merged with the others. */
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
  /** Hash of everything that decides the results. */
  readonly task: string;
}

/** Whether a unit belongs to a shard: units are dealt out in turn, so that all shards take about as long. */
export function isInShard(unit: number, shard: Shard | undefined): boolean {
  return shard === undefined || unit % shard.count === shard.index - 1;
}

/** Tells the caller that a shard was finished before. */
export function noteFinished(
  name: string,
  { index, count }: Shard,
  { note, language = 'en' }: Pick<Caller, 'note' | 'language'>,
): void {
  note(wordsIn(language).screen.notes.partFinished(name, String(index), String(count)));
}

/** Name of the file of a shard. */
export function shardName(slug: string, { index, count }: Shard): string {
  return `${slug}.shard-${index}-of-${count}`;
}

/** The identity of a shard as its journal carries it; the same run gives the same text. */
export function shardFingerprint(path: string, options: RunOptions, task: Task): string {
  const { seed, draws, replications, horizon, discountTo, set, by, persons, csv, parquet } = options;
  const kept = { seed, draws, replications, horizon, discountTo, set, by, persons, csv, parquet };
  const run: ShardedRun = { path, options: kept, task: hashOfTask(task) };
  return JSON.stringify(run);
}

/** Whether a shard's file exists, is complete and belongs to this run. */
export function isFinishedShard(file: string, fingerprint: string): boolean {
  if (!existsSync(file)) return false;
  try {
    return readJournal(file).fingerprint === fingerprint;
  } catch (error) {
    if (error instanceof JournalRefused) return false;
    throw error;
  }
}

/** Makes the journal of a finished shard its file. One of other work that had its name is kept. */
export function finishShard(
  journal: Pick<Journal<unknown>, 'keepAs'>,
  file: string,
  options: Pick<WriteOptions, 'force'>,
  listener: Listener,
): void {
  keepEarlier([file], options, listener);
  journal.keepAs(file);
}

/** Reads a shard. @throws Refusal when the file is damaged or is not a shard */
export function readShardFile<Result>(path: string): FinishedJournal<Result> {
  return orRefuse(() => readJournal<Result>(path));
}

/** The run that a shard belongs to. @throws Refusal where the file is something else, such as the checkpoint of a whole run */
export function runOfShard<Run extends object>(path: string, fingerprint: unknown): Run {
  try {
    const run: unknown = JSON.parse(String(fingerprint));
    if (typeof run === 'object' && run !== null) return run as Run;
  } catch {
    // A plain hash, as in other journals.
  }
  throw new Refusal(`${path}: is not a part of a run (see run --shard)`);
}
