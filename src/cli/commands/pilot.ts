/** `doorstroom pilot`. */

import { type Command, InvalidArgumentError } from 'commander';
import type { PilotOptions } from '../../run/pilot/plan.js';
import { DEFAULT_OUTCOME, type Shard } from '../../run/plan/options.js';
import type { AddCommand } from '../command.js';
import {
  addSimulationOptions,
  collect,
  type Looks,
  readShard,
  wholeNumber,
  wholeNumbers,
} from '../options.js';

/** Draws by default: as many as tell what a pilot is worth from chance. */
const DRAWS = 512;

/** Reads a number within bounds. */
function numberFrom(low: number, high: number) {
  return (text: string): number => {
    const value = Number(text);
    if (!/^(\d+\.?\d*|\.\d+)$/.test(text) || value < low || value > high)
      throw new InvalidArgumentError(`expected a number from ${low} to ${high}, with a decimal point.`);
    return value;
  };
}

/** Most euros that anything costs. */
const MOST_EUROS = 1e9;

/** Adds what decides which pilots are looked at, and what they cost. */
function addPilotOptions(command: Command): Command {
  return command
    .option(
      '--outcome <name>',
      'what is measured: a share of persons at the month, or months to self-sufficiency',
      DEFAULT_OUTCOME,
    )
    .option(
      '--persons <list>',
      'persons with and without the approach together, half each',
      wholeNumbers,
      [60, 120, 240, 480, 960],
    )
    .option(
      '--months <list>',
      'months since the permit at which it is measured (default: each year up to five)',
      wholeNumbers,
    )
    .option('--cost-per-person <euros>', 'for each person in the pilot', numberFrom(0, MOST_EUROS), 0)
    .option(
      '--cost-per-month <euros>',
      'for each month that a person is followed',
      numberFrom(0, MOST_EUROS),
      0,
    )
    .option('--fixed-cost <euros>', 'of the pilot as a whole', numberFrom(0, MOST_EUROS), 0)
    .option(
      '--decides-for <years>',
      'years for which the choice will hold, with a cohort each year',
      numberFrom(0, 100),
      10,
    )
    .option(
      '--recruits <n>',
      'persons who can begin in a month (default: a cohort a year)',
      numberFrom(0.001, MOST_EUROS),
    )
    .option(
      '--willingness <euros>',
      'what a person more who becomes self-sufficient is worth beside the net balance',
      numberFrom(0, MOST_EUROS),
      0,
    )
    .option('--lost <share>', 'share of the persons of whom it loses sight in a year', numberFrom(0, 0.99), 0)
    .option('--group-size <n>', 'persons who begin together, where not by lot', wholeNumber(1, 100_000))
    .option('--correlation <share>', 'share of the variance that lies between such groups', numberFrom(0, 1));
}

export const addPilotCommand: AddCommand = (root, act) => {
  addPilotOptions(
    addSimulationOptions(
      root
        .command('pilot')
        .description('how large and how long a pilot would have to be to tell, and what it is worth'),
      DRAWS,
    ),
  )
    .argument('<scenario>', 'scenario, by name (leiden) or file')
    .option('--resume', 'go on with a search that was interrupted', false)
    .option('--set <path=value>', 'change a number of the scenario (repeat for more)', collect, [])
    .option(
      '--shard <i/n>',
      'simulate only part I of N, for `merge`, which takes the folder that holds all parts',
      readShard,
    )
    .action((path: string, options: PilotOptions & Looks & { readonly shard?: Shard }) =>
      act(async (asked) => {
        const { shard } = options;
        const { pilot, pilotShard } = await import('../../run/pilot/pilot.js');
        if (shard !== undefined) {
          const { printPart } = await import('../terminal/part.js');
          return printPart(asked, options, (caller) => pilotShard(path, { ...options, shard }, caller));
        }
        const { onTerminal } = await import('../terminal/progress.js');
        const { print, printJson } = await import('../terminal/screen.js');
        const outcome = await onTerminal(asked, options, (caller) => pilot(path, options, caller));
        if (outcome === undefined) return;
        const { pilotLines, summarisePilot } = await import('../terminal/pilot-lines.js');
        if (options.json) printJson(summarisePilot(outcome));
        else if (!options.quiet) await print((page, brush) => pilotLines(outcome, page, brush), options.lang);
      }),
    );
};
