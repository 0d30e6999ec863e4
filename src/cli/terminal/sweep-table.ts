/** A sweep on the terminal, and as JSON. */

import { formatNumber } from '../../output/number.js';
import { unlikeThings } from '../../output/package/footing.js';
import type { Printed } from '../../output/report/measured.js';
import { settleSweep } from '../../output/report/sweep-rounding.js';
import { pointInWords, type SweepPoint, sweptPaths } from '../../output/sweep.js';
import { type NamedContrast, saySweep } from '../../output/verdicts.js';
import { wordsIn } from '../../output/words/words.js';
import { approachLabel, scenarioName } from '../../run/scenarios/number-names.js';
import type { PointRow, ShownSweep } from '../../run/sweep/sweep.js';
import { contrastsOf } from '../../run/write/contrasts.js';
import { decisive, type Headline, headlineColumns, headlines } from '../../run/write/headlines.js';
import { asWritten, type SummarisedRow } from '../../run/write/read-back.js';
import { differenceCell, show } from './cells.js';
import {
  drawTable,
  fitsWhole,
  type ScreenCell,
  type ScreenColumn,
  type ScreenTable,
} from './layout/table.js';
import { wrap } from './layout/text.js';
import { withNotes } from './noted-table.js';
import type { Brush, Page } from './screen.js';
import { verdictLines } from './verdict-lines.js';

/** Points shown on the terminal; the others stand in the file. */
const SHOWN_POINTS = 20;

/** A sweep with what is printed of its rows. */
interface PrintedSweep extends Omit<ShownSweep, 'rows'> {
  readonly rows: readonly { readonly point: SweepPoint; readonly row: PointRow & Printed }[];
}

/** Rounds the rows of all points together, as the report of a sweep does. */
function printed(listing: ShownSweep): PrintedSweep {
  const byPoint = new Map<SweepPoint, PointRow[]>(listing.points.map((point) => [point, []]));
  for (const { point, row } of listing.rows) byPoint.get(point)!.push(row);
  const compared = listing.rows.find(({ row }) => row.against !== '' && row.against !== 'base');
  const reference = compared?.row.against ?? listing.rows[0]!.row.approach;
  const settled = settleSweep([...byPoint.values()], reference);
  const rows = listing.points.flatMap((point, p) => settled[p]!.map((row) => ({ point, row })));
  return { ...listing, rows };
}

/** The rows of one point, by what they tell. */
type RowFinder = (approach: string, against: string, headline: Headline) => (PointRow & Printed) | undefined;

/** How to find the rows of each point. */
function findByPoint({ rows }: PrintedSweep): Map<SweepPoint, RowFinder> {
  const keyOf = (approach: string, against: string, measure: string, month: number | undefined) =>
    JSON.stringify([approach, against, measure, month ?? null]);
  const byPoint = new Map<SweepPoint, Map<string, PointRow & Printed>>();
  for (const { point, row } of rows) {
    const own = byPoint.get(point) ?? new Map<string, PointRow & Printed>();
    byPoint.set(point, own.set(keyOf(row.approach, row.against, row.measure, row.month), row));
  }
  return new Map(
    [...byPoint].map(([point, own]): [SweepPoint, RowFinder] => [
      point,
      (approach, against, { measure, month }) => own.get(keyOf(approach, against, measure, month)),
    ]),
  );
}

/** The approaches of each point with the reference that each is compared with; the reference itself has none. */
function approachesByPoint({ rows }: ShownSweep): Map<SweepPoint, Map<string, string | undefined>> {
  const byPoint = new Map<SweepPoint, Map<string, string | undefined>>();
  for (const { point, row } of rows) {
    const own = byPoint.get(point) ?? new Map<string, string | undefined>();
    byPoint.set(point, own);
    if (row.against === '') own.set(row.approach, undefined);
    else if (row.against !== 'base') own.set(row.approach, row.against);
  }
  return byPoint;
}

/** Whether a point leaves an approach exactly as it is in the base. */
function isAsInBase(find: RowFinder, approach: string, columns: readonly Headline[]): boolean {
  return columns.every((headline) => find(approach, 'base', headline)?.estimate === 0);
}

type ShownColumn = Headline & { readonly column: string };

/** An approach at a point, with the rows that tell of it. */
interface Shown {
  readonly approach: string;
  readonly reference: string | undefined;
  readonly find: RowFinder;
}

/** The difference of an approach from the reference, in what decides. */
function contrastCell(
  { approach, reference, find }: Shown,
  net: Headline,
  brush: Brush,
): string | ScreenCell {
  const contrast = reference === undefined ? undefined : find(approach, reference, net);
  return contrast === undefined ? '' : differenceCell(net, contrast, brush);
}

/** Every outcome, and below it the difference from the base. */
function wideCells({ approach, find }: Shown, columns: readonly ShownColumn[]): string[] {
  return columns.map((headline) => {
    const level = find(approach, '', headline);
    if (level === undefined) return '-';
    const difference = find(approach, 'base', headline);
    const value = show(headline, level);
    return difference === undefined ? value : `${value}\n${show(headline, difference, true)}`;
  });
}

/** The net balance, and how far it is from that of the base. */
function narrowCells({ approach, find }: Shown, net: Headline): string[] {
  const level = find(approach, '', net);
  const difference = find(approach, 'base', net);
  return [
    level === undefined ? '-' : show(net, level),
    difference === undefined ? '' : show(net, difference, true),
  ];
}

/** What of a point is shown: the approaches that it changes. */
type ShownPoint = readonly [point: SweepPoint, shown: readonly Shown[]];

function tableOf(
  points: readonly ShownPoint[],
  headings: readonly [approach: string, ...others: string[]],
  nameOf: (approach: string) => string,
  cells: (shown: Shown) => (string | ScreenCell)[],
): ScreenTable {
  return {
    columns: [
      { heading: headings[0], align: 'left' },
      ...headings.slice(1).map((heading): ScreenColumn => ({ heading, align: 'right' })),
    ],
    groups: points.map(([point, shown]) => ({
      title: point.name,
      rows: shown.map((each) => [nameOf(each.approach), ...cells(each)]),
    })),
  };
}

/** How far a point moves what decides: the largest change of a contrast with the reference. */
function influenceOf(shown: readonly Shown[], base: readonly Shown[], net: Headline): number {
  const contrast = ({ approach, reference, find }: Shown) =>
    reference === undefined ? Number.NaN : (find(approach, reference, net)?.estimate ?? Number.NaN);
  const before = new Map(base.map((each) => [each.approach, contrast(each)]));
  const changes = shown.map((each) => Math.abs(contrast(each) - (before.get(each.approach) ?? Number.NaN)));
  return Math.max(0, ...changes.filter(Number.isFinite));
}

/** The points as they are verdicts on, by approach; the base is one of them. */
function contrastsOfSweep(
  { rows, draws }: PrintedSweep,
  all: readonly ShownPoint[],
  nameOf: (approach: string) => string,
): NamedContrast[][] {
  const names = [
    ...new Set(all.flatMap(([, shown]) => shown.flatMap((each) => (each.reference ? [each.approach] : [])))),
  ];
  return names.map((name) =>
    all.flatMap(([point, shown]) => {
      const reference = shown.find(({ approach }) => approach === name)?.reference;
      if (reference === undefined) return [];
      const differences = rows
        .filter(({ point: own, row }) => own.number === point.number && row.against === reference)
        .map(({ row }) => row);
      const approaches = [reference, name];
      return contrastsOf({ approaches, differences, influences: [], draws }).map((contrast) => ({
        ...contrast,
        approach: nameOf(contrast.approach),
        reference: nameOf(contrast.reference),
        name: point.name,
      }));
    }),
  );
}

/** The lines of the main outcomes by point, of many the points that matter most; then what that comes to. */
export function sweepLines(
  shownSweep: ShownSweep,
  horizonMonths: number,
  folder: string,
  page: Page,
  brush: Brush,
): string[] {
  const listing = printed(shownSweep);
  const { language } = page;
  const { screen: words, footing } = wordsIn(language);
  const nameOf = (approach: string) => approachLabel(listing.named, approach, language);
  const columns = headlineColumns(horizonMonths, language);
  const net = columns.find(({ measure }) => measure === decisive.name)!;
  const finders = findByPoint(listing);
  const approaches = approachesByPoint(listing);
  const all = listing.points.map((point): ShownPoint => {
    const find = finders.get(point)!;
    return [
      pointInWords(point, language),
      [...approaches.get(point)!].map(([approach, reference]) => ({ approach, reference, find })),
    ];
  });
  const base = all[0]![1];
  const ranked =
    all.length <= SHOWN_POINTS + 1
      ? all
      : [
          all[0]!,
          ...all
            .slice(1)
            .map((each) => ({ each, influence: influenceOf(each[1], base, net) }))
            .sort((a, b) => b.influence - a.influence)
            .slice(0, SHOWN_POINTS)
            .map(({ each }) => each),
        ];
  const shown = ranked.map(
    ([point, own]): ShownPoint => [
      point,
      own.filter(({ approach, find }) => !isAsInBase(find, approach, columns)),
    ],
  );
  const wide = tableOf(
    shown,
    [words.approach, ...columns.map(({ column }) => column), words.againstReferenceWide],
    nameOf,
    (each) => [...wideCells(each, columns), contrastCell(each, net, brush)],
  );
  const isWide = fitsWhole(wide, page.table);
  const narrow = tableOf(
    shown,
    [words.approach, words.netBalance, words.fromBase, words.againstReference],
    nameOf,
    (each) => [...narrowCells(each, net), contrastCell(each, net, brush)],
  );
  const more = listing.points.length - shown.length;
  const count = (number: number) => formatNumber(number, 0, language);
  const notes = [
    ...(more > 0 ? [words.mostMoving(count(SHOWN_POINTS), count(more))] : []),
    `${isWide ? words.sweepWide : words.sweepNarrow} ${listing.draws > 1 ? words.intervals : words.oneDraw}`,
    words.eurosEach(
      footing.discountedEach(listing.notes.map((note) => note.footing)),
      footing.prices(listing.notes.map((note) => note.footing)),
    ),
    ...unlikeThings(listing.notes).map((unlike) => words.pointsDiffer(footing.unlike(unlike))),
    words.unchanged,
  ];
  return [
    '',
    ...wrap(scenarioName(listing.named, listing.municipality, language), page.text).map(brush.bold),
    ...withNotes(drawTable(isWide ? wide : narrow, page.table, brush), notes, listing.draws, page, brush),
    ...contrastsOfSweep(listing, all, nameOf).flatMap((contrasts) => [
      ...verdictLines(contrasts[0]!, page, brush),
      ...saySweep(contrasts, language).flatMap((sentence) => wrap(sentence, page.text)),
    ]),
    ...wrap(words.written(folder), page.text, 2),
    '',
  ];
}

const numbers = (row: SummarisedRow | undefined) =>
  row === undefined
    ? null
    : {
        estimate: asWritten(row.estimate),
        mcse: asWritten(row.mcse),
        parameter_interval: [row.parameterLow, row.parameterHigh].map(asWritten),
      };

/** A machine-readable summary: the main outcomes of every point. */
export function summariseSweep(listing: ShownSweep, horizonMonths: number, folder: string) {
  const { municipality, tree, points, values, money, unlike } = listing;
  const finders = findByPoint(printed(listing));
  const approaches = approachesByPoint(listing);
  const paths = sweptPaths(points);
  return {
    municipality,
    folder,
    money,
    unlike,
    points: points.map((point) => ({
      point: point.number,
      name: point.name,
      settings: Object.fromEntries(paths.map((path) => [path, values[point.number]!.get(path) ?? null])),
      outcomes: headlines(horizonMonths, [tree]).map((headline) => ({
        measure: headline.measure,
        month: headline.month ?? null,
        unit: headline.unit,
        approaches: [...approaches.get(point)!].map(([approach, reference]) => ({
          approach,
          estimate: numbers(finders.get(point)!(approach, '', headline)),
          difference_from_base: numbers(finders.get(point)!(approach, 'base', headline)),
          reference: reference ?? null,
          difference_from_reference:
            reference === undefined ? null : numbers(finders.get(point)!(approach, reference, headline)),
        })),
      })),
    })),
  };
}
