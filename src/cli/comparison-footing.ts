/** On what footing `compare` holds scenarios side by side: what it refuses, what it says, and where it writes that down. */

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { outsideOf } from '../domain/coverage.js';
import { sha256, writeWhole } from '../machine/folder.js';
import {
  type Footed,
  footingOf,
  type NamedFooting,
  type Thing,
  unlikeThings,
} from '../output/package/footing.js';
import * as words from '../output/report/words/en-footing.js';
import { type LoadedScenario, packageLibrary } from '../scenario/load-scenario.js';
import { inputsOf, readPackageTables } from '../scenario/tables/package-tables.js';
import { CommandError } from './exit.js';
import { identityOfRuns } from './finished-runs.js';
import type { RunOptions } from './options.js';
import { settingsOf, shortenFromPackage, warningsOf } from './scenarios.js';
import { VERSION } from './version.js';
import type { Outcome } from './write-results.js';

/** The tables of a comparison. */
export const comparisonTables = ['comparison.csv', 'ranking.csv'];

/** Name of the file that stands beside them. */
export const comparisonManifest = 'comparison.manifest.json';

/** What brings scenarios to one footing, of the things in which they must not differ. */
const remedies: Partial<Record<Thing, string>> = {
  horizon: '--horizon YEARS',
  rate: '--set discount_rate=RATE',
  date: '--discount-to DATE, or no discount_to in any of them',
  selfSufficiency: '--set self_sufficiency.states=[...] and --set self_sufficiency.sustained_months=MONTHS',
};

function namedFootings(scenarios: readonly Footed[]): NamedFooting[] {
  return scenarios.map((scenario) => ({ name: scenario.tree.name, footing: footingOf(scenario) }));
}

/** @throws CommandError where scenarios differ in what would make their ranks meaningless */
export function refuseUnlike(scenarios: readonly LoadedScenario[]): void {
  const refused = unlikeThings(namedFootings(scenarios)).flatMap((unlike) => {
    const remedy = remedies[unlike.thing];
    return remedy === undefined ? [] : [`  ${words.unlike(unlike)}; bring them together with ${remedy}`];
  });
  if (refused.length > 0)
    throw new CommandError(
      ['the scenarios do not stand on the same footing, so they cannot be ranked:', ...refused].join('\n'),
    );
}

/** The footing of a comparison, a sentence each: dates and prices of money, and in what else the scenarios differ. */
export function sayFooting(scenarios: readonly Footed[]): string[] {
  const named = namedFootings(scenarios);
  const footings = named.map(({ footing }) => footing);
  const cohorts = new Set(scenarios.map(({ tree }) => JSON.stringify(tree.cohort)));
  return [
    words.sentence(words.discountedEach(footings)),
    words.sentence(`prices: ${words.prices(footings[0]!)}`),
    ...unlikeThings(named).map((unlike) =>
      words.sentence(`the scenarios differ in their ${words.unlike(unlike)}`),
    ),
    ...(cohorts.size > 1
      ? ['They differ in who comes, when and how many; --standardised holds them on the same people.']
      : []),
  ];
}

/** Writes what is needed to repeat a comparison, on what footing it stands, and what identifies it. */
export function writeComparisonManifest(
  outcomes: readonly Outcome[],
  scenarios: readonly LoadedScenario[],
  options: RunOptions,
  started: Date,
): void {
  const tables = readPackageTables(packageLibrary());
  const files = comparisonTables.map((path) => {
    const bytes = readFileSync(join(options.out, path));
    return { path, bytes: bytes.length, sha256: sha256(bytes) };
  });
  const manifest = {
    program: 'doorstroom',
    version: VERSION,
    command_line: process.argv.slice(2),
    seed: options.seed,
    parameter_draws: options.draws,
    settings: settingsOf(options),
    footing: sayFooting(scenarios),
    scenarios: scenarios.map((scenario, i) => ({
      municipality: scenario.tree.name,
      folder: basename(outcomes[i]!.folder),
      footing: footingOf(scenario),
      inputs: inputsOf(scenario, tables).map(({ path, sha256: hash }) => ({
        path: shortenFromPackage(path),
        sha256: hash,
      })),
      outside: outsideOf(scenario.tree, tables.dated),
      warnings: warningsOf(scenario, tables),
    })),
    outputs: files,
    started: started.toISOString(),
    finished: new Date().toISOString(),
    identity: identityOfRuns(scenarios, options),
  };
  writeWhole(join(options.out, comparisonManifest), `${JSON.stringify(manifest, null, 2)}\n`);
}
