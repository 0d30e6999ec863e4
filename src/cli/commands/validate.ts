/** `doorstroom validate`. */

import type { Command } from 'commander';
import type { TargetsOptions } from '../../run/scenarios/targets.js';
import type { AddCommand, CommandContext } from '../command.js';
import { EXIT } from '../exit.js';
import { collect, refuseWithout, type Silence, wholeNumber, workersOption } from '../options.js';

type Options = Omit<TargetsOptions, 'targets'> &
  Silence & {
    /** A file, or true for the figures of the package; undefined: the scenarios are only checked. */
    readonly targets: string | true | undefined;
  };

/** The notes on a scenario file. */
const notesOn = (path: string, notes: readonly string[]) => notes.map((note) => `${path}: note: ${note}`);

/** Prints a line per file in order, or all problems; returns the exit status. */
async function check(paths: readonly string[], set: readonly string[]): Promise<number> {
  const { checkScenarios } = await import('../../run/scenarios/validate.js');
  const { formatDiagnostic } = await import('../../scenario/check/diagnostic.js');
  const { wrap } = await import('../terminal/layout/text.js');
  const { print, printMessage } = await import('../terminal/screen.js');
  let status: number = EXIT.done;
  for (const checked of checkScenarios(paths, set)) {
    const { path } = checked;
    if (checked.isValid) {
      const said = `${path}: valid (${checked.name}; ${checked.approaches.join(', ')})`;
      const lines = [said, ...notesOn(path, checked.notes)];
      await print((page) => lines.flatMap((line) => wrap(line, page.text, 2)));
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
  const { countOf } = await import('../../output/number.js');
  const { fitTargets } = await import('../../run/scenarios/targets.js');
  const { targetLines } = await import('../terminal/fit-table.js');
  const { wrap } = await import('../terminal/layout/text.js');
  const { print } = await import('../terminal/screen.js');
  const { onTerminal } = await import('../terminal/progress.js');
  const { draws, persons } = options;
  await onTerminal(asked, options, async (caller) => {
    for await (const { path, name, reference, notes, fit } of fitTargets(
      paths,
      { ...options, targets },
      caller,
    )) {
      const said = `${name}, ${reference}: ${countOf(draws, 'parameter draw')} of ${countOf(persons, 'person')}`;
      await print((page, brush) => [
        ...[said, ...notesOn(path, notes)].flatMap((line) => wrap(line, page.text, 2)),
        ...targetLines(fit, page, brush),
      ]);
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
    .action((paths: string[], options: Options, command: Command) => {
      refuseWithout(command, 'targets', ['draws', 'persons', 'seed', 'workers', 'quiet']);
      act(async (asked) => {
        const { targets } = options;
        if (targets === undefined) return check(paths, options.set);
        await holdAgainstTargets(paths, options, targets === true ? undefined : targets, asked);
        return undefined;
      });
    });
};
