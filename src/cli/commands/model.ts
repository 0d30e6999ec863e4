/** `doorstroom model run`. */

import type { ModelOptions } from '../../run/model/model.js';
import type { AddCommand } from '../command.js';
import { csvOption, type Looks, languageOption, seedOption, wholeNumber, workersOption } from '../options.js';

export const addModelCommand: AddCommand = (root, act) => {
  root
    .command('model')
    .description('bare multistate models, without policy')
    .command('run')
    .description('run a model file: state probabilities, mean occupancy and rewards, each with its MCSE')
    .argument('<model>', 'model, by name (cav) or file (see scenarios/models/README.md)')
    .option(
      '--persons <n>',
      'persons to simulate (default: what the file says, else 100,000)',
      wholeNumber(1, 1_000_000_000),
    )
    .addOption(seedOption())
    .addOption(workersOption())
    .option('--out <folder>', 'folder for the results', 'results')
    .addOption(csvOption())
    .option('--resume', 'go on with a run that was interrupted', false)
    .option('--quiet', 'print nothing', false)
    .addOption(languageOption())
    .option('--json', 'the means as JSON on standard output', false)
    .option('--force', 'keep nothing of the results that are replaced', false)
    .action((path: string, options: ModelOptions & Looks) =>
      act(async (asked) => {
        const { runModelFile } = await import('../../run/model/model.js');
        const { onTerminal } = await import('../terminal/progress.js');
        const { print, printJson } = await import('../terminal/screen.js');
        const { folder, persons, run } = await onTerminal(asked, options, (caller) =>
          runModelFile(path, options, caller),
        );
        if (options.json) {
          const { meanRows, readMeans } = await import('../../run/model/tables.js');
          const { summariseMeans } = await import('../terminal/model-means.js');
          const means = run === undefined ? readMeans(folder) : meanRows(run);
          printJson({ persons, folder, means: summariseMeans(means) });
        } else if (!options.quiet && run !== undefined) {
          const { meanLines } = await import('../terminal/model-means.js');
          await print((page, brush) => meanLines(run, folder, page, brush), options.lang);
        }
      }),
    );
};
