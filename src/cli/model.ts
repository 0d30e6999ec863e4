/** `doorstroom model run`: a bare multistate model on the engine. */

import { join } from 'node:path';
import type { BuiltModel } from '../engine/model/population.js';
import type { Journal } from '../machine/journal.js';
import type { Dialect } from '../output/csv.js';
import { countOf, formatValue } from '../output/number.js';
import {
  type AnyTable,
  integerColumn,
  numberColumn,
  type Table,
  textColumn,
} from '../output/package/columns.js';
import { writeRun } from '../output/package/run.js';
import { openRunFolder } from '../output/package/run-folder.js';
import { formatDiagnostic } from '../scenario/check/diagnostic.js';
import { loadModelFile } from '../scenario/model/model-build.js';
import {
  type MeanEstimate,
  ModelProblem,
  type ModelProgress,
  type ModelRun,
  modelUnits,
  runModel,
  type ShareCurve,
  unitsKept,
} from '../simulation/bare-model/model-run.js';
import { openPool } from '../simulation/pool.js';
import { checkpointPath, hashOfTask, openCheckpoint } from './checkpoint.js';
import { hasNothingToDo, identityOfResults } from './complete.js';
import { CommandError } from './exit.js';
import { openProgress } from './progress.js';
import { asWritten } from './read-back.js';
import { refuseExisting, slugOf } from './results-folder.js';
import { VERSION } from './version.js';

/** Persons when neither the file nor the command line says how many. */
const DEFAULT_PERSONS = 100_000;

export interface ModelOptions {
  readonly persons: number | undefined;
  readonly seed: string;
  readonly workers: number;
  readonly out: string;
  readonly csv: Dialect;
  readonly quiet: boolean;
  readonly json: boolean;
  readonly force: boolean;
  readonly resume: boolean;
}

interface MeanRow {
  readonly kind: string;
  readonly name: string;
  readonly of: MeanEstimate;
}

interface ShareRow {
  readonly kind: string;
  readonly track: string;
  readonly state: string;
  readonly month: number;
  readonly share: number;
  readonly mcse: number;
}

function meanRows(run: ModelRun): MeanRow[] {
  return [
    ...run.states.map(({ track, state, months }) => ({
      kind: 'months_in_state',
      name: `${track}: ${state}`,
      of: months,
    })),
    ...run.rewards.flatMap(({ name, nominal, discounted }) => [
      { kind: 'reward', name, of: nominal },
      { kind: 'reward_discounted', name, of: discounted },
    ]),
    ...run.milestones.map(({ name, month }) => ({ kind: 'milestone_month', name, of: month })),
  ];
}

function shareRows(kind: string, track: string, state: string, curve: ShareCurve): ShareRow[] {
  return Array.from(curve.share, (share, month) => ({
    kind,
    track,
    state,
    month,
    share,
    mcse: curve.mcse[month]!,
  }));
}

function tablesOf(run: ModelRun): AnyTable[] {
  const means: Table<MeanRow> = {
    file: 'means.csv',
    title: 'Mean per person within the horizon',
    columns: [
      textColumn(
        'kind',
        'months_in_state, reward, reward_discounted, or milestone_month (of those who reached it)',
        (r) => r.kind,
      ),
      textColumn('name', 'track and state, reward or milestone', (r) => r.name),
      numberColumn('mean', 'mean over persons', (r) => r.of.mean),
      numberColumn('mcse', 'Monte Carlo standard error of the mean', (r) => r.of.mcse),
      numberColumn('variance', 'variance between persons', (r) => r.of.variance),
      integerColumn('persons', 'persons the mean is over', (r) => r.of.persons),
    ],
    rows: meanRows(run),
  };
  const shares: Table<ShareRow> = {
    file: 'probabilities.csv',
    title: 'State probabilities and cumulative incidence of milestones by month',
    columns: [
      textColumn('kind', 'state or milestone', (r) => r.kind),
      textColumn('track', 'track; empty for a milestone', (r) => r.track),
      textColumn('state', 'state or milestone', (r) => r.state),
      integerColumn('month', 'months since the origin', (r) => r.month),
      numberColumn('probability', 'share of the persons', (r) => r.share),
      numberColumn('mcse', 'Monte Carlo standard error', (r) => r.mcse),
    ],
    rows: [
      ...run.states.flatMap(({ track, state, occupancy }) => shareRows('state', track, state, occupancy)),
      ...run.milestones.flatMap(({ name, reached }) => shareRows('milestone', '', name, reached)),
    ],
  };
  return [means, shares];
}

/** An MCSE to two digits; a dash where it cannot be told, as of a single person. */
function formatError(mcse: number): string {
  if (!Number.isFinite(mcse)) return '-';
  return mcse === 0 ? '0' : mcse.toPrecision(2);
}

/** Prints the means, rounded as their MCSE warrants. */
function printMeans(run: ModelRun, folder: string): void {
  const lines = meanRows(run).map(
    ({ kind, name, of }) =>
      `${kind.padEnd(18)} ${name.padEnd(32)} ${formatValue(of.mean, of.mcse).padStart(14)}  mcse ${formatError(of.mcse)}`,
  );
  process.stdout.write(`${lines.join('\n')}\n${countOf(run.persons, 'person')}; written to ${folder}\n`);
}

/** Runs the model on as many threads as there is work for, with a progress bar. */
async function runWithProgress(
  path: string,
  built: BuiltModel,
  persons: number,
  options: ModelOptions,
  journal: Journal<ModelProgress>,
  signal: AbortSignal,
): Promise<ModelRun> {
  const name = slugOf(path);
  const units = modelUnits(persons);
  const kept = unitsKept(journal);
  const progress = await openProgress(units - kept, options.quiet);
  if (kept > 0)
    progress.note(`${name}: resumed, ${kept} of ${units} units ${kept === 1 ? 'was' : 'were'} there`);
  const pool = await openPool(Math.min(options.workers, units - kept));
  try {
    const control = { step: () => progress.step(name), signal, journal };
    return await runModel(pool, built, { persons, seed: options.seed }, control);
  } catch (error) {
    if (!(error instanceof ModelProblem)) throw error;
    // There is nothing to go on from: the model has to be changed.
    journal.remove();
    throw new CommandError(formatDiagnostic({ file: path, line: 1, column: 1, message: error.message }));
  } finally {
    progress.stop();
    await pool.close();
  }
}

/** Writes the files of a run. */
function writeModelRun(
  folder: string,
  run: ModelRun,
  input: { readonly path: string; readonly sha256: string },
  options: ModelOptions,
  told: { readonly started: Date; readonly identity: string },
): void {
  const record = {
    version: VERSION,
    commandLine: process.argv.slice(2),
    seed: options.seed,
    draws: 1,
    replications: 1,
    workers: options.workers,
    inputs: [input],
    settings: [`persons=${run.persons}`],
    warnings: [],
    ...told,
    finished: new Date(),
  };
  writeRun(folder, tablesOf(run), options.csv, record);
}

/**
 * Runs a model file and writes means.csv, probabilities.csv, datapackage.json and manifest.json. What is done is kept in
 * a journal beside the folder until that is complete.
 */
export async function runModelFile(path: string, options: ModelOptions, signal: AbortSignal): Promise<void> {
  const loaded = loadModelFile(path);
  if (!loaded.ok) throw new CommandError(loaded.diagnostics.map(formatDiagnostic).join('\n'));
  const { built, file } = loaded;
  const name = slugOf(path);
  const folder = join(options.out, name);
  const started = new Date();
  const persons = options.persons ?? built.persons ?? DEFAULT_PERSONS;
  const fingerprint = hashOfTask([built.model, built.population, persons, options.seed]);
  const identity = identityOfResults(fingerprint, options);
  if (hasNothingToDo(folder, identity, options)) {
    if (options.json) printJson(persons, folder, readMeans(folder));
    return;
  }
  refuseExisting('folder', [folder], options.force);
  const checkpoint = checkpointPath(options.out, name);
  const journal = openCheckpoint<ModelProgress>(checkpoint, fingerprint, options.resume);
  try {
    const run = await runWithProgress(path, built, persons, options, journal, signal);
    writeModelRun(folder, run, { path, sha256: file.sha256 }, options, {
      started,
      identity,
    });
    journal.remove();
    showRun(run, folder, options);
  } finally {
    journal.close();
  }
}

/** The rows of means.csv of a run that was complete already. */
function readMeans(folder: string): MeanRow[] {
  return openRunFolder(folder)
    .table('means.csv')
    .map((row) => ({
      kind: String(row.kind),
      name: String(row.name),
      of: {
        mean: Number(row.mean),
        variance: Number(row.variance),
        mcse: Number(row.mcse),
        persons: Number(row.persons),
      },
    }));
}

function printJson(persons: number, folder: string, rows: readonly MeanRow[]): void {
  const means = rows.map(({ kind, name, of: { mean, variance, mcse, persons: over } }) => ({
    kind,
    name,
    ...Object.fromEntries(
      Object.entries({ mean, variance, mcse }).map(([what, value]) => [what, asWritten(value)]),
    ),
    persons: over,
  }));
  process.stdout.write(`${JSON.stringify({ persons, folder, means }, null, 2)}\n`);
}

function showRun(run: ModelRun, folder: string, options: ModelOptions): void {
  if (options.json) {
    printJson(run.persons, folder, meanRows(run));
  } else if (!options.quiet) printMeans(run, folder);
}
