/** The words of `doorstroom sweep`; what it does is loaded when it is asked for. */

import { type Command, Option } from 'commander';
import type { SweepOptions } from '../../run/sweep/sweep.js';
import { addSimulationOptions, collect } from '../options.js';

/** Adds the command to the program. */
export function addSweepCommand(
  root: Command,
  act: (command: (signal: AbortSignal) => Promise<number | undefined>) => void,
): void {
  addSimulationOptions(
    root
      .command('sweep')
      .description(
        'what-if: many points of one scenario, each with its difference from the scenario as it is',
      ),
  )
    .argument('<scenario>', 'scenario file')
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
    .action((path: string, options: SweepOptions) =>
      act(async (signal) => {
        const { sweep } = await import('../../run/sweep/sweep.js');
        await sweep(path, options, signal);
        return undefined;
      }),
    );
}
