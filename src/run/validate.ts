/** Checks scenario files. */

import { outsideOf } from '../domain/coverage.js';
import * as words from '../output/report/words/en-footing.js';
import type { Diagnostic } from '../scenario/check/diagnostic.js';
import { loadScenario, packageLibrary } from '../scenario/load-scenario.js';
import { readPackageTables } from '../scenario/tables/package-tables.js';

/** A scenario file that has been checked: what it holds, or what is wrong with it. */
export type Checked = { readonly path: string } & (
  | {
      readonly isValid: true;
      readonly name: string;
      readonly approaches: readonly string[];
      /** What lies outside tables and laws. */
      readonly notes: readonly string[];
    }
  | { readonly isValid: false; readonly diagnostics: readonly Diagnostic[] }
);

/** Checks scenario files one after the other. */
export function* checkScenarios(paths: readonly string[]): Generator<Checked, void> {
  const library = packageLibrary();
  const tables = readPackageTables(library);
  for (const path of paths) {
    const result = loadScenario(path, library);
    if (!result.ok) yield { path, isValid: false, diagnostics: result.diagnostics };
    else {
      const { tree } = result.scenario;
      const notes = outsideOf(tree, tables.dated).map(words.outside);
      yield { path, isValid: true, name: tree.name, approaches: Object.keys(tree.approaches), notes };
    }
  }
}
