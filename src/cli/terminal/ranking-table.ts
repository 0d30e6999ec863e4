/** The ranking, on the terminal. */

import { join } from 'node:path';
import { listNames } from '../../output/list-names.js';
import { formatFixed, formatNumber } from '../../output/number.js';
import { wordsIn } from '../../output/words/words.js';
import type { Comparison } from '../../run/compare/compare.js';
import { rankingsOf } from '../../run/compare/ranking.js';
import { nameOfRow } from './comparison-table.js';
import { drawTable } from './layout/table.js';
import { wrap } from './layout/text.js';
import type { Brush, Page } from './screen.js';
import { shortened } from './shortened.js';

const percent = (share: number | undefined) => formatFixed(100 * (share ?? 0), 0);

/** The lines of the ranking: for each outcome the approaches by mean rank, with the probability to be first and last. */
export function rankingLines(
  { outcomes, draws, folder }: Pick<Comparison, 'outcomes' | 'draws' | 'folder'>,
  page: Page,
  brush: Brush,
): string[] {
  if (outcomes.length < 2 || draws < 2) return [];
  const { language } = page;
  const { screen: words, quoted, footing } = wordsIn(language);
  const count = formatNumber(draws, 0, language);
  const rankings = rankingsOf(outcomes, language);
  const withChance = rankings.flatMap(({ by, entries }) => {
    const names = entries.filter(({ hasChance }) => hasChance).map((entry) => nameOfRow(entry, language));
    return names.length === 0
      ? []
      : [words.ranksWithChance(listNames(names, footing.andMore), quoted(by.label))];
  });
  const tables = rankings.flatMap(({ by, entries }) => {
    const ranked = entries.toSorted((a, b) => a.meanRank - b.meanRank);
    const groups = shortened(ranked, () => ranked, language).map(({ title, items }) => ({
      ...(title === undefined ? {} : { title }),
      rows: items.map((entry) => [
        nameOfRow(entry, language),
        formatNumber(entry.meanRank, 1, language),
        percent(entry.probabilities[0]),
        percent(entry.probabilities.slice(0, 3).reduce((sum, value) => sum + value, 0)),
        percent(entry.probabilities.at(-1)),
      ]),
    }));
    const columns = [
      { heading: words.rankedBy(by.label), align: 'left' },
      { heading: words.meanRank, align: 'right' },
      { heading: words.first, align: 'right' },
      { heading: words.firstThree, align: 'right' },
      { heading: words.last, align: 'right' },
    ] as const;
    return [...drawTable({ columns, groups }, page.table, brush), ''];
  });
  const notes = [words.ranksNote(count, join(folder, 'ranking.csv')), ...withChance];
  return [...tables, ...notes.flatMap((note) => wrap(note, page.text)).map(brush.dim)];
}
