/**
 * Everything that reports and charts say, in both languages: one table for each language, of the same shape. Sentences are
 * functions of numbers and names that have been formatted already. The names of measures, attributes and laws
 * are defined with them, in `domain`; those of activities and approaches in the scenario. All messages are in English alone, and are
 * written where they are used.
 */

import type { LawWords, Regime } from '../../domain/regimes/regime.js';
import type { Language } from '../language.js';
import { en } from './en/all.js';
import { nl } from './nl/all.js';

export { nameIn } from './name-in.js';

/** The words of a language. */
export type Words = typeof en;

const tables: Readonly<Record<Language, Words>> = { en, nl };

/** The words of a language. */
export function wordsIn(language: Language): Words {
  return tables[language];
}

/** The words of a language, with those of the law that results are of: another law may mean something else by a name. */
export function wordsUnder(language: Language, { words }: Pick<Regime, 'words'>): Words {
  const table = tables[language];
  const { names } = table;
  const kinds = Object.entries(words[language]) as [keyof LawWords, LawWords[keyof LawWords]][];
  const withLaw = kinds.map(([kind, ofLaw]) => [kind, { ...names[kind], ...ofLaw }]);
  return { ...table, names: { ...names, ...(Object.fromEntries(withLaw) as LawWords) } };
}
