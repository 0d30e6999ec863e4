/** `doorstroom run`: simulates the approaches of scenarios and writes the CSV files. */

import { CommandError } from '../cli/exit.js';
import type { RunOptions } from '../cli/options.js';
import { printOutcome } from '../cli/terminal/tables.js';
import { describeComplete } from './complete.js';
import { divideComplete } from './finished-runs.js';
import { summarise } from './headlines.js';
import { loadAll, settingsOf } from './scenarios.js';
import { simulate, simulateShards } from './simulate.js';

/** Refuses a precision where the number of draws cannot follow it. */
function checkPrecision({ precision, shard, draws }: RunOptions): void {
  if (precision === undefined) return;
  if (shard !== undefined)
    throw new CommandError(
      '--precision and --shard: a part cannot know how many draws the whole takes; give --draws',
    );
  if (draws < 10)
    throw new CommandError(`--precision: at least 10 draws are needed to tell it from; --draws is ${draws}`);
}

/** Runs the scenarios at the given paths. */
export async function run(paths: readonly string[], options: RunOptions, signal: AbortSignal): Promise<void> {
  checkPrecision(options);
  const scenarios = loadAll(paths, settingsOf(options));
  if (options.shard !== undefined) {
    const files = await simulateShards(scenarios, options, options.shard, signal);
    if (!options.quiet) process.stdout.write(`${files.join('\n')}\n`);
    return;
  }
  const { complete, others } = divideComplete(scenarios, options);
  if (!options.quiet) for (const folder of complete) process.stderr.write(`${describeComplete(folder)}\n`);
  const { outcomes, finish } =
    others.length === 0 ? { outcomes: [], finish() {} } : await simulate(others, options, signal);
  finish();
  const said = [
    ...complete.map((folder) => ({ folder, complete_already: true })),
    ...outcomes.map(summarise),
  ];
  if (options.json) process.stdout.write(`${JSON.stringify(said, null, 2)}\n`);
  else if (!options.quiet) for (const outcome of outcomes) await printOutcome(outcome);
}
