/** `doorstroom completion`. */

import { Argument } from 'commander';
import type { AddCommand } from '../command.js';
import type { Shell } from '../shell-completion.js';

const shells: readonly Shell[] = ['bash', 'zsh', 'fish', 'powershell'];

export const addCompletionCommand: AddCommand = (root, act) => {
  root
    .command('completion')
    .description('print a script that lets the shell complete commands, options and scenario files')
    .addArgument(new Argument('[shell]', 'default: that of $SHELL').choices(shells))
    .addHelpText('after', '\nFor bash, in ~/.bashrc:  source <(doorstroom completion bash)')
    .action((shell: Shell | undefined) =>
      act(async () => {
        const { printScript } = await import('../shell-completion.js');
        printScript(shell ?? shells.find((each) => process.env.SHELL?.endsWith(`/${each}`)));
      }),
    );
};
