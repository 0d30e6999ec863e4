/** Reads the posterior that a scenario names: draws.csv, and parameters.csv with the priors it was fitted from. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { listParameters } from '../domain/draw.js';
import { isPrior, keepParameters, type Posterior, type Prior } from '../domain/posterior.js';
import type { AnnotatedQuantity } from '../domain/quantity.js';
import type { ScenarioTree } from '../domain/schema.js';
import type { Library } from './inheritance.js';
import { suggest } from './nearest.js';

/** Files of a posterior. */
export const posteriorFiles = { draws: 'posterior.csv', parameters: 'parameters.csv' } as const;

/** What stands in the column `draw` of the row with the central values. */
export const CENTRAL = 'central';

type PosteriorResult = { readonly posterior: Posterior | undefined } | { readonly problem: string };

function readRows(path: string): Record<string, string>[] {
  return parse(readFileSync(path), { columns: true, bom: true, skip_empty_lines: true });
}

function priorOf(row: Record<string, string>): Prior {
  const number = (name: string) =>
    row[name] === '' || row[name] === undefined ? undefined : Number(row[name]);
  const points = row.points === undefined || row.points === '' ? undefined : JSON.parse(row.points);
  return {
    value: Number(row.value),
    low: number('low'),
    high: number('high'),
    interval: number('interval'),
    distribution: (row.distribution || undefined) as AnnotatedQuantity['distribution'],
    points,
  };
}

/** The draws as a matrix. @throws Error when the file is not one of posterior draws. */
function parseDraws(rows: readonly Record<string, string>[]): Posterior {
  const paths = Object.keys(rows[0] ?? {}).filter((name) => name !== 'draw');
  const numbers = (row: Record<string, string>) => paths.map((path) => Number(row[path]));
  const central = rows.find(({ draw }) => draw === CENTRAL);
  const draws = rows.filter(({ draw }) => draw !== CENTRAL);
  if (central === undefined || draws.length === 0 || paths.length === 0)
    throw new Error(`expected a row "${CENTRAL}" and rows of draws`);
  const values = Float64Array.from(draws.flatMap(numbers));
  if (values.some(Number.isNaN)) throw new Error('expected numbers only');
  return { paths, rows: draws.length, values, central: Float64Array.from(numbers(central)) };
}

/** A name stands for a folder of the package, a path starts from the scenario's folder or from the working directory. */
function folderOf(name: string, library: Library, base: string): string {
  if (!/[/\\]/.test(name)) return join(library.data, 'posteriors', name);
  const besideScenario = resolve(base, name);
  return existsSync(besideScenario) ? besideScenario : resolve(name);
}

function namesIn(library: Library): string[] {
  const folder = join(library.data, 'posteriors');
  return existsSync(folder) ? readdirSync(folder) : [];
}

/**
 * The posterior of a scenario, kept to the parameters that are as they were when it was fitted: a municipality's own
 * number, or one set on the command line, is not overruled by the national calibration.
 *
 * @param base folder that a path starts from
 */
export function readPosterior(tree: ScenarioTree, library: Library, base: string): PosteriorResult {
  const { posterior: name } = tree;
  if (name === undefined || name === 'none') return { posterior: undefined };
  const folder = folderOf(name, library, base);
  const [draws, priors] = [posteriorFiles.draws, posteriorFiles.parameters].map((file) => join(folder, file));
  if (!existsSync(draws!) || !existsSync(priors!)) {
    return {
      problem: `no posterior "${name}" (${posteriorFiles.draws} and ${posteriorFiles.parameters})${suggest(name, [...namesIn(library), 'none'])}`,
    };
  }
  try {
    const whole = parseDraws(readRows(draws!));
    const fitted = new Map(readRows(priors!).map((row) => [row.path!, priorOf(row)]));
    const now = new Map(listParameters(tree).map(({ path, quantity }) => [path, quantity]));
    const keep = (path: string) => fitted.has(path) && isPrior(now.get(path), fitted.get(path)!);
    return { posterior: keepParameters(whole, keep) };
  } catch (error) {
    return { problem: `"${name}" cannot be read: ${(error as Error).message}` };
  }
}
