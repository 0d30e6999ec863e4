/** The main outcomes of a run, for the terminal and for `--json`. */

import type { DifferenceRow, EstimateRow } from '../analysis/estimates.js';
import { regimeOf } from '../domain/regimes/find.js';
import { footingOf } from '../output/package/footing.js';
import type { Outcome } from './write-results.js';

/** A main outcome: a measure at a month (in years of the horizon where it has one). */
export interface Headline {
  readonly measure: string;
  readonly month?: number;
  readonly label: string;
  readonly unit: 'share' | 'months' | 'euros';
}

/** The month at which shares are summarised: that of year 5, or of the last whole year within a shorter horizon. */
export function headlineMonth(horizonMonths: number): number {
  return Math.min(60, Math.floor(horizonMonths / 12) * 12);
}

/**
 * The main outcomes, as far as the horizon reaches.
 *
 * @param scenarios those whose laws have outcomes of their own
 */
export function headlines(
  horizonMonths: number,
  scenarios: readonly { readonly regime: string }[],
): Headline[] {
  const at = headlineMonth(horizonMonths);
  return [
    {
      measure: 'self_sufficient_share',
      month: at,
      label: `self-sufficient by year ${at / 12}, %`,
      unit: 'share',
    },
    {
      measure: 'months_to_self_sufficiency_restricted_mean',
      label: 'months to self-sufficiency, restricted mean',
      unit: 'months',
    },
    { measure: 'bijstand_share', month: at, label: `on bijstand at year ${at / 12}, %`, unit: 'share' },
    { measure: 'bijstand_months', label: 'months on bijstand', unit: 'months' },
    { measure: 'bijstand_cost_discounted', label: 'bijstand, discounted euros a person', unit: 'euros' },
    { measure: 'programme_cost_discounted', label: 'programme, discounted euros a person', unit: 'euros' },
    { measure: 'net_balance_discounted', label: 'net balance, discounted euros a person', unit: 'euros' },
    ...[...new Set(scenarios.map(regimeOf))].flatMap((regime) => regime.headlines),
    { measure: 'dropout_share_any', label: 'dropped out of a course or activity, %', unit: 'share' },
  ];
}

/** The row of a headline among estimates or differences of the whole cohort. */
export function rowOf<Row extends EstimateRow>(
  rows: readonly Row[],
  headline: Headline,
  approach: string,
): Row | undefined {
  return rows.find(
    (row) =>
      row.approach === approach &&
      row.subgroup === 'all' &&
      row.measure === headline.measure &&
      row.month === headline.month,
  );
}

const numbers = (row: EstimateRow | DifferenceRow | undefined) =>
  row === undefined
    ? null
    : {
        estimate: row.estimate,
        mcse: row.mcse,
        parameter_interval: [row.parameterLow, row.parameterHigh],
        prediction_interval: [row.predictionLow, row.predictionHigh],
        ...('probabilityBetter' in row ? { probability_better: row.probabilityBetter } : {}),
      };

/** A machine-readable summary of one scenario's outcome. */
export function summarise({ results, folder, estimates, differences }: Outcome) {
  return {
    municipality: results.municipality,
    folder,
    footing: footingOf(results.task.tree),
    approaches: results.approaches.map((layout) => layout.name),
    outcomes: headlines(results.horizonMonths, [results.task.tree]).map((headline) => ({
      measure: headline.measure,
      month: headline.month ?? null,
      unit: headline.unit,
      estimates: Object.fromEntries(
        results.approaches.map(({ name }) => [name, numbers(rowOf(estimates, headline, name))]),
      ),
      differences: Object.fromEntries(
        results.approaches.slice(1).map(({ name }) => [name, numbers(rowOf(differences, headline, name))]),
      ),
    })),
  };
}
