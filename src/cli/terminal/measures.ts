/** What each measure in the results of a scenario counts, on the terminal. */

import type { Definition } from '../../output/package/measure-definitions.js';
import { nameIn, wordsIn } from '../../output/words/words.js';
import { escapeControls } from '../../scenario/check/diagnostic.js';
import { wrap } from './layout/text.js';
import type { Brush, Page } from './screen.js';

/** The lines of the definitions of measures. */
export function measureLines(definitions: readonly Definition[], page: Page, brush: Brush): string[] {
  const { names, screen } = wordsIn(page.language);
  return definitions.flatMap(({ measure, unit: given, better, definition }) => {
    const unit = nameIn(names.units, given);
    const about = better === null ? unit : screen.commands.explain.better[better](unit);
    const [first, ...rest] = wrap(`${escapeControls(measure)} (${about})`, page.text, 2);
    return [brush.bold(first!), ...rest, ...wrap(`  ${escapeControls(definition)}`, page.text, 2)];
  });
}
