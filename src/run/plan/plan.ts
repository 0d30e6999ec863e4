/** What a run is going to simulate, with the tables it needs. */

import { type LoadedScenario, packageLibrary } from '../../scenario/load-scenario.js';
import { readNorms, type SourcedNorm } from '../../scenario/tables/norms.js';
import { type PackageTables, readPackageTables } from '../../scenario/tables/package-tables.js';
import type { Task } from '../../simulation/task.js';
import { type TaskOptions, taskOf } from './design.js';

/** What there is to simulate. */
export interface Plan {
  readonly scenarios: readonly LoadedScenario[];
  readonly norms: readonly SourcedNorm[];
  readonly tables: PackageTables;
  /** The task of every scenario. */
  readonly tasks: readonly Task[];
}

/** The plan of a run of scenarios. @throws Refusal where one of them is too large */
export function planOf(scenarios: readonly LoadedScenario[], options: TaskOptions): Plan {
  const norms = readNorms(packageLibrary());
  const tables = readPackageTables(packageLibrary());
  return { scenarios, norms, tables, tasks: scenarios.map((scenario) => taskOf(scenario, norms, options)) };
}
