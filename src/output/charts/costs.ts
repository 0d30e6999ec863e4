/** Chart: what a person of the cohort costs all payers together, added up over calendar years. */

import { breakEvenMonth, breakEvenProbability, breakEvenYear } from '../../domain/measures/break-even.js';
import { decisive } from '../../domain/measures/money.js';
import type { Language } from '../language.js';
import { formatAs, formatNumber } from '../number.js';
import type { RunFolder } from '../package/run-folder.js';
import { wordsIn } from '../words/words.js';
import type { Chart } from './chart.js';
import {
  type ApproachName,
  approachesOf,
  municipalityOf,
  numberIn,
  textIn,
  valueIn,
  wholeCohort,
} from './rows.js';
import { COLOURS, DASHES, INK, namedLegend, specOf } from './style.js';

interface YearTotal {
  readonly approach: string;
  readonly year: number;
  /** Euros per person up to and including the year, discounted: break-even is counted in these. */
  readonly cumulative: number;
}

/** Adds up the components of each year, and the years. */
function accumulateCosts(run: RunFolder, approaches: readonly ApproachName[]): YearTotal[] {
  const rows = wholeCohort(run, 'costs.csv');
  const years = [...new Set(rows.map((row) => numberIn(row, 'year')))].sort((a, b) => a - b);
  return approaches.flatMap(({ id }) => {
    const own = rows.filter((row) => row.approach === id);
    let cumulative = 0;
    return years.map((year) => {
      for (const row of own)
        if (numberIn(row, 'year') === year) cumulative += numberIn(row, 'per_person_discounted');
      return { approach: id, year, cumulative };
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
    const odds = Number.isFinite(probability)
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
): { readonly approach: string; readonly year: number; readonly extra: number }[] {
  const held = new Map(
    totals.filter((total) => total.approach === reference).map(({ year, cumulative }) => [year, cumulative]),
  );
  return totals
    .filter((total) => total.approach === approach)
    .map(({ year, cumulative }) => ({ approach, year, extra: cumulative - (held.get(year) ?? Number.NaN) }));
}

/**
 * Cumulative discounted costs per person by calendar year under each approach, and below them what each costs more than
 * the reference, with the end of the year in which it is earned back.
 */
export function costChart(run: RunFolder, language: Language): Chart {
  const { charts, euros, footing: footingWords } = wordsIn(language);
  const approaches = approachesOf(run, language);
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
    const text = formatAs('euros', end?.cumulative ?? Number.NaN, numberIn(balance, 'mcse'), false, language);
    return `${label} ${euros(text)}`;
  });
  const named = namedLegend(
    approaches.map(({ id }) => id),
    approaches.map(({ label }) => label),
  );
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
  const axisOf = (field: string, title: string) => ({
    field,
    type: 'quantitative',
    axis: { format: ',.0f', tickCount: 6, title },
  });
  const line = {
    mark: { type: 'line', strokeWidth: 2.5 },
    encoding: {
      stroke: { field: 'approach', type: 'nominal', sort: null, ...named(COLOURS) },
      strokeDash: { field: 'approach', type: 'nominal', sort: null, ...named(DASHES) },
    },
  };
  const total = {
    height: 230,
    encoding: {
      x,
      y: axisOf('cumulative', charts.eurosPerPerson),
    },
    layer: [line],
  };
  const difference = {
    title: charts.costs.extra,
    data: { values: extra },
    height: 150,
    encoding: { x, y: axisOf('extra', charts.eurosPerPerson) },
    layer: [
      { mark: { type: 'rule', color: INK }, encoding: { x: null, y: { datum: 0 } } },
      line,
      {
        data: { values: points },
        mark: { type: 'point', shape: 'diamond', size: 220, filled: false, color: INK, strokeWidth: 2 },
      },
    ],
  };
  const { footing } = run.manifest;
  const notes = [
    ...(footing === undefined ? [] : [footingWords.sentence(footingWords.discounted(footing))]),
    ...breakEven.map(({ inWords }) => inWords),
    ...(points.length > 0 ? [charts.costs.diamond] : []),
  ];
  return {
    name: 'costs',
    title: charts.costs.title(municipalityOf(run, language)),
    description: charts.costs
      .description(last, ends.join('; '), breakEven.map(({ inWords }) => `${inWords}.`).join(' '))
      .trim(),
    spec: specOf(language, {
      usermeta: { notes },
      data: { values },
      vconcat: extra.length > 0 ? [total, difference] : [total],
    }),
  };
}
