/** Chart: what the cohort lives on, month by month. */

import type { Language } from '../language.js';
import type { RunFolder } from '../package/run-folder.js';
import type { Chart } from './chart.js';
import { approachesOf, municipalityOf, numberIn, textIn, valueIn, wholeCohort } from './rows.js';
import { COLOURS, say, specOf } from './style.js';
import { labelIn, monthAxis } from './words.js';

interface IncomeState {
  readonly colour: string;
  readonly nl: string;
  readonly en: string;
}

/** The income track, from the bottom of the stack. Neighbours differ in lightness, for grey print. */
const INCOME: Readonly<Record<string, IncomeState>> = {
  living_allowance: { colour: '#999999', nl: 'leefgeld in de opvang', en: 'living allowance in the centre' },
  bijstand: { colour: '#0072B2', nl: 'bijstand', en: 'bijstand' },
  bijstand_part_time: {
    colour: '#56B4E9',
    nl: 'bijstand naast deeltijdwerk',
    en: 'bijstand beside part-time work',
  },
  work: { colour: '#F0E442', nl: 'werk, zonder bijstand', en: 'work, no bijstand' },
  education: {
    colour: '#D55E00',
    nl: 'opleiding met studiefinanciering',
    en: 'education with student finance',
  },
  other: { colour: '#DDDDDD', nl: 'geen uitkering, geen werk', en: 'no benefit, no work' },
  pension: { colour: '#CC79A7', nl: 'AOW', en: 'state pension' },
};

function stateOf(id: string): IncomeState {
  return INCOME[id] ?? { colour: COLOURS[6], nl: id, en: id };
}

/** Occupancy of the income track over time: stacked areas, a panel for each approach. */
export function occupancyChart(run: RunFolder, language: Language): Chart {
  const approaches = approachesOf(run);
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
      return `${stateOf(state)[language]} ${valueIn(end, 'estimate', 'share', language)}%`;
    });
    return `${labelIn(language, label)}: ${shares.join(', ')}`;
  });
  const words = states.map((state) => stateOf(state)[language]);
  const colour = {
    field: 'state',
    type: 'nominal',
    sort: null,
    scale: { domain: states, range: states.map((state) => stateOf(state).colour) },
    legend: {
      labelExpr: `${JSON.stringify(words)}[indexof(${JSON.stringify(states)}, datum.value)]`,
      symbolType: 'square',
      symbolStrokeColor: '#222222',
      symbolStrokeWidth: 0.5,
    },
  };
  const panels = approaches.map(({ id, label }, index) => ({
    title: labelIn(language, label),
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
          title: say(language, { nl: 'Deel van het cohort', en: 'Share of the cohort' }),
        },
      },
      color: colour,
      order: { field: 'order', type: 'quantitative' },
    },
  }));
  return {
    name: 'occupancy',
    title: say(language, {
      nl: `Waarvan het cohort leeft, ${municipalityOf(run, language)}`,
      en: `What the cohort lives on, ${municipalityOf(run, language)}`,
    }),
    description: say(language, {
      nl: `Gestapelde vlakken: verdeling van het cohort over bronnen van inkomen, naar maand sinds de vergunning, een paneel per aanpak. Na ${last} maanden: ${inWords.join('; ')}.`,
      en: `Stacked areas: the cohort by source of income, by month since the permit, a panel for each approach. After ${last} months: ${inWords.join('; ')}.`,
    }),
    spec: specOf(language, { data: { values }, vconcat: panels }),
  };
}
