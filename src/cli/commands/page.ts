/** `doorstroom page`. */

import type { PageOptions } from '../../run/report/page-of-scenario.js';
import type { AddCommand } from '../command.js';
import { addDesignOptions, collect, controlOption, languageOption } from '../options.js';

export const addPageCommand: AddCommand = (root, act) => {
  addDesignOptions(
    root
      .command('page')
      .description('a report in one HTML file, in which readers ask what-ifs: it simulates in their browser'),
  )
    .argument('<scenario>', 'scenario, by name (leiden) or file')
    .option('--set <path=value>', 'change a number of the scenario (repeat for more)', collect, [])
    .addOption(controlOption())
    .addOption(languageOption())
    .option('--out <path>', 'folder for the page, or the file (ending in .page.html)', 'report')
    .option('--quiet', 'no progress', false)
    .option('--force', 'keep nothing of the file that is replaced', false)
    .action((path: string, options: PageOptions & { quiet: boolean }) =>
      act(async (asked) => {
        const { makePage } = await import('../../run/report/page-of-scenario.js');
        const { onTerminal } = await import('../terminal/progress.js');
        const { printText } = await import('../terminal/screen.js');
        const files = await onTerminal(asked, options, (caller) => makePage(path, options, caller));
        for (const file of files) printText(`${file}\n`);
      }),
    );
};
