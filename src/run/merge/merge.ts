/** Merges the shards of runs. The result is byte for byte that of the whole run. */

import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { packageLibrary } from '../../scenario/load-scenario.js';
import { readNorms } from '../../scenario/tables/norms.js';
import { readPackageTables } from '../../scenario/tables/package-tables.js';
import { unitsOf } from '../../simulation/cohort/units.js';
import type { DrawResult } from '../../simulation/results/draw-result.js';
import { collectDraws } from '../../simulation/results/join.js';
import { type Caller, hearInterruption } from '../caller.js';
import { mergePilot, type PilotOutcomes, type ShardedPilot } from '../pilot/pilot.js';
import { taskOf } from '../plan/design.js';
import { hashOfTask, identityOfResults } from '../plan/identity.js';
import type { Shard } from '../plan/options.js';
import { Refusal } from '../refusal.js';
import { loadAll, settingsOf } from '../scenarios/scenarios.js';
import {
  mergeSensitivity,
  type SensitivityOutcome,
  type ShardedSensitivity,
} from '../sensitivity/sensitivity.js';
import type { StageResult } from '../sensitivity/stages.js';
import { hasNothingToDo } from '../simulate/complete.js';
import { readShardFile, runOfShard, type ShardedRun, shardName } from '../simulate/shards.js';
import type { Outcome } from '../write/outcome.js';
import { refuseForeign } from '../write/results-folder.js';
import { writeResults } from '../write/write-results.js';

export interface MergeOptions {
  readonly out: string | undefined;
  readonly force: boolean;
  readonly resume: boolean;
}

/** The shard files of one run in a folder. */
interface ShardSet {
  readonly slug: string;
  readonly count: number;
  readonly indices: readonly number[];
}

/** The name of a shard: whose it is, which, and of how many. */
const shardFile = /^([^.].*)\.shard-([1-9]\d{0,4})-of-([1-9]\d{0,4})$/;

function shardSets(folder: string): ShardSet[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new Refusal(
      `${folder}: ${shardFile.test(basename(folder)) ? `is a shard itself; expected the folder that holds all of them, ${dirname(folder)}` : 'is not a folder; expected one that holds shards (see run --shard)'}`,
    );
  const sets = new Map<string, ShardSet>();
  for (const name of readdirSync(folder).sort()) {
    const match = shardFile.exec(name);
    if (match === null) continue;
    const [slug, index, count] = [match[1]!, Number(match[2]), Number(match[3])];
    if (index > count) continue;
    const key = `${slug}/${count}`;
    sets.set(key, { slug, count, indices: [...(sets.get(key)?.indices ?? []), index] });
  }
  return [...sets.values()];
}

function checkComplete(folder: string, { slug, count, indices }: ShardSet): void {
  const missing = Array.from({ length: count }, (_, i) => i + 1).filter((index) => !indices.includes(index));
  if (missing.length === 0) return;
  const names = missing.map((index) => `${index}/${count}`).join(', ');
  throw new Refusal(
    `${folder}: ${missing.length === 1 ? 'shard' : 'shards'} ${names} of ${slug} ${missing.length === 1 ? 'is' : 'are'} missing; run ${missing.length === 1 ? 'it' : 'them'} with --shard`,
  );
}

/** What shards may be of. */
type AnyRun = ShardedRun | ShardedSensitivity | ShardedPilot;

/** All units of the shards of a run, and the run they belong to. */
function readShards(
  folder: string,
  { slug, count }: ShardSet,
): { run: AnyRun; entries: Map<string, StageResult> } {
  const entries = new Map<string, StageResult>();
  let first: { path: string; fingerprint: unknown } | undefined;
  for (let index = 1; index <= count; index++) {
    const shard: Shard = { index, count };
    const path = join(folder, shardName(slug, shard));
    const read = readShardFile<StageResult>(path);
    const { fingerprint } = read;
    first ??= { path, fingerprint };
    if (fingerprint !== first.fingerprint)
      throw new Refusal(
        `${path}: does not belong to the same run as ${first.path} (scenario, options or version)`,
      );
    for (const [unit, result] of read.entries) entries.set(unit, result);
  }
  return { run: runOfShard<AnyRun>(first!.path, first!.fingerprint), entries };
}

/** What was merged. */
export type Merged =
  | { readonly kind: 'run'; readonly outcome: Outcome }
  | { readonly kind: 'sensitivity'; readonly outcome: SensitivityOutcome }
  | { readonly kind: 'pilot'; readonly outcome: PilotOutcomes };

/** Merges the shards of a run; undefined: they were merged before. */
async function mergeOne(
  folder: string,
  set: ShardSet,
  { out, force, resume }: MergeOptions,
  caller: Caller,
): Promise<Merged | undefined> {
  checkComplete(folder, set);
  const target = join(out ?? folder, set.slug);
  if (!resume) refuseForeign('folder', [target], force);
  const started = new Date();
  const { run, entries } = readShards(folder, set);
  if ('command' in run) {
    const at = { out: out ?? folder, force, resume };
    if (run.command === 'pilot') {
      // Its shards hold draws alone.
      const lives = entries as Map<string, DrawResult>;
      const outcome = await mergePilot(run, lives, at, caller);
      return outcome === undefined ? undefined : { kind: 'pilot', outcome };
    }
    const outcome = await mergeSensitivity(run, entries, at, caller);
    return outcome === undefined ? undefined : { kind: 'sensitivity', outcome };
  }
  const identity = identityOfResults(run.task, run.options);
  if (resume) {
    if (hasNothingToDo(target, identity, { resume, force }, caller)) return undefined;
    refuseForeign('folder', [target], force, resume);
  }
  const scenario = loadAll([run.path], settingsOf(run.options))[0]!;
  const norms = readNorms(packageLibrary());
  const tables = readPackageTables(packageLibrary());
  const task = taskOf(scenario, norms, run.options);
  if (hashOfTask(task) !== run.task)
    throw new Refusal(
      `${run.path}: has changed since the shards in ${folder} were simulated; run them again`,
    );
  const units = unitsOf(task);
  const draws = collectDraws(task);
  units.forEach((_, i) => {
    const result = entries.get(String(i));
    if (result === undefined)
      throw new Refusal(`${folder}: the shards of ${set.slug} lack unit ${i}; run them again`);
    draws.add(result as DrawResult);
  });
  const options = { ...run.options, out: out ?? folder, workers: 1, force };
  const finished = { scenario, norms, tables, task, draws: draws.all, identity };
  const about = { started, commandLine: caller.commandLine, isTried: true };
  const outcome = await writeResults(finished, options, about, caller);
  return { kind: 'run', outcome };
}

/** Merges the shards of every run in the folders and yields the results; runs that were merged before are skipped. */
export async function* merge(
  folders: readonly string[],
  options: MergeOptions,
  caller: Caller,
): AsyncGenerator<Merged, void> {
  for (const folder of folders) {
    const sets = shardSets(folder);
    if (sets.length === 0) throw new Refusal(`${folder}: holds no shards (files named NAME.shard-I-of-N)`);
    for (const set of sets) {
      await hearInterruption(caller.signal);
      const merged = await mergeOne(folder, set, options, caller);
      if (merged === undefined) continue;
      // It is not merged again.
      caller.onKept?.(() => true);
      yield merged;
    }
  }
}
