/** A chart that draws no interval where none can be estimated says so. */

import { describe, expect, it } from 'vitest';
import type { Chart } from '../../../src/output/charts/chart.js';
import { costChart } from '../../../src/output/charts/costs.js';
import { thresholdChart } from '../../../src/output/charts/curve.js';
import { differenceChart } from '../../../src/output/charts/difference.js';
import { fitChart } from '../../../src/output/charts/fit.js';
import { gapsIn, sayGaps } from '../../../src/output/charts/gaps.js';
import { renderSvg } from '../../../src/output/charts/render.js';
import { selfSufficiencyChart } from '../../../src/output/charts/self-sufficiency.js';
import type { Language } from '../../../src/output/language.js';
import { madeFolder } from '../report/made-folder.js';

const interval = (estimate: number, isTold: boolean, spread = 0.05) => ({
  estimate,
  mcse: 0.002,
  parameter_low: isTold ? estimate - spread : Number.NaN,
  parameter_high: isTold ? estimate + spread : Number.NaN,
});
const years = [24, 48, 72];
const approaches = ['sequential', 'parallel'];

/** What cannot be told. */
interface Untold {
  readonly gain?: boolean;
  readonly level?: boolean;
  readonly reached?: boolean;
  readonly cost?: boolean;
  readonly extra?: boolean;
}

function runWith({ gain, level, reached, cost, extra }: Untold) {
  const isLast = (month: number) => month === 72;
  const money = { unit: 'euros', measure: 'net_balance_discounted', month: Number.NaN };
  const onBijstand = { unit: 'share', measure: 'bijstand_share' };
  return madeFolder(
    {
      'estimates.csv': approaches.flatMap((approach, i) => [
        ...years.map((month) => ({
          approach,
          ...onBijstand,
          month,
          ...interval(0.5, level !== true || i === 0 || !isLast(month)),
        })),
        { approach, ...money, ...interval(-70_000, cost !== true || i === 0, 500) },
      ]),
      'differences.csv': [
        ...years.map((month) => ({
          ...onBijstand,
          month,
          ...interval(-0.1, gain !== true || month !== 48),
        })),
        { ...money, ...interval(-1000, extra !== true, 500) },
        { unit: 'months', measure: 'break_even_month', month: Number.NaN, estimate: Number.NaN },
      ],
      'costs.csv': approaches.flatMap((approach) =>
        [2024, 2025].map((year) => ({ approach, year, per_person_discounted: 35_000 })),
      ),
      'curves.csv': approaches.flatMap((approach) =>
        [0, 1, ...years].flatMap((month) => [
          {
            ...{ approach, kind: 'cumulative_incidence', state: 'self_sufficient', month },
            ...interval(month / 200, month === 0 || (month > 1 && (reached !== true || month !== 48))),
          },
          { approach, kind: 'occupancy', track: 'income', state: 'bijstand', month, ...interval(0.5, true) },
        ]),
      ),
    },
    64,
  );
}

/** The words of a picture, which may be broken into lines; without its description. */
async function seen(chart: Chart): Promise<string> {
  const svg = (await renderSvg(chart)).replace(/<desc.*?<\/desc>/s, '');
  return svg
    .replaceAll(/<\/t(?:span|ext)>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/[\s\u00a0]+/g, ' ');
}

describe('the chart of differences', () => {
  it.each<[Untold, Language, string]>([
    [{ gain: true }, 'nl', 'Zonder band: interval niet te bepalen.'],
    [{ gain: true }, 'en', 'Without a band: interval cannot be estimated.'],
    [{ level: true }, 'nl', 'Zonder streepje: interval niet te bepalen.'],
    [{ gain: true, level: true }, 'en', 'Without a band or a bar: interval cannot be estimated.'],
  ])('says what has no interval: %j, %s', async (untold, language, sentence) => {
    const chart = differenceChart(runWith(untold), language);
    expect(await seen(chart)).toContain(sentence);
    expect(gapsIn(chart)).toBe(sentence);
  });

  it('says nothing where nothing is missing', async () => {
    const chart = differenceChart(runWith({}), 'en');
    expect(await seen(chart)).not.toContain('Without');
    expect(gapsIn(chart)).toBe('');
  });
});

describe('other charts', () => {
  it('say so of a band, but not where it would be no higher than the line', async () => {
    expect(await seen(selfSufficiencyChart(runWith({}), 'nl'))).not.toContain('Zonder');
    expect(await seen(selfSufficiencyChart(runWith({ reached: true }), 'nl'))).toContain('Zonder band:');
  });

  it('say so of the bars at the end of costs', async () => {
    expect(await seen(costChart(runWith({}), 'en'))).not.toContain('Without');
    for (const untold of [{ cost: true }, { extra: true }])
      expect(await seen(costChart(runWith(untold), 'en'))).toContain('Without a bar:');
  });

  it('say so of the band of a threshold', async () => {
    const chartWith = (isTold: boolean) =>
      thresholdChart(
        madeFolder(
          {
            'threshold.csv': [{ path: 'a', target: 0 }],
            'readings.csv': [1, 2, 3].map((value) => ({ value, ...interval(value, isTold || value !== 2) })),
          },
          64,
        ),
        'en',
      );
    expect(await seen(chartWith(true))).not.toContain('Without');
    expect(await seen(chartWith(false))).toContain('Without a band:');
  });

  it('say so of the band of a fit', async () => {
    const rows = (isTold: boolean) =>
      [12, 24, 36].map((month) => ({
        ...{ metric: 'on_benefit', subgroup: 'all', use: 'fit', month, data: 0.5, tolerance: 0.02 },
        ...interval(0.5, isTold || month !== 24),
      }));
    expect(await seen(fitChart(rows(true), 'nl'))).not.toContain('Zonder');
    expect(await seen(fitChart(rows(false), 'nl'))).toContain('Zonder band:');
  });
});

it('names each mark once', () => {
  expect(sayGaps({ band: false, line: true }, 'nl')).toEqual(['Zonder lijn: interval niet te bepalen.']);
  expect(sayGaps({ band: false }, 'nl')).toEqual([]);
});
