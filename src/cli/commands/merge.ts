/** `doorstroom merge`. */

import type { MergeOptions } from '../../run/merge/merge.js';
import type { AddCommand } from '../command.js';
import { type Looks, languageOption } from '../options.js';

export const addMergeCommand: AddCommand = (root, act) => {
  root
    .command('merge')
    .description(
      'put the shards of runs, sensitivity analyses and pilots together (see run --shard); the same bytes as the whole run',
    )
    .argument('<folder...>', 'folders with the shards')
    .option('--out <folder>', 'folder for the results (default: that of the shards)')
    .option('--quiet', 'print no table', false)
    .addOption(languageOption())
    .option('--resume', 'leave alone what has been merged before', false)
    .option('--force', 'keep nothing of the results that are replaced', false)
    .action((folders: string[], options: MergeOptions & Omit<Looks, 'json'>) =>
      act(async (asked) => {
        const { merge } = await import('../../run/merge/merge.js');
        const { printOutcome } = await import('../terminal/print-outcome.js');
        const { print } = await import('../terminal/screen.js');
        const { pilotLines } = await import('../terminal/pilot-lines.js');
        const { sensitivityLines } = await import('../terminal/sensitivity-table.js');
        const { onTerminal } = await import('../terminal/progress.js');
        await onTerminal(asked, options, async (caller) => {
          for await (const { kind, outcome } of merge(folders, options, caller)) {
            if (options.quiet) continue;
            if (kind === 'run') await printOutcome(outcome, options.lang);
            else
              await print(
                (page, brush) =>
                  kind === 'pilot'
                    ? pilotLines(outcome, page, brush)
                    : sensitivityLines(outcome, page, brush),
                options.lang,
              );
          }
        });
      }),
    );
};
