/** What there is to choose from, on the terminal. */

import type { Listing } from '../../run/list/list.js';
import { escapeControls } from '../../scenario/check/diagnostic.js';
import { drawTable } from './layout/table.js';
import type { Brush, Page } from './screen.js';

/** The lines of listings: names, and what each is. */
export function listLines(listings: readonly Listing[], page: Page, brush: Brush): string[] {
  const columns = [
    { heading: '', align: 'left', isWhole: true },
    { heading: '', align: 'left', said: (text: string) => text },
  ] as const;
  const groups = listings.map(({ title, items }) => ({
    title,
    rows: items.map(({ name, what }) => [name, what].map(escapeControls)),
  }));
  return drawTable({ columns, groups }, page.text, brush);
}
