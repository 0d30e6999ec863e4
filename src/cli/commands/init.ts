/** `doorstroom init`. */

import type { InitOptions } from '../../run/scenarios/init.js';
import type { AddCommand } from '../command.js';

export const addInitCommand: AddCommand = (root, act) => {
  root
    .command('init')
    .description("write a new municipality's scenario, commented, valid as it stands, to fill in")
    .argument('<name>', 'name of the municipality')
    .option('--from <scenario>', 'scenario to build on: one of the package by name, or a file', 'national')
    .option('--file <path>', 'file to write (default: NAME.yaml in the current folder)')
    .option('--force', 'replace an existing file', false)
    .action((name: string, options: InitOptions) =>
      act(async () => {
        const { init } = await import('../../run/scenarios/init.js');
        const file = init(name, options);
        const { print } = await import('../terminal/screen.js');
        await print(() => [
          `${file}: written; fill it in, then:`,
          `  doorstroom validate ${file}`,
          `  doorstroom run ${file}`,
        ]);
      }),
    );
};
