/** What a reader of results should know about their scenarios. */

import { outsideOf } from '../../domain/time/coverage.js';
import type { Language } from '../../output/language.js';
import { listNames } from '../../output/list-names.js';
import { type Words, wordsIn } from '../../output/words/words.js';
import { describeBeyond } from '../../scenario/check/beyond.js';
import { idleOffers } from '../../scenario/check/idle-offers.js';
import { describeSetByHand } from '../../scenario/check/set-by-hand.js';
import { describeUnused, unusedNumbers } from '../../scenario/check/unused-numbers.js';
import type { LoadedScenario } from '../../scenario/load-scenario.js';
import type { PackageTables } from '../../scenario/tables/package-tables.js';
import { shortenFromPackage } from '../scenarios/scenarios.js';

/** The numbers of a scenario that are used nowhere, a line each. */
function unusedNotes(
  { path, tree, inherited }: Pick<LoadedScenario, 'path' | 'tree' | 'inherited'>,
  { unused: words }: Words['screen']['commands']['validate'],
): string[] {
  return [
    ...unusedNumbers(path, inherited).map((unused) => describeUnused(unused, shortenFromPackage, words)),
    ...idleOffers(tree, inherited, shortenFromPackage, words),
  ];
}

/** Of a checked scenario, what its notes are about. */
type Noted = Pick<LoadedScenario, 'path' | 'tree' | 'inherited' | 'beyond'>;

/**
 * What is to be said of a checked scenario: what lies outside tables and laws, which draws lie beyond what their place allows, and
 * what is used nowhere, a line each. @param language English for messages
 */
export function notesOf(scenario: Noted, { dated }: PackageTables, language: Language = 'en'): string[] {
  const { footing, screen } = wordsIn(language);
  const words = screen.commands.validate;
  return [
    ...outsideOf(scenario.tree, dated).map(footing.outside),
    ...scenario.beyond.map((beyond) => describeBeyond(beyond, shortenFromPackage, words.beyond)),
    ...unusedNotes(scenario, words),
  ];
}

/** What a reader of the results should know about a scenario. */
export function warningsOf(
  scenario: Noted & Pick<LoadedScenario, 'setByHand'>,
  tables: PackageTables,
  language: Language = 'en',
): string[] {
  const { tree, setByHand } = scenario;
  const { notes } = wordsIn(language).screen;
  const names = Object.keys(tree.approaches);
  return [
    ...(names.length < 2 ? [notes.onlyApproach(names.join())] : []),
    ...notesOf(scenario, tables, language),
    ...describeSetByHand(setByHand, notes.setByHand),
  ];
}

/** Warnings as files have them, in English, and as they are told. */
export interface Warnings {
  readonly written: readonly string[];
  readonly told: readonly string[];
}

/** Warnings to be written, and to be told in a language. */
export function warningsIn(language: Language, of: (language: Language) => readonly string[]): Warnings {
  const written = of('en');
  return { written, told: language === 'en' ? written : of(language) };
}

/** Warnings of several scenarios, or points of a sweep: each once, with the names it applies to. */
export function groupWarnings(
  warned: readonly { readonly name: string; readonly warnings: readonly string[] }[],
  language: Language = 'en',
): string[] {
  const { footing } = wordsIn(language);
  const groups = new Map<string, string[]>();
  for (const { name, warnings } of warned)
    for (const warning of warnings) groups.set(warning, [...(groups.get(warning) ?? []), name]);
  return [...groups].map(([warning, names]) => `${listNames(names, footing.andMore)}: ${warning}`);
}
