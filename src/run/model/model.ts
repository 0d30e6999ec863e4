/** A bare multistate model on the engine. */

import { basename, join } from 'node:path';
import type { BuiltModel } from '../../engine/model/population.js';
import type { Journal } from '../../machine/journal.js';
import type { RunRecord } from '../../output/package/manifest.js';
import { loadModelFile } from '../../scenario/model/model-build.js';
import {
  ModelProblem,
  type ModelProgress,
  type ModelRun,
  modelUnits,
  runModel,
  unitsKept,
} from '../../simulation/bare-model/model-run.js';
import { openPool } from '../../simulation/pool.js';
import { type Caller, countSteps } from '../caller.js';
import { hashOfTask, identityOfResults } from '../plan/identity.js';
import type { DesignOptions, WriteOptions } from '../plan/options.js';
import { fileNamed } from '../scenarios/names.js';
import { refusalOf } from '../scenarios/refused-files.js';
import { shortenFromPackage } from '../scenarios/scenarios.js';
import { checkpointPath, noteResumption, openCheckpoint, refuseOthers } from '../simulate/checkpoint.js';
import { hasNothingToDo } from '../simulate/complete.js';
import { VERSION } from '../version.js';
import type { Listener } from '../write/earlier.js';
import { slugOf } from '../write/results-folder.js';
import { writeRunFolder } from '../write/run-folder.js';
import { tablesOf } from './tables.js';

export type { ModelRun };

/** Persons when neither the file nor the command line says how many. */
const DEFAULT_PERSONS = 100_000;

export interface ModelOptions extends WriteOptions, Pick<DesignOptions, 'seed'> {
  /** Undefined: as many as the file says. */
  readonly persons: number | undefined;
  readonly workers: number;
}

/** The result of running a model. */
export interface ModelOutcome {
  readonly folder: string;
  readonly persons: number;
  /** Undefined: it was complete already. */
  readonly run: ModelRun | undefined;
}

/** Runs the model on as many threads as there is work for. */
async function runOnThreads(
  path: string,
  built: BuiltModel,
  persons: number,
  options: ModelOptions,
  journal: Journal<ModelProgress>,
  caller: Caller,
): Promise<ModelRun> {
  const name = slugOf(path);
  const units = modelUnits(persons);
  const kept = unitsKept(journal);
  const steps = countSteps(caller, units - kept);
  noteResumption(name, { ...journal, resumed: kept }, caller, units);
  const pool = await openPool(Math.min(options.workers, units - kept));
  try {
    const control = { step: () => steps.step(name), signal: caller.signal, journal };
    return await runModel(pool, built, { persons, seed: options.seed }, control);
  } catch (error) {
    if (!(error instanceof ModelProblem)) throw error;
    // The journal is of no use: the model has to be changed first.
    journal.remove();
    throw refusalOf([{ file: path, line: 1, column: 1, message: error.message }]);
  } finally {
    await pool.close();
  }
}

/** Writes the files of a run. */
function writeModelRun(
  folder: string,
  run: ModelRun,
  input: { readonly path: string; readonly sha256: string },
  options: ModelOptions,
  about: Pick<RunRecord, 'started' | 'commandLine' | 'sources'> & { readonly identity: string },
  listener: Listener,
): void {
  const record = {
    title: `Bare model ${basename(folder)}: time in states, rewards and milestones`,
    version: VERSION,
    seed: options.seed,
    draws: 1,
    replications: 1,
    workers: options.workers,
    inputs: [input],
    settings: [`persons=${run.persons}`],
    warnings: { en: [], nl: [] },
    ...about,
    finished: new Date(),
  };
  writeRunFolder(folder, tablesOf(run), record, options, listener);
}

/**
 * Runs a model file and writes means.csv, probabilities.csv, datapackage.json and manifest.json. Finished work is kept in a
 * journal next to the folder until the folder is complete.
 */
export async function runModelFile(
  given: string,
  options: ModelOptions,
  caller: Caller,
): Promise<ModelOutcome> {
  const path = fileNamed(given, 'model');
  const loaded = loadModelFile(path);
  if (!loaded.ok) throw refusalOf(loaded.diagnostics);
  const { built, file } = loaded;
  const name = slugOf(path);
  const folder = join(options.out, name);
  const started = new Date();
  const persons = options.persons ?? built.persons ?? DEFAULT_PERSONS;
  const fingerprint = hashOfTask([built.model, built.population, persons, options.seed]);
  const identity = identityOfResults(fingerprint, options);
  if (hasNothingToDo(folder, identity, options, caller)) return { folder, persons, run: undefined };
  const checkpoint = checkpointPath(options.out, name);
  refuseOthers(folder, { path: checkpoint, fingerprint }, options);
  const journal = openCheckpoint<ModelProgress>(checkpoint, fingerprint, options.resume, caller);
  try {
    const run = await runOnThreads(path, built, persons, options, journal, caller);
    const input = { path: path === given ? path : shortenFromPackage(path), sha256: file.sha256 };
    const { title } = built;
    // All numbers stand in the file, which says where they come from.
    const sources = [title === undefined ? input.path : `${title} (${input.path})`];
    const { commandLine } = caller;
    writeModelRun(folder, run, input, options, { started, identity, commandLine, sources }, caller);
    journal.remove();
    return { folder, persons, run };
  } finally {
    journal.close();
  }
}
