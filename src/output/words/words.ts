/**
 * Everything that reports and charts say, in both languages: one table a language, of the same shape. Sentences are
 * functions of numbers and names that are written out already. What measures, attributes and laws are called stands
 * with themselves, in `domain`; the terminal and all messages are in English alone, and stand where they are given.
 */

import type { Language } from '../language.js';
import { en } from './en/all.js';
import { nl } from './nl/all.js';

/** The words of a language. */
export type Words = typeof en;

const tables: Readonly<Record<Language, Words>> = { en, nl };

/** The words of a language. */
export function wordsIn(language: Language): Words {
  return tables[language];
}

/** A name by its dictionary; one that the dictionary lacks is shown as it is, without underscores. */
export function nameIn(names: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(names, name) ? names[name]! : name.replaceAll('_', ' ');
}

/** A label of a scenario in the language; one that the package does not know is shown as it is. */
export function labelIn(language: Language, label: string): string {
  const { labels } = wordsIn(language);
  return Object.hasOwn(labels, label) ? labels[label]! : label;
}
