/** Runs scenarios and writes their result folders: what `run` and `compare` share. */

import { join, relative } from 'node:path';
import { breakEvens } from '../analysis/break-even.js';
import { costRows } from '../analysis/costs.js';
import { curveRows } from '../analysis/curves.js';
import { type DifferenceRow, differenceRows, type EstimateRow, estimateRows } from '../analysis/estimates.js';
import { assembleResults, type Results } from '../analysis/results.js';
import { centralValue } from '../domain/quantity.js';
import { approachesTable } from '../output/approaches.js';
import {
  type AnyTable,
  costsTable,
  curvesTable,
  differencesTable,
  estimatesTable,
} from '../output/columns.js';
import type { Files } from '../output/folder.js';
import { parameterRows, parametersTable, personsTable } from '../output/listing.js';
import type { RunRecord } from '../output/manifest.js';
import { formatParquet, parquetName } from '../output/parquet.js';
import { writeRun } from '../output/run.js';
import { formatDiagnostic } from '../scenario/diagnostic.js';
import { type LoadedScenario, loadScenario, packageLibrary } from '../scenario/load-scenario.js';
import { readNorms, type SourcedNorm } from '../scenario/norms.js';
import type { YamlFile } from '../scenario/yaml-file.js';
import { referenceFirst } from '../simulation/draw-run.js';
import { openPool, type Pool, runDraws } from '../simulation/pool.js';
import { keyOfSeed } from '../simulation/seed.js';
import type { DrawResult, Task } from '../simulation/task.js';
import { CommandError } from './exit.js';
import type { RunOptions } from './options.js';
import { openProgress } from './progress.js';
import { refuseExisting, slugOf } from './results-folder.js';
import { VERSION } from './version.js';

/** Persons per draw that the default number of replications aims at. */
const PERSONS_PER_DRAW = 1000;

/** One scenario's outcome, as the terminal shows it. */
export interface Outcome {
  readonly slug: string;
  readonly folder: string;
  readonly results: Results;
  readonly estimates: readonly EstimateRow[];
  readonly differences: readonly DifferenceRow[];
}

/** Loads scenarios; all problems of all of them in one message. */
export function loadAll(paths: readonly string[], settings: readonly string[]): LoadedScenario[] {
  const library = packageLibrary();
  const loaded = paths.map((path) => loadScenario(path, library, settings));
  const problems = loaded.flatMap((result) => (result.ok ? [] : result.diagnostics.map(formatDiagnostic)));
  if (problems.length > 0) throw new CommandError([...new Set(problems)].join('\n'));
  return loaded.flatMap((result) => (result.ok ? [result.scenario] : []));
}

/** Settings of the command line, the horizon among them. */
export function settingsOf(options: Pick<RunOptions, 'set' | 'horizon'>): string[] {
  return [...options.set, ...(options.horizon === undefined ? [] : [`horizon_years=${options.horizon}`])];
}

/** What of the options decides what is simulated. */
type TaskOptions = Pick<RunOptions, 'seed' | 'draws' | 'replications' | 'by' | 'persons'>;

/** Lives under one approach that a run may ask for: more take days. */
const MAX_LIVES = 1_000_000_000;
/** Rows of a table of persons, which is made in memory. */
const MAX_PERSON_ROWS = 5_000_000;

/** @throws CommandError where a run would not come to an end, or its table of persons not fit in memory. */
function checkSize({ tree, draws, replications, approaches, persons }: Task): void {
  const lives = draws * replications * centralValue(tree.cohort.size);
  const asked = `${draws} draws of ${replications} replications of ${centralValue(tree.cohort.size)} persons`;
  if (lives > MAX_LIVES)
    throw new CommandError(
      `${tree.name}: ${asked} are more than ${MAX_LIVES} lives; lower --draws, --replications or cohort.size`,
    );
  if (persons === true && lives * approaches.length > MAX_PERSON_ROWS)
    throw new CommandError(
      `${tree.name}: --persons would write more than ${MAX_PERSON_ROWS} rows (${asked}, ${approaches.length} approaches); lower --draws, --replications or cohort.size`,
    );
}

/** The task of a scenario under the options. @throws CommandError where it is too large to be done */
export function taskOf(
  { tree, posterior }: LoadedScenario,
  norms: readonly SourcedNorm[],
  options: TaskOptions,
): Task {
  const size = centralValue(tree.cohort.size);
  const task: Task = {
    tree,
    ...(posterior === undefined ? {} : { posterior }),
    norms,
    key: keyOfSeed(options.seed),
    draws: options.draws,
    replications: options.replications ?? Math.ceil(PERSONS_PER_DRAW / size),
    approaches: referenceFirst(tree, Object.keys(tree.approaches)),
    ...(options.by === undefined ? {} : { by: options.by }),
    persons: options.persons,
  };
  checkSize(task);
  return task;
}

/** What a reader of the results should know about a scenario. */
export function warningsOf({ tree }: LoadedScenario): string[] {
  const names = Object.keys(tree.approaches);
  return names.length < 2 ? [`only the approach "${names.join()}": there is nothing to compare it with`] : [];
}

/** A path as the files of a run give it: within the package from its root, else from the working directory. */
export function shortenFromPackage(path: string): string {
  const inPackage = relative(join(packageLibrary().scenarios, '..'), path);
  return inPackage.startsWith('..') ? relative(process.cwd(), path) : inPackage;
}

/** How a run that ends now came about. */
export function recordRun(
  options: Pick<RunOptions, 'seed' | 'draws' | 'workers'>,
  inputs: readonly Pick<YamlFile, 'path' | 'sha256'>[],
  rest: Pick<RunRecord, 'replications' | 'settings' | 'warnings' | 'started'>,
): RunRecord {
  return {
    version: VERSION,
    commandLine: process.argv.slice(2),
    seed: options.seed,
    draws: options.draws,
    workers: options.workers,
    inputs: inputs.map(({ path, sha256 }) => ({ path: shortenFromPackage(path), sha256 })),
    ...rest,
    finished: new Date(),
  };
}

/** Tables as Parquet files, by name. */
async function parquetOf(tables: readonly AnyTable[]): Promise<Files> {
  const files: [string, Uint8Array][] = [];
  for (const table of tables) files.push([parquetName(table), await formatParquet(table)]);
  return Object.fromEntries(files);
}

/** Writes all files of a finished run. */
async function writeResults(
  scenario: LoadedScenario,
  norms: readonly SourcedNorm[],
  results: Results,
  options: RunOptions,
  started: Date,
): Promise<Outcome> {
  const slug = slugOf(scenario.path);
  const folder = join(options.out, slug);
  const estimates = estimateRows(results);
  const differences = differenceRows(results);
  const tables: AnyTable[] = [
    estimatesTable(results, estimates),
    differencesTable(results, differences, breakEvens(results, differences)),
    curvesTable(results, curveRows(results)),
    costsTable(results, costRows(results)),
    approachesTable(results),
    parametersTable(results, parameterRows(results, scenario.inherited, norms, shortenFromPackage)),
    ...(options.persons ? [personsTable(results)] : []),
  ];
  const record = recordRun(options, scenario.inherited.layers, {
    replications: results.task.replications,
    settings: settingsOf(options),
    warnings: warningsOf(scenario),
    started,
  });
  writeRun(folder, tables, options.csv, record, options.parquet ? await parquetOf(tables) : {});
  return { slug, folder, results, estimates, differences };
}

/** Refuses to replace results unasked, and two scenarios that would share a folder, before anything is simulated. */
function checkFolders(scenarios: readonly LoadedScenario[], options: RunOptions): void {
  const slugs = scenarios.map(({ path }) => slugOf(path));
  const twice = slugs.find((slug, i) => slugs.indexOf(slug) !== i);
  if (twice !== undefined)
    throw new CommandError(`two scenarios would both write ${join(options.out, twice)}; rename one`);
  refuseExisting(
    'folder',
    slugs.map((slug) => join(options.out, slug)),
    options.force,
  );
}

async function simulateOne(
  pool: Pool,
  scenario: LoadedScenario,
  norms: readonly SourcedNorm[],
  options: RunOptions,
  step: () => void,
  signal: AbortSignal,
): Promise<Outcome> {
  const started = new Date();
  const task = taskOf(scenario, norms, options);
  const draws: DrawResult[] = [];
  await runDraws(
    pool,
    task,
    (result) => {
      draws.push(result);
      step();
    },
    signal,
  );
  return writeResults(scenario, norms, assembleResults(task, draws), options, started);
}

/**
 * Simulates scenarios one after the other; each result folder is complete as soon as it is there, whatever happens
 * to the ones that follow.
 */
export async function simulate(
  scenarios: readonly LoadedScenario[],
  options: RunOptions,
  signal: AbortSignal,
): Promise<Outcome[]> {
  checkFolders(scenarios, options);
  const norms = readNorms(packageLibrary());
  for (const scenario of scenarios) taskOf(scenario, norms, options);
  const progress = await openProgress(scenarios.length * options.draws, options.quiet);
  const pool = await openPool(Math.min(options.workers, options.draws));
  try {
    const outcomes: Outcome[] = [];
    for (const scenario of scenarios) {
      for (const warning of warningsOf(scenario)) progress.note(`${scenario.tree.name}: ${warning}`);
      outcomes.push(
        await simulateOne(pool, scenario, norms, options, () => progress.step(scenario.tree.name), signal),
      );
    }
    return outcomes;
  } finally {
    progress.stop();
    await pool.close();
  }
}
