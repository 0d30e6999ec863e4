/** Where every number of a scenario comes from. */

import { writeWhole } from '../../machine/folder.js';
import { type Dialect, formatCsv } from '../../output/csv.js';
import { suggestPaths } from '../../scenario/check/known-paths.js';
import {
  type Explained,
  explainNorms,
  explainNumbers,
  explainSetting,
} from '../../scenario/check/provenance.js';
import { type LoadedScenario, packageLibrary } from '../../scenario/load-scenario.js';
import { readNorms } from '../../scenario/tables/norms.js';
import { Refusal } from '../refusal.js';
import { type Named, namedOf } from '../scenarios/number-names.js';
import { loadAll } from '../scenarios/scenarios.js';
import { type CountedLabel, countedLabel, type ExplainedRow, explainedRow, tableOf } from './rows.js';

export interface ExplainOptions {
  /** Only numbers of this label. */
  readonly label?: CountedLabel;
  readonly set: readonly string[];
  readonly csvFile?: string;
  readonly csv: Dialect;
}

/** What is known about a scenario's numbers. */
export interface Explanation {
  /** Name of the scenario. */
  readonly name: string;
  /** What the names of its approaches are made of, and its law. */
  readonly named: Named;
  readonly rows: readonly ExplainedRow[];
}

const isUnder = (path: string, prefix: string) => path === prefix || path.startsWith(`${prefix}.`);

/** The numbers below a path, or the setting itself. @throws Refusal when the path does not exist. */
function choose(scenario: LoadedScenario, all: readonly Explained[], path: string): readonly Explained[] {
  const numbers = all.filter((each) => isUnder(each.path, path));
  if (numbers.length > 0) return numbers;
  const setting = explainSetting(scenario.inherited, path);
  if (setting !== undefined) return [setting];
  throw new Refusal(`${scenario.path}: no such path "${path}"${suggestPaths(path, scenario.inherited)}`);
}

/**
 * Explains a scenario, or what stands at a path of it; writes it as a file when asked.
 *
 * @throws Refusal when the scenario or the path is wrong.
 */
export function explain(file: string, path: string | undefined, options: ExplainOptions): Explanation {
  const scenario = loadAll([file], options.set)[0]!;
  const library = packageLibrary();
  const all = [...explainNumbers(scenario), ...explainNorms(readNorms(library), library)];
  const chosen = path === undefined ? all : choose(scenario, all, path);
  const rows = chosen
    .filter(
      ({ quantity }) =>
        options.label === undefined ||
        (quantity === undefined ? 'none' : countedLabel(quantity)) === options.label,
    )
    .map(explainedRow);
  if (options.csvFile !== undefined) {
    writeWhole(options.csvFile, formatCsv(tableOf(options.csvFile, rows), options.csv));
  }
  return { name: scenario.tree.name, named: namedOf(scenario), rows };
}
