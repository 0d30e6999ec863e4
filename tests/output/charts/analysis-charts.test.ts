/** Charts of influences, thresholds and pilots, from made-up files of which every number is known. */

import { describe, expect, it } from 'vitest';
import { thresholdChart } from '../../../src/output/charts/curve.js';
import { pilotCharts } from '../../../src/output/charts/pilot.js';
import { renderSvg } from '../../../src/output/charts/render.js';
import { textWidth } from '../../../src/output/charts/text.js';
import { tornadoCharts } from '../../../src/output/charts/tornado.js';
import { madeFolder } from '../report/made-folder.js';
import { folderOf, type Spec } from './analysis-folder.js';

describe('tornadoCharts', () => {
  const OUTCOME = -3200;
  const input = (path: string, low: number, high: number) => ({
    path,
    outcome: OUTCOME,
    outcome_at_low: low,
    outcome_at_high: high,
    share: 0.1,
  });
  const folder = folderOf({
    'inputs.csv': [
      input('around', -4200, -1200),
      input('falls', -2200, -4700),
      input('above', -1400, 1200),
      input('below', -5200, -3400),
      input('from-centre', OUTCOME, -2200),
      input('equal', -2700, -2700),
    ],
  });
  const [chart] = tornadoCharts(folder, 'en');
  const { layer, data, usermeta } = chart!.spec as Spec;

  it('draws a bar between what its two ends come to, wherever the centre is', () => {
    const bars = layer.filter(({ mark }) => mark.type === 'bar');
    expect(bars.map(({ encoding }) => [encoding.x!.field, encoding.x2!.field])).toEqual([
      ['turn', 'low'],
      ['turn', 'high'],
    ]);
    expect(data.values.map(({ id, low, turn, high }) => [id, low, turn, high])).toEqual([
      ['around', -4200, OUTCOME, -1200],
      ['above', -1400, -100, 1200],
      ['falls', -2200, OUTCOME, -4700],
      ['below', -5200, -4300, -3400],
      ['from-centre', OUTCOME, -2700, -2200],
      ['equal', -2700, -2700, -2700],
    ]);
    const rules = layer.filter(({ mark }) => mark.type === 'rule');
    expect(rules.map(({ encoding }) => encoding.x!.datum)).toEqual([OUTCOME]);
    expect(usermeta.notes.join(' ')).toContain('Line: all at central values');
    expect(chart!.description.replaceAll('\u00a0', ' ')).toMatch(/above: \u2212€1,400 to \+€1,200/);
  });

  it('says the ends to the digits that the results warrant, as the terminal does', () => {
    const tables = { 'inputs.csv': [input('price', -3190, -410)] };
    const said = (manifest = {}) =>
      tornadoCharts(madeFolder(tables, 32, manifest), 'en')[0]!.description.replaceAll('\u00a0', ' ');
    expect(said({ outcome_mcse: { parallel: 340 } })).toMatch(/price: \u2212€3,200 to \u2212€400/);
    // Of results that do not tell their error by a fiftieth of 2,780 euros, which is tens.
    expect(said()).toMatch(/price: \u2212€3,190 to \u2212€410/);
  });

  it.each([
    ['en', '\u22124,700', '\u22122,200', 'Net balance, euros a person, discounted'],
    ['nl', '\u22124.700', '\u22122.200', 'Nettosaldo, euro per persoon, verdisconteerd'],
  ] as const)(
    'has its ends as numbers at its bars, and says what its axis is: %s',
    async (language, least, most, axis) => {
      const [drawn] = tornadoCharts(folder, language);
      for (const width of [680, 358]) {
        const svg = (await renderSvg(drawn!, { width, language })).replace(/<desc.*?<\/desc>/s, '');
        const numbers = (anchor: string) =>
          [...svg.matchAll(/<text text-anchor="(\w+)"[^>]*>([^<]*)</g)].flatMap(([, at, text]) =>
            at === anchor ? [text] : [],
          );
        // Left of a bar a number ends, right of it one begins.
        expect(numbers('end')).toContain(least);
        expect(numbers('start')).toContain(most);
        const seen = svg.replaceAll(/<\/t(?:span|ext)>/g, ' ').replaceAll(/<[^>]*>/g, '');
        expect(seen.replaceAll(/[\s\u00a0]+/g, ' ')).toContain(axis);
      }
    },
  );

  it('says of a share whether it is a difference', () => {
    const shares = (reference: string) =>
      tornadoCharts(
        folderOf({ 'inputs.csv': [{ ...input('a', 0.1, 0.2), measure: 'bijstand_share@60', reference }] }),
        'en',
      )[0]!;
    expect(JSON.stringify(shares('sequential').spec)).toMatch(/percentage points/);
    expect(JSON.stringify(shares('').spec)).toMatch(/, %"/);
  });

  it('breaks names for a telephone into more lines', () => {
    const long = input('a very long name of a number that takes several lines', 1, 2);
    const [drawn] = tornadoCharts(folderOf({ 'inputs.csv': [long] }), 'en');
    const heightOf = (spec: object) => (spec as { height: number }).height;
    expect(heightOf(drawn!.narrow!)).toBeGreaterThan(heightOf(drawn!.spec));
  });

  it('covers from the least to the most of both ends, also where both come to the same', async () => {
    const svg = await renderSvg(chart!, { width: 390 });
    // Vega writes a bar as a path with a length, `h`, and the outline shows one without.
    const lengths = [...svg.matchAll(/<path ([^>]*fill="#(?:56B4E9|0072B2)"[^>]*)>/g)].map(
      ([, attributes]) => ({
        length: Math.abs(Number(/d="M[-\d.,]+h([-\d.]+)/.exec(attributes!)![1])),
        outline: /stroke="(#\w+)"/.exec(attributes!)?.[1],
      }),
    );
    expect(lengths).toHaveLength(12);
    const [low, high] = [lengths.slice(0, 6), lengths.slice(6)].map((all) => all.map(({ length }) => length));
    const pixel = low![0]! / 1000;
    // Euros, bar by bar in the order of the rows.
    const together = low!.map((length, i) => (length + high![i]!) / pixel);
    for (const [i, swing] of [3000, 2600, 2500, 1800, 1000, 0].entries())
      expect(together[i]).toBeCloseTo(swing, 3);
    expect(lengths.every(({ outline }) => outline !== undefined)).toBe(true);
  });
});

describe('thresholdChart', () => {
  it('draws the interval of where it turns, as far as the values looked at', () => {
    const reading = (value: number) => ({
      value,
      estimate: 100 - value,
      mcse: 1,
      parameter_low: 90 - value,
      parameter_high: 110 - value,
    });
    const folder = folderOf({
      'threshold.csv': [{ path: 'a', target: 0, value: 100, low: 80, high: Number.NaN, direction: 'down' }],
      'readings.csv': [50, 100, 150].map(reading),
    });
    const chart = thresholdChart(folder, 'en');
    const { usermeta, vconcat } = chart.spec as Spec & { vconcat: readonly Spec[] };
    const whisker = vconcat[0]!.layer.find(({ encoding }) => encoding.x2?.field === 'high');
    expect(whisker!.encoding.x!.field).toBe('low');
    expect(whisker!.data!.values).toEqual([{ at: 100, low: 80, high: 150, value: 0 }]);
    expect(usermeta.notes.join(' ')).toContain('the 95% interval of that');
  });

  it('names the measure with its unit on its axis, and what the line across is, at any width', async () => {
    const chartOf = (language: 'en' | 'nl', measure: string, target: number) =>
      thresholdChart(
        folderOf({
          'threshold.csv': [{ path: 'a', target, value: 100, low: 80, high: 120, measure }],
          'readings.csv': [50, 100, 150].map((value) => ({
            ...{ value, estimate: -value, mcse: 1, parameter_low: -200, parameter_high: 0, measure },
          })),
        }),
        language,
      );
    const read = async (...of: Parameters<typeof chartOf>) => {
      const svg = await renderSvg(chartOf(...of), { width: 320, language: of[0] });
      // Without the description, which is not seen; a text in lines is read as one.
      const seen = svg.replace(/<desc.*?<\/desc>/s, '').replaceAll(/<\/t(?:span|ext)>/g, ' ');
      return seen.replaceAll(/<[^>]*>/g, '').replaceAll(/[\s\u00a0\u2060]+/g, ' ');
    };
    const english = await read('en', 'net_balance_discounted', -1500);
    expect(english).toContain('Net balance, euros a person, discounted');
    expect(english).toMatch(/Horizontal line: what is looked for, \u2212 ?€1,500\./);
    const dutch = await read('nl', 'self_sufficient_share@60', 0.025);
    expect(dutch).toContain('Zelfredzaam, jaar 5, procentpunt');
    expect(dutch).toContain('Horizontale lijn: de gezochte waarde, +2,5 procentpunt.');
  });

  it('leaves its panel wide under a number with a long name', async () => {
    const path =
      'approaches.parallel.activities.a.costs.0.per_month_of_every_participant_in_each_of_the_four_blocks';
    const folder = folderOf({
      'threshold.csv': [{ path: path.replaceAll('_', ' '), target: 0, value: 100, low: 80, high: 120 }],
      'readings.csv': [{ value: 50, estimate: 50, mcse: 1, parameter_low: 40, parameter_high: 60 }],
    });
    const { vconcat } = thresholdChart(folder, 'en').spec as { vconcat: readonly Spec[] };
    const { axis } = vconcat[0]!.layer.at(-1)!.encoding.x as { axis: { title: readonly string[] } };
    expect(axis.title.length).toBeGreaterThan(1);
    for (const line of axis.title) expect(textWidth(line, 12)).toBeLessThanOrEqual(230);
  });
});

describe('pilotCharts', () => {
  const pilot = (persons: number, value: number, error: number) => ({
    persons,
    months: 24,
    net_benefit: value,
    net_benefit_error: error,
    best: 'false',
  });
  const standing = (willingness: number, probability: number, error: number) => ({
    approach: 'sequential',
    willingness,
    probability,
    probability_error: error,
    loss: 1,
    frontier: 'false',
  });
  const folder = folderOf({
    'pilot.csv': [pilot(60, 1000, 4000), pilot(120, -3000, Number.NaN), pilot(240, 0, 0)],
    // Every fourth from the third on has a bar, which ends at none and at all.
    'decision.csv': [0.5, 0.5, 0.25, 0.5, 0.5, 0.5, 0.9375].map((probability, i) =>
      standing(1000 * i, probability, 0.125),
    ),
  });
  const barsOf = (name: string) => {
    const chart = pilotCharts(folder, 'en').find((each) => each.name === name)!;
    const { layer, usermeta } = chart.spec as Spec;
    expect(usermeta.notes.join(' ')).toContain('a standard error on either side');
    return layer.filter(({ mark }) => mark?.type === 'rule').flatMap(({ data }) => data!.values);
  };

  it('draw the standard error of what a pilot is worth, and none that is not known', () => {
    expect(barsOf('pilot-parallel')).toEqual([{ x: 60, low: -3, high: 5 }]);
  });

  it('draw that of a probability now and then, within none and all', () => {
    expect(barsOf('acceptability')).toEqual([
      { x: 2, low: 0.125, high: 0.375 },
      { x: 6, low: 0.8125, high: 1 },
    ]);
  });
});
