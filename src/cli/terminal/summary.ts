/** The main outcomes of a run as data, for `--json`. */

import { headlines, rowOf } from '../../run/headlines.js';
import type { DifferenceRow, EstimateRow, Outcome } from '../../run/outcome.js';

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
export function summarise({
  municipality,
  folder,
  footing,
  approaches,
  horizonMonths,
  estimates,
  differences,
}: Outcome) {
  return {
    municipality,
    folder,
    footing,
    approaches,
    outcomes: headlines(horizonMonths).map((headline) => ({
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
