/** What there is to choose from, on the terminal. */

import type { Listing } from '../../run/list/list.js';
import { escapeControls } from '../../scenario/check/diagnostic.js';
import { displayWidth, pad, shorten, wrap } from './layout/text.js';
import type { Brush, Page } from './screen.js';

const GAP = 2;

/** Room beside the names in which what they are can be read where it is cut. */
const ROOM = 40;

/**
 * The lines of listings: a line for each name, cut where what it is does not fit; beside names that leave too little room for that, what it
 * is stands below its name.
 */
export function listLines(listings: readonly Listing[], page: Page, brush: Brush): string[] {
  return listings.flatMap(({ title, items }, i) => {
    const names = Math.max(0, ...items.map(({ name }) => displayWidth(escapeControls(name))));
    const room = page.text - names - GAP;
    const isStacked = room < ROOM && items.some(({ what }) => displayWidth(escapeControls(what)) > room);
    return [
      ...(i === 0 ? [] : ['']),
      ...wrap(title, page.text).map(brush.title),
      ...items.flatMap(({ name, what }) => {
        if (isStacked)
          return [escapeControls(name), `${' '.repeat(GAP)}${escapeControls(what)}`].map((line) =>
            shorten(line, page.text).trimEnd(),
          );
        const named = pad(escapeControls(name), names + GAP, 'left');
        return shorten(`${named}${escapeControls(what)}`, page.text).trimEnd();
      }),
    ];
  });
}
