/** `doorstroom compare`: all municipalities, both approaches and the difference, in one table. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageLibrary } from '../scenario/load-scenario.js';
import type { RunOptions } from './options.js';
import { loadAll, settingsOf, simulate } from './simulate.js';
import { summarise } from './summary.js';
import { printComparison, writeComparison } from './tables.js';

/** The package's scenarios, in the order of their names. */
function shippedScenarios(): string[] {
  const folder = packageLibrary().scenarios;
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}

/** Compares the scenarios at the given paths; by default all that come with the package and have two approaches. */
export async function compare(
  paths: readonly string[],
  options: RunOptions,
  signal: AbortSignal,
): Promise<void> {
  const named = paths.length > 0;
  const loaded = loadAll(named ? paths : shippedScenarios(), settingsOf(options));
  const scenarios = named ? loaded : loaded.filter(({ tree }) => Object.keys(tree.approaches).length > 1);
  const outcomes = await simulate(scenarios, options, signal);
  writeComparison(outcomes, options);
  if (options.json) process.stdout.write(`${JSON.stringify(outcomes.map(summarise), null, 2)}\n`);
  else if (!options.quiet) await printComparison(outcomes, options);
}
