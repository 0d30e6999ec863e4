/** A table with what there is to know of it in quiet letters below. */

import { sayNoInterval } from '../../output/say-no-interval.js';
import { wordsIn } from '../../output/words/words.js';
import { wrap } from './layout/text.js';
import type { Brush, Page } from './screen.js';

/**
 * The lines of a table and its notes; where a difference in it has no interval, also why.
 *
 * @param draws of the run; undefined, as a single one: the notes say why there is no interval
 */
export function withNotes(
  table: readonly string[],
  notes: readonly string[],
  draws: number | undefined,
  page: Page,
  brush: Brush,
): string[] {
  const { noInterval } = wordsIn(page.language).screen;
  const mark = `[${noInterval.replaceAll('\u00a0', ' ')}]`;
  const isUntold = draws !== undefined && draws > 1 && table.some((line) => line.includes(mark));
  const missing = isUntold ? [sayNoInterval(draws, page.language)] : [];
  return [...table, ...[...missing, ...notes].flatMap((note) => wrap(note, page.text)).map(brush.dim)];
}
