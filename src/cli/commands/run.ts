/** `doorstroom run`. */

import { Option } from 'commander';
import type { RunOptions } from '../../run/plan/options.js';
import type { AddCommand, CommandContext } from '../command.js';
import { addRunOptions, type Looks, readPrecision, readShard, wholeNumber } from '../options.js';

type Options = RunOptions & Looks & { readonly from?: string };

/** Simulates one shard, and names its files. */
async function runPart(paths: readonly string[], options: Options, asked: CommandContext): Promise<void> {
  const { runShard } = await import('../../run/simulate/run.js');
  const { onTerminal } = await import('../terminal/progress.js');
  const shard = options.shard!;
  const { printJson, printText } = await import('../terminal/screen.js');
  const files = await onTerminal(asked, options, (caller) => runShard(paths, { ...options, shard }, caller));
  if (options.json) printJson(files);
  else if (!options.quiet) printText(`${files.join('\n')}\n`);
}

/** The options with those of the setting that is to be repeated, if there is one. */
async function withSetting(paths: readonly string[], options: Options): Promise<Options> {
  if (options.from === undefined) return options;
  const { optionsFrom } = await import('../../run/scenarios/from-setting.js');
  return { ...options, ...optionsFrom(options.from, paths, options.set) };
}

async function runWhole(paths: readonly string[], options: Options, asked: CommandContext): Promise<void> {
  const { run } = await import('../../run/simulate/run.js');
  const { onTerminal } = await import('../terminal/progress.js');
  const ran = await onTerminal(asked, options, (caller) => run(paths, options, caller));
  if (options.json) {
    const { readOutcome } = await import('../../run/write/read-back.js');
    const { printJson } = await import('../terminal/screen.js');
    const { summarise } = await import('../terminal/summary.js');
    printJson(ran.map(({ complete, outcome }) => summarise(outcome ?? readOutcome(complete))));
  } else if (!options.quiet) {
    const { printOutcome } = await import('../terminal/print-outcome.js');
    for (const { outcome } of ran) if (outcome !== undefined) await printOutcome(outcome, options.lang);
  }
}

export const addRunCommand: AddCommand = (root, act, choices) => {
  addRunOptions(
    root.command('run').description('simulate the approaches of scenarios and write the CSV files'),
    choices,
  )
    .argument('<scenario...>', 'scenarios, by name (leiden) or file')
    .option('--shard <i/n>', 'simulate only part I of N, for `merge`', readShard)
    .option(
      '--precision <euros|percent>',
      'as many parameter draws, from --draws up, as bring the MCSE of the net balance against the reference (of one approach: of its own) to this: euros a person (50) or of the difference (2%)',
      readPrecision,
    )
    .option(
      '--most-draws <n>',
      'with --precision: no more parameter draws than this (default: 20,000)',
      wholeNumber(1, 100_000),
    )
    .addOption(
      new Option('--from <file>', 'repeat a setting saved in a page of a report').conflicts([
        'seed',
        'draws',
        'replications',
        'precision',
      ]),
    )
    .action((paths: string[], given: Options) =>
      act(async (asked) => {
        const options = await withSetting(paths, given);
        await (options.shard === undefined ? runWhole : runPart)(paths, options, asked);
      }),
    );
};
