/** What each measure in the results of a scenario counts, on the terminal. */

import type { Definition } from '../../output/package/measure-definitions.js';
import { escapeControls } from '../../scenario/check/diagnostic.js';
import { wrap } from './layout/text.js';
import type { Brush, Page } from './screen.js';

/** The lines of the definitions of measures. */
export function measureLines(definitions: readonly Definition[], page: Page, brush: Brush): string[] {
  return definitions.flatMap(({ measure, unit, better, definition }) => {
    const about = better === null ? unit : `${unit}, ${better} is better`;
    const [first, ...rest] = wrap(`${escapeControls(measure)} (${about})`, page.text, 2);
    return [brush.bold(first!), ...rest, ...wrap(`  ${escapeControls(definition)}`, page.text, 2)];
  });
}
