/** Several municipalities side by side: which approach pays where, and where it cannot be told. */

import { dropoutShare } from '../../../domain/measures/dropout.js';
import { bijstandShare } from '../../../domain/measures/income.js';
import type { Measure } from '../../../domain/measures/measure.js';
import { bijstandCost, netBalance, programmeCost } from '../../../domain/measures/money.js';
import { restrictedMean, selfSufficientShare } from '../../../domain/measures/self-sufficiency.js';
import { listNames, type Thing, type Unlike, unlikeThings } from '../../package/footing.js';
import { type Block, type Cell, paragraph, type TableBlock, textCell } from '../blocks.js';
import {
  approachesOf,
  commonMonth,
  findRow,
  type ReportedApproach,
  type ResultRow,
  type RunData,
} from '../run-data.js';
import type { Section } from '../section.js';
import { approachName, measureName, rawCell, rowCells, type Speech } from '../speech.js';
import { balanceOf, gainRow, type Verdict, verdictOf, weighGain } from '../verdict.js';

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
  return row && { ...row, estimate: -row.estimate, low: -row.high, high: -row.low };
}

function differenceCells({ run, approach, verdict }: Comparison, month: number, speech: Speech): Cell[] {
  const at = ({ name }: Measure, ofMonth = Number.NaN) =>
    findRow(run.differences, approach.name, name, ofMonth);
  const first = (row: ResultRow | undefined) => rowCells(speech, row, true)[0];
  return [
    textCell(run.municipality),
    textCell(approachName(speech, approach)),
    first(turned(at(bijstandShare, month))),
    first(at(bijstandCost.discounted)),
    first(at(programmeCost.discounted)),
    ...rowCells(speech, at(netBalance.discounted), true),
    textCell(verdict === undefined ? '' : speech.words.verdicts[verdict]),
  ];
}

function differencesTable(all: readonly Comparison[], month: number, speech: Speech): TableBlock {
  const { comparison, headings } = speech.words;
  const year = rawCell(speech, month / 12).text;
  return {
    kind: 'table',
    name: 'comparison',
    caption: comparison.caption,
    columns: [
      { label: headings.municipality, kind: 'text', weight: 1.5 },
      { label: headings.approach, kind: 'text', weight: 1.6 },
      { label: comparison.gain(year), kind: 'number', weight: 1.1 },
      { label: comparison.bijstand, kind: 'number', weight: 1.1 },
      { label: comparison.programme, kind: 'number', weight: 1.2 },
      { label: comparison.balance, kind: 'number', weight: 1.1 },
      { label: headings.interval, kind: 'interval', weight: 1.8 },
      { label: headings.verdict, kind: 'text', weight: 1.2 },
    ],
    rows: all.map((each) => differenceCells(each, month, speech)),
    note: `${comparison.note} ${speech.words.outcomes.note}`,
  };
}

/** What is shown of each approach, with the widths of the columns. */
const levels: readonly { readonly measure: Pick<Measure, 'name' | 'byYear'>; readonly weight: number }[] = [
  { measure: selfSufficientShare, weight: 1.1 },
  { measure: restrictedMean, weight: 1.5 },
  { measure: bijstandCost.discounted, weight: 1.3 },
  { measure: programmeCost.discounted, weight: 1.4 },
  { measure: dropoutShare, weight: 1.3 },
];

function levelsTable(runs: readonly RunData[], month: number, speech: Speech): TableBlock {
  const { comparison, headings } = speech.words;
  const shown = levels.map(({ measure: { name, byYear }, weight }) => ({
    name,
    month: byYear === undefined ? Number.NaN : month,
    weight,
  }));
  const rows = runs.flatMap((run) =>
    approachesOf(run).map((approach): Cell[] => [
      textCell(run.municipality),
      textCell(approachName(speech, approach)),
      ...shown.map((at) => rowCells(speech, findRow(run.estimates, approach.name, at.name, at.month))[0]),
    ]),
  );
  return {
    kind: 'table',
    name: 'levels',
    caption: comparison.levels,
    columns: [
      { label: headings.municipality, kind: 'text', weight: 1.4 },
      { label: headings.approach, kind: 'text', weight: 1.6 },
      ...shown.map(
        ({ name, month: at, weight }) =>
          ({ label: measureName(speech, runs[0]!, name, at), kind: 'number', weight }) as const,
      ),
    ],
    rows,
    note: speech.words.dropout.note,
  };
}

function sentences(all: readonly Comparison[], speech: Speech): Block[] {
  const { comparison, list } = speech.words;
  const told = all.filter(({ verdict }) => verdict !== undefined);
  const of = (...verdicts: Verdict[]) => told.filter(({ verdict }) => verdicts.includes(verdict!));
  const names = (some: readonly Comparison[]) =>
    list(some.map(({ run, approach }) => `${run.municipality} (${approachName(speech, approach)})`));
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
    count(told),
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

/** Things that say when and where a cohort lives, and not how its results were counted. */
const ofTheCohort: readonly Thing[] = ['permits'];

/** In what the runs differ; nothing for runs from before footings were recorded. */
function sayUnlike(runs: readonly RunData[], speech: Speech): Block[] {
  const { footing: words } = speech.words;
  const unlike = unlikeThings(
    runs.flatMap(({ municipality, manifest: { footing } }) =>
      footing === undefined ? [] : [{ name: municipality, footing }],
    ),
  );
  const line = (each: Unlike) => words.sentence(words.unlike(each));
  const ofTheCount = unlike.filter(({ thing }) => !ofTheCohort.includes(thing));
  const others = unlike.filter(({ thing }) => ofTheCohort.includes(thing));
  return [
    ...(ofTheCount.length === 0
      ? []
      : [paragraph(words.unlikeLead, true), { kind: 'list', items: ofTheCount.map(line) } as const]),
    ...others.map((each) => paragraph(line(each))),
  ];
}

/** To which dates money is discounted, and in which prices it stands, in sentences. */
function sayMoney(runs: readonly RunData[], speech: Speech): Block[] {
  const { footing: words } = speech.words;
  const footings = runs.flatMap(({ manifest }) => manifest.footing ?? []);
  const first = footings[0];
  if (first === undefined || footings.length < runs.length) return [];
  const unlike = unlikeThings(footings.map((footing) => ({ name: '', footing }))).map(({ thing }) => thing);
  if (unlike.includes('rate') || unlike.includes('date') || unlike.includes('prices')) return [];
  return [paragraph([words.discountedEach(footings), words.prices(first)].map(words.sentence).join(' '))];
}

/** The comparison of several runs. */
export function comparisonSection(runs: readonly RunData[], speech: Speech): Section {
  const all = comparisonsOf(runs);
  const month = commonMonth(runs);
  const changed = changedFiles(runs);
  return {
    id: 'comparison',
    title: speech.words.sections.comparison,
    blocks: [
      ...sayUnlike(runs, speech),
      ...(all.length === 0 ? [] : [...sentences(all, speech), differencesTable(all, month, speech)]),
      levelsTable(runs, month, speech),
      ...sayMoney(runs, speech),
      ...(madeAlike(runs) ? [] : [paragraph(speech.words.comparison.differentRuns)]),
      ...(changed.length === 0 ? [] : [paragraph(speech.words.comparison.changedFiles(listNames(changed)))]),
    ],
  };
}
