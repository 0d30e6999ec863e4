/** `doorstroom compare`: all municipalities, both approaches and the difference, in one table. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { formatDiagnostic } from '../scenario/check/diagnostic.js';
import { changeScenario, type LoadedScenario, packageLibrary } from '../scenario/load-scenario.js';
import {
  comparisonManifest,
  comparisonTables,
  refuseUnlike,
  writeComparisonManifest,
} from './comparison-footing.js';
import { isComplete } from './complete.js';
import { CommandError } from './exit.js';
import { divideComplete, identityOfRuns, isUnderWay } from './finished-runs.js';
import type { RunOptions } from './options.js';
import { printRanking, writeRanking } from './ranking.js';
import { refuseExisting } from './results-folder.js';
import { loadAll, settingsOf } from './scenarios.js';
import { simulate } from './simulate.js';
import { summarise, summariseFolder } from './summary.js';
import { printComparison, writeComparison } from './tables.js';
import type { Outcome } from './write-results.js';

export interface CompareOptions extends RunOptions {
  /** Also compare on one and the same cohort. */
  readonly standardised: boolean;
}

/** The package's municipalities, in the order of their names; its other plans, of no municipality, have a folder of their own. */
function shippedMunicipalities(): string[] {
  const folder = packageLibrary().scenarios;
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
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
    if (!changed.ok) throw new CommandError(changed.diagnostics.map(formatDiagnostic).join('\n'));
    // Nobody has set the national numbers by hand.
    return { ...changed.scenario, setByHand: scenario.setByHand };
  });
}

/** Whether all that a comparison writes is there, and is its own. */
function isWhole(scenarios: readonly LoadedScenario[], options: RunOptions): boolean {
  return (
    divideComplete(scenarios, options).others.length === 0 &&
    isComplete(join(options.out, comparisonManifest), identityOfRuns(scenarios, options))
  );
}

/** The summary of a comparison that was complete already, from its files. */
function printComplete(scenarios: readonly LoadedScenario[], options: RunOptions): void {
  const { complete } = divideComplete(scenarios, options);
  const said = complete.map(({ scenario, folder }) => summariseFolder(scenario.tree, folder));
  process.stdout.write(`${JSON.stringify(said, null, 2)}\n`);
}

async function report(
  outcomes: readonly Outcome[],
  scenarios: readonly LoadedScenario[],
  options: RunOptions,
  started: Date,
): Promise<void> {
  writeComparison(outcomes, options);
  writeRanking(outcomes, options);
  writeComparisonManifest(outcomes, scenarios, options, started);
  if (options.json) process.stdout.write(`${JSON.stringify(outcomes.map(summarise), null, 2)}\n`);
  else if (!options.quiet) {
    await printComparison(outcomes, scenarios, options);
    await printRanking(outcomes, options);
  }
}

/** The options of the comparison on the same people, which stands in a folder of its own. */
const besideStandard = (options: CompareOptions) => ({ ...options, out: join(options.out, 'standardised') });

/** Compares the approaches of scenarios on the same people. */
async function compareStandardised(
  scenarios: readonly LoadedScenario[],
  options: CompareOptions,
  signal: AbortSignal,
): Promise<void> {
  const alike = besideStandard(options);
  if (!options.quiet && !options.json)
    process.stdout.write('\nStandardised: every approach on the people of the national baseline\n');
  const started = new Date();
  const standardised = standardise(scenarios);
  const simulated = await simulate(standardised, alike, signal);
  await report(simulated.outcomes, standardised, alike, started);
  simulated.finish();
}

/** Compares the scenarios at the given paths; by default the municipalities that come with the package. */
export async function compare(
  paths: readonly string[],
  options: CompareOptions,
  signal: AbortSignal,
): Promise<void> {
  const started = new Date();
  const tables = [...comparisonTables, comparisonManifest].map((name) => join(options.out, name));
  if (!options.resume) refuseExisting('file', tables, options.force);
  const named = paths.length > 0;
  const loaded = loadAll(named ? paths : shippedMunicipalities(), settingsOf(options));
  const scenarios = named ? loaded : loaded.filter(({ tree }) => Object.keys(tree.approaches).length > 1);
  refuseUnlike(scenarios);
  const all = options.standardised
    ? ([
        [scenarios, options],
        [standardise(scenarios), besideStandard(options)],
      ] as const)
    : ([[scenarios, options]] as const);
  if (options.resume && !options.force && all.every(([each, own]) => isWhole(each, own))) {
    if (!options.quiet)
      process.stderr.write(`comparison: complete already, nothing to do; it is in ${options.out}\n`);
    if (options.json) for (const [each, own] of all) printComplete(each, own);
    return;
  }
  // Those of an interrupted comparison have a checkpoint beside them.
  if (options.resume && !isUnderWay(scenarios, options)) refuseExisting('file', tables, options.force);
  const simulated = await simulate(scenarios, options, signal);
  await report(simulated.outcomes, scenarios, options, started);
  if (options.standardised) await compareStandardised(scenarios, options, signal);
  simulated.finish();
}
