/** `doorstroom run`: simulates the approaches of scenarios and writes the CSV files. */

import { describeComplete } from './complete.js';
import { CommandError } from './exit.js';
import { divideComplete } from './finished-runs.js';
import type { RunOptions } from './options.js';
import { loadAll, settingsOf } from './scenarios.js';
import { simulate, simulateShards } from './simulate.js';
import { summarise, summariseFolder } from './summary.js';
import { printOutcome } from './tables.js';

/** Refuses a precision where the number of draws cannot follow it. */
function checkPrecision({ precision, shard, draws, mostDraws }: RunOptions): void {
  if (precision === undefined) {
    if (mostDraws !== undefined)
      throw new CommandError('--most-draws: only with --precision; else give --draws');
    return;
  }
  if (shard !== undefined)
    throw new CommandError(
      '--precision and --shard: a part cannot know how many draws the whole takes; give --draws',
    );
  if (draws < 10)
    throw new CommandError(`--precision: at least 10 draws are needed to tell it from; --draws is ${draws}`);
  if (mostDraws !== undefined && draws > mostDraws)
    throw new CommandError(
      `--precision: it begins with --draws ${draws}, more than --most-draws ${mostDraws}`,
    );
}

/** Runs the scenarios at the given paths. */
export async function run(paths: readonly string[], options: RunOptions, signal: AbortSignal): Promise<void> {
  checkPrecision(options);
  const scenarios = loadAll(paths, settingsOf(options));
  if (options.shard !== undefined) {
    const files = await simulateShards(scenarios, options, options.shard, signal);
    if (options.json) process.stdout.write(`${JSON.stringify(files, null, 2)}\n`);
    else if (!options.quiet) process.stdout.write(`${files.join('\n')}\n`);
    return;
  }
  const { complete, others } = divideComplete(scenarios, options);
  if (!options.quiet)
    for (const { folder } of complete) process.stderr.write(`${describeComplete(folder)}\n`);
  const { outcomes, finish } =
    others.length === 0 ? { outcomes: [], finish() {} } : await simulate(others, options, signal);
  finish();
  if (options.json) {
    const said = [
      ...complete.map(({ scenario, folder }) => ({ scenario, told: summariseFolder(scenario.tree, folder) })),
      ...outcomes.map((outcome, i) => ({ scenario: others[i]!, told: summarise(outcome) })),
    ];
    const inOrder = scenarios.flatMap((scenario) => said.find((each) => each.scenario === scenario)!.told);
    process.stdout.write(`${JSON.stringify(inOrder, null, 2)}\n`);
  } else if (!options.quiet) for (const outcome of outcomes) await printOutcome(outcome);
}
