/** A sweep on the terminal, and as JSON. */

import { countOf } from '../../output/number.js';
import { type SweepPoint, sweptPaths, valueAt } from '../../output/sweep.js';
import type { PointRow, ShownSweep } from '../../run/sweep/sweep.js';
import { decisive, type Headline, headlineColumns, headlines } from '../../run/write/headlines.js';
import { asWritten, type SummarisedRow } from '../../run/write/read-back.js';
import { plain, show, showDifference } from './cells.js';
import { colours } from './colours.js';

/** Points shown on the terminal; the others stand in the file. */
const SHOWN_POINTS = 40;

/** The rows of one point, by what they tell. */
type RowFinder = (approach: string, against: string, headline: Headline) => PointRow | undefined;

/** How to find the rows of each point. */
function findByPoint({ rows }: ShownSweep): Map<SweepPoint, RowFinder> {
  const keyOf = (approach: string, against: string, measure: string, month: number | undefined) =>
    JSON.stringify([approach, against, measure, month ?? null]);
  const byPoint = new Map<SweepPoint, Map<string, PointRow>>();
  for (const { point, row } of rows) {
    const own = byPoint.get(point) ?? new Map<string, PointRow>();
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

function cellOf(find: RowFinder, approach: string, headline: Headline): string {
  const level = find(approach, '', headline);
  if (level === undefined) return '-';
  const difference = find(approach, 'base', headline);
  const value = show(headline, level.estimate, level.mcse);
  return difference === undefined
    ? value
    : `${value}\n${show(headline, difference.estimate, difference.mcse, true)}`;
}

/** Prints the main outcomes by point: the level, below it the difference from the base. */
export async function printSweep(listing: ShownSweep, horizonMonths: number, folder: string): Promise<void> {
  const { default: CliTable } = await import('cli-table3');
  const paint = await colours(process.stdout);
  const columns = headlineColumns(horizonMonths);
  const net = columns.find(({ measure }) => measure === decisive.name)!;
  const table = new CliTable({
    head: ['point', 'approach', ...columns.map(({ column }) => column), 'net balance\nagainst reference'],
    style: plain,
    colAligns: ['left', 'left', ...columns.map(() => 'right' as const), 'right'],
  });
  const finders = findByPoint(listing);
  const approaches = approachesByPoint(listing);
  const shown = listing.points.slice(0, SHOWN_POINTS + 1);
  for (const point of shown) {
    const find = finders.get(point)!;
    for (const [approach, reference] of approaches.get(point)!) {
      if (isAsInBase(find, approach, columns)) continue;
      const contrast = reference === undefined ? undefined : find(approach, reference, net);
      table.push([
        point.name.replaceAll(', ', '\n'),
        approach,
        ...columns.map((headline) => cellOf(find, approach, headline)),
        contrast === undefined ? '' : showDifference(net, contrast).replace(' [', '\n['),
      ]);
    }
  }
  const more = listing.points.length - shown.length;
  process.stdout.write(
    [
      '',
      paint.bold(listing.municipality),
      table.toString(),
      ...(more > 0 ? [`and ${countOf(more, 'point')} more in sweep.csv`] : []),
      paint.dim(
        'Per cell: the outcome, and below it the difference from the base on common random numbers. ' +
          (listing.draws > 1
            ? 'In brackets: 95 % over the parameters.'
            : 'Intervals cannot be told from one draw.'),
      ),
      paint.dim(`Euros a person: ${listing.money}.`),
      ...listing.unlike.map((said) => paint.dim(`Mind that ${said}.`)),
      paint.dim('Left out: approaches that a point leaves exactly as they are in the base.'),
      `written to ${folder}`,
      '',
    ].join('\n'),
  );
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
  const { municipality, tree, points, money, unlike } = listing;
  const finders = findByPoint(listing);
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
      settings: Object.fromEntries(paths.map((path) => [path, valueAt(tree, point, path) ?? null])),
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
