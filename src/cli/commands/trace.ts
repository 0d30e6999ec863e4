/** `doorstroom trace`. */

import { type Command, Option } from 'commander';
import type { TraceOptions } from '../../run/trace/trace.js';
import type { AddCommand } from '../command.js';
import { collect, csvOption, languageOption, refuseWithout, type Spoken, wholeNumber } from '../options.js';

type Options = TraceOptions & Spoken & { readonly all: boolean; readonly from?: string };

/** The options with what a setting decides of a life. */
async function repeated(path: string, options: TraceOptions & { from?: string }): Promise<TraceOptions> {
  if (options.from === undefined) return options;
  const { optionsFrom } = await import('../../run/scenarios/from-setting.js');
  const { set, seed } = optionsFrom(options.from, [path], options.set);
  return { ...options, set, seed };
}

export const addTraceCommand: AddCommand = (root, act) => {
  root
    .command('trace')
    .description('one person under each approach, side by side')
    .argument('<scenario>', 'scenario, by name (leiden) or file')
    .option('--person <k>', 'person of the cohort, from 0', wholeNumber(0, 100_000_000), 0)
    .option(
      '--replication <r>',
      'replication of the cohort, from 0; it may lie beyond those of a run',
      wholeNumber(0, 1_000_000),
      0,
    )
    .option(
      '--draw <d>',
      'parameter draw, from 0; it may lie beyond those of a run (default: central values)',
      wholeNumber(0, 100_000),
    )
    .option('--seed <text>', 'seed', '1')
    .option('--set <path=value>', 'change a number of the scenario (repeat for more)', collect, [])
    .addOption(
      new Option('--from <file>', 'with the seed and the numbers of a setting saved in a page').conflicts(
        'seed',
      ),
    )
    .option('--csv-file <file>', 'also write the events as CSV')
    .addOption(csvOption())
    .option('--all', 'show every track, also those that only keep the books', false)
    .addOption(languageOption())
    .action((path: string, options: Options, command: Command) => {
      refuseWithout(command, 'csvFile', ['csv']);
      act(async (asked) => {
        const { trace } = await import('../../run/trace/trace.js');
        const { onTerminal } = await import('../terminal/progress.js');
        const { lifeLines } = await import('../terminal/trace-table.js');
        const { print } = await import('../terminal/screen.js');
        const traced = await onTerminal(asked, { quiet: false, lang: options.lang }, async (caller) =>
          trace(path, await repeated(path, options), caller),
        );
        await print((page, brush) => lifeLines(traced, options.all, page, brush), options.lang);
      });
    });
};
