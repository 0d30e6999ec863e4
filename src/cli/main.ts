/** The command line: reads arguments, loads what the command needs, and turns its end into an exit status. */

import { Command, CommanderError, Option } from 'commander';
import { InputProblem } from '../scenario/check/diagnostic.js';
import { addCalibrateCommand } from './commands/calibrate.js';
import { addChartsCommand } from './commands/charts.js';
import { addCompletionCommand } from './commands/completion.js';
import { addExplainCommand } from './commands/explain.js';
import { addInitCommand } from './commands/init.js';
import { addMergeCommand } from './commands/merge.js';
import { addReportCommand } from './commands/report.js';
import { addSweepCommand } from './commands/sweep.js';
import type { CompareOptions } from './compare.js';
import { CommandError, EXIT } from './exit.js';
import { explainFailure, explainInterruption, type Remedies } from './failure.js';
import type { ModelOptions } from './model.js';
import {
  addRunOptions,
  collect,
  csvOption,
  type RunOptions,
  readPrecision,
  readShard,
  refuseWithout,
  wholeNumber,
  workersOption,
} from './options.js';
import type { TraceOptions } from './trace.js';
import type { TargetsOptions } from './validate.js';
import { VERSION } from './version.js';

type Act = (signal: AbortSignal) => Promise<number | undefined>;

/** Builds the program. `act` is handed what the chosen command does. */
function program(act: (command: Act) => void): Command {
  const root = new Command('doorstroom')
    .description(
      'What happens to a cohort of permit holders under a sequential and under a parallel approach to integration',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .showHelpAfterError('(doorstroom --help tells more)')
    .exitOverride();
  addRunOptions(
    root.command('run').description('simulate the approaches of scenarios and write the CSV files'),
  )
    .argument('<scenario...>', 'scenario files')
    .option('--shard <i/n>', 'simulate only part I of N, for `merge`', readShard)
    .option(
      '--precision <euros|percent>',
      'as many parameter draws, from --draws up, as bring the MCSE of the net balance against the reference (of one approach: of its own) to this: euros a person (50) or of the difference (2%)',
      readPrecision,
    )
    .option(
      '--most-draws <n>',
      'with --precision: no more parameter draws than this (default: 20,000)',
      wholeNumber(1, 100_000),
    )
    .action((paths: string[], options: RunOptions) =>
      act(async (signal) => {
        const { run } = await import('./run.js');
        await run(paths, options, signal);
        return undefined;
      }),
    );
  addRunOptions(root.command('compare').description('compare the approaches of many scenarios in one table'))
    .argument('[scenario...]', 'scenario files (default: the municipalities that come with the package)')
    .option('--standardised', 'also compare every approach on the people of the national baseline', false)
    .action((paths: string[], options: CompareOptions) =>
      act(async (signal) => {
        const { compare } = await import('./compare.js');
        await compare(paths, options, signal);
        return undefined;
      }),
    );
  addMergeCommand(root, act);
  addSweepCommand(root, act);
  root
    .command('validate')
    .description('check scenario files: every problem with file, line and column')
    .argument('<scenario...>', 'scenario files')
    .option(
      '--targets [file]',
      'hold the reference approach against published figures (default: of the package)',
    )
    .option('--draws <n>', 'parameter draws, with --targets', wholeNumber(2, 100_000), 60)
    .option('--persons <n>', 'persons of each draw, with --targets', wholeNumber(100, 1_000_000), 4000)
    .option('--seed <text>', 'seed, with --targets', '1')
    .option('--set <path=value>', 'change a number of the scenarios (repeat for more)', collect, [])
    .addOption(workersOption())
    .option('--quiet', 'no progress, with --targets', false)
    .action((paths: string[], options: TargetsOptions, command: Command) => {
      refuseWithout(command, 'targets', ['draws', 'persons', 'seed', 'workers', 'quiet']);
      act(async (signal) => {
        const { validate, validateTargets } = await import('./validate.js');
        if (options.targets === undefined) return validate(paths, options.set);
        await validateTargets(paths, options, signal);
        return undefined;
      });
    });
  addExplainCommand(root, act);
  addInitCommand(root, act);
  root
    .command('trace')
    .description('one person under each approach, side by side')
    .argument('<scenario>', 'scenario file')
    .option('--person <k>', 'person of the cohort, from 0', wholeNumber(0, 100_000_000), 0)
    .option(
      '--replication <r>',
      'replication of the cohort, from 0; any, also one beyond those of a run',
      wholeNumber(0, 1_000_000),
      0,
    )
    .option(
      '--draw <d>',
      'parameter draw, from 0; any, also one beyond those of a run (default: central values)',
      wholeNumber(0, 100_000),
    )
    .option('--seed <text>', 'seed', '1')
    .option('--set <path=value>', 'change a number of the scenario (repeat for more)', collect, [])
    .option('--csv-file <file>', 'also write the events as CSV')
    .addOption(csvOption())
    .option('--all', 'show every track, also those that only keep the books', false)
    .action((path: string, options: TraceOptions, command: Command) => {
      refuseWithout(command, 'csvFile', ['csv']);
      act(async () => {
        const { trace } = await import('./trace.js');
        await trace(path, options);
        return undefined;
      });
    });
  addCalibrateCommand(root, act);
  addChartsCommand(root, act);
  const model = root.command('model').description('bare multistate models, without policy');
  model
    .command('run')
    .description('run a model file: state probabilities, mean occupancy and rewards, each with its MCSE')
    .argument('<model>', 'model file (see src/scenario/model-format.md)')
    .option(
      '--persons <n>',
      'persons to simulate (default: what the file says, else 100,000)',
      wholeNumber(1, 1_000_000_000),
    )
    .option('--seed <text>', 'seed: any text; the same seed gives the same bytes', '1')
    .addOption(workersOption())
    .option('--out <folder>', 'folder for the results', 'results')
    .addOption(csvOption())
    .option('--resume', 'go on with a run that was interrupted', false)
    .option('--quiet', 'print nothing', false)
    .option('--json', 'the means as JSON on standard output', false)
    .option('--force', 'replace existing results', false)
    .action((path: string, options: ModelOptions) =>
      act(async (signal) => {
        const { runModelFile } = await import('./model.js');
        await runModelFile(path, options, signal);
        return undefined;
      }),
    );
  addReportCommand(root, act);
  root
    .command('schema')
    .description('print the JSON Schema of scenario files (or of another kind of file), for editors')
    .addOption(new Option('--model', 'the schema of model files').conflicts('experiment'))
    .option('--experiment', 'the schema of experiment files')
    .action(({ model, experiment }: { model?: boolean; experiment?: boolean }) =>
      act(async () => {
        const schemas = await import('../scenario/check/json-schema.js');
        const { packageLibrary } = await import('../scenario/load-scenario.js');
        const other = experiment
          ? schemas.experimentJsonSchema
          : () => schemas.scenarioJsonSchema(packageLibrary());
        const schema = model ? schemas.modelJsonSchema() : other();
        process.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
        return undefined;
      }),
    );
  addCompletionCommand(root, act);
  return root;
}

function report(error: unknown, remedies: Remedies): number {
  if (error instanceof CommandError || error instanceof InputProblem) {
    process.stderr.write(`${error.message}\n`);
    return error instanceof CommandError ? error.status : EXIT.input;
  }
  // Commander has printed its own message; help and version are no errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.input;
  if (error instanceof Error && error.name === 'AbortError') {
    process.stderr.write(`${explainInterruption(remedies)}\n`);
    return EXIT.interrupted;
  }
  const bug = () => `a bug in doorstroom: ${error instanceof Error ? error.stack : String(error)}`;
  process.stderr.write(`${explainFailure(error, remedies) ?? bug()}\n`);
  return EXIT.failed;
}

/** What helps against a fault of the command that the arguments begin with. */
function remediesOf(command: Command, [name, ...rest]: readonly string[]): Remedies {
  const below = command.commands.find((each) => each.name() === name);
  if (below !== undefined) return remediesOf(below, rest);
  const has = (option: string) => command.options.some(({ long }) => long === option);
  return { place: ['--out', '--file', '--csv-file'].find(has), resumable: has('--resume') };
}

/** Runs the command line; returns the exit status: 0 done, 2 wrong input, 1 anything else, 130 interrupted. */
export async function main(argv: readonly string[]): Promise<number> {
  let command: Act | undefined;
  let remedies: Remedies = { place: undefined, resumable: false };
  const abort = new AbortController();
  const stop = () => abort.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    const root = program((chosen) => {
      command = chosen;
    });
    // Shells ask this at every key: only then are the answers worth loading.
    if (argv[2] === 'complete') {
      const { addCompleteCommand } = await import('./completion.js');
      addCompleteCommand(root, argv.at(-1) ?? '');
    }
    remedies = remediesOf(root, argv.slice(2));
    await root.parseAsync([...argv]);
    return (await command?.(abort.signal)) ?? EXIT.done;
  } catch (error) {
    return report(error, remedies);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}
