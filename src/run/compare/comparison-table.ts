/** The table of a comparison, with all scenarios side by side. */

import { numberColumn, required, type Table, textColumn } from '../../output/package/columns.js';
import { sharedDefinitions } from '../../output/package/measure-definitions.js';
import { headlines, rowOf } from '../write/headlines.js';
import type { Outcome } from '../write/outcome.js';

/** An approach of a scenario beside its reference. */
export interface ComparedRow {
  readonly outcome: Outcome;
  readonly approach: string;
}

/** A row for each approach of each scenario besides the reference. */
export function comparedRows(outcomes: readonly Outcome[]): ComparedRow[] {
  return outcomes.flatMap((outcome) =>
    outcome.approaches.slice(1).map((approach) => ({ outcome, approach })),
  );
}

/** comparison.csv: one row per scenario and approach, the main outcomes side by side. */
export function comparisonTable(outcomes: readonly Outcome[]): Table<ComparedRow> {
  const definitions = sharedDefinitions(outcomes);
  const columns = headlines(outcomes[0]!.horizonMonths, outcomes).flatMap((headline) => {
    const name = headline.month === undefined ? headline.measure : `${headline.measure}_${headline.month}`;
    const counts = definitions.find(({ measure }) => measure === headline.measure)!.definition;
    const row = ({ outcome, approach }: ComparedRow) => rowOf(outcome.differences, headline, approach);
    return [
      numberColumn<ComparedRow>(
        `${name}_reference`,
        `under the reference. ${counts}`,
        ({ outcome }) => rowOf(outcome.estimates, headline, outcome.approaches[0]!)?.estimate,
      ),
      numberColumn<ComparedRow>(
        `${name}_approach`,
        `under the approach. ${counts}`,
        ({ outcome, approach }) => rowOf(outcome.estimates, headline, approach)?.estimate,
      ),
      numberColumn<ComparedRow>(
        `${name}_difference`,
        `under the approach minus under the reference. ${counts}`,
        (each) => row(each)?.estimate,
      ),
      numberColumn<ComparedRow>(`${name}_mcse`, 'MCSE of the difference', (each) => row(each)?.mcse),
      numberColumn<ComparedRow>(
        `${name}_parameter_low`,
        '2.5 % point of the difference over the parameters',
        (each) => row(each)?.parameterLow,
      ),
      numberColumn<ComparedRow>(
        `${name}_parameter_high`,
        '97.5 % point of the difference over the parameters',
        (each) => row(each)?.parameterHigh,
      ),
      numberColumn<ComparedRow>(
        `${name}_probability_better`,
        'share of cohorts that do better',
        (each) => row(each)?.probabilityBetter,
      ),
    ];
  });
  return {
    file: 'comparison.csv',
    title: 'All scenarios side by side',
    key: ['municipality', 'approach'],
    columns: [
      required(textColumn('municipality', 'name of the scenario', ({ outcome }) => outcome.municipality)),
      required(textColumn('approach', 'approach', ({ approach }) => approach)),
      required(textColumn('reference', 'reference', ({ outcome }) => outcome.approaches[0]!)),
      ...columns,
    ],
    rows: comparedRows(outcomes),
  };
}
