/** Several municipalities side by side: which approach pays where, and where it cannot be told. */

import { type Block, type Cell, paragraph, type TableBlock, textCell } from '../blocks.js';
import {
  approachesOf,
  findOutcome,
  headlineMonth,
  type Outcome,
  type ReportedApproach,
  type RunData,
} from '../run-data.js';
import type { Section } from '../section.js';
import { approachName, outcomeCells, rawCell, type Speech } from '../speech.js';
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
function turned(row: Outcome | undefined): Outcome | undefined {
  return row && { ...row, estimate: -row.estimate, low: -row.high, high: -row.low };
}

function differenceCells({ run, approach, verdict }: Comparison, speech: Speech): Cell[] {
  const at = (measure: string, month = Number.NaN) =>
    findOutcome(run.differences, approach.name, measure, month);
  const first = (row: Outcome | undefined) => outcomeCells(speech, row, true)[0];
  return [
    textCell(run.municipality),
    textCell(approachName(speech, approach)),
    first(turned(at('bijstand_share', headlineMonth(run)))),
    first(at('bijstand_cost_discounted')),
    first(at('programme_cost_discounted')),
    ...outcomeCells(speech, at('net_balance_discounted'), true),
    textCell(verdict === undefined ? '' : speech.words.verdicts[verdict]),
  ];
}

function differencesTable(all: readonly Comparison[], speech: Speech): TableBlock {
  const { comparison, headings } = speech.words;
  const year = rawCell(speech, headlineMonth(all[0]!.run) / 12).text;
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
    rows: all.map((each) => differenceCells(each, speech)),
    note: `${comparison.note} ${speech.words.outcomes.note}`,
  };
}

function levelsTable(runs: readonly RunData[], speech: Speech): TableBlock {
  const { comparison, headings, names } = speech.words;
  const rows = runs.flatMap((run) =>
    approachesOf(run).map((approach): Cell[] => {
      const level = (measure: string, month = Number.NaN) =>
        outcomeCells(speech, findOutcome(run.estimates, approach.name, measure, month))[0];
      return [
        textCell(run.municipality),
        textCell(approachName(speech, approach)),
        level('self_sufficient_share', headlineMonth(run)),
        level('months_to_self_sufficiency_restricted_mean'),
        level('bijstand_cost_discounted'),
        level('programme_cost_discounted'),
        level('dropout_share_any'),
      ];
    }),
  );
  const { measures, patterns } = names;
  const year = rawCell(speech, headlineMonth(runs[0]!) / 12).text;
  return {
    kind: 'table',
    name: 'levels',
    caption: comparison.levels,
    columns: [
      { label: headings.municipality, kind: 'text', weight: 1.4 },
      { label: headings.approach, kind: 'text', weight: 1.6 },
      { label: patterns.atYear(measures.self_sufficient_share, year), kind: 'number', weight: 1.1 },
      { label: measures.months_to_self_sufficiency_restricted_mean, kind: 'number', weight: 1.5 },
      { label: patterns.discounted(measures.bijstand_cost), kind: 'number', weight: 1.3 },
      { label: patterns.discounted(measures.programme_cost), kind: 'number', weight: 1.4 },
      { label: measures.dropout_share_any, kind: 'number', weight: 1.3 },
    ],
    rows,
    note: speech.words.dropout.note,
  };
}

function sentences(all: readonly Comparison[], speech: Speech): Block[] {
  const { comparison, list } = speech.words;
  const judged = all.filter(({ verdict }) => verdict !== undefined);
  const of = (...verdicts: Verdict[]) => judged.filter(({ verdict }) => verdicts.includes(verdict!));
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
    count(judged),
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

/** The comparison of several runs. */
export function comparisonSection(runs: readonly RunData[], speech: Speech): Section {
  const all = comparisonsOf(runs);
  return {
    id: 'comparison',
    title: speech.words.sections.comparison,
    blocks: [
      ...(all.length === 0 ? [] : [...sentences(all, speech), differencesTable(all, speech)]),
      levelsTable(runs, speech),
      ...(madeAlike(runs) ? [] : [paragraph(speech.words.comparison.differentRuns)]),
    ],
  };
}
