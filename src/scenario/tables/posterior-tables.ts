/** The tables of a posterior: draws.csv, and parameters.csv with the priors it was fitted from. */

import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Posterior, type Prior, valueAt } from '../../domain/parameters/posterior.js';
import { type AnnotatedQuantity, distributionNames } from '../../domain/parameters/quantity.js';
import type { Diagnostic } from '../check/diagnostic.js';
import { suggest } from '../check/nearest.js';
import { readKept, readKeptNumbers } from '../kept-files.js';
import { readCsvFile, recordOf } from './csv-file.js';

/** Files of a posterior. */
export const posteriorFiles = { draws: 'posterior.csv', parameters: 'parameters.csv' } as const;

/** Paths of the tables of a posterior. */
export const tablesIn = (folder: string) => ({
  draws: join(folder, posteriorFiles.draws),
  parameters: join(folder, posteriorFiles.parameters),
});

/** The most problems of a table that are listed. */
const LISTED = 100;

/** The text in column `draw` of the row with the central values. */
export const CENTRAL = 'central';

/** About the size of a hundred thousand draws of a hundred parameters. */
const MAX_BYTES = 256 * 1024 * 1024;

const decimal = /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i;

/** The number in a cell; undefined where it holds none. */
function numberIn(cell: string): number | undefined {
  const value = decimal.test(cell) ? Number(cell) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** The quantiles in a cell; undefined where it holds none. */
function pointsIn(cell: string): AnnotatedQuantity['points'] {
  try {
    const points: unknown = JSON.parse(cell);
    const isPair = (point: unknown) =>
      Array.isArray(point) && point.length === 2 && point.every(Number.isFinite);
    return Array.isArray(points) && points.every(isPair)
      ? (points as AnnotatedQuantity['points'])
      : undefined;
  } catch {
    return undefined;
  }
}

const priorNumbers = ['value', 'low', 'high', 'interval'];
const priorColumns = ['path', ...priorNumbers, 'distribution', 'points'];

/** What is wrong with a cell of a prior; only its path and its value must be there. */
function checkPrior(column: string, cell: string): string | undefined {
  if (column === 'path' && cell === '') return 'expected the path of a parameter, got nothing';
  if (cell === '' && column !== 'value') return undefined;
  if (priorNumbers.includes(column) && numberIn(cell) === undefined)
    return `expected a number, such as 0.57, got "${cell}"`;
  if (column === 'distribution' && !distributionNames.some((name) => name === cell))
    return `unknown name "${cell}"${suggest(cell, distributionNames)}`;
  return column === 'points' && pointsIn(cell) === undefined
    ? 'expected quantiles, such as [[0.5,1],[0.9,2]]'
    : undefined;
}

function priorOf(row: Record<string, string>): Prior {
  return {
    value: Number(row.value),
    low: numberIn(row.low!),
    high: numberIn(row.high!),
    interval: numberIn(row.interval!),
    distribution: (row.distribution || undefined) as AnnotatedQuantity['distribution'],
    points: pointsIn(row.points!),
  };
}

/** Identifies the bytes of a file. */
interface Hashed {
  readonly sha256: string;
}

/** The draws with the lowest and the highest of every parameter, the central value among them. */
interface Draws extends Posterior, Hashed {
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
}

/** The priors, each with the path of its parameter. */
interface Priors extends Hashed {
  readonly list: readonly (readonly [path: string, prior: Prior])[];
}

function withExtremes(posterior: Posterior & Hashed): Draws {
  const { paths, rows, central } = posterior;
  const [lowest, highest] = [Float64Array.from(central), Float64Array.from(central)];
  for (let r = 0; r < rows; r++)
    for (let p = 0; p < paths.length; p++) {
      const value = valueAt(posterior, r, p);
      if (value < lowest[p]!) lowest[p] = value;
      if (value > highest[p]!) highest[p] = value;
    }
  return { ...posterior, lowest, highest };
}

/** The draws as a matrix, or what is wrong with the table. */
function parseDraws(file: string): Draws | readonly Diagnostic[] {
  const kindOf = (name: string) => (name === 'draw' ? 'text' : 'number');
  const read = readCsvFile(file, { needed: ['draw'], open: true, maxBytes: MAX_BYTES, kindOf });
  if (!read.ok) return read.diagnostics;
  const at = read.names.indexOf('draw');
  const paths = read.names.filter((name) => name !== 'draw');
  const central = read.lines.filter(({ cells }) => cells[at] === CENTRAL);
  const draws = read.lines.filter(({ cells }) => cells[at] !== CENTRAL);
  if (central.length !== 1 || draws.length === 0 || paths.length === 0) {
    const message = `expected a row "${CENTRAL}" and rows of draws, with a column for each parameter`;
    return [{ file, line: 1, column: 1, message }];
  }
  const wrong: Diagnostic[] = [];
  const readRow = ({ line, cells }: { line: number; cells: readonly string[] }, into: Float64Array) => {
    let next = 0;
    for (let i = 0; i < cells.length; i++) {
      if (i === at) continue;
      const value = numberIn(cells[i]!);
      if (value === undefined && wrong.length < LISTED)
        wrong.push({ file, line, column: i + 1, message: `${read.names[i]}: expected a number` });
      into[next++] = value ?? Number.NaN;
    }
  };
  const width = paths.length;
  const centre = new Float64Array(width);
  readRow(central[0]!, centre);
  const values = new Float64Array(draws.length * width);
  for (const [r, draw] of draws.entries()) readRow(draw, values.subarray(r * width, (r + 1) * width));
  if (wrong.length > 0) return wrong;
  return withExtremes({ paths, rows: draws.length, values, central: centre, sha256: read.sha256 });
}

/** The priors that the draws were fitted from, or what is wrong with the table. */
function parsePriors(file: string): Priors | readonly Diagnostic[] {
  const kindOf = (name: string) => (priorNumbers.includes(name) ? 'number' : 'text');
  const read = readCsvFile(file, { needed: priorColumns, open: true, maxBytes: MAX_BYTES, kindOf });
  if (!read.ok) return read.diagnostics;
  const wrong = read.lines.flatMap(({ line, cells }) =>
    cells.flatMap((cell, i): Diagnostic[] => {
      const column = read.names[i]!;
      const message = priorColumns.includes(column) ? checkPrior(column, cell) : undefined;
      return message === undefined ? [] : [{ file, line, column: i + 1, message: `${column}: ${message}` }];
    }),
  );
  if (wrong.length > 0) return wrong.slice(0, LISTED);
  const rows = read.lines.map(({ cells }) => recordOf(read.names, cells));
  return { list: rows.map((row) => [row.path!, priorOf(row)]), sha256: read.sha256 };
}

/** The draws in a file with these bytes, where the build has kept them. */
function keptDraws(sha256: string): Draws | undefined {
  const form = readKept(sha256) as Pick<Posterior, 'paths' | 'rows'> | undefined;
  const numbers = form && readKeptNumbers(sha256);
  if (form === undefined || numbers === undefined) return undefined;
  const width = form.paths.length;
  const [central, lowest, highest] = [0, 1, 2].map((i) => numbers.slice(i * width, (i + 1) * width));
  const values = numbers.slice(3 * width);
  return { ...form, central: central!, lowest: lowest!, highest: highest!, values, sha256 };
}

function keptPriors(sha256: string): Priors | undefined {
  const list = readKept(sha256) as Priors['list'] | undefined;
  return list && { list, sha256 };
}

/** The hash of a file's bytes; undefined where it cannot be read, which is told when it is parsed. */
function hashOf(file: string): string | undefined {
  try {
    const status = statSync(file);
    if (!status.isFile() || status.size > MAX_BYTES) return undefined;
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch {
    return undefined;
  }
}

function keptOr<Table>(
  file: string,
  kept: (sha256: string) => Table | undefined,
  parse: (file: string) => Table | readonly Diagnostic[],
) {
  const sha256 = hashOf(file);
  return (sha256 === undefined ? undefined : kept(sha256)) ?? parse(file);
}

/** Reads both tables of a posterior, or says what is wrong with them. */
export function readPosteriorTables(folder: string) {
  const { draws, parameters } = tablesIn(folder);
  return [keptOr(draws, keptDraws, parseDraws), keptOr(parameters, keptPriors, parsePriors)] as const;
}

/** The same without what the build has kept, which it makes of this. */
export function parsePosteriorTables(folder: string) {
  const { draws, parameters } = tablesIn(folder);
  return [parseDraws(draws), parsePriors(parameters)] as const;
}
