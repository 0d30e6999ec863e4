/** The run of a page as the sections of a report read one: the same rows, straight from the simulation. */

import { type CostRow, costRows } from '../../analysis/costs.js';
import {
  type DifferenceRow,
  differenceRows,
  type EstimateRow,
  estimateRows,
} from '../../analysis/estimates.js';
import { assembleResults } from '../../analysis/results.js';
import type { DrawResult } from '../../simulation/results/draw-result.js';
import type { Task } from '../../simulation/task.js';
import { lawOfRun } from '../package/law-of-run.js';
import { settleRounding } from '../report/rounding.js';
import type { CostLine, ResultRow, RunData } from '../report/run-data.js';
import type { Changes } from './change.js';
import type { ReportedShell } from './page-data.js';

/** What a setting came to with the draws simulated so far. */
export interface LiveRows {
  readonly estimates: readonly EstimateRow[];
  readonly differences: readonly DifferenceRow[];
  readonly costs: readonly CostRow[];
  readonly draws: number;
  readonly replications: number;
}

/** The rows of the first draws of a task: those of a run with so many. */
export function liveRows(task: Task, draws: readonly DrawResult[]): LiveRows {
  const results = assembleResults({ ...task, draws: draws.length }, draws);
  return {
    estimates: estimateRows(results),
    differences: differenceRows(results),
    costs: costRows(results),
    draws: draws.length,
    replications: task.replications,
  };
}

type AnyRow = EstimateRow & Partial<Pick<DifferenceRow, 'probabilityBetter'>>;

/** A row of the simulation as the report reads it from a file. */
function resultOf(row: AnyRow, { draws, replications }: Pick<LiveRows, 'draws' | 'replications'>): ResultRow {
  // A single draw has no spread over the parameters, and so no interval.
  const interval = (value: number) => (draws === 1 ? Number.NaN : value);
  const { approach, subgroup, measure, unit, estimate, mcse, persons } = row;
  return {
    ...{ approach, subgroup, measure, unit, estimate, mcse, persons, draws, replications },
    month: row.month ?? Number.NaN,
    low: interval(row.parameterLow),
    high: interval(row.parameterHigh),
    predictionLow: interval(row.predictionLow),
    predictionHigh: interval(row.predictionHigh),
    probabilityBetter: row.probabilityBetter ?? Number.NaN,
    shown: estimate,
    error: mcse,
  };
}

function costOf(row: CostRow): CostLine {
  const { approach, year, component, payer, perPerson, mcse, perCohort, perPersonDiscounted } = row;
  return { approach, year, component, payer, perPerson, mcse, perCohort, discounted: perPersonDiscounted };
}

/** The run with these rows; numbers that a reader has set have no range. */
export function liveRun(shell: ReportedShell, rows: LiveRows, changes: Changes): RunData {
  const { draws, replications } = rows;
  // What moved the balance in the report need not move it here.
  const { influences: _, ...manifest } = shell.manifest;
  return {
    ...shell,
    ...settleRounding(
      {
        estimates: rows.estimates.map((row) => resultOf(row, rows)),
        differences: rows.differences.map((row) => resultOf(row, rows)),
      },
      shell.reference.name,
    ),
    costs: rows.costs.filter(({ subgroup }) => subgroup === 'all').map(costOf),
    parameters: shell.parameters.map((parameter) =>
      Object.hasOwn(changes, parameter.path)
        ? { ...parameter, value: changes[parameter.path]!, low: Number.NaN, high: Number.NaN }
        : parameter,
    ),
    law: lawOfRun(shell.manifest),
    origins: shell.manifest.origins ?? [],
    manifest: { ...manifest, parameter_draws: draws, replications },
    byAnswer: [],
    selection: [],
    changed: [],
  };
}
