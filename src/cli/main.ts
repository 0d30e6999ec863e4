/** The command line: reads arguments, loads what the command needs, and turns its end into an exit status. */

import { Command, CommanderError } from 'commander';
import { CommandError, EXIT } from './exit.js';
import { addRunOptions, type RunOptions } from './options.js';
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
    .command('schema')
    .description('print the JSON Schema of scenario files, for editors')
    .action(() =>
      act(async () => {
        const { scenarioJsonSchema } = await import('../scenario/json-schema.js');
        process.stdout.write(`${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
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
