/** What each measure in the results of a scenario counts, on the terminal. */

import type { Definition } from '../../output/package/measure-definitions.js';
import { escapeControls } from '../../scenario/check/diagnostic.js';
import { wrap } from './layout/text.js';
import type { Brush, Page } from './screen.js';

/** The lines of the definitions of measures. */
export function measureLines(definitions: readonly Definition[], page: Page, brush: Brush): string[] {
  return definitions.flatMap(({ measure, unit, better, definition }) => [
    `${brush.bold(escapeControls(measure))} ${brush.dim(`(${unit}${better === null ? '' : `, ${better} is better`})`)}`,
    ...wrap(`  ${escapeControls(definition)}`, page.text, 2),
  ]);
}
