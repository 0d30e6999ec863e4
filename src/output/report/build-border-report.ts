/** The report of a border: for which values of two numbers together the answer turns. */

import type { Language } from '../language.js';
import type { RunFolder } from '../package/run-folder.js';
import { sayBorder } from '../say-border.js';
import { type Analysis, readAnalysis, sayTarget, tableNameOf } from './analysis-data.js';
import type { AnalysisChapter } from './analysis-report.js';
import { type Block, type Cell, type Figure, paragraph, type TableBlock, textCell } from './blocks.js';
import { bordered, type ReadPlace, readBorder } from './border-data.js';
import { parameterName } from './parameter-names.js';
import type { ReportedApproach } from './run-data.js';
import { approachName, type Speech, sayAt } from './speech.js';

/** What was found for an approach, in sentences. */
export function sayBorderOf(
  folder: RunFolder,
  { run, speech, unit }: Analysis,
  approach: ReportedApproach,
): string {
  const { words } = speech;
  const { path, against, target } = bordered(folder);
  const [first, second] = [path, against].map((each) => words.quoted(parameterName(speech, run, each)));
  const [own, reference] = [approach, run.reference].map((each) => words.quoted(approachName(each)));
  const goal = sayTarget(speech, unit, target);
  return sayBorder(
    {
      words,
      approach: own!,
      reference: reference!,
      first: first!,
      second: second!,
      goal,
      sayNumber: (value) => sayAt(speech, value),
    },
    readBorder(folder, approach.name),
  );
}

/** The interval of a number at a place, in brackets; an end beyond the values looked at is said to be. */
function sayEnds(speech: Speech, { low, high }: ReadPlace): string {
  const { intervalInBrackets, analysis } = speech.words;
  const { above, below, anywhere } = analysis.threshold;
  const [isLow, isHigh] = [Number.isFinite(low), Number.isFinite(high)];
  if (isLow && isHigh) return intervalInBrackets(sayAt(speech, low), sayAt(speech, high));
  if (isLow) return above(sayAt(speech, low));
  return isHigh ? below(sayAt(speech, high)) : anywhere;
}

function placesTable(folder: RunFolder, { run, speech }: Analysis, approach: ReportedApproach): TableBlock[] {
  const { border } = speech.words;
  const { path, against } = bordered(folder);
  const { lines, hasIntervals } = readBorder(folder, approach.name);
  const cell = (at: 'x' | 'y', place: ReadPlace) =>
    [sayAt(speech, place[at]), ...(hasIntervals && place.along === at ? [sayEnds(speech, place)] : [])].join(
      ' ',
    );
  if (lines.length === 0) return [];
  return [
    {
      kind: 'table',
      name: tableNameOf(run, 'border', approach),
      sheet: 'summary',
      of: approach.name,
      caption: border.caption(approachName(approach), approachName(run.reference)),
      columns: [path, against].map((each) => ({ label: parameterName(speech, run, each), kind: 'text' })),
      rows: lines.flat().map((place): Cell[] => [textCell(cell('x', place)), textCell(cell('y', place))]),
      note: hasIntervals ? `${border.note} ${border.noteIntervals}` : border.note,
    },
  ];
}

/** Makes the chapter of a border in a language. @throws Error when it has no rows */
export function borderChapter(
  folder: RunFolder,
  figures: readonly Figure[],
  language: Language,
): AnalysisChapter {
  const analysis = readAnalysis(folder, 'border.csv', language);
  const { run, speech, measure } = analysis;
  const { quoted, border, analysis: words } = speech.words;
  const { path, against } = bordered(folder);
  const [first, second] = [path, against].map((each) => quoted(parameterName(speech, run, each)));
  return {
    analysis,
    title: words.threshold.title(run.municipality),
    figures,
    said: [
      paragraph(border.question(run.municipality, first!, second!, measure)),
      ...run.others.map((approach): Block => paragraph(sayBorderOf(folder, analysis, approach), true)),
    ],
    tables: run.others.flatMap((approach) => placesTable(folder, analysis, approach)),
  };
}
