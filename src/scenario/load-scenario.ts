/** From the path of a scenario file to a checked scenario, or to everything that is wrong with it. */

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkReferences } from '../domain/references.js';
import { type ScenarioTree, scenarioSchema } from '../domain/schema.js';
import { type Diagnostic, sortDiagnostics } from './diagnostic.js';
import { type Inherited, inherit, type Library } from './inheritance.js';
import { diagnoseWithSchema } from './issues.js';
import { suggest } from './nearest.js';
import { applyOverrides } from './override.js';

/** A scenario that has passed all checks. */
export interface LoadedScenario {
  readonly path: string;
  readonly tree: ScenarioTree;
  readonly inherited: Inherited;
}

export type LoadResult =
  | { readonly ok: true; readonly scenario: LoadedScenario }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** The folders that come with the package; the same from source and from the compiled files. */
export function packageLibrary(): Library {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  return { scenarios: join(root, 'scenarios'), data: join(root, 'data') };
}

function checkTree(inherited: Inherited, tree: Record<string, unknown>): Diagnostic[] {
  const problems = diagnoseWithSchema(scenarioSchema, tree, inherited.locate);
  if (problems.length > 0) return problems;
  return checkReferences(scenarioSchema.parse(tree)).map(({ path, message, name, candidates, atKey }) => ({
    ...inherited.locate(path, atKey),
    message: `${message}${name === undefined ? '' : suggest(name, candidates ?? [])}`,
  }));
}

/**
 * Reads, inherits, overrides and checks a scenario. All problems of all files are reported at once; a syntax error
 * hides only what depends on its file.
 *
 * @param settings `path=value` from the command line
 */
export function loadScenario(path: string, library: Library, settings: readonly string[] = []): LoadResult {
  const { inherited, diagnostics } = inherit(path, library);
  if (inherited === undefined) return { ok: false, diagnostics: sortDiagnostics(diagnostics) };
  const { tree, problems } = applyOverrides(inherited.tree, settings);
  const start = inherited.locate([]);
  const found = [
    ...diagnostics,
    ...problems.map((message) => ({ ...start, message })),
    // With a file of the chain missing, everything it would have brought would be reported as missing too.
    ...(diagnostics.length === 0 ? checkTree(inherited, tree) : []),
  ];
  if (found.length > 0) return { ok: false, diagnostics: sortDiagnostics(found) };
  return { ok: true, scenario: { path, tree: scenarioSchema.parse(tree), inherited } };
}
