/** Loads a scenario file and checks it, or reports everything wrong with it. */

import { dirname } from 'node:path';
import { checkReferences } from '../domain/checks/references.js';
import type { Posterior } from '../domain/parameters/posterior.js';
import { regimes } from '../domain/regimes/all.js';
import { findRegime } from '../domain/regimes/find.js';
import { type ScenarioSchema, schemaFor } from '../domain/regimes/scenario-schema.js';
import type { ScenarioTree } from '../domain/schema/scenario.js';
import { type Beyond, boundTree, findBeyond, refuseBeyond } from './check/beyond.js';
import { type Diagnostic, sortDiagnostics } from './check/diagnostic.js';
import { diagnoseWithSchema } from './check/issues.js';
import { sayTakenAway } from './check/known-paths.js';
import { suggest } from './check/nearest.js';
import { parseWith } from './check/parse.js';
import { passesAt, placeholderAt } from './check/schema-walk.js';
import { noticeChanges, type SetByHand } from './check/set-by-hand.js';
import { type Inherited, inherit } from './inherit/inheritance.js';
import { diagnoseEmpty, nodeOf, settingsAt } from './inherit/layers.js';
import { applyChanges, applyOverrides, type Change, replaceAt } from './inherit/override.js';
import { resolveTies, type TiedTree } from './inherit/ties.js';
import { withLabelsApart } from './labels.js';
import { type Library, packageLibrary } from './library.js';
import { type Fitted, readPosterior } from './tables/posterior-file.js';
import type { Path, YamlReader } from './yaml/yaml-file.js';

export { packageLibrary };

type Parsed = ReturnType<typeof parseWith<ScenarioTree>>;
type Issue = NonNullable<Parsed['error']>['issues'][number];

const LISTED_MISSING = 3;
/** With more problems of form than this, names are not checked: each problem has to be repaired in a copy of the tree. */
const MAX_REPAIRS = 200;

/** A scenario that has passed all checks. */
export interface LoadedScenario {
  readonly path: string;
  readonly tree: ScenarioTree;
  readonly inherited: Inherited;
  /** Joint draws of the calibrated parameters that are unchanged since the calibration. */
  readonly posterior: Posterior | undefined;
  /** The files that they were read from. */
  readonly fitted: Fitted | undefined;
  readonly setByHand: SetByHand;
  /** Numbers of whose draws some lie beyond what their place allows. */
  readonly beyond: readonly Beyond[];
}

export type LoadResult =
  | { readonly ok: true; readonly scenario: LoadedScenario }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * A tree that fits the schema, so that references can be checked although some values are wrong. Unknown names are left out, and
 * wrong or missing values are replaced by some allowed value; `replaced` lists the paths of those.
 */
function repairTree(
  schema: ScenarioSchema,
  tree: unknown,
  issues: readonly Issue[],
): { tree: ScenarioTree; replaced: Path[] } | undefined {
  const replaced: Path[] = [];
  let repaired = tree;
  if (issues.length > MAX_REPAIRS) return undefined;
  for (const issue of issues) {
    const path = issue.path as (string | number)[];
    if (issue.code === 'unrecognized_keys') {
      const section = Object.entries(nodeOf(repaired, path) as object);
      const unknown = new Set(issue.keys);
      const known = Object.fromEntries(section.filter(([key]) => !unknown.has(key)));
      repaired = replaceAt(repaired, path, known);
      continue;
    }
    if (issue.code === 'invalid_key') {
      repaired = replaceAt(repaired, path, undefined);
      continue;
    }
    // An issue inside an annotated number has the path of a part, but the number is replaced as a whole.
    const at = path
      .map((_, depth) => path.slice(0, depth + 1))
      .find((each) => placeholderAt(schema, each) !== undefined);
    if (at === undefined || nodeOf(tree, at.slice(0, -1)) === undefined) return undefined;
    repaired = replaceAt(repaired, at, placeholderAt(schema, at));
    replaced.push(at);
  }
  const { data } = parseWith(schema, repaired);
  return data === undefined ? undefined : { tree: data, replaced };
}

/** Checks names that must exist elsewhere and shares that must add up, as far as the rest of the tree is valid. */
function diagnoseReferences(
  schema: ScenarioSchema,
  { tree, unresolved }: TiedTree,
  inherited: Inherited,
  parsed: Parsed,
): Diagnostic[] {
  const repaired = parsed.success
    ? { tree: parsed.data, replaced: [] }
    : repairTree(schema, tree, parsed.error.issues);
  // Without a regime it is unknown which tracks a condition may name.
  if (repaired === undefined || findRegime(repaired.tree.regime) === undefined) return [];
  const replaced = [...repaired.replaced, ...unresolved];
  return checkReferences(repaired.tree)
    .filter(({ path }) => !replaced.some((each) => path.every((step, i) => each[i] === step)))
    .map(({ path, message, name, named, candidates, atKey }) => {
      const hint = name === undefined ? '' : suggest(name, candidates ?? []);
      const gone = named === undefined ? undefined : sayTakenAway(named, inherited);
      return { ...inherited.locate(path, atKey), message: `${message}${gone ?? hint}` };
    });
}

/** Without `extends` nearly everything is missing, which is said in one line instead of one for each name. */
function gatherMissing(problems: readonly Diagnostic[], { tree, layers, locate }: Inherited): Diagnostic[] {
  const missing = problems.flatMap(({ missing }) => missing ?? []);
  const isAlone = tree.extends === undefined || layers.length === 1;
  if (missing.length <= LISTED_MISSING || !isAlone) return [...problems];
  const names = missing.slice(0, LISTED_MISSING).join(', ');
  const message = `missing: ${names} and ${missing.length - LISTED_MISSING} more; expected "extends: national" or another scenario that has them`;
  return [...problems.filter((each) => each.missing === undefined), { ...locate([]), message }];
}

/** Reports a regime that has a file but no module. One without a file has been reported when it was read. */
function diagnoseRegime({ layers, locate }: Inherited): Diagnostic[] {
  const name = settingsAt(layers, ['regime'])[0]?.value;
  if (typeof name !== 'string' || findRegime(name) !== undefined) return [];
  const known = regimes.map((regime) => regime.name);
  return [{ ...locate(['regime']), message: `regime: no regime "${name}"${suggest(name, known)}` }];
}

/**
 * Checks the settings in force. `before`: problems found already. With `isWhole` false some files could not be read, and nothing
 * is reported as missing.
 */
function check(
  path: string,
  library: Library,
  inherited: Inherited,
  before: readonly Diagnostic[],
  isWhole: boolean,
  setByHand: SetByHand,
  known?: Fitted,
): LoadResult {
  const whyMissing = (at: Path) =>
    inherited.settings(at)[0]?.value === null ? '; the empty value removes what is inherited' : '';
  const tied = resolveTies(inherited);
  // Made once: a sweep checks a thousand points.
  const schema = schemaFor(tied.tree);
  const parsed = parseWith(schema, tied.tree);
  const misfits = (tree: unknown) => diagnoseWithSchema(schema, tree, inherited.locate, whyMissing);
  // The form of ties is checked in the tree as written; whether the resulting numbers fit is checked in the resolved tree. Where that
  // one passes, nothing but a tie can be wrong in the other, and to check it whole again would take as long as the first time.
  const isFormed =
    parsed.success && tied.replaced.every((each) => passesAt(schema, each, nodeOf(inherited.tree, each)));
  const form = isFormed ? [] : misfits(inherited.tree);
  const problems = parsed.success || form.length > 0 ? form : misfits(tied.tree);
  const found = [
    ...before,
    ...(isWhole ? diagnoseRegime(inherited) : []),
    ...tied.diagnostics,
    ...(isWhole
      ? gatherMissing(problems, inherited)
      : problems.filter(({ missing }) => missing === undefined)),
    ...diagnoseReferences(schema, tied, inherited, parsed),
  ];
  const isKnown = findRegime(parsed.data?.regime) !== undefined;
  if (found.length > 0 || !parsed.success || !isKnown)
    return { ok: false, diagnostics: sortDiagnostics(found) };
  const tree = tied.attach(parsed.data);
  const joint = readPosterior(tree, library, dirname(path), known);
  if ('problem' in joint) {
    const message = `posterior: ${joint.problem}`;
    return { ok: false, diagnostics: [{ ...inherited.locate(['posterior']), message }] };
  }
  if ('diagnostics' in joint) return { ok: false, diagnostics: sortDiagnostics(joint.diagnostics) };
  const { posterior, fitted } = joint;
  const bounded = withLabelsApart(boundTree(tree, schema));
  const beyond = findBeyond(bounded, posterior, inherited);
  const refused = refuseBeyond(beyond);
  if (refused.length > 0) return { ok: false, diagnostics: sortDiagnostics(refused) };
  const told = { ...inherited, tree: withLabelsApart(inherited.tree) };
  return {
    ok: true,
    scenario: { path, tree: bounded, inherited: told, posterior, fitted, setByHand, beyond },
  };
}

/**
 * Reads, inherits, overrides and checks a scenario. All problems of all files are reported at once; if a file cannot be read,
 * nothing is reported as missing, since that file might have it.
 *
 * @param settings `path=value` from the command line
 * @param known the posterior of another scenario, read before; most scenarios share one
 * @param reader reads the files; the default reads them every time
 */
export function loadScenario(
  path: string,
  library: Library,
  settings: readonly string[] = [],
  known?: Fitted,
  reader?: YamlReader,
): LoadResult {
  const read = inherit(path, library, reader);
  if (read.inherited === undefined) return { ok: false, diagnostics: sortDiagnostics(read.diagnostics) };
  const isWhole = read.diagnostics.length === 0;
  const { inherited, diagnostics, changes } = applyOverrides(
    read.inherited,
    settings,
    schemaFor(read.inherited.tree),
  );
  const own = settings.length === 0 ? {} : resolveTies(read.inherited).tree;
  const before = [
    ...read.diagnostics,
    ...(isWhole ? [...diagnostics, ...diagnoseEmpty(inherited.layers)] : []),
  ];
  return check(path, library, inherited, before, isWhole, noticeChanges(own, changes), known);
}

/** Applies changes to a checked scenario and checks it again. */
export function changeScenario(
  { path, tree, inherited, fitted, setByHand }: LoadedScenario,
  changes: readonly Change[],
): LoadResult {
  const changed = applyChanges(inherited, changes, schemaFor(tree));
  const { far, kept } = noticeChanges(tree, changed.changes);
  const all = { far: [...setByHand.far, ...far], kept: [...setByHand.kept, ...kept] };
  return check(path, packageLibrary(), changed.inherited, changed.diagnostics, true, all, fitted);
}
