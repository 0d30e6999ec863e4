/** Chart: who became self-sufficient, by month since the permit. */

import type { Language } from '../language.js';
import type { RunFolder } from '../run-folder.js';
import type { Chart } from './chart.js';
import { approachesOf, municipalityOf, numberIn, textIn, wholeCohort } from './rows.js';
import { COLOURS, DASHES, formatNumber, namedLegend, say, specOf } from './style.js';
import { labelIn, monthAxis } from './words.js';

/** Cumulative incidence of self-sufficiency under each approach, with its 95 % interval over the parameters. */
export function selfSufficiencyChart(run: RunFolder, language: Language): Chart {
  const approaches = approachesOf(run);
  const values = wholeCohort(run, 'curves.csv')
    .filter((row) => row.kind === 'cumulative_incidence' && row.state === 'self_sufficient')
    .map((row) => ({
      approach: textIn(row, 'approach'),
      month: numberIn(row, 'month'),
      estimate: numberIn(row, 'estimate'),
      low: numberIn(row, 'parameter_low'),
      high: numberIn(row, 'parameter_high'),
    }));
  const last = Math.max(...values.map(({ month }) => month));
  const labels = approaches.map(({ label }) => labelIn(language, label));
  const main = approaches.map(({ id }, index) => {
    const end = values.find(({ approach, month }) => approach === id && month === last);
    const percent = (share: number | undefined) => formatNumber((share ?? Number.NaN) * 100, language);
    const isTold = Number.isFinite(end?.low) && Number.isFinite(end?.high);
    return say(language, {
      nl: `${labels[index]}: ${percent(end?.estimate)} procent (95%-interval ${isTold ? `${percent(end?.low)} tot ${percent(end?.high)}` : 'niet te zeggen'})`,
      en: `${labels[index]}: ${percent(end?.estimate)} per cent (95% interval ${isTold ? `${percent(end?.low)} to ${percent(end?.high)}` : 'cannot be told'})`,
    });
  });
  const named = namedLegend(
    approaches.map(({ id }) => id),
    labels,
  );
  const byApproach = { field: 'approach', type: 'nominal', sort: null };
  return {
    name: 'self-sufficiency',
    title: say(language, {
      nl: `Zelfredzaam door werk, ${municipalityOf(run, language)}`,
      en: `Self-sufficient through work, ${municipalityOf(run, language)}`,
    }),
    description: say(language, {
      nl: `Lijngrafiek: deel van het cohort dat ten minste eens zelfredzaam werd, naar maand sinds de vergunning. Na ${last} maanden: ${main.join('; ')}.`,
      en: `Line chart: share of the cohort that became self-sufficient at least once, by month since the permit. After ${last} months: ${main.join('; ')}.`,
    }),
    spec: specOf(language, {
      data: { values },
      height: 260,
      encoding: { x: monthAxis(last, language) },
      layer: [
        ...approaches.map(({ id }, index) => ({
          transform: [{ filter: { field: 'approach', equal: id } }],
          // No band where the interval cannot be told.
          mark: {
            type: 'area',
            opacity: 0.2,
            color: COLOURS[index % COLOURS.length],
            invalid: 'break-paths-filter-domains',
          },
          encoding: { y: { field: 'low', type: 'quantitative' }, y2: { field: 'high' } },
        })),
        {
          mark: { type: 'line', strokeWidth: 2.5 },
          encoding: {
            y: {
              field: 'estimate',
              type: 'quantitative',
              axis: {
                format: '.0%',
                title: say(language, { nl: 'Deel van het cohort', en: 'Share of the cohort' }),
              },
            },
            stroke: { ...byApproach, ...named(COLOURS) },
            strokeDash: { ...byApproach, ...named(DASHES) },
          },
        },
      ],
    }),
  };
}
