/** The chart of phases: the shares in its notes. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { phasesChart } from '../../../src/output/charts/phases.js';
import { makeResults } from './results.js';

it('gives each share with its interval, and without where that cannot be estimated', () => {
  const root = mkdtempSync(join(tmpdir(), 'phases-'));
  const run = makeResults(join(root, 'testdam'));
  const share = (approach: string, measure: string, parameter_low: number, parameter_high: number) => ({
    approach,
    subgroup: 'all',
    measure,
    unit: 'share',
    estimate: 0.25,
    parameter_low,
    parameter_high,
  });
  const rows = [
    ...run.table('estimates.csv'),
    share('sequential', 'relapse_share', 0.125, 0.375),
    share('parallel', 'relapse_share', Number.NaN, Number.NaN),
    share('sequential', 'housed_within_13_weeks_share', 0.2, 0.3),
  ];
  const table = (file: string) => (file === 'estimates.csv' ? rows : run.table(file));
  const { notes } = (phasesChart({ ...run, table }, 'nl').spec as { usermeta: { notes: string[] } }).usermeta;
  const said = notes.join(' ').replaceAll('\u00a0', ' ');
  expect(said).toMatch(/met het 95%-interval: \S+ 25,0% \[12,5; 37,5\], A & B <together> 25,0%\./);
  expect(said).toMatch(/\(\S+ 25,0% \[20,0; 30,0\]\)/);
  rmSync(root, { recursive: true });
});
