import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chartsOf } from '../../../src/output/charts/all.js';
import { writeRun } from '../../../src/output/package/run.js';
import { openRunFolder, type RunFolder } from '../../../src/output/package/run-folder.js';
import { buildSweepReport } from '../../../src/output/report/build-sweep-report.js';
import { makeReport } from '../../../src/run/report/report.js';
import { type Line, table } from '../charts/results.js';
import { makeRun } from './results.js';

const { NaN: none } = Number;
let root: string;
let sweep: RunFolder;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'sweep-report-'));
  const row = (
    point: number,
    approach: string,
    against: string,
    measure: string,
    unit: string,
    at: number[],
  ): Line => {
    const [estimate, low, high] = at as [number, number, number];
    const month = unit === 'share' ? 60 : none;
    const counts = { persons: 100, replications: 2, draws: 16 };
    const interval = { mcse: Math.abs(estimate) / 50, parameter_low: low, parameter_high: high };
    return {
      municipality: 'Testdam',
      point,
      point_name: point === 0 ? 'base' : 'income.search_closed=0.7',
      approach,
      against,
      measure,
      month,
      unit,
      estimate,
      ...interval,
      ...counts,
    };
  };
  const balance = (point: number, approach: string, against: string, at: number[]) =>
    row(point, approach, against, 'net_balance_discounted', 'euros', at);
  const share = (point: number, approach: string, against: string, at: number[]) => [
    row(point, approach, against, 'bijstand_share', 'share', at),
    row(
      point,
      approach,
      against,
      'self_sufficient_share',
      'share',
      at.map((value) => (against === '' ? 1 - value : -value)),
    ),
  ];
  const folder = join(root, 'sweep-testdam');
  writeRun(
    folder,
    [
      table('sweep.csv', [
        balance(0, 'sequential', '', [-70000, -75000, -65000]),
        balance(0, 'parallel', '', [-74000, -79000, -69000]),
        balance(0, 'parallel', 'sequential', [-4000, -6000, -2000]),
        ...share(0, 'sequential', '', [0.5, 0.4, 0.6]),
        ...share(0, 'parallel', 'sequential', [-0.04, -0.06, -0.02]),
        balance(1, 'sequential', '', [-71000, -75000, -65000]),
        balance(1, 'parallel', 'sequential', [-1000, -3000, 1000]),
        balance(1, 'parallel', 'base', [3000, 1000, 5000]),
        ...share(1, 'parallel', 'sequential', [-0.06, -0.08, -0.04]),
      ]),
      table('points.csv', [
        { point: 0, point_name: 'base', 'income.search_closed': 0.9, changed: '' },
        {
          point: 1,
          point_name: 'income.search_closed=0.7',
          'income.search_closed': 0.7,
          changed: 'income.search_closed',
        },
      ]),
    ],
    'standard',
    {
      title: 'A sweep',
      version: '0',
      commandLine: ['sweep'],
      seed: 's',
      draws: 16,
      replications: 2,
      workers: 1,
      inputs: [],
      settings: [],
      warnings: { en: [], nl: [] },
      labels: { 'approaches.parallel.label': { nl: 'Tegelijk', en: 'Parallel' } },
      started: new Date(0),
      finished: new Date(0),
    },
  );
  sweep = openRunFolder(folder);
});
afterAll(() => rmSync(root, { recursive: true }));

describe('the report of a sweep', () => {
  it('says at how many points an approach pays, and what each point changes, in words', () => {
    const { blocks } = buildSweepReport(sweep, [], 'en');
    expect(
      blocks.flatMap((block) => (block.kind === 'paragraph' && block.strong ? [block.text] : [])),
    ).toEqual([
      '“Parallel” at 2\u00a0points: at 1\u00a0it does not pay, at 1\u00a0it cannot be told whether it pays.',
    ]);
    const cellsOf = (name: string) => {
      const found = blocks.find((block) => block.kind === 'table' && block.name === `sweep-testdam-${name}`);
      return found?.kind === 'table' ? found.rows.map((row) => row.map(({ text }) => text)) : [];
    };
    const points = cellsOf('points-parallel');
    expect(points.map((cells) => [cells[0], cells[5], cells.at(-1)])).toEqual([
      ['the base: nothing changed', '\u22124,000', 'no'],
      ['Ratio of the chance of work while the search has to wait: 0.7', '\u22121,000', 'cannot be told'],
    ]);
    expect(cellsOf('from-base-parallel').map((cells) => [cells[0], cells[5]])).toEqual([
      ['Ratio of the chance of work while the search has to wait: 0.7', '+3,000'],
    ]);
  });

  it('has a chart of its points, in their order', () => {
    const [chart, ...others] = chartsOf(sweep, 'nl');
    expect(others).toEqual([]);
    expect(JSON.stringify(buildSweepReport(sweep, [], 'nl').blocks)).toContain('‘Tegelijk’');
    const { values } = (
      chart!.spec as { data: { values: { label: string; estimate: number; measure: string }[] } }
    ).data;
    const balances = values.filter(({ measure }) => measure === 'net_balance_discounted');
    expect(balances.map(({ label, estimate }) => [label, estimate])).toEqual([
      ['de basis: niets veranderd', -4000],
      ['Verhouding van de kans op werk zolang het zoeken moet wachten: 0,7', -1000],
    ]);
  });

  it('is refused beside that of a run', async () => {
    makeRun(root, 'run');
    const options = { format: ['md'], lang: 'en', out: join(root, 'out'), force: false } as const;
    const folders = ['run', 'sweep-testdam'].map((name) => join(root, name));
    await expect(makeReport(folders, options)).rejects.toThrow('is a sweep, which has a report of its own');
  });

  it('is left aside in a folder of runs, which says how to report it', async () => {
    makeRun(root, 'run');
    const options = { format: ['md'], lang: 'en', out: join(root, 'out'), force: false } as const;
    const notes: string[] = [];
    const [file] = await makeReport([root], options, { note: (text) => notes.push(text) });
    const own = join(root, 'sweep-testdam');
    expect(notes).toEqual([
      `left aside: ${own} (sweep); to report one, name it alone: doorstroom report ${own}`,
    ]);
    const alone = await makeReport([join(root, 'run')], { ...options, out: join(root, 'alone') });
    expect(readFileSync(file!, 'utf8')).toBe(readFileSync(alone[0]!, 'utf8'));
  });
});
