/** Which items of the reporting guidelines this report meets, and where. */

import { type TableBlock, textCell } from '../blocks.js';
import type { Speech } from '../speech.js';

/** The table of reporting items, for a workbook. */
export function reportingItems(speech: Speech): TableBlock {
  const { items, headings, sections } = speech.words;
  return {
    kind: 'table',
    name: 'reporting-items',
    sheet: 'method',
    caption: items.caption,
    columns: [
      { label: headings.item, kind: 'text' },
      { label: headings.where, kind: 'text' },
    ],
    rows: items.rows(sections).map(([item, where]) => [textCell(item), textCell(where)]),
    note: items.notMet,
  };
}
