/** Chart: what the cohort lives on, month by month. */

import { ON_BIJSTAND } from '../../domain/measures/income.js';
import type { Language } from '../language.js';
import { numberIn, textIn } from '../package/cells.js';
import type { RunFolder } from '../package/run-folder.js';
import { nameIn, wordsIn } from '../words/words.js';
import { levelsOf, type ValueAtMonth } from './bijstand-paths.js';
import type { Chart } from './chart.js';
import { endLabels } from './end-labels.js';
import { sayGaps } from './gaps.js';
import { monthAxis } from './month-axis.js';
import {
  approachNamesOf,
  intervalIn,
  municipalityOf,
  shortIntervalIn,
  valueIn,
  wholeCohort,
} from './rows.js';
import { SPOT_MONTHS, spots } from './spots.js';
import { COLOURS, edgedRule, INK, specOf } from './style.js';

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

const HEIGHT = 190;

/** Share from which on an area is named at its end. */
const LEAST = 0.005;

/** Share from which on an area is seen, so that a reader asks what it is. */
const SEEN = 0.05;

/** A share of an area. */
interface Share {
  readonly approach: string;
  readonly state: string;
  readonly month: number;
  readonly estimate: number;
}

/** The interval of the share on bijstand, at the upper edge of its areas: what lies below them is added. */
function whiskersOf(
  levels: readonly ValueAtMonth[],
  shares: readonly Share[],
): Omit<ValueAtMonth, 'value'>[] {
  const states = [...new Set(shares.map(({ state }) => state))];
  const isBijstand = (state: string) => ON_BIJSTAND.some((each) => each === state);
  const below = states.slice(0, Math.max(0, states.findIndex(isBijstand)));
  return levels
    .filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high))
    .map(({ approach, month, low, high }) => {
      const base = shares
        .filter(
          (share) => share.approach === approach && share.month === month && below.includes(share.state),
        )
        .reduce((sum, { estimate }) => sum + estimate, 0);
      return { approach, month, low: base + low, high: base + high };
    });
}

/**
 * Occupancy of the income track over time: stacked areas named at their ends, a panel for each approach. Where an area above another begins is no
 * estimate of its own, so that the areas carry one interval only: of the share on bijstand, at its edge. That of others stands with their names.
 */
export function occupancyChart(run: RunFolder, language: Language): Chart {
  const { charts, percent } = wordsIn(language);
  const nameOf = (state: string) => nameIn(charts.occupancy.states, state);
  const approaches = approachNamesOf(run, language);
  const rows = wholeCohort(run, 'curves.csv').filter(
    (row) => row.kind === 'occupancy' && row.track === 'income',
  );
  const values = rows.map(
    (row): Share => ({
      approach: textIn(row, 'approach'),
      state: textIn(row, 'state'),
      month: numberIn(row, 'month'),
      estimate: numberIn(row, 'estimate'),
    }),
  );
  const states = [...new Set(values.map(({ state }) => state))];
  const last = Math.max(...values.map(({ month }) => month));
  const rowAt = (approach: string, state: string) =>
    rows.find((row) => row.approach === approach && row.state === state && row.month === last);
  const shareAt = (approach: string, state: string) =>
    percent(valueIn(rowAt(approach, state), 'estimate', 'share', language));
  const inWords = approaches.map(({ id, label }) => {
    const shares = states.map((state) => {
      return `${nameOf(state)} ${shareAt(id, state)} ${intervalIn(rowAt(id, state), 'share', language)}`;
    });
    return `${label}: ${shares.join(', ')}`;
  });
  // What is gone at the end has no place there for its name.
  const early = states.filter((state) => {
    const shares = values.filter((each) => each.state === state);
    const atEnd = shares.filter(({ month }) => month === last);
    return shares.some(({ estimate }) => estimate >= SEEN) && atEnd.every(({ estimate }) => estimate < LEAST);
  });
  /** The interval of a large area at its end, after its share: a small one has no room for it. */
  const intervalAt = (approach: string, state: string) => {
    const row = rowAt(approach, state);
    return numberIn(row, 'estimate') >= SEEN ? shortIntervalIn(row, language) : '';
  };
  const levels = levelsOf(run);
  const whiskers = whiskersOf(levels, values);
  const notes = [
    ...(early.length === 0 ? [] : [charts.occupancy.early(early.map(nameOf).join(', '))]),
    ...(whiskers.length === 0 ? [] : [charts.occupancy.bars]),
    ...(approaches.some(({ id }) => states.some((state) => intervalAt(id, state) !== ''))
      ? [charts.occupancy.ends]
      : []),
  ];
  const gaps = sayGaps({ bar: whiskers.length > 0 && whiskers.length < levels.length }, language);
  const colourOf = (state: string) => colours[state] ?? COLOURS[6];
  /** The middle of each area at the end, from the bottom of the stack. */
  const endsOf = (approach: string) => {
    let below = 0;
    return states.flatMap((state) => {
      const share = numberIn(rowAt(approach, state), 'estimate');
      const middle = below + share / 2;
      below += share;
      const text = `${nameOf(state)} ${shareAt(approach, state)}${intervalAt(approach, state)}`;
      return share >= LEAST ? [{ x: last, y: middle, text, colour: INK }] : [];
    });
  };
  /** In the middle of each area, the share that it is. */
  const spotsOf = (approach: string, label: string) =>
    [...new Set(values.map(({ month }) => month))]
      .filter((month) => month > 0 && month % SPOT_MONTHS === 0)
      .flatMap((month) => {
        let below = 0;
        return states.flatMap((state) => {
          const row = rows.find(
            (each) => each.approach === approach && each.state === state && each.month === month,
          );
          const share = numberIn(row, 'estimate') || 0;
          const estimate = below + share / 2;
          below += share;
          const said = `${label}, ${charts.difference.atMonth(String(month))}: ${nameOf(state)} ${percent(valueIn(row, 'estimate', 'share', language))} ${intervalIn(row, 'share', language)}`;
          return share >= LEAST ? [{ month, estimate, said }] : [];
        });
      });
  const middle = {
    field: 'estimate',
    type: 'quantitative',
    scale: { domain: [0, 1], nice: false },
    axis: { format: '.0%', tickCount: 5, title: null },
  };
  const panels = approaches.map(({ id, label }) => ({
    title: label,
    height: HEIGHT,
    layer: [
      {
        transform: [
          { filter: { field: 'approach', equal: id } },
          { calculate: `indexof(${JSON.stringify(states)}, datum.state)`, as: 'order' },
        ],
        mark: { type: 'area', stroke: INK, strokeWidth: 0.5 },
        encoding: {
          x: monthAxis(last, language),
          y: { ...middle, stack: 'zero' },
          color: {
            field: 'state',
            type: 'nominal',
            sort: null,
            scale: { domain: states, range: states.map(colourOf) },
            legend: null,
          },
          order: { field: 'order', type: 'quantitative' },
        },
      },
      ...edgedRule(4).map((look) => ({
        data: { values: whiskers.filter(({ approach }) => approach === id) },
        // The last stands before the end of the areas, where half of it would lie on white.
        transform: [{ calculate: `min(datum.month, ${last - 1})`, as: 'at' }],
        mark: { type: 'rule', ...look },
        encoding: {
          x: { ...monthAxis(last, language), field: 'at' },
          y: { ...middle, field: 'low' },
          y2: { field: 'high' },
        },
      })),
      spots(spotsOf(id, label), { x: monthAxis(last, language), y: middle }, language),
      endLabels(endsOf(id), [0, 1], HEIGHT, { x: 'month', y: 'estimate' }),
    ],
  }));
  return {
    name: 'occupancy',
    title: charts.occupancy.title(municipalityOf(run, language)),
    description: charts.occupancy.description(last, inWords.join('; ')),
    spec: specOf(language, { usermeta: { beside: true, notes, gaps }, data: { values }, vconcat: panels }),
  };
}
