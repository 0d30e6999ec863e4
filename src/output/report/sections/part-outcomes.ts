/** How those fare who take part: who leaves a course or activity, comes to its end, and is placed; a row for each. */

import { type Cell, type TableBlock, textCell } from '../blocks.js';
import { columnCells } from '../outcome-tables.js';
import { briefName } from '../part-words.js';
import { approachesOf, findRow, type Part, type RunData } from '../run-data.js';
import { approachName, isOwnPart, partName, type Speech } from '../speech.js';

/** What is told of a part, each by the beginning of the name of its measure. */
const told = ['dropout', 'finished', 'placed'] as const;

const measureOf = (what: (typeof told)[number], { part }: Pick<Part, 'part'>) => `${what}_share_${part}`;

/** Whether a measure is told in the table of the parts. */
export const isOfPart = (run: RunData, measure: string): boolean =>
  run.parts.some((part) => told.some((what) => measureOf(what, part) === measure));

/** A row for each course and activity of each approach, with the intervals; none where no measure tells of them. */
export function partOutcomesTables(run: RunData, speech: Speech): TableBlock[] {
  const { dropout, headings } = speech.words;
  const nameOf = (part: Part) =>
    isOwnPart(speech.words, part.part)
      ? partName(speech, part)
      : briefName(speech, run, part.approach, part.part);
  const rowOf = (part: Part, what: (typeof told)[number]) =>
    findRow(run.estimates, part.approach, measureOf(what, part));
  const parts = approachesOf(run).flatMap((approach) =>
    run.parts
      .filter((part) => part.approach === approach.name)
      .filter((part) => told.some((what) => rowOf(part, what) !== undefined))
      .map((part) => ({ approach, part })),
  );
  if (parts.length === 0) return [];
  const columns = told.map((what) =>
    columnCells(
      speech,
      parts.map(({ part }) => rowOf(part, what)),
    ),
  );
  const rows = parts.map(({ approach, part }, i): Cell[] => [
    textCell(approachName(approach)),
    textCell(nameOf(part)),
    ...columns.flatMap((cells) => cells[i]!),
  ]);
  return [
    {
      kind: 'table',
      name: `${run.slug}-part-outcomes`,
      sheet: 'outcomes',
      caption: dropout.byPart,
      columns: [
        { label: headings.approach, kind: 'text', weight: 1.3 },
        { label: headings.part, kind: 'text', weight: 3.4 },
        ...[headings.dropout, headings.finished, headings.placed].flatMap(
          (label) =>
            [
              { label, kind: 'number', weight: 1 },
              { label: headings.interval, kind: 'interval', weight: 1.6 },
            ] as const,
        ),
      ],
      rows,
      note: dropout.byPartNote,
    },
  ];
}
