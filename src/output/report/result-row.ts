/** A row of results as reports need it. */

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
