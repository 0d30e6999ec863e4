/** What the reports of thresholds and of sensitivity analyses have in common: a page with the answer, the method, and how to repeat it. */

import type { Analysis } from './analysis-data.js';
import type { Block, Figure, Report, TableBlock } from './blocks.js';
import { approachesOf } from './run-data.js';
import { placeSection, type Section, subheading } from './section.js';
import { sayMoney, sayOutside } from './sections/front.js';
import { methodSection } from './sections/method.js';
import { inputFilesTable, repeatSection } from './sections/repeat.js';
import { approachName, type Speech } from './speech.js';
import { typeset } from './typeset.js';

/** Where the annex goes in a workbook. */
const SHEET = 'assumptions' as const;

/** What such a report says. */
export interface AnalysisChapter {
  readonly analysis: Analysis;
  readonly title: string;
  readonly figures: readonly Figure[];
  readonly said: readonly Block[];
  readonly tables: readonly TableBlock[];
}

/** Puts such a report together: what is said, then the figures, then the tables. */
export function analysisReport({
  analysis: { run, speech, isOwn },
  title,
  figures,
  said,
  tables,
}: AnalysisChapter): Report {
  const { sections, subtitle } = speech.words;
  return typeset({
    language: speech.language,
    title,
    subtitle: subtitle(run.manifest.version, run.manifest.finished.slice(0, 10)),
    approaches: (isOwn ? run.others : approachesOf(run)).map((approach) => ({
      name: approach.name,
      label: approachName(approach),
    })),
    blocks: [
      ...placeSection({
        id: 'summary',
        title: sections.summary,
        sheet: 'summary',
        blocks: [
          ...said,
          // Before the pictures: after the last table they may be all that a page of paper has.
          ...sayMoney(run, speech),
          ...sayOutside([run], speech),
          ...figures.map((figure) => ({ kind: 'figure', file: figure.name, ...figure }) as const),
          ...tables,
        ],
      }),
      ...placeSection({ ...methodSection([run], speech), apart: true }),
      ...placeSection(repeatSection([run], speech)),
    ],
    ledger: [inputFilesTable([run], speech)],
  });
}

/** Several of them as an annex of the report on a run, each under a heading of its own; undefined: there are none. */
export function howSureSection(
  chapters: readonly AnalysisChapter[],
  { words }: Pick<Speech, 'words'>,
): Section | undefined {
  if (chapters.length === 0) return undefined;
  return {
    id: 'how-sure',
    title: words.sections.howSure,
    sheet: SHEET,
    apart: true,
    blocks: chapters.flatMap(({ analysis: { run }, title, figures, said, tables }) => [
      subheading(`how-sure-${run.slug}`, title),
      ...said,
      ...figures.map(
        (figure) => ({ kind: 'figure', ...figure, file: `${run.slug}-${figure.name}`, small: true }) as const,
      ),
      ...tables.map((table) => ({ ...table, sheet: SHEET })),
    ]),
  };
}
