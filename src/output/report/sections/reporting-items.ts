/** Which items of the reporting guidelines this report meets, and where. */

import { paragraph, textCell } from '../blocks.js';
import type { Section } from '../section.js';
import type { Speech } from '../speech.js';

/** The table of reporting items. */
export function reportingItemsSection(speech: Speech): Section {
  const { items, headings, sections } = speech.words;
  return {
    id: 'items',
    title: sections.items,
    blocks: [
      {
        kind: 'table',
        name: 'reporting-items',
        caption: items.caption,
        columns: [
          { label: headings.item, kind: 'text' },
          { label: headings.where, kind: 'text' },
        ],
        rows: items.rows(sections).map(([item, where]) => [textCell(item), textCell(where)]),
      },
      paragraph(items.notMet),
    ],
  };
}
