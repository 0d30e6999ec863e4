/** Several municipalities side by side: which approach pays where, and where it cannot be told. */

import { bijstandShare } from '../../../domain/measures/income.js';
import type { Measure } from '../../../domain/measures/measure.js';
import { netBalance, programmeCost } from '../../../domain/measures/money.js';
import { leftEverythingShare } from '../../../domain/measures/participation.js';
import { selfSufficientShare } from '../../../domain/measures/self-sufficiency.js';
import { listNames } from '../../list-names.js';
import { canBeRanked } from '../../package/footing.js';
import { accountsOf, municipalBalance } from '../accounts.js';
import { type Block, type Cell, type FigureBlock, paragraph, type TableBlock, textCell } from '../blocks.js';
import {
  commonMonth,
  findRow,
  horizonYears,
  isPlan,
  type ReportedApproach,
  type ResultRow,
  type RunData,
} from '../run-data.js';
import type { Section } from '../section.js';
import { approachName, numberCell, rawCell, rowCells, type Speech, UNKNOWN } from '../speech.js';
import { balanceOf, gainRow, type Verdict, verdictOf, weighGain } from '../verdict.js';
import { sayOutside } from './front.js';
import { sayReference } from './question.js';
import { sayMoneyOfAll, sayUnlike } from './unlike.js';

interface Comparison {
  readonly run: RunData;
  readonly approach: ReportedApproach;
  readonly verdict: Verdict | undefined;
}

const comparisonsOf = (runs: readonly RunData[]): Comparison[] =>
  runs.flatMap((run) =>
    run.others.map((approach) => ({ run, approach, verdict: verdictOf(balanceOf(run, approach.name)) })),
  );

/** A row with its sign turned: less bijstand is more off bijstand. */
function turned(row: ResultRow | undefined): ResultRow | undefined {
  return row && { ...row, estimate: -row.estimate, shown: -row.shown, low: -row.high, high: -row.low };
}

const differenceOf = ({ run, approach }: Comparison, { name }: Pick<Measure, 'name'>, month = Number.NaN) =>
  findRow(run.differences, approach.name, name, month);

/** The difference in the municipality's own balance, euros a person; undefined: the run does not tell. */
function ownGain({ run, approach }: Comparison): { gain: number; error: number } | undefined {
  const accounts = accountsOf(run, approach);
  if (accounts === undefined) return undefined;
  const { before, after } = municipalBalance(accounts);
  return { gain: after - before, error: accounts.error };
}

const ownCell = (each: Comparison, speech: Speech) => {
  const { gain, error } = ownGain(each) ?? { gain: Number.NaN, error: Number.NaN };
  return numberCell(speech, 'euros', gain, error, true);
};

function differenceCells(each: Comparison, month: number, speech: Speech): Cell[] {
  const { run, approach, verdict } = each;
  const first = (row: ResultRow | undefined) => rowCells(speech, row, true)[0];
  return [
    textCell(run.municipality),
    textCell(approachName(approach)),
    first(differenceOf(each, selfSufficientShare, month)),
    first(turned(differenceOf(each, bijstandShare, month))),
    first(differenceOf(each, leftEverythingShare)),
    ...rowCells(speech, differenceOf(each, netBalance.discounted), true),
    ownCell(each, speech),
    textCell(verdict === undefined ? '' : speech.words.verdicts[verdict]),
  ];
}

/** The comparisons by what they are for: the gain in self-sufficiency, the largest first. */
function byGain(all: readonly Comparison[], month: number): Comparison[] {
  const gain = (each: Comparison) =>
    differenceOf(each, selfSufficientShare, month)?.estimate ?? Number.NEGATIVE_INFINITY;
  return [...all].sort((a, b) => gain(b) - gain(a));
}

/** The same where ranks would mean nothing: by name. */
const byName = (all: readonly Comparison[], { language }: Speech): Comparison[] =>
  all.toSorted((a, b) => a.run.municipality.localeCompare(b.run.municipality, language));

function differencesTable(
  all: readonly Comparison[],
  month: number,
  isRanked: boolean,
  speech: Speech,
): TableBlock {
  const { comparison, headings } = speech.words;
  const year = rawCell(speech, month / 12).text;
  return {
    kind: 'table',
    name: 'comparison',
    sheet: 'summary',
    chart: { kind: 'bar', column: 2 },
    caption: comparison.caption(isRanked),
    columns: [
      { label: headings.municipality, kind: 'text', weight: 1.4 },
      { label: headings.approach, kind: 'text', weight: 1.5 },
      { label: comparison.selfSufficient(year), kind: 'number', weight: 1.1 },
      { label: comparison.gain(year), kind: 'number', weight: 1.1 },
      { label: comparison.dropout, kind: 'number', weight: 1 },
      { label: comparison.balance, kind: 'number', weight: 1 },
      { label: headings.interval, kind: 'interval', weight: 1.7 },
      { label: comparison.own, kind: 'number', weight: 1.1 },
      { label: headings.verdict, kind: 'text', weight: 2.2 },
    ],
    rows: all.map((each) => differenceCells(each, month, speech)),
    note: `${comparison.note} ${speech.words.outcomes.note}`,
  };
}

/** Places from the largest value down, ties sharing the better one; a value that is none has none. */
function placesOf(values: readonly number[]): number[] {
  return values.map((value) =>
    Number.isFinite(value) ? 1 + values.filter((other) => other > value).length : Number.NaN,
  );
}

/** A place, or a dash where there is none. */
function placeCell(place: number, speech: Speech): Cell {
  const cell = rawCell(speech, place);
  return Number.isFinite(place) ? cell : { ...cell, text: UNKNOWN };
}

/** Names that a cell of the table has room for, and how many of more. */
const OUTDOERS = 3;
const NAMED = 2;

/** Which approaches do better, by their municipalities. */
function sayOutdoers(names: readonly string[], { words }: Speech): string {
  if (names.length === 0) return words.comparison.nobody;
  if (names.length <= OUTDOERS) return names.join(', ');
  return words.footing.andMore(names.slice(0, NAMED).join(', '), String(names.length - NAMED));
}

/** The places of each approach by several goals, and which does better on both the gain and the balance. */
function placesTable(all: readonly Comparison[], month: number, speech: Speech): TableBlock {
  const { comparison, headings } = speech.words;
  const year = rawCell(speech, month / 12).text;
  // As printed: of two that read the same, neither comes first.
  const of = (measure: Pick<Measure, 'name'>, at: number, sign: 1 | -1) =>
    all.map((each) => sign * rowCells(speech, differenceOf(each, measure, at), true)[0].value);
  const gains = of(selfSufficientShare, month, 1);
  const balances = of(netBalance.discounted, Number.NaN, 1);
  const goals = [
    [comparison.selfSufficient(year), gains],
    [comparison.gain(year), of(bijstandShare, month, -1)],
    [comparison.dropout, of(leftEverythingShare, Number.NaN, -1)],
    [comparison.balance, balances],
    [comparison.own, all.map((each) => ownCell(each, speech).value)],
  ] as const;
  const places = goals.map(([, values]) => placesOf(values));
  const better = (i: number) =>
    all.flatMap(({ run }, other) =>
      gains[other]! > gains[i]! && balances[other]! > balances[i]! ? [run.municipality] : [],
    );
  return {
    kind: 'table',
    name: 'places',
    sheet: 'summary',
    caption: comparison.places,
    columns: [
      { label: headings.municipality, kind: 'text', weight: 1.4 },
      ...goals.map(([label]) => ({ label, kind: 'number', weight: 1.1 }) as const),
      { label: comparison.outdoneBy, kind: 'text', weight: 1.4 },
    ],
    rows: all.map((each, i) => [
      textCell(each.run.municipality),
      ...places.map((ranks) => placeCell(ranks[i]!, speech)),
      textCell(sayOutdoers(better(i), speech)),
    ]),
    note: comparison.placesNote,
  };
}

/** That there is no one ranking; and where it is so, that what spends least more on its programme comes first by the balance. */
function sayPlaces(all: readonly Comparison[], speech: Speech): string {
  const { placesLead, placesLeastFirst } = speech.words.comparison;
  const known = all.flatMap((each) => {
    const [balance, programme] = [netBalance, programmeCost].map(
      ({ discounted }) => differenceOf(each, discounted)?.estimate ?? Number.NaN,
    ) as [number, number];
    return Number.isFinite(balance) && Number.isFinite(programme) ? [{ each, balance, programme }] : [];
  });
  const [first, ...others] = known.toSorted((a, b) => b.balance - a.balance);
  const isLeast = others.length > 0 && others.every(({ programme }) => programme > first!.programme);
  return isLeast ? placesLeastFirst(first!.each.run.municipality) : placesLead;
}

function sentences(all: readonly Comparison[], speech: Speech): Block[] {
  const { comparison, list } = speech.words;
  const known = all.filter(({ verdict }) => verdict !== undefined);
  const of = (...verdicts: Verdict[]) => known.filter(({ verdict }) => verdicts.includes(verdict!));
  const names = (some: readonly Comparison[]) =>
    list(some.map(({ run, approach }) => `${run.municipality} (${approachName(approach)})`));
  const outside = all.filter(({ run, approach }) => {
    const row = gainRow(run, approach.name);
    return row !== undefined && weighGain(-row.estimate) === 'outside';
  });
  const groups = [
    [of('pays'), comparison.paying],
    [of('not'), comparison.notPaying],
    [of('same'), comparison.same],
    [of('unsure', 'noInterval'), comparison.unsure],
    [outside, comparison.outside],
  ] as const;
  const count = (some: readonly Comparison[]) => String(some.length);
  const lead = comparison.lead(
    count(known),
    count(of('pays')),
    count(of('not')),
    count(of('unsure', 'noInterval')),
    count(of('same')),
  );
  return [
    paragraph(lead, true),
    {
      kind: 'list',
      items: groups.filter(([some]) => some.length > 0).map(([some, say]) => say(names(some))),
    },
  ];
}

/** Whether the runs were made alike, so that they can be held side by side. */
function madeAlike(runs: readonly RunData[]): boolean {
  const facts = runs.map(({ manifest }) =>
    JSON.stringify([manifest.version, manifest.seed, manifest.parameter_draws, manifest.settings]),
  );
  return new Set(facts).size <= 1;
}

/** Files that runs have read under one name but with different bytes: the package's data from another day. */
function changedFiles(runs: readonly RunData[]): string[] {
  const inputs = runs.flatMap(({ manifest }) => manifest.inputs);
  const paths = [...new Set(inputs.map(({ path }) => path))];
  return paths.filter(
    (path) => new Set(inputs.filter((each) => each.path === path).map(({ sha256 }) => sha256)).size > 1,
  );
}

/** The comparison of several runs: two pages that stand alone. */
export function comparisonSection(
  runs: readonly RunData[],
  figures: readonly FigureBlock[],
  speech: Speech,
): Section {
  const month = commonMonth(runs);
  const isRanked = canBeRanked(runs.map(({ manifest }) => manifest));
  const found = comparisonsOf(runs);
  const all = isRanked ? byGain(found, month) : byName(found, speech);
  const changed = changedFiles(runs);
  const { comparison, sections } = speech.words;
  const horizons = [...new Set(runs.map(horizonYears))];
  return {
    id: 'comparison',
    title: sections.comparison,
    sheet: 'summary',
    blocks: [
      paragraph(
        [
          comparison.question(
            String(runs.length),
            speech.words.list(horizons.map((years) => rawCell(speech, years).text)),
            runs.some(isPlan),
          ),
          ...sayReference(runs, speech),
        ].join(' '),
      ),
      ...sayUnlike(runs, isRanked, speech),
      ...(all.length === 0 ? [] : sentences(all, speech)),
      ...figures,
      ...(all.length === 0
        ? []
        : [
            differencesTable(all, month, isRanked, speech),
            ...(isRanked ? [paragraph(sayPlaces(all, speech)), placesTable(all, month, speech)] : []),
          ]),
      ...sayMoneyOfAll(runs, speech),
      ...sayOutside(runs, speech),
      ...(madeAlike(runs) ? [] : [paragraph(comparison.differentRuns)]),
      ...(changed.length === 0
        ? []
        : [paragraph(comparison.changedFiles(listNames(changed, speech.words.footing.andMore)))]),
    ],
  };
}
