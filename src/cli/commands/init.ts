/** Registers `doorstroom init`; what it does is loaded when it is asked for. */

import type { Command } from 'commander';
import type { InitOptions } from '../../run/init.js';

/** Adds the command to the program. */
export function addInitCommand(
  root: Command,
  act: (command: (signal: AbortSignal) => Promise<number | undefined>) => void,
): void {
  root
    .command('init')
    .description("write a new municipality's scenario, commented, valid as it stands, to fill in")
    .argument('<name>', 'name of the municipality')
    .option('--from <scenario>', 'scenario to build on: one of the package by name, or a file', 'national')
    .option('--file <path>', 'file to write (default: NAME.yaml in the current folder)')
    .option('--force', 'replace an existing file', false)
    .action((name: string, options: InitOptions) =>
      act(async () => {
        const { init } = await import('../../run/init.js');
        init(name, options);
        return undefined;
      }),
    );
}
