/** The posterior that a scenario names, as far as the scenario still is what it was fitted from. */

import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { listParameters } from '../../domain/parameters/draw.js';
import { numberMaker } from '../../domain/parameters/number-maker.js';
import { isPrior, keepParameters, type Posterior, type Prior } from '../../domain/parameters/posterior.js';
import { annotated } from '../../domain/parameters/quantity.js';
import { schemaFor } from '../../domain/regimes/scenario-schema.js';
import type { ScenarioTree } from '../../domain/schema/scenario.js';
import type { Diagnostic } from '../check/diagnostic.js';
import { suggest } from '../check/nearest.js';
import { boundsAt } from '../check/schema-walk.js';
import type { Library } from '../library.js';
import { posteriorFiles, readPosteriorTables, tablesIn } from './posterior-tables.js';

/** The most problems that are listed. */
const LISTED = 100;

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

function readFitted(folder: string): Fitted | readonly Diagnostic[] {
  const [draws, before] = readPosteriorTables(folder);
  if (!('sha256' in draws) || !('sha256' in before))
    return [draws, before].flatMap((each) => (Array.isArray(each) ? (each as Diagnostic[]) : []));
  const { sha256, lowest, highest, ...posterior } = draws;
  const { paths } = posterior;
  const tables = tablesIn(folder);
  return {
    folder,
    draws: posterior,
    extremes: [lowest, highest].map((ends) => new Map(paths.map((path, p) => [path, ends[p]!]))),
    priors: new Map(before.list),
    files: [
      { path: tables.draws, sha256 },
      { path: tables.parameters, sha256: before.sha256 },
    ],
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
  const problems = listParameters(tree).flatMap(({ path, quantity }) => {
    // A draw must fit everywhere it is used, also in the places of numbers that are tied to it.
    const source = typeof quantity === 'number' ? path : (quantity.tie?.to ?? path);
    if (!drawn.has(source)) return [];
    const { min, max } = boundsAt(schema, path.split('.'));
    const make = numberMaker(path, annotated(quantity));
    return extremes.flatMap((extreme) => {
      const value = make((own) => (drawn.has(own.path) ? extreme.get(own.path)! : own.quantity.value));
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
  const { draws, parameters } = tablesIn(folder);
  if (!existsSync(draws) || !existsSync(parameters)) {
    return {
      problem: `no posterior "${name}" (${posteriorFiles.draws} and ${posteriorFiles.parameters})${suggest(name, [...namesIn(library), 'none'])}`,
    };
  }
  const read = known?.folder === folder ? known : readFitted(folder);
  if (!('folder' in read)) return { diagnostics: read };
  const now = new Map(listParameters(tree).map(({ path, quantity }) => [path, quantity]));
  const keep = (path: string) => read.priors.has(path) && isPrior(now.get(path), read.priors.get(path)!);
  const posterior = keepAgain(read, read.draws.paths.filter(keep));
  const fitted = { ...read, kept: posterior };
  if (posterior.paths.every((path) => read.within.has(path))) return { posterior, fitted };
  const diagnostics = checkBounds(draws, tree, posterior, read.extremes);
  return diagnostics.length > 0
    ? { diagnostics }
    : { posterior, fitted: { ...fitted, within: new Set(posterior.paths) } };
}
