/** Chart: what a person of the cohort costs all payers together, added up over calendar years. */

import { breakEvenMonth, breakEvenProbability, breakEvenYear } from '../../domain/measures/break-even.js';
import { decisive } from '../../domain/measures/money.js';
import type { Language } from '../language.js';
import { formatNumber } from '../number.js';
import { numberIn, textIn } from '../package/cells.js';
import type { Row, RunFolder } from '../package/run-folder.js';
import { wordsIn } from '../words/words.js';
import type { Chart } from './chart.js';
import { endLabels } from './end-labels.js';
import { sayGaps } from './gaps.js';
import { type ApproachName, approachNamesOf, municipalityOf, valueIn, wholeCohort } from './rows.js';
import { spots } from './spots.js';
import { INK, lineOf, specOf } from './style.js';
import { accumulateCosts, extraCosts, sayingTotals, type YearTotal } from './totals.js';

interface BreakEven {
  readonly approach: string;
  readonly reference: string;
  /** NaN when the costs are not earned back. */
  readonly year: number;
  readonly inWords: string;
}

/** When each approach has earned itself back against its reference, in words. */
function findBreakEven(run: RunFolder, approaches: readonly ApproachName[], language: Language): BreakEven[] {
  const { charts, percent } = wordsIn(language);
  const rows = wholeCohort(run, 'differences.csv');
  const reference = (id: string) =>
    textIn(
      rows.find((row) => row.approach === id),
      'reference',
    );
  const labelOf = (id: string) => approaches.find((one) => one.id === id)?.label ?? id;
  const compared = approaches.filter(({ id }) =>
    rows.some((row) => row.approach === id && row.measure === breakEvenMonth.name),
  );
  return compared.map(({ id, label }) => {
    const rowOf = (measure: string) => rows.find((row) => row.approach === id && row.measure === measure);
    const value = (measure: string) => numberIn(rowOf(measure), 'estimate');
    const month = value(breakEvenMonth.name);
    const inMonths = valueIn(rowOf(breakEvenMonth.name), 'estimate', 'months', language);
    const year = value(breakEvenYear.name);
    const probability = value(breakEvenProbability.name);
    const against = labelOf(reference(id));
    const when = Number.isFinite(month)
      ? charts.costs.earnedBack(against, inMonths, Number.isFinite(year) ? String(year) : '')
      : charts.costs.notEarnedBack(against);
    // Where the balance has no interval, chance hides as well how likely it is to be earned back.
    const isTold =
      Number.isFinite(probability) && Number.isFinite(numberIn(rowOf(decisive.name), 'parameter_low'));
    const odds = isTold
      ? charts.costs.probability(percent(formatNumber(probability * 100, 0, language)))
      : '';
    return { approach: id, reference: reference(id), year, inWords: `${label}: ${when}${odds}` };
  });
}

/** The 95 % interval over the parameters of what a line ends in. */
interface EndBar {
  /** Place of its approach among all. */
  readonly index: number;
  readonly year: number;
  readonly low: number;
  readonly high: number;
}

/** The interval of minus a balance; none where it cannot be estimated. */
function barOf(row: Row | undefined, index: number, year: number): EndBar[] {
  const [low, high] = [-numberIn(row, 'parameter_high'), -numberIn(row, 'parameter_low')];
  return numberIn(row, 'draws') !== 1 && Number.isFinite(low) && Number.isFinite(high)
    ? [{ index, year, low, high }]
    : [];
}

const levelBars = (run: RunFolder, approaches: readonly ApproachName[], year: number) =>
  approaches.flatMap(({ id }, index) =>
    barOf(
      wholeCohort(run, 'estimates.csv').find((row) => row.approach === id && row.measure === decisive.name),
      index,
      year,
    ),
  );

const gainBars = (run: RunFolder, approaches: readonly ApproachName[], year: number) =>
  wholeCohort(run, 'differences.csv')
    .filter(({ measure }) => measure === decisive.name)
    .flatMap((row) =>
      barOf(
        row,
        approaches.findIndex(({ id }) => id === row.approach),
        year,
      ),
    );

/** The ends of an axis of money around values and zero: a multiple of a round number. */
function domainOf(values: readonly number[]): [number, number] {
  const known = [0, ...values.filter(Number.isFinite)];
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const step = 10 ** Math.floor(Math.log10(Math.max(1, high - low)));
  const half = (high - low) / step < 4 ? step / 2 : step;
  return [Math.floor(low / half) * half, Math.ceil(high / half) * half];
}

const HEIGHT = 180;

/**
 * Cumulative discounted costs per person by calendar year under each approach, and below them what each costs more than
 * the reference, with the end of the year in which it is earned back.
 */
export function costChart(run: RunFolder, language: Language): Chart {
  const { charts, footing: footingWords } = wordsIn(language);
  const approaches = approachNamesOf(run, language);
  const values = accumulateCosts(run, approaches);
  const breakEven = findBreakEven(run, approaches, language);
  const extra = breakEven.flatMap(({ approach, reference }) => extraCosts(values, approach, reference));
  const points = breakEven.flatMap(({ approach, year }) =>
    extra.filter((value) => value.approach === approach && value.year === year),
  );
  const years = [...new Set(values.map(({ year }) => year))];
  const last = years.at(-1);
  const sayTotal = sayingTotals(run, 'estimates.csv', last, language);
  const ends = approaches.map(({ id, label }) => {
    const end = values.find(({ approach, year }) => approach === id && year === last);
    return `${label} ${sayTotal(end ?? { approach: id, year: last ?? Number.NaN, euros: Number.NaN })}`;
  });
  const x = {
    field: 'year',
    type: 'quantitative',
    scale: { domain: [years[0], last], nice: false },
    axis: {
      format: 'd',
      values: years,
      grid: false,
      labelOverlap: 'parity',
      title: charts.costs.years,
    },
  };
  const fields = { x: 'year', y: 'euros' };
  const panel = (
    title: string,
    rows: readonly YearTotal[],
    bars: readonly EndBar[],
    say: (total: YearTotal) => string,
  ) => {
    const domain = domainOf([
      ...rows.map(({ euros: value }) => value),
      ...bars.flatMap(({ low, high }) => [low, high]),
    ]);
    const y = {
      type: 'quantitative',
      scale: { domain, nice: false },
      axis: { format: ',.0f', tickCount: 6, title: null },
    };
    const drawn = approaches
      .map(({ id, label }, index) => ({ id, label, index }))
      .filter(({ id }) => rows.some(({ approach }) => approach === id));
    return {
      title,
      height: HEIGHT,
      data: { values: rows },
      encoding: { x },
      layer: [
        {
          data: { values: [{}] },
          mark: { type: 'rule', color: INK },
          encoding: { x: null, y: { datum: 0, ...y } },
        },
        ...drawn.map(({ id, index }) => ({
          transform: [{ filter: { field: 'approach', equal: id } }],
          mark: { type: 'line', strokeWidth: 2.5, ...lineOf(index) },
          encoding: { y: { field: 'euros', ...y } },
        })),
        ...drawn.map(({ id, label }) =>
          spots(
            rows
              .filter(({ approach }) => approach === id)
              .map((row) => ({
                year: row.year,
                euros: row.euros,
                said: `${label}, ${row.year}: ${say(row)}`,
              })),
            { y: { field: 'euros', ...y } },
            language,
          ),
        ),
        ...bars.map((bar) => ({
          data: { values: [bar] },
          mark: { type: 'rule', strokeWidth: 2, color: lineOf(bar.index).color, xOffset: -3 * bar.index },
          encoding: { y: { field: 'low', ...y }, y2: { field: 'high' } },
        })),
        endLabels(
          drawn.map(({ id, label, index }) => ({
            x: last!,
            y: rows.find(({ approach, year }) => approach === id && year === last)?.euros ?? Number.NaN,
            text: label,
            colour: lineOf(index).color,
          })),
          domain,
          HEIGHT,
          fields,
        ),
      ],
    };
  };
  const [ofLevels, ofGains] = [levelBars, gainBars].map((barsOf) => barsOf(run, approaches, last!));
  const total = panel(charts.costs.total, values, ofLevels!, sayTotal);
  const more = panel(
    charts.costs.extra,
    extra,
    ofGains!,
    sayingTotals(run, 'differences.csv', last, language),
  );
  const difference = {
    ...more,
    layer: [
      ...more.layer,
      {
        data: { values: points },
        mark: { type: 'point', shape: 'diamond', size: 220, filled: false, color: INK, strokeWidth: 2 },
        encoding: { y: { field: 'euros', type: 'quantitative' } },
      },
    ],
  };
  const hasNoBar =
    ofLevels!.length < approaches.length || (extra.length > 0 && ofGains!.length < breakEven.length);
  const { footing } = run.manifest;
  const notes = [
    ...(footing === undefined ? [] : [footingWords.sentence(footingWords.discounted(footing))]),
    ...breakEven.map(({ inWords }) => inWords),
    ...(points.length > 0 ? [charts.costs.diamond] : []),
    charts.costs.bar,
  ];
  return {
    name: 'costs',
    title: charts.costs.title(municipalityOf(run, language)),
    description: charts.costs
      .description(last, ends.join('; '), breakEven.map(({ inWords }) => `${inWords}.`).join(' '))
      .trim(),
    spec: specOf(language, {
      usermeta: { notes, gaps: sayGaps({ bar: hasNoBar }, language), beside: true },
      data: { values },
      vconcat: extra.length > 0 ? [total, difference] : [total],
    }),
  };
}
