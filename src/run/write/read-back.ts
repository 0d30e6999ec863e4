/** Reads rows of finished results back, so that `--resume` can summarise a complete run from its files. */

import type { EstimateRow } from '../../analysis/estimates.js';
import { DIGITS } from '../../output/number.js';
import { footingOf } from '../../output/package/footing.js';
import { openRunFolder, type Row } from '../../output/package/run-folder.js';
import type { Complete } from '../simulate/finished-runs.js';
import type { Outcome } from './outcome.js';

/** The part of an estimate or difference that summaries use. */
export type SummarisedRow = Omit<EstimateRow, 'persons'> & { readonly probabilityBetter?: number };

/** Rounds a number as the result files do, so that a summary is the same whether it was read back or not. */
export function asWritten(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(DIGITS)) : value;
}

const textIn = (row: Row, column: string) => String(row[column] ?? '');

const numberIn = (row: Row, column: string) => {
  const value = row[column];
  return typeof value === 'number' ? value : Number.NaN;
};

/** Reads the part of a row of estimates.csv, differences.csv or sweep.csv that summaries use. */
function summarised(row: Row): SummarisedRow {
  const month = numberIn(row, 'month');
  return {
    approach: textIn(row, 'approach'),
    subgroup: 'subgroup' in row ? textIn(row, 'subgroup') : 'all',
    measure: textIn(row, 'measure'),
    month: Number.isNaN(month) ? undefined : month,
    unit: textIn(row, 'unit'),
    estimate: numberIn(row, 'estimate'),
    mcse: numberIn(row, 'mcse'),
    parameterLow: numberIn(row, 'parameter_low'),
    parameterHigh: numberIn(row, 'parameter_high'),
    predictionLow: numberIn(row, 'prediction_low'),
    predictionHigh: numberIn(row, 'prediction_high'),
    ...('probability_better' in row ? { probabilityBetter: numberIn(row, 'probability_better') } : {}),
  };
}

/** The rows of a table of a result folder. @throws InputProblem where one cannot be read */
export function readBack(
  folder: string,
  file: string,
): { readonly row: Row; readonly summary: SummarisedRow }[] {
  return openRunFolder(folder)
    .table(file)
    .map((row) => ({ row, summary: summarised(row) }));
}

/** The part of an outcome that summaries use. */
export interface Summarised
  extends Pick<Outcome, 'municipality' | 'folder' | 'footing' | 'approaches' | 'regime' | 'horizonMonths'> {
  readonly estimates: readonly SummarisedRow[];
  readonly differences: readonly SummarisedRow[];
}

/** Reads the outcome of a complete run from its files. */
export function readOutcome({ scenario, folder }: Complete): Summarised {
  const rowsOf = (file: string) => readBack(folder, file).map(({ summary }) => summary);
  const estimates = rowsOf('estimates.csv');
  return {
    municipality: scenario.tree.name,
    folder,
    footing: footingOf(scenario),
    approaches: [...new Set(estimates.map(({ approach }) => approach))],
    regime: scenario.tree.regime,
    horizonMonths: 12 * scenario.tree.horizon_years,
    estimates,
    differences: rowsOf('differences.csv'),
  };
}
