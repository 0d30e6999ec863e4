/** Chart: what a person of the cohort costs all payers together, added up over calendar years. */

import type { Language } from '../language.js';
import type { RunFolder } from '../run-folder.js';
import type { Chart } from './chart.js';
import { type ApproachName, approachesOf, municipalityOf, numberIn, textIn, wholeCohort } from './rows.js';
import { COLOURS, DASHES, formatNumber, namedLegend, say, specOf } from './style.js';
import { labelIn } from './words.js';

interface YearTotal {
  readonly approach: string;
  readonly year: number;
  /** Euros per person up to and including the year, nominal. */
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
      for (const row of own) if (numberIn(row, 'year') === year) cumulative += numberIn(row, 'per_person');
      return { approach: id, year, cumulative };
    });
  });
}

interface BreakEven {
  readonly approach: string;
  /** NaN when the costs are not earned back. */
  readonly year: number;
  readonly words: string;
}

/** When each approach has earned itself back against its reference, in words. */
function findBreakEven(run: RunFolder, approaches: readonly ApproachName[], language: Language): BreakEven[] {
  const rows = wholeCohort(run, 'differences.csv');
  const reference = (id: string) =>
    textIn(
      rows.find((row) => row.approach === id),
      'reference',
    );
  const labelOf = (id: string) => labelIn(language, approaches.find((one) => one.id === id)?.label ?? id);
  const compared = approaches.filter(({ id }) =>
    rows.some((row) => row.approach === id && row.measure === 'break_even_month'),
  );
  return compared.map(({ id, label }) => {
    const value = (measure: string) =>
      numberIn(
        rows.find((row) => row.approach === id && row.measure === measure),
        'estimate',
      );
    const month = value('break_even_month');
    const year = value('break_even_year');
    const probability = value('break_even_probability');
    const name = labelIn(language, label);
    const against = labelOf(reference(id));
    const when = Number.isFinite(month)
      ? say(language, {
          nl: `na ${formatNumber(month, language)} maanden terugverdiend tegenover ${against}${Number.isFinite(year) ? `, in ${year}` : ''}`,
          en: `earned back against ${against} after ${formatNumber(month, language)} months${Number.isFinite(year) ? `, in ${year}` : ''}`,
        })
      : say(language, {
          nl: `niet terugverdiend binnen de horizon tegenover ${against}`,
          en: `not earned back within the horizon against ${against}`,
        });
    const percent = `${formatNumber(probability * 100, language)}%`;
    const odds = Number.isFinite(probability)
      ? say(language, {
          nl: ` (kans op terugverdienen: ${percent})`,
          en: ` (probability of earning back: ${percent})`,
        })
      : '';
    return { approach: id, year, words: `${name}: ${when}${odds}` };
  });
}

/** Cumulative costs per person by calendar year under each approach, with the break-even against the reference. */
export function costChart(run: RunFolder, language: Language): Chart {
  const approaches = approachesOf(run);
  const values = accumulateCosts(run, approaches);
  const breakEven = findBreakEven(run, approaches, language);
  const points = breakEven.flatMap(({ approach, year }) =>
    values.filter((value) => value.approach === approach && value.year === year),
  );
  const years = [...new Set(values.map(({ year }) => year))];
  const last = years.at(-1);
  const ends = approaches.map(({ id, label }) => {
    const end = values.find(({ approach, year }) => approach === id && year === last);
    return `${labelIn(language, label)} € ${formatNumber(end?.cumulative ?? Number.NaN, language)}`;
  });
  const named = namedLegend(
    approaches.map(({ id }) => id),
    approaches.map(({ label }) => labelIn(language, label)),
  );
  const x = {
    field: 'year',
    type: 'quantitative',
    scale: { domain: [years[0], last], nice: false },
    axis: {
      format: 'd',
      values: years,
      grid: false,
      title: say(language, { nl: 'Tot en met kalenderjaar', en: 'Up to and including calendar year' }),
    },
  };
  const y = {
    field: 'cumulative',
    type: 'quantitative',
    axis: {
      format: ',.0f',
      tickCount: 6,
      title: say(language, { nl: 'Euro per persoon', en: 'Euros per person' }),
    },
  };
  return {
    name: 'costs',
    title: say(language, {
      nl: `Kosten per persoon, opgeteld, ${municipalityOf(run, language)}`,
      en: `Costs per person, added up, ${municipalityOf(run, language)}`,
    }),
    description: say(language, {
      nl: `Lijngrafiek: kosten van bijstand en programma per persoon van het cohort, opgeteld over kalenderjaren, nominaal. Tot en met ${last}: ${ends.join('; ')}. ${breakEven.map(({ words }) => `${words}.`).join(' ')}`.trim(),
      en: `Line chart: costs of bijstand and programme per person of the cohort, added up over calendar years, nominal. Up to and including ${last}: ${ends.join('; ')}. ${breakEven.map(({ words }) => `${words}.`).join(' ')}`.trim(),
    }),
    spec: specOf(language, {
      usermeta: { notes: breakEven.map(({ words }) => words) },
      data: { values },
      height: 260,
      encoding: { x, y },
      layer: [
        {
          mark: { type: 'line', strokeWidth: 2.5 },
          encoding: {
            stroke: { field: 'approach', type: 'nominal', sort: null, ...named(COLOURS) },
            strokeDash: { field: 'approach', type: 'nominal', sort: null, ...named(DASHES) },
          },
        },
        {
          data: { values: points },
          mark: {
            type: 'point',
            shape: 'diamond',
            size: 220,
            filled: false,
            color: '#000000',
            strokeWidth: 2,
          },
        },
      ],
    }),
  };
}
