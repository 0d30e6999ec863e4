/** The report of a sweep: at which points an approach pays, and what each point changes. */

import { bijstandShare } from '../../domain/measures/income.js';
import { netBalance } from '../../domain/measures/money.js';
import { selfSufficientShare } from '../../domain/measures/self-sufficiency.js';
import type { Language } from '../language.js';
import type { RunFolder } from '../package/run-folder.js';
import { sayOutcomeNote } from '../say-no-interval.js';
import {
  type Block,
  type Cell,
  type Figure,
  paragraph,
  type Report,
  type TableBlock,
  textCell,
} from './blocks.js';
import { parameterName } from './parameter-names.js';
import { approachesOf, findRow, headlineMonth, type ReportedApproach } from './run-data.js';
import { placeSection, type Section } from './section.js';
import { assumptionsSection, parametersLedger } from './sections/assumptions.js';
import { sayMoney, sayOutside } from './sections/front.js';
import { methodSection } from './sections/method.js';
import { inputFilesTable, repeatSection } from './sections/repeat.js';
import { approachName, measureName, rawCell, rowCells, type Speech, speak } from './speech.js';
import { readSweep, type SweptPoint } from './sweep-data.js';
import { typeset } from './typeset.js';
import { balanceOf, type Verdict, verdictOf } from './verdict.js';

/** What a point is called: what it sets, in words. */
export function pointName({ number, name, sets, run }: SweptPoint, speech: Speech): string {
  if (number === 0) return speech.words.sweep.base;
  // A name that is only the settings again is said in words.
  if (sets.length === 0 || !name.includes('=')) return name;
  return sets
    .map(({ path, value }) => {
      const said = typeof value === 'number' ? rawCell(speech, value).text : value;
      return `${parameterName(speech, run, path)}: ${said}`;
    })
    .join('; ');
}

/** The measures that points are held beside each other by, at their months. */
function shown({ run }: SweptPoint) {
  const month = headlineMonth(run);
  return [
    { measure: selfSufficientShare.name, month },
    { measure: bijstandShare.name, month },
    { measure: netBalance.discounted.name, month: Number.NaN },
  ];
}

/** A row per point: the differences of an approach from the reference there, and whether it pays. */
function pointsTable(
  points: readonly SweptPoint[],
  approach: ReportedApproach,
  slug: string,
  speech: Speech,
): TableBlock {
  const { headings, sweep, verdicts } = speech.words;
  const first = points[0]!;
  const measures = shown(first);
  return {
    kind: 'table',
    name: `${slug}-points-${approach.name}`,
    sheet: 'summary',
    chart: { kind: 'bar', column: 5, interval: 6 },
    of: approach.name,
    caption: sweep.caption(approachName(approach), approachName(first.run.reference)),
    columns: [
      { label: headings.point, kind: 'text', weight: 2.6 },
      ...measures.flatMap(
        ({ measure, month }) =>
          [
            { label: measureName(speech, first.run, measure, month), kind: 'number', weight: 1.1 },
            { label: headings.interval, kind: 'interval', weight: 1.5 },
          ] as const,
      ),
      { label: headings.verdict, kind: 'text', weight: 1 },
    ],
    rows: points.map((point): Cell[] => {
      const verdict = verdictOf(balanceOf(point.run, approach.name));
      return [
        textCell(pointName(point, speech)),
        ...measures.flatMap(({ measure, month }) =>
          rowCells(speech, findRow(point.run.differences, approach.name, measure, month), true),
        ),
        textCell(verdict === undefined ? '' : verdicts[verdict]),
      ];
    }),
    note: `${sweep.note} ${sayOutcomeNote(first.run.manifest.parameter_draws, speech.language)}`,
  };
}

/** A row per point: what it changes under an approach, held against the base. */
function baseTable(
  points: readonly SweptPoint[],
  approach: ReportedApproach,
  slug: string,
  speech: Speech,
): TableBlock[] {
  const { headings, sweep } = speech.words;
  const measures = shown(points[0]!);
  const changed = points.filter(({ fromBase }) => fromBase.length > 0);
  if (changed.length === 0) return [];
  return [
    {
      kind: 'table',
      name: `${slug}-from-base-${approach.name}`,
      sheet: 'outcomes',
      of: approach.name,
      caption: sweep.fromBase(approachName(approach)),
      columns: [
        { label: headings.point, kind: 'text', weight: 2.6 },
        ...measures.flatMap(
          ({ measure, month }) =>
            [
              { label: measureName(speech, points[0]!.run, measure, month), kind: 'number', weight: 1.1 },
              { label: headings.interval, kind: 'interval', weight: 1.5 },
            ] as const,
        ),
      ],
      rows: changed.map((point): Cell[] => [
        textCell(pointName(point, speech)),
        ...measures.flatMap(({ measure, month }) =>
          rowCells(speech, findRow(point.fromBase, approach.name, measure, month), true),
        ),
      ]),
    },
  ];
}

/** At how many points an approach pays. */
function sayVerdicts(points: readonly SweptPoint[], approach: ReportedApproach, speech: Speech): Block {
  const verdicts = points.map(({ run }) => verdictOf(balanceOf(run, approach.name)));
  const count = (...wanted: Verdict[]) =>
    String(verdicts.filter((verdict) => verdict !== undefined && wanted.includes(verdict)).length);
  const { sweep } = speech.words;
  return paragraph(
    sweep.lead(
      approachName(approach),
      String(points.length),
      count('pays'),
      count('not', 'same'),
      count('unsure', 'noInterval'),
    ),
    true,
  );
}

/** Builds the report of a sweep in a language. @throws Error when it has no rows */
export function buildSweepReport(folder: RunFolder, figures: readonly Figure[], language: Language): Report {
  const points = readSweep(folder, language);
  const { run } = points[0]!;
  const speech = speak(language, run.law);
  const { sweep, sections, subtitle } = speech.words;
  const place = run.municipality;
  const paths = [...new Set(points.flatMap(({ sets }) => sets.map(({ path }) => path)))];
  const names = paths.map((path) => speech.words.quoted(parameterName(speech, run, path)));
  const summary: Section = {
    id: 'summary',
    title: sections.summary,
    sheet: 'summary',
    blocks: [
      paragraph(sweep.question(place, speech.words.list(names))),
      ...run.others.map((approach) => sayVerdicts(points, approach, speech)),
      ...figures.map(
        (figure) => ({ kind: 'figure', file: `${folder.slug}-${figure.name}`, ...figure }) as const,
      ),
      ...run.others.map((approach) => pointsTable(points, approach, folder.slug, speech)),
      ...sayMoney(run, speech),
      ...sayOutside([run], speech),
    ],
  };
  const annex: Section = {
    id: 'outcomes',
    title: sections.outcomes,
    sheet: 'outcomes',
    apart: true,
    blocks: [
      paragraph(sweep.baseLead),
      ...approachesOf(run).flatMap((approach) => baseTable(points, approach, folder.slug, speech)),
      paragraph(sayOutcomeNote(run.manifest.parameter_draws, language)),
    ],
  };
  return typeset({
    language,
    title: sweep.title(place),
    subtitle: subtitle(run.manifest.version, run.manifest.finished.slice(0, 10)),
    approaches: approachesOf(run).map((approach) => ({
      name: approach.name,
      label: approachName(approach),
    })),
    blocks: [
      summary,
      annex,
      methodSection([run], speech),
      assumptionsSection([run], speech),
      repeatSection([run], speech),
    ].flatMap(placeSection),
    ledger: [...parametersLedger([run], speech), inputFilesTable([run], speech)],
  });
}
