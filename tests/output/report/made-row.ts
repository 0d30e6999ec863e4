/** A row of results for tests of rounding. */

import type { ResultRow } from '../../../src/output/report/run-data.js';

const { NaN: none } = Number;

/** A row of the whole cohort over the whole horizon, without intervals. */
export function row(
  approach: string,
  measure: string,
  estimate: number,
  mcse: number,
  unit = 'euros',
): ResultRow {
  const interval = { low: none, high: none, predictionLow: none, predictionHigh: none };
  return {
    approach,
    subgroup: 'all',
    measure,
    month: none,
    unit,
    estimate,
    mcse,
    ...interval,
    probabilityBetter: none,
    persons: none,
    replications: 2,
    draws: 64,
    shown: estimate,
    error: mcse,
  };
}
