import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { compareFolders } from '../../../src/run/compare/variants.js';
import { Refusal } from '../../../src/run/refusal.js';
import { drawCharts } from '../../../src/run/report/charts.js';
import { makeReport } from '../../../src/run/report/report.js';
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
  const names = await drawCharts([root], options);
  // Five of each run, and the comparison.
  expect(names).toHaveLength(11);
  expect(names).toContain(join(root, 'a', 'charts', 'costs.svg'));
  expect(names.at(-1)).toBe(join(root, 'charts', 'comparison.svg'));
  expect(names.every(existsSync)).toBe(true);
});

it('draws one run into the folder asked for, also as PNG', async () => {
  makeResults(join(root, 'a'), { approaches: ['sequential'] });
  const out = join(root, 'out');
  const files = await drawCharts([join(root, 'a')], { ...options, png: true, out });
  expect(files).toHaveLength(8);
  expect(existsSync(join(out, 'phases.png'))).toBe(true);
});

it('stops when it is interrupted, and leaves nothing', async () => {
  makeResults(join(root, 'a'));
  const out = join(root, 'out');
  const drawn = drawCharts([root], { ...options, out }, { signal: AbortSignal.abort() });
  await expect(drawn).rejects.toMatchObject({ name: 'AbortError' });
  expect(existsSync(out)).toBe(false);
});

it('refuses a folder without results', async () => {
  const error = await drawCharts([root], options).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Refusal);
  expect(error).toMatchObject({
    message: expect.stringContaining(`${root}: holds no finished run; expected a result folder`),
  });
});

it('keeps what it draws over, and nothing that is drawn the same again', async () => {
  makeResults(join(root, 'a'));
  const charts = join(root, 'a', 'charts');
  const [first] = await drawCharts([join(root, 'a')], options);
  const before = readFileSync(first!, 'utf8');
  await drawCharts([join(root, 'a')], options);
  expect(existsSync(join(charts, 'earlier'))).toBe(false);
  const notes: string[] = [];
  await drawCharts([join(root, 'a')], { ...options, width: 600 }, { note: (text) => notes.push(text) });
  const kept = join(charts, 'earlier', 'charts-1', basename(first!));
  expect(readFileSync(kept, 'utf8')).toBe(before);
  expect(readFileSync(first!, 'utf8')).not.toBe(before);
  expect(notes.join('\n')).toContain(dirname(kept));
});

it('draws several that are named as a report has them, each by itself and all together', async () => {
  const [a, b] = ['x/a', 'x/b'].map((name) => join(root, name)) as [string, string];
  for (const folder of [a, b]) makeResults(folder);
  const names = await drawCharts([a, b], options);
  expect(names).toEqual(await drawCharts([join(root, 'x')], options));
  expect(names.at(-1)).toBe(join(root, 'x/charts/comparison.svg'));
  // One by itself, one in a folder of them, and one twice.
  const out = join(root, 'out');
  const away = await drawCharts([b, join(root, 'x'), `${b}`], { ...options, out });
  expect(away).toHaveLength(11);
  expect(away).toContain(join(out, 'a/costs.svg'));
  expect(away.at(-1)).toBe(join(out, 'comparison.svg'));
  expect(readFileSync(join(out, 'b/costs.svg'))).toEqual(readFileSync(join(b, 'charts/costs.svg')));
});

it('refuses two of one name for one folder', async () => {
  for (const name of ['x/a', 'y/a']) makeResults(join(root, name));
  const both = ['x', 'y'].map((name) => join(root, name));
  const drawn = drawCharts(both, { ...options, out: join(root, 'out') });
  await expect(drawn).rejects.toThrow(`both would go into ${join(root, 'out/a')}; leave out --out`);
  expect(existsSync(join(root, 'out'))).toBe(false);
});

it('names the folders that were compared where only what they differ in is given, as report and compare do', async () => {
  const cmp = join(root, 'cmp');
  mkdirSync(cmp);
  writeFileSync(join(cmp, 'variants.csv'), '');
  const asked = () => [
    drawCharts([cmp], options),
    makeReport([cmp], { format: ['md'], lang: 'nl', out: join(root, 'r'), force: false }),
    compareFolders([cmp, cmp], 'nl'),
  ];
  const plain = `${cmp}: holds only how result folders differ (variants.csv); expected these folders themselves`;
  for (const result of asked()) await expect(result).rejects.toThrow(new Refusal(plain));
  writeFileSync(
    join(cmp, 'comparison.manifest.json'),
    JSON.stringify({ runs: [{ folder: 'results/leiden' }, { folder: 'results/almere' }] }),
  );
  for (const result of asked())
    await expect(result).rejects.toThrow(new Refusal(`${plain}, results/leiden results/almere`));
});
