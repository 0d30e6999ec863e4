/** Registration of `doorstroom merge`. */

import type { Command } from 'commander';
import type { MergeOptions } from '../../run/merge.js';

/** Adds the command to the program. */
export function addMergeCommand(
  root: Command,
  act: (command: (signal: AbortSignal) => Promise<undefined>) => void,
): void {
  root
    .command('merge')
    .description('put the shards of runs together (see run --shard); the same bytes as the whole run')
    .argument('<folder...>', 'folders with the shards')
    .option('--out <folder>', 'folder for the results (default: that of the shards)')
    .option('--quiet', 'print no table', false)
    .option('--resume', 'leave alone what has been merged before', false)
    .option('--force', 'replace existing results', false)
    .action((folders: string[], options: MergeOptions) =>
      act(async (signal) => {
        const { merge } = await import('../../run/merge.js');
        await merge(folders, options, signal);
        return undefined;
      }),
    );
}
