/** Targets beside the model, in the terminal: what was fitted and what was not, apart. */

import type { Language } from '../../output/language.js';
import { formatNumber } from '../../output/number.js';
import { nameIn, type Words } from '../../output/words/words.js';
import { type Named, subgroupInWords, wordsOf } from '../../run/scenarios/number-names.js';
import { type FitRow, isShare } from '../../run/scenarios/targets.js';
import { drawTable, type ScreenCell, type ScreenColumn } from './layout/table.js';
import { wrap } from './layout/text.js';
import type { Brush, Page } from './screen.js';

/** Whose figures they are, and how they are told. */
interface Told {
  readonly named: Pick<Named, 'regime' | 'origins'>;
  readonly language: Language;
  readonly words: Words;
}

function nameOf({ target }: FitRow, { named, language, words }: Told): string {
  const { metric, month, subgroup } = target;
  const { commands, inUnit } = words.screen;
  const { fit } = commands;
  const name = nameIn(words.names.terms, metric);
  return [
    // Most are shares, in per cent; the others say in what they are.
    isShare(target) ? name : `${name} (${inUnit.months})`,
    ...(month === undefined ? [] : [fit.month(String(month))]),
    ...(subgroup === 'all' ? [] : [subgroupInWords(named, subgroup, language)]),
  ].join(', ');
}

function standing({ estimate, inside }: FitRow, { words }: Told, brush: Brush): ScreenCell {
  const { fit } = words.screen.commands;
  if (Number.isNaN(estimate)) return { text: fit.unknown };
  return inside ? { text: fit.inside } : { text: fit.outside, paint: brush.doubtful };
}

function cellsOf(row: FitRow, told: Told, brush: Brush): (string | ScreenCell)[] {
  const { words, language } = told;
  const scale = isShare(row.target) ? 100 : 1;
  const show = (value: number) => formatNumber(value, 1, language);
  const shown = (value: number) => show(value * scale);
  return [
    nameOf(row, told),
    shown(row.target.value),
    shown(row.target.tolerance),
    shown(row.estimate),
    Number.isFinite(row.low)
      ? words.interval(shown(row.low), shown(row.high))
      : words.screen.commands.fit.noInterval,
    show(row.z),
    standing(row, told, brush),
  ];
}

function linesOf(title: string, rows: readonly FitRow[], told: Told, page: Page, brush: Brush): string[] {
  if (rows.length === 0) return [];
  const { fit } = told.words.screen.commands;
  const columns: ScreenColumn[] = [
    { heading: title, align: 'left' },
    { heading: fit.data, align: 'right' },
    { heading: '+-', align: 'right' },
    { heading: fit.model, align: 'right' },
    { heading: fit.interval, align: 'right', said: fit.intervalBelow },
    { heading: 'z', align: 'right' },
    // To the right, as numbers are: labels then leave their line to all of these.
    { heading: '', align: 'right', said: (text) => text },
  ];
  const inside = rows.filter((row) => row.inside).length;
  return [
    ...drawTable(
      { columns, groups: [{ rows: rows.map((row) => cellsOf(row, told, brush)) }] },
      page.table,
      brush,
    ),
    ...wrap(fit.insideOf(title, String(inside), String(rows.length)), page.text),
    '',
  ];
}

/**
 * The lines of the targets that were fitted, then of those that were not. Shares in per cent, waits in months.
 *
 * @param named the scenario, whose law and people have names
 */
export function targetLines(
  rows: readonly FitRow[],
  named: Told['named'],
  page: Page,
  brush: Brush,
): string[] {
  const { language } = page;
  const told = { named, language, words: wordsOf(named, language) };
  const { fit } = told.words.screen.commands;
  const of = (use: string) => rows.filter(({ target }) => target.use === use);
  return [
    ...linesOf(fit.fitted, of('fit'), told, page, brush),
    ...linesOf(fit.validation, of('validation'), told, page, brush),
  ];
}
