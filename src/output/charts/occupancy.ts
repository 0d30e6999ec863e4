/** Chart: what the cohort lives on, month by month. */

import type { Language } from '../language.js';
import type { RunFolder } from '../package/run-folder.js';
import { nameIn, wordsIn } from '../words/words.js';
import type { Chart } from './chart.js';
import { monthAxis } from './month-axis.js';
import { approachesOf, municipalityOf, numberIn, textIn, valueIn, wholeCohort } from './rows.js';
import { COLOURS, specOf } from './style.js';

/** Colours of the income track, from the bottom of the stack. Neighbours differ in lightness, for grey print. */
const colours: Readonly<Record<string, string>> = {
  living_allowance: '#999999',
  bijstand: '#0072B2',
  bijstand_part_time: '#56B4E9',
  work: '#F0E442',
  education: '#D55E00',
  other: '#DDDDDD',
  pension: '#CC79A7',
};

/** Occupancy of the income track over time: stacked areas, a panel for each approach. */
export function occupancyChart(run: RunFolder, language: Language): Chart {
  const { charts, percent } = wordsIn(language);
  const nameOf = (state: string) => nameIn(charts.occupancy.states, state);
  const approaches = approachesOf(run, language);
  const rows = wholeCohort(run, 'curves.csv').filter(
    (row) => row.kind === 'occupancy' && row.track === 'income',
  );
  const values = rows.map((row) => ({
    approach: textIn(row, 'approach'),
    state: textIn(row, 'state'),
    month: numberIn(row, 'month'),
    estimate: numberIn(row, 'estimate'),
  }));
  const states = [...new Set(values.map(({ state }) => state))];
  const last = Math.max(...values.map(({ month }) => month));
  const inWords = approaches.map(({ id, label }) => {
    const shares = states.map((state) => {
      const end = rows.find((row) => row.approach === id && row.state === state && row.month === last);
      return `${nameOf(state)} ${percent(valueIn(end, 'estimate', 'share', language))}`;
    });
    return `${label}: ${shares.join(', ')}`;
  });
  const colour = {
    field: 'state',
    type: 'nominal',
    sort: null,
    scale: { domain: states, range: states.map((state) => colours[state] ?? COLOURS[6]) },
    legend: {
      labelExpr: `${JSON.stringify(states.map(nameOf))}[indexof(${JSON.stringify(states)}, datum.value)]`,
      symbolType: 'square',
      symbolStrokeColor: '#222222',
      symbolStrokeWidth: 0.5,
    },
  };
  const panels = approaches.map(({ id, label }, index) => ({
    title: label,
    height: 190,
    transform: [
      { filter: { field: 'approach', equal: id } },
      { calculate: `indexof(${JSON.stringify(states)}, datum.state)`, as: 'order' },
    ],
    mark: { type: 'area', stroke: '#222222', strokeWidth: 0.5 },
    encoding: {
      x: monthAxis(last, language, index === approaches.length - 1),
      y: {
        field: 'estimate',
        type: 'quantitative',
        stack: 'zero',
        scale: { domain: [0, 1], nice: false },
        axis: {
          format: '.0%',
          tickCount: 5,
          title: charts.shareOfCohort,
        },
      },
      color: colour,
      order: { field: 'order', type: 'quantitative' },
    },
  }));
  return {
    name: 'occupancy',
    title: charts.occupancy.title(municipalityOf(run, language)),
    description: charts.occupancy.description(last, inWords.join('; ')),
    spec: specOf(language, { data: { values }, vconcat: panels }),
  };
}
