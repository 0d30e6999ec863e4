/** The main outcomes of a run as data, for `--json`. */

import { headlines, rowOf } from '../../run/write/headlines.js';
import { asWritten, type Summarised, type SummarisedRow } from '../../run/write/read-back.js';

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

/** A machine-readable summary of one scenario's outcome. */
export function summarise({
  municipality,
  folder,
  footing,
  approaches,
  regime,
  horizonMonths,
  estimates,
  differences,
}: Summarised) {
  return {
    municipality,
    folder,
    footing,
    approaches,
    outcomes: headlines(horizonMonths, [{ regime }]).map((headline) => ({
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
