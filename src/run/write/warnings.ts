/** What a reader of results should know about their scenarios. */

import { groupBy } from '../../domain/group-by.js';
import { outsideOf } from '../../domain/time/coverage.js';
import type { Language } from '../../output/language.js';
import { listNames } from '../../output/list-names.js';
import type { Warnings } from '../../output/package/manifest.js';
import { wordsIn } from '../../output/words/words.js';
import { describeBeyond } from '../../scenario/check/beyond.js';
import { idleOffers } from '../../scenario/check/idle-offers.js';
import { describeSetByHand } from '../../scenario/check/set-by-hand.js';
import { describeUnused, unusedNumbers } from '../../scenario/check/unused-numbers.js';
import type { LoadedScenario } from '../../scenario/load-scenario.js';
import type { PackageTables } from '../../scenario/tables/package-tables.js';
import { shortenFromPackage } from '../scenarios/scenarios.js';

/** Of a checked scenario, what its notes are about. */
type Noted = Pick<LoadedScenario, 'path' | 'tree' | 'inherited' | 'beyond'>;

/** Looks for what is to be said of a checked scenario; returns what says it in a language, a line each. */
function findNotes(
  { path, tree, inherited, beyond }: Noted,
  { dated }: PackageTables,
): (language: Language) => string[] {
  const outside = outsideOf(tree, dated);
  const unused = unusedNumbers(path, inherited);
  return (language) => {
    const { footing, screen } = wordsIn(language);
    const words = screen.commands.validate;
    return [
      ...outside.map(footing.outside),
      ...beyond.map((each) => describeBeyond(each, shortenFromPackage, words.beyond)),
      ...unused.map((each) => describeUnused(each, shortenFromPackage, words.unused)),
      ...idleOffers(tree, inherited, shortenFromPackage, words.unused),
    ];
  };
}

/**
 * What is to be said of a checked scenario: what lies outside tables and laws, which draws lie beyond what their place allows, and
 * what is used nowhere, a line each. @param language English for messages
 */
export function notesOf(scenario: Noted, tables: PackageTables, language: Language = 'en'): string[] {
  return findNotes(scenario, tables)(language);
}

/** Warnings in every language. @param say all of them in one, in the same order in each */
export const warningsIn = (say: (language: Language) => readonly string[]): Warnings => ({
  en: say('en'),
  nl: say('nl'),
});

/** What a reader of the results should know about a scenario. */
export function warningsOf(
  scenario: Noted & Pick<LoadedScenario, 'setByHand'>,
  tables: PackageTables,
): Warnings {
  const { tree, setByHand } = scenario;
  const names = Object.keys(tree.approaches);
  const notesIn = findNotes(scenario, tables);
  return warningsIn((language) => {
    const { notes } = wordsIn(language).screen;
    return [
      ...(names.length < 2 ? [notes.onlyApproach(names.join())] : []),
      ...notesIn(language),
      ...describeSetByHand(setByHand, notes.setByHand),
    ];
  });
}

/** Warnings of several scenarios, or points of a sweep: each once, with the names it applies to. */
export function groupWarnings(
  warned: readonly { readonly name: string; readonly warnings: readonly string[] }[],
  language: Language = 'en',
): string[] {
  const { footing } = wordsIn(language);
  const all = warned.flatMap(({ name, warnings }) => warnings.map((warning) => ({ warning, name })));
  return [...groupBy(all, ({ warning }) => warning)].map(([warning, those]) => {
    const names = those.map(({ name }) => name);
    return `${listNames(names, footing.andMore)}: ${warning}`;
  });
}
