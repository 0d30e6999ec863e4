/** `doorstroom sensitivity`. */

import type { SensitivityOptions } from '../../run/sensitivity/sensitivity.js';
import type { AddCommand } from '../command.js';
import { addSimulationOptions, collect, type Looks } from '../options.js';

/** Draws by default: as many as tell the influences of some 190 uncertain numbers apart. */
const DRAWS = 512;

export const addSensitivityCommand: AddCommand = (root, act) => {
  addSimulationOptions(
    root
      .command('sensitivity')
      .description('what the difference between approaches hangs on, and what it would be worth to know it'),
    DRAWS,
  )
    .argument('<scenario>', 'scenario, by name (leiden) or file')
    .option(
      '--measure <name>',
      'measure that is compared; name@month of one by year',
      'net_balance_discounted',
    )
    .option('--set <path=value>', 'change a number of the scenario (repeat for more)', collect, [])
    .action((path: string, options: SensitivityOptions & Looks) =>
      act(async (asked) => {
        const { sensitivity } = await import('../../run/sensitivity/sensitivity.js');
        const { onTerminal } = await import('../terminal/progress.js');
        const { print, printJson } = await import('../terminal/screen.js');
        const outcome = await onTerminal(asked, options, (caller) => sensitivity(path, options, caller));
        const { sensitivityLines, summariseSensitivity } = await import('../terminal/sensitivity-table.js');
        if (options.json) printJson(summariseSensitivity(outcome));
        else if (!options.quiet)
          await print((page, brush) => sensitivityLines(outcome, page, brush), options.lang);
      }),
    );
};
