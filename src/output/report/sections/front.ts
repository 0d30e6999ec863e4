/** The first two pages: the question, the answer in words, a picture, a table, who bears it, what it hangs on and rests on. */

import { bijstandShare } from '../../../domain/measures/income.js';
import { bijstandCost, netBalance, ownBalance, programmeCost } from '../../../domain/measures/money.js';
import { leftEverythingShare } from '../../../domain/measures/participation.js';
import { restrictedMean, selfSufficientShare } from '../../../domain/measures/self-sufficiency.js';
import { MUNICIPALITY } from '../../../domain/schema/names.js';
import type { Outside } from '../../../domain/time/coverage.js';
import { sayVerdict, type VerdictText, withAssumptionsNamed } from '../../verdict.js';
import { nameIn } from '../../words/words.js';
import { type Accounts, accountsOf, municipalBalance } from '../accounts.js';
import {
  influentialAssumptions,
  measuredAssumptions,
  orderedAssumptions,
  triedAssumptions,
} from '../assumption-order.js';
import { type Block, type Cell, type FigureBlock, paragraph, type TableBlock, textCell } from '../blocks.js';
import { parameterName } from '../parameter-names.js';
import {
  findRow,
  headlineMonth,
  horizonYears,
  type ReportedApproach,
  type ResultRow,
  type RunData,
} from '../run-data.js';
import { type Section, subheading } from '../section.js';
import {
  approachName,
  numberCell,
  probabilityCell,
  rangeCells,
  rawCell,
  rowCells,
  type Speech,
  sayInterval,
  tellingInterval,
} from '../speech.js';
import { balanceOf, gainRow } from '../verdict.js';
import { sayOpenQuestions } from './open-questions.js';
import { sayAbout, sayQuestion } from './question.js';

/** What the comparison of an approach with the reference comes to, with assumptions by their names. */
function verdictOn(run: RunData, approach: ReportedApproach, speech: Speech): VerdictText {
  const contrast = {
    approach: approachName(approach),
    reference: approachName(run.reference),
    balance: balanceOf(run, approach.name),
    bijstand: findRow(run.differences, approach.name, bijstandCost.discounted.name),
    programme: findRow(run.differences, approach.name, programmeCost.discounted.name),
    onBijstand: gainRow(run, approach.name),
    influences: influentialAssumptions(run, approach),
    tried: triedAssumptions(run, approach),
    draws: run.manifest.parameter_draws,
  };
  const nameOf = (path: string) => speech.words.quoted(parameterName(speech, run, path));
  return sayVerdict(withAssumptionsNamed(contrast, nameOf), speech.language);
}

/**
 * Who bears the difference: the municipality itself beside the total, and the others.
 *
 * @param gain the difference of the municipality's balance; undefined: the run does not tell it
 */
function sayOwnBalance(accounts: Accounts, gain: ResultRow | undefined, speech: Speech): string {
  const { front, list, euros, names, partNumberWords } = speech.words;
  const amount = (value: number) => euros(numberCell(speech, 'euros', Math.abs(value), accounts.error).text);
  const { before, after } = municipalBalance(accounts);
  const others = accounts.programme.filter(
    ({ payer, ...line }) => payer !== MUNICIPALITY && line.after !== line.before,
  );
  const parts = others.map((line) => {
    const more = line.after - line.before;
    const payer = partNumberWords.payers[line.payer] ?? nameIn(names.payers, line.payer);
    return (more > 0 ? front.paysMore : front.paysLess)(payer, amount(more));
  });
  const own = after - before;
  // In the sign of the difference, as in the tables, whichever way the sentence puts it.
  const interval = gain === undefined ? '' : sayInterval(speech, gain);
  const said =
    own === 0
      ? front.ownSame(gain === undefined ? '' : tellingInterval(speech, gain))
      : own > 0
        ? front.ownBetter(amount(own), interval)
        : front.ownWorse(amount(own), interval);
  return [said, ...(parts.length === 0 ? [] : [front.othersPay(list(parts))]), front.ownNote].join(' ');
}

/** A row of the main table: the measure at a month, with its name. */
function mainRows(run: RunData, speech: Speech): { name: string; measure: string; month: number }[] {
  const month = headlineMonth(run);
  const year = rawCell(speech, month / 12).text;
  const { rows } = speech.words.front;
  const whole = (name: string, { name: measure }: { readonly name: string }) => ({
    name,
    measure,
    month: Number.NaN,
  });
  return [
    { name: rows.selfSufficient(year), measure: selfSufficientShare.name, month },
    { name: rows.onBijstand(year), measure: bijstandShare.name, month },
    whole(rows.months, restrictedMean),
    whole(rows.dropout, leftEverythingShare),
    whole(rows.bijstand, bijstandCost.discounted),
    whole(rows.programme, programmeCost.discounted),
    whole(rows.balance, netBalance.discounted),
    whole(rows.own, ownBalance.discounted),
  ];
}

/** The main outcomes under the reference and an approach, with the difference. */
export function mainTable(run: RunData, approach: ReportedApproach, speech: Speech): TableBlock {
  const { front, headings } = speech.words;
  const at = (
    rows: readonly ResultRow[],
    name: string,
    { measure, month }: { measure: string; month: number },
  ) => findRow(rows, name, measure, month);
  const rows = mainRows(run, speech)
    .filter((row) => at(run.estimates, run.reference.name, row) !== undefined)
    .map((row): Cell[] => [
      textCell(row.name),
      rowCells(speech, at(run.estimates, run.reference.name, row))[0],
      rowCells(speech, at(run.estimates, approach.name, row))[0],
      ...rowCells(speech, at(run.differences, approach.name, row), true),
    ]);
  return {
    kind: 'table',
    name: `${run.slug}-main-${approach.name}`,
    sheet: 'summary',
    of: approach.name,
    caption: front.tableCaption(approachName(approach), approachName(run.reference)),
    columns: [
      { label: headings.outcome, kind: 'text', weight: 3 },
      { label: approachName(run.reference), kind: 'number', weight: 1.2, of: run.reference.name },
      { label: approachName(approach), kind: 'number', weight: 1.2, of: approach.name },
      { label: headings.difference, kind: 'number', weight: 1.2 },
      { label: headings.interval, kind: 'interval', weight: 1.8 },
    ],
    rows,
    note: front.tableNote,
  };
}

/** What the balance was found to hang on, with value and range. */
function influenceTable(run: RunData, approach: ReportedApproach, speech: Speech): TableBlock[] {
  const { front, headings } = speech.words;
  const rows = (influentialAssumptions(run, approach) ?? []).flatMap(({ path, share, rises }): Cell[][] => {
    const parameter = run.parameters.find((each) => each.path === path);
    const isQuestion = path.startsWith('alternatives.');
    if (parameter === undefined && !isQuestion) return [];
    const { NaN: none } = Number;
    return [
      [
        textCell(parameterName(speech, run, path)),
        ...rangeCells(speech, parameter ?? { value: none, low: none, high: none }),
        probabilityCell(speech, share),
        // Of an answer there is no more or less.
        textCell(isQuestion ? '' : rises ? front.rises : front.falls),
      ],
    ];
  });
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      name: `${run.slug}-influences-${approach.name}`,
      sheet: 'summary',
      of: approach.name,
      caption: front.influencesCaption(approachName(approach)),
      columns: [
        { label: headings.assumption, kind: 'text', weight: 3 },
        { label: headings.value, kind: 'number' },
        { label: headings.range, kind: 'interval', weight: 1.5 },
        { label: headings.spread, kind: 'number' },
        { label: headings.moreOfIt, kind: 'text', weight: 1.4 },
      ],
      rows,
    },
  ];
}

/** Assumptions that the first pages name: more nobody keeps in mind. */
const NAMED = 6;

function assumed(run: RunData, speech: Speech): Block[] {
  const { front } = speech.words;
  const all = orderedAssumptions(run);
  if (all.length === 0) return [];
  const own = run.parameters.filter(({ sameAs }) => sameAs === '');
  const named = (paths: readonly string[]) =>
    paths
      .slice(0, NAMED)
      .map((path) => speech.words.quoted(parameterName(speech, run, path)))
      .join('; ');
  const measured = measuredAssumptions(run);
  const known = measured?.length === 0 ? front.assumedNone : front.assumedMost(named(measured ?? []));
  const most = measured === null ? front.assumedGuess(named(all.map(({ path }) => path))) : known;
  return [
    subheading(`${run.slug}-assumed`, front.assumed),
    paragraph(
      [front.assumedLead(String(all.length), String(own.length)), most, front.assumedWhere].join(' '),
    ),
  ];
}

/** How money is counted: over which years, discounted to which date at which rate, in which prices. */
export function sayMoney(run: RunData, speech: Speech): Block[] {
  const { summary, percent, footing: words } = speech.words;
  const { footing } = run.manifest;
  const years = rawCell(speech, horizonYears(run)).text;
  if (footing !== undefined)
    return [
      paragraph(
        `${summary.discounting(words.discounted(footing), years)} ${words.sentence(words.prices([footing]))}`,
      ),
    ];
  const rate = run.parameters.find(({ path }) => path === 'discount_rate');
  if (rate === undefined) return [];
  const at = summary.discountedAt(percent(rawCell(speech, rate.value * 100).text));
  return [paragraph(summary.discounting(at, years))];
}

/** What lies outside the tables and the law that the model knows; of several runs over the dates of all for which it does, by name. */
export function sayOutside(runs: readonly RunData[], speech: Speech): Block[] {
  const { footing: words } = speech.words;
  const found = new Map<string, { all: Outside; where: string[] }>();
  for (const { municipality, manifest } of runs)
    for (const each of manifest.outside ?? []) {
      const { from, until, ...thing } = each;
      const key = JSON.stringify(thing);
      const { all, where } = found.get(key) ?? { all: each, where: [] };
      const dates = [all.from, all.until, from, until].sort();
      found.set(key, {
        all: { ...each, from: dates[0]!, until: dates.at(-1)! },
        where: [...where, municipality],
      });
    }
  if (found.size === 0) return [];
  const items = [...found.values()].map(({ all, where }) => {
    const text = words.outside(all);
    return words.sentence(where.length === runs.length ? text : `${text} (${where.join(', ')})`);
  });
  return [paragraph(words.outsideLead, true), { kind: 'list', items }];
}

/** The answer for one approach, in sentences. */
export function sayAnswer(run: RunData, approach: ReportedApproach, speech: Speech): Block[] {
  const { pays, evidence } = verdictOn(run, approach, speech);
  const accounts = accountsOf(run, approach);
  const own = findRow(run.differences, approach.name, ownBalance.discounted.name);
  return [
    ...(pays === '' ? [] : [paragraph(pays, true)]),
    ...(accounts === undefined ? [] : [paragraph(sayOwnBalance(accounts, own, speech))]),
    ...(evidence === '' ? [] : [paragraph(evidence)]),
  ];
}

/** The assumptions that the answer for one approach hangs on most, in a sentence. */
export function sayMostInfluential(run: RunData, approach: ReportedApproach, speech: Speech): Block[] {
  const { most } = verdictOn(run, approach, speech);
  return most === '' ? [] : [paragraph(most)];
}

function hangsOn(run: RunData, approach: ReportedApproach, speech: Speech): Block[] {
  const text = verdictOn(run, approach, speech).hangsOn;
  return [...(text === '' ? [] : [paragraph(text)]), ...influenceTable(run, approach, speech)];
}

/** The first two pages of a report on one run. */
export function frontSection(run: RunData, figures: readonly FigureBlock[], speech: Speech): Section {
  const { words } = speech;
  const answers = run.others.map((approach) => sayAnswer(run, approach, speech));
  const open = sayOpenQuestions(run, speech);
  const hanging = run.others.flatMap((approach) => hangsOn(run, approach, speech));
  return {
    id: 'summary',
    title: words.sections.summary,
    sheet: 'summary',
    blocks: [
      paragraph(run.others.length === 0 ? words.summary.onlyOne : sayQuestion(run, speech)),
      ...sayAbout(run, speech),
      ...answers.flat(),
      ...figures,
      ...run.others.map((approach) => mainTable(run, approach, speech)),
      ...(open.length === 0 ? [] : [subheading(`${run.slug}-open`, words.front.open.title), ...open]),
      ...(hanging.length === 0 ? [] : [subheading(`${run.slug}-hangs-on`, words.front.hangsOn), ...hanging]),
      ...assumed(run, speech),
      ...sayMoney(run, speech),
      ...sayOutside([run], speech),
    ],
  };
}
