/** The main outcomes of a run: the ones that the terminal, summaries and comparisons show. */

import type { EstimateRow } from '../../analysis/estimates.js';
import type { Headline } from '../../domain/measures/headlines.js';

export {
  type Headline,
  headlineColumns,
  headlines,
} from '../../domain/measures/headlines.js';
export { decisive } from '../../domain/measures/money.js';

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
