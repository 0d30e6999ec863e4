/** The files of a sensitivity analysis by parameter draw, from which all of it can be computed anew: input-values.csv and outcomes.csv. */

import type { DrawValues } from '../analysis/variances.js';
import type { Input } from '../domain/parameters/inputs.js';
import {
  type FileColumn,
  integerColumn,
  numberColumn,
  required,
  type Table,
  textColumn,
} from './package/columns.js';
import { type AnalysisOf, analysedMeasure } from './sensitivity.js';

/** What a column of values says of its number. */
function describeInput({ path, unit, isCalibrated, given }: Input): string {
  const answer = Object.entries(given ?? {}).map(([by, place]) => ` (used where ${by} is ${place})`);
  return [
    path.startsWith('alternatives.')
      ? 'answer to this open question, by its place in the scenario from 0 on'
      : `value of this number${unit === undefined ? '' : `, in ${unit}`}`,
    ...answer,
    ...(isCalibrated ? ['; from the posterior, correlated with the others that are'] : []),
  ].join('');
}

/** input-values.csv. @param values by path of an input, then by draw */
export function inputValuesTable(
  { municipality, draws }: AnalysisOf,
  inputs: readonly Input[],
  values: ReadonlyMap<string, Float64Array>,
): Table<number> {
  return {
    file: 'input-values.csv',
    title:
      'The value of every uncertain number in each parameter draw: a column for each, named by its path; outcomes.csv has what comes of them',
    key: ['draw'],
    columns: [
      required(textColumn('municipality', 'name of the scenario', () => municipality)),
      required(integerColumn('draw', 'parameter draw', (draw) => draw)),
      ...inputs.map((input): FileColumn<number> => {
        const own = values.get(input.path)!;
        return required(numberColumn(input.path, describeInput(input), (draw) => own[draw]!));
      }),
    ],
    rows: Array.from({ length: draws }, (_, draw) => draw),
  };
}

interface OutcomeRow {
  readonly approach: string;
  readonly draw: number;
  readonly values: DrawValues;
}

/** outcomes.csv. @param outcomes of each approach that is analysed or compared with */
export function outcomesTable(
  of: AnalysisOf,
  outcomes: readonly { readonly approach: string; readonly values: DrawValues }[],
): Table<OutcomeRow> {
  const { municipality, unit, draws } = of;
  return {
    file: 'outcomes.csv',
    title: 'The measure under each approach in each parameter draw, whose values are in input-values.csv',
    key: ['approach', 'draw'],
    columns: [
      required(textColumn('municipality', 'name of the scenario', () => municipality)),
      required(textColumn('approach', 'approach, on the same persons as the others', (row) => row.approach)),
      analysedMeasure(of, 'what is measured'),
      required(integerColumn('draw', 'parameter draw, with persons of its own', ({ draw }) => draw)),
      numberColumn(
        'outcome',
        `mean over the persons of the draw, in ${unit}; empty: it has none`,
        ({ draw, values }) => values.whole[draw],
      ),
      numberColumn(
        'half_difference',
        'half of the first half of the persons less the second: the halves are the outcome plus and minus it, and its mean square over the draws is the variance of an outcome by the chance of persons',
        ({ draw, values }) => values.halfDifference[draw],
      ),
    ],
    rows: outcomes.flatMap(({ approach, values }) =>
      Array.from({ length: draws }, (_, draw): OutcomeRow => ({ approach, draw, values })),
    ),
  };
}
