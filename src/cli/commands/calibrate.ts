/** `doorstroom calibrate`. */

import type { CalibrateOptions } from '../../run/calibrate/calibrate.js';
import type { AddCommand } from '../command.js';
import {
  collect,
  csvOption,
  languageOption,
  type Silence,
  seedOption,
  wholeNumber,
  wholeNumbers,
  workersOption,
} from '../options.js';

export const addCalibrateCommand: AddCommand = (root, act) => {
  root
    .command('calibrate')
    .description(
      'fit the parameters of a scenario to published figures; posterior draws, fit and what was learned',
    )
    .argument('[scenario]', 'scenario, by name or file (default: the national baseline)')
    .option('--targets <file>', 'published figures (default: those of the package)')
    .option('--persons <n>', 'persons simulated for each point', wholeNumber(100, 1_000_000), 10_000)
    .option('--rounds <n,n,...>', 'points in each round', wholeNumbers, [600, 400, 600, 1000])
    .option('--draws <n>', 'posterior draws to write', wholeNumber(10, 100_000), 400)
    .addOption(seedOption())
    .option('--set <path=value>', 'change a number of the scenario (repeat for more)', collect, [])
    .addOption(workersOption())
    .option('--out <folder>', 'folder for the posterior', 'results/calibration')
    .addOption(csvOption())
    .addOption(languageOption())
    .option('--resume', 'go on with an interrupted calibration', false)
    .option('--quiet', 'no progress, no table and no notes', false)
    .option('--force', 'keep nothing of the results that are replaced', false)
    .action((path: string | undefined, options: CalibrateOptions & Silence) =>
      act(async (asked) => {
        const { calibrate } = await import('../../run/calibrate/calibrate.js');
        const { onTerminal } = await import('../terminal/progress.js');
        const { folder, calibrated } = await onTerminal(asked, options, (caller) =>
          calibrate(path, options, caller),
        );
        if (options.quiet || calibrated === undefined) return;
        const { targetLines } = await import('../terminal/fit-table.js');
        const { print } = await import('../terminal/screen.js');
        const { wrap } = await import('../terminal/layout/text.js');
        const { wordsIn } = await import('../../output/words/words.js');
        const { fit, how, named } = calibrated;
        await print(
          (page, brush) => [
            ...targetLines(fit, named, page, brush),
            ...wrap(wordsIn(page.language).screen.commands.fit.written(how, folder), page.text),
          ],
          options.lang,
        );
      }),
    );
};
