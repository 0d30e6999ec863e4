/** Simulates scenarios: their units in turn, with a checkpoint of each beside the results; or one shard of them. */

import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isJournalOf, type Journal, underNames } from '../machine/journal.js';
import { type LoadedScenario, packageLibrary } from '../scenario/load-scenario.js';
import { readNorms, type SourcedNorm } from '../scenario/tables/norms.js';
import { type PackageTables, readPackageTables } from '../scenario/tables/package-tables.js';
import { keptOf, unitsOf } from '../simulation/cohort/units.js';
import { openPool, type Pool, runUnits } from '../simulation/pool.js';
import type { DrawResult } from '../simulation/results/draw-result.js';
import { collectDraws, keepFirst } from '../simulation/results/join.js';
import type { Task } from '../simulation/task.js';
import {
  checkpointPath,
  describeResumption,
  identityOf,
  isFinishedShard,
  isInShard,
  openCheckpoint,
  shardFingerprint,
  shardName,
} from './checkpoint.js';
import { identityOfResults, isCompleteFolder } from './complete.js';
import { CommandError } from './exit.js';
import type { RunOptions, Shard } from './options.js';
import { furtherDraws } from './precision.js';
import { openProgress, type Progress } from './progress.js';
import { refuseExisting, slugOf } from './results-folder.js';
import { groupWarnings, taskOf, warningsOf } from './scenarios.js';
import { type Outcome, writeResults } from './write-results.js';

function refuseSharedNames(scenarios: readonly LoadedScenario[], out: string): void {
  const slugs = scenarios.map(({ path }) => slugOf(path));
  const twice = slugs.find((slug, i) => slugs.indexOf(slug) !== i);
  if (twice !== undefined)
    throw new CommandError(`two scenarios would both write ${join(out, twice)}; rename one`);
}

/**
 * Refuses to replace results unasked, and two scenarios that would share a folder, before anything is simulated. The
 * results that an interrupted run had finished may be replaced by what its checkpoint says they were, and those of this
 * very run by the same.
 */
function checkFolders({ scenarios, tasks }: Plan, options: RunOptions): void {
  const { out, force, resume } = options;
  refuseSharedNames(scenarios, out);
  const slugs = scenarios.map(({ path }) => slugOf(path));
  const isOwn = (slug: string, i: number) => {
    const identity = identityOf(tasks[i]!, options);
    return (
      isJournalOf(checkpointPath(out, slug), identity) ||
      isCompleteFolder(join(out, slug), identityOfResults(identity, options))
    );
  };
  const foreign = slugs.filter((slug, i) => !(resume && isOwn(slug, i)));
  refuseExisting(
    'folder',
    foreign.map((slug) => join(out, slug)),
    force,
  );
}

/** What there is to simulate. */
interface Plan {
  readonly scenarios: readonly LoadedScenario[];
  readonly norms: readonly SourcedNorm[];
  readonly tables: PackageTables;
  /** The task of every scenario. */
  readonly tasks: readonly Task[];
}

export function planOf(scenarios: readonly LoadedScenario[], options: RunOptions): Plan {
  const norms = readNorms(packageLibrary());
  const tables = readPackageTables(packageLibrary());
  return { scenarios, norms, tables, tasks: scenarios.map((scenario) => taskOf(scenario, norms, options)) };
}

/** What simulating one scenario takes. */
interface Work {
  readonly pool: Pool;
  readonly scenario: LoadedScenario;
  readonly norms: readonly SourcedNorm[];
  readonly tables: PackageTables;
  readonly task: Task;
  /** Identifies the work in its checkpoint or shard. */
  readonly fingerprint: string;
  readonly options: RunOptions;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly onLastBegun: () => void;
}

/**
 * Runs the units of a task, or those of a shard, with a checkpoint beside the results.
 *
 * @param further when all units are done: the same task with more draws, of which those that are there need not be lived again
 */
async function runWithCheckpoint(
  { pool, scenario, task, fingerprint, options, progress, signal, onLastBegun }: Work,
  onResult: (result: DrawResult) => void,
  onEnd: (checkpoint: Journal<DrawResult>, path: string) => void | Promise<void>,
  further: () => Task | undefined = () => undefined,
): Promise<void> {
  const { shard, out, resume } = options;
  const slug = slugOf(scenario.path);
  const mine = unitsOf(task).flatMap((_, i) => (isInShard(i, shard) ? [i] : []));
  const path = checkpointPath(out, shard === undefined ? slug : shardName(slug, shard));
  const checkpoint = openCheckpoint<DrawResult>(path, fingerprint, resume);
  for (const said of describeResumption(scenario.tree.name, checkpoint, mine.length)) progress.note(said);
  const run = async (current: Task, indices: readonly number[]) => {
    const all = unitsOf(current);
    await runUnits(
      pool,
      current,
      indices.map((i) => all[i]!),
      (result) => {
        onResult(result);
        progress.step(scenario.tree.name);
      },
      { signal, journal: underNames(checkpoint, (index) => String(indices[Number(index)]!)), onLastBegun },
    );
  };
  try {
    await run(task, mine);
    let done = unitsOf(task).length;
    for (let more = further(); more !== undefined; more = further()) {
      const count = unitsOf(more).length;
      progress.expect(count - done);
      await run(
        more,
        Array.from({ length: count - done }, (_, i) => done + i),
      );
      done = count;
    }
    await onEnd(checkpoint, path);
  } finally {
    checkpoint.close();
  }
}

/** The task with as many more draws as a wanted precision takes; undefined where it holds, or no more are run. */
function furtherTask(
  { scenario, options, progress }: Work,
  task: Task,
  draws: readonly DrawResult[],
): Task | undefined {
  if (options.precision === undefined) return undefined;
  const { draws: wanted, reached } = furtherDraws(options.precision, options.mostDraws, task, draws);
  if (wanted > task.draws) return { ...task, draws: wanted };
  const { name } = scenario.tree;
  const [only, other] = task.approaches;
  const of = other === undefined ? ` of the net balance of ${only}, the one approach` : '';
  progress.note(
    reached
      ? `${name}: ${task.draws} parameter draws for the precision asked for${of}`
      : `${name}: the precision asked for${of} is not reached with ${task.draws} parameter draws, the most that are run (--most-draws)`,
  );
  return undefined;
}

async function simulateOne(given: Work): Promise<Outcome> {
  const started = new Date();
  const { scenario, norms, tables } = given;
  let { task } = given;
  const { all, add } = collectDraws(task);
  let outcome: Outcome | undefined;
  await runWithCheckpoint(
    given,
    add,
    async () => {
      const kept = keptOf(task, { first: 0, count: task.replications });
      const draws = all.map((draw) => keepFirst(draw, kept));
      const options = { ...given.options, draws: task.draws };
      // Of what was asked for, like the fingerprint: a precision decides how many draws that comes to.
      const identity = identityOfResults(given.fingerprint, options);
      outcome = await writeResults({ scenario, norms, tables, task, draws, identity }, options, started);
    },
    () => {
      const more = furtherTask(given, task, all);
      task = more ?? task;
      return more;
    },
  );
  for (const note of outcome!.notes) given.progress.note(`${scenario.tree.name}: ${note}`);
  return outcome!;
}

/** Simulates the units of a shard and leaves them in a file for `merge`; one that is finished is not begun again. */
async function simulateShard(work: Work, shard: Shard): Promise<string> {
  const { scenario, fingerprint, options, progress } = work;
  const file = join(options.out, shardName(slugOf(scenario.path), shard));
  if (!options.force && isFinishedShard(file, fingerprint)) {
    progress.note(`${scenario.tree.name}: part ${shard.index} of ${shard.count} was finished before`);
    return file;
  }
  refuseExisting('file', [file], options.force);
  await runWithCheckpoint(
    work,
    () => {},
    (checkpoint, path) => {
      checkpoint.close();
      renameSync(path, file);
    },
  );
  return file;
}

/**
 * Opens what a run of scenarios needs, and has each simulated in turn. A scenario begins when the last unit of the one
 * before has begun, so that no thread waits while that one's results are put together and written.
 */
async function eachScenario<Result>(
  { scenarios, norms, tables, tasks }: Plan,
  options: RunOptions,
  signal: AbortSignal,
  simulateIt: (work: Work) => Promise<Result>,
): Promise<Result[]> {
  const units = tasks.flatMap((task) => unitsOf(task).filter((_, i) => isInShard(i, options.shard)));
  const progress = await openProgress(units.length, options.quiet);
  const warned = scenarios.map((each) => ({ name: each.tree.name, warnings: warningsOf(each, tables) }));
  for (const said of groupWarnings(warned)) progress.note(said);
  const pool = await openPool(Math.min(options.workers, units.length));
  try {
    const results: Promise<Result>[] = [];
    for (const [i, scenario] of scenarios.entries()) {
      const task = tasks[i]!;
      const fingerprint =
        options.shard === undefined
          ? identityOf(task, options)
          : shardFingerprint(scenario.path, options, task);
      const work = { pool, scenario, norms, tables, task, fingerprint, options, progress, signal };
      await new Promise<void>((onLastBegun, onFailure) => {
        results.push(simulateIt({ ...work, onLastBegun }));
        Promise.all(results).then(() => onLastBegun(), onFailure);
      });
    }
    return await Promise.all(results);
  } finally {
    progress.stop();
    await pool.close();
  }
}

/** Scenarios that are simulated and written. */
export interface Simulated {
  readonly outcomes: readonly Outcome[];
  /** Removes the checkpoints; until then an interrupted command that has more to do can be resumed. */
  finish(): void;
}

/**
 * Simulates scenarios one after the other; each result folder is complete as soon as it is there, whatever happens
 * to the ones that follow.
 */
export async function simulate(
  scenarios: readonly LoadedScenario[],
  options: RunOptions,
  signal: AbortSignal,
): Promise<Simulated> {
  const plan = planOf(scenarios, options);
  checkFolders(plan, options);
  const outcomes = await eachScenario(plan, options, signal, simulateOne);
  return {
    outcomes,
    finish() {
      for (const { slug } of outcomes) rmSync(checkpointPath(options.out, slug), { force: true });
    },
  };
}

/** Simulates one shard of the work of every scenario; returns the files written. */
export async function simulateShards(
  scenarios: readonly LoadedScenario[],
  options: RunOptions,
  shard: Shard,
  signal: AbortSignal,
): Promise<string[]> {
  refuseSharedNames(scenarios, options.out);
  // With --resume what is there may be this run's own; that is seen once its task is known.
  const taken = options.resume ? [] : scenarios.map(({ path }) => shardName(slugOf(path), shard));
  refuseExisting(
    'file',
    taken.map((name) => join(options.out, name)),
    options.force,
  );
  return eachScenario(planOf(scenarios, options), options, signal, (work) => simulateShard(work, shard));
}
