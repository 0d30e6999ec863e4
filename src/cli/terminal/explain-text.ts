/** What `doorstroom explain` prints. */

import type { Language } from '../../output/language.js';
import { sayDecimal } from '../../output/number.js';
import { noteIn, sourceIn } from '../../output/reasons.js';
import { nameIn, type Words } from '../../output/words/words.js';
import type { VarianceShares } from '../../run/explain/influence.js';
import {
  type AnnotatedQuantity,
  alternativesOf,
  type CountedLabel,
  countedLabel,
  countLabels,
  type ExplainedRow,
  isComputed,
  rangeText,
  sameAsOf,
  shareWithinRange,
  writtenValue,
} from '../../run/explain/rows.js';
import { approachLabel, type Named, scenarioName, wordsOf } from '../../run/scenarios/number-names.js';
import { escapeControls } from '../../scenario/check/diagnostic.js';
import { drawTable, type ScreenColumn } from './layout/table.js';
import { wrap } from './layout/text.js';
import type { Brush, Page } from './screen.js';

/** Significant digits of a drawn point: it is computed, while what stands in a file is shown as it stands there. */
const DIGITS = 4;

/** How what is known of numbers is told: in a language, under the law of their scenario. */
interface Told {
  readonly named: Named;
  readonly language: Language;
  readonly words: Words;
}

const toldOf = (named: Named, { language }: Page): Told => ({
  named,
  language,
  words: wordsOf(named, language),
});

function labelSummary(rows: readonly ExplainedRow[], { words }: Told): string {
  const { numbers, counts } = words.screen.commands.explain;
  const parts = Object.entries(countLabels(rows)).map(([label, count]) =>
    counts[label as CountedLabel](String(count)),
  );
  return numbers(String(rows.length), parts.join(', '));
}

/** What a reader calls a label. */
function sayLabel(label: CountedLabel, { words }: Told): string {
  if (label === 'same' || label === 'none') return words.screen.commands.explain.labels[label];
  return words.names.sourceLabels[label];
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
  readonly influence: VarianceShares | undefined;
  /** Whether long sections are shown whole. */
  readonly isWhole: boolean;
}

/** The numbers that results tell the influence of, the strongest first. */
function influential({ rows, influence }: Overview): ExplainedRow[] {
  const byPath = new Map(rows.map((row) => [row.path, row]));
  return [...(influence?.shares.keys() ?? [])].flatMap((path) => byPath.get(path) ?? []);
}

const percent = (share: number, { language, words }: Told) =>
  words.screen.commands.explain.percent(sayDecimal(Number((100 * share).toPrecision(2)), language));

/**
 * The lines of an overview: first the numbers that matter most by results, where there are any; then a row per number by section, on
 * a terminal the first ones of a long section; and how many there are of each label.
 */
export function overviewLines(overview: Overview, page: Page, brush: Brush): string[] {
  const { name, named, rows, influence } = overview;
  const told = toldOf(named, page);
  const { language, words } = told;
  const { explain } = words.screen.commands;
  // In a pipe another program looks for something.
  const isWhole = overview.isWhole || !Number.isFinite(page.text);
  const begin = (all: readonly ExplainedRow[]) => (isWhole || all.length <= LONG ? all : all.slice(0, SHOWN));
  const first = influential(overview);
  const columns: ScreenColumn[] = [
    { heading: explain.columns.path, align: 'left', isWhole: true },
    { heading: explain.columns.value, align: 'right', said: (text) => text },
    { heading: explain.columns.unit, align: 'left', said: (text) => text },
    { heading: explain.columns.range, align: 'left', said: (text) => text },
    { heading: explain.columns.label, align: 'left', said: (text) => text },
    { heading: explain.columns.setIn, align: 'left', said: (text) => text },
  ];
  const cellsOf = ({ path, quantity: own, setIn }: ExplainedRow) => {
    const quantity = own && shown(own);
    return [
      path,
      sayDecimal(quantity?.value ?? '', language),
      sayUnit(quantity?.unit, told),
      quantity === undefined ? '' : rangeText(quantity, language).replace(' ', '\u00a0'),
      quantity === undefined || countedLabel(quantity) === 'none'
        ? '-'
        : sayLabel(countedLabel(quantity), told),
      setIn,
    ].map(escapeControls);
  };
  const matter = {
    title: explain.mattersMost(influence?.folder ?? ''),
    rows: begin(first).map((row) => {
      const [path, ...rest] = cellsOf(row);
      return [`${path}  ${percent(influence!.shares.get(row.path)!, told)}`, ...rest];
    }),
  };
  const said = new Set(begin(first));
  const sections = new Map<string, ExplainedRow[]>();
  for (const row of rows) {
    if (said.has(row)) continue;
    const section = sectionOf(row.path);
    const own = sections.get(section);
    if (own === undefined) sections.set(section, [row]);
    else own.push(row);
  }
  const bySection = [...sections].map(([section, own]) => {
    const shown = begin(own);
    const rest = shown.length < own.length ? `; ${explain.firstShown(String(shown.length))}` : '';
    return {
      title: escapeControls(`${sayPath(section, told)} (${labelSummary(own, told)})${rest}`),
      rows: shown.map(cellsOf),
    };
  });
  return [
    ...drawTable(
      { columns, groups: [...(first.length > 0 ? [matter] : []), ...bySection] },
      page.text,
      brush,
    ),
    '',
    ...wrap(
      `${escapeControls(scenarioName(named, name, language))}: ${labelSummary(rows, told)}`,
      page.text,
    ).map(brush.bold),
  ];
}

/** A number with the digits that are shown of it. */
function shown(quantity: AnnotatedQuantity): AnnotatedQuantity {
  if (!isComputed(quantity)) return quantity;
  const { value, low, high } = quantity;
  const brief = (end: number | undefined) => (end === undefined ? undefined : Number(shorten(end)));
  return { ...quantity, value: Number(shorten(value)), low: brief(low), high: brief(high) };
}

/** A unit in the language; one that has no word is shown as the file has it. */
const sayUnit = (unit: string | undefined, { words }: Told) =>
  unit === undefined ? '' : nameIn(words.names.units, unit);

/** What is drawn over the range, in words. */
function distributionText(quantity: AnnotatedQuantity, told: Told): string {
  const { distribution, low } = quantity;
  const { names, screen } = told.words;
  const { explain } = screen.commands;
  switch (distribution) {
    case undefined:
      return low === undefined
        ? explain.fixed(explain.labels.none)
        : explain.rangeAlone(names.distributions.triangular);
    case 'fixed':
      return explain.fixed(names.distributions.fixed);
    case 'normal':
    case 'lognormal':
    case 'logit-normal': {
      const share = sayDecimal(shorten(100 * shareWithinRange(quantity)), told.language);
      return explain.within(names.distributions[distribution], explain.percent(share));
    }
    default:
      return names.distributions[distribution];
  }
}

const shorten = (value: number) => String(Number(value.toPrecision(DIGITS)));

function pointsText(points: readonly number[], { language, words }: Told): string {
  const { percent } = words.screen.commands.explain;
  const of = [2.5, 50, 97.5].map((point) => percent(sayDecimal(point, language)));
  const said = points.map((value, i) => `${sayDecimal(shorten(value), language)} (${of[i]})`);
  return said.join(language === 'nl' ? '; ' : ', ');
}

/** Lines `name  text` of what a number says of itself. */
function facts(
  { path, value, quantity: own, points: pointsOf, posterior }: ExplainedRow,
  told: Told,
): [string, string][] {
  const { language, words } = told;
  const { explain } = words.screen.commands;
  const named = explain.facts;
  if (own === undefined) return [[named.value, writtenValue(value, explain)]];
  const quantity = shown(own);
  const { unit, source, label, note } = quantity;
  const points = pointsOf?.();
  const isTied = quantity.tie !== undefined && quantity.tie.ratios.length > 0;
  const said: [string, string | undefined][] = [
    [named.value, `${sayDecimal(quantity.value, language)} ${sayUnit(unit, told)}`.trimEnd()],
    [named.sameAs, sameAsOf(quantity)],
    ...alternativesOf(quantity, language).map((each): [string, string] => [named.hangsOn, each]),
    [named.range, rangeText(quantity, language) || undefined],
    [named.distribution, countedLabel(quantity) === 'same' ? undefined : distributionText(quantity, told)],
    [named.posterior, posterior && (isTied ? explain.jointlyTied : explain.jointly)],
    [named.drawn, points === undefined || points[0] === points[2] ? undefined : pointsText(points, told)],
    [named.label, sayLabel(label ?? 'none', told)],
    [named.source, source && sourceIn(source, language)],
    [named.note, note && (noteIn({ path, note }, told.named, language) ?? note)],
  ];
  return said.flatMap(([name, text]): [string, string][] => (text === undefined ? [] : [[name, text]]));
}

/** Columns of the names of facts, with the spaces about them. */
const NAME = 14;
const BEFORE = 2;

/** Lines of facts: names at the left, and what is said of each beside them. */
function factLines(named: readonly (readonly [string, string])[], page: Page, brush: Brush): string[] {
  return named.flatMap(([name, text]) =>
    wrap(escapeControls(text), page.text - BEFORE - NAME).map(
      (line, i) => `${' '.repeat(BEFORE)}${brush.dim((i === 0 ? name : '').padEnd(NAME))}${line}`,
    ),
  );
}

/** The lines of all there is to know about each of the nodes. */
export function detailLines(rows: readonly ExplainedRow[], named: Named, page: Page, brush: Brush): string[] {
  const told = toldOf(named, page);
  const { explain } = told.words.screen.commands;
  return rows.flatMap((row, at) => {
    const last = row.chain.length - 1;
    const chain = row.chain.map(({ value }, i): [string, string] => [
      i === 0 ? explain.facts.setIn : '',
      `${row.places[i]!}  ${writtenValue(value, explain)}${i === last ? `  ${explain.holds}` : ''}`,
    ]);
    return [
      ...(at === 0 ? [] : ['']),
      ...wrap(escapeControls(row.path), page.text).map(brush.bold),
      ...factLines([...facts(row, told), ...chain], page, brush),
    ];
  });
}
