/** Shards of analyses: each simulates a part into a file, and `merge` puts the parts together. */

import { join } from 'node:path';
import type { Journal } from '../../machine/journal.js';
import type { Pool } from '../../simulation/pool.js';
import type { Caller } from '../caller.js';
import type { Shard, SimulationOptions } from '../plan/options.js';
import { Refusal } from '../refusal.js';
import { checkpointPath, refuseOthers } from '../simulate/checkpoint.js';
import { finishShard, isFinishedShard, noteFinished, shardName } from '../simulate/shards.js';
import { type Opened, withJournal } from './analysis.js';

/**
 * Simulates a shard into a file for `merge`; returns the file.
 *
 * @param name of the results of the whole
 * @param sharded what the shard records of its analysis, the same in all shards
 * @param work simulates the units of the shard into a journal
 */
export async function writeShard<Result>(
  opened: Opened,
  name: string,
  sharded: object,
  shard: Shard,
  options: SimulationOptions,
  caller: Caller,
  work: (pool: Pool, journal: Journal<Result>) => Promise<unknown>,
): Promise<string> {
  const fingerprint = JSON.stringify(sharded);
  const own = shardName(name, shard);
  const file = join(options.out, own);
  if (!options.force && isFinishedShard(file, fingerprint)) {
    noteFinished(opened.scenario.tree.name, shard, caller);
    return file;
  }
  const at = { path: checkpointPath(options.out, own), fingerprint };
  refuseOthers(file, at, options, 'file');
  return withJournal<Result, string>(opened, at, options, caller, async (pool, journal) => {
    await work(pool, journal);
    finishShard(journal, file, options, caller);
    return file;
  });
}

/** The options that results hang on, in this order, without all that a command line may have besides. */
export const keptOptions = <Options, Name extends keyof Options>(
  options: Options,
  names: readonly Name[],
): Pick<Options, Name> =>
  Object.fromEntries(names.map((name) => [name, options[name]])) as Pick<Options, Name>;

/** Where the units of all shards are found again: they are read, and none is simulated. */
export function readingOf<Result>(
  name: string,
  entries: ReadonlyMap<string, Result>,
): { pool: Pool; journal: Pick<Journal<Result>, 'get' | 'put'> } {
  return {
    pool: {
      width: 1,
      run: () => Promise.reject(new Refusal(`${name}: the shards lack units; run them again`)),
      close: async () => {},
    },
    journal: { get: (unit) => entries.get(unit), put() {} },
  };
}

/** @throws Refusal where the scenario has changed since its shards were simulated */
export function refuseChanged(path: string, folder: string, now: string, then: string): void {
  if (now !== then)
    throw new Refusal(`${path}: has changed since the shards in ${folder} were simulated; run them again`);
}
