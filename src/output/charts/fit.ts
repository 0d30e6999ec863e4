/** Chart: published figures against the model over time, of a calibration. */

import type { Language } from '../language.js';
import { formatNumber } from '../number.js';
import { numberIn, textIn } from '../package/cells.js';
import type { Row } from '../package/run-folder.js';
import { typesetText } from '../report/typeset.js';
import { wordsIn } from '../words/words.js';
import type { Chart } from './chart.js';
import { isUntold, sayGaps } from './gaps.js';
import { monthAxis } from './month-axis.js';

import { speaking } from './spots.js';
import { COLOURS, INK, specOf } from './style.js';

const PANELS = ['on_benefit', 'paid_work'] as const;

/** A figure with a month, of the whole cohort. */
function pointOf(row: Row) {
  const [data, tolerance] = [numberIn(row, 'data'), numberIn(row, 'tolerance')];
  return {
    metric: textIn(row, 'metric'),
    month: numberIn(row, 'month'),
    data,
    below: data - tolerance,
    above: data + tolerance,
    use: textIn(row, 'use'),
    estimate: numberIn(row, 'estimate'),
    low: numberIn(row, 'parameter_low'),
    high: numberIn(row, 'parameter_high'),
  };
}

/** A figure in words, with what the model makes of it. */
function sayPoint(row: Row, language: Language): string {
  const { charts, percent } = wordsIn(language);
  const share = (column: string) => percent(formatNumber(100 * numberIn(row, column), 1, language));
  const month = charts.difference.atMonth(String(row.month));
  return typesetText(charts.fit.point(month, share('data'), share('estimate')), language);
}

/** Figures of the whole cohort by month with their tolerance, beside the model's mean and 95 % interval. */
export function fitChart(rows: readonly Row[], language: Language): Chart {
  const { fit: words } = wordsIn(language).charts;
  const titles = { on_benefit: words.onBenefit, paid_work: words.paidWork };
  const values = rows
    .filter((row) => row.subgroup === 'all' && PANELS.some((metric) => metric === row.metric))
    .map((row) => ({ ...pointOf(row), said: sayPoint(row, language) }))
    .sort((a, b) => a.month - b.month);
  const fitted = values.filter(({ use }) => use === 'fit');
  const inside = fitted.filter(({ estimate, below, above }) => estimate >= below && estimate <= above).length;
  const last = Math.max(...values.map(({ month }) => month));
  const y = { type: 'quantitative', axis: { format: '.0%', title: null } };
  const panel = (metric: (typeof PANELS)[number], lowest: boolean) => ({
    title: titles[metric],
    height: 190,
    transform: [{ filter: { field: 'metric', equal: metric } }],
    encoding: { x: monthAxis(last, language, lowest) },
    layer: [
      {
        mark: { type: 'area', opacity: 0.2, color: COLOURS[0], invalid: 'break-paths-filter-domains' },
        encoding: { y: { field: 'low', ...y }, y2: { field: 'high' } },
      },
      {
        mark: { type: 'line', strokeWidth: 2, color: COLOURS[0] },
        encoding: { y: { field: 'estimate', ...y } },
      },
      {
        mark: { type: 'rule', color: INK, strokeWidth: 1.5 },
        encoding: { y: { field: 'below', ...y }, y2: { field: 'above' } },
      },
      {
        mark: { type: 'point', size: 60, stroke: INK, strokeWidth: 1.5, opacity: 1, ...speaking.mark },
        encoding: {
          ...speaking.encoding,
          y: { field: 'data', ...y },
          fill: {
            field: 'use',
            type: 'nominal',
            scale: { domain: ['fit', 'validation'], range: [INK, '#ffffff'] },
            legend: null,
          },
        },
      },
    ],
  });
  return {
    name: 'fit',
    title: words.title,
    description: words.description(inside, fitted.length),
    spec: specOf(language, {
      usermeta: {
        notes: [words.fitted, words.validation],
        gaps: sayGaps({ band: values.some(isUntold) }, language),
      },
      data: { values },
      vconcat: PANELS.map((metric, i) => panel(metric, i === PANELS.length - 1)),
    }),
  };
}
