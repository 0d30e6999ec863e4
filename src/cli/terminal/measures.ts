/** What each measure in the results of a scenario counts, on the terminal. */

import type { Definition } from '../../output/package/measure-definitions.js';
import { escapeControls } from '../../scenario/check/diagnostic.js';
import { colours } from './colours.js';

/** Prints the definitions of measures. */
export async function printMeasures(definitions: readonly Definition[]): Promise<void> {
  const paint = await colours(process.stdout);
  const lines = definitions.map(
    ({ measure, unit, better, definition }) =>
      `${paint.bold(escapeControls(measure))} ${paint.dim(`(${unit}${better === null ? '' : `, ${better} is better`})`)}\n  ${escapeControls(definition)}`,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
}
