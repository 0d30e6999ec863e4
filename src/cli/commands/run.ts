/** `doorstroom run`. */

import type { RunOptions } from '../../run/options.js';
import type { AddCommand, Asked } from '../command.js';
import { addRunOptions, type Looks, readPrecision, readShard } from '../options.js';

type Options = RunOptions & Looks;

/** Simulates one shard, and names its files. */
async function runPart(paths: readonly string[], options: Options, asked: Asked): Promise<void> {
  const { runShard } = await import('../../run/run.js');
  const { onTerminal } = await import('../terminal/progress.js');
  const shard = options.shard!;
  const files = await onTerminal(asked, options, (caller) => runShard(paths, { ...options, shard }, caller));
  if (!options.quiet) process.stdout.write(`${files.join('\n')}\n`);
}

async function runWhole(paths: readonly string[], options: Options, asked: Asked): Promise<void> {
  const { run } = await import('../../run/run.js');
  const { onTerminal, printJson } = await import('../terminal/progress.js');
  const { complete, outcomes } = await onTerminal(asked, options, (caller) => run(paths, options, caller));
  if (options.json) {
    const { summarise } = await import('../terminal/summary.js');
    printJson([
      ...complete.map((folder) => ({ folder, complete_already: true })),
      ...outcomes.map(summarise),
    ]);
  } else if (!options.quiet) {
    const { printOutcome } = await import('../terminal/outcome-table.js');
    for (const outcome of outcomes) await printOutcome(outcome);
  }
}

export const addRunCommand: AddCommand = (root, act) => {
  addRunOptions(
    root.command('run').description('simulate the approaches of scenarios and write the CSV files'),
  )
    .argument('<scenario...>', 'scenario files')
    .option('--shard <i/n>', 'simulate only part I of N, for `merge`', readShard)
    .option(
      '--precision <euros|percent>',
      'as many parameter draws as bring the MCSE of the net balance to this: euros a person (50) or of the difference (2%)',
      readPrecision,
    )
    .action((paths: string[], options: Options) =>
      act((asked) => (options.shard === undefined ? runWhole : runPart)(paths, options, asked)),
    );
};
