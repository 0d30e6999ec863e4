/** What each approach consists of: the course, the search for work and the activities. */

import { type Cell, paragraph, type TableBlock, textCell } from '../blocks.js';
import { approachesOf, type Part, type ReportedApproach, type RunData } from '../run-data.js';
import type { Section } from '../section.js';
import { approachName, isOwnPart, partName, rawCell, type Speech, translateTerms } from '../speech.js';

function partRow(speech: Speech, part: Part): Cell[] {
  const name = partName(speech, part);
  const own = isOwnPart(speech.words, part.part);
  return [
    textCell(own ? name : `${name} (${part.part})`),
    rawCell(speech, part.phase),
    textCell(translateTerms(speech, part.starts)),
    rawCell(speech, part.delayWeeks),
    rawCell(speech, part.weeks),
    rawCell(speech, part.hoursPerWeek),
    textCell(translateTerms(speech, part.mandatory)),
    textCell(translateTerms(speech, part.actsOn).split(' ').filter(Boolean).join(', ')),
  ];
}

function partsTable(run: RunData, approach: ReportedApproach, speech: Speech): TableBlock {
  const { approaches, headings } = speech.words;
  return {
    kind: 'table',
    name: `${run.slug}-parts-${approach.name}`,
    caption: approaches.caption(approachName(speech, approach)),
    columns: [
      { label: headings.part, kind: 'text', weight: 3 },
      { label: headings.phase, kind: 'number', weight: 0.9 },
      { label: headings.starts, kind: 'text', weight: 2.6 },
      { label: headings.delay, kind: 'number', weight: 1.1 },
      { label: headings.weeks, kind: 'number', weight: 1 },
      { label: headings.hours, kind: 'number', weight: 0.9 },
      { label: headings.mandatory, kind: 'text', weight: 1.5 },
      { label: headings.actsOn, kind: 'text', weight: 1.2 },
    ],
    rows: run.parts.filter((part) => part.approach === approach.name).map((part) => partRow(speech, part)),
    note: approaches.note,
  };
}

/** The section on the approaches. */
export function approachesSection(run: RunData, speech: Speech): Section {
  const sources = [...new Set(run.parts.map(({ source }) => source))].filter((source) => source !== '');
  const { approaches, headings, sections } = speech.words;
  return {
    id: 'approaches',
    title: sections.approaches,
    blocks:
      run.parts.length === 0
        ? [paragraph(approaches.none)]
        : [
            ...approachesOf(run).map((approach) => partsTable(run, approach, speech)),
            ...(sources.length === 0 ? [] : [paragraph(`${headings.source}: ${sources.join('; ')}.`)]),
          ],
  };
}
