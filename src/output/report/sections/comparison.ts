/** Several municipalities side by side: which approach pays where, and where it cannot be told. */

import { selfSufficientShare } from '../../../domain/measures/self-sufficiency.js';
import { listNames } from '../../list-names.js';
import { canBeRanked } from '../../package/footing.js';
import { sayOutcomeNote } from '../../say-no-interval.js';
import { type Block, type Cell, type FigureBlock, paragraph, type TableBlock, textCell } from '../blocks.js';
import { commonMonth, horizonYears, isPlan, type RunData } from '../run-data.js';
import type { Section } from '../section.js';
import { approachName, rawCell, runHeading, type Speech } from '../speech.js';
import { gainRow, type Verdict, weighGain } from '../verdict.js';
import {
  type ComparedApproach,
  type ComparedColumns,
  columnsOf,
  comparisonsOf,
  differenceOf,
} from './compared.js';
import { sayOutside } from './front.js';
import { placesTable, sayPlaces } from './places.js';
import { sayReference } from './question.js';
import { sayMoneyOfAll, sayUnlike } from './unlike.js';

/** The comparisons by what they are for: the gain in self-sufficiency, the largest first. */
function byGain(all: readonly ComparedApproach[], month: number): ComparedApproach[] {
  const gain = (each: ComparedApproach) =>
    differenceOf(each, selfSufficientShare, month)?.estimate ?? Number.NEGATIVE_INFINITY;
  return [...all].sort((a, b) => gain(b) - gain(a));
}

/** The same where ranks would mean nothing: by name. */
const byName = (all: readonly ComparedApproach[], { language }: Speech): ComparedApproach[] =>
  all.toSorted((a, b) => a.run.municipality.localeCompare(b.run.municipality, language));

function differencesTable(
  all: readonly ComparedApproach[],
  columns: ComparedColumns,
  month: number,
  isRanked: boolean,
  speech: Speech,
): TableBlock {
  const { comparison, headings } = speech.words;
  const year = rawCell(speech, month / 12).text;
  const { selfSufficient, offBijstand, dropout, balance, own } = columns;
  const draws = Math.min(...all.map(({ run }) => run.manifest.parameter_draws));
  const isOfOne = all[0]?.run.variantOf !== undefined;
  return {
    kind: 'table',
    name: 'comparison',
    sheet: 'summary',
    chart: { kind: 'bar', column: 2, interval: selfSufficient.map(([, interval]) => interval) },
    caption: comparison.caption(isRanked),
    columns: [
      { label: runHeading(all[0]?.run, speech), kind: 'text', weight: 1.4 },
      { label: headings.approach, kind: 'text', weight: 1.5 },
      { label: comparison.selfSufficient(year), kind: 'number', weight: 1.1 },
      { label: comparison.gain(year), kind: 'number', weight: 1.1 },
      { label: comparison.dropout, kind: 'number', weight: 1 },
      { label: comparison.balance, kind: 'number', weight: 1 },
      { label: headings.interval, kind: 'interval', weight: 1.7 },
      { label: comparison.own, kind: 'number', weight: 1.1 },
      { label: headings.verdict, kind: 'text', weight: 2.2 },
    ],
    rows: all.map(({ run, approach, verdict }, i): Cell[] => [
      textCell(run.municipality),
      textCell(approachName(approach)),
      selfSufficient[i]![0],
      offBijstand[i]![0],
      dropout[i]![0],
      ...balance[i]!,
      own[i]!,
      textCell(verdict === undefined ? '' : speech.words.verdicts[verdict]),
    ]),
    note: [...(isOfOne ? [] : [comparison.note]), sayOutcomeNote(draws, speech.language)].join(' '),
  };
}

function sentences(all: readonly ComparedApproach[], speech: Speech): Block[] {
  const { comparison, list } = speech.words;
  const known = all.filter(({ verdict }) => verdict !== undefined);
  const of = (...verdicts: Verdict[]) => known.filter(({ verdict }) => verdicts.includes(verdict!));
  const names = (some: readonly ComparedApproach[]) =>
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
  const count = (some: readonly ComparedApproach[]) => String(some.length);
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
  const columns = columnsOf(all, month, speech);
  const changed = changedFiles(runs);
  const { comparison, sections } = speech.words;
  const horizons = [...new Set(runs.map(horizonYears))];
  const years = speech.words.list(horizons.map((each) => rawCell(speech, each).text));
  const [{ variantOf }, count] = [runs[0]!, String(runs.length)];
  return {
    id: 'comparison',
    title: sections.comparison,
    sheet: 'summary',
    blocks: [
      paragraph(
        [
          variantOf === undefined
            ? comparison.question(count, years, runs.some(isPlan))
            : comparison.questionOfOne(variantOf, count, years),
          ...sayReference(runs, speech),
        ].join(' '),
      ),
      ...sayUnlike(runs, isRanked, speech),
      ...(all.length === 0 ? [] : sentences(all, speech)),
      ...figures,
      ...(all.length === 0
        ? []
        : [
            differencesTable(all, columns, month, isRanked, speech),
            ...(isRanked
              ? [paragraph(sayPlaces(all, columns, speech)), placesTable(all, columns, month, speech)]
              : []),
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
