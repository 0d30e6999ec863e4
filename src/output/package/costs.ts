/** costs.csv: year by year. */

import type { CostRow } from '../../analysis/costs.js';
import type { Results } from '../../analysis/results.js';
import {
  among,
  describeError,
  integerColumn,
  moneyOf,
  numberColumn,
  place,
  required,
  subgroup,
  type Table,
  textColumn,
} from './columns.js';

/** costs.csv */
export function costsTable(results: Results, rows: readonly CostRow[]): Table<CostRow> {
  return {
    file: 'costs.csv',
    title: 'Euros per calendar year and component',
    key: ['approach', 'subgroup', 'year', 'component', 'payer'],
    columns: [
      ...place<CostRow>(results),
      subgroup<CostRow>(results),
      required(integerColumn('year', 'calendar year', (r) => r.year)),
      required(
        among(
          rows.map(({ component }) => component),
          textColumn(
            'component',
            'bijstand, its parts, or the activity or scheme that costs money',
            (r) => r.component,
          ),
        ),
      ),
      required(
        among(
          rows.map(({ payer }) => payer),
          textColumn('payer', 'who pays', (r) => r.payer),
        ),
      ),
      numberColumn(
        'per_person',
        'euros per person of the subgroup, nominal; mean over all persons of all draws and replications',
        (r) => r.perPerson,
      ),
      numberColumn('mcse', describeError('per_person'), (r) => r.mcse),
      numberColumn(
        'parameter_low',
        '2.5 % point of the expected per_person over the uncertainty of the parameters; empty: not estimated',
        (r) => r.parameterLow,
      ),
      numberColumn('parameter_high', '97.5 % point of the same', (r) => r.parameterHigh),
      numberColumn('per_cohort', 'euros for the subgroup of one cohort, nominal', (r) => r.perCohort),
      numberColumn(
        'per_person_discounted',
        `euros per person, ${moneyOf(results)}`,
        (r) => r.perPersonDiscounted,
      ),
      numberColumn(
        'per_cohort_discounted',
        'euros for the subgroup of one cohort, discounted likewise',
        (r) => r.perCohortDiscounted,
      ),
    ],
    rows,
  };
}
