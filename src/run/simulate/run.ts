/** Simulates scenarios, whole or one shard of each. */

import { join } from 'node:path';
import type { Caller } from '../caller.js';
import type { RunOptions, Shard } from '../plan/options.js';
import { planOf } from '../plan/plan.js';
import { Refusal } from '../refusal.js';
import { loadAll, settingsOf } from '../scenarios/scenarios.js';
import type { Outcome } from '../write/outcome.js';
import { refuseForeign, slugOf } from '../write/results-folder.js';
import { checkpointPath, refuseOthers } from './checkpoint.js';
import { noteComplete } from './complete.js';
import { type Complete, divideComplete } from './finished-runs.js';
import { finishShard, isFinishedShard, noteFinished, shardName } from './shards.js';
import { refuseSharedNames, simulateScenarios } from './simulate.js';
import { eachScenario, runWithCheckpoint, type Work } from './work.js';

/** Refuses --precision in runs whose number of draws is fixed in advance. */
function checkPrecision({ precision, shard, draws, mostDraws }: RunOptions): void {
  if (precision === undefined) {
    if (mostDraws !== undefined) throw new Refusal('--most-draws: only with --precision; else give --draws');
    return;
  }
  if (shard !== undefined)
    throw new Refusal(
      '--precision and --shard: a part cannot know how many draws the whole takes; give --draws',
    );
  if (draws < 10)
    throw new Refusal(`--precision: at least 10 draws are needed to estimate it; --draws is ${draws}`);
  if (mostDraws !== undefined && draws > mostDraws)
    throw new Refusal(`--precision: it starts with --draws ${draws}, more than --most-draws ${mostDraws}`);
}

/** The result of one scenario: its outcome, or that its results were already complete. */
export type Ran =
  | { readonly complete: Complete; readonly outcome: undefined }
  | { readonly complete: undefined; readonly outcome: Outcome };

/** Simulates the scenarios at the given paths and writes a result folder for each; returns the result of each, in the same order. */
export async function run(paths: readonly string[], options: RunOptions, caller: Caller): Promise<Ran[]> {
  checkPrecision(options);
  const plan = planOf(loadAll(paths, settingsOf(options)), options);
  const { complete, others } = divideComplete(plan, options);
  for (const { folder } of complete) noteComplete(folder, caller);
  const { outcomes, finish } =
    others.scenarios.length === 0
      ? { outcomes: [], finish() {} }
      : await simulateScenarios(others, options, caller, true);
  finish();
  return plan.scenarios.map((scenario): Ran => {
    const before = complete.find((each) => each.scenario === scenario);
    if (before !== undefined) return { complete: before, outcome: undefined };
    return { complete: undefined, outcome: outcomes[others.scenarios.indexOf(scenario)]! };
  });
}

/** Simulates the units of a shard and writes them to a file for merging; a finished shard is left as it is. */
async function simulateShard(work: Work, shard: Shard): Promise<string> {
  const { scenario, fingerprint, options, caller } = work;
  const name = shardName(slugOf(scenario.path), shard);
  const file = join(options.out, name);
  if (!options.force && isFinishedShard(file, fingerprint)) {
    noteFinished(scenario.tree.name, shard, caller);
    return file;
  }
  refuseOthers(file, { path: checkpointPath(options.out, name), fingerprint }, options, 'file');
  await runWithCheckpoint(
    work,
    () => {},
    (checkpoint) => finishShard(checkpoint, file, options, caller),
  );
  return file;
}

/** Simulates one shard of the work of every scenario; returns the files written. */
export async function runShard(
  paths: readonly string[],
  options: RunOptions & { readonly shard: Shard },
  caller: Caller,
): Promise<string[]> {
  const { shard, out, force } = options;
  checkPrecision(options);
  const scenarios = loadAll(paths, settingsOf(options));
  refuseSharedNames(scenarios, out);
  // Whether they are of this run can only be told once the task is known.
  refuseForeign(
    'file',
    scenarios.map(({ path }) => join(out, shardName(slugOf(path), shard))),
    force,
  );
  return eachScenario(planOf(scenarios, options), options, caller, (work) => simulateShard(work, shard));
}
