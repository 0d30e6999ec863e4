/** Published figures, and how scenarios compare with them. */

import { join } from 'node:path';
import { type FitRow, fitRows } from '../../analysis/calibration/fit.js';
import { drawScenario } from '../../domain/parameters/draw.js';
import { type Peopled, peopleOf } from '../../domain/people.js';
import { type Target, unitOfMetric } from '../../domain/targets.js';
import { deriveKey } from '../../engine/random/threefry.js';
import { packageLibrary } from '../../scenario/load-scenario.js';
import { readPackageTables } from '../../scenario/tables/package-tables.js';
import { readTargets } from '../../scenario/tables/targets-file.js';
import { openPool, runInOrder } from '../../simulation/pool.js';
import { keyOfSeed } from '../../simulation/seed.js';
import { type Caller, countSteps } from '../caller.js';
import { refusalOf } from './refused-files.js';
import { loadAll } from './scenarios.js';
import { notesOf } from './validate.js';

export type { FitRow };

/** The targets of the package, or of a file, for the people of a scenario. @throws Refusal with every problem of the file. */
export function loadTargets(
  path: string | undefined,
  tree: Peopled,
): { path: string; targets: readonly Target[] } {
  const file = path ?? join(packageLibrary().data, 'targets.csv');
  const read = readTargets(file, peopleOf(tree));
  if (!read.ok) throw refusalOf(read.diagnostics);
  return { path: file, targets: read.targets };
}

/** Whether a figure is a share; the others are months. */
export function isShare({ metric }: Target): boolean {
  return unitOfMetric(metric) === 'share';
}

export interface TargetsOptions {
  /** A file; undefined: the figures of the package. */
  readonly targets: string | undefined;
  readonly draws: number;
  /** Persons of each draw. */
  readonly persons: number;
  readonly seed: string;
  readonly set: readonly string[];
  readonly workers: number;
}

/** Published figures next to a scenario's results under its reference approach. */
export interface TargetsFit {
  readonly path: string;
  /** Name of the scenario. */
  readonly name: string;
  readonly reference: string;
  /** What lies outside tables and laws. */
  readonly notes: readonly string[];
  readonly fit: readonly FitRow[];
}

/** Measures published figures under the reference approach of scenarios; yields the fit of each. */
export async function* fitTargets(
  paths: readonly string[],
  options: TargetsOptions,
  caller: Caller,
): AsyncGenerator<TargetsFit, void> {
  const scenarios = loadAll(paths, options.set).map((scenario) => ({
    ...scenario,
    targets: loadTargets(options.targets, scenario.tree).targets,
  }));
  const tables = readPackageTables(packageLibrary());
  const key = keyOfSeed(options.seed);
  const { draws, persons } = options;
  const steps = countSteps(caller, draws * scenarios.length);
  const pool = await openPool(options.workers);
  try {
    for (const { path, tree, posterior, targets } of scenarios) {
      const means: Float64Array[] = [];
      await runInOrder(
        pool,
        'targets',
        draws,
        (draw) => ({
          scenario: drawScenario(tree, key, draw, posterior),
          targets,
          key: deriveKey(key[0], key[1], draw, 0),
          persons,
        }),
        (result) => {
          means.push(result.means);
          steps.step(tree.name);
        },
        { signal: caller.signal },
      );
      const notes = notesOf(tree, tables);
      yield { path, name: tree.name, reference: tree.reference, notes, fit: fitRows(targets, means) };
    }
  } finally {
    await pool.close();
  }
}
