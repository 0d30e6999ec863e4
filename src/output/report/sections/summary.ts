/** The summary: what came out, in sentences with their uncertainty, and compared with the literature. */

import { measuresUnder } from '../../../domain/measures/all.js';
import { breakEvenProbability, breakEvenYear } from '../../../domain/measures/break-even.js';
import type { Measure } from '../../../domain/measures/measure.js';
import { roundToMcse } from '../../number.js';
import { type Block, paragraph } from '../blocks.js';
import {
  findRow,
  headlineMonth,
  horizonYears,
  type ReportedApproach,
  type ResultRow,
  type RunData,
} from '../run-data.js';
import type { Section } from '../section.js';
import {
  approachName,
  probabilityCell,
  rawCell,
  type Speech,
  sayAmount,
  sayInterval,
  sayValue,
} from '../speech.js';
import { balanceOf, gainRow, signOf, verdictOf, weighGain } from '../verdict.js';

function question(run: RunData, speech: Speech): string {
  const { summary, list, quoted } = speech.words;
  const size = run.parameters.find(({ path }) => path === 'cohort.size');
  const others = run.others.map((approach) => quoted(approachName(speech, approach)));
  return summary.question(
    run.municipality,
    approachName(speech, run.reference),
    list(others),
    size === undefined ? summary.cohortUnknown : summary.cohort(rawCell(speech, size.value).text),
    rawCell(speech, horizonYears(run)).text,
  );
}

/** The sentence that says whether an approach pays, does not, or that it cannot be told. */
function sayVerdict(run: RunData, approach: ReportedApproach, speech: Speech): string | undefined {
  const balance = balanceOf(run, approach.name);
  const verdict = verdictOf(balance);
  if (balance === undefined || verdict === undefined) return undefined;
  const { summary } = speech.words;
  const names = [approachName(speech, approach), approachName(speech, run.reference)] as const;
  const interval = sayInterval(speech, balance);
  if (verdict === 'pays') return summary.pays(...names, sayAmount(speech, balance), interval);
  // The sentence counts costs, so the interval is that of the costs.
  if (verdict === 'not')
    return summary.paysNot(...names, sayAmount(speech, balance), sayInterval(speech, balance, -1));
  if (verdict === 'same') return summary.paysSame(...names);
  const signed = sayValue(speech, balance, balance.estimate);
  if (verdict === 'unsure') return summary.paysUnsure(...names, signed, interval);
  return summary.paysNoInterval(...names, signed);
}

function doubt(speech: Speech, row: ResultRow): string {
  const sign = signOf(row);
  if (sign === 'includesZero') return speech.words.summary.includesZero;
  return sign === 'noiseOnly' ? speech.words.summary.noiseOnly : '';
}

/** `; a difference of x (interval).` with the doubt, or a full stop when there is no difference. */
function sayDifference(speech: Speech, row: ResultRow | undefined, sign: 1 | -1 = 1): string {
  if (row === undefined || !Number.isFinite(row.estimate)) return '.';
  const amount = sayValue(speech, row, sign * row.estimate);
  if (signOf(row) === 'zero') return speech.words.summary.noDifference;
  const interval = sayInterval(speech, row, sign);
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
  const ofOthers = measure.isToldOfOthers === true;
  const isReached = ({ estimate }: ResultRow) => measure.isOpenEnded !== true || Number.isFinite(estimate);
  const shown = (row: ResultRow) =>
    isReached(row)
      ? sayAmount(speech, row, ofOthers ? 1 - row.estimate : row.estimate)
      : speech.words.notReached;
  const [reference, other] = [approachName(speech, run.reference), approachName(speech, approach)];
  if (unreached !== undefined && !isReached(pair.before) && !isReached(pair.after))
    return [unreached(speech.words.list([reference, other].map(speech.words.quoted)))];
  const text = sentence({
    reference,
    before: shown(pair.before),
    approach: other,
    after: shown(pair.after),
    year: rawCell(speech, month / 12).text,
  });
  return [text + sayDifference(speech, pair.difference, ofOthers ? -1 : 1)];
}

/** The summary's points for one approach: the measures that have a sentence, in their order. */
function points(run: RunData, approach: ReportedApproach, speech: Speech): string[] {
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
  const name = approachName(speech, approach);
  const chance = probabilityCell(speech, probability.estimate, '').text;
  return year === undefined || !Number.isFinite(year.estimate)
    ? [summary.noBreakEven(name, chance)]
    : [summary.breakEven(name, String(year.estimate), chance)];
}

function evidence(run: RunData, approach: ReportedApproach, speech: Speech): Block[] {
  const row = gainRow(run, approach.name);
  if (row === undefined || !Number.isFinite(row.estimate)) return [];
  const gain = -row.estimate;
  const { evidence: sentences, zeroWithin, zeroOutside } = speech.words.summary;
  // Weighed as it is shown, so that what reads as 5 is not called more than 5.
  const shown = roundToMcse(gain * 100, row.mcse * 100).value / 100;
  const told = Number.isFinite(row.low) && Number.isFinite(row.high);
  if (signOf(row) === 'zero') return [];
  const zero = row.low <= 0 && row.high >= 0 ? zeroWithin : zeroOutside;
  return [paragraph(`${sentences[weighGain(shown)](sayValue(speech, row, gain))}${told ? zero : ''}`)];
}

/** How money is counted: over which years, discounted to which date at which rate, in which prices. */
function sayMoney(run: RunData, speech: Speech): Block[] {
  const { summary, percent, footing: words } = speech.words;
  const { footing } = run.manifest;
  const years = rawCell(speech, horizonYears(run)).text;
  if (footing !== undefined)
    return [
      paragraph(
        `${summary.discounting(words.discounted(footing), years)} ${words.sentence(words.prices(footing))}`,
      ),
    ];
  const rate = run.parameters.find(({ path }) => path === 'discount_rate');
  if (rate === undefined) return [];
  const at = summary.discountedAt(percent(rawCell(speech, rate.value * 100).text));
  return [paragraph(summary.discounting(at, years))];
}

/** What lies outside the tables and the law that the model knows. */
function sayOutside(run: RunData, speech: Speech): Block[] {
  const { footing: words } = speech.words;
  const { outside = [] } = run.manifest;
  if (outside.length === 0) return [];
  const items = outside.map((each) => words.sentence(words.outside(each)));
  return [paragraph(words.outsideLead, true), { kind: 'list', items }];
}

/** The summary of a run. */
export function summarySection(run: RunData, speech: Speech): Section {
  const { words } = speech;
  const perApproach = run.others.flatMap((approach): Block[] => {
    const verdict = sayVerdict(run, approach, speech);
    return [
      ...(verdict === undefined ? [] : [paragraph(verdict, true)]),
      { kind: 'list', items: points(run, approach, speech) },
      ...evidence(run, approach, speech),
    ];
  });
  return {
    id: 'summary',
    title: words.sections.summary,
    blocks: [
      paragraph(run.others.length === 0 ? words.summary.onlyOne : question(run, speech)),
      ...perApproach,
      ...sayMoney(run, speech),
      ...sayOutside(run, speech),
    ],
  };
}
