import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
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
  // Five of each run, and the comparison.
  expect(names).toHaveLength(11);
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

it('keeps what it draws over, and nothing that is drawn the same again', async () => {
  makeResults(join(root, 'a'));
  const charts = join(root, 'a', 'charts');
  const [first] = await drawCharts(join(root, 'a'), options);
  const before = readFileSync(first!, 'utf8');
  await drawCharts(join(root, 'a'), options);
  expect(existsSync(join(charts, 'earlier'))).toBe(false);
  const notes: string[] = [];
  await drawCharts(join(root, 'a'), { ...options, width: 600 }, { note: (text) => notes.push(text) });
  const kept = join(charts, 'earlier', `${basename(first!, '.svg')}-1.svg`);
  expect(readFileSync(kept, 'utf8')).toBe(before);
  expect(readFileSync(first!, 'utf8')).not.toBe(before);
  expect(notes.join('\n')).toContain(kept);
});
