/** `doorstroom init`. */

import type { InitOptions } from '../../run/scenarios/init.js';
import type { AddCommand } from '../command.js';
import { languageOption, type Spoken } from '../options.js';

export const addInitCommand: AddCommand = (root, act) => {
  root
    .command('init')
    .description("write a new municipality's scenario, commented, valid as it stands, to fill in")
    .argument('<name>', 'name of the municipality')
    .option('--from <scenario>', 'scenario to build on: one of the package by name, or a file', 'national')
    .option('--file <path>', 'file to write (default: NAME.yaml in the current folder)')
    .option('--force', 'replace an existing file', false)
    .addOption(languageOption())
    .action((name: string, options: InitOptions & Spoken) =>
      act(async () => {
        const { init } = await import('../../run/scenarios/init.js');
        const file = init(name, options);
        const { print } = await import('../terminal/screen.js');
        const { wordsIn } = await import('../../output/words/words.js');
        const goOn = options.lang === 'en' ? '' : ` --lang ${options.lang}`;
        await print(
          ({ language }) => [
            wordsIn(language).screen.commands.init.written(file),
            `  doorstroom validate ${file}${goOn}`,
            `  doorstroom run ${file}${goOn}`,
          ],
          options.lang,
        );
      }),
    );
};
