/** All numbers of a scenario, as `doorstroom explain` lists them. */

import { formatNumber, roundDigits, sayDecimal } from '../../output/number.js';
import type { Influence } from '../../run/explain/influence.js';
import {
  type CountedLabel,
  countedLabel,
  countLabels,
  type ExplainedRow,
  rangeText,
} from '../../run/explain/rows.js';
import { approachLabel, type Named, scenarioName } from '../../run/scenarios/number-names.js';
import { escapeControls } from '../../scenario/check/diagnostic.js';
import { sayLabel, sayUnit, shown, type Told, toldOf } from './explain-cells.js';
import { drawTable, type ScreenColumn, type ScreenGroup } from './layout/table.js';
import { wrap } from './layout/text.js';
import type { Brush, Page } from './screen.js';

function labelSummary(rows: readonly ExplainedRow[], { words }: Told): string {
  const { numbers, counts } = words.screen.commands.explain;
  const parts = Object.entries(countLabels(rows)).map(([label, count]) =>
    counts[label as CountedLabel](String(count)),
  );
  return numbers(String(rows.length), parts.join(', '));
}

/** The section a number is listed under: the first name of its path, of an approach the first two. */
function sectionOf(path: string): string {
  const names = path.split('.');
  return names.slice(0, names[0] === 'approaches' ? 2 : 1).join('.');
}

/** A section, which is written in settings; an approach also by what reports call it. */
function sayPath(section: string, { named, language, words }: Told): string {
  const [, approach] = /^approaches\.(.+)$/.exec(section) ?? [];
  if (approach === undefined) return section;
  const label = approachLabel(named, approach, language);
  return label.toLowerCase() === approach ? section : `${section}, ${words.quoted(label)}`;
}

/** Numbers of a section, or of those that matter most, up to which all are shown on a terminal; and how many of more. */
const LONG = 12;
const SHOWN = 8;

/** What an overview is of. */
interface Overview {
  readonly name: string;
  readonly named: Named;
  readonly rows: readonly ExplainedRow[];
  readonly influence: Influence | undefined;
  /** Whether long sections are shown whole. */
  readonly isWhole: boolean;
}

/** Digits of an influence. */
const DIGITS = 2;

/** A number that matters, or a question. */
interface Mattering {
  readonly path: string;
  /** How much it matters, in words. */
  readonly said: string;
  /** The number itself; of a question the weights of its answers. */
  readonly numbers: readonly ExplainedRow[];
}

/** The numbers that results tell the influence of, the strongest first: their shares of the variance, and how far others move the balance. */
function influential({ rows, influence }: Overview, { language, words }: Told) {
  const find = (path: string, said: string): Mattering[] => {
    const own = rows.filter((row) => row.path === path);
    const numbers = own.length > 0 ? own : rows.filter((row) => row.path.startsWith(`${path}.`));
    return numbers.length === 0 ? [] : [{ path, said, numbers }];
  };
  const { percent } = words.screen.commands.explain;
  const shares = [...(influence?.shares ?? [])].flatMap(([path, share]) =>
    find(path, percent(sayDecimal(roundDigits(100 * share, DIGITS), language))),
  );
  const moves = [...(influence?.moves ?? [])].flatMap(([path, euros]) =>
    influence!.shares.has(path) ? [] : find(path, formatNumber(roundDigits(euros, DIGITS), 0, language)),
  );
  return { shares, moves };
}

/** The cells of a number but its path. */
function cellsOf({ quantity: own, setIn }: ExplainedRow, told: Told): string[] {
  const { language } = told;
  const quantity = own && shown(own);
  return [
    sayDecimal(quantity?.value ?? '', language),
    sayUnit(quantity?.unit, told),
    quantity === undefined ? '' : rangeText(quantity, language).replace(' ', '\u00a0'),
    quantity === undefined || countedLabel(quantity) === 'none'
      ? '-'
      : sayLabel(countedLabel(quantity), told),
    setIn,
  ];
}

/** Rows of what matters most: a number, or a question with its weights below it. */
function matteringRows({ path, said, numbers }: Mattering, told: Told): string[][] {
  const first = `${path}  ${said}`;
  const isNumber = numbers[0]!.path === path;
  const rows = isNumber
    ? [[first, ...cellsOf(numbers[0]!, told)]]
    : [[first], ...numbers.map((each) => [`  ${each.path}`, ...cellsOf(each, told)])];
  return rows.map((cells) => cells.map(escapeControls));
}

/**
 * The lines of an overview: first the numbers that matter most by results, where there are any; then a row per number by section, on
 * a terminal the first ones of a long section; and how many there are of each label.
 */
export function overviewLines(overview: Overview, page: Page, brush: Brush): string[] {
  const { name, named, rows, influence } = overview;
  const told = toldOf(named, page);
  const { explain } = told.words.screen.commands;
  // In a pipe another program looks for something.
  const isWhole = overview.isWhole || !Number.isFinite(page.text);
  const isLong = (all: readonly unknown[]) => !isWhole && all.length > LONG;
  const begin = (all: readonly Mattering[]) => (isLong(all) ? all.slice(0, SHOWN) : all);
  const columns: ScreenColumn[] = [
    { heading: explain.columns.path, align: 'left', isWhole: true },
    { heading: explain.columns.value, align: 'right', said: (text) => text },
    { heading: explain.columns.unit, align: 'left', said: (text) => text },
    { heading: explain.columns.range, align: 'left', said: (text) => text },
    { heading: explain.columns.label, align: 'left', said: (text) => text },
    { heading: explain.columns.setIn, align: 'left', said: (text) => text },
  ];
  const { shares, moves } = influential(overview, told);
  const folder = influence?.folder ?? '';
  const mattering = [
    { title: explain.mattersMost(folder), all: begin(shares) },
    { title: explain.movesMost(folder), all: begin(moves) },
  ].filter(({ all }) => all.length > 0);
  const said = new Set(mattering.flatMap(({ all }) => all.flatMap(({ numbers }) => numbers)));
  const sections = new Map<string, ExplainedRow[]>();
  for (const row of rows) {
    if (said.has(row)) continue;
    const section = sectionOf(row.path);
    const own = sections.get(section);
    if (own === undefined) sections.set(section, [row]);
    else own.push(row);
  }
  const ranks = new Map(
    [...(influence?.shares ?? []), ...(influence?.moves ?? [])].map(([path], i) => [path, i]),
  );
  const rankOf = ({ path }: ExplainedRow) => ranks.get(path) ?? ranks.size;
  const bySection = [...sections].map(([section, own]): ScreenGroup => {
    // What a section is shortened to are those of its numbers that matter most.
    const shown = isLong(own) ? [...own].sort((a, b) => rankOf(a) - rankOf(b)).slice(0, SHOWN) : own;
    const rest = shown.length < own.length ? `; ${explain.firstShown(String(shown.length))}` : '';
    return {
      title: escapeControls(`${sayPath(section, told)} (${labelSummary(own, told)})${rest}`),
      rows: shown.map((row) => [row.path, ...cellsOf(row, told)].map(escapeControls)),
    };
  });
  const first = mattering.map(
    ({ title, all }): ScreenGroup => ({
      title,
      rows: all.flatMap((each) => matteringRows(each, told)),
    }),
  );
  return [
    ...drawTable({ columns, groups: [...first, ...bySection] }, page.text, brush),
    '',
    ...wrap(
      `${escapeControls(scenarioName(named, name, told.language))}: ${labelSummary(rows, told)}`,
      page.text,
    ).map(brush.bold),
  ];
}
