/** Registers `doorstroom completion`; what it does is loaded when it is asked for. */

import { Argument, type Command } from 'commander';
import type { Shell } from '../shell-completion.js';

const shells: readonly Shell[] = ['bash', 'zsh', 'fish', 'powershell'];

/** Adds the command to the program. */
export function addCompletionCommand(
  root: Command,
  act: (command: (signal: AbortSignal) => Promise<number | undefined>) => void,
): void {
  root
    .command('completion')
    .description('print a script that lets the shell complete commands, options and scenario files')
    .addArgument(new Argument('[shell]', 'default: that of $SHELL').choices(shells))
    .addHelpText('after', '\nFor bash, in ~/.bashrc:  source <(doorstroom completion bash)')
    .action((shell: Shell | undefined) =>
      act(async () => {
        const { printScript } = await import('../shell-completion.js');
        printScript(shell ?? shells.find((each) => process.env.SHELL?.endsWith(`/${each}`)));
        return undefined;
      }),
    );
}
