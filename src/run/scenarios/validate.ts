/** Checks scenario files. */

import { type OpenAlternative, openAlternatives } from '../../domain/parameters/open-alternatives.js';
import type { Diagnostic } from '../../scenario/check/diagnostic.js';
import { loadScenario, packageLibrary } from '../../scenario/load-scenario.js';
import { readPackageTables } from '../../scenario/tables/package-tables.js';
import { notesOf } from '../write/warnings.js';
import { fileNamed } from './names.js';

/** A scenario file that has been checked: what it holds, or what is wrong with it. */
export type Checked = { readonly path: string } & (
  | {
      readonly isValid: true;
      readonly name: string;
      readonly approaches: readonly string[];
      /** Open questions with their answers; what lies outside tables and laws, and what is used nowhere. */
      readonly notes: readonly string[];
    }
  | { readonly isValid: false; readonly diagnostics: readonly Diagnostic[] }
);

/** A question that the source leaves open, with the weight of each answer. */
function sayQuestion({ path, question, options }: OpenAlternative): string {
  const answers = options.map(({ name, weight }) => `${name} ${Number(weight.toPrecision(3))}`);
  return `${path}: ${question} ${answers.join(', ')}`;
}

/** Checks scenario files one after the other. @param set `path=value` over every file */
export function* checkScenarios(
  paths: readonly string[],
  set: readonly string[] = [],
): Generator<Checked, void> {
  const library = packageLibrary();
  const tables = readPackageTables(library);
  for (const path of paths) {
    const result = loadScenario(fileNamed(path), library, set);
    if (!result.ok) yield { path, isValid: false, diagnostics: result.diagnostics };
    else {
      const { tree } = result.scenario;
      const notes = [...openAlternatives(tree).map(sayQuestion), ...notesOf(result.scenario, tables)];
      yield { path, isValid: true, name: tree.name, approaches: Object.keys(tree.approaches), notes };
    }
  }
}
