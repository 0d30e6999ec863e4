/** What each measure in the results of a scenario counts. */

import { type Definition, measureDefinitions } from '../output/package/measure-definitions.js';
import { escapeControls } from '../scenario/check/diagnostic.js';
import type { LoadedScenario } from '../scenario/load-scenario.js';
import { colours } from './colours.js';

async function print(definitions: readonly Definition[]): Promise<void> {
  const paint = await colours(process.stdout);
  const lines = definitions.map(
    ({ measure, unit, better, definition }) =>
      `${paint.bold(escapeControls(measure))} ${paint.dim(`(${unit}${better === null ? '' : `, ${better} is better`})`)}\n  ${escapeControls(definition)}`,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Prints the definition of every measure that the results of a scenario have. */
export async function explainMeasures({ tree }: LoadedScenario, asJson: boolean): Promise<void> {
  const measures = measureDefinitions(tree);
  if (asJson) process.stdout.write(`${JSON.stringify({ scenario: tree.name, measures }, null, 2)}\n`);
  else await print(measures);
}
