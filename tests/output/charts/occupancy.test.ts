/** The chart of what a cohort lives on: which intervals its areas carry. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { occupancyChart } from '../../../src/output/charts/occupancy.js';
import { renderSvg } from '../../../src/output/charts/render.js';
import type { Row, RunFolder } from '../../../src/output/package/run-folder.js';
import { LAST, makeResults } from './results.js';

let root: string;
let run: RunFolder;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'occupancy-'));
  run = makeResults(join(root, 'testdam'));
});
afterAll(() => rmSync(root, { recursive: true }));

/** The run with shares on bijstand, month by month with their intervals. */
function withLevels(levels: readonly (readonly [month: number, low: number, high: number])[]): RunFolder {
  const rows = levels.map(([month, low, high]): Row => {
    const share = { measure: 'bijstand_share', unit: 'share', estimate: (low + high) / 2 };
    return {
      municipality: 'Testdam',
      approach: 'parallel',
      subgroup: 'all',
      month,
      ...share,
      parameter_low: low,
      parameter_high: high,
    };
  });
  const table = (file: string) =>
    file === 'estimates.csv' ? [...run.table(file), ...rows] : run.table(file);
  return { ...run, table };
}

interface Layer {
  readonly data?: { readonly values: readonly object[] };
  readonly mark?: { readonly type: string; readonly color?: string };
}
interface Spec {
  readonly usermeta: { readonly notes: readonly string[]; readonly gaps: readonly string[] };
  readonly vconcat: readonly { readonly layer: readonly Layer[] }[];
}

const rulesOf = ({ vconcat }: Spec) =>
  vconcat.map(({ layer }) => layer.filter(({ mark }) => mark?.type === 'rule'));

it('draws the interval of the share on bijstand at the edge of its areas, above what lies below them', async () => {
  const chart = occupancyChart(
    withLevels([
      [0, 0.8, 0.9],
      [24, 0.7, 0.9],
      // Not every second year.
      [36, 0.6, 0.8],
      [48, 0.5, 0.7],
    ]),
    'en',
  );
  const [sequential, parallel] = rulesOf(chart.spec as Spec);
  for (const rule of sequential!) expect(rule.data!.values).toEqual([]);
  // Dark upon light: it is seen on every area, and in grey.
  expect(parallel!.map(({ mark }) => mark!.color)).toEqual(['#ffffff', '#222222']);
  for (const rule of parallel!)
    expect(rule.data!.values).toEqual([
      // A tenth has a living allowance at the permit.
      { approach: 'parallel', month: 0, low: expect.closeTo(0.9), high: expect.closeTo(1) },
      { approach: 'parallel', month: 24, low: 0.7, high: 0.9 },
      { approach: 'parallel', month: 48, low: 0.5, high: 0.7 },
    ]);
  const notes = (chart.spec as Spec).usermeta.notes.join(' ');
  expect(notes).toContain('95% interval over the parameters of the share on bijstand');
  expect(notes).not.toContain('cannot be estimated');
  const svg = await renderSvg(chart, { width: 390 });
  expect(svg.match(/<line [^>]*stroke="#ffffff"/g)).toHaveLength(3);
});

it('draws none where it cannot be estimated, and says so; and none at all without levels', () => {
  const chart = occupancyChart(
    withLevels([
      [24, Number.NaN, Number.NaN],
      [48, 0.5, 0.7],
    ]),
    'nl',
  );
  const [, parallel] = rulesOf(chart.spec as Spec);
  expect(parallel![1]!.data!.values).toMatchObject([{ month: 48 }]);
  expect((chart.spec as Spec).usermeta.gaps.join(' ')).toContain('Zonder streepje');
  const { notes, gaps } = (occupancyChart(run, 'nl').spec as Spec).usermeta;
  expect([...notes, ...gaps].join(' ')).not.toContain('treepje');
});

it('gives the interval of each large area with its name at the end, and none where it cannot be told', () => {
  const named = (of: RunFolder) => JSON.stringify(occupancyChart(of, 'en').spec).replaceAll('\u00a0', ' ');
  expect(named(run)).toContain('"bijstand 50.0%","[45.0, 55.0]"');
  expect(named(run)).toContain('In square brackets');
  const untold = makeResults(join(root, 'untold'), { isEstimable: (month) => month < LAST });
  expect(named(untold)).toContain('"bijstand 50.0%"');
  expect(named(untold)).not.toMatch(/bijstand 50.0%","\[|In square brackets/);
});
