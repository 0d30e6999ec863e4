/** Standard output that cannot be written to: what is said of it is one line, and the files are written all the same. */

import { explainFailure } from './failure.js';

/**
 * Hears of faults of standard output, which come after the words that met them, and has the program end with status 1 for
 * them. A reader that has seen enough (`| head`) is no fault: what is still said then goes nowhere.
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
