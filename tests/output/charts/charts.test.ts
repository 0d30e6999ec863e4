import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chartsOf } from '../../../src/output/charts/all.js';
import type { Chart } from '../../../src/output/charts/chart.js';
import { comparisonChart } from '../../../src/output/charts/comparison.js';
import { costChart } from '../../../src/output/charts/costs.js';
import { phasesChart } from '../../../src/output/charts/phases.js';
import { renderPng, renderSvg } from '../../../src/output/charts/render.js';
import { selfSufficiencyChart } from '../../../src/output/charts/self-sufficiency.js';
import { textWidth, wrapText } from '../../../src/output/charts/text.js';
import type { RunFolder } from '../../../src/output/package/run-folder.js';
import { LAST, makeResults } from './results.js';

let root: string;
let run: RunFolder;
let never: RunFolder;
let alone: RunFolder;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'charts-'));
  run = makeResults(join(root, 'testdam'));
  never = makeResults(join(root, 'never'), { breakEven: Number.NaN });
  alone = makeResults(join(root, 'alone'), { approaches: ['sequential'] });
});
afterAll(() => rmSync(root, { recursive: true }));

const valuesOf = (chart: Chart) =>
  (chart.spec as { data: { values: Record<string, unknown>[] } }).data.values;

describe('comparisonChart', () => {
  it('keeps runs apart whose folders have one name', () => {
    const twin = makeResults(join(root, 'elsewhere', 'testdam'));
    const ids = valuesOf(comparisonChart([run, twin], 'nl')).map(({ id, measure }) => `${id} ${measure}`);
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(4);
  });
});

describe('chartsOf', () => {
  it('draws the same bytes twice, with title and description for screen readers', async () => {
    for (const chart of [...chartsOf(run, 'nl'), comparisonChart([run, never], 'nl')]) {
      const svg = await renderSvg(chart);
      expect(await renderSvg(chart)).toBe(svg);
      const [, ids] = /role="img" aria-labelledby="([^"]+)"/.exec(svg)!;
      const [title, description] = ids!.split(' ');
      expect(svg).toContain(`<title id="${title}">`);
      expect(svg).toContain(`<desc id="${description}">`);
      expect(svg).toContain(`${chart.description.slice(0, 20)}`);
      expect(svg).not.toMatch(/NaN|undefined/);
      expect(chart.description).not.toMatch(/NaN|undefined/);
    }
  });

  it('draws no band where an interval cannot be told, and says so', async () => {
    const isTold = (month: number) => month < 20 || (month > 30 && month < LAST);
    const gaps = makeResults(join(root, 'gaps'), { isTold });
    const chart = selfSufficiencyChart(gaps, 'nl');
    expect(chart.description).toContain('95%-interval: niet te zeggen');
    const bands = (svg: string) =>
      [
        ...svg.matchAll(
          /<path [^>]*aria-roledescription="area mark"[^>]*\/?>|<path [^>]*d="(M[^"]*Z[^"]*)"[^>]*>/g,
        ),
      ]
        .map(([path]) => path)
        .filter((path) => path.includes('opacity="0.2"'));
    const pieces = (svg: string) => bands(svg).map((path) => path.split('Z').length - 1);
    expect(pieces(await renderSvg(selfSufficiencyChart(run, 'nl')))).toEqual([1, 1]);
    // Before and after the months that cannot be told.
    expect(pieces(await renderSvg(chart))).toEqual([2, 2]);
    const compared = comparisonChart([gaps], 'en');
    expect(compared.description).toContain('interval: cannot be told');
    for (const each of [chart, compared]) expect(await renderSvg(each)).not.toMatch(/NaN|undefined/);
  });

  it('draws every chart at the width asked for', async () => {
    for (const chart of [...chartsOf(run, 'en'), comparisonChart([run], 'en')])
      for (const width of [375, 680]) expect(await renderSvg(chart, { width })).toContain(`width="${width}"`);
  });

  it('draws a run of one approach', async () => {
    const charts = chartsOf(alone, 'nl');
    expect(charts.map(({ name }) => name)).toEqual(['self-sufficiency', 'occupancy', 'costs', 'phases']);
    for (const chart of charts) {
      const svg = await renderSvg(chart);
      expect(svg).toContain('</svg>');
      expect(svg).not.toMatch(/NaN|undefined/);
    }
  });
});

describe('data of the charts', () => {
  it('are the numbers of curves.csv for the whole cohort', () => {
    const rows = run
      .table('curves.csv')
      .filter(({ subgroup, state }) => subgroup === 'all' && state === 'self_sufficient');
    expect(rows).toHaveLength(2 * (LAST + 1));
    expect(valuesOf(selfSufficiencyChart(run, 'nl'))).toEqual(
      rows.map((row) => ({
        approach: row.approach,
        month: row.month,
        estimate: row.estimate,
        low: row.parameter_low,
        high: row.parameter_high,
      })),
    );
  });

  it('are the discounted costs added up over years, as break-even counts them', () => {
    expect(valuesOf(costChart(run, 'nl'))).toEqual([
      { approach: 'sequential', year: 2020, cumulative: 1000.5 },
      { approach: 'sequential', year: 2021, cumulative: 3001.5 },
      { approach: 'parallel', year: 2020, cumulative: 1600.5 },
      { approach: 'parallel', year: 2021, cumulative: 2701.5 },
    ]);
  });

  it('are what an approach costs more than the reference, marked where that is earned back', () => {
    interface Panel {
      readonly data: { readonly values: object[] };
      readonly layer: readonly { readonly data?: { readonly values: object[] } }[];
    }
    const panels = (chart: Chart) => (chart.spec as { vconcat: Panel[] }).vconcat;
    const back = { approach: 'parallel', year: 2021, extra: -300 };
    const [, extra] = panels(costChart(run, 'nl'));
    expect(extra!.data.values).toEqual([{ approach: 'parallel', year: 2020, extra: 600 }, back]);
    expect(extra!.layer.at(-1)!.data!.values).toEqual([back]);
    expect(panels(costChart(never, 'nl'))[1]!.layer.at(-1)!.data!.values).toEqual([]);
    expect(panels(costChart(alone, 'nl'))).toHaveLength(1);
  });

  it('are the differences at month 60, in percentage points', () => {
    const share = valuesOf(comparisonChart([run], 'nl')).filter(
      ({ measure }) => measure === 'bijstand_share',
    );
    expect(share).toHaveLength(1);
    expect(share[0]).toMatchObject({ estimate: -6.25, parameter_low: -31.25, prediction_high: 43.75 });
  });

  it('are the months in which a quarter and half have started, and half and three quarters ended', () => {
    const { vconcat } = phasesChart(run, 'en').spec as { vconcat: { data: { values: object[] } }[] };
    expect(vconcat[0]!.data.values).toMatchObject([
      { label: 'Waiting for housing', phase: 2, start: 0, end: 5, late: 7.5, open: false, share: 1 },
      { phase: 3, early: 12.5, start: 15, end: 40, late: 45, open: false, share: 1 },
      { label: 'Coach', phase: 3, early: 15, start: 20, end: 40, late: 41, open: false, share: 0.5 },
      // Three in five pass: half of those with a term by month 46 2/3, three quarters never.
      { phase: 4, early: 2.5, start: 5, end: expect.closeTo(30 + 20 / 1.2), late: LAST, open: false },
      { label: 'Aftercare: Coach', phase: 5, early: 39, start: 40, end: LAST, open: true, share: 0.375 },
      { label: 'First paid job', phase: 0, start: 30, end: LAST, late: LAST, open: true, share: 0.5 },
    ]);
  });
});

describe('words and numbers', () => {
  it('writes numbers the Dutch way', async () => {
    expect(comparisonChart([run], 'nl').description).toContain(
      '-6,3 (95%-interval -31,3 tot 18,8), €\u00a01.500',
    );
    expect(comparisonChart([run], 'en').description).toContain('-6.3 (95% interval -31.3 to 18.8), €1,500');
    const chart = costChart(run, 'nl');
    expect(await renderSvg(chart)).toContain('>3.000</text>');
    expect(await renderSvg(chart, { language: 'en' })).toContain('>3,000</text>');
  });

  it('says when costs are earned back, and when they are not', async () => {
    expect(costChart(run, 'en').description).toContain(
      'earned back against Sequential after 40.0 months, in 2021',
    );
    expect(costChart(never, 'en').description).toContain('not earned back within the horizon');
    expect(costChart(never, 'nl').description).toContain('niet terugverdiend binnen de horizon');
    expect(await renderSvg(costChart(never, 'en'))).toContain('not earned back within the horizon');
    expect(costChart(alone, 'en').description).not.toContain('earned back');
  });

  it('escapes what names contain', async () => {
    const svg = await renderSvg(selfSufficiencyChart(run, 'en'));
    expect(svg).toContain('A &amp; B &lt;together&gt;');
    expect(svg).not.toContain('<together>');
  });
});

describe('wrapText', () => {
  it('keeps every word and no line too long', () => {
    const text = 'one two three four five six seven eight nine ten';
    const lines = wrapText(text, 80, 12);
    expect(lines.join(' ')).toBe(text);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(80);
  });
});

describe('renderPng', () => {
  it('draws twice as many pixels by default', async () => {
    const png = Buffer.from(await renderPng(await renderSvg(costChart(run, 'nl'), { width: 400 })));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(800);
  });
});
