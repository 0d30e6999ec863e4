/** The command line: puts the commands together, and turns their end into an exit status. */

import { existsSync } from 'node:fs';
import { Command, CommanderError, Help, type Option } from 'commander';
import { Refusal } from '../run/refusal.js';
import { VERSION } from '../run/version.js';
import { InputProblem } from '../scenario/check/diagnostic.js';
import type { AddCommand, Choices, Deed } from './command.js';
import { addCalibrateCommand } from './commands/calibrate.js';
import { addChartsCommand } from './commands/charts.js';
import { addCompareCommand } from './commands/compare.js';
import { addCompletionCommand } from './commands/completion.js';
import { addExplainCommand } from './commands/explain.js';
import { addInitCommand } from './commands/init.js';
import { addListCommand } from './commands/list.js';
import { addMergeCommand } from './commands/merge.js';
import { addModelCommand } from './commands/model.js';
import { addPageCommand } from './commands/page.js';
import { addPilotCommand } from './commands/pilot.js';
import { addReportCommand } from './commands/report.js';
import { addRunCommand } from './commands/run.js';
import { addSchemaCommand } from './commands/schema.js';
import { addSensitivityCommand } from './commands/sensitivity.js';
import { addSweepCommand } from './commands/sweep.js';
import { addThresholdCommand } from './commands/threshold.js';
import { addTraceCommand } from './commands/trace.js';
import { addValidateCommand } from './commands/validate.js';
import { EXIT } from './exit.js';
import { explainFailure, explainInterruption, type Remedies } from './failure.js';
import { wrap } from './terminal/layout/text.js';
import { helpWidth, printMessage } from './terminal/screen.js';

/** The commands in the order of the help. */
const commands: readonly AddCommand[] = [
  addRunCommand,
  addCompareCommand,
  addMergeCommand,
  addSweepCommand,
  addSensitivityCommand,
  addThresholdCommand,
  addPilotCommand,
  addValidateCommand,
  addListCommand,
  addExplainCommand,
  addInitCommand,
  addTraceCommand,
  addCalibrateCommand,
  addChartsCommand,
  addModelCommand,
  addReportCommand,
  addPageCommand,
  addSchemaCommand,
  addCompletionCommand,
];

/** The first arguments of command lines whose choices must be known; other commands should not wait for the model to load. */
const asking = ['run', 'compare', 'help', 'complete'];

async function choicesFor(first: string | undefined): Promise<Choices> {
  if (first === undefined || !asking.includes(first)) return { breakdowns: [] };
  const { breakdowns } = await import('../run/plan/breakdowns.js');
  return { breakdowns };
}

/** What the help says of an option: not that nothing is given unless it is. */
function optionDescription(this: Help, option: Option): string {
  const { defaultValue } = option;
  const isNothing = defaultValue === false || (Array.isArray(defaultValue) && defaultValue.length === 0);
  return isNothing ? option.description : Help.prototype.optionDescription.call(this, option);
}

/** Columns that a description keeps beside what it describes; with fewer it stands below. */
const LEAST_BESIDE = 40;

/** An argument, option or command of the help with what it is, within the width of the terminal. */
function formatItem(this: Help, term: string, termWidth: number, description: string, helper: Help): string {
  const width = helper.helpWidth ?? 80;
  const isBeside = description === '' || width - termWidth - 4 >= LEAST_BESIDE;
  if (isBeside) return Help.prototype.formatItem.call(this, term, termWidth, description, helper);
  const [lead, indent] = ['  ', 6];
  return [...wrap(lead + term, width, 4), ...wrap(' '.repeat(indent) + description, width, indent)].join(
    '\n',
  );
}

/** Says so where a scenario is given by a name that a file of this folder and one of the package have. */
async function sayOwnFiles(_: Command, command: Command): Promise<void> {
  const given = command.registeredArguments.flatMap((argument, i) =>
    argument.name() === 'scenario' ? ([command.processedArgs[i]].flat() as (string | undefined)[]) : [],
  );
  // No other command waits for the files of the package.
  const here = given.filter((name) => name !== undefined && existsSync(`${name}.yaml`));
  if (here.length === 0) return;
  const { ownFiles } = await import('../run/scenarios/names.js');
  const { wordsIn } = await import('../output/words/words.js');
  const { notes } = wordsIn(command.opts().lang ?? 'en').screen;
  for (const name of ownFiles(here as string[])) printMessage(notes.ownFile(name));
}

/** Builds the command line, which documents are held against. `act` is handed what the chosen command does. */
export function program(act: (deed: Deed) => void, choices: Choices): Command {
  const root = new Command('doorstroom')
    .description(
      'What happens to a cohort of permit holders under a sequential and under a parallel approach to integration',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .showHelpAfterError('(doorstroom --help tells more)')
    .configureHelp({ optionDescription, formatItem })
    .configureOutput({
      getOutHelpWidth: () => helpWidth(process.stdout),
      getErrHelpWidth: () => helpWidth(process.stderr),
    })
    .exitOverride()
    .hook('preAction', sayOwnFiles);
  for (const addCommand of commands) addCommand(root, act, choices);
  return root;
}

async function report(error: unknown, remedies: Remedies): Promise<number> {
  if (error instanceof Refusal || error instanceof InputProblem) {
    printMessage(error.message);
    return EXIT.input;
  }
  // Commander has printed its own message; help and version are no errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.input;
  if (error instanceof Error && error.name === 'AbortError') {
    printMessage(explainInterruption(remedies));
    return EXIT.interrupted;
  }
  const bug = () => `a bug in doorstroom: ${error instanceof Error ? error.stack : String(error)}`;
  printMessage(explainFailure(error, remedies) ?? bug());
  return EXIT.failed;
}

/** The option of the command that the arguments begin with that says where it writes; undefined: it has none. */
function placeOf(command: Command, [name, ...rest]: readonly string[]): string | undefined {
  const below = command.commands.find((each) => each.name() === name);
  if (below !== undefined) return placeOf(below, rest);
  return ['--out', '--file', '--csv-file'].find((option) =>
    command.options.some(({ long }) => long === option),
  );
}

/** Runs the command line; returns the exit status: 0 done, 2 wrong input, 1 anything else, 130 interrupted. */
export async function main(argv: readonly string[]): Promise<number> {
  let deed: Deed | undefined;
  let place: string | undefined;
  const kept: (() => boolean)[] = [];
  const abort = new AbortController();
  const stop = () => abort.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    const choices = await choicesFor(argv[2]);
    const root = program((chosen) => {
      deed = chosen;
    }, choices);
    // Shells call this at every keystroke; no other command line needs the answers.
    if (argv[2] === 'complete') {
      const { addCompleteCommand } = await import('./shell-completion.js');
      addCompleteCommand(root, argv.at(-1) ?? '');
    }
    place = placeOf(root, argv.slice(2));
    await root.parseAsync([...argv]);
    return (
      (await deed?.({
        signal: abort.signal,
        commandLine: argv.slice(2),
        onKept: (isKept) => kept.push(isKept),
      })) ?? EXIT.done
    );
  } catch (error) {
    return await report(error, { place, isKept: kept.some((isKept) => isKept()) });
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}
