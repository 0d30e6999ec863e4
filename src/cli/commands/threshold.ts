/** `doorstroom threshold`. */

import { InvalidArgumentError } from 'commander';
import { DEFAULT_MEASURE } from '../../run/plan/options.js';
import type { ThresholdOptions } from '../../run/threshold/threshold.js';
import type { AddCommand } from '../command.js';
import { addSimulationOptions, collect, type Looks } from '../options.js';

/** Reads any number. */
function decimal(text: string): number {
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) || !Number.isFinite(Number(text)))
    throw new InvalidArgumentError('expected a number, with a decimal point, as -0.5.');
  return Number(text);
}

export const addThresholdCommand: AddCommand = (root, act) => {
  addSimulationOptions(
    root
      .command('threshold')
      .description('from what value of a number on the difference between approaches turns'),
  )
    .argument('<scenario>', 'scenario, by name (leiden) or file')
    .argument('<path>', 'path of the number, as effects.work_men')
    .option('--measure <name>', 'measure that is compared; name@month of one by year', DEFAULT_MEASURE)
    .option(
      '--at <difference>',
      'difference that is to be crossed, in the unit of the measure; of a share 0.02 for 2 percentage points',
      decimal,
      0,
    )
    .option(
      '--from <value>',
      'lowest value that is looked at (default: low of the number in the scenario; draws may lie beyond it)',
      decimal,
    )
    .option('--to <value>', 'highest value that is looked at (default: its high, likewise)', decimal)
    .option('--against <path>', 'path of another number, for the border in both')
    .option('--resume', 'go on with a search that was interrupted', false)
    .option('--set <path=value>', 'change a number of the scenario (repeat for more)', collect, [])
    .action((scenario: string, path: string, options: ThresholdOptions & Looks) =>
      act(async (asked) => {
        const { threshold } = await import('../../run/threshold/threshold.js');
        const { onTerminal } = await import('../terminal/progress.js');
        const { print, printJson } = await import('../terminal/screen.js');
        const outcome = await onTerminal(asked, options, (caller) =>
          threshold(scenario, path, options, caller),
        );
        if (outcome === undefined) return;
        const { summariseThreshold, thresholdLines } = await import('../terminal/threshold-lines.js');
        if (options.json) printJson(summariseThreshold(outcome));
        else if (!options.quiet)
          await print((page, brush) => thresholdLines(outcome, page, brush), options.lang);
      }),
    );
};
