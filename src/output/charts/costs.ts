/** Chart: what a person of the cohort costs all payers together, added up over calendar years. */

import { breakEvenMonth, breakEvenProbability, breakEvenYear } from '../../domain/measures/break-even.js';
import { decisive } from '../../domain/measures/money.js';
import type { Language } from '../language.js';
import { formatAs, formatNumber } from '../number.js';
import { numberIn, textIn } from '../package/cells.js';
import type { Row, RunFolder } from '../package/run-folder.js';
import { wordsIn } from '../words/words.js';
import type { Chart } from './chart.js';
import { endLabels } from './end-labels.js';
import { type ApproachName, approachNamesOf, municipalityOf, valueIn, wholeCohort } from './rows.js';
import { spots } from './spots.js';
import { INK, lineOf, specOf } from './style.js';

interface YearTotal {
  readonly approach: string;
  readonly year: number;
  /** Euros per person up to and including the year, discounted: break-even is counted in these. */
  readonly euros: number;
}

/** Adds up the components of each year, and the years. */
function accumulateCosts(run: RunFolder, approaches: readonly ApproachName[]): YearTotal[] {
  const rows = wholeCohort(run, 'costs.csv');
  const years = [...new Set(rows.map((row) => numberIn(row, 'year')))].sort((a, b) => a - b);
  return approaches.flatMap(({ id }) => {
    const own = rows.filter((row) => row.approach === id);
    let euros = 0;
    return years.map((year) => {
      for (const row of own)
        if (numberIn(row, 'year') === year) euros += numberIn(row, 'per_person_discounted');
      return { approach: id, year, euros };
    });
  });
}

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

/** What an approach has cost more than its reference, year by year; below zero once it is earned back. */
function extraCosts(
  totals: readonly YearTotal[],
  approach: string,
  reference: string,
): { readonly approach: string; readonly year: number; readonly euros: number }[] {
  const held = new Map(
    totals.filter((total) => total.approach === reference).map(({ year, euros }) => [year, euros]),
  );
  return totals
    .filter((total) => total.approach === approach)
    .map(({ year, euros }) => ({ approach, year, euros: euros - (held.get(year) ?? Number.NaN) }));
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
  const { charts, euros, footing: footingWords } = wordsIn(language);
  const approaches = approachNamesOf(run, language);
  const values = accumulateCosts(run, approaches);
  const breakEven = findBreakEven(run, approaches, language);
  const extra = breakEven.flatMap(({ approach, reference }) => extraCosts(values, approach, reference));
  const points = breakEven.flatMap(({ approach, year }) =>
    extra.filter((value) => value.approach === approach && value.year === year),
  );
  const years = [...new Set(values.map(({ year }) => year))];
  const last = years.at(-1);
  const ends = approaches.map(({ id, label }) => {
    const end = values.find(({ approach, year }) => approach === id && year === last);
    // The end of the line is minus the discounted net balance: rounded as the MCSE of that warrants.
    const balance = wholeCohort(run, 'estimates.csv').find(
      (row) => row.approach === id && row.measure === decisive.name,
    );
    const text = formatAs('euros', end?.euros ?? Number.NaN, numberIn(balance, 'error'), false, language);
    return `${label} ${euros(text)}`;
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
  /** The error by which sums of money are rounded: that of the balance, the largest. */
  const error = Math.max(
    0,
    ...wholeCohort(run, 'estimates.csv')
      .filter(({ measure }) => measure === decisive.name)
      .map((row) => numberIn(row, 'error'))
      .filter(Number.isFinite),
  );
  const panel = (title: string, rows: readonly YearTotal[], bars: readonly EndBar[]) => {
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
              .map(({ year, euros: value }) => ({
                year,
                euros: value,
                said: `${label}, ${year}: ${euros(formatAs('euros', value, error, false, language))}`,
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
  const total = panel(charts.costs.total, values, levelBars(run, approaches, last!));
  const more = panel(charts.costs.extra, extra, gainBars(run, approaches, last!));
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
      usermeta: { notes, beside: true },
      data: { values },
      vconcat: extra.length > 0 ? [total, difference] : [total],
    }),
  };
}
