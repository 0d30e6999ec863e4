/** The files of a sweep: sweep.csv and points.csv. */

import type { SweepRow } from '../analysis/sweep.js';
import { ALTERNATIVES } from '../domain/parameters/alternatives.js';
import { centralScenario } from '../domain/parameters/draw.js';
import type { Posterior } from '../domain/parameters/posterior.js';
import { isAnnotated, isQuantity } from '../domain/parameters/quantity.js';
import type { ScenarioTree } from '../domain/schema/scenario.js';
import { numbersOfGroup } from '../scenario/inherit/meant-changes.js';
import type { Change } from '../scenario/inherit/override.js';
import { nodeOfNumber } from '../scenario/inherit/ties.js';
import type { Language } from './language.js';
import {
  type CellValue,
  describeError,
  type FileColumn,
  integerColumn,
  measureColumn,
  numberColumn,
  required,
  type Table,
  textColumn,
} from './package/columns.js';
import { type Definition, measureCategories } from './package/measure-definitions.js';
import { wordsIn } from './words/words.js';

/** A point of a sweep; number 0 is the base, which changes nothing. */
export interface SweepPoint {
  readonly number: number;
  readonly name: string;
  readonly changes: readonly Change[];
}

/** A point as readers call it: files call the base by one name in every language. */
export function pointInWords<Point extends Pick<SweepPoint, 'number' | 'name'>>(
  point: Point,
  language: Language,
): Point {
  return point.number === 0 ? { ...point, name: wordsIn(language).screen.base } : point;
}

/** A row of sweep.csv. */
export interface ListedRow {
  readonly point: SweepPoint;
  readonly row: SweepRow;
}

/** A finished sweep as its files show it. */
export interface SweepListing {
  readonly municipality: string;
  readonly tree: { readonly regime: string };
  /** To which date amounts are discounted, and in which prices they stand; in what the points differ. */
  readonly money: string;
  readonly unlike: readonly string[];
  readonly points: readonly SweepPoint[];
  /** By number of the point. */
  readonly values: readonly ValuesInForce[];
  /** Of the measures at any point: one may have activities of its own. */
  readonly definitions: readonly Definition[];
  readonly rows: readonly ListedRow[];
  readonly replications: number;
  readonly draws: number;
}

/** Paths that any point changes, in the order in which they first appear. */
export function sweptPaths(points: readonly SweepPoint[]): string[] {
  return [...new Set(points.flatMap(({ changes }) => changes.map(({ path }) => path.join('.'))))];
}

/** A node of a scenario as one cell: the number of an annotated one, the text, else JSON. */
function cellOf(node: unknown): CellValue {
  const value = isAnnotated(node) ? node.value : node;
  if (value === undefined || value === null) return undefined;
  return typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value);
}

/** The answer that holds to an open question, else that every draw takes one; undefined for any other path. */
function answerOf({ alternatives = {} }: ScenarioTree, path: string): string | undefined {
  const [section, name = '', ...rest] = path.split('.');
  const question = section === ALTERNATIVES && rest.length === 0 ? alternatives[name] : undefined;
  if (question === undefined) return undefined;
  const answers = Object.entries(question.options).map(([option, { weight }]) => `${option} ${weight}`);
  return question.holds ?? `drawn by weight: ${answers.join(', ')}`;
}

/** Values in force at a point by path; of those that any point changes. */
export type ValuesInForce = ReadonlyMap<string, CellValue>;

/**
 * The values that are in force at a point: of a number, also one that is tied to what the point sets, and of the ratio of a tie, the
 * central value; of anything else what the point sets, or what stands in its scenario.
 *
 * @param tree the scenario at the point, with what its posterior draws
 */
export function valuesInForce(
  { changes }: SweepPoint,
  tree: ScenarioTree,
  posterior: Posterior | undefined,
  paths: readonly string[],
): ValuesInForce {
  const central = centralScenario(tree, posterior);
  return new Map(
    paths.map((path) => {
      const answer = answerOf(tree, path);
      if (answer !== undefined) return [path, answer];
      if (numbersOfGroup(tree, path.split('.')) !== undefined)
        return [path, cellOf(changes.findLast((each) => each.path.join('.') === path)?.value)];
      const number = nodeOfNumber(central, path) ?? nodeOfNumber(tree, path);
      const set = changes.findLast((each) => each.path.join('.') === path);
      return [path, cellOf(isQuantity(number) || set === undefined ? number : set.value)];
    }),
  );
}

/** A column for every path, with the value in force. */
function settingColumns<Row>(
  { points, values }: SweepListing,
  pointOf: (row: Row) => SweepPoint,
): FileColumn<Row>[] {
  return sweptPaths(points).map((path): FileColumn<Row> => {
    const numeric = values.every((each) => typeof (each.get(path) ?? 0) === 'number');
    const column = numeric ? numberColumn : textColumn;
    const description = `value of ${path} in force at the point: as the point sets it, fixed in every parameter draw; where the point leaves it alone, the central value (of the posterior, where it has one; where it is tied to another number, as that one is at the point)`;
    return column<Row>(path, description, (row) => values[pointOf(row).number]!.get(path));
  });
}

/** sweep.csv */
export function sweepTable(listing: SweepListing): Table<ListedRow> {
  return {
    file: 'sweep.csv',
    key: ['point', 'approach', 'against', 'measure', 'month'],
    refersTo: [{ columns: ['point'], file: 'points.csv', key: ['point'] }],
    title: 'Outcome of every point, approach and measure, with differences on common random numbers',
    columns: [
      required(textColumn('municipality', 'name of the scenario', () => listing.municipality)),
      required(integerColumn('point', 'number of the point; 0: the base', ({ point }) => point.number)),
      textColumn('point_name', 'name of the point', ({ point }) => point.name),
      ...settingColumns<ListedRow>(listing, ({ point }) => point),
      required(textColumn('approach', 'approach simulated', ({ row }) => row.approach)),
      textColumn(
        'against',
        'empty: the outcome itself; base: minus that of the base under the same approach; else minus that of this approach at the same point',
        ({ row }) => row.against,
      ),
      measureColumn(
        measureCategories(
          listing.definitions,
          listing.rows.map(({ row }) => row.measure),
        ),
        'what is measured',
        `. Names in _discounted: ${[listing.money, ...listing.unlike].join('; ')}`,
        ({ row }) => row.measure,
      ),
      integerColumn(
        'month',
        'months since the permit to which the measure belongs; empty: over the whole horizon',
        ({ row }) => row.month,
      ),
      textColumn('unit', 'unit of the estimate; money is per person of the cohort', ({ row }) => row.unit),
      numberColumn(
        'estimate',
        'mean over all persons of all draws and replications; a difference is that of two such means',
        ({ row }) => row.estimate,
      ),
      numberColumn('mcse', describeError('the estimate'), ({ row }) => row.mcse),
      numberColumn(
        'parameter_low',
        '2.5 % point of the expected outcome over the uncertainty of the parameters; empty: not estimated',
        ({ row }) => row.parameterLow,
      ),
      numberColumn('parameter_high', '97.5 % point of the same', ({ row }) => row.parameterHigh),
      integerColumn(
        'persons',
        'lives at the point, over all draws and replications',
        ({ row }) => row.persons,
      ),
      integerColumn(
        'replications',
        'replications of the cohort per parameter draw',
        () => listing.replications,
      ),
      integerColumn('draws', 'parameter draws; 1: central values', () => listing.draws),
    ],
    rows: listing.rows,
  };
}

/** points.csv */
export function pointsTable(listing: SweepListing): Table<SweepPoint> {
  return {
    file: 'points.csv',
    title: 'The points of the sweep',
    key: ['point'],
    columns: [
      required(integerColumn('point', 'number of the point; 0: the base', (point) => point.number)),
      textColumn('point_name', 'name of the point', (point) => point.name),
      ...settingColumns<SweepPoint>(listing, (point) => point),
      textColumn('changed', 'paths that the point changes, with spaces between them', ({ changes }) =>
        changes.map(({ path }) => path.join('.')).join(' '),
      ),
    ],
    rows: listing.points,
  };
}
