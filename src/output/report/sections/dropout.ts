/** Taking part and dropping out, activity by activity. */

import { type Block, paragraph } from '../blocks.js';
import { levelsTable } from '../outcome-tables.js';
import type { RunData } from '../run-data.js';
import type { Section } from '../section.js';
import { measureIn, type Speech } from '../speech.js';

/** The section on dropout. */
export function dropoutSection(run: RunData, speech: Speech): Section {
  const { dropout, sections } = speech.words;
  const names = new Set(
    run.estimates
      .filter(({ subgroup, measure }) => subgroup === 'all' && measureIn(run, measure)?.section === 'dropout')
      .map(({ measure }) => measure),
  );
  const measures = [...names].map((measure) => ({ measure, month: Number.NaN }));
  const table: Block[] =
    measures.length === 0
      ? []
      : [levelsTable(run, measures, speech, { name: 'dropout', caption: dropout.caption })];
  return { id: 'dropout', title: sections.dropout, blocks: [paragraph(dropout.note), ...table] };
}
