/** Chart: who became self-sufficient, by month since the permit. */

import { SELF_SUFFICIENT } from '../../domain/measures/self-sufficiency.js';
import type { Language } from '../language.js';
import type { RunFolder } from '../package/run-folder.js';
import type { Chart } from './chart.js';
import { approachesOf, intervalIn, municipalityOf, numberIn, textIn, valueIn, wholeCohort } from './rows.js';
import { COLOURS, DASHES, namedLegend, say, specOf } from './style.js';
import { labelIn, monthAxis } from './words.js';

/** Cumulative incidence of self-sufficiency under each approach, with its 95 % interval over the parameters. */
export function selfSufficiencyChart(run: RunFolder, language: Language): Chart {
  const approaches = approachesOf(run);
  const rows = wholeCohort(run, 'curves.csv').filter(
    (row) => row.kind === 'cumulative_incidence' && row.state === SELF_SUFFICIENT,
  );
  const values = rows.map((row) => ({
    approach: textIn(row, 'approach'),
    month: numberIn(row, 'month'),
    estimate: numberIn(row, 'estimate'),
    low: numberIn(row, 'parameter_low'),
    high: numberIn(row, 'parameter_high'),
  }));
  const last = Math.max(...values.map(({ month }) => month));
  const labels = approaches.map(({ label }) => labelIn(language, label));
  const main = approaches.map(({ id }, index) => {
    const end = rows.find((row) => row.approach === id && row.month === last);
    const percent = say(language, { nl: 'procent', en: 'per cent' });
    return `${labels[index]}: ${valueIn(end, 'estimate', 'share', language)} ${percent} ${intervalIn(end, 'share', language)}`;
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
