/** All results of a finished run, as plain data. */

import { type AlternativeRow, alternativeRows } from './alternatives.js';
import { type BreakEven, breakEvens } from './break-even.js';
import { type CostRow, costRows } from './costs.js';
import { type Curve, curvesOf } from './curves.js';
import { type DifferenceRow, differenceRows, type EstimateRow, estimateRows } from './estimates.js';
import type { Results } from './results.js';

/** A main outcome, or a difference, in the draws that have an answer to an open question. */
export interface EstimateByAnswer extends Omit<AlternativeRow, 'answer'> {
  /** Name of the question, as under `alternatives` of the scenario, and of the answer; undefined: all draws, whatever their answers. */
  readonly question: string | undefined;
  readonly answer: string | undefined;
  /** How likely the answer is taken to be; 1: of all draws. */
  readonly weight: number;
}

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
  /** Main outcomes and differences by answer to the questions that the scenario leaves open; empty: it leaves none open. */
  readonly answers: readonly EstimateByAnswer[];
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
    answers: alternativeRows(results).map(
      ({ answer, ...row }): EstimateByAnswer => ({
        question: answer?.alternative.name,
        answer: answer?.option.name,
        weight: answer?.option.weight ?? 1,
        ...row,
      }),
    ),
  };
}
