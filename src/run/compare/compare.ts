/** Many scenarios side by side, on their own people and on one and the same cohort. */

import { dirname, join } from 'node:path';
import { changeScenario, type LoadedScenario, packageLibrary } from '../../scenario/load-scenario.js';
import type { Caller } from '../caller.js';
import { identityOfRuns } from '../plan/identity.js';
import type { RunOptions } from '../plan/options.js';
import { type Plan, planOf } from '../plan/plan.js';
import { shippedFiles } from '../scenarios/names.js';
import { refusalOf } from '../scenarios/refused-files.js';
import { loadAll, settingsOf } from '../scenarios/scenarios.js';
import { isComplete } from '../simulate/complete.js';
import { type Complete, divideComplete, isUnderWay } from '../simulate/finished-runs.js';
import { simulate } from '../simulate/simulate.js';
import { keepEarlier } from '../write/earlier.js';
import type { Outcome } from '../write/outcome.js';
import { refuseForeign } from '../write/results-folder.js';
import { writeComparison } from './comparison-table.js';
import { refuseUnlike } from './footing.js';
import { comparisonManifest, comparisonTables, writeComparisonManifest } from './manifest.js';
import { writeRanking } from './ranking.js';

export interface CompareOptions extends RunOptions {
  /** Also compare on one and the same cohort. */
  readonly standardised: boolean;
  /** Scenarios beside the others. */
  readonly with: readonly string[];
}

/** Scenarios that have been compared, and the folder in which it is written. */
export interface Comparison {
  readonly isStandardised: boolean;
  readonly folder: string;
  readonly draws: number;
  /** Empty where all was complete already. */
  readonly outcomes: readonly Outcome[];
  readonly complete: readonly Complete[];
}

/** A comparison that is to be made. */
interface ToCompare {
  readonly isStandardised: boolean;
  readonly plan: Plan;
  readonly options: RunOptions;
}

/** The package's municipalities, in the order of their names; its other plans are of none, and stand elsewhere. */
function shippedMunicipalities(): string[] {
  const folder = packageLibrary().scenarios;
  return shippedFiles('scenario').flatMap(({ path }) => (dirname(path) === folder ? [path] : []));
}

/** The scenarios to compare, each once; of the package's those that have an approach to compare. */
function scenariosFor(paths: readonly string[], options: CompareOptions): LoadedScenario[] {
  const shipped = paths.length > 0 ? [] : shippedMunicipalities();
  const loaded = loadAll([...shipped, ...paths, ...options.with], settingsOf(options));
  return loaded.filter(({ tree }, i) => i >= shipped.length || Object.keys(tree.approaches).length > 1);
}

/** Persons of the standardised cohort. */
const STANDARD_SIZE = 1000;

/** The scenarios on one and the same national cohort: is it the approach, or the people? */
function standardise(scenarios: readonly LoadedScenario[]): LoadedScenario[] {
  const size = [`cohort.size=${STANDARD_SIZE}`];
  const { cohort, housing } = loadAll([join(packageLibrary().scenarios, 'national.yaml')], size)[0]!.inherited
    .tree;
  const place = { file: 'scenarios/national.yaml (standardised)', line: 0, column: 0 };
  const changes = Object.entries({ cohort, housing }).map(([path, value]) => ({
    path: [path],
    value,
    namePlace: place,
    place,
    source: 'the national baseline, for comparison on the same people',
  }));
  return scenarios.map((scenario) => {
    const changed = changeScenario(scenario, changes);
    if (!changed.ok) throw refusalOf(changed.diagnostics);
    // Nobody has set the national numbers by hand.
    return { ...changed.scenario, setByHand: scenario.setByHand };
  });
}

/** The files of a comparison itself. */
const tablesIn = (folder: string) =>
  [...comparisonTables, comparisonManifest].map((name) => join(folder, name));

/** Whether all that a comparison writes is there, and is its own. */
function isWhole({ plan, options }: ToCompare): boolean {
  return (
    divideComplete(plan, options).others.tasks.length === 0 &&
    isComplete(join(options.out, comparisonManifest), identityOfRuns(plan, options))
  );
}

/** The comparisons that are asked for: the one on the same people stands in a folder of its own. */
function comparisonsOf(scenarios: readonly LoadedScenario[], options: CompareOptions): ToCompare[] {
  const own = { isStandardised: false, plan: planOf(scenarios, options), options };
  if (!options.standardised) return [own];
  const plan = planOf(standardise(scenarios), options);
  return [
    own,
    { isStandardised: true, plan, options: { ...options, out: join(options.out, 'standardised') } },
  ];
}

/** Simulates scenarios and writes what sets them side by side. */
async function makeComparison({ isStandardised, plan, options }: ToCompare, caller: Caller) {
  const started = new Date();
  const { outcomes, finish } = await simulate(plan, options, caller);
  if (!isComplete(join(options.out, comparisonManifest), identityOfRuns(plan, options)))
    keepEarlier(tablesIn(options.out), options, caller.note);
  writeComparison(outcomes, options);
  writeRanking(outcomes, options);
  writeComparisonManifest(outcomes, plan, options, { started, commandLine: caller.commandLine });
  const { out: folder, draws } = options;
  const comparison: Comparison = { isStandardised, folder, draws, outcomes, complete: [] };
  return { comparison, finish };
}

/**
 * Compares the scenarios at the given paths (none: the municipalities that come with the package), and hands on each
 * comparison as soon as it is written.
 *
 * @throws Refusal where the scenarios cannot be ranked, or results are there already
 */
export async function* compare(
  paths: readonly string[],
  options: CompareOptions,
  caller: Caller,
): AsyncGenerator<Comparison, void> {
  const tables = tablesIn(options.out);
  if (!options.resume) refuseForeign('file', tables, options.force);
  const scenarios = scenariosFor(paths, options);
  refuseUnlike(scenarios);
  const all = comparisonsOf(scenarios, options);
  if (options.resume && !options.force && all.every(isWhole)) {
    caller.note(`comparison: complete already, nothing to do; it is in ${options.out}`);
    for (const { isStandardised, plan, options: own } of all) {
      const { complete } = divideComplete(plan, own);
      yield { isStandardised, folder: own.out, draws: own.draws, outcomes: [], complete };
    }
    return;
  }
  // Those of an interrupted comparison have a checkpoint beside them.
  if (options.resume && !isUnderWay(all[0]!.plan, options))
    refuseForeign('file', tables, options.force, true);
  const finishes: (() => void)[] = [];
  for (const each of all) {
    const { comparison, finish } = await makeComparison(each, caller);
    finishes.push(finish);
    yield comparison;
  }
  // While there is more to do, an interrupted comparison can be gone on with.
  for (const finish of finishes.reverse()) finish();
}
