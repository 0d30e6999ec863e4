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
        const { hiddenBy } = await import('../../run/scenarios/names.js');
        const { quoteArgument } = await import('../../output/shell-argument.js');
        const { wordsIn } = await import('../../output/words/words.js');
        const { wrap } = await import('../terminal/layout/text.js');
        const { print } = await import('../terminal/screen.js');
        const hidden = hiddenBy(file);
        const goOn = options.lang === 'en' ? '' : ` --lang ${options.lang}`;
        await print(({ language, text }) => {
          const words = wordsIn(language).screen.commands.init;
          return [
            ...wrap(words.written(file), text, 2),
            // Whole, however long: they are to be copied.
            ...['validate', 'run'].map((next) => `  doorstroom ${next} ${quoteArgument(file)}${goOn}`),
            ...(hidden === undefined ? [] : wrap(words.hides(hidden), text, 2)),
          ];
        }, options.lang);
      }),
    );
};
