/** Charts of Sobol indices, from made-up files of which every number is known. */

import { describe, expect, it } from 'vitest';
import { indicesCharts } from '../../../src/output/charts/indices.js';
import { renderSvg } from '../../../src/output/charts/render.js';
import { folderOf, type Line, type Spec } from './analysis-folder.js';

describe('indicesCharts', () => {
  const group = (name: string, first: readonly number[], total: readonly number[]) => ({
    group: name,
    first: first[0]!,
    first_low: first[1]!,
    first_high: first[2]!,
    total: total[0]!,
    total_low: total[1]!,
    total_high: total[2]!,
  });
  const inputs = [{ path: 'a', outcome: 0, outcome_at_low: -1, outcome_at_high: 1 }];
  const strong = group('posterior', [0.26, 0.12, 0.4], [0.3, 0.22, 0.39]);
  const weak = group('others', [-0.02, -0.08, 0.03], [0.05, 0.01, 0.09]);
  const whiskersOf = ({ layer }: Spec) =>
    layer.filter(({ mark, encoding }) => mark.type === 'rule' && encoding.x2 !== undefined);

  it('draws the interval of every bar on it, and says it', async () => {
    const [chart] = indicesCharts(folderOf({ 'inputs.csv': inputs, 'indices.csv': [weak, strong] }), 'en');
    const spec = chart!.spec as Spec;
    expect(spec.data.values).toMatchObject([
      { first: 26, first_low: 12, first_high: 40, total: 30, total_low: 22, total_high: 39 },
      // No share is below 0 or above 100.
      { first: 0, first_low: 0, first_high: 3, total: 5, total_low: 1, total_high: 9 },
    ]);
    const bars = spec.layer.filter(({ mark }) => mark.type === 'bar');
    for (const { mark, encoding } of bars) {
      const field = encoding.x!.field!;
      const own = whiskersOf(spec).filter(({ encoding: { x } }) => x!.field === `${field}_low`);
      expect(own.map(({ encoding: { x2 } }) => x2!.field)).toEqual([`${field}_high`, `${field}_high`]);
      expect(own.map((whisker) => whisker.mark.yOffset)).toEqual([mark.yOffset, mark.yOffset]);
      // Dark upon light: it is seen on both bars, and in grey.
      expect(own.map((whisker) => whisker.mark.color)).toEqual(['#ffffff', '#222222']);
    }
    const said = chart!.description.replaceAll('\u00a0', ' ');
    expect(said).toContain(
      'all calibrated numbers together: 26% (95% interval 12 to 40) alone, 30% (95% interval 22 to 39) together with others',
    );
    expect(said).toContain('0% (95% interval 0 to 3) alone');
    expect(spec.usermeta.notes.join(' ')).toContain('Line: 95% interval.');
    expect(spec.usermeta.gaps).toEqual([]);
    const svg = await renderSvg(chart!, { width: 390 });
    expect(svg.match(/<line [^>]*stroke="#ffffff"/g)).toHaveLength(4);
  });

  it.each([
    ['the interval cannot be estimated', [0.26, Number.NaN, Number.NaN], [0.3, Number.NaN, Number.NaN]],
    ['more is made alone than with others', [0.54, 0.4, 0.6], [0.4, 0.3, 0.5]],
    ['the interval says nothing', [0.3, 0.1, 0.5], [0.66, 0.08, 1.74]],
  ] as const)(
    'draws nothing of a group where %s, and says so; none where it is so of all',
    async (_, first, total) => {
      const untold = group('posterior', first, total);
      const chartsOfGroups = (...groups: Line[]) =>
        indicesCharts(folderOf({ 'inputs.csv': inputs, 'indices.csv': groups }), 'en');
      expect(chartsOfGroups(untold)).toEqual([]);
      const [chart] = chartsOfGroups(weak, untold);
      const svg = await renderSvg(chart!, { width: 390 });
      expect(svg.match(/<line [^>]*stroke="#ffffff"/g)).toHaveLength(2);
      expect(svg).not.toContain('NaN');
      expect((chart!.spec as Spec).usermeta.gaps).toEqual(['Without a bar: the base points are too few.']);
      const said = chart!.description.replaceAll('\u00a0', ' ');
      expect(said).toContain('all calibrated numbers together: the base points are too few; all other');
    },
  );
});
