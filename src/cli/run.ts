/** `doorstroom run`: simulates the approaches of scenarios and writes the CSV files. */

import type { RunOptions } from './options.js';
import { loadAll, settingsOf } from './scenarios.js';
import { simulate, simulateShards } from './simulate.js';
import { summarise } from './summary.js';
import { printOutcome } from './tables.js';

/** Runs the scenarios at the given paths. */
export async function run(paths: readonly string[], options: RunOptions, signal: AbortSignal): Promise<void> {
  const scenarios = loadAll(paths, settingsOf(options));
  if (options.shard !== undefined) {
    const files = await simulateShards(scenarios, options, options.shard, signal);
    if (!options.quiet) process.stdout.write(`${files.join('\n')}\n`);
    return;
  }
  const { outcomes, finish } = await simulate(scenarios, options, signal);
  finish();
  if (options.json) process.stdout.write(`${JSON.stringify(outcomes.map(summarise), null, 2)}\n`);
  else if (!options.quiet) for (const outcome of outcomes) await printOutcome(outcome);
}
