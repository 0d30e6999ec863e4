/** Time to self-sufficiency: quartiles, restricted mean, and shares by year. */

import { selfSufficientShare } from '../../../domain/measures/self-sufficiency.js';
import { paragraph } from '../blocks.js';
import { levelsTable, type MeasureAt } from '../outcome-tables.js';
import type { RunData } from '../run-data.js';
import type { Section } from '../section.js';
import { measureIn, rawCell, type Speech } from '../speech.js';

function measuresOf(run: RunData, test: (measure: string) => boolean): MeasureAt[] {
  return run.estimates.filter(
    ({ approach, subgroup, measure }) =>
      approach === run.reference.name && subgroup === 'all' && test(measure),
  );
}

/** The section on time to self-sufficiency. */
export function timeSection(run: RunData, speech: Speech): Section {
  const { time, sections, headings, unknown } = speech.words;
  const sustained = run.parameters.find(({ path }) => path === 'self_sufficiency.sustained_months');
  const months = sustained === undefined ? unknown : rawCell(speech, sustained.value).text;
  const quartiles = measuresOf(run, (measure) => measureIn(run, measure)?.section === 'time');
  const shares = measuresOf(run, (measure) => measure === selfSufficientShare.name);
  return {
    id: 'time',
    title: sections.time,
    blocks: [
      paragraph(time.definition(months)),
      levelsTable(run, quartiles, speech, { name: 'time', caption: time.quartiles, note: time.note }),
      levelsTable(run, shares, speech, {
        name: 'self-sufficient',
        caption: time.shares,
        firstColumn: headings.year,
        rowName: ({ month }) => time.byYear(rawCell(speech, month / 12).text),
      }),
    ],
  };
}
