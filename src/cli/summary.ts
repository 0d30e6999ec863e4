/** The main outcomes of a run, for the terminal and for `--json`. */

import type { EstimateRow } from '../analysis/estimates.js';
import { type Headline, headlines } from '../domain/measures/headlines.js';
import type { ScenarioTree } from '../domain/schema.js';
import { footingOf } from '../output/package/footing.js';
import { asWritten, readBack, type SummarisedRow } from './read-back.js';
import type { Outcome } from './write-results.js';

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

const numbers = (row: SummarisedRow | undefined) =>
  row === undefined
    ? null
    : {
        estimate: asWritten(row.estimate),
        mcse: asWritten(row.mcse),
        parameter_interval: [row.parameterLow, row.parameterHigh].map(asWritten),
        prediction_interval: [row.predictionLow, row.predictionHigh].map(asWritten),
        ...(row.probabilityBetter === undefined
          ? {}
          : { probability_better: asWritten(row.probabilityBetter) }),
      };

/** What a summary is made of: a scenario, where its results are, and their rows. */
interface Summarised {
  readonly tree: ScenarioTree;
  readonly folder: string;
  /** The reference first. */
  readonly approaches: readonly string[];
  readonly estimates: readonly SummarisedRow[];
  readonly differences: readonly SummarisedRow[];
}

function summaryOf({ tree, folder, approaches, estimates, differences }: Summarised) {
  return {
    municipality: tree.name,
    folder,
    footing: footingOf({ tree }),
    approaches,
    outcomes: headlines(12 * tree.horizon_years, [tree]).map((headline) => ({
      measure: headline.measure,
      month: headline.month ?? null,
      unit: headline.unit,
      estimates: Object.fromEntries(
        approaches.map((name) => [name, numbers(rowOf(estimates, headline, name))]),
      ),
      differences: Object.fromEntries(
        approaches.slice(1).map((name) => [name, numbers(rowOf(differences, headline, name))]),
      ),
    })),
  };
}

/** A machine-readable summary of one scenario's outcome. */
export function summarise({ results, folder, estimates, differences }: Outcome) {
  const approaches = results.approaches.map(({ name }) => name);
  return summaryOf({ tree: results.task.tree, folder, approaches, estimates, differences });
}

/** The same of results that were complete already, from their files. */
export function summariseFolder(tree: ScenarioTree, folder: string) {
  const rowsOf = (file: string) => readBack(folder, file).map(({ told }) => told);
  const estimates = rowsOf('estimates.csv');
  const approaches = [...new Set(estimates.map(({ approach }) => approach))];
  return summaryOf({ tree, folder, approaches, estimates, differences: rowsOf('differences.csv') });
}
