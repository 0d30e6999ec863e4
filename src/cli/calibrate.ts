/** `doorstroom calibrate`: fits the parameters of a scenario to published figures; posterior draws, fit and what was learned. */

import { join } from 'node:path';
import { fitRows, learnedFrom, strongestCorrelations } from '../analysis/calibration/fit.js';
import { type Figure, type Outcome, samplePosterior } from '../analysis/calibration/sampler.js';
import { calibratedParameters, type UncertainParameter, valueAt } from '../domain/calibration.js';
import { scenarioWith } from '../domain/draw.js';
import { type Target, targetMetrics } from '../domain/targets.js';
import { deriveKey, hashName } from '../engine/threefry.js';
import { calibrationTables } from '../output/calibration.js';
import type { Dialect } from '../output/csv.js';
import { sha256 } from '../output/folder.js';
import { writeRun } from '../output/run.js';
import { formatDiagnostic } from '../scenario/diagnostic.js';
import type { LoadedScenario } from '../scenario/load-scenario.js';
import { packageLibrary } from '../scenario/load-scenario.js';
import { readTargets } from '../scenario/targets-file.js';
import { type Journal, openJournal } from '../simulation/journal.js';
import { openPool, type Pool, runInOrder } from '../simulation/pool.js';
import { type Key, keyOfSeed } from '../simulation/seed.js';
import { CommandError } from './exit.js';
import { printFit } from './fit-table.js';
import { openProgress, type Progress } from './progress.js';
import { refuseExisting } from './results-folder.js';
import { loadAll } from './simulate.js';
import { VERSION } from './version.js';

export interface CalibrateOptions {
  readonly targets: string | undefined;
  readonly persons: number;
  readonly rounds: readonly number[];
  readonly draws: number;
  readonly seed: string;
  readonly set: readonly string[];
  readonly workers: number;
  readonly out: string;
  readonly csv: Dialect;
  readonly resume: boolean;
  readonly quiet: boolean;
  readonly force: boolean;
}

/** Correlations that are listed. */
const CORRELATIONS = 20;

/** The targets of the package, or of a file. @throws CommandError with every problem of the file. */
export function loadTargets(path: string | undefined): { path: string; targets: readonly Target[] } {
  const file = path ?? join(packageLibrary().data, 'targets.csv');
  const read = readTargets(file);
  if (!read.ok) throw new CommandError(read.diagnostics.map(formatDiagnostic).join('\n'));
  return { path: file, targets: read.targets };
}

/** A tolerance is read as two standard deviations. */
function figuresOf(targets: readonly Target[]): Figure[] {
  return targets.map(({ value, tolerance, metric }) => ({
    value,
    sd: tolerance / 2,
    share: targetMetrics[metric] === 'share',
  }));
}

function valuesAt(parameters: readonly UncertainParameter[], point: ArrayLike<number>): number[] {
  return parameters.map((parameter, p) => valueAt(parameter, point[p]!));
}

/** Measures targets at sets of parameter values: with the journal's results where it has them. */
interface Measurer {
  readonly pool: Pool;
  readonly scenario: LoadedScenario;
  readonly parameters: readonly UncertainParameter[];
  readonly persons: number;
  readonly journal: Journal<Outcome> | undefined;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** Outcomes of targets at points of the standard normal scale; `keyOf` addresses the persons of each point. */
async function measure(
  { pool, scenario, parameters, persons, journal, progress, signal }: Measurer,
  points: readonly ArrayLike<number>[],
  targets: readonly Target[],
  name: string,
  keyOf: (point: number) => Key,
): Promise<Outcome[]> {
  const outcomes = points.map((_, i) => journal?.get(`${name}/${i}`));
  const missing = outcomes.flatMap((outcome, i) => (outcome === undefined ? [i] : []));
  for (let i = missing.length; i < points.length; i++) progress.step(name);
  await runInOrder(
    pool,
    'targets',
    missing.length,
    (m) => {
      const i = missing[m]!;
      const values = new Map(
        valuesAt(parameters, points[i]!).map((value, p) => [parameters[p]!.path, value]),
      );
      return { scenario: scenarioWith(scenario.tree, values), targets, key: keyOf(i), persons };
    },
    ({ means, variances }, m) => {
      const outcome = { means: Array.from(means), variances: Array.from(variances) };
      outcomes[missing[m]!] = outcome;
      journal?.put(`${name}/${missing[m]!}`, outcome);
      progress.step(name);
    },
    signal,
  );
  return outcomes as Outcome[];
}

/** What decides the outcome of a calibration, as a text of fixed length. */
function fingerprintOf(
  scenario: LoadedScenario,
  targets: readonly Target[],
  options: CalibrateOptions,
): string {
  const { persons, rounds, seed } = options;
  return sha256(JSON.stringify([VERSION, scenario.tree, targets, persons, rounds, seed]));
}

/**
 * Calibrates a scenario and writes the folder that a scenario can name as its posterior. Every simulated point is kept
 * in a journal beside the folder until that is complete, so that an interrupted run can be resumed.
 */
export async function calibrate(
  given: string | undefined,
  options: CalibrateOptions,
  signal: AbortSignal,
): Promise<void> {
  const path = given ?? join(packageLibrary().scenarios, 'national.yaml');
  refuseExisting([options.out], options.force);
  const started = new Date();
  const scenario = loadAll([path], [...options.set, 'posterior=none'])[0]!;
  const { path: targetsPath, targets } = loadTargets(options.targets);
  const fitted = targets.filter(({ use }) => use === 'fit');
  if (fitted.length === 0) throw new CommandError(`${targetsPath}: no target is marked for use: fit`);
  const parameters = calibratedParameters(scenario.tree);
  if (parameters.length === 0)
    throw new CommandError(`${path}: no parameter has a range to be calibrated in`);
  const journalPath = `${options.out}.journal`;
  const journal = openJournal<Outcome>(
    journalPath,
    fingerprintOf(scenario, targets, options),
    options.resume,
  );
  const simulations = options.rounds.reduce((sum, count) => sum + count, options.draws);
  const progress = await openProgress(simulations, options.quiet);
  if (journal.resumed > 0)
    progress.note(`resumed: ${journal.resumed} of ${simulations} simulations were there`);
  const pool = await openPool(options.workers);
  const key = keyOfSeed(options.seed);
  const [sampling, checking] = ['calibration', 'fit'].map((name) =>
    deriveKey(key[0], key[1], hashName(name), 0),
  );
  const shared = { pool, scenario, parameters, persons: options.persons, journal, progress, signal };
  try {
    // Every point meets the same persons: the outcome changes smoothly with the parameters.
    const sample = await samplePosterior(
      parameters.length,
      figuresOf(fitted),
      { rounds: options.rounds, draws: options.draws },
      sampling!,
      (points, round) => measure(shared, points, fitted, `round ${round + 1}`, () => sampling!),
    );
    // The fit is judged on persons that the sampling has not seen.
    const outcomes = await measure(shared, sample.points, targets, 'fit', (i) =>
      deriveKey(checking![0], checking![1], i, 0),
    );
    const fit = fitRows(
      targets,
      outcomes.map(({ means }) => means),
    );
    const calibration = {
      parameters,
      central: valuesAt(parameters, sample.mean),
      draws: sample.points.map((point) => valuesAt(parameters, point)),
      learned: learnedFrom(sample.points),
      correlations: strongestCorrelations(sample.points, CORRELATIONS),
      fit,
    };
    const warnings =
      sample.effectiveSize < 200
        ? [`effective sample size ${Math.round(sample.effectiveSize)} is below 200: add rounds`]
        : [];
    for (const warning of warnings) progress.note(warning);
    const record = {
      version: VERSION,
      commandLine: process.argv.slice(2),
      seed: options.seed,
      draws: options.draws,
      replications: 1,
      workers: options.workers,
      inputs: [
        ...scenario.inherited.layers.map((layer) => ({ path: layer.path, sha256: layer.sha256 })),
        { path: targetsPath, sha256: sha256(JSON.stringify(targets)) },
      ],
      settings: [
        ...options.set,
        `persons=${options.persons}`,
        `rounds=${options.rounds.join(',')}`,
        `simulated points=${sample.simulated}`,
        `effective sample size=${sample.effectiveSize.toFixed(1)}`,
      ],
      warnings,
      started,
      finished: new Date(),
    };
    writeRun(options.out, calibrationTables(calibration), options.csv, record);
    journal.remove();
    progress.stop();
    if (!options.quiet) {
      await printFit(fit);
      process.stdout.write(
        `${options.draws} posterior draws of ${parameters.length} parameters from ${sample.simulated} simulated points, effective sample size ${Math.round(sample.effectiveSize)}; written to ${options.out}\n`,
      );
    }
  } finally {
    progress.stop();
    await pool.close();
  }
}
