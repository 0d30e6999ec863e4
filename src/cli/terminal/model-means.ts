/** The means of a bare model on the terminal. */

import type { Language } from '../../output/language.js';
import { formatNumber, formatValue, roundDigits } from '../../output/number.js';
import { wordsIn } from '../../output/words/words.js';
import type { ModelRun } from '../../run/model/model.js';
import { type MeanRow, meanRows } from '../../run/model/tables.js';
import { asWritten } from '../../run/write/read-back.js';
import { drawTable } from './layout/table.js';
import { wrap } from './layout/text.js';
import type { Brush, Page } from './screen.js';

/** An MCSE to two digits; a dash where it cannot be estimated, as of a single person. */
function formatError(mcse: number, language: Language): string {
  if (!Number.isFinite(mcse)) return '-';
  if (mcse === 0) return '0';
  const short = roundDigits(mcse, 2);
  const decimals = Math.max(0, 1 - Math.floor(Math.log10(short)));
  return formatNumber(short, decimals, language);
}

/** The lines of the means, rounded as their MCSE warrants. */
export function meanLines(run: ModelRun, folder: string, page: Page, brush: Brush): string[] {
  const { language } = page;
  const words = wordsIn(language).screen.commands.model;
  const { what, of: whose, mean, mcse } = words.columns;
  const columns = [
    { heading: what, align: 'left' },
    { heading: whose, align: 'left' },
    { heading: mean, align: 'right' },
    { heading: mcse, align: 'right' },
  ] as const;
  const rows = meanRows(run).map(({ kind, name, of }) => [
    kind,
    name,
    formatValue(of.mean, of.mcse, false, language),
    formatError(of.mcse, language),
  ]);
  return [
    ...drawTable({ columns, groups: [{ rows }] }, page.table, brush),
    ...wrap(words.written(formatNumber(run.persons, 0, language), folder), page.text, 2),
  ];
}

/** The means as data. */
export function summariseMeans(rows: readonly MeanRow[]) {
  return rows.map(({ kind, name, of: { mean, variance, mcse, persons } }) => ({
    kind,
    name,
    mean: asWritten(mean),
    variance: asWritten(variance),
    mcse: asWritten(mcse),
    persons,
  }));
}
