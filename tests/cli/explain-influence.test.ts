/** What `doorstroom explain` tells first: the numbers that matter most by results. */

import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it, vi } from 'vitest';
import { folderWith } from '../scenario/temporary-folder.js';
import { runHere } from './program-here.js';

const explain = (...args: string[]) => runHere('explain', resolve('tests/fixtures/chain/top.yaml'), ...args);

async function pathsOf(section: string): Promise<string[]> {
  const { stdout } = await explain(section, '--json');
  return JSON.parse(stdout).numbers.map(({ path }: { path: string }) => path);
}

/** A result folder that tells nothing but what matters. */
function withInfluences(results: string, influences: unknown): string {
  const manifest = {
    version: '0',
    command_line: [],
    seed: '1',
    parameter_draws: 2,
    replications: 1,
    settings: [],
    inputs: [],
    warnings: [],
    outputs: [],
    started: '2026-01-01T00:00:00.000Z',
    finished: '2026-01-01T00:00:00.000Z',
    influences,
  };
  writeFileSync(join(results, 'manifest.json'), JSON.stringify(manifest));
  return results;
}

it('names first what matters most by results, the strongest first, and each number once', async () => {
  const results = folderWith({
    'datapackage.json': '{ "profile": "data-package", "resources": [] }',
  });
  const influences = [
    {
      approach: 'parallel',
      assumptions: [
        { path: 'income.search_closed', share: 0.2, rises: true },
        { path: 'effects.work_men', share: 0.4, rises: true },
      ],
    },
    { approach: 'other', assumptions: null },
  ];
  const { stdout, stderr } = await explain('--results', withInfluences(results, influences));
  expect(stderr).toBe('');
  const paths = stdout.split('\n').map((line) => line.split(' ')[0]!);
  const [strongest, next] = ['effects.work_men', 'income.search_closed'];
  expect(paths.indexOf(strongest!)).toBe(3);
  expect(paths.indexOf(next!)).toBe(4);
  expect(stdout).toMatch(/^effects\.work_men {2}40 % /m);
  for (const path of [strongest, next]) expect(paths.filter((each) => each === path)).toEqual([path]);
  expect((await explain('--results', folderWith({}))).status).toBe(2);
});

it('names what moves the balance most where no number stands out, with questions among them', async () => {
  const own = folderWith({
    'own.yaml': `name: Own
extends: leiden
effects: { work_men: { same_as: effects.work_women, ratio: { value: 1, low: 0.8, high: 1.2, label: assumption } } }
`,
    'datapackage.json': '{ "profile": "data-package", "resources": [] }',
  });
  const tried = [
    { path: 'income.search_closed', at_low: -100, at_high: 40 },
    { path: 'alternatives.jas_teaches', at_low: 1234, at_high: 0 },
    { path: 'effects.work_men', at_low: -7, at_high: -8 },
    { path: 'effects.work_women', at_low: 5, at_high: 5 },
  ];
  const influences = [{ approach: 'parallel', assumptions: [], tried }];
  const file = join(own, 'own.yaml');
  const { stdout } = await runHere('explain', file, '--results', withInfluences(own, influences));
  const lines = stdout.split('\n');
  expect(lines[2]).toMatch(/^What moves the net balance of an approach most, by .*, in euros a person$/);
  expect(lines.slice(3, 9).map((line) => line.trimEnd().split(/ {2,}/).slice(0, 3))).toEqual([
    ['alternatives.jas_teaches', '1,200'],
    ['', 'alternatives.jas_teaches.options.no.weight', '0.5'],
    ['', 'alternatives.jas_teaches.options.yes.weight', '0.5'],
    ['income.search_closed', '140', '0.87'],
    ['effects.work_men', '1', '1.05'],
    [expect.stringMatching(/^─+$/)],
  ]);
  expect(stdout.match(/^effects\.work_men(?:\.ratio)? /gm)).toEqual([
    'effects.work_men ',
    'effects.work_men.ratio ',
  ]);
});

it('begins a section that is shortened with the numbers that matter most', async () => {
  const results = folderWith({ 'datapackage.json': '{ "profile": "data-package", "resources": [] }' });
  const all = await pathsOf('cohort');
  const moving = all.slice(-10);
  const tried = moving.map((path, i) => ({ path, at_low: 0, at_high: 100 - i }));
  // More than stand at the beginning, which are told once.
  const others = (await pathsOf('effects')).slice(0, 8).map((path) => ({ path, at_low: 0, at_high: 900 }));
  const influences = [{ approach: 'parallel', assumptions: [], tried: [...others, ...tried] }];
  vi.stubEnv('COLUMNS', '160');
  const { stdout } = await explain('--results', withInfluences(results, influences));
  vi.unstubAllEnvs();
  expect(stdout.match(/^cohort\.\S+/gm)).toEqual(moving.slice(0, 8));
});
