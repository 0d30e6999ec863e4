/** What `doorstroom explain` prints. */

import type { VarianceShares } from '../../run/explain/influence.js';
import {
  type AnnotatedQuantity,
  alternativeOf,
  countedLabel,
  countLabels,
  type ExplainedRow,
  rangeText,
  sameAsOf,
  shareWithinRange,
  writtenValue,
} from '../../run/explain/rows.js';
import { escapeControls } from '../../scenario/check/diagnostic.js';
import { drawTable, type ScreenColumn } from './layout/table.js';
import { wrap } from './layout/text.js';
import type { Brush, Page } from './screen.js';

/** Significant digits of a drawn point: it is computed, while what stands in a file is shown as it stands there. */
const DIGITS = 4;

function labelSummary(rows: readonly ExplainedRow[]): string {
  const parts = Object.entries(countLabels(rows)).map(([label, count]) =>
    label === 'none'
      ? `${count} without a label`
      : `${count} ${label === 'same' ? 'the same as another' : label}`,
  );
  return `${rows.length} ${rows.length === 1 ? 'number' : 'numbers'}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`;
}

/** The section a number is listed under: the first name of its path, of an approach the first two. */
function sectionOf(path: string): string {
  const names = path.split('.');
  return names.slice(0, names[0] === 'approaches' ? 2 : 1).join('.');
}

/** Numbers of a section, or of those that matter most, up to which all are shown on a terminal; and how many of more. */
const LONG = 12;
const SHOWN = 8;

/** What an overview is of. */
interface Overview {
  readonly name: string;
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

const percent = (share: number) => `${Number((100 * share).toPrecision(2))} %`;

/**
 * The lines of an overview: first the numbers that matter most by results, where there are any; then a row per number by section, on
 * a terminal the first ones of a long section; and how many there are of each label.
 */
export function overviewLines(overview: Overview, page: Page, brush: Brush): string[] {
  const { name, rows, influence } = overview;
  // In a pipe another program looks for something.
  const isWhole = overview.isWhole || !Number.isFinite(page.text);
  const begin = (all: readonly ExplainedRow[]) => (isWhole || all.length <= LONG ? all : all.slice(0, SHOWN));
  const first = influential(overview);
  const columns: ScreenColumn[] = [
    { heading: 'path', align: 'left', isWhole: true },
    { heading: 'value', align: 'right', said: (text) => text },
    { heading: 'unit', align: 'left', said: (text) => text },
    { heading: 'range', align: 'left', said: (text) => text },
    { heading: 'label', align: 'left', said: (text) => text },
    { heading: 'set in', align: 'left', said: (text) => text },
  ];
  const cellsOf = ({ path, quantity, setIn }: ExplainedRow) =>
    [
      path,
      String(quantity?.value ?? ''),
      quantity?.unit ?? '',
      quantity === undefined ? '' : rangeText(quantity).replace(' ', '\u00a0'),
      quantity === undefined || countedLabel(quantity) === 'none' ? '-' : countedLabel(quantity),
      setIn,
    ].map(escapeControls);
  const matter = {
    title: `What a difference between approaches hangs on most, by ${influence?.folder} (share of its variance)`,
    rows: begin(first).map((row) => {
      const [path, ...rest] = cellsOf(row);
      return [`${path}  ${percent(influence!.shares.get(row.path)!)}`, ...rest];
    }),
  };
  const others = rows.filter((row) => !begin(first).includes(row));
  const sections = [...new Set(others.map(({ path }) => sectionOf(path)))];
  const bySection = sections.map((section) => {
    const own = others.filter(({ path }) => sectionOf(path) === section);
    const shown = begin(own);
    const rest = shown.length < own.length ? `; the first ${shown.length}, --all shows all` : '';
    return {
      title: escapeControls(`${section} (${labelSummary(own)})${rest}`),
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
    ...wrap(`${escapeControls(name)}: ${labelSummary(rows)}`, page.text).map(brush.bold),
  ];
}

/** What is drawn over the range, in words. */
function distributionText(quantity: AnnotatedQuantity): string {
  const { distribution, low } = quantity;
  switch (distribution) {
    case undefined:
      return low === undefined
        ? 'none: the same in every parameter draw'
        : 'triangular (a range without a distribution)';
    case 'fixed':
      return 'fixed: the same in every parameter draw';
    case 'normal':
    case 'lognormal':
    case 'logit-normal':
      return `${distribution}, ${shorten(100 * shareWithinRange(quantity))} % of it within the range`;
    default:
      return distribution;
  }
}

const shorten = (value: number) => String(Number(value.toPrecision(DIGITS)));

function pointsText(points: readonly number[]): string {
  const [low, middle, high] = points.map(shorten);
  return `${low} (2.5 %), ${middle} (50 %), ${high} (97.5 %)`;
}

/** Lines `name  text` of what a number says of itself. */
function facts({ value, quantity, points, posterior }: ExplainedRow): [string, string | undefined][] {
  if (quantity === undefined) return [['value', writtenValue(value)]];
  const { unit, source, label, note } = quantity;
  return [
    ['value', `${quantity.value}${unit === undefined ? '' : ` ${unit}`}`],
    ['same as', sameAsOf(quantity)],
    ['hangs on', alternativeOf(quantity)],
    ['range', rangeText(quantity) || undefined],
    ['distribution', countedLabel(quantity) === 'same' ? undefined : distributionText(quantity)],
    [
      'posterior',
      posterior &&
        (quantity.tie !== undefined && quantity.tie.ratios.length > 0
          ? 'what it is the same as is drawn together with the other calibrated parameters; value: that of the posterior, times the ratio'
          : 'drawn together with the other calibrated parameters; value and range are those of the prior'),
    ],
    ['drawn', points === undefined || points[0] === points[2] ? undefined : pointsText(points)],
    ['label', label ?? 'none'],
    ['source', source],
    ['note', note],
  ];
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
export function detailLines(rows: readonly ExplainedRow[], page: Page, brush: Brush): string[] {
  return rows.flatMap((row, at) => {
    const last = row.chain.length - 1;
    const own = facts(row).flatMap(([name, text]): [string, string][] =>
      text === undefined ? [] : [[name, text]],
    );
    const chain = row.chain.map(({ value }, i): [string, string] => [
      i === 0 ? 'set in' : '',
      `${row.places[i]!}  ${writtenValue(value)}${i === last ? '  <- holds' : ''}`,
    ]);
    return [
      ...(at === 0 ? [] : ['']),
      ...wrap(escapeControls(row.path), page.text).map(brush.bold),
      ...factLines([...own, ...chain], page, brush),
    ];
  });
}
