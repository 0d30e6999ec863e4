import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Refusal } from '../../../src/run/refusal.js';
import { drawCharts } from '../../../src/run/report/charts.js';
import { makeResults } from '../../output/charts/results.js';

const options = { lang: 'nl', png: false, width: 400 } as const;
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'charts-command-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

it('draws each run below it, and the comparison once, and names the files', async () => {
  makeResults(join(root, 'a'));
  makeResults(join(root, 'b'));
  const names = await drawCharts(root, options);
  expect(names).toHaveLength(9);
  expect(names).toContain(join(root, 'a', 'charts', 'costs.svg'));
  expect(names.at(-1)).toBe(join(root, 'charts', 'comparison.svg'));
  expect(names.every(existsSync)).toBe(true);
});

it('draws one run into the folder asked for, also as PNG', async () => {
  makeResults(join(root, 'a'), { approaches: ['sequential'] });
  const out = join(root, 'out');
  const files = await drawCharts(join(root, 'a'), { ...options, png: true, out });
  expect(files).toHaveLength(8);
  expect(existsSync(join(out, 'phases.png'))).toBe(true);
});

it('stops when it is interrupted, and leaves nothing', async () => {
  makeResults(join(root, 'a'));
  const out = join(root, 'out');
  const drawn = drawCharts(root, { ...options, out }, { signal: AbortSignal.abort() });
  await expect(drawn).rejects.toMatchObject({ name: 'AbortError' });
  expect(existsSync(out)).toBe(false);
});

it('refuses a folder without results', async () => {
  const error = await drawCharts(root, options).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Refusal);
  expect(error).toMatchObject({
    message: expect.stringContaining(`${root}: expected a result folder`),
  });
});
