/** Published figures, and how scenarios compare with them. */

import { join } from 'node:path';
import { type FitRow, fitRows } from '../../analysis/calibration/fit.js';
import { type Peopled, peopleOf } from '../../domain/attributes/people.js';
import { subgroupOf } from '../../domain/attributes/subgroups.js';
import { drawScenario } from '../../domain/parameters/draw.js';
import { type Target, unitOfMetric } from '../../domain/parameters/targets.js';
import { deriveKey } from '../../engine/random/threefry.js';
import type { Language } from '../../output/language.js';
import { formatNumber } from '../../output/number.js';
import { wordsIn } from '../../output/words/words.js';
import { shortenPath } from '../../scenario/check/diagnostic.js';
import { packageLibrary } from '../../scenario/load-scenario.js';
import { readPackageTables } from '../../scenario/tables/package-tables.js';
import { readTargets } from '../../scenario/tables/targets-file.js';
import { openPool, runInOrder } from '../../simulation/pool.js';
import { seedKey } from '../../simulation/seed.js';
import { type Caller, countSteps } from '../caller.js';
import { notesOf } from '../write/warnings.js';
import { type Named, namedOf } from './number-names.js';
import { refusalOf } from './refused-files.js';
import { loadAll } from './scenarios.js';

export type { FitRow };

/** Targets for the people of a scenario. */
interface LoadedTargets {
  readonly path: string;
  readonly targets: readonly Target[];
  /** What is to be said of them, a line each. */
  readonly notes: readonly string[];
}

/**
 * The targets of the package, or of a file, for the people of a scenario. Those of the package that are of people whom the scenario does
 * not have (it has origins of its own) are left out; those of a file only where another of the scenarios has these people.
 *
 * @param language of the notes
 * @throws Refusal with every problem of the file.
 */
export function loadTargets(
  path: string | undefined,
  tree: Peopled,
  others: readonly Peopled[] = [],
  language: Language = 'en',
): LoadedTargets {
  const file = path ?? join(packageLibrary().data, 'targets.csv');
  const isOfOthers = (subgroup: string) =>
    path === undefined || others.some((other) => subgroupOf(subgroup, peopleOf(other)) !== undefined);
  const read = readTargets(file, peopleOf(tree), isOfOthers);
  if (!read.ok) throw refusalOf(read.diagnostics);
  const { targets, leftOut } = read;
  const whose = [...new Set(leftOut)].sort().join(', ');
  const said = wordsIn(language).screen.commands.validate.leftOut(
    formatNumber(leftOut.length, 0, language),
    whose,
  );
  return { path: file, targets, notes: leftOut.length > 0 ? [said] : [] };
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
  /** Of the notes. */
  readonly lang: Language;
}

/** Published figures next to a scenario's results under its reference approach. */
export interface TargetsFit {
  readonly path: string;
  /** Name of the scenario. */
  readonly name: string;
  readonly reference: string;
  /** What the names of its approaches and of its people are made of. */
  readonly named: Named;
  /** What lies outside tables and laws, what is used nowhere, and which figures are left out. */
  readonly notes: readonly string[];
  readonly fit: readonly FitRow[];
}

/** Measures published figures under the reference approach of scenarios; yields the fit of each. */
export async function* fitTargets(
  paths: readonly string[],
  options: TargetsOptions,
  caller: Caller,
): AsyncGenerator<TargetsFit, void> {
  const loaded = loadAll(paths, options.set);
  const trees = loaded.map(({ tree }) => tree);
  const scenarios = loaded.map((scenario) => ({
    ...scenario,
    figures: loadTargets(options.targets, scenario.tree, trees, options.lang),
  }));
  const tables = readPackageTables(packageLibrary());
  const key = seedKey(options.seed);
  const { draws, persons } = options;
  // Of a scenario all of whose figures are left out there is nothing to measure.
  const drawsFor = (targets: readonly Target[]) => (targets.length > 0 ? draws : 0);
  const steps = countSteps(
    caller,
    scenarios.reduce((sum, { figures }) => sum + drawsFor(figures.targets), 0),
  );
  const pool = await openPool(options.workers);
  try {
    for (const { figures, ...scenario } of scenarios) {
      const { path, tree, posterior } = scenario;
      const { targets } = figures;
      const means: Float64Array[] = [];
      await runInOrder(
        pool,
        'targets',
        drawsFor(targets),
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
      const notes = [...notesOf(scenario, tables, options.lang), ...figures.notes];
      yield {
        path: shortenPath(path),
        name: tree.name,
        reference: tree.reference,
        named: namedOf(scenario),
        notes,
        fit: fitRows(targets, means),
      };
    }
  } finally {
    await pool.close();
  }
}
