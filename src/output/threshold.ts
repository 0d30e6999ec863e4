/** The files of a search for thresholds: threshold.csv and readings.csv. */

import type { Range, Threshold } from '../analysis/decision/threshold.js';
import { among, integerColumn, numberColumn, required, type Table, textColumn } from './package/columns.js';
import { type AnalysisOf, differenceColumns, type GivenAnswer, writeGiven } from './sensitivity.js';

/** What was found for an approach. */
export interface FoundThreshold {
  readonly approach: string;
  readonly threshold: Threshold;
}

/** What was looked for. */
interface Looked extends AnalysisOf {
  readonly path: string;
  readonly target: number;
  readonly range: Range;
  /** The answer under which alone the number is used; undefined: it is under any. */
  readonly given: GivenAnswer | undefined;
}

type Crossing = Threshold['crossings'][number];

/** A crossing, or that there is none. */
interface ThresholdRow {
  readonly approach: string;
  readonly of: Threshold;
  /** Undefined: the difference is on one side of the target throughout. */
  readonly crossing: Crossing | undefined;
}

/** threshold.csv */
export function thresholdTable(looked: Looked, found: readonly FoundThreshold[]): Table<ThresholdRow> {
  const { path, target, range, given, draws, unit } = looked;
  const rows = found.flatMap(({ approach, threshold: of }): ThresholdRow[] =>
    of.crossings.length === 0
      ? [{ approach, of, crossing: undefined }]
      : of.crossings.map((crossing) => ({ approach, of, crossing })),
  );
  return {
    file: 'threshold.csv',
    title: 'From what value of a number on the difference between each approach and the reference turns',
    key: ['approach', 'value'],
    columns: [
      ...differenceColumns<ThresholdRow>(looked),
      required(textColumn('path', 'path of the number', () => path)),
      textColumn(
        'given',
        'answer to an open question under which alone the number is used, while the difference is over all answers; empty: it is used whatever the answers',
        () => writeGiven(given),
      ),
      required(numberColumn('target', `what the difference crosses, in ${unit}`, () => target)),
      required(numberColumn('from', 'lowest value that was looked at', () => range.low)),
      required(numberColumn('to', 'highest value that was looked at', () => range.high)),
      numberColumn(
        'value',
        'value at which the difference crosses the target; empty: it never does between from and to',
        ({ crossing }) => crossing?.value,
      ),
      among(
        ['up', 'down'],
        textColumn(
          'direction',
          'up: above the target from this value on; down: not above it from this value on',
          ({ crossing }) => crossing?.direction,
        ),
      ),
      numberColumn(
        'error',
        'Monte Carlo standard error of the value; empty: not estimated',
        ({ crossing }) => crossing?.error,
      ),
      numberColumn(
        'low',
        'lowest value for which the target lies within the 95 % parameter interval of the difference; empty: below from, or not estimated',
        ({ crossing }) => crossing?.low,
      ),
      numberColumn(
        'high',
        'highest such value; empty: above to, or not estimated',
        ({ crossing }) => crossing?.high,
      ),
      numberColumn(
        'difference_from',
        'the difference at the lowest value',
        ({ of }) => of.readings[0]!.outcome.estimate,
      ),
      numberColumn(
        'difference_to',
        'the difference at the highest value',
        ({ of }) => of.readings.at(-1)!.outcome.estimate,
      ),
      required(integerColumn('draws', 'parameter draws; 1: central values', () => draws)),
    ],
    rows,
  };
}

/** A value that was simulated. */
interface ReadingRow {
  readonly approach: string;
  readonly reading: Threshold['readings'][number];
}

/** readings.csv */
export function readingsTable(looked: Looked, found: readonly FoundThreshold[]): Table<ReadingRow> {
  return {
    file: 'readings.csv',
    title: 'The difference between each approach and the reference at every value that was simulated',
    key: ['approach', 'value'],
    columns: [
      ...differenceColumns<ReadingRow>(looked),
      required(textColumn('path', 'path of the number', () => looked.path)),
      required(numberColumn('value', 'its value', ({ reading }) => reading.at)),
      numberColumn(
        'estimate',
        `the difference, in ${looked.unit}`,
        ({ reading }) => reading.outcome.estimate,
      ),
      numberColumn('mcse', 'Monte Carlo standard error of it', ({ reading }) => reading.outcome.mcse),
      numberColumn(
        'parameter_low',
        '2.5 % point of it over the other parameters; empty: not estimated',
        ({ reading }) => reading.outcome.low,
      ),
      numberColumn('parameter_high', '97.5 % point of the same', ({ reading }) => reading.outcome.high),
    ],
    rows: found.flatMap(({ approach, threshold }) =>
      threshold.readings.map((reading) => ({ approach, reading })),
    ),
  };
}
