/** The command line: reads arguments, loads what the command needs, and turns its end into an exit status. */

import { Command, CommanderError } from 'commander';
import { addChartsCommand } from './commands/charts.js';
import { CommandError, EXIT } from './exit.js';
import type { ModelOptions } from './model.js';
import { addRunOptions, collect, csvOption, type RunOptions, wholeNumber, workersOption } from './options.js';
import type { TraceOptions } from './trace.js';
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
    .action((paths: string[], options: RunOptions) =>
      act(async (signal) => {
        const { run } = await import('./run.js');
        await run(paths, options, signal);
        return undefined;
      }),
    );
  addRunOptions(root.command('compare').description('compare the approaches of many scenarios in one table'))
    .argument('[scenario...]', 'scenario files (default: all that come with the package)')
    .action((paths: string[], options: RunOptions) =>
      act(async (signal) => {
        const { compare } = await import('./compare.js');
        await compare(paths, options, signal);
        return undefined;
      }),
    );
  root
    .command('validate')
    .description('check scenario files: every problem with file, line and column')
    .argument('<scenario...>', 'scenario files')
    .action((paths: string[]) => act(async () => (await import('./validate.js')).validate(paths)));
  root
    .command('trace')
    .description('one person under each approach, side by side')
    .argument('<scenario>', 'scenario file')
    .option('--person <k>', 'person of the cohort, from 0', wholeNumber(0, 100_000_000), 0)
    .option('--replication <r>', 'replication of the cohort, from 0', wholeNumber(0, 1_000_000), 0)
    .option('--draw <d>', 'parameter draw, from 0 (default: central values)', wholeNumber(0, 100_000))
    .option('--seed <text>', 'seed', '1')
    .option('--set <path=value>', 'change a number of the scenario (repeat for more)', collect, [])
    .option('--csv-file <file>', 'also write the events as CSV')
    .addOption(csvOption())
    .option('--all', 'show every track, also those that only keep the books', false)
    .action((path: string, options: TraceOptions) =>
      act(async () => {
        const { trace } = await import('./trace.js');
        await trace(path, options);
        return undefined;
      }),
    );
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
  root
    .command('schema')
    .description('print the JSON Schema of scenario files (or of model files), for editors')
    .option('--model', 'the schema of model files', false)
    .action((options: { model: boolean }) =>
      act(async () => {
        const { modelJsonSchema, scenarioJsonSchema } = await import('../scenario/json-schema.js');
        const schema = options.model ? modelJsonSchema() : scenarioJsonSchema();
        process.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
        return undefined;
      }),
    );
  return root;
}

function report(error: unknown): number {
  if (error instanceof CommandError) {
    process.stderr.write(`${error.message}\n`);
    return error.status;
  }
  // Commander has printed its own message; help and version are no errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.input;
  if (error instanceof Error && error.name === 'AbortError') {
    process.stderr.write('interrupted; what was complete stays\n');
    return EXIT.interrupted;
  }
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code !== undefined && path !== undefined)
    process.stderr.write(`${path}: cannot be written or read (${code})\n`);
  else
    process.stderr.write(
      `a bug in doorstroom: ${error instanceof Error ? (error.stack ?? message) : String(error)}\n`,
    );
  return EXIT.failed;
}

/** Runs the command line; returns the exit status: 0 done, 2 wrong input, 1 anything else, 130 interrupted. */
export async function main(argv: readonly string[]): Promise<number> {
  let command: Act | undefined;
  const abort = new AbortController();
  const stop = () => abort.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    await program((chosen) => {
      command = chosen;
    }).parseAsync([...argv]);
    return (await command?.(abort.signal)) ?? EXIT.done;
  } catch (error) {
    return report(error);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}
