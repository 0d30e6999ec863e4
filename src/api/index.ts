/**
 * What a program can do with this package: load a scenario, simulate it, and read the results of a run.
 *
 * @packageDocumentation
 */

import { availableParallelism } from 'node:os';
import type { Simulation } from '../analysis/simulation.js';
import { openRunFolder, type RunFolder } from '../output/package/run-folder.js';
import type { Progress } from '../run/caller.js';
import { taskOf } from '../run/plan/design.js';
import { DEFAULT_DRAWS, DEFAULT_SEED } from '../run/plan/options.js';
import { Refusal } from '../run/refusal.js';
import { loadAll } from '../run/scenarios/scenarios.js';
import { simulateInMemory } from '../run/simulate/in-memory.js';
import { readable } from '../run/write/results-folder.js';
import { type LoadedScenario, packageLibrary } from '../scenario/load-scenario.js';
import { readNorms } from '../scenario/tables/norms.js';
import type { Task } from '../simulation/task.js';
import {
  CONTROLLED,
  checkOptions,
  checkPath,
  checkScenario,
  checkSettings,
  forProgram,
  refusing,
  SIMULATED,
} from './arguments.js';

export type { BreakEven } from '../analysis/break-even.js';
export type { CostRow } from '../analysis/costs.js';
export type { Curve } from '../analysis/curves.js';
export type { DifferenceRow, EstimateRow } from '../analysis/estimates.js';
export type { EstimateByAnswer } from '../analysis/simulation.js';
export type { Row } from '../output/package/run-folder.js';
export type { Diagnostic } from '../scenario/check/diagnostic.js';
export type { LoadedScenario, Progress, RunFolder, Simulation, Task };
export { Refusal };

/**
 * Loads a scenario: the file, all that it builds on, and settings over them.
 *
 * @param settings as `path=value`, such as `cohort.size=40`
 * @throws Refusal with every problem of every file, with line and column in its `diagnostics`
 */
export function loadScenario(path: string, settings: readonly string[] = []): LoadedScenario {
  checkPath('path', path, 'the name or the path of a scenario, such as "leiden"');
  checkSettings(settings);
  return forProgram(() => loadAll([path], settings)[0]!);
}

/** How a scenario is simulated; what is left out is as on the command line. */
export interface SimulateOptions {
  /** Any text; the same seed gives the same results. */
  readonly seed?: string;
  /** Parameter draws; 1: central values. */
  readonly draws?: number;
  /** Replications of the cohort per draw. */
  readonly replications?: number;
  /** Attribute by which results are also given. */
  readonly by?: string;
}

/** Where a scenario is simulated, and who follows its progress. */
export interface SimulateControl {
  /** Threads; 1: this very one. The results do not depend on it. */
  readonly workers?: number;
  readonly onProgress?: (progress: Progress) => void;
  /** Stops between units of less than a second. */
  readonly signal?: AbortSignal;
}

/** The task of a scenario under options that are right. */
function taskUnder(scenario: LoadedScenario, options: SimulateOptions): Task {
  const { seed = DEFAULT_SEED, draws = DEFAULT_DRAWS, replications, by } = options;
  const norms = readNorms(packageLibrary());
  return taskOf(scenario, norms, { seed, draws, replications, by, persons: false });
}

/**
 * What a scenario comes to as plain data that can be sent to another thread or to a browser, where `doorstroom/core` simulates it.
 *
 * @throws Refusal where the simulation would never end, or an argument is not what it should be
 */
export function taskOfScenario(scenario: LoadedScenario, options: SimulateOptions = {}): Task {
  checkScenario(scenario);
  checkOptions(options, SIMULATED);
  return taskUnder(scenario, options);
}

/**
 * Simulates the approaches of a scenario. Nothing is written.
 *
 * @throws Refusal where the simulation would never end, or an argument is not what it should be. @throws the reason of the signal when it is stopped: an AbortError, unless the program gave another
 */
export async function simulate(
  scenario: LoadedScenario,
  options: SimulateOptions & SimulateControl = {},
): Promise<Simulation> {
  checkScenario(scenario);
  checkOptions(options, CONTROLLED);
  const { workers = availableParallelism(), onProgress, signal } = options;
  return simulateInMemory(taskUnder(scenario, options), workers, { onProgress, signal });
}

/**
 * Opens the result folder of a run. Its tables are read when they are asked for; each throws a Refusal where the run has no such file, or
 * where it cannot be read.
 *
 * @throws Refusal where it holds no finished run
 */
export async function readResults(folder: string): Promise<RunFolder> {
  checkPath('folder', folder, 'the path of a result folder, such as "results/leiden"');
  return refusing(await readable(folder, () => openRunFolder(folder)));
}
