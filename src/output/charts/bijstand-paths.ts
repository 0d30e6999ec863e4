/** The right panel of the chart of differences: the paths on bijstand of which the gain is the difference. */

import { bijstandShare, ON_BIJSTAND } from '../../domain/measures/income.js';
import type { Language } from '../language.js';
import { formatNumber } from '../number.js';
import { numberIn, textIn } from '../package/cells.js';
import type { RunFolder } from '../package/run-folder.js';
import { wordsIn } from '../words/words.js';
import { endLabels } from './end-labels.js';
import { monthAxis } from './month-axis.js';
import { type ApproachName, intervalIn, valueIn, wholeCohort } from './rows.js';
import { SPOT_MONTHS, spots } from './spots.js';
import { COLOURS, lineOf } from './style.js';

/** Height of the panels of the chart, unless another is asked for. */
export const HEIGHT = 200;

/** A value of an approach at a month, with the ends of its interval. */
export interface ValueAtMonth {
  readonly approach: string;
  readonly month: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The share on bijstand month by month: part-time work beside it counts. */
function pathsOf(run: RunFolder): ValueAtMonth[] {
  const rows = wholeCohort(run, 'curves.csv').filter(
    (row) =>
      row.kind === 'occupancy' && row.track === 'income' && ON_BIJSTAND.some((state) => state === row.state),
  );
  const sums = new Map<string, ValueAtMonth>();
  for (const row of rows) {
    const [approach, month] = [textIn(row, 'approach'), numberIn(row, 'month')];
    const key = `${approach}\n${month}`;
    const before = sums.get(key)?.value ?? 0;
    sums.set(key, {
      approach,
      month,
      value: before + numberIn(row, 'estimate'),
      low: Number.NaN,
      high: Number.NaN,
    });
  }
  return [...sums.values()].sort((a, b) => a.month - b.month);
}

/** The share on bijstand with its interval, at every second year. */
export function levelsOf(run: RunFolder): ValueAtMonth[] {
  return wholeCohort(run, 'estimates.csv')
    .filter(
      (row) =>
        row.measure === bijstandShare.name &&
        numberIn(row, 'month') % 24 === 0 &&
        numberIn(row, 'draws') !== 1,
    )
    .map((row) => ({
      approach: textIn(row, 'approach'),
      month: numberIn(row, 'month'),
      value: numberIn(row, 'estimate'),
      low: numberIn(row, 'parameter_low'),
      high: numberIn(row, 'parameter_high'),
    }));
}

const isEstimable = 'isValid(datum.low) && isValid(datum.high)';

/** The share on bijstand of an approach at a month in words: that of the estimates where there is one, with its interval. */
function sayLevel(
  run: RunFolder,
  approach: string,
  label: string,
  month: number,
  value: number,
  language: Language,
): string {
  const { charts, percent } = wordsIn(language);
  const row = wholeCohort(run, 'estimates.csv').find(
    (each) => each.measure === bijstandShare.name && each.month === month && each.approach === approach,
  );
  const when = `${label}, ${charts.difference.atMonth(String(month))}`;
  if (row === undefined) return `${when}: ${percent(formatNumber(100 * value, 1, language))}`;
  const withInterval = numberIn(row, 'draws') === 1 ? undefined : row;
  return `${when}: ${percent(valueIn(row, 'estimate', 'share', language))} ${intervalIn(withInterval, 'share', language)}`;
}

/** The share on bijstand under each approach by month, with intervals at every second year. */
export function pathPanel(
  run: RunFolder,
  approaches: readonly ApproachName[],
  last: number,
  height: number,
  language: Language,
): object {
  const { charts } = wordsIn(language);
  const [paths, levels] = [pathsOf(run), levelsOf(run)];
  const domain: [number, number] = [0, 1];
  const y = {
    type: 'quantitative',
    scale: { domain, nice: false },
    axis: { title: null, format: '.0%', tickCount: 5 },
  };
  const x = monthAxis(last, language);
  const colour = (index: number) => COLOURS[index % COLOURS.length]!;
  const own = (points: readonly ValueAtMonth[], id: string) =>
    points.filter(({ approach }) => approach === id);
  const ends = approaches.flatMap(({ id, label }, index) => {
    const end = own(paths, id).at(-1);
    return end === undefined
      ? []
      : [
          {
            x: end.month,
            y: end.value,
            text: label,
            colour: colour(index),
          },
        ];
  });
  return {
    title: charts.difference.paths,
    height,
    layer: [
      ...approaches.flatMap(({ id, label }, index) => [
        {
          data: { values: own(levels, id).map((point) => ({ ...point, at: point.month + 1.5 * index })) },
          transform: [{ filter: isEstimable }],
          mark: { type: 'rule', strokeWidth: 1.5, color: colour(index) },
          encoding: { x: { ...x, field: 'at' }, y: { ...y, field: 'low' }, y2: { field: 'high' } },
        },
        {
          data: { values: own(paths, id) },
          mark: {
            type: 'line',
            strokeWidth: 2.5,
            color: colour(index),
            strokeDash: lineOf(index).strokeDash,
          },
          encoding: { x, y: { ...y, field: 'value' } },
        },
        spots(
          own(paths, id)
            .filter(({ month }) => month % SPOT_MONTHS === 0)
            .map(({ month, value }) => ({
              month,
              value,
              said: sayLevel(run, id, label, month, value, language),
            })),
          { x, y: { ...y, field: 'value' } },
          language,
        ),
      ]),
      endLabels(ends, domain, height, { x: 'month', y: 'value' }),
    ],
  };
}
