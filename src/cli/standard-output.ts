/** Handles standard output that cannot be written to: one line says so, and the files are still written. */

import { explainFailure } from './failure.js';

/**
 * Listens for errors of standard output, which arrive after the write that caused them, and makes the program end with status 1.
 * A reader that has seen enough (`| head`) is no error: further output is dropped.
 */
export function watchStandardOutput(): void {
  let said = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (said || error.code === 'EPIPE') return;
    said = true;
    const named = Object.assign(error, { path: 'standard output' });
    process.stderr.write(`${explainFailure(named) ?? error.message}\n`);
    process.once('exit', () => {
      process.exitCode = 1;
    });
  });
}
