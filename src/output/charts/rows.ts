/** The rows of a result table that a chart is drawn from. */

import type { Language } from '../language.js';
import { formatAs } from '../number.js';
import { numberIn, textIn } from '../package/cells.js';
import { labelOfApproach, labelOfMunicipality } from '../package/labels.js';
import type { Row, RunFolder } from '../package/run-folder.js';
import { resultOf } from '../report/result-row.js';
import { settleRounding } from '../report/rounding.js';
import { wordsIn } from '../words/words.js';

const ofAll = (run: RunFolder, file: string) =>
  run.table(file).filter((row) => row.subgroup === undefined || row.subgroup === 'all');

/** Tables of which a report rounds the rows together. */
const results = ['estimates.csv', 'differences.csv'];

/**
 * Rows of a table for the whole cohort (`subgroup` "all", or a table without subgroups). Outcomes and differences have two columns more:
 * `shown`, what tables and sentences print of the estimate, and `error`, by which they round it and its interval.
 */
export function wholeCohort(run: RunFolder, file: string): Row[] {
  const rows = ofAll(run, file);
  if (!results.includes(file)) return rows;
  const [estimates, differences] = results.map((each) => ofAll(run, each).map(resultOf));
  const reference = textIn(ofAll(run, 'differences.csv')[0] ?? {}, 'reference') || estimates![0]?.approach;
  const settled = settleRounding({ estimates: estimates!, differences: differences! }, reference ?? '');
  const printed = file === 'estimates.csv' ? settled.estimates : settled.differences;
  return rows.map((row, i) => ({ ...row, shown: printed[i]!.shown, error: printed[i]!.error }));
}

/**
 * A value of a row in words, as the tables give it: to the digits that the error warrants by which they round it.
 *
 * @param signed whether gains bear their sign, as those of differences do
 */
export function valueIn(
  row: Row | undefined,
  column: string,
  unit: 'share' | 'euros' | 'months',
  language: Language,
  signed = false,
): string {
  const printed = column === 'estimate' && row?.shown !== undefined ? 'shown' : column;
  const error = row?.error === undefined ? 'mcse' : 'error';
  return formatAs(unit, numberIn(row, printed), numberIn(row, error), signed, language);
}

/** The 95 % interval over the parameters of a row between brackets, or that it cannot be estimated. */
export function intervalIn(
  row: Row | undefined,
  unit: 'share' | 'euros' | 'months',
  language: Language,
  signed = false,
): string {
  const isThere = ['parameter_low', 'parameter_high'].every((end) => Number.isFinite(numberIn(row, end)));
  const { intervalInBrackets, noIntervalInBrackets, euros } = wordsIn(language);
  if (!isThere) return noIntervalInBrackets;
  const end = (column: string) => {
    const value = valueIn(row, column, unit, language, signed);
    return unit === 'euros' ? euros(value) : value;
  };
  return intervalInBrackets(end('parameter_low'), end('parameter_high'));
}

/** The same where room is short, after a share and a space: in square brackets, and nothing where it cannot be estimated. */
export function shortIntervalIn(row: Row | undefined, language: Language): string {
  const ends = ['parameter_low', 'parameter_high'] as const;
  if (!ends.every((end) => Number.isFinite(numberIn(row, end)))) return '';
  const [low, high] = ends.map((end) => valueIn(row, end, 'share', language));
  return ` ${wordsIn(language).charts.interval(low!, high!)}`;
}

/** An approach of a run with what people call it. */
export interface ApproachName {
  readonly id: string;
  readonly label: string;
}

/** The approaches of a run in its own order. */
export function approachNamesOf(run: RunFolder, language: Language): ApproachName[] {
  const labels = new Map<string, string>();
  for (const row of run.table('approaches.csv'))
    labels.set(textIn(row, 'approach'), textIn(row, 'approach_label'));
  for (const row of run.table('estimates.csv')) {
    const id = textIn(row, 'approach');
    if (!labels.has(id)) labels.set(id, id);
  }
  return [...labels].map(([id, label]) => ({
    id,
    label: labelOfApproach(run.manifest, language, id, label),
  }));
}

/** What the municipality of a run is called. */
export function municipalityOf(run: RunFolder, language: Language): string {
  const name = textIn(run.table('estimates.csv')[0], 'municipality') || run.slug;
  return labelOfMunicipality(run.manifest, language, name);
}
