/** `doorstroom explain`: where every number of a scenario comes from. */

import type { AnnotatedQuantity } from '../domain/parameters/quantity.js';
import { writeWhole } from '../machine/folder.js';
import { type Dialect, formatCsv } from '../output/csv.js';
import { suggestPaths } from '../scenario/check/known-paths.js';
import {
  type Explained,
  explainNorms,
  explainNumbers,
  explainSetting,
} from '../scenario/check/provenance.js';
import { type LoadedScenario, packageLibrary } from '../scenario/load-scenario.js';
import { readNorms } from '../scenario/tables/norms.js';
import { CommandError } from './exit.js';
import { explainMeasures } from './explain-measures.js';
import { dataOf, labelOf, rowOf, tableOf } from './explain-rows.js';
import { printDetails, printOverview } from './explain-text.js';
import { loadAll } from './scenarios.js';

/** A label to show, `same`: numbers that are the same as another, or `none`: numbers that have none. */
export type LabelFilter = NonNullable<AnnotatedQuantity['label']> | 'same' | 'none';

export interface ExplainOptions {
  readonly label?: LabelFilter;
  readonly set: readonly string[];
  /** What the measures of results count, instead of numbers. */
  readonly measures: boolean;
  readonly json: boolean;
  readonly csvFile?: string;
  readonly csv: Dialect;
}

const isUnder = (path: string, prefix: string) => path === prefix || path.startsWith(`${prefix}.`);

/** What stands at a path: its numbers, else the setting itself. @throws CommandError when there is nothing. */
function choose(scenario: LoadedScenario, all: readonly Explained[], path: string): readonly Explained[] {
  const numbers = all.filter((each) => isUnder(each.path, path));
  if (numbers.length > 0) return numbers;
  const setting = explainSetting(scenario.inherited, path);
  if (setting !== undefined) return [setting];
  throw new CommandError(`${scenario.path}: no such path "${path}"${suggestPaths(path, scenario.inherited)}`);
}

/**
 * Explains a scenario, or what stands at a path of it.
 * @throws CommandError when the scenario or the path is wrong.
 */
export async function explain(
  file: string,
  path: string | undefined,
  options: ExplainOptions,
): Promise<void> {
  if (options.measures && path !== undefined)
    throw new CommandError(`--measures and a path exclude each other; got the path "${path}"`);
  const scenario = loadAll([file], options.set)[0]!;
  if (options.measures) return explainMeasures(scenario, options.json);
  const library = packageLibrary();
  const all = [...explainNumbers(scenario), ...explainNorms(readNorms(library), library)];
  const chosen = path === undefined ? all : choose(scenario, all, path);
  const rows = chosen
    .filter(
      ({ quantity }) =>
        options.label === undefined ||
        (quantity === undefined ? 'none' : labelOf(quantity)) === options.label,
    )
    .map(rowOf);
  if (options.csvFile !== undefined) {
    writeWhole(options.csvFile, formatCsv(tableOf(options.csvFile, rows), options.csv));
  }
  if (options.json) process.stdout.write(`${JSON.stringify(dataOf(scenario.tree.name, rows), null, 2)}\n`);
  else if (path === undefined) await printOverview(scenario.tree.name, rows);
  else await printDetails(rows);
}
