/** A row of results as reports need it. */

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
  readonly replications: number;
  readonly draws: number;
  /** What is printed of the estimate, and the error by which that and the interval are rounded: see `rounding.ts`. */
  readonly shown: number;
  readonly error: number;
}

const text = (row: Row, name: string): string => String(row[name] ?? '');
const number = (row: Row, name: string): number => {
  const value = row[name];
  return typeof value === 'number' ? value : Number.NaN;
};

/** A row of a table of results. */
export function resultOf(row: Row): ResultRow {
  // A single draw has no spread over the parameters, and so no interval.
  const interval = (name: string) => (number(row, 'draws') === 1 ? Number.NaN : number(row, name));
  return {
    approach: text(row, 'approach'),
    subgroup: text(row, 'subgroup') || 'all',
    measure: text(row, 'measure'),
    month: number(row, 'month'),
    unit: text(row, 'unit'),
    estimate: number(row, 'estimate'),
    mcse: number(row, 'mcse'),
    low: interval('parameter_low'),
    high: interval('parameter_high'),
    predictionLow: interval('prediction_low'),
    predictionHigh: interval('prediction_high'),
    probabilityBetter: number(row, 'probability_better'),
    replications: number(row, 'replications'),
    draws: number(row, 'draws'),
    shown: number(row, 'estimate'),
    error: number(row, 'mcse'),
  };
}
