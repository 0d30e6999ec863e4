/** Checks scenario files. */

import { type OpenAlternative, openAlternatives } from '../../domain/parameters/open-alternatives.js';
import type { Language } from '../../output/language.js';
import { sayDecimal } from '../../output/number.js';
import { labelOfQuestion } from '../../output/package/labels.js';
import type { Diagnostic } from '../../scenario/check/diagnostic.js';
import { packageLibrary } from '../../scenario/load-scenario.js';
import { readPackageTables } from '../../scenario/tables/package-tables.js';
import { notesOf } from '../write/warnings.js';
import { type Named, namedOf, scenarioName } from './number-names.js';
import { scenarioLoader } from './scenarios.js';

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

/** A question that the source leaves open, with the weight of each answer, which goes by its name. */
function sayQuestion({ path, question, options }: OpenAlternative, named: Named, language: Language): string {
  const answers = options.map(
    ({ name, weight }) => `${name} ${sayDecimal(Number(weight.toPrecision(3)), language)}`,
  );
  return `${path}: ${labelOfQuestion(named, language, path, question)} ${answers.join(language === 'nl' ? '; ' : ', ')}`;
}

/** Checks scenario files one after the other. @param set `path=value` over every file @param language of the notes */
export function* checkScenarios(
  paths: readonly string[],
  set: readonly string[],
  language: Language,
): Generator<Checked, void> {
  const library = packageLibrary();
  const tables = readPackageTables(library);
  const load = scenarioLoader(set);
  for (const path of paths) {
    const result = load(path);
    if (!result.ok) yield { path, isValid: false, diagnostics: result.diagnostics };
    else {
      const { tree } = result.scenario;
      const named = namedOf(result.scenario);
      const notes = [
        ...openAlternatives(tree).map((asked) => sayQuestion(asked, named, language)),
        ...notesOf(result.scenario, tables, language),
      ];
      const name = scenarioName(named, tree.name, language);
      yield { path, isValid: true, name, approaches: Object.keys(tree.approaches), notes };
    }
  }
}
