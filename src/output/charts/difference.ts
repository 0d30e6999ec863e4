/** Chart: what an approach changes, person by person, with its band; and beside it the two paths that it is the difference of. */

import { bijstandShare } from '../../domain/measures/income.js';
import { EVIDENCE } from '../evidence.js';
import type { Language } from '../language.js';
import { formatAs } from '../number.js';
import { numberIn, textIn } from '../package/cells.js';
import type { Row, RunFolder } from '../package/run-folder.js';
import { typesetText } from '../report/typeset.js';
import { wordsIn } from '../words/words.js';
import { HEIGHT, levelsOf, pathPanel, type ValueAtMonth } from './bijstand-paths.js';
import type { Chart } from './chart.js';
import { endLabels } from './end-labels.js';
import { isUntold, sayGaps } from './gaps.js';
import { monthAxis } from './month-axis.js';
import { type ApproachName, approachNamesOf, municipalityOf, wholeCohort } from './rows.js';
import { spots } from './spots.js';
import { COLOURS, INK, specOf } from './style.js';

/** Whether a row of differences is one of those that the chart shows. */
export const isGain = ({ measure }: Row) => measure === bijstandShare.name;

/** A point with what tables print of it, and the error by which they round it, a share. */
interface Gain extends ValueAtMonth {
  readonly shown: number;
  readonly error: number;
}

/** More off bijstand than under the reference, in percentage points, year by year; nothing at the permit. */
function gainsOf(run: RunFolder): Gain[] {
  const rows = wholeCohort(run, 'differences.csv').filter(isGain);
  const ids = [...new Set(rows.map((row) => textIn(row, 'approach')))];
  return ids.flatMap((approach) => [
    { approach, month: 0, value: 0, low: 0, high: 0, shown: 0, error: 0 },
    ...rows
      .filter((row) => row.approach === approach)
      .map((row) => {
        const single = numberIn(row, 'draws') === 1;
        const points = (column: string) => -100 * numberIn(row, column);
        return {
          approach,
          month: numberIn(row, 'month'),
          value: points('estimate'),
          low: single ? Number.NaN : points('parameter_high'),
          high: single ? Number.NaN : points('parameter_low'),
          shown: points('shown'),
          error: numberIn(row, 'error'),
        };
      }),
  ]);
}

/** The ends of an axis around values: round numbers, and zero. */
function domainOf(values: readonly number[], step: number): [number, number] {
  const known = values.filter(Number.isFinite);
  return [Math.floor(Math.min(0, ...known) / step) * step, Math.ceil(Math.max(step, ...known) / step) * step];
}

function gainPanel(
  points: readonly Gain[],
  approaches: readonly ApproachName[],
  last: number,
  height: number,
  language: Language,
): object {
  const { charts, points: percentagePoints } = wordsIn(language);
  const domain = domainOf(
    [...points.flatMap(({ value, low, high }) => [value, low, high]), 100 * EVIDENCE.plausible],
    2,
  );
  const ids = approaches.map(({ id }) => id).filter((id) => points.some((point) => point.approach === id));
  const colour = (id: string) => COLOURS[approaches.findIndex((one) => one.id === id) % COLOURS.length]!;
  const y = {
    type: 'quantitative',
    scale: { domain, nice: false },
    axis: { title: null, tickCount: 6, labelExpr: "datum.value === 0 ? '0' : format(datum.value, '+d')" },
  };
  const x = monthAxis(last, language);
  const own = (id: string) => points.filter(({ approach }) => approach === id);
  const drawn = (id: string): ValueAtMonth[] =>
    own(id).map(({ shown: _shown, error: _error, ...point }) => point);
  const ends = ids.flatMap((id) => {
    const end = own(id).at(-1);
    const name = approaches.find((one) => one.id === id)?.label ?? id;
    return end === undefined
      ? []
      : [{ x: end.month, y: end.value, text: ids.length > 1 ? name : '', colour: colour(id) }];
  });
  const studies = { month: 60, month2: 60, low: 0, high: 100 * EVIDENCE.plausible };
  return {
    title: charts.difference.gain,
    height,
    layer: [
      ...(last < 60
        ? []
        : [
            {
              data: { values: [{ ...studies, month: 57, month2: 63 }] },
              mark: { type: 'rect', color: '#bbbbbb', opacity: 0.6 },
              encoding: {
                x: { ...x, field: 'month' },
                x2: { field: 'month2' },
                y: { ...y, field: 'low' },
                y2: { field: 'high' },
              },
            },
          ]),
      {
        data: { values: [{ zero: 0 }] },
        mark: { type: 'rule', color: INK },
        encoding: { y: { ...y, field: 'zero' } },
      },
      ...ids.flatMap((id) => [
        {
          data: { values: drawn(id) },
          // No band where the interval cannot be estimated.
          mark: { type: 'area', opacity: 0.25, color: colour(id), invalid: 'break-paths-filter-domains' },
          encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' } },
        },
        {
          data: { values: drawn(id) },
          mark: {
            type: 'line',
            strokeWidth: 2.5,
            color: colour(id),
            point: { filled: true, size: 36, color: colour(id) },
          },
          encoding: { x, y: { ...y, field: 'value' } },
        },
        spots(
          own(id)
            .slice(1)
            .map((point) => ({
              month: point.month,
              value: point.value,
              said: sayPoint(point, percentagePoints, language),
            })),
          { x, y: { ...y, field: 'value' } },
          language,
        ),
      ]),
      ...(ids.length > 1 ? [endLabels(ends, domain, height, { x: 'month', y: 'value' })] : []),
    ],
  };
}

/** A point in words, as it shows on hover, with the sign that it has on the axis. */
function sayPoint(
  { month, shown, low, high, error }: Gain,
  points: (value: string) => string,
  language: Language,
): string {
  const { charts, intervalInBrackets, noIntervalInBrackets } = wordsIn(language);
  const number = (of: number) => formatAs('share', of / 100, error, true, language);
  const interval =
    Number.isFinite(low) && Number.isFinite(high)
      ? intervalInBrackets(number(low), number(high))
      : noIntervalInBrackets;
  return `${charts.difference.atMonth(String(month))}: ${points(number(shown))} ${interval}`;
}

/**
 * How many more people are off bijstand under each approach than under the reference, by year; and the paths of both.
 *
 * @param height of the panels in pixels
 */
export function differenceChart(run: RunFolder, language: Language, height = HEIGHT): Chart {
  const { charts, list, quoted } = wordsIn(language);
  const approaches = approachNamesOf(run, language);
  const points = gainsOf(run);
  const last = Math.max(...points.map(({ month }) => month));
  const said = points
    .filter(({ month }) => month > 0)
    .map((point) => {
      const name = approaches.find(({ id }) => id === point.approach)?.label ?? point.approach;
      return `${name}, ${sayPoint(point, String, language)}`;
    });
  const names = approaches
    .filter(({ id }) => points.some(({ approach }) => approach === id))
    .map(({ label }) => label);
  const levels = levelsOf(run);
  const gaps = sayGaps(
    { band: points.some(isUntold), bar: levels.length === 0 || levels.some(isUntold) },
    language,
  );
  return {
    name: 'difference',
    title: charts.difference.title(list(names.map(quoted)), municipalityOf(run, language)),
    description: typesetText(charts.difference.description(said.join('; ')), language),
    spec: specOf(language, {
      usermeta: { beside: true, notes: [charts.difference.note], gaps },
      vconcat: [
        gainPanel(points, approaches, last, height, language),
        pathPanel(run, approaches, last, height, language),
      ],
    }),
  };
}
