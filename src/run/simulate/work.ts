/** Runs the units of scenarios one scenario at a time, with a checkpoint for each next to the results. */

import { type Journal, underNames } from '../../machine/journal.js';
import type { LoadedScenario } from '../../scenario/load-scenario.js';
import type { SourcedNorm } from '../../scenario/tables/norms.js';
import type { PackageTables } from '../../scenario/tables/package-tables.js';
import { unitsOf } from '../../simulation/cohort/units.js';
import { openPool, type Pool, runUnits } from '../../simulation/pool.js';
import type { DrawResult } from '../../simulation/results/draw-result.js';
import type { Task } from '../../simulation/task.js';
import { type Caller, countSteps, type StepCounter } from '../caller.js';
import { identityOf } from '../plan/identity.js';
import type { RunOptions } from '../plan/options.js';
import type { Plan } from '../plan/plan.js';
import { portableName } from '../scenarios/names.js';
import { slugOf } from '../write/results-folder.js';
import { groupWarnings, warningsOf } from '../write/warnings.js';
import { checkpointPath, noteResumption, openCheckpoint } from './checkpoint.js';
import { isInShard, shardFingerprint, shardName } from './shards.js';

/** Everything needed to simulate one scenario. */
export interface Work {
  readonly pool: Pool;
  readonly scenario: LoadedScenario;
  readonly norms: readonly SourcedNorm[];
  readonly tables: PackageTables;
  readonly task: Task;
  /** Identifies the work in its checkpoint or shard. */
  readonly fingerprint: string;
  readonly options: RunOptions;
  readonly caller: Caller;
  readonly steps: StepCounter;
  readonly onLastBegun: () => void;
}

/**
 * Runs the units of a task, or those of a shard, with a checkpoint next to the results.
 *
 * @param further called when all units are done; may return the same task with more draws, of which only the new ones are simulated
 */
export async function runWithCheckpoint(
  { pool, scenario, task, fingerprint, options, caller, steps, onLastBegun }: Work,
  onResult: (result: DrawResult) => void,
  onEnd: (checkpoint: Journal<DrawResult>) => void | Promise<void>,
  further: () => Task | undefined = () => undefined,
): Promise<void> {
  const { shard, out, resume } = options;
  const slug = slugOf(scenario.path);
  const mine = unitsOf(task).flatMap((_, i) => (isInShard(i, shard) ? [i] : []));
  const path = checkpointPath(out, shard === undefined ? slug : shardName(slug, shard));
  const checkpoint = openCheckpoint<DrawResult>(path, fingerprint, resume, caller);
  noteResumption(scenario.tree.name, checkpoint, caller, mine.length);
  const run = async (current: Task, indices: readonly number[]) => {
    const all = unitsOf(current);
    await runUnits(
      pool,
      current,
      indices.map((i) => all[i]!),
      (result) => {
        onResult(result);
        steps.step(scenario.tree.name);
      },
      {
        signal: caller.signal,
        journal: underNames(checkpoint, (index) => String(indices[Number(index)]!)),
        onLastBegun,
      },
    );
  };
  try {
    await run(task, mine);
    let done = unitsOf(task).length;
    for (let more = further(); more !== undefined; more = further()) {
      const count = unitsOf(more).length;
      steps.expect(count - done);
      await run(
        more,
        Array.from({ length: count - done }, (_, i) => done + i),
      );
      done = count;
    }
    await onEnd(checkpoint);
  } finally {
    checkpoint.close();
  }
}

/**
 * Opens the thread pool and simulates the scenarios in turn. A scenario starts as soon as the last unit of the previous one has
 * started, so that no thread is idle while results are joined and written.
 */
export async function eachScenario<Result>(
  { scenarios, norms, tables, tasks }: Plan,
  options: RunOptions,
  caller: Caller,
  simulateIt: (work: Work) => Promise<Result>,
): Promise<Result[]> {
  const units = tasks.flatMap((task) => unitsOf(task).filter((_, i) => isInShard(i, options.shard)));
  const steps = countSteps(caller, units.length, options.precision === undefined);
  const warned = scenarios.map((each) => ({
    name: each.tree.name,
    warnings: warningsOf(each, tables)[caller.language ?? 'en'],
  }));
  for (const said of groupWarnings(warned, caller.language)) caller.note(said);
  const pool = await openPool(Math.min(options.workers, units.length));
  try {
    const results: Promise<Result>[] = [];
    for (const [i, scenario] of scenarios.entries()) {
      const task = tasks[i]!;
      const fingerprint =
        options.shard === undefined
          ? identityOf(task, options)
          : shardFingerprint(portableName(scenario.path), options, task);
      const work = { pool, scenario, norms, tables, task, fingerprint, options, caller, steps };
      await new Promise<void>((onLastBegun, onFailure) => {
        results.push(simulateIt({ ...work, onLastBegun }));
        Promise.all(results).then(() => onLastBegun(), onFailure);
      });
    }
    return await Promise.all(results);
  } finally {
    await pool.close();
  }
}
