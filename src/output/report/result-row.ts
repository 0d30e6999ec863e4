/** A row of results as reports need it. */

import { numberIn, textIn } from '../package/cells.js';
import type { Row } from '../package/run-folder.js';

/** A row of estimates.csv or differences.csv. Not known: NaN. */
export interface ResultRow {
  readonly approach: string;
  readonly subgroup: string;
  readonly measure: string;
  /** Months since the permit; NaN: over the whole horizon. */
  readonly month: number;
  readonly unit: string;
  readonly estimate: number;
  readonly mcse: number;
  readonly low: number;
  readonly high: number;
  readonly predictionLow: number;
  readonly predictionHigh: number;
  readonly probabilityBetter: number;
  /** Of the cohort or the subgroup, over all draws and replications. */
  readonly persons: number;
  readonly replications: number;
  readonly draws: number;
  /** What is printed of the estimate, and the error by which that and the interval are rounded: see `rounding.ts`. */
  readonly shown: number;
  readonly error: number;
}

/** A row of a table of results. */
export function resultOf(row: Row): ResultRow {
  // A single draw has no spread over the parameters, and so no interval.
  const interval = (name: string) => (numberIn(row, 'draws') === 1 ? Number.NaN : numberIn(row, name));
  return {
    approach: textIn(row, 'approach'),
    subgroup: textIn(row, 'subgroup') || 'all',
    measure: textIn(row, 'measure'),
    month: numberIn(row, 'month'),
    unit: textIn(row, 'unit'),
    estimate: numberIn(row, 'estimate'),
    mcse: numberIn(row, 'mcse'),
    low: interval('parameter_low'),
    high: interval('parameter_high'),
    predictionLow: interval('prediction_low'),
    predictionHigh: interval('prediction_high'),
    probabilityBetter: numberIn(row, 'probability_better'),
    persons: numberIn(row, 'persons'),
    replications: numberIn(row, 'replications'),
    draws: numberIn(row, 'draws'),
    shown: numberIn(row, 'estimate'),
    error: numberIn(row, 'mcse'),
  };
}
