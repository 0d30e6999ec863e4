/** What there is to choose from, on the terminal. */

import type { Listing } from '../../run/list/list.js';
import { escapeControls } from '../../scenario/check/diagnostic.js';
import { displayWidth, pad, shorten, wrap } from './layout/text.js';
import type { Brush, Page } from './screen.js';

const GAP = 2;

/** The lines of listings: a line for each name, cut where what it is does not fit. */
export function listLines(listings: readonly Listing[], page: Page, brush: Brush): string[] {
  return listings.flatMap(({ title, items }, i) => {
    const names = Math.max(0, ...items.map(({ name }) => displayWidth(escapeControls(name))));
    return [
      ...(i === 0 ? [] : ['']),
      ...wrap(title, page.text).map(brush.title),
      ...items.map(({ name, what }) => {
        const named = pad(escapeControls(name), names + GAP, 'left');
        return shorten(`${named}${escapeControls(what)}`, page.text).trimEnd();
      }),
    ];
  });
}
