/** Chart: who became self-sufficient, by month since the permit. */

import { SELF_SUFFICIENT, selfSufficientShare } from '../../domain/measures/self-sufficiency.js';
import type { Language } from '../language.js';
import { numberIn, textIn } from '../package/cells.js';
import type { RunFolder } from '../package/run-folder.js';
import { wordsIn } from '../words/words.js';
import type { Chart } from './chart.js';
import { endLabels } from './end-labels.js';
import { isUntold, sayGaps } from './gaps.js';
import { monthAxis } from './month-axis.js';
import { approachNamesOf, intervalIn, municipalityOf, valueIn, wholeCohort } from './rows.js';
import { SPOT_MONTHS, spots } from './spots.js';
import { lineOf, specOf } from './style.js';

const HEIGHT = 190;

/** Share from which on a band is higher than its line. */
const SEEN = 0.01;

/** Cumulative incidence of self-sufficiency under each approach, with its 95 % interval over the parameters. */
export function selfSufficiencyChart(run: RunFolder, language: Language): Chart {
  const { charts, percent } = wordsIn(language);
  const approaches = approachNamesOf(run, language);
  const told = wholeCohort(run, 'estimates.csv').filter((row) => row.measure === selfSufficientShare.name);
  // Where the tables tell a share of the line, it is printed as it is there.
  const rows = wholeCohort(run, 'curves.csv')
    .filter((row) => row.kind === 'cumulative_incidence' && row.state === SELF_SUFFICIENT)
    .map((row) => {
      const same = told.find(({ approach, month }) => approach === row.approach && month === row.month);
      return same === undefined ? row : { ...row, shown: same.shown!, error: same.error! };
    });
  const values = rows.map((row) => ({
    approach: textIn(row, 'approach'),
    month: numberIn(row, 'month'),
    estimate: numberIn(row, 'estimate'),
    low: numberIn(row, 'parameter_low'),
    high: numberIn(row, 'parameter_high'),
  }));
  const seen = values.filter(({ estimate }) => estimate >= SEEN);
  const last = Math.max(...values.map(({ month }) => month));
  const labels = approaches.map(({ label }) => label);
  const endOf = (id: string) => rows.find((row) => row.approach === id && row.month === last);
  const shares = approaches.map(({ id }) => percent(valueIn(endOf(id), 'estimate', 'share', language)));
  const main = approaches.map(
    ({ id }, index) => `${labels[index]}: ${shares[index]} ${intervalIn(endOf(id), 'share', language)}`,
  );
  const known = values.flatMap(({ estimate, high }) => [estimate, high]).filter(Number.isFinite);
  const domain: [number, number] = [0, Math.min(1, Math.ceil(Math.max(0.1, ...known) * 10) / 10)];
  const ends = approaches.map(({ id }, index) => ({
    x: last,
    y: numberIn(endOf(id), 'estimate'),
    text: `${labels[index]} ${shares[index]}`,
    colour: lineOf(index).color,
  }));
  const y = { type: 'quantitative', scale: { domain, nice: false } };
  return {
    name: 'self-sufficiency',
    title: charts.selfSufficiency.title(municipalityOf(run, language)),
    description: charts.selfSufficiency.description(last, main.join('; ')),
    spec: specOf(language, {
      usermeta: { notes: [charts.bandNote], gaps: sayGaps({ band: seen.some(isUntold) }, language) },
      data: { values },
      height: HEIGHT,
      encoding: { x: monthAxis(last, language) },
      layer: [
        ...approaches.flatMap(({ id }, index) => [
          {
            transform: [{ filter: { field: 'approach', equal: id } }],
            // No band where the interval cannot be estimated.
            mark: {
              type: 'area',
              opacity: 0.2,
              color: lineOf(index).color,
              invalid: 'break-paths-filter-domains',
            },
            encoding: { y: { field: 'low', ...y }, y2: { field: 'high' } },
          },
          {
            transform: [{ filter: { field: 'approach', equal: id } }],
            mark: { type: 'line', strokeWidth: 2.5, ...lineOf(index) },
            encoding: {
              y: {
                field: 'estimate',
                ...y,
                axis: { format: '.0%', tickCount: 6, title: charts.shareOfCohort },
              },
            },
          },
        ]),
        ...approaches.map(({ id }, index) =>
          spots(
            rows
              .filter((row) => row.approach === id && numberIn(row, 'month') % SPOT_MONTHS === 0)
              .map((row) => ({
                month: numberIn(row, 'month'),
                estimate: numberIn(row, 'estimate'),
                said: `${labels[index]}, ${charts.difference.atMonth(String(row.month))}: ${percent(valueIn(row, 'estimate', 'share', language))} ${intervalIn(row, 'share', language)}`,
              })),
            { y: { field: 'estimate', ...y } },
            language,
          ),
        ),
        endLabels(ends, domain, HEIGHT, { x: 'month', y: 'estimate' }),
      ],
    }),
  };
}
