/** Long lists on the terminal: the ends and the middle. */

import type { Language } from '../../output/language.js';
import { wordsIn } from '../../output/words/words.js';

/** Rows up to which a list is shown whole. */
const WHOLE = 24;
/** Of a longer one, so many at either end and about the middle. */
const END = 6;
const MIDDLE = 3;

/** A stretch of a list. */
export interface Stretch<Item> {
  readonly title: string | undefined;
  readonly items: readonly Item[];
}

/**
 * A list as it is, or the ends and the middle of one that is long.
 *
 * @param ranked the list from the highest to the lowest; only asked for where it is long
 */
export function shortened<Item>(
  all: readonly Item[],
  ranked: () => readonly Item[],
  language: Language,
): readonly Stretch<Item>[] {
  if (all.length <= WHOLE) return [{ title: undefined, items: all }];
  const items = ranked();
  const from = Math.floor((items.length - MIDDLE) / 2);
  const words = wordsIn(language).screen;
  return [
    { title: words.highest(String(END), String(items.length)), items: items.slice(0, END) },
    { title: words.middle, items: items.slice(from, from + MIDDLE) },
    { title: words.lowest(String(END)), items: items.slice(-END) },
  ];
}
