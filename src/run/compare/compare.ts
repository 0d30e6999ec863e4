/** Compares many scenarios, each with its own people and, if asked, all with the same cohort. */

import { dirname, join } from 'node:path';
import { wordsIn } from '../../output/words/words.js';
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
import { simulateScenarios } from '../simulate/simulate.js';
import type { Outcome } from '../write/outcome.js';
import { refuseForeign } from '../write/results-folder.js';
import { refuseUnlike } from './footing.js';
import { comparisonManifest, filesIn, writeComparison } from './manifest.js';

export interface CompareOptions extends RunOptions {
  /** Also compare them with the same cohort. */
  readonly standardised: boolean;
  /** Scenarios beside the others. */
  readonly with: readonly string[];
}

/** A finished comparison, and its folder. */
export interface Comparison {
  readonly isStandardised: boolean;
  readonly folder: string;
  readonly draws: number;
  /** Empty where everything was already complete. */
  readonly outcomes: readonly Outcome[];
  readonly complete: readonly Complete[];
}

/** A comparison to be made. */
interface ToCompare {
  readonly isStandardised: boolean;
  readonly plan: Plan;
  readonly options: RunOptions;
}

/** The municipalities in the package, in alphabetical order. Plans that belong to no municipality are in a folder of their own. */
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

/** @throws Refusal where the people of the standardised cohort come from elsewhere than those that a scenario has numbers for */
function refuseOtherOrigins(scenarios: readonly LoadedScenario[], national: LoadedScenario): void {
  const namesOf = ({ tree }: LoadedScenario) => tree.origins.map(({ name }) => name);
  const expected = namesOf(national);
  const others = scenarios.filter((scenario) => {
    const names = namesOf(scenario);
    return names.length !== expected.length || !expected.every((name) => names.includes(name));
  });
  if (others.length === 0) return;
  throw refusalOf(
    others.map((scenario) => ({
      ...scenario.inherited.locate(['origins'], true),
      message: `origins: ${namesOf(scenario).join(', ')}; with --standardised all have the people of the national cohort; expected its origins: ${expected.join(', ')}, or no --standardised`,
    })),
  );
}

/** The scenarios with the same national cohort, to separate the effect of the approach from that of the people. */
function standardise(scenarios: readonly LoadedScenario[]): LoadedScenario[] {
  const national = loadAll([join(packageLibrary().scenarios, 'national.yaml')], [])[0]!;
  refuseOtherOrigins(scenarios, national);
  const { cohort, housing } = national.inherited.tree;
  const place = { file: 'scenarios/national.yaml (standardised)', line: 0, column: 0 };
  const change = (path: readonly string[], value: unknown) => ({
    path,
    value,
    namePlace: place,
    place,
    source: 'the standardised cohort, for comparison on the same people',
  });
  const changes = [
    change(['cohort'], cohort),
    change(['housing'], housing),
    change(['cohort', 'size'], STANDARD_SIZE),
  ];
  return scenarios.map((scenario) => {
    const changed = changeScenario(scenario, changes);
    if (!changed.ok) throw refusalOf(changed.diagnostics);
    // The national numbers do not count as set by hand.
    return { ...changed.scenario, setByHand: scenario.setByHand };
  });
}

/** Whether all files of this comparison exist and are unchanged. */
function isWhole({ plan, options }: ToCompare): boolean {
  return (
    divideComplete(plan, options).others.tasks.length === 0 &&
    isComplete(join(options.out, comparisonManifest), identityOfRuns(plan, options))
  );
}

/** The comparisons asked for; the one with the same people goes into a separate folder. */
function comparisonsOf(scenarios: readonly LoadedScenario[], options: CompareOptions): ToCompare[] {
  const own = { isStandardised: false, plan: planOf(scenarios, options), options };
  if (!options.standardised) return [own];
  const plan = planOf(standardise(scenarios), options);
  return [
    own,
    { isStandardised: true, plan, options: { ...options, out: join(options.out, 'standardised') } },
  ];
}

/** Of so many scenarios assumptions are tried one by one, as in a run: of more it would take longer than simulating them. */
const TRIED_AT_MOST = 20;

/** Simulates the scenarios and writes the comparison. */
async function makeComparison({ isStandardised, plan, options }: ToCompare, caller: Caller) {
  const started = new Date();
  const { outcomes, finish } = await simulateScenarios(
    plan,
    options,
    caller,
    plan.tasks.length <= TRIED_AT_MOST,
  );
  writeComparison(outcomes, plan, options, started, caller);
  const { out: folder, draws } = options;
  const comparison: Comparison = { isStandardised, folder, draws, outcomes, complete: [] };
  return { comparison, finish };
}

/**
 * Compares the scenarios at the given paths (none: the municipalities that come with the package), and yields each comparison as
 * soon as it is written.
 *
 * @throws Refusal where the scenarios cannot be ranked, or results already exist
 */
export async function* compare(
  paths: readonly string[],
  options: CompareOptions,
  caller: Caller,
): AsyncGenerator<Comparison, void> {
  const tables = filesIn(options.out);
  if (!options.resume) refuseForeign('file', tables, options.force);
  const scenarios = scenariosFor(paths, options);
  refuseUnlike(scenarios);
  const all = comparisonsOf(scenarios, options);
  if (options.resume && !options.force && all.every(isWhole)) {
    caller.note(wordsIn(caller.language ?? 'en').screen.notes.comparisonComplete(options.out));
    for (const { isStandardised, plan, options: own } of all) {
      const { complete } = divideComplete(plan, own);
      yield { isStandardised, folder: own.out, draws: own.draws, outcomes: [], complete };
    }
    return;
  }
  // An interrupted comparison leaves checkpoints next to its results.
  if (options.resume && !isUnderWay(all[0]!.plan, options))
    refuseForeign('file', tables, options.force, true);
  const finishes: (() => void)[] = [];
  for (const each of all) {
    const { comparison, finish } = await makeComparison(each, caller);
    finishes.push(finish);
    yield comparison;
  }
  // Checkpoints are kept while there is more to do, so that an interrupted comparison can be resumed.
  for (const finish of finishes.reverse()) finish();
}
