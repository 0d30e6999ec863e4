/** `doorstroom validate`: checks scenario files and reports every problem. */

import { formatDiagnostic } from '../scenario/diagnostic.js';
import { loadScenario, packageLibrary } from '../scenario/load-scenario.js';
import { EXIT } from './exit.js';

/** Prints a line per file in order, or all problems; returns the exit status. */
export function validate(paths: readonly string[]): number {
  const library = packageLibrary();
  let status: number = EXIT.done;
  for (const path of paths) {
    const result = loadScenario(path, library);
    if (result.ok) {
      const approaches = Object.keys(result.scenario.tree.approaches).join(', ');
      process.stdout.write(`${path}: valid (${result.scenario.tree.name}; ${approaches})\n`);
    } else {
      status = EXIT.input;
      for (const diagnostic of result.diagnostics) process.stderr.write(`${formatDiagnostic(diagnostic)}\n`);
    }
  }
  return status;
}
