/** The columns of every file of a run: one definition for the CSV, the data package and the README. */

import type { BreakEven } from '../../analysis/break-even.js';
import type { DifferenceRow, EstimateRow } from '../../analysis/estimates.js';
import type { Results } from '../../analysis/results.js';
import { errorOfProbability } from '../../analysis/statistics.js';
import { breakEvenMonth, breakEvenProbability, breakEvenYear } from '../../domain/measures/break-even.js';
import * as words from '../words/en/footing.js';
import { type Footing, footingOf } from './footing.js';
import { type Category, measureCategories, measureDefinitions } from './measure-definitions.js';

export type CellValue = string | number | boolean | undefined;

/** A column: its name, type and meaning, and how a row fills it. */
export interface FileColumn<Row> {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  readonly description: string;
  /** Whether no cell of it is ever empty: who reads the file back refuses an empty one. */
  readonly required?: true;
  /** All that it can hold where its values are a closed list; an empty cell besides, unless it is required. */
  readonly values?: readonly string[];
  /** What its values stand for. */
  readonly categories?: readonly Category[];
  readonly value: (row: Row) => CellValue;
}

/** A column no cell of which is ever empty. */
export function required<Row>(column: FileColumn<Row>): FileColumn<Row> {
  return { ...column, required: true };
}

/** A column whose values are a closed list. */
export function among<Row>(values: Iterable<string>, column: FileColumn<Row>): FileColumn<Row> {
  return { ...column, values: [...new Set(values)] };
}

/** That columns of a table have the values of those of another, in the same order. */
interface Reference {
  readonly columns: readonly string[];
  readonly file: string;
  readonly key: readonly string[];
}

/** A file of rows. */
export interface Table<Row> {
  readonly file: string;
  readonly title: string;
  /** Columns that no two rows have alike in all. */
  readonly key?: readonly string[];
  /** Columns that name a row of another table of the same folder, by the key of that one. */
  readonly refersTo?: readonly Reference[];
  readonly columns: readonly FileColumn<Row>[];
  readonly rows: readonly Row[];
}

/** A table of any rows, as it is written. */
// biome-ignore lint/suspicious/noExplicitAny: a list of tables holds tables of different rows
export type AnyTable = Table<any>;

function text<Row>(name: string, description: string, value: (row: Row) => CellValue): FileColumn<Row> {
  return { name, type: 'string', description, value };
}

function number<Row>(name: string, description: string, value: (row: Row) => CellValue): FileColumn<Row> {
  return { name, type: 'number', description, value };
}

function boolean<Row>(name: string, description: string, value: (row: Row) => CellValue): FileColumn<Row> {
  return { name, type: 'boolean', description, value };
}

function integer<Row>(name: string, description: string, value: (row: Row) => CellValue): FileColumn<Row> {
  return { name, type: 'integer', description, value };
}

/** A column of measures, whose categories define each. @param more further sentences of its description */
export function measureColumn<Row>(
  categories: readonly Category[],
  is: string,
  more: string,
  value: (row: Row) => CellValue,
): FileColumn<Row> {
  const defined = 'categories, and doorstroom explain SCENARIO --measures, define each';
  return { ...text('measure', `${is}; ${defined}${more}`, value), categories };
}

/** The description of a column of Monte Carlo standard errors. */
export function describeError(of: string): string {
  return `Monte Carlo standard error of ${of}; empty: not estimated; 0: all lives agree, which for a share may be chance if the event is rarer than one in that many lives`;
}

const uncertainty = <Row extends EstimateRow>(): FileColumn<Row>[] => [
  number(
    'estimate',
    'mean over all persons of all draws and replications, or over those whom a measure is about (quartiles: of all lives together, counted by sixteenths of a month, about two days, and spread evenly within each)',
    (r) => r.estimate,
  ),
  number(
    'mcse',
    `${describeError('the estimate')}; for ${breakEvenProbability.name} the error of a share of draws, never 0`,
    (r) => r.mcse,
  ),
  number(
    'parameter_low',
    '2.5 % point of the expected outcome over the uncertainty of the parameters; empty: not estimated',
    (r) => r.parameterLow,
  ),
  number(
    'parameter_high',
    '97.5 % point of the same; of quartiles also empty, alone, where it lies beyond the horizon',
    (r) => r.parameterHigh,
  ),
  number(
    'prediction_low',
    '2.5 % point of the outcome of one cohort of this size; empty: not estimated',
    (r) => r.predictionLow,
  ),
  number('prediction_high', '97.5 % point of the same', (r) => r.predictionHigh),
];

const approachesOf = ({ approaches }: Results) => approaches.map(({ name }) => name);

/** The columns that tell of which scenario, and under which approach. */
export const place = <Row extends { readonly approach: string }>(results: Results): FileColumn<Row>[] => [
  required(text('municipality', 'name of the scenario', () => results.municipality)),
  required(
    among(
      approachesOf(results),
      text('approach', 'approach simulated', (r) => r.approach),
    ),
  ),
];

/** The column that tells of whom. */
export const subgroup = <Row extends { readonly subgroup: string }>({ groups }: Results): FileColumn<Row> =>
  required(
    among(
      groups,
      text('subgroup', '"all", or attribute=value, as it is at the permit', (r) => r.subgroup),
    ),
  );

/** The basis of amounts: the date to which discounted ones are discounted, and the year of prices. */
export function describeMoney(footings: readonly Footing[]): string {
  return `${words.discountedEach(footings)}. Prices: ${words.prices(footings)}`;
}

/** The same of the amounts of a run. */
export const moneyOf = ({ task }: Results) => describeMoney([footingOf(task)]);

function what<Row extends EstimateRow>(results: Results): FileColumn<Row>[] {
  const definitions = measureDefinitions(results.task.tree);
  const names = definitions.map((each) => each.measure);
  const measure = measureColumn<Row>(
    measureCategories(definitions, names),
    'what is measured',
    `. Names in _discounted, and break-even: ${moneyOf(results)}`,
    (r) => r.measure,
  );
  const units = definitions.map(({ unit }) => unit);
  return [
    subgroup(results),
    required(among(names, measure)),
    integer(
      'month',
      'months since the permit to which the measure belongs; empty: over the whole horizon',
      (r) => r.month,
    ),
    required(
      among(
        units,
        text('unit', 'unit of the estimate; money is per person of the cohort', (r) => r.unit),
      ),
    ),
  ];
}

const size = <Row extends EstimateRow>(results: Results): FileColumn<Row>[] => [
  required(
    integer('persons', 'lives simulated in this subgroup, over all draws and replications', (r) => r.persons),
  ),
  required(
    integer('replications', 'replications of the cohort per parameter draw', () => results.task.replications),
  ),
  required(integer('draws', 'parameter draws; 1: central values', () => results.draws.length)),
];

/** estimates.csv */
export function estimatesTable(results: Results, rows: readonly EstimateRow[]): Table<EstimateRow> {
  return {
    file: 'estimates.csv',
    title: 'Outcome of every approach, subgroup and measure',
    key: ['approach', 'subgroup', 'measure', 'month'],
    columns: [
      ...place<EstimateRow>(results),
      ...what<EstimateRow>(results),
      ...uncertainty<EstimateRow>(),
      ...size<EstimateRow>(results),
    ],
    rows,
  };
}

/** differences.csv; break-even stands below the measures. */
export function differencesTable(
  results: Results,
  rows: readonly DifferenceRow[],
  breakEvens: readonly BreakEven[],
): Table<DifferenceRow> {
  const { NaN: none } = Number;
  const extra = breakEvens.flatMap(({ approach, reference, month, year, probability }): DifferenceRow[] => {
    const row = {
      approach,
      reference,
      subgroup: 'all',
      month: undefined,
      persons: rows[0]?.persons ?? 0,
      mcse: none,
      parameterLow: none,
      parameterHigh: none,
      predictionLow: none,
      predictionHigh: none,
      probabilityBetter: none,
      varianceRatio: none,
    };
    const moment = ({ estimate, mcse: error, low, high }: BreakEven['month']) => ({
      estimate,
      mcse: error,
      parameterLow: low,
      parameterHigh: high,
    });
    const probable = { estimate: probability, mcse: errorOfProbability(probability, results.draws.length) };
    return [
      { ...row, measure: breakEvenMonth.name, unit: breakEvenMonth.unit, ...moment(month) },
      { ...row, measure: breakEvenYear.name, unit: breakEvenYear.unit, ...moment(year) },
      { ...row, measure: breakEvenProbability.name, unit: breakEvenProbability.unit, ...probable },
    ];
  });
  return {
    file: 'differences.csv',
    title: 'Each approach minus the reference, person by person on common random numbers',
    key: ['approach', 'reference', 'subgroup', 'measure', 'month'],
    columns: [
      ...place<DifferenceRow>(results),
      required(
        among(
          approachesOf(results),
          text('reference', 'approach it is compared with', (r) => r.reference),
        ),
      ),
      ...what<DifferenceRow>(results),
      ...uncertainty<DifferenceRow>(),
      number(
        'probability_better',
        `share of simulated cohorts that do better than under the reference; ties count half; empty: not estimated. For ${breakEvenProbability.name} the estimate is a share of parameter draws, by the outcome expected in each draw, without chance in its persons`,
        (r) => r.probabilityBetter,
      ),
      number(
        'variance_ratio',
        'variance of the difference with independent streams over that with common random numbers, per person',
        (r) => r.varianceRatio,
      ),
      ...size<DifferenceRow>(results),
    ],
    rows: [...rows, ...extra],
  };
}

export { boolean as booleanColumn, integer as integerColumn, number as numberColumn, text as textColumn };
