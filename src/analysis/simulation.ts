/** All results of a finished run, as plain data. */

import { type BreakEven, breakEvens } from './break-even.js';
import { type CostRow, costRows } from './costs.js';
import { type Curve, curvesOf } from './curves.js';
import { type DifferenceRow, differenceRows, type EstimateRow, estimateRows } from './estimates.js';
import type { Results } from './results.js';

/** The outcomes of a simulated scenario, as the CSV files of a run have them. */
export interface Simulation {
  readonly municipality: string;
  /** Names, the reference first. */
  readonly approaches: readonly string[];
  readonly horizonMonths: number;
  readonly draws: number;
  readonly replications: number;
  readonly estimates: readonly EstimateRow[];
  readonly differences: readonly DifferenceRow[];
  readonly breakEvens: readonly BreakEven[];
  readonly curves: readonly Curve[];
  readonly costs: readonly CostRow[];
}

/** The outcomes of a run whose draws are complete. */
export function simulationOf(results: Results): Simulation {
  const differences = differenceRows(results);
  return {
    municipality: results.municipality,
    approaches: results.approaches.map(({ name }) => name),
    horizonMonths: results.horizonMonths,
    draws: results.task.draws,
    replications: results.task.replications,
    estimates: estimateRows(results),
    differences,
    breakEvens: breakEvens(results, differences),
    curves: curvesOf(results),
    costs: costRows(results),
  };
}
