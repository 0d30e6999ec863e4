/** Rows of alternatives.csv, as a report needs them. */

import { alternativesFile } from '../package/alternatives.js';
import { numberIn, textIn } from '../package/cells.js';
import type { Row, RunFolder } from '../package/run-folder.js';
import { settleAnswers } from './answer-rounding.js';
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

/**
 * The differences by answer; none where the run has no open question.
 *
 * @param main the differences of the run as its main table prints them
 */
export function readAnswerRows(run: Pick<RunFolder, 'table'>, main: readonly ResultRow[]): AnswerRow[] {
  return settleAnswers(
    run
      .table(alternativesFile)
      .filter((row) => (row.against ?? '') !== '')
      .map(answerOf),
    ({ alternative }) => alternative === '',
    main,
  );
}
