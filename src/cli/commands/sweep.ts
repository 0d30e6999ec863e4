/** `doorstroom sweep`. */

import { Option } from 'commander';
import type { SweepOptions } from '../../run/sweep/sweep.js';
import type { AddCommand } from '../command.js';
import { addSimulationOptions, collect, type Looks } from '../options.js';

export const addSweepCommand: AddCommand = (root, act) => {
  addSimulationOptions(
    root
      .command('sweep')
      .description(
        'what-if: many points of one scenario, each with its difference from the scenario as it is',
      ),
  )
    .argument('<scenario>', 'scenario, by name (leiden) or file')
    .option('--set <path=v1,v2,...>', 'a path and its values (repeat: every combination)', collect, [])
    .addOption(
      new Option('--design <file>', 'experiment file: grid, one_at_a_time, latin_hypercube or what_ifs'),
    )
    .option(
      '--base <path=value>',
      'change the scenario itself, at every point (repeat for more)',
      collect,
      [],
    )
    .option('--resume', 'go on with a sweep that was interrupted', false)
    .action((path: string, options: SweepOptions & Looks) =>
      act(async (asked) => {
        const { sweep } = await import('../../run/sweep/sweep.js');
        const { onTerminal } = await import('../terminal/progress.js');
        const { print, printJson } = await import('../terminal/screen.js');
        const { folder, horizonMonths, wasComplete, shown } = await onTerminal(asked, options, (caller) =>
          sweep(path, options, caller),
        );
        const { summariseSweep, sweepLines } = await import('../terminal/sweep-table.js');
        if (options.json) printJson(summariseSweep(shown(), horizonMonths, folder));
        else if (!options.quiet && !wasComplete)
          await print((page, brush) => sweepLines(shown(), horizonMonths, folder, page, brush), options.lang);
      }),
    );
};
