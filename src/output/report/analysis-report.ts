/** What the reports of thresholds and of sensitivity analyses have in common: a page with the answer, the method, and how to repeat it. */

import type { Analysis } from './analysis-data.js';
import type { Block, Figure, Report, TableBlock } from './blocks.js';
import { approachesOf } from './run-data.js';
import { placeSection } from './section.js';
import { sayMoney, sayOutside } from './sections/front.js';
import { methodSection } from './sections/method.js';
import { inputsTable, repeatSection } from './sections/repeat.js';
import { approachName } from './speech.js';
import { typeset } from './typeset.js';

/** Puts such a report together: what is said, then the figures, then the tables. */
export function analysisReport(
  { run, speech }: Analysis,
  title: string,
  figures: readonly Figure[],
  said: readonly Block[],
  tables: readonly TableBlock[],
): Report {
  const { sections, subtitle } = speech.words;
  return typeset({
    language: speech.language,
    title,
    subtitle: subtitle(run.manifest.version, run.manifest.finished.slice(0, 10)),
    approaches: approachesOf(run).map((approach) => ({ name: approach.name, label: approachName(approach) })),
    blocks: [
      ...placeSection({
        id: 'summary',
        title: sections.summary,
        sheet: 'summary',
        blocks: [
          ...said,
          ...figures.map((figure) => ({ kind: 'figure', file: figure.name, ...figure }) as const),
          ...tables,
          ...sayMoney(run, speech),
          ...sayOutside([run], speech),
        ],
      }),
      ...placeSection({ ...methodSection([run], speech), apart: true }),
      ...placeSection(repeatSection([run], speech)),
    ],
    ledger: [inputsTable([run], speech)],
  });
}
