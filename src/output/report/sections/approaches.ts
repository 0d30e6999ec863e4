/** What each approach consists of: the course, the search for work and the activities. */

import { type Block, type Cell, type FigureBlock, paragraph, type TableBlock, textCell } from '../blocks.js';
import { approachesOf, type Part, type RunData } from '../run-data.js';
import type { Section } from '../section.js';
import {
  approachName,
  isOwnPart,
  partName,
  rawCell,
  type Speech,
  shortName,
  speak,
  translateTerms,
} from '../speech.js';
import { participantsTables, sayWho, selectionTables } from './participants.js';

/** Words of a condition, with activities by their names. */
function sayStart(speech: Speech, run: RunData, { approach, starts }: Part): string {
  const nameOf = (word: string) => {
    const own = run.parts.find((part) => part.approach === approach && part.part === word);
    return own === undefined || isOwnPart(speech.words, word)
      ? translateTerms(speech, word)
      : speech.words.quoted(shortName(partName(speech, own)));
  };
  const { stateOf } = speech.words.approaches;
  // `housing = centre or housed and intake = finished`: a track, and the states of it that will do.
  return starts
    .replaceAll(/([a-z]\w*) = ([a-z]\w*(?: or [a-z]\w*(?! =)\b)*)/g, (_, track: string, states: string) =>
      stateOf(track === 'housing' ? '' : nameOf(track), translateTerms(speech, states)),
    )
    .replaceAll(/(?<=[)\s]|^)(?:and|or)(?=[(\s]|$)/g, (word) => translateTerms(speech, word))
    .replace(/^\(([^()]*)\)$/, '$1');
}

function partCells(run: RunData, speech: Speech, part: Part): Cell[] {
  const number = (value: number) => rawCell(speech, value).text;
  const delay = part.delayWeeks > 0 ? ` + ${speech.words.approaches.weeks(number(part.delayWeeks))}` : '';
  // What takes no hours obliges to nothing.
  const mandatory =
    part.mandatory === '' || part.hoursPerWeek === 0 ? '' : translateTerms(speech, part.mandatory);
  const inTenths = (value: number) => rawCell(speech, Math.round(value * 10) / 10);
  return [
    textCell(partName(speech, part)),
    textCell(`${sayStart(speech, run, part)}${delay}`),
    inTenths(part.weeks),
    inTenths(part.hoursPerWeek),
    textCell(mandatory),
    textCell(translateTerms(speech, part.actsOn).split(' ').filter(Boolean).join(', ')),
  ];
}

function partColumns({ words: { headings } }: Speech) {
  return [
    { label: headings.part, kind: 'text', weight: 3 },
    { label: headings.starts, kind: 'text', weight: 4 },
    { label: headings.weeks, kind: 'number', weight: 0.9 },
    { label: headings.hours, kind: 'number', weight: 0.9 },
    { label: headings.mandatory, kind: 'text', weight: 1.1 },
    { label: headings.actsOn, kind: 'text', weight: 1.4 },
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
                  `${headings.source}: ${sources.map(speech.words.assumptions.citation).join('; ')}.`,
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
      .map((part): Cell[] => {
        const [name, , weeks, hours, , actsOn] = partCells(run, own, part);
        return [textCell(run.municipality), name!, textCell(sayWho(own, run, part)), weeks!, hours!, actsOn!];
      });
  });
  const [name, , weeks, hours, , actsOn] = partColumns(speech);
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
              caption: approaches.activities,
              columns: [
                { label: headings.municipality, kind: 'text', weight: 1.2 },
                name,
                { label: headings.forWhom, kind: 'text', weight: 2 },
                weeks,
                hours,
                actsOn,
              ],
              rows,
              note: approaches.note,
            },
          ],
  };
}
