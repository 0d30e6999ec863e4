/** `doorstroom sensitivity`. */

import { DEFAULT_MEASURE, type Shard } from '../../run/plan/options.js';
import type { SensitivityOptions } from '../../run/sensitivity/sensitivity.js';
import type { AddCommand } from '../command.js';
import { addSimulationOptions, collect, type Looks, readShard, wholeNumber } from '../options.js';

/** Draws by default: as many as tell the influences of some 190 uncertain numbers apart. */
const DRAWS = 512;
/** By default as many as keep a scenario of some 200 numbers to three minutes on two cores. */
const TRAJECTORIES = 8;
const BASE_POINTS = 128;

export const addSensitivityCommand: AddCommand = (root, act) => {
  addSimulationOptions(
    root
      .command('sensitivity')
      .description('what the difference between approaches hangs on, and what it would be worth to know it'),
    DRAWS,
  )
    .argument('<scenario>', 'scenario, by name (leiden) or file')
    .option('--measure <name>', 'measure that is compared; name@month of one by year', DEFAULT_MEASURE)
    .option(
      '--of <what>',
      'difference: between each approach and the reference; or an approach, whose own measure is looked at',
      'difference',
    )
    .option('--set <path=value>', 'change a number of the scenario (repeat for more)', collect, [])
    .option(
      '--trajectories <n>',
      'trajectories of the Morris screening; 0: none',
      wholeNumber(0, 10_000),
      TRAJECTORIES,
    )
    .option(
      '--base-points <n>',
      'base points of the Sobol indices, best a power of two; 0: none',
      wholeNumber(0, 100_000),
      BASE_POINTS,
    )
    .option('--resume', 'go on with an analysis that was interrupted', false)
    .option(
      '--shard <i/n>',
      'simulate only part I of N, for `merge`, which takes the folder that holds all parts',
      readShard,
    )
    .action((path: string, options: SensitivityOptions & Looks & { readonly shard?: Shard }) =>
      act(async (asked) => {
        const { shard } = options;
        const { sensitivity, sensitivityShard } = await import('../../run/sensitivity/sensitivity.js');
        if (shard !== undefined) {
          const { printPart } = await import('../terminal/part.js');
          return printPart(asked, options, (caller) => sensitivityShard(path, { ...options, shard }, caller));
        }
        const { onTerminal } = await import('../terminal/progress.js');
        const { print, printJson } = await import('../terminal/screen.js');
        const outcome = await onTerminal(asked, options, (caller) => sensitivity(path, options, caller));
        if (outcome === undefined) return;
        const { sensitivityLines, summariseSensitivity } = await import('../terminal/sensitivity-table.js');
        if (options.json) printJson(summariseSensitivity(outcome));
        else if (!options.quiet)
          await print((page, brush) => sensitivityLines(outcome, page, brush), options.lang);
      }),
    );
};
