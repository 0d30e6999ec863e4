/** What the measures of a scenario's results count. */

import type { Language } from '../../output/language.js';
import { type Definition, measureDefinitions } from '../../output/package/measure-definitions.js';
import { namedOf } from '../scenarios/number-names.js';
import { loadAll } from '../scenarios/scenarios.js';

/** What the measures in the results of a scenario count, in a language. */
export function explainMeasures(
  file: string,
  set: readonly string[],
): { readonly name: string; readonly measuresIn: (language: Language) => readonly Definition[] } {
  const scenario = loadAll([file], set)[0]!;
  const { tree } = scenario;
  const { labels } = namedOf(scenario);
  return { name: tree.name, measuresIn: (language) => measureDefinitions(tree, language, labels) };
}
