/** The files of a calibration: posterior draws, what was learned, and the fit. */

import type { Correlation, FitRow, Learned } from '../../analysis/calibration/fit.js';
import type { UncertainParameter } from '../../domain/parameters/calibration.js';
import { CENTRAL, posteriorFiles } from '../../scenario/tables/posterior-tables.js';
import {
  type AnyTable,
  booleanColumn,
  type CellValue,
  integerColumn,
  numberColumn,
  required,
  type Table,
  textColumn,
} from '../package/columns.js';
import type { Row } from '../package/run-folder.js';

/** A calibration in the form in which it is written. */
export interface Calibration {
  readonly parameters: readonly UncertainParameter[];
  /** Values of the parameters: the central ones, then the draws. */
  readonly central: readonly number[];
  readonly draws: readonly (readonly number[])[];
  readonly learned: readonly Learned[];
  readonly correlations: readonly Correlation[];
  readonly fit: readonly FitRow[];
}

interface DrawRow {
  readonly name: string;
  readonly values: readonly number[];
}

function drawsTable({ parameters, central, draws }: Calibration): Table<DrawRow> {
  return {
    file: posteriorFiles.draws,
    key: ['draw'],
    title: 'Posterior draws of the calibrated parameters, in random order',
    columns: [
      required(
        textColumn(
          'draw',
          `number of the draw; "${CENTRAL}": the posterior mean, on the scale of the calibration`,
          (r) => r.name,
        ),
      ),
      ...parameters.map(({ path, quantity }, p) =>
        numberColumn<DrawRow>(path, quantity.unit ?? '', (r) => r.values[p]),
      ),
    ],
    rows: [
      { name: CENTRAL, values: central },
      ...draws.map((values, i) => ({ name: String(i + 1), values })),
    ],
  };
}

interface LearnedRow {
  readonly parameter: UncertainParameter;
  readonly sorted: readonly number[];
  readonly learned: Learned;
}

function quantileOf(sorted: readonly number[], p: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))]!;
}

function parametersTable({ parameters, draws, learned }: Calibration): Table<LearnedRow> {
  return {
    file: posteriorFiles.parameters,
    key: ['path'],
    title: 'Prior and posterior of every calibrated parameter: what the targets taught',
    columns: [
      required(textColumn('path', 'path in the scenario', (r) => r.parameter.path)),
      numberColumn('value', 'prior: central value', (r) => r.parameter.quantity.value),
      numberColumn('low', 'prior: low end', (r) => r.parameter.quantity.low),
      numberColumn('high', 'prior: high end', (r) => r.parameter.quantity.high),
      numberColumn(
        'interval',
        'prior: probability between low and high, where stated',
        (r) => r.parameter.quantity.interval,
      ),
      textColumn('distribution', 'prior: distribution', (r) => r.parameter.quantity.distribution),
      textColumn('points', 'prior: quantiles, where it is given by them', ({ parameter: { quantity } }) =>
        quantity.points === undefined ? undefined : JSON.stringify(quantity.points),
      ),
      textColumn('unit', 'unit', (r) => r.parameter.quantity.unit),
      textColumn('label', 'how sure the prior is', (r) => r.parameter.quantity.label),
      numberColumn('posterior_median', 'posterior: median', (r) => quantileOf(r.sorted, 0.5)),
      numberColumn('posterior_low', 'posterior: 2.5 % point', (r) => quantileOf(r.sorted, 0.025)),
      numberColumn('posterior_high', 'posterior: 97.5 % point', (r) => quantileOf(r.sorted, 0.975)),
      numberColumn(
        'shift',
        'posterior mean, in prior standard deviations from the prior median',
        (r) => r.learned.shift,
      ),
      numberColumn(
        'width',
        'posterior standard deviation over that of the prior; 1: the targets say nothing about it',
        (r) => r.learned.width,
      ),
    ],
    rows: parameters.map((parameter, p) => ({
      parameter,
      learned: learned[p]!,
      sorted: draws.map((draw) => draw[p]!).sort((a, b) => a - b),
    })),
  };
}

function correlationsTable({ parameters, correlations }: Calibration): Table<Correlation> {
  return {
    file: 'correlations.csv',
    key: ['first', 'second'],
    refersTo: ['first', 'second'].map((column) => ({
      columns: [column],
      file: posteriorFiles.parameters,
      key: ['path'],
    })),
    title: 'Strongest correlations between parameters in the posterior',
    columns: [
      required(textColumn('first', 'parameter', (r) => parameters[r.first]!.path)),
      required(textColumn('second', 'parameter', (r) => parameters[r.second]!.path)),
      numberColumn('correlation', 'correlation on the scale of the calibration', (r) => r.correlation),
    ],
    rows: correlations,
  };
}

/** fit.csv: targets next to the model's results. */
function fitTable(rows: readonly FitRow[]): Table<FitRow> {
  return {
    file: 'fit.csv',
    key: ['id'],
    title: 'Targets beside the model; only those for fit moved a parameter',
    columns: [
      required(textColumn('id', 'target', (r) => r.target.id)),
      required(textColumn('use', 'fit, or validation', (r) => r.target.use)),
      required(textColumn('metric', 'what is measured', (r) => r.target.metric)),
      required(textColumn('subgroup', '"all", or attribute=value', (r) => r.target.subgroup)),
      integerColumn('month', 'months since the permit, or since the exit', (r) => r.target.month),
      required(numberColumn('data', 'published figure', (r) => r.target.value)),
      required(numberColumn('tolerance', 'how far the model may be off', (r) => r.target.tolerance)),
      numberColumn('estimate', 'mean over the parameter draws', (r) => r.estimate),
      numberColumn('mcse', 'Monte Carlo standard error', (r) => r.mcse),
      numberColumn('parameter_low', '2.5 % point over the parameter draws', (r) => r.low),
      numberColumn('parameter_high', '97.5 % point over the parameter draws', (r) => r.high),
      numberColumn('z', '(model - data) / (tolerance / 2)', (r) => r.z),
      required(booleanColumn('inside', 'whether the estimate is within the tolerance', (r) => r.inside)),
      required(textColumn('label', 'how sure the figure is', (r) => r.target.label)),
      required(textColumn('source', 'source of the figure', (r) => r.target.source)),
    ],
    rows,
  };
}

/** The rows of fit.csv as they are read back. */
export function readFit({ fit }: Calibration): Row[] {
  const { columns } = fitTable(fit);
  const readBack = (cell: CellValue) => (typeof cell === 'boolean' ? String(cell) : (cell ?? Number.NaN));
  return fit.map((row) => Object.fromEntries(columns.map(({ name, value }) => [name, readBack(value(row))])));
}

/** All tables of a calibration. */
export function calibrationTables(calibration: Calibration): AnyTable[] {
  return [
    drawsTable(calibration),
    parametersTable(calibration),
    correlationsTable(calibration),
    fitTable(calibration.fit),
  ];
}
