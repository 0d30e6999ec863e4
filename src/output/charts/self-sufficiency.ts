/** Chart: who became self-sufficient, by month since the permit. */

import { SELF_SUFFICIENT } from '../../domain/measures/self-sufficiency.js';
import type { Language } from '../language.js';
import type { RunFolder } from '../package/run-folder.js';
import { wordsIn } from '../words/words.js';
import type { Chart } from './chart.js';
import { monthAxis } from './month-axis.js';
import { approachesOf, intervalIn, municipalityOf, numberIn, textIn, valueIn, wholeCohort } from './rows.js';
import { COLOURS, DASHES, namedLegend, specOf } from './style.js';

/** Cumulative incidence of self-sufficiency under each approach, with its 95 % interval over the parameters. */
export function selfSufficiencyChart(run: RunFolder, language: Language): Chart {
  const { charts, percent } = wordsIn(language);
  const approaches = approachesOf(run, language);
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
  const labels = approaches.map(({ label }) => label);
  const main = approaches.map(({ id }, index) => {
    const end = rows.find((row) => row.approach === id && row.month === last);
    return `${labels[index]}: ${percent(valueIn(end, 'estimate', 'share', language))} ${intervalIn(end, 'share', language)}`;
  });
  const named = namedLegend(
    approaches.map(({ id }) => id),
    labels,
  );
  const byApproach = { field: 'approach', type: 'nominal', sort: null };
  return {
    name: 'self-sufficiency',
    title: charts.selfSufficiency.title(municipalityOf(run, language)),
    description: charts.selfSufficiency.description(last, main.join('; ')),
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
                title: charts.shareOfCohort,
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
