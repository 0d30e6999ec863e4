/** Charts print what the tables print: a level there is that of the reference plus the difference, also where it would round otherwise. */

import { expect, it } from 'vitest';
import type { Chart } from '../../../src/output/charts/chart.js';
import { costChart } from '../../../src/output/charts/costs.js';
import { differenceChart } from '../../../src/output/charts/difference.js';
import { renderSvg } from '../../../src/output/charts/render.js';
import { selfSufficiencyChart } from '../../../src/output/charts/self-sufficiency.js';
import { madeFolder } from '../report/made-folder.js';

const both = (measure: string, unit: string, month: number, levels: readonly (readonly object[])[]) =>
  ['sequential', 'parallel'].map((approach, i) => ({
    approach,
    measure,
    unit,
    month,
    draws: 150,
    ...Object.assign({}, ...levels[i]!),
  }));
const between = (low: number, high: number) => ({ parameter_low: low, parameter_high: high });

/** By themselves the levels under the parallel approach would be 78,600 and 44.4%. */
const folder = madeFolder(
  {
    'estimates.csv': [
      ...both('net_balance_discounted', 'euros', Number.NaN, [
        [{ estimate: -75_838, mcse: 297 }, between(-82_355, -69_709)],
        [{ estimate: -78_558, mcse: 301 }, between(-86_438, -69_562)],
      ]),
      ...both('self_sufficient_share', 'share', 60, [
        [{ estimate: 0.3846, mcse: 0.003 }, between(0.34, 0.43)],
        [{ estimate: 0.4444, mcse: 0.003 }, between(0.38, 0.5)],
      ]),
    ],
    'differences.csv': [
      ...both('break_even_month', 'months', Number.NaN, [[], [{ estimate: Number.NaN }]]).slice(1),
      {
        ...both('net_balance_discounted', 'euros', Number.NaN, [[], [{ estimate: -2720, mcse: 115 }]])[1],
        ...between(-6844, 2678),
      },
      {
        ...both('self_sufficient_share', 'share', 60, [[], [{ estimate: 0.0598, mcse: 0.002 }]])[1],
        ...between(0.03, 0.09),
      },
      {
        ...both('bijstand_share', 'share', 60, [[], [{ estimate: -0.0604, mcse: 0.002 }]])[1],
        ...between(-0.091, 0.012),
      },
    ],
    'costs.csv': ['sequential', 'parallel'].flatMap((approach, i) => [
      { approach, year: 2024, per_person_discounted: 40_000 },
      { approach, year: 2025, per_person_discounted: [35_838, 38_558][i] },
    ]),
    'curves.csv': ['sequential', 'parallel'].flatMap((approach, i) =>
      [0, 60].map((month) => ({
        approach,
        kind: 'cumulative_incidence',
        state: 'self_sufficient',
        month,
        estimate: month === 0 ? 0 : [0.3846, 0.4444][i],
        mcse: month === 0 ? 0 : 0.003,
        ...between(0, month === 0 ? 0 : 0.5),
      })),
    ),
  },
  150,
);

/** What a chart says on hover. */
async function saidBy(chart: Chart): Promise<string> {
  const svg = await renderSvg(chart);
  const said = [...svg.matchAll(/<title>([^<]*)<\/title>/g)].map(([, text]) => text);
  return said.join('\n').replaceAll(/[\u00a0\u2060]/g, ' ');
}

it('prints costs up to the last year as the tables print the balance', async () => {
  const chart = costChart(folder, 'en');
  expect(chart.description).toContain('sequential €75,800; parallel €78,500.');
  const said = await saidBy(chart);
  expect(said).toContain('parallel, 2025: €78,500');
  expect(said).toContain('parallel, 2025: €2,700');
  // No table tells the sum up to an earlier year.
  expect(said).toContain('parallel, 2024: €40,000');
  expect(costChart(folder, 'nl').description).toMatch(/parallel €\s78\.500/);
});

it('prints shares of the line as the tables print them', async () => {
  const chart = selfSufficiencyChart(folder, 'en');
  expect(chart.description).toMatch(/sequential: 38\.5% .*parallel: 44\.5% /);
  expect(await saidBy(chart)).toContain('parallel, month 60: 44.5%');
});

it.each([
  ['en', 'month 60: +6.0', '(95% interval −1.2 to +9.1)'],
  ['nl', 'maand 60: +6,0', '(95%-interval −1,2 tot +9,1)'],
] as const)(
  'tells differences with the sign of the axis, in the description too (%s)',
  async (language, estimate, interval) => {
    const chart = differenceChart(folder, language);
    const description = chart.description.replaceAll(/[\u00a0\u2060]/g, ' ');
    for (const said of [description, await saidBy(chart)]) {
      expect(said).toContain(estimate);
      expect(said).toContain(interval);
    }
    // All of what it tells are gains.
    expect(description).not.toMatch(/: −/);
  },
);
