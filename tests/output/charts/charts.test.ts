import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chartsOf } from '../../../src/output/charts/all.js';
import type { Chart } from '../../../src/output/charts/chart.js';
import { comparisonChart } from '../../../src/output/charts/comparison.js';
import { costChart } from '../../../src/output/charts/costs.js';
import { differenceChart } from '../../../src/output/charts/difference.js';
import { endLabels } from '../../../src/output/charts/end-labels.js';
import { marksOf } from '../../../src/output/charts/path.js';
import { phasesChart } from '../../../src/output/charts/phases.js';
import { renderPng, renderSvg } from '../../../src/output/charts/render.js';
import { selfSufficiencyChart } from '../../../src/output/charts/self-sufficiency.js';
import { holdWidths, textWidth, wrapText } from '../../../src/output/charts/text.js';
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

interface Panel {
  readonly data: { readonly values: object[] };
  readonly layer: readonly {
    readonly data?: { readonly values: object[] };
    readonly mark?: { readonly type: string };
  }[];
}
const panelsOf = (chart: Chart) => (chart.spec as { vconcat: Panel[] }).vconcat;

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
    const isEstimable = (month: number) => month < 20 || (month > 30 && month < LAST);
    const gaps = makeResults(join(root, 'gaps'), { isEstimable });
    const chart = selfSufficiencyChart(gaps, 'nl');
    expect(chart.description).toContain('95%-interval: niet te bepalen');
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
    expect(compared.description).toContain('interval: cannot be estimated');
    for (const each of [chart, compared]) expect(await renderSvg(each)).not.toMatch(/NaN|undefined/);
  });

  it('draws every chart at the width asked for', async () => {
    for (const chart of [...chartsOf(run, 'en'), comparisonChart([run], 'en')])
      for (const width of [375, 680]) expect(await renderSvg(chart, { width })).toContain(`width="${width}"`);
  });

  it('names an area that is gone before the end, where it has no place for its name', async () => {
    const occupancy = chartsOf(run, 'nl').find(({ name }) => name === 'occupancy')!;
    const svg = (await renderSvg(occupancy)).replaceAll('\u00a0', ' ');
    expect(svg).toContain('Aan het eind niet meer te zien: leefgeld in de opvang.');
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
    expect(panelsOf(costChart(run, 'nl'))[0]!.data.values).toEqual([
      { approach: 'sequential', year: 2020, euros: 1000.5 },
      { approach: 'sequential', year: 2021, euros: 3001.5 },
      { approach: 'parallel', year: 2020, euros: 1600.5 },
      { approach: 'parallel', year: 2021, euros: 2701.5 },
    ]);
  });

  it('are what an approach costs more than the reference, marked where that is earned back', () => {
    const back = { approach: 'parallel', year: 2021, euros: -300 };
    const [, extra] = panelsOf(costChart(run, 'nl'));
    expect(extra!.data.values).toEqual([{ approach: 'parallel', year: 2020, euros: 600 }, back]);
    expect(extra!.layer.at(-1)!.data!.values).toEqual([back]);
    expect(panelsOf(costChart(never, 'nl'))[1]!.layer.at(-1)!.data!.values).toEqual([]);
    expect(panelsOf(costChart(alone, 'nl'))).toHaveLength(1);
  });

  it('are the gains off bijstand by year with their band, and the interval at the end of costs', () => {
    const [gain, paths] = panelsOf(differenceChart(run, 'en'));
    const area = gain!.layer.find(({ mark }) => mark?.type === 'area');
    expect(area!.data!.values).toEqual([
      { approach: 'parallel', month: 0, value: 0, low: 0, high: 0 },
      { approach: 'parallel', month: 12, value: -50, low: -75, high: -25 },
      { approach: 'parallel', month: 60, value: 6.25, low: -18.75, high: 31.25 },
    ]);
    const lines = paths!.layer.filter(({ mark }) => mark?.type === 'line');
    expect(lines.map(({ data }) => data!.values.at(-1))).toMatchObject([{ value: 0.5 }, { value: 0.5 }]);
    // Minus the balance of 1500 a quarter of a euro either way.
    const bars = panelsOf(costChart(run, 'en'))[1]!.layer.filter(({ mark }) => mark?.type === 'rule');
    expect(bars.at(-1)!.data!.values).toEqual([{ index: 1, year: 2021, low: -1500.25, high: -1499.75 }]);
  });

  // What is worked out by hand from the rows of `results.ts`.
  it.each([
    ['difference', 'month 60: +6.2 percentage points (95% interval \u221218.8 to +31.3)'],
    ['self-sufficiency', 'Sequential, month 60: 50.0% (95% interval 45.0 to 55.0)'],
    ['occupancy', 'Sequential, month 24: bijstand 80.0% (95% interval 72.0 to 88.0)'],
    ['costs', 'Sequential, 2021: €3,002'],
    ['phases', 'Coach: months 20–40 (50%)'],
    ['comparison', 'Testdam: +6.2 percentage points (95% interval \u221218.8 to +31.3)'],
    ['comparison', 'Testdam: +€1,500 (95% interval +€1,500 to +€1,500)'],
  ])('say on hover what a point of the chart %s is', async (name, point) => {
    const chart = [...chartsOf(run, 'en'), comparisonChart([run], 'en')].find((each) => each.name === name)!;
    const svg = await renderSvg(chart);
    const said = [...svg.matchAll(/<title>([^<]*)<\/title>/g)].map(([, text]) =>
      text!.replaceAll('\u00a0', ' '),
    );
    expect(said).toContain(point);
  });

  it('are the differences at month 60, in percentage points: more people off bijstand is more', () => {
    const share = valuesOf(comparisonChart([run], 'nl')).filter(
      ({ measure }) => measure === 'bijstand_share',
    );
    expect(share).toHaveLength(1);
    expect(share[0]).toMatchObject({ estimate: 6.25, parameter_low: -18.75, prediction_high: 56.25 });
  });

  it('are the months in which a quarter and half have started, and half and three quarters ended', () => {
    const { vconcat } = phasesChart(run, 'en').spec as { vconcat: { data: { values: object[] } }[] };
    expect(vconcat[0]!.data.values).toMatchObject([
      { label: 'Waiting for housing', phase: 2, start: 0, end: 5, late: 7.5, open: false, share: 1 },
      { phase: 3, early: 12.5, start: 15, end: 40, late: 45, open: false, share: 1 },
      { label: 'Coach', phase: 3, early: 15, start: 20, end: 40, late: 41, open: false, share: 0.5 },
      // Three in five pass: half of those with a term by month 46 2/3, three quarters never.
      { phase: 4, early: 2.5, start: 5, end: expect.closeTo(30 + 20 / 1.2), late: LAST, open: false },
      { label: 'First paid job', phase: 5, start: 30, end: LAST, late: LAST, open: true, share: 0.5 },
      { label: 'Aftercare: Coach', phase: 5, early: 39, start: 40, end: LAST, open: true, share: 0.375 },
    ]);
  });
});

describe('the moments aimed at', () => {
  it('stand 13 weeks after the permit, and two years after half are housed, in month 5', () => {
    const { approach } = run.table('approaches.csv')[0]!;
    expect(marksOf(run, String(approach), 'nl')).toMatchObject([
      { month: expect.closeTo((13 * 7) / (365.25 / 12)), measure: 'housed_within_13_weeks_share' },
      { month: 29 },
    ]);
  });
});

describe('words and numbers', () => {
  it('writes numbers the Dutch way', async () => {
    expect(comparisonChart([run], 'nl').description).toContain(
      '+6,2\u00a0procentpunt (95%-interval \u221218,8\u00a0tot +31,3), +€\u00a01.500',
    );
    expect(comparisonChart([run], 'en').description).toContain(
      '+6.2\u00a0percentage points (95%\u00a0interval \u221218.8\u00a0to +31.3), +€1,500',
    );
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

describe('endLabels', () => {
  it('stand at the ends of their lines, in their order and apart', () => {
    const ends = [0.5, 0.49, 0.51].map((y, i) => ({ x: 60, y, text: `line ${i}`, colour: '#000000' }));
    const { layer } = endLabels(ends, [0, 1], 200, { x: 'm', y: 'v' }) as {
      layer: { data: { values: { v: number; text: string[] }[] } }[];
    };
    const placed = layer.map(({ data }) => data.values[0]!);
    expect(placed.map(({ text }) => text[0])).toEqual(['line 2', 'line 0', 'line 1']);
    // A line of text is 14 of 200 pixels high.
    const gaps = placed.slice(1).map(({ v }, i) => placed[i]!.v - v);
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(14 / 200 - 1e-9);
  });
});

describe('the width of text', () => {
  it('is that of Helvetica, by Adobe: a word, a number with its sign, in bold, with an accent', () => {
    // A 667, a 556, n 556, p 556, a 556, k 500.
    expect(textWidth('Aanpak', 1000)).toBe(667 + 556 + 556 + 556 + 556 + 500);
    expect(textWidth('\u22121.234', 1000)).toBe(584 + 556 + 278 + 3 * 556);
    // Bold: a 556, b 611.
    expect(textWidth('ab', 1000, true)).toBe(556 + 611);
    expect(textWidth('\u00e9', 1000)).toBe(556);
  });

  it('is held in the chart, so that a font of another width is drawn in the same room', () => {
    const held = holdWidths(
      '<text font-size="10px" x="1">ab &amp; c</text><text font-size="10px"><tspan>ab</tspan><tspan dy="3">c</tspan></text><text font-size="10px"></text>',
    );
    // a 556, b 556, space 278, & 667, space 278, c 500.
    expect(held).toContain('textLength="28.35" lengthAdjust="spacingAndGlyphs">ab &amp; c</text>');
    expect(held).toContain('<tspan textLength="11.12" lengthAdjust="spacingAndGlyphs">ab</tspan>');
    expect(held).toContain('<tspan dy="3" textLength="5" lengthAdjust="spacingAndGlyphs">c</tspan>');
    expect(held).toContain('<text font-size="10px"></text>');
  });

  it('leaves no text of any chart without it', async () => {
    const svg = await renderSvg(phasesChart(run, 'nl'));
    const texts = [...svg.matchAll(/<(?:text|tspan)[^>]*>[^<]/g)].map(([text]) => text);
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter((text) => !text.includes('textLength'))).toEqual([]);
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
