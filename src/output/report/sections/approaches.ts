/** What each approach consists of: the course, the search for work and the activities. */

import { sourceIn } from '../../reasons.js';
import { type Block, type Cell, type FigureBlock, paragraph, type TableBlock, textCell } from '../blocks.js';
import { partNumber, sayCondition, sayPartNumber } from '../part-words.js';
import { approachesOf, type Part, type RunData } from '../run-data.js';
import type { Section } from '../section.js';
import {
  approachName,
  isOwnPart,
  partName,
  rawCell,
  runHeading,
  type Speech,
  speak,
  translateTerms,
} from '../speech.js';
import { leadsTo, sayEnding } from './part-endings.js';
import { participantsTables, sayAssumed, selectionTables, severalSelections } from './participants.js';
import { sayWho } from './who.js';

/** What an activity acts on. */
const sayTargets = (speech: Speech, { actsOn }: Part) =>
  translateTerms(speech, actsOn).split(' ').filter(Boolean).join(', ');

/** What an activity acts on, and what it leads to. */
function sayActsOn(speech: Speech, part: Part): string {
  const then = leadsTo(part).map((to) => translateTerms(speech, to));
  const afterwards = then.length === 0 ? [] : [speech.words.approaches.afterwards(then.join(', '))];
  return [sayTargets(speech, part), ...afterwards].filter(Boolean).join('; ');
}

function partCells(run: RunData, speech: Speech, part: Part): Cell[] {
  const { approaches } = speech.words;
  const delay =
    part.delayWeeks > 0 || part.byAnswer.includes('delay_weeks = ')
      ? ` + ${sayPartNumber(speech, run, part, 'delay_weeks', part.delayWeeks, (value) =>
          approaches.weeks(rawCell(speech, value).text),
        )}`
      : '';
  // What takes no hours obliges to nothing.
  const mandatory =
    part.mandatory === '' || part.hoursPerWeek === 0 ? '' : translateTerms(speech, part.mandatory);
  const endsOnCondition = !Number.isFinite(part.weeks) && part.ends !== '';
  return [
    textCell(partName(speech, part)),
    textCell(`${sayCondition(speech, run, part.approach, part.starts)}${delay}`),
    endsOnCondition ? textCell(approaches.until) : partNumber(speech, run, part, 'weeks', part.weeks),
    partNumber(speech, run, part, 'hours_per_week', part.hoursPerWeek),
    textCell(mandatory),
    textCell(sayActsOn(speech, part)),
  ];
}

function partColumns({ words: { headings } }: Speech) {
  return [
    { label: headings.part, kind: 'text', weight: 4.4 },
    { label: headings.starts, kind: 'text', weight: 4.2 },
    { label: headings.weeks, kind: 'number', weight: 0.7 },
    { label: headings.hours, kind: 'number', weight: 1.2 },
    { label: headings.mandatory, kind: 'text', weight: 0.8 },
    { label: headings.actsOn, kind: 'text', weight: 1.1 },
  ] as const;
}

function partsTable(run: RunData, speech: Speech): TableBlock {
  const { approaches, headings } = speech.words;
  return {
    kind: 'table',
    name: `${run.slug}-parts`,
    sheet: 'method',
    caption: approaches.caption,
    columns: [{ label: headings.approach, kind: 'text', weight: 1.3 }, ...partColumns(speech)],
    rows: approachesOf(run).flatMap((approach) =>
      run.parts
        .filter((part) => part.approach === approach.name)
        .map((part): Cell[] => [textCell(approachName(approach)), ...partCells(run, speech, part)]),
    ),
    note: approaches.note,
  };
}

/** The section on the approaches. */
export function approachesSection(run: RunData, figures: readonly FigureBlock[], speech: Speech): Section {
  const sources = [...new Set(run.parts.map(({ source }) => source))].filter((source) => source !== '');
  const { approaches, headings, sections } = speech.words;
  const blocks: Block[] =
    run.parts.length === 0
      ? [paragraph(approaches.none)]
      : [
          // The table fills what a page has left; the picture needs half of one.
          partsTable(run, speech),
          ...participantsTables(run, speech),
          ...selectionTables(run, speech),
          ...figures,
          ...(sources.length === 0
            ? []
            : [
                paragraph(
                  `${headings.source}: ${sources.map((source) => sourceIn(source, speech.language)).join('; ')}.`,
                ),
              ]),
        ];
  return { id: 'approaches', title: sections.approaches, sheet: 'method', blocks };
}

/** The parts of the approaches of several runs in one table; those that every approach has are left out. */
export function severalApproaches(runs: readonly RunData[], speech: Speech): Section {
  const { approaches, headings, sections } = speech.words;
  const rows = runs.flatMap((run) => {
    const own = speak(speech.language, run.law);
    return run.parts
      .filter(({ part }) => !isOwnPart(own.words, part))
      .map((part): Cell[] => [
        textCell(run.municipality),
        textCell(partName(own, part)),
        textCell(sayWho(own, run, part)),
        partNumber(own, run, part, 'hours_per_week', part.hoursPerWeek, true),
        textCell(sayEnding(own, run, part)),
        textCell(sayTargets(own, part)),
        textCell(sayAssumed(own, part)),
      ]);
  });
  return {
    id: 'approaches',
    title: sections.approaches,
    sheet: 'method',
    blocks:
      rows.length === 0
        ? [paragraph(approaches.none)]
        : [
            {
              kind: 'table',
              name: 'parts',
              sheet: 'method',
              caption: runs[0]!.variantOf === undefined ? approaches.activities : approaches.activitiesOfOne,
              columns: [
                { label: runHeading(runs[0], speech), kind: 'text', weight: 0.5 },
                { label: headings.part, kind: 'text', weight: 3 },
                { label: headings.forWhom, kind: 'text', weight: 5 },
                { label: headings.hours, kind: 'number', weight: 0.6 },
                { label: headings.endsAndFollows, kind: 'text', weight: 4 },
                { label: headings.actsOn, kind: 'text', weight: 0.6 },
                { label: approaches.who.assumedOf, kind: 'text', weight: 0.5 },
              ],
              rows,
              note: approaches.severalNote,
            },
            ...severalSelections(runs, speech),
          ],
  };
}
