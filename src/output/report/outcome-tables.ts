/** Tables of levels and differences: the same two shapes serve outcomes, time, dropout and subgroups. */

import {
  type Cell,
  type Column,
  type IntervalCell,
  type NumberCell,
  type TableBlock,
  textCell,
} from './blocks.js';
import { withDecimalsAlike } from './column-rounding.js';
import { approachesOf, findRow, type ReportedApproach, type ResultRow, type RunData } from './run-data.js';
import {
  approachName,
  intervalCell,
  measureName,
  numberCell,
  probabilityCell,
  rowCells,
  type Speech,
  UNKNOWN,
} from './speech.js';
import { isHidden, toldProbability } from './verdict.js';

/** A measure at a month (NaN: over the whole horizon). */
export interface MeasureAt {
  readonly measure: string;
  readonly month: number;
}

/**
 * The cells of one measure below each other, each number with its interval: all with one number of decimals.
 *
 * @param rows one for each row of the table; undefined: there is none
 */
export function columnCells(
  speech: Speech,
  rows: readonly (ResultRow | undefined)[],
  signed = false,
): [NumberCell, IntervalCell][] {
  const alike = withDecimalsAlike(rows.filter((row) => row !== undefined)).values();
  return rows.map((row) => rowCells(speech, row && alike.next().value, signed));
}

interface LevelsOptions {
  readonly name: string;
  readonly caption: string;
  readonly note?: string;
  /** Heading of a row; the measure's name by default. */
  readonly rowName?: (at: MeasureAt) => string;
  readonly firstColumn?: string;
}

/** A row per measure; for every approach the estimate and its parameter interval. */
export function levelsTable(
  run: RunData,
  measures: readonly MeasureAt[],
  speech: Speech,
  { name, caption, note, rowName, firstColumn }: LevelsOptions,
): TableBlock {
  const { headings } = speech.words;
  const columns = approachesOf(run).flatMap((approach): Column[] => {
    const label = approachName(approach);
    return [
      { label: headings.estimate(label), kind: 'number', of: approach.name },
      { label: headings.intervalOf(label), kind: 'interval', weight: 1.6, of: approach.name },
    ];
  });
  const rows = measures.map((at): Cell[] => [
    textCell(rowName?.(at) ?? measureName(speech, run, at.measure, at.month)),
    ...approachesOf(run).flatMap((approach) =>
      rowCells(speech, findRow(run.estimates, approach.name, at.measure, at.month)),
    ),
  ]);
  return {
    kind: 'table',
    name: `${run.slug}-${name}`,
    sheet: 'outcomes',
    caption,
    columns: [{ label: firstColumn ?? headings.measure, kind: 'text', weight: 4.5 }, ...columns],
    rows,
    ...(note === undefined ? {} : { note }),
  };
}

function differenceRow(run: RunData, row: ResultRow, speech: Speech): Cell[] {
  const { unit, error, predictionLow, predictionHigh, draws, replications } = row;
  const [difference, interval] = rowCells(speech, row, true);
  const prediction = intervalCell(speech, unit, predictionLow, predictionHigh, error, true);
  // A missing difference has no prediction interval; a single cohort has no probability, nor has what chance hides.
  const isThere = Number.isFinite(row.estimate) || Number.isFinite(predictionLow);
  const better =
    Number.isFinite(row.estimate) && (draws * replications === 1 || isHidden(row))
      ? probabilityCell(speech, Number.NaN, speech.words.noInterval)
      : probabilityCell(speech, toldProbability(row));
  return [
    textCell(measureName(speech, run, row.measure, row.month)),
    difference,
    interval,
    isThere ? prediction : { ...prediction, text: UNKNOWN },
    better,
  ];
}

/** A row per measure: the difference from the reference, both intervals, and the probability of doing better. */
export function differencesBlock(
  run: RunData,
  approach: ReportedApproach,
  rows: readonly ResultRow[],
  speech: Speech,
  name: string,
): TableBlock {
  const { headings, outcomes } = speech.words;
  return {
    kind: 'table',
    name: `${run.slug}-${name}-${approach.name}`,
    sheet: 'outcomes',
    of: approach.name,
    caption: outcomes.differences(approachName(approach), approachName(run.reference)),
    columns: [
      { label: headings.measure, kind: 'text', weight: 3 },
      { label: headings.difference, kind: 'number' },
      { label: headings.interval, kind: 'interval', weight: 1.7 },
      { label: headings.prediction, kind: 'interval', weight: 1.7 },
      { label: headings.better, kind: 'number', weight: 1.1 },
    ],
    rows: rows.map((row) => differenceRow(run, row, speech)),
    note: outcomes.differenceNote,
  };
}

/** A row per measure: what it is under the reference and an approach, the difference, both its intervals, and the probability of doing better. */
export function comparedTable(
  run: RunData,
  approach: ReportedApproach,
  measures: readonly MeasureAt[],
  speech: Speech,
  { name, caption, note }: LevelsOptions,
): TableBlock {
  const { headings } = speech.words;
  const level = (of: ReportedApproach, { measure, month }: MeasureAt) =>
    rowCells(speech, findRow(run.estimates, of.name, measure, month))[0];
  return {
    kind: 'table',
    name: `${run.slug}-${name}-${approach.name}`,
    sheet: 'outcomes',
    of: approach.name,
    caption,
    columns: [
      { label: headings.measure, kind: 'text', weight: 3 },
      { label: approachName(run.reference), kind: 'number', of: run.reference.name },
      { label: approachName(approach), kind: 'number', of: approach.name },
      { label: headings.difference, kind: 'number' },
      { label: headings.interval, kind: 'interval', weight: 1.6 },
      { label: headings.prediction, kind: 'interval', weight: 1.6 },
      { label: headings.better, kind: 'number', weight: 0.9 },
    ],
    rows: measures.map((at): Cell[] => {
      const row = findRow(run.differences, approach.name, at.measure, at.month);
      const empty = numberCell(speech, '', Number.NaN, Number.NaN);
      const cells = row === undefined ? [] : differenceRow(run, row, speech).slice(1);
      return [
        textCell(measureName(speech, run, at.measure, at.month)),
        level(run.reference, at),
        level(approach, at),
        ...(row === undefined ? [empty, empty, empty, empty] : cells),
      ];
    }),
    ...(note === undefined ? {} : { note }),
  };
}
