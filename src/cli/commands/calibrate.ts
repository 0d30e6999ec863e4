/** Registers `doorstroom calibrate`; what it does is loaded when it is asked for. */

import type { Command } from 'commander';
import type { CalibrateOptions } from '../../run/calibrate.js';
import { collect, csvOption, wholeNumber, wholeNumbers, workersOption } from '../options.js';

/** Adds the command to the program. */
export function addCalibrateCommand(
  root: Command,
  act: (command: (signal: AbortSignal) => Promise<number | undefined>) => void,
): void {
  root
    .command('calibrate')
    .description(
      'fit the parameters of a scenario to published figures; posterior draws, fit and what was learned',
    )
    .argument('[scenario]', 'scenario file (default: the national baseline)')
    .option('--targets <file>', 'published figures (default: those of the package)')
    .option('--persons <n>', 'persons simulated for each point', wholeNumber(100, 1_000_000), 10_000)
    .option('--rounds <n,n,...>', 'points in each round', wholeNumbers, [600, 400, 600, 1000])
    .option('--draws <n>', 'posterior draws to write', wholeNumber(10, 100_000), 400)
    .option('--seed <text>', 'seed: any text; the same seed gives the same bytes', '1')
    .option('--set <path=value>', 'change a number of the scenario (repeat for more)', collect, [])
    .addOption(workersOption())
    .option('--out <folder>', 'folder for the posterior', 'results/calibration')
    .addOption(csvOption())
    .option('--resume', 'go on with an interrupted calibration', false)
    .option('--quiet', 'no progress and no table', false)
    .option('--force', 'replace existing results', false)
    .action((path: string | undefined, options: CalibrateOptions) =>
      act(async (signal) => {
        const { calibrate } = await import('../../run/calibrate.js');
        await calibrate(path, options, signal);
        return undefined;
      }),
    );
}
