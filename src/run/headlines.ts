/** The main outcomes of a run: what terminals, summaries and comparisons show of it. */

import type { EstimateRow } from '../analysis/estimates.js';

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

/** The main outcomes, as far as the horizon reaches. */
export function headlines(horizonMonths: number): Headline[] {
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
    { measure: 'passed_in_term_share', label: 'passed in term, %', unit: 'share' },
    { measure: 'dropout_share_any', label: 'dropped out of a course or activity, %', unit: 'share' },
  ];
}

/** Whether a row is of the whole cohort and of a main outcome. */
export function isHeadline(row: EstimateRow, all: readonly Headline[]): boolean {
  return (
    row.subgroup === 'all' && all.some(({ measure, month }) => row.measure === measure && row.month === month)
  );
}

/** The row of a headline among estimates or differences of the whole cohort. */
export function rowOf<Row extends Pick<EstimateRow, 'approach' | 'subgroup' | 'measure' | 'month'>>(
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
