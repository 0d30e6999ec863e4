/** Fits the parameters of a scenario to published figures: posterior draws, the fit, and what the data taught. */

import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type FitRow, fitRows, learnedFrom, strongestCorrelations } from '../../analysis/calibration/fit.js';
import {
  type ModelMeans,
  type PosteriorSample,
  samplePosterior,
  type TargetFigure,
} from '../../analysis/calibration/sampler.js';
import {
  calibratedParameters,
  type UncertainParameter,
  valueAtDeviate,
} from '../../domain/parameters/calibration.js';
import { scenarioWith } from '../../domain/parameters/draw.js';
import type { Target } from '../../domain/parameters/targets.js';
import { deriveKey, hashName } from '../../engine/random/threefry.js';
import { sha256 } from '../../machine/folder.js';
import { type Journal, underNames } from '../../machine/journal.js';
import { type Calibration, calibrationTables, readFit } from '../../output/calibration/calibration.js';
import { formatCalibrationReport } from '../../output/calibration/calibration-report.js';
import { fitChart } from '../../output/charts/fit.js';
import { renderSvg } from '../../output/charts/render.js';
import type { Language } from '../../output/language.js';
import { formatNumber } from '../../output/number.js';
import type { RunRecord } from '../../output/package/manifest.js';
import { wordsIn } from '../../output/words/words.js';
import { nameSet } from '../../scenario/inherit/override.js';
import type { LoadedScenario } from '../../scenario/load-scenario.js';
import { packageLibrary } from '../../scenario/load-scenario.js';
import { openPool, type Pool, runInOrder } from '../../simulation/pool.js';
import { type Key, seedKey } from '../../simulation/seed.js';
import type { TargetMeans } from '../../simulation/targets/target-run.js';
import { type Caller, countSteps, type StepCounter } from '../caller.js';
import { hashOfTask, identityOfResults } from '../plan/identity.js';
import type { DesignOptions, WriteOptions } from '../plan/options.js';
import { Refusal } from '../refusal.js';
import { type Named, namedOf } from '../scenarios/number-names.js';
import { loadAll } from '../scenarios/scenarios.js';
import { isShare, loadTargets } from '../scenarios/targets.js';
import { checkpointPath, noteResumption, openCheckpoint, refuseOthers } from '../simulate/checkpoint.js';
import { hasNothingToDo } from '../simulate/complete.js';
import type { Listener } from '../write/earlier.js';
import { refuseForeign } from '../write/results-folder.js';
import { writeRunFolder } from '../write/run-folder.js';
import { warningsIn } from '../write/warnings.js';
import { recordRun } from '../write/write-results.js';

export interface CalibrateOptions extends WriteOptions, Omit<DesignOptions, 'replications'> {
  /** File of published figures; undefined: those of the package. */
  readonly targets: string | undefined;
  readonly persons: number;
  readonly rounds: readonly number[];
  readonly set: readonly string[];
  readonly workers: number;
  /** Language of report.md and of the chart. */
  readonly lang: Language;
}

/** The result of a calibration. */
export interface CalibrationOutcome {
  readonly folder: string;
  /** Its fit, a line on how much work it was, and what its people are called; undefined: it was already complete. */
  readonly calibrated:
    | { readonly fit: readonly FitRow[]; readonly how: string; readonly named: Named }
    | undefined;
}

/** Effective sample size below which a posterior is called thin. */
const ENOUGH = 200;

/** Candidates that are weighted under the emulator, for each draw that is wanted. */
const CANDIDATES_PER_DRAW = 100;

/** Correlations that are listed. */
const CORRELATIONS = 20;

/**
 * A tolerance is taken as two standard deviations. For a figure taken directly from its source (`published`) it is taken as
 * three: such figures are counted in registers and need no weighting by us.
 */
function figuresOf(targets: readonly Target[]): TargetFigure[] {
  return targets.map((target) => ({
    value: target.value,
    sd: target.tolerance / (target.label === 'published' ? 3 : 2),
    isShare: isShare(target),
  }));
}

function valuesAt(parameters: readonly UncertainParameter[], point: ArrayLike<number>): number[] {
  return parameters.map((parameter, p) => valueAtDeviate(parameter, point[p]!));
}

/** Measures the targets at sets of parameter values, reusing results from the journal. */
interface Measurer {
  readonly pool: Pool;
  readonly scenario: LoadedScenario;
  readonly parameters: readonly UncertainParameter[];
  readonly persons: number;
  readonly journal: Journal<TargetMeans>;
  readonly steps: StepCounter;
  readonly signal: AbortSignal | undefined;
}

/** What the model gives for targets at points of the standard normal scale; `keyOf` addresses the persons of each point. */
async function measure(
  { pool, scenario, parameters, persons, journal, steps, signal }: Measurer,
  points: readonly ArrayLike<number>[],
  targets: readonly Target[],
  name: string,
  keyOf: (point: number) => Key,
): Promise<ModelMeans[]> {
  const found: ModelMeans[] = [];
  await runInOrder(
    pool,
    'targets',
    points.length,
    (i) => {
      const values = new Map(
        valuesAt(parameters, points[i]!).map((value, p) => [parameters[p]!.path, value]),
      );
      return { scenario: scenarioWith(scenario.tree, values), targets, key: keyOf(i), persons };
    },
    ({ means, variances }) => {
      found.push({ means: Array.from(means), variances: Array.from(variances) });
      steps.step(name);
    },
    { signal, journal: underNames(journal, (index) => `${name}/${index}`) },
  );
  return found;
}

/** A hash of everything that decides the result of a calibration. */
function fingerprintOf(
  scenario: LoadedScenario,
  targets: readonly Target[],
  options: CalibrateOptions,
): string {
  const { persons, rounds, seed } = options;
  return hashOfTask([scenario.tree, targets, persons, rounds, seed]);
}

/** A calibration, and how much work it was. */
interface Finished {
  readonly calibration: Calibration;
  readonly sample: PosteriorSample;
}

/** Draws the posterior, then computes its fit on persons that were not used in the sampling. */
async function sampleAndFit(
  measurer: Measurer,
  targets: readonly Target[],
  { rounds, draws, seed }: CalibrateOptions,
): Promise<Finished> {
  const { parameters } = measurer;
  const fitted = targets.filter(({ use }) => use === 'fit');
  const key = seedKey(seed);
  const sampling = deriveKey(key[0], key[1], hashName('calibration'), 0);
  const fitting = deriveKey(key[0], key[1], hashName('fit'), 0);
  // Every point has its own persons, so that chance averages out over the points.
  const sample = await samplePosterior(
    parameters.length,
    figuresOf(fitted),
    { rounds, candidates: CANDIDATES_PER_DRAW * draws, draws },
    sampling,
    (points, round) =>
      measure(measurer, points, fitted, `round ${round + 1}`, (i) =>
        deriveKey(sampling[0], sampling[1], round, i),
      ),
  );
  const fit = await measure(measurer, sample.points, targets, 'fit', (i) =>
    deriveKey(fitting[0], fitting[1], i, 0),
  );
  const calibration = {
    parameters,
    central: valuesAt(parameters, sample.mean),
    draws: sample.points.map((point) => valuesAt(parameters, point)),
    learned: learnedFrom(sample.points),
    correlations: strongestCorrelations(sample.points, CORRELATIONS),
    fit: fitRows(
      targets,
      fit.map(({ means }) => means),
    ),
  };
  return { calibration, sample };
}

/** What may be wrong with a posterior. */
function warningsOf({ effectiveSize }: PosteriorSample, language: Language): string[] {
  if (effectiveSize >= ENOUGH) return [];
  return [wordsIn(language).screen.notes.fewEffective(String(Math.round(effectiveSize)), String(ENOUGH))];
}

/** A line on how much work a calibration was. */
function sayHow({ calibration, sample }: Finished, options: CalibrateOptions, language: Language): string {
  const { how, effectiveSize, missed } = wordsIn(language).calibration;
  const counts = [options.draws, calibration.parameters.length, sample.simulated, options.persons] as const;
  const [draws, parameters, points, persons] = counts.map(String) as [string, string, string, string];
  return [
    how(draws, parameters, points, persons),
    effectiveSize(String(Math.round(sample.effectiveSize)), String(CANDIDATES_PER_DRAW * options.draws)),
    missed(formatNumber(Math.max(...sample.missed), 2, language)),
  ].join(' ');
}

/** Writes the folder of a calibration. */
async function writeCalibration(
  finished: Finished,
  inputs: readonly { path: string; sha256: string }[],
  options: CalibrateOptions,
  about: Pick<RunRecord, 'started' | 'commandLine'> & { readonly identity: string },
  listener: Listener,
): Promise<void> {
  const { calibration, sample } = finished;
  const record = recordRun(options, inputs, {
    title: 'Calibration: parameter draws fitted to published figures, and the fit',
    replications: 1,
    settings: [...options.set, `persons=${options.persons}`, `rounds=${options.rounds.join(',')}`],
    warnings: warningsIn((language) => warningsOf(sample, language)),
    ...about,
  });
  const { lang } = options;
  const chart = fitChart(readFit(calibration), lang);
  writeRunFolder(options.out, calibrationTables(calibration), record, options, listener, {
    [`${chart.name}.svg`]: await renderSvg(chart),
    'report.md': formatCalibrationReport(calibration, sayHow(finished, options, lang), lang),
  });
}

/**
 * Calibrates a scenario and writes the folder that a scenario can name as its posterior. Every simulated point is kept in a
 * journal next to the folder until the folder is complete, so that an interrupted run can be resumed.
 */
export async function calibrate(
  given: string | undefined,
  options: CalibrateOptions,
  caller: Caller,
): Promise<CalibrationOutcome> {
  const path = given ?? join(packageLibrary().scenarios, 'national.yaml');
  if (options.set.some((setting) => nameSet(setting) === 'posterior'))
    throw new Refusal('--set posterior: a calibration begins with the priors, whatever the posterior');
  if (!options.resume) refuseForeign('folder', [options.out], options.force);
  const started = new Date();
  const scenario = loadAll([path], [...options.set, 'posterior=none'])[0]!;
  const { path: targetsPath, targets, notes } = loadTargets(options.targets, scenario.tree);
  if (!targets.some(({ use }) => use === 'fit'))
    throw new Refusal(`${targetsPath}: no target is marked for use: fit`);
  const parameters = calibratedParameters(scenario.tree);
  if (parameters.length === 0) throw new Refusal(`${path}: no parameter has a range to be calibrated in`);
  const fingerprint = fingerprintOf(scenario, targets, options);
  const identity = identityOfResults(hashOfTask([fingerprint, options.draws, options.lang]), options);
  const folder = options.out;
  if (hasNothingToDo(folder, identity, options, caller)) return { folder, calibrated: undefined };
  const at = { path: checkpointPath(dirname(options.out), basename(options.out)), fingerprint };
  if (options.resume) refuseOthers(options.out, at, options);
  const journal = openCheckpoint<TargetMeans>(at.path, fingerprint, options.resume, caller);
  const simulations = options.rounds.reduce((sum, count) => sum + count, options.draws);
  const steps = countSteps(caller, simulations);
  for (const said of notes) caller.note(said);
  noteResumption(scenario.tree.name, journal, caller, simulations);
  const pool = await openPool(options.workers);
  const { persons } = options;
  try {
    const { signal, commandLine } = caller;
    const measurer = { pool, scenario, parameters, persons, journal, steps, signal };
    const finished = await sampleAndFit(measurer, targets, options);
    for (const warning of warningsOf(finished.sample, options.lang)) caller.note(warning);
    const figures = { path: targetsPath, sha256: sha256(readFileSync(targetsPath, 'utf8')) };
    const inputs = [...scenario.inherited.layers, figures];
    await writeCalibration(finished, inputs, options, { started, identity, commandLine }, caller);
    const how = sayHow(finished, options, options.lang);
    journal.remove();
    return { folder, calibrated: { fit: finished.calibration.fit, how, named: namedOf(scenario) } };
  } finally {
    journal.close();
    await pool.close();
  }
}
