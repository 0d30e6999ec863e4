/** Rows of alternatives.csv, as a report needs them. */

import { alternativesFile } from '../package/alternatives.js';
import { numberIn, textIn } from '../package/cells.js';
import type { Row, RunFolder } from '../package/run-folder.js';
import { type ResultRow, resultOf } from './result-row.js';

/** A difference with the reference in the draws that have an answer. */
export interface AnswerRow extends ResultRow {
  /** Path of the question in the scenario; empty: over all answers. */
  readonly alternative: string;
  readonly option: string;
  readonly question: string;
  readonly answer: string;
  readonly weight: number;
}

function answerOf(row: Row): AnswerRow {
  const named = (name: string) => textIn(row, name);
  const alternative = named('alternative');
  return {
    ...resultOf(row),
    alternative: alternative === '' ? '' : `alternatives.${alternative}`,
    option: named('option'),
    question: named('question'),
    answer: named('answer'),
    weight: numberIn(row, 'weight'),
  };
}

/** What stands beside each other, by approach, measure and month, is rounded by the largest of its errors. */
function withOneStep(rows: readonly AnswerRow[]): AnswerRow[] {
  const keyOf = ({ approach, measure, month }: AnswerRow) => `${approach} ${measure} ${month}`;
  const largest = new Map<string, number>();
  for (const row of rows) {
    const known = largest.get(keyOf(row)) ?? Number.NaN;
    largest.set(keyOf(row), row.mcse > known || Number.isNaN(known) ? row.mcse : known);
  }
  return rows.map((row) => ({ ...row, error: largest.get(keyOf(row))! }));
}

/** The differences by answer; none where the run has no open question. */
export function readAnswerRows(run: Pick<RunFolder, 'table'>): AnswerRow[] {
  return withOneStep(
    run
      .table(alternativesFile)
      .filter((row) => (row.against ?? '') !== '')
      .map(answerOf),
  );
}
