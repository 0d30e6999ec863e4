/** `doorstroom validate`. */

import type { Command } from 'commander';
import type { TargetsOptions } from '../../run/scenarios/targets.js';
import type { AddCommand, CommandContext } from '../command.js';
import { EXIT } from '../exit.js';
import {
  collect,
  languageOption,
  refuseWithout,
  type Silence,
  type Spoken,
  wholeNumber,
  workersOption,
} from '../options.js';

type Options = Omit<TargetsOptions, 'targets'> &
  Silence &
  Spoken & {
    /** A file, or true for the figures of the package; undefined: the scenarios are only checked. */
    readonly targets: string | true | undefined;
  };

/** Prints a line per file in order, or all problems; returns the exit status. */
async function check(paths: readonly string[], { set, lang }: Options): Promise<number> {
  const { checkScenarios } = await import('../../run/scenarios/validate.js');
  const { formatDiagnostic } = await import('../../scenario/check/diagnostic.js');
  const { wrap } = await import('../terminal/layout/text.js');
  const { print, printMessage } = await import('../terminal/screen.js');
  const { wordsIn } = await import('../../output/words/words.js');
  let status: number = EXIT.done;
  for (const checked of checkScenarios(paths, set, lang)) {
    const { path } = checked;
    if (checked.isValid) {
      await print((page) => {
        const { valid, note } = wordsIn(page.language).screen.commands.validate;
        const said = valid(path, checked.name, checked.approaches.join(', '));
        const notes = checked.notes.map((each) => note(path, each));
        return [said, ...notes].flatMap((line) => wrap(line, page.text, 2));
      }, lang);
    } else {
      status = EXIT.input;
      for (const diagnostic of checked.diagnostics) printMessage(formatDiagnostic(diagnostic));
    }
  }
  return status;
}

/** Prints published figures beside the reference approach of scenarios. */
async function holdAgainstTargets(
  paths: readonly string[],
  options: Options,
  targets: string | undefined,
  asked: CommandContext,
): Promise<void> {
  const { formatNumber } = await import('../../output/number.js');
  const { wordsIn } = await import('../../output/words/words.js');
  const { approachLabel, scenarioName } = await import('../../run/scenarios/number-names.js');
  const { fitTargets } = await import('../../run/scenarios/targets.js');
  const { targetLines } = await import('../terminal/fit-table.js');
  const { wrap } = await import('../terminal/layout/text.js');
  const { print } = await import('../terminal/screen.js');
  const { onTerminal } = await import('../terminal/progress.js');
  const { draws, persons } = options;
  await onTerminal(asked, options, async (caller) => {
    for await (const { path, name, reference, named, notes, fit } of fitTargets(
      paths,
      { ...options, targets },
      caller,
    )) {
      await print((page, brush) => {
        const { language } = page;
        const words = wordsIn(language).screen.commands.validate;
        const count = (number: number) => formatNumber(number, 0, language);
        const said = words.simulated(
          scenarioName(named, name, language),
          approachLabel(named, reference, language),
          count(draws),
          count(persons),
        );
        return [
          ...[said, ...notes.map((note) => words.note(path, note))].flatMap((line) =>
            wrap(line, page.text, 2),
          ),
          ...targetLines(fit, named, page, brush),
        ];
      }, options.lang);
    }
  });
}

export const addValidateCommand: AddCommand = (root, act) => {
  root
    .command('validate')
    .description('check scenario files: every problem with file, line and column')
    .argument('<scenario...>', 'scenarios, by name (leiden) or file')
    .option(
      '--targets [file]',
      'compare the reference approach with published figures (default: those of the package)',
    )
    .option('--draws <n>', 'parameter draws, with --targets', wholeNumber(2, 100_000), 60)
    .option('--persons <n>', 'persons of each draw, with --targets', wholeNumber(100, 1_000_000), 4000)
    .option('--seed <text>', 'seed, with --targets', '1')
    .option('--set <path=value>', 'change a number of the scenarios (repeat for more)', collect, [])
    .addOption(workersOption())
    .option('--quiet', 'no progress, with --targets', false)
    .addOption(languageOption())
    .action((paths: string[], options: Options, command: Command) => {
      refuseWithout(command, 'targets', ['draws', 'persons', 'seed', 'workers', 'quiet']);
      act(async (asked) => {
        const { targets } = options;
        if (targets === undefined) return check(paths, options);
        await holdAgainstTargets(paths, options, targets === true ? undefined : targets, asked);
        return undefined;
      });
    });
};
