/** A table with what there is to know of it in quiet letters below. */

import { wordsIn } from '../../output/words/words.js';
import { wrap } from './layout/text.js';
import type { Brush, Page } from './screen.js';

/** The lines of a table and its notes; where a difference in it has no interval, also why, unless they say so. */
export function withNotes(
  table: readonly string[],
  notes: readonly string[],
  page: Page,
  brush: Brush,
): string[] {
  const { noInterval, oneDraw, whyNoInterval } = wordsIn(page.language).screen;
  const mark = `[${noInterval.replaceAll('\u00a0', ' ')}]`;
  const isOpen = table.some((line) => line.includes(mark)) && !notes.some((note) => note.includes(oneDraw));
  const missing = isOpen ? [whyNoInterval] : [];
  return [...table, ...[...missing, ...notes].flatMap((note) => wrap(note, page.text)).map(brush.dim)];
}
