/** The files of a sensitivity analysis: inputs.csv and value-of-information.csv. */

import type { PerfectInformation } from '../analysis/decision/evpi.js';
import type { ValueWithError } from '../analysis/decision/jackknife.js';
import type { GroupEffect, InputEffect } from '../analysis/sensitivity/inputs.js';
import type { Measure } from '../domain/measures/measure.js';
import {
  booleanColumn,
  type FileColumn,
  integerColumn,
  measureColumn,
  numberColumn,
  required,
  type Table,
  textColumn,
} from './package/columns.js';
import type { Category } from './package/measure-definitions.js';
import { describeErrorOf } from './say-few-draws.js';

/** An answer to an open question: path of the question, and name of the answer. */
export interface GivenAnswer {
  readonly question: string;
  readonly answer: string;
}

/** The same as a cell has it, and `--set` takes it. */
export const writeGiven = (given: GivenAnswer | undefined): string | undefined =>
  given === undefined ? undefined : `${given.question}=${given.answer}`;

/** Reads it back; undefined of an empty cell. */
export function readGiven(text: string): GivenAnswer | undefined {
  const [question, answer] = text.split('=');
  return question === undefined || answer === undefined ? undefined : { question, answer };
}

/** An input with what it does to the difference of an approach. */
export interface InputRow {
  readonly approach: string;
  readonly effect: InputEffect;
  readonly unit: string | undefined;
  readonly label: string | undefined;
  readonly isCalibrated: boolean;
  /** The answer under which alone it is used; undefined: it is under any. */
  readonly given: GivenAnswer | undefined;
  /** Its 2.5 and 97.5 % points, and the difference at each, all else at its central value. */
  readonly low: number;
  readonly high: number;
  readonly outcomeAtLow: number;
  readonly outcomeAtHigh: number;
  /** The difference with all at central values. */
  readonly outcome: number;
}

/** A choice between approaches, and what it would be worth to know everything first. */
export interface InformationRow {
  /** The approach that is compared with the reference; undefined: the choice is between all. */
  readonly approach: string | undefined;
  readonly information: PerfectInformation;
  /** Name of the approach that is best on average. */
  readonly best: string;
}

/** The choice between all of three approaches or more. */
export interface JointInformation extends Omit<InformationRow, 'approach'> {
  /** How many there are, the reference too. */
  readonly approaches: number;
  /** What it would be worth to know each number, the most valuable first. */
  readonly inputs: readonly { readonly path: string; readonly evppi: ValueWithError }[];
}

/** File of what it would be worth to know numbers before one of all approaches is chosen. */
export const JOINT = 'value-of-inputs.csv';

/** Name of the column that says whether a share is told from nothing. */
export const DISTINCT = 'stands_out';

/** A group of numbers with what it does to the difference of an approach. */
export interface GroupRow {
  readonly approach: string;
  readonly effect: GroupEffect;
}

/** What the rows of an analysis are about. */
export interface AnalysisOf {
  readonly municipality: string;
  readonly reference: string;
  /** With its month, of one by year. */
  readonly measure: string;
  /** With what it counts. */
  readonly categories: readonly Category[];
  readonly unit: Measure['unit'];
  readonly draws: number;
  /** The measure of one approach is analysed by itself, not differences. */
  readonly isOwn?: boolean;
}

/** What is analysed: a difference with the reference, or the outcome of an approach itself; the one or the other word. */
export const wordFor = <Word>(
  { isOwn = false }: Pick<AnalysisOf, 'isOwn'>,
  words: { readonly difference: Word; readonly own: Word },
): Word => (isOwn ? words.own : words.difference);

/** What is analysed, in descriptions of columns and tables. */
export const wordForOutcome = (of: AnalysisOf): string =>
  wordFor(of, { difference: 'the difference', own: 'the outcome' });

/** The same, with whose it is. */
const wordsForOutcomes = (of: AnalysisOf): string =>
  wordFor(of, {
    difference: 'the difference between each approach and the reference',
    own: 'the outcome of the approach',
  });

/** The column of the measure, the same in every row. */
export function analysedMeasure<Row>({ measure, categories }: AnalysisOf, is: string): FileColumn<Row> {
  return required(measureColumn(categories, `${is}; name@month of a measure by year`, '', () => measure));
}

/** The columns that tell which difference a row is about. */
export function differenceColumns<Row extends { readonly approach: string | undefined }>(
  of: AnalysisOf,
  about = of.isOwn ? 'approach whose outcome it is' : 'approach whose difference it is',
): FileColumn<Row>[] {
  const { municipality, reference, isOwn = false } = of;
  return [
    required(textColumn('municipality', 'name of the scenario', () => municipality)),
    textColumn('approach', about, ({ approach }) => approach),
    isOwn
      ? textColumn('reference', 'empty: the approach is compared with none', () => undefined)
      : required(textColumn('reference', 'approach it is compared with', () => reference)),
    analysedMeasure(of, isOwn ? 'what is analysed' : 'what is compared'),
  ];
}

/** inputs.csv */
export function inputsTable(of: AnalysisOf, rows: readonly InputRow[]): Table<InputRow> {
  const { unit, isOwn = false } = of;
  const outcome = wordForOutcome(of);
  return {
    file: 'inputs.csv',
    title: `What ${wordsForOutcomes(of)} hangs on, the most influential first; without the uncertain numbers that ${isOwn ? 'it does not use' : 'neither approach uses'}`,
    key: ['approach', 'path'],
    columns: [
      ...differenceColumns<InputRow>(of),
      required(
        textColumn('path', 'path of the input, a number that is uncertain', ({ effect }) => effect.path),
      ),
      textColumn('unit', 'unit of the input', (row) => row.unit),
      textColumn('label', 'where it comes from: published, derived or assumption', (row) => row.label),
      required(
        booleanColumn(
          'calibrated',
          'whether it is drawn together with others, from a posterior; its share then is a Shapley effect in what they explain together',
          (row) => row.isCalibrated,
        ),
      ),
      textColumn(
        'given',
        'answer to an open question under which alone it is used, and at which it is looked at by itself; empty: it is used whatever the answers',
        (row) => writeGiven(row.given),
      ),
      numberColumn(
        'share',
        `share of the variance of ${outcome} over the parameters that it carries, an estimate that may come out below 0 or above 1; it leaves out what no curve of the second degree in the rank of an input catches, so that it and its interval are slightly too low where the effect is steepest at the ends, as of a normal input; empty: cannot be estimated, or does not stand out where draws are too few for all inputs`,
        ({ effect }) => effect.share,
      ),
      numberColumn('share_low', '2.5 % point of the share', ({ effect }) => effect.shareLow),
      numberColumn('share_high', '97.5 % point of the same', ({ effect }) => effect.shareHigh),
      required(
        booleanColumn(
          DISTINCT,
          'whether the share is distinguishable from none, at 5 % over all inputs together',
          ({ effect }) => effect.isDistinct,
        ),
      ),
      numberColumn(
        'rank_correlation',
        `partial rank correlation with ${outcome} over the draws; empty: cannot be estimated, as where draws are fewer than twice the inputs`,
        ({ effect }) => effect.rankCorrelation,
      ),
      numberColumn('low', '2.5 % point of the input', (row) => row.low),
      numberColumn('high', '97.5 % point of the input', (row) => row.high),
      numberColumn(
        'outcome_at_low',
        `${outcome}, in ${unit}, with the input at its low point and all else at central values (of a number under an answer to an open question: under that answer)`,
        (row) => row.outcomeAtLow,
      ),
      numberColumn('outcome_at_high', 'the same at its high point', (row) => row.outcomeAtHigh),
      numberColumn('outcome', 'the same with all at central values', (row) => row.outcome),
      numberColumn(
        'evppi',
        isOwn
          ? 'empty: no approach is chosen'
          : `expected value of partial perfect information, in ${unit} a person: what it would be worth to know this input before the approach or the reference is chosen by this measure; empty: not among the 20 most influential`,
        ({ effect }) => effect.evppi.value,
      ),
      numberColumn('evppi_error', describeErrorOf('evppi'), ({ effect }) => effect.evppi.error),
    ],
    rows,
  };
}

/** value-of-information.csv */
export function informationTable(of: AnalysisOf, rows: readonly InformationRow[]): Table<InformationRow> {
  const { unit, draws } = of;
  return {
    file: 'value-of-information.csv',
    title: 'What it would be worth to know all parameters before an approach is chosen',
    key: ['approach'],
    columns: [
      ...differenceColumns<InformationRow>(
        of,
        'approach that may be chosen instead of the reference; empty: the choice is between all approaches',
      ),
      required(textColumn('best', 'approach that is best on average', ({ best }) => best)),
      numberColumn(
        'evpi',
        `expected value of perfect information, in ${unit} a person, without the chance of persons; empty: cannot be estimated`,
        ({ information }) => information.evpi.value,
      ),
      numberColumn('evpi_error', describeErrorOf('evpi'), ({ information }) => information.evpi.error),
      numberColumn(
        'evpi_low',
        'what is gained when half of the persons of each draw choose for the other half: not more than the evpi, but for its own error',
        ({ information }) => information.between.low,
      ),
      numberColumn(
        'evpi_high',
        'the plain estimate, with the chance of persons in it: not less than the evpi, but for its own error',
        ({ information }) => information.between.high,
      ),
      required(integerColumn('draws', 'parameter draws', () => draws)),
    ],
    rows,
  };
}

/** value-of-inputs.csv */
export function jointTable(
  of: AnalysisOf,
  { approaches, inputs }: JointInformation,
): Table<JointInformation['inputs'][number]> {
  const { municipality, unit } = of;
  return {
    file: JOINT,
    title:
      'What it would be worth to know each number before one of all approaches is chosen; inputs.csv tells it of each approach against the reference alone',
    key: ['path'],
    columns: [
      required(textColumn('municipality', 'name of the scenario', () => municipality)),
      required(integerColumn('approaches', 'approaches to choose from, the reference too', () => approaches)),
      analysedMeasure(of, 'what they are chosen by'),
      required(textColumn('path', 'path of the input, a number that is uncertain', ({ path }) => path)),
      numberColumn(
        'evppi',
        `expected value of partial perfect information, in ${unit} a person: what it would be worth to know this input before one of all approaches is chosen by this measure`,
        ({ evppi }) => evppi.value,
      ),
      numberColumn('evppi_error', describeErrorOf('evppi'), ({ evppi }) => evppi.error),
    ],
    rows: inputs,
  };
}

/** groups.csv */
export function groupsTable(of: AnalysisOf, rows: readonly GroupRow[]): Table<GroupRow> {
  return {
    file: 'groups.csv',
    title: `What ${wordsForOutcomes(of)} hangs on, by group of numbers`,
    key: ['approach', 'group'],
    columns: [
      ...differenceColumns<GroupRow>(of),
      required(
        textColumn('group', 'group of numbers, by its path in the scenario', ({ effect }) => effect.name),
      ),
      textColumn(
        'inputs',
        'paths of its numbers that are uncertain and used, with spaces between them; empty: none',
        ({ effect }) => effect.paths.join(' '),
      ),
      numberColumn(
        'share',
        'sum of their shares in inputs.csv; empty: cannot be estimated',
        ({ effect }) => effect.share,
      ),
      numberColumn(
        'evppi',
        of.isOwn
          ? 'empty: no approach is chosen'
          : `expected value of partial perfect information, in ${of.unit} a person: what it would be worth to know all of them before the approach or the reference is chosen by this measure; empty: cannot be estimated, or the share is not above 0`,
        ({ effect }) => effect.evppi.value,
      ),
      numberColumn('evppi_error', describeErrorOf('evppi'), ({ effect }) => effect.evppi.error),
    ],
    rows,
  };
}
