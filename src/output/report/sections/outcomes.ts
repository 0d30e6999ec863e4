/** Outcomes for who wants them all: levels and differences, by year, and taking part and dropping out. */

import { bijstandShare, workingShare } from '../../../domain/measures/income.js';
import { selfSufficientShare } from '../../../domain/measures/self-sufficiency.js';
import { sayOutcomeNote } from '../../say-no-interval.js';
import { type Block, type FigureBlock, paragraph, type TableBlock } from '../blocks.js';
import { comparedTable, differencesBlock, levelsTable, type MeasureAt } from '../outcome-tables.js';
import { findRow, headlineMonth, type ReportedApproach, type ResultRow, type RunData } from '../run-data.js';
import type { Section } from '../section.js';
import { approachName, measureIn, measureName, rawCell, rowCells, type Speech } from '../speech.js';
import { type Sign, signOf } from '../verdict.js';
import { outcomesInWords } from './in-words.js';
import { isOfPart, partOutcomesTables } from './part-outcomes.js';

/** Whether a measure belongs in the table of outcomes: it is of the whole horizon or of the month at which shares are summarised. */
function isMain(run: RunData, row: ResultRow): boolean {
  const inTime = !Number.isFinite(row.month) || row.month === headlineMonth(run);
  return row.subgroup === 'all' && inTime;
}

/** The measures of the whole cohort that a test lets through, each once, in the order of the files. */
function measuresOf(rows: readonly ResultRow[], test: (row: ResultRow) => boolean): MeasureAt[] {
  const keys = new Map(
    rows
      .filter((row) => row.subgroup === 'all' && test(row))
      .map(({ measure, month }) => [`${measure}@${month}`, { measure, month }]),
  );
  return [...keys.values()];
}

const sectionOf = (run: RunData, { measure }: Pick<ResultRow, 'measure'>) => measureIn(run, measure)?.section;

/** Whether a measure tells how people fare in what they take part in, rather than who takes part. */
const isOutcome = (run: RunData, { measure }: ResultRow) => measureIn(run, measure)?.better !== undefined;

/** Amounts are told with who pays them, and dropout and break-even in tables of their own. */
function isAmountOrApart(run: RunData, row: ResultRow): boolean {
  const section = sectionOf(run, row);
  const isCost = row.unit === 'euros' && section !== 'income';
  return isCost || section === 'dropout' || section === 'break-even';
}

function signSentences(run: RunData, rows: readonly ResultRow[], speech: Speech): Block[] {
  const { outcomes } = speech.words;
  const named = (...signs: Sign[]) =>
    rows
      .filter((row) => Number.isFinite(row.estimate) && signs.includes(signOf(row)))
      .map(({ measure, month }) => measureName(speech, run, measure, month));
  const [doubtful, untold] = [named('includesZero', 'noiseOnly'), named('noInterval')];
  const isAnyKnown = named('positive', 'negative', 'zero').length > 0 || doubtful.length > 0;
  const sentences = [
    ...(doubtful.length === 0 ? [] : [outcomes.unknownSign(doubtful.join('; '))]),
    ...(untold.length === 0 ? [] : [isAnyKnown ? outcomes.untold(untold.join('; ')) : outcomes.noneTold]),
  ];
  return (sentences.length === 0 ? [outcomes.allSigns] : sentences).map((text) => paragraph(text));
}

/** Shares by year since the permit, of an approach beside the reference. */
function yearsTable(run: RunData, approach: ReportedApproach, speech: Speech): TableBlock[] {
  const { headings, time } = speech.words;
  const shares = [selfSufficientShare, bijstandShare, workingShare];
  const months = [
    ...new Set(
      measuresOf(run.differences, ({ measure }) => measure === shares[0]!.name).map(({ month }) => month),
    ),
  ];
  if (months.length === 0) return [];
  return [
    {
      kind: 'table',
      name: `${run.slug}-years-${approach.name}`,
      sheet: 'outcomes',
      of: approach.name,
      chart: { kind: 'line', column: 1, interval: 2 },
      caption: time.shares(approachName(approach), approachName(run.reference)),
      columns: [
        { label: headings.year, kind: 'text', weight: 0.7 },
        ...shares.flatMap(
          ({ name }) =>
            [
              { label: measureName(speech, run, name), kind: 'number' },
              { label: headings.interval, kind: 'interval', weight: 1.7 },
            ] as const,
        ),
      ],
      rows: months.map((month) => [
        rawCell(speech, month / 12),
        ...shares.flatMap(({ name }) =>
          rowCells(speech, findRow(run.differences, approach.name, name, month), true),
        ),
      ]),
    },
  ];
}

/** The section on outcomes. */
export function outcomesSection(run: RunData, figures: readonly FigureBlock[], speech: Speech): Section {
  const { outcomes, sections, time, unknown, dropout, footing } = speech.words;
  const sustained = run.parameters.find(({ path }) => path === 'self_sufficiency.sustained_months');
  const months = sustained === undefined ? unknown : rawCell(speech, sustained.value).text;
  const states = run.manifest.footing?.self_sufficiency.states;
  const names = new Set(run.estimates.map(({ measure }) => measure));
  const shown = (row: ResultRow) =>
    isMain(run, row) &&
    !isAmountOrApart(run, row) &&
    // Of an amount in both, the one that all other amounts of the report are in.
    !names.has(`${row.measure}_discounted`) &&
    measureIn(run, row.measure)?.isDetail !== true;
  const main = measuresOf(run.estimates, shown);
  const dropouts = measuresOf(
    run.estimates,
    (row) =>
      isMain(run, row) &&
      sectionOf(run, row) === 'dropout' &&
      isOutcome(run, row) &&
      !isOfPart(run, row.measure),
  );
  return {
    id: 'outcomes',
    title: sections.outcomes,
    sheet: 'outcomes',
    blocks: [
      paragraph(
        states === undefined
          ? time.definitionUntold(months)
          : time.definition(months, footing.sayStates(states)),
      ),
      ...run.others.flatMap((approach) => [
        comparedTable(run, approach, main, speech, {
          name: 'outcomes',
          caption: outcomes.differences(approachName(approach), approachName(run.reference)),
          note: sayOutcomeNote(run.manifest.parameter_draws, speech.language),
        }),
        { kind: 'list', items: outcomesInWords(run, approach, speech) } as const,
        ...signSentences(
          run,
          run.differences.filter((row) => row.approach === approach.name && shown(row)),
          speech,
        ),
      ]),
      ...(run.others.length > 0
        ? []
        : [
            levelsTable(run, main, speech, {
              name: 'outcomes',
              caption: outcomes.levels,
              note: sayOutcomeNote(run.manifest.parameter_draws, speech.language),
            }),
          ]),
      ...figures,
      ...run.others.flatMap((approach) => yearsTable(run, approach, speech)),
      ...(dropouts.length === 0
        ? []
        : [
            levelsTable(run, dropouts, speech, {
              name: 'dropout',
              caption: dropout.caption,
              note: dropout.note,
            }),
          ]),
      ...partOutcomesTables(run, speech),
    ],
  };
}

/** All outcomes with all their intervals, for a workbook: levels, and differences from the reference. */
export function outcomesLedger(run: RunData, speech: Speech): TableBlock[] {
  const { outcomes } = speech.words;
  const all = measuresOf(run.estimates, () => true);
  const order = (at: MeasureAt) =>
    all.findIndex(({ measure, month }) => measure === at.measure && Object.is(month, at.month));
  return [
    levelsTable(run, all, speech, {
      name: 'all-levels',
      caption: outcomes.levels,
      note: sayOutcomeNote(run.manifest.parameter_draws, speech.language),
    }),
    ...run.others.flatMap((approach) => {
      const rows = run.differences
        .filter((row) => row.approach === approach.name && row.subgroup === 'all')
        .sort((a, b) => order(a) - order(b));
      return rows.length === 0 ? [] : [differencesBlock(run, approach, rows, speech, 'all-differences')];
    }),
  ];
}
