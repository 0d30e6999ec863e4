/** `doorstroom compare`: all municipalities, both approaches and the difference, in one table. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { formatDiagnostic } from '../scenario/diagnostic.js';
import { changeScenario, type LoadedScenario, packageLibrary } from '../scenario/load-scenario.js';
import { comparisonManifest, refuseUnlike, writeComparisonManifest } from './comparison-footing.js';
import { CommandError } from './exit.js';
import type { RunOptions } from './options.js';
import { printRanking, writeRanking } from './ranking.js';
import { refuseExisting } from './results-folder.js';
import { loadAll, settingsOf } from './scenarios.js';
import { simulate } from './simulate.js';
import { summarise } from './summary.js';
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
    await printComparison(outcomes, options);
    await printRanking(outcomes, options);
  }
}

/** Compares the approaches of scenarios on the same people. */
async function compareStandardised(
  scenarios: readonly LoadedScenario[],
  options: CompareOptions,
  signal: AbortSignal,
): Promise<void> {
  const alike = { ...options, out: join(options.out, 'standardised') };
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
  // What a resumed comparison finds there is its own, or else its folders are refused.
  const tables = ['comparison.csv', 'ranking.csv', comparisonManifest].map((name) => join(options.out, name));
  refuseExisting('file', tables, options.force || options.resume);
  const named = paths.length > 0;
  const loaded = loadAll(named ? paths : shippedMunicipalities(), settingsOf(options));
  const scenarios = named ? loaded : loaded.filter(({ tree }) => Object.keys(tree.approaches).length > 1);
  refuseUnlike(scenarios);
  const simulated = await simulate(scenarios, options, signal);
  await report(simulated.outcomes, scenarios, options, started);
  if (options.standardised) await compareStandardised(scenarios, options, signal);
  simulated.finish();
}
