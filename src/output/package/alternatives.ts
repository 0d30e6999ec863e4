/** alternatives.csv: the main outcomes by the answer to each open question. */

import type { AlternativeRow } from '../../analysis/alternatives.js';
import type { Results } from '../../analysis/results.js';
import { openAlternatives } from '../../domain/parameters/open-alternatives.js';
import {
  among,
  describeError,
  integerColumn,
  measureColumn,
  moneyOf,
  numberColumn,
  place,
  required,
  type Table,
  textColumn,
} from './columns.js';
import { measureCategories, measureDefinitions } from './measure-definitions.js';

/** Name of the file. */
export const alternativesFile = 'alternatives.csv';

/** The table; only of a scenario with open questions. */
export function alternativesTable(results: Results, rows: readonly AlternativeRow[]): Table<AlternativeRow> {
  const open = openAlternatives(results.task.tree);
  const [reference] = results.approaches;
  const definitions = measureDefinitions(results.task.tree);
  return {
    file: alternativesFile,
    title: 'Main outcomes by the answer to each open question, and over all answers',
    key: ['alternative', 'option', 'approach', 'against', 'measure', 'month'],
    columns: [
      ...place<AlternativeRow>(results),
      among(
        [reference!.name],
        textColumn(
          'against',
          'empty: the outcome itself; else minus that of this approach, person by person on common random numbers',
          (r) => r.against,
        ),
      ),
      among(
        open.map(({ name }) => name),
        textColumn(
          'alternative',
          'open question, by its name in the scenario; empty: over all draws, whatever their answers',
          (r) => r.answer?.alternative.name,
        ),
      ),
      among(
        open.flatMap(({ options }) => options.map(({ name }) => name)),
        textColumn('option', 'its answer, by name; empty: over all draws', (r) => r.answer?.option.name),
      ),
      textColumn('question', 'the question in words', (r) => r.answer?.alternative.question),
      textColumn('answer', 'the answer in words', (r) => r.answer?.option.label),
      numberColumn('weight', 'how likely the answer is taken to be', (r) => r.answer?.option.weight),
      required(
        integerColumn('draws', 'parameter draws that have the answer; over all draws: all', (r) => r.draws),
      ),
      required(
        measureColumn(
          measureCategories(
            definitions,
            rows.map(({ measure }) => measure),
          ),
          'what is measured: a main outcome, as in estimates.csv',
          `. Names in _discounted: ${moneyOf(results)}`,
          (r) => r.measure,
        ),
      ),
      integerColumn(
        'month',
        'months since the permit to which the measure belongs; empty: over the whole horizon',
        (r) => r.month,
      ),
      required(textColumn('unit', 'unit of the estimate; money is per person of the cohort', (r) => r.unit)),
      numberColumn(
        'estimate',
        'mean over all persons of the draws that have the answer, or over those whom a measure is about; empty: no draw has it',
        (r) => r.estimate,
      ),
      numberColumn(
        'mcse',
        `${describeError('the estimate')}; empty too where a single draw of several has the answer`,
        (r) => r.mcse,
      ),
      numberColumn(
        'parameter_low',
        '2.5 % point of the expected outcome over the other parameters, given the answer; over all draws also over the answers; empty: not estimated, as with few draws',
        (r) => r.low,
      ),
      numberColumn('parameter_high', '97.5 % point of the same', (r) => r.high),
    ],
    rows,
  };
}
