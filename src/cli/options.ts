/** Options that commands share: their words, and how their values are read. */

import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Language } from '../output/language.js';
import {
  DEFAULT_DRAWS,
  DEFAULT_SEED,
  LIMITS,
  type Precision,
  type Shard,
  sayWhole,
} from '../run/plan/options.js';
import type { Choices } from './command.js';

/** What is shown of a command that can be silent. */
export interface Silence {
  readonly quiet: boolean;
}

/** The language of what a command prints. */
export interface Spoken {
  readonly lang: Language;
}

/** What is shown of a command that writes results. */
export interface Looks extends Silence, Spoken {
  /** Data instead of the table. */
  readonly json: boolean;
}

/** Reads a whole number within bounds. */
export function wholeNumber(low: number, high: number) {
  return (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < low || value > high) {
      throw new InvalidArgumentError(`${sayWhole(low, high)}.`);
    }
    return value;
  };
}

/** Sum of the numbers of a list: each stands for simulations, and more of them take weeks. */
const MAX_SUM = 100_000;

/** Reads whole numbers from 1 on, separated by commas. */
export function wholeNumbers(text: string): number[] {
  const numbers = text.split(',').map(wholeNumber(1, MAX_SUM));
  const sum = numbers.reduce((total, number) => total + number, 0);
  if (sum > MAX_SUM) throw new InvalidArgumentError(`expected at most ${MAX_SUM} points in all, got ${sum}.`);
  return numbers;
}

/** Reads a precision: euros a person as 50, or a share of the difference as 2%. */
export function readPrecision(text: string): Precision {
  const match = /^(\d{1,9}(?:\.\d{1,9})?)(%?)$/.exec(text);
  const value = Number(match?.[1]);
  if (match === null || value <= 0)
    throw new InvalidArgumentError('expected euros a person, as 50, or a share of the difference, as 2%.');
  return match[2] === '%' ? { value: value / 100, unit: 'share' } : { value, unit: 'euros' };
}

/** Reads which part of a run is meant, as I/N. */
export function readShard(text: string): Shard {
  const match = /^(\d{1,5})\/(\d{1,5})$/.exec(text);
  const [index, count] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || index < 1 || index > count)
    throw new InvalidArgumentError('expected I/N, as 1/4: part 1 of 4.');
  return { index, count };
}

/** Reads a date; whether there is such a day is left to the schema of scenarios. */
function readDate(text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) throw new InvalidArgumentError('expected a date like 2016-01-31.');
  return text;
}

/** Adds one more value of an option that may be repeated. */
export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** `--control`: what readers of a page may change. */
export const controlOption = (): Option =>
  new Option(
    '--control <what>',
    'what readers of the page may change: a path of a number or an activity, or assumptions, activities, cohort or composition (repeat for more)',
  )
    .argParser(collect)
    .default([], 'these four');

/**
 * Refuses options that were given but mean nothing without another one.
 * @throws CommanderError, as for an option that cannot stand beside another
 */
export function refuseWithout(command: Command, needed: string, names: readonly string[]): void {
  const flags = (name: string) => command.options.find((each) => each.attributeName() === name)!.flags;
  const isGiven = (name: string) => command.getOptionValueSource(name) === 'cli';
  if (isGiven(needed)) return;
  const given = names.find(isGiven);
  if (given === undefined) return;
  command.error(`error: option '${flags(given)}' means nothing without option '${flags(needed)}'`);
}

/** The dialect of CSV files. */
export function csvOption(): Option {
  return new Option('--csv <dialect>', 'dialect of the CSV files')
    .choices(['standard', 'nl'])
    .default('standard');
}

/** The language of tables, reports and charts. */
export function languageOption(): Option {
  return new Option('--lang <language>', 'language').choices(['nl', 'en']).default('en');
}

/** Number of threads. */
export function workersOption(): Option {
  return new Option('--workers <n>', 'threads; the results do not depend on it')
    .argParser(wholeNumber(...LIMITS.workers))
    .default(availableParallelism());
}

/** The seed. */
export function seedOption(): Option {
  return new Option('--seed <text>', 'seed: any text; the same seed gives the same bytes').default(
    DEFAULT_SEED,
  );
}

/** Adds the options that decide what is simulated. @param draws by default */
export function addDesignOptions(command: Command, draws = DEFAULT_DRAWS): Command {
  return command
    .addOption(seedOption())
    .option('--draws <n>', 'parameter draws; 1: central values', wholeNumber(...LIMITS.draws), draws)
    .option(
      '--replications <n>',
      'replications of the cohort per draw (default: as many as make 600 persons, 10,000 in all; of less than 1,000 at least 2)',
      wholeNumber(...LIMITS.replications),
    )
    .addOption(workersOption())
    .option('--horizon <years>', 'years to look ahead', wholeNumber(1, 40))
    .option(
      '--discount-to <date>',
      'date to which amounts are discounted (default: the first permit of each cohort)',
      readDate,
    );
}

/** Adds the options of every command that simulates. @param draws by default */
export function addSimulationOptions(command: Command, draws = DEFAULT_DRAWS): Command {
  return addDesignOptions(command, draws)
    .option('--out <folder>', 'folder for the results', 'results')
    .addOption(csvOption())
    .option('--quiet', 'no progress, no table and no notes', false)
    .addOption(languageOption())
    .option('--json', 'a summary as JSON on standard output instead of the table', false)
    .option('--force', 'keep nothing of the results that are replaced', false);
}

/** Reads by what to report: an attribute, or the selection for an activity, which only a scenario knows. */
function readBreakdown(breakdowns: readonly string[]) {
  return (text: string, before: string | undefined): string => {
    if (before !== undefined)
      throw new InvalidArgumentError(`It is given already (${before}); one run reports by one attribute.`);
    if (breakdowns.includes(text) || /^selected:[a-z][a-z0-9_.]*$/.test(text)) return text;
    throw new InvalidArgumentError(`Allowed choices are ${breakdowns.join(', ')}, selected:ACTIVITY.`);
  };
}

/** Adds the options that `run` and `compare` share. */
export function addRunOptions(command: Command, { breakdowns }: Choices): Command {
  return addSimulationOptions(command)
    .option('--set <path=value>', 'change a number of the scenario (repeat for more)', collect, [])
    .option('--resume', 'go on with a run that was interrupted', false)
    .option('--parquet', 'also write every table as Parquet', false)
    .addOption(
      new Option(
        '--by <attribute>',
        'also report by this attribute, as it is at the permit; selected:ACTIVITY: by whom it selects',
      )
        .choices(breakdowns)
        .argParser(readBreakdown(breakdowns)),
    )
    .option(
      '--persons',
      'also write every person (large: one row per person, approach, replication and draw)',
      false,
    );
}
