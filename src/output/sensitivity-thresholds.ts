/** The file of a sensitivity analysis about where the answer turns in single numbers: thresholds.csv. */

import type { Turning } from '../analysis/sensitivity/turning.js';
import {
  among,
  booleanColumn,
  integerColumn,
  numberColumn,
  required,
  type Table,
  textColumn,
} from './package/columns.js';
import { type AnalysisOf, differenceColumns } from './sensitivity.js';

/** A number that carries the difference, and where it turns in it. */
export interface NamedTurning extends Turning {
  readonly path: string;
}

type TurningRow = NamedTurning & { readonly approach: string };

const finite = (value: number) => (Number.isFinite(value) ? value : undefined);

/** thresholds.csv */
export function thresholdsTable(of: AnalysisOf, rows: readonly TurningRow[]): Table<TurningRow> {
  return {
    file: 'thresholds.csv',
    title:
      'From what value of the numbers that carry most the difference between each approach and the reference turns, told from the parameter draws by a regression; `threshold` simulates it',
    key: ['approach', 'path'],
    refersTo: [{ columns: ['approach', 'path'], file: 'inputs.csv', key: ['approach', 'path'] }],
    columns: [
      ...differenceColumns<TurningRow>(of),
      required(
        textColumn(
          'path',
          'path of the number; those that are drawn together with it, as rows of a posterior, move along',
          ({ path }) => path,
        ),
      ),
      required(
        numberColumn(
          'from',
          '2.5 % point of its values in the draws: beyond, too few draws tell',
          ({ range }) => range[0],
        ),
      ),
      required(numberColumn('to', '97.5 % point of the same', ({ range }) => range[1])),
      numberColumn(
        'value',
        'value at which the mean of the difference given the number crosses 0; empty: it never does between from and to',
        ({ value }) => value,
      ),
      among(
        ['up', 'down'],
        textColumn(
          'direction',
          'up: above 0 from this value on; down: not above it from this value on',
          ({ direction }) => direction,
        ),
      ),
      numberColumn(
        'low',
        '2.5 % point of the value over the error of the regression; empty: below from, or no value',
        ({ low }) => finite(low),
      ),
      numberColumn('high', '97.5 % point of the same; empty: above to, or no value', ({ high }) =>
        finite(high),
      ),
      required(
        booleanColumn(
          'above_at_low',
          'whether that mean is above 0 at from',
          ({ isAboveAtLow }) => isAboveAtLow,
        ),
      ),
      required(
        numberColumn(
          'turns',
          'part of the regressions, as far as the draws leave them open, that cross 0 between from and to',
          ({ turns }) => turns,
        ),
      ),
      required(integerColumn('draws', 'parameter draws', () => of.draws)),
    ],
    rows,
  };
}
