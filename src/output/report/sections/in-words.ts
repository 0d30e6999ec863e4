/** Outcomes in sentences: under both approaches, with the difference, its interval, and whether its sign can be told. */

import { measuresUnder } from '../../../domain/measures/all.js';
import { breakEvenProbability, breakEvenYear } from '../../../domain/measures/break-even.js';
import type { Measure } from '../../../domain/measures/measure.js';
import { findRow, headlineMonth, type ReportedApproach, type ResultRow, type RunData } from '../run-data.js';
import {
  approachName,
  probabilityCell,
  rawCell,
  type Speech,
  sayAmount,
  sayInterval,
  sayValue,
  shownOf,
} from '../speech.js';
import { isBalanceHidden, signOf } from '../verdict.js';

function doubt(speech: Speech, row: ResultRow): string {
  const sign = signOf(row);
  if (sign === 'includesZero') return speech.words.summary.includesZero;
  return sign === 'noiseOnly' ? speech.words.summary.noiseOnly : '';
}

/** `; a difference of x (interval).` with the doubt, or a full stop when there is no difference. */
function sayDifference(speech: Speech, row: ResultRow | undefined): string {
  if (row === undefined || !Number.isFinite(row.estimate)) return '.';
  const amount = sayValue(speech, row, shownOf(row));
  if (signOf(row) === 'zero') return speech.words.summary.noDifference;
  const interval = sayInterval(speech, row);
  return speech.words.summary.difference(amount, interval) + doubt(speech, row);
}

interface Pair {
  readonly before: ResultRow;
  readonly after: ResultRow;
  readonly difference: ResultRow | undefined;
}

function pairOf(
  run: RunData,
  approach: ReportedApproach,
  measure: string,
  month = Number.NaN,
): Pair | undefined {
  const before = findRow(run.estimates, run.reference.name, measure, month);
  const after = findRow(run.estimates, approach.name, measure, month);
  if (before === undefined || after === undefined) return undefined;
  return { before, after, difference: findRow(run.differences, approach.name, measure, month) };
}

/** What a measure is under both approaches, in the sentence that it has for it. */
function sayMeasure(run: RunData, approach: ReportedApproach, measure: Measure, speech: Speech): string[] {
  const { sentence, unreached } = measure.words[speech.language];
  const month = measure.byYear === undefined ? Number.NaN : headlineMonth(run);
  const pair = pairOf(run, approach, measure.name, month);
  if (sentence === undefined || pair === undefined) return [];
  const { reachedAfter, notReached } = speech.words;
  const isReached = ({ estimate }: ResultRow) => measure.isOpenEnded !== true || Number.isFinite(estimate);
  const shown = (row: ResultRow) => {
    if (!isReached(row)) return notReached;
    const amount = sayAmount(speech, row, shownOf(row));
    return measure.isOpenEnded === true ? reachedAfter(amount) : amount;
  };
  const [reference, other] = [approachName(run.reference), approachName(approach)];
  if (unreached !== undefined && !isReached(pair.before) && !isReached(pair.after))
    return [unreached(speech.words.list([reference, other].map(speech.words.quoted)))];
  const text = sentence({
    reference,
    before: shown(pair.before),
    approach: other,
    after: shown(pair.after),
    year: rawCell(speech, month / 12).text,
  });
  return [text + sayDifference(speech, pair.difference)];
}

/** The outcomes of one approach in sentences: of the measures that have one, in their order. */
export function outcomesInWords(run: RunData, approach: ReportedApproach, speech: Speech): string[] {
  return measuresUnder([run.law]).flatMap((measure) =>
    measure === breakEvenProbability
      ? breakEven(run, approach, speech)
      : sayMeasure(run, approach, measure, speech),
  );
}

function breakEven(run: RunData, approach: ReportedApproach, speech: Speech): string[] {
  const year = findRow(run.differences, approach.name, breakEvenYear.name);
  const probability = findRow(run.differences, approach.name, breakEvenProbability.name);
  if (probability === undefined) return [];
  const { summary } = speech.words;
  const name = approachName(approach);
  const chance = probabilityCell(
    speech,
    isBalanceHidden(run, approach.name) ? Number.NaN : probability.estimate,
    '',
  ).text;
  return year === undefined || !Number.isFinite(year.estimate)
    ? [summary.noBreakEven(name, chance)]
    : [summary.breakEven(name, String(year.estimate), chance)];
}
