/** Reads the posterior that a scenario names: draws.csv, and parameters.csv with the priors it was fitted from. */

import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { listParameters, scenarioWith } from '../../domain/parameters/draw.js';
import {
  isPrior,
  keepParameters,
  type Posterior,
  type Prior,
  valueAt,
} from '../../domain/parameters/posterior.js';
import { type AnnotatedQuantity, distributionNames } from '../../domain/parameters/quantity.js';
import { schemaFor } from '../../domain/regimes/scenario-schema.js';
import type { ScenarioTree } from '../../domain/schema/scenario.js';
import type { Diagnostic } from '../check/diagnostic.js';
import { suggest } from '../check/nearest.js';
import { boundsAt } from '../check/schema-walk.js';
import { nodeOf } from '../inherit/layers.js';
import type { Library } from '../library.js';
import { readCsvFile, recordOf } from './csv-file.js';

/** Files of a posterior. */
export const posteriorFiles = { draws: 'posterior.csv', parameters: 'parameters.csv' } as const;

/** The most problems of a table that are listed. */
const LISTED = 100;

/** The text in column `draw` of the row with the central values. */
export const CENTRAL = 'central';

/** The files of a posterior, before any scenario is considered. */
export interface Fitted {
  readonly folder: string;
  readonly draws: Posterior;
  /** The lowest draws of all parameters, and the highest. */
  readonly extremes: readonly ReadonlyMap<string, number>[];
  readonly priors: ReadonlyMap<string, Prior>;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
  /** Paths whose draws have been found within the bounds of the schema. */
  readonly within: ReadonlySet<string>;
  /** The draws as the last scenario used them. Scenarios that use the same parameters share them. */
  readonly kept: Posterior;
}

type PosteriorResult =
  | { readonly posterior: Posterior | undefined; readonly fitted: Fitted | undefined }
  /** What is wrong with the name or the files. */
  | { readonly problem: string }
  | { readonly diagnostics: readonly Diagnostic[] };

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

/** The draws as a matrix, or what is wrong with the table. */
function readDraws(file: string): (Posterior & Hashed) | readonly Diagnostic[] {
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
  return { paths, rows: draws.length, values, central: centre, sha256: read.sha256 };
}

/** The priors that the draws were fitted from, by path, or what is wrong with the table. */
function readPriors(
  file: string,
): ({ readonly priors: ReadonlyMap<string, Prior> } & Hashed) | readonly Diagnostic[] {
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
  return { priors: new Map(rows.map((row) => [row.path!, priorOf(row)])), sha256: read.sha256 };
}

/** The lowest and the highest draw of every parameter, the central value among them. */
function extremesOf(posterior: Posterior): Map<string, number>[] {
  const { paths, rows, central } = posterior;
  const [lowest, highest] = [Float64Array.from(central), Float64Array.from(central)];
  for (let r = 0; r < rows; r++)
    for (let p = 0; p < paths.length; p++) {
      const value = valueAt(posterior, r, p);
      if (value < lowest[p]!) lowest[p] = value;
      if (value > highest[p]!) highest[p] = value;
    }
  return [lowest, highest].map((ends) => new Map(paths.map((path, p) => [path, ends[p]!])));
}

function readFitted(folder: string, drawsFile: string, priorsFile: string): Fitted | readonly Diagnostic[] {
  const draws = readDraws(drawsFile);
  const before = readPriors(priorsFile);
  if (!('sha256' in draws) || !('sha256' in before))
    return [draws, before].flatMap((each) => (Array.isArray(each) ? (each as Diagnostic[]) : []));
  const { sha256, ...posterior } = draws;
  const files = [
    { path: drawsFile, sha256 },
    { path: priorsFile, sha256: before.sha256 },
  ];
  const extremes = extremesOf(posterior);
  return {
    folder,
    draws: posterior,
    extremes,
    priors: before.priors,
    files,
    within: new Set(),
    kept: posterior,
  };
}

/**
 * Draws that the scenario does not allow. Every rule of the schema bounds a single number, so it is enough to look at all lowest
 * draws and at all highest draws.
 */
function checkBounds(
  file: string,
  tree: ScenarioTree,
  { paths }: Posterior,
  extremes: Fitted['extremes'],
): Diagnostic[] {
  const schema = schemaFor(tree);
  const drawn = new Set(paths);
  const ends = extremes.map((extreme) =>
    scenarioWith(tree, new Map(paths.map((path) => [path, extreme.get(path)!]))),
  );
  const problems = listParameters(tree).flatMap(({ path, quantity }) => {
    // A draw must fit everywhere it is used, also in the places of numbers that are tied to it.
    const source = typeof quantity === 'number' ? path : (quantity.tie?.to ?? path);
    if (!drawn.has(source)) return [];
    const at = path.split('.');
    const { min, max } = boundsAt(schema, at);
    return ends.flatMap((end) => {
      const value = nodeOf(end, at) as number;
      if (value < min) return [`${path}: a draw is out of bounds; expected at least ${min}`];
      return value > max ? [`${path}: a draw is out of bounds; expected at most ${max}`] : [];
    });
  });
  return [...new Set(problems)].slice(0, LISTED).map((message) => ({ file, line: 1, column: 1, message }));
}

/** A name means a folder of the package; a path is relative to the scenario's folder or the working directory. */
function folderOf(name: string, library: Library, base: string): string {
  if (!/[/\\]/.test(name)) return join(library.data, 'posteriors', name);
  const besideScenario = resolve(base, name);
  return existsSync(besideScenario) ? besideScenario : resolve(name);
}

function namesIn(library: Library): string[] {
  const folder = join(library.data, 'posteriors');
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** The draws that were last kept of each posterior: points of a sweep mostly leave out the same parameters. */
const lastKept = new WeakMap<Posterior, Posterior>();

/**
 * The draws of some parameters. They are shared with the last scenario where possible, since copies for many scenarios take much
 * memory.
 */
function keepAgain({ draws, kept }: Fitted, paths: readonly string[]): Posterior {
  const isSame = (known: Posterior) =>
    known.paths.length === paths.length && paths.every((path, p) => known.paths[p] === path);
  const known = [kept, lastKept.get(draws) ?? kept].find(isSame);
  if (known !== undefined) return known;
  const now = keepParameters(draws, (path) => paths.includes(path));
  lastKept.set(draws, now);
  return now;
}

/**
 * The posterior of a scenario, limited to the parameters that are unchanged since it was fitted. The national calibration does
 * not override a municipality's own number, or one set on the command line.
 *
 * @param base folder that a path starts from
 * @param known files read before, which the points of a sweep share
 */
export function readPosterior(
  tree: ScenarioTree,
  library: Library,
  base: string,
  known?: Fitted,
): PosteriorResult {
  const { posterior: name } = tree;
  if (name === undefined || name === 'none') return { posterior: undefined, fitted: undefined };
  const folder = folderOf(name, library, base);
  const [draws, priors] = [posteriorFiles.draws, posteriorFiles.parameters].map((file) => join(folder, file));
  if (!existsSync(draws!) || !existsSync(priors!)) {
    return {
      problem: `no posterior "${name}" (${posteriorFiles.draws} and ${posteriorFiles.parameters})${suggest(name, [...namesIn(library), 'none'])}`,
    };
  }
  const read = known?.folder === folder ? known : readFitted(folder, draws!, priors!);
  if (!('folder' in read)) return { diagnostics: read };
  const now = new Map(listParameters(tree).map(({ path, quantity }) => [path, quantity]));
  const keep = (path: string) => read.priors.has(path) && isPrior(now.get(path), read.priors.get(path)!);
  const posterior = keepAgain(read, read.draws.paths.filter(keep));
  const fitted = { ...read, kept: posterior };
  if (posterior.paths.every((path) => read.within.has(path))) return { posterior, fitted };
  const diagnostics = checkBounds(draws!, tree, posterior, read.extremes);
  return diagnostics.length > 0
    ? { diagnostics }
    : { posterior, fitted: { ...fitted, within: new Set(posterior.paths) } };
}
