/** Lists whom activities select and whom they leave aside: selection.csv. */

import type { Results } from '../../analysis/results.js';
import { type SelectionShare, selectionShares } from '../../domain/activities/selection-shares.js';
import { centralScenario } from '../../domain/parameters/draw.js';
import { numberColumn, place, required, type Table, textColumn } from './columns.js';

interface SelectionRow extends SelectionShare {
  readonly approach: string;
  readonly activity: string;
}

/** selection.csv: a row for each value of each attribute, of every activity that is not for everybody; no rows: all are. */
export function selectionTable(results: Results): Table<SelectionRow> {
  const { tree, posterior, approaches } = results.task;
  const scenario = centralScenario(tree, posterior);
  return {
    file: 'selection.csv',
    title: 'Whom activities select and whom they leave aside, at the permit and at central values',
    key: ['approach', 'activity', 'attribute', 'value'],
    columns: [
      ...place<SelectionRow>(results),
      required(textColumn('activity', 'name of the activity', (r) => r.activity)),
      required(textColumn('attribute', 'attribute of people', (r) => r.attribute)),
      required(textColumn('value', 'its value', (r) => r.value)),
      required(numberColumn('cohort_share', 'share of the cohort that has it', (r) => r.ofCohort)),
      numberColumn('eligible_share', 'share of these that fits; empty: there are none', (r) => r.eligible),
      numberColumn(
        'selected_share',
        'share of these that is selected; who takes part in the end, participation_share_NAME in estimates.csv tells',
        (r) => r.selected,
      ),
    ],
    rows: approaches.flatMap((approach) =>
      Object.entries(scenario.approaches[approach]!.activities).flatMap(([activity, each]) =>
        each.for === undefined
          ? []
          : selectionShares(scenario, each).map((share): SelectionRow => ({ ...share, approach, activity })),
      ),
    ),
  };
}
