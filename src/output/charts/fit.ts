/** Chart: published figures against the model over time, of a calibration. */

import type { Language } from '../language.js';
import type { Row } from '../package/run-folder.js';
import type { Chart } from './chart.js';
import { numberIn, textIn } from './rows.js';
import { COLOURS, INK, say, specOf } from './style.js';
import { monthAxis } from './words.js';

const PANELS = ['on_benefit', 'paid_work'] as const;

const titles = {
  on_benefit: { nl: 'Met een uitkering', en: 'On benefit' },
  paid_work: { nl: 'In betaald werk', en: 'In paid work' },
} as const;

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

/** Figures of the whole cohort by month with their tolerance, beside the model's mean and 95 % interval. */
export function fitChart(rows: readonly Row[], language: Language): Chart {
  const values = rows
    .filter((row) => row.subgroup === 'all' && PANELS.some((metric) => metric === row.metric))
    .map(pointOf)
    .sort((a, b) => a.month - b.month);
  const fitted = values.filter(({ use }) => use === 'fit');
  const inside = fitted.filter(({ estimate, below, above }) => estimate >= below && estimate <= above).length;
  const last = Math.max(...values.map(({ month }) => month));
  const y = { type: 'quantitative', axis: { format: '.0%', title: null } };
  const panel = (metric: (typeof PANELS)[number], lowest: boolean) => ({
    title: titles[metric][language],
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
        mark: { type: 'point', size: 60, stroke: INK, strokeWidth: 1.5, opacity: 1 },
        encoding: {
          y: { field: 'data', ...y },
          fill: {
            field: 'use',
            type: 'nominal',
            scale: { domain: ['fit', 'validation'], range: [INK, '#ffffff'] },
            legend: {
              labelExpr: say(language, {
                nl: "datum.value == 'fit' ? 'gepubliceerd cijfer met tolerantie, gebruikt bij het ijken' : 'gepubliceerd cijfer, bewaard om te toetsen'",
                en: "datum.value == 'fit' ? 'published figure with tolerance, used in the fit' : 'published figure, kept for validation'",
              }),
            },
          },
        },
      },
    ],
  });
  return {
    name: 'fit',
    title: say(language, { nl: 'Model en gepubliceerde cijfers', en: 'Model and published figures' }),
    description: say(language, {
      nl: `Lijngrafieken met punten: deel van het cohort met een uitkering en in betaald werk, naar maand sinds de vergunning; lijn en band: model met 95%-interval over de parameters. ${inside} van ${fitted.length} cijfers die bij het ijken zijn gebruikt, liggen binnen hun tolerantie.`,
      en: `Line charts with points: share of the cohort on benefit and in paid work, by month since the permit; line and band: model with its 95% interval over the parameters. ${inside} of ${fitted.length} figures used in the fit lie within their tolerance.`,
    }),
    spec: specOf(language, {
      data: { values },
      vconcat: PANELS.map((metric, i) => panel(metric, i === PANELS.length - 1)),
    }),
  };
}
