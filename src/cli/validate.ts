/** `doorstroom validate`: checks scenario files, or holds them against published figures. */

import { fitRows } from '../analysis/calibration/fit.js';
import { outsideOf } from '../domain/coverage.js';
import { drawScenario } from '../domain/parameters/draw.js';
import { deriveKey } from '../engine/random/threefry.js';
import { countOf } from '../output/number.js';
import * as words from '../output/report/words/en-footing.js';
import { formatDiagnostic } from '../scenario/check/diagnostic.js';
import { type LoadedScenario, loadScenario, packageLibrary } from '../scenario/load-scenario.js';
import { type PackageTables, readPackageTables } from '../scenario/tables/package-tables.js';
import { openPool, runInOrder } from '../simulation/pool.js';
import { keyOfSeed } from '../simulation/seed.js';
import { loadTargets } from './calibrate.js';
import { EXIT } from './exit.js';
import { printFit } from './fit-table.js';
import { openProgress } from './progress.js';
import { loadAll } from './scenarios.js';

/** What of a scenario's lives lies outside tables and laws, a line each. */
function notesOf(path: string, tree: LoadedScenario['tree'], { dated }: PackageTables): string {
  return outsideOf(tree, dated)
    .map((outside) => `${path}: note: ${words.outside(outside)}\n`)
    .join('');
}

/** Prints a line per file in order, or all problems; returns the exit status. @param set `path=value` over every file */
export function validate(paths: readonly string[], set: readonly string[]): number {
  const library = packageLibrary();
  const tables = readPackageTables(library);
  let status: number = EXIT.done;
  for (const path of paths) {
    const result = loadScenario(path, library, set);
    if (result.ok) {
      const approaches = Object.keys(result.scenario.tree.approaches).join(', ');
      process.stdout.write(`${path}: valid (${result.scenario.tree.name}; ${approaches})\n`);
      process.stdout.write(notesOf(path, result.scenario.tree, tables));
    } else {
      status = EXIT.input;
      for (const diagnostic of result.diagnostics) process.stderr.write(`${formatDiagnostic(diagnostic)}\n`);
    }
  }
  return status;
}

export interface TargetsOptions {
  /** A file, or true for the figures of the package; undefined: the scenarios are only checked. */
  readonly targets: string | true | undefined;
  readonly draws: number;
  readonly persons: number;
  readonly seed: string;
  readonly set: readonly string[];
  readonly workers: number;
  readonly quiet: boolean;
}

/** Prints published figures beside the reference approach of scenarios, those used in a fit and the others apart. */
export async function validateTargets(
  paths: readonly string[],
  options: TargetsOptions,
  signal: AbortSignal,
): Promise<void> {
  const file = typeof options.targets === 'string' ? options.targets : undefined;
  const scenarios = loadAll(paths, options.set).map((scenario) => ({
    ...scenario,
    targets: loadTargets(file, scenario.tree).targets,
  }));
  const tables = readPackageTables(packageLibrary());
  const key = keyOfSeed(options.seed);
  const { draws, persons } = options;
  const progress = await openProgress(draws * scenarios.length, options.quiet);
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
          progress.step(tree.name);
        },
        { signal },
      );
      process.stdout.write(
        `${tree.name}, ${tree.reference}: ${countOf(draws, 'parameter draw')} of ${countOf(persons, 'person')}\n`,
      );
      process.stdout.write(notesOf(path, tree, tables));
      await printFit(fitRows(targets, means));
    }
  } finally {
    progress.stop();
    await pool.close();
  }
}
