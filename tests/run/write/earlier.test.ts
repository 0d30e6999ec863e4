import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keepEarlier, writeKeeping } from '../../../src/run/write/earlier.js';
import { folderWith } from '../../scenario/temporary-folder.js';

it('keeps all of a name, under numbers that count up', () => {
  const numbers = Array.from({ length: 9 }, (_, i) => i + 2);
  const folder = folderWith({
    'leiden/manifest.json': 'new',
    'report.md': 'new',
    // A name that begins in the same way, and one that is no number.
    'earlier/leiden-noord-1/manifest.json': '',
    'earlier/leiden-old/manifest.json': '',
    ...Object.fromEntries(
      numbers.map((number) => [`earlier/leiden-${number}/manifest.json`, String(number)]),
    ),
  });
  const at = (name: string) => join(folder, name);
  const said: string[] = [];
  const keep = (name: string, force = false) =>
    keepEarlier([at(name)], { force }, { note: (line) => said.push(line) });
  keep('leiden');
  expect(readFileSync(at('earlier/leiden-11/manifest.json'), 'utf8')).toBe('new');
  expect(existsSync(at('leiden'))).toBe(false);
  for (const number of numbers) expect(existsSync(at(`earlier/leiden-${number}`))).toBe(true);
  expect(said).toEqual([`${at('leiden')}: what was there is kept as ${at('earlier/leiden-11')}`]);
  keep('report.md', true);
  expect(existsSync(at('report.md'))).toBe(true);
  keep('report.md');
  expect(readFileSync(at('earlier/report-1.md'), 'utf8')).toBe('new');
  keep('nothing');
  expect(said).toHaveLength(2);
});

it('takes a point for the beginning of an ending in the name of a file alone', () => {
  const names = ['pilot.v2', 'threshold-leiden-income.search_closed'];
  const folder = folderWith({
    'leiden.shard-1-of-2': '',
    ...Object.fromEntries(names.map((name) => [`${name}/manifest.json`, name])),
    'earlier/pilot.v2-1/manifest.json': '',
  });
  const all = [...names, 'leiden.shard-1-of-2'].map((name) => join(folder, name));
  keepEarlier(all, { force: false }, {});
  expect(readdirSync(join(folder, 'earlier')).sort()).toEqual([
    'leiden-1.shard-1-of-2',
    'pilot.v2-1',
    'pilot.v2-2',
    'threshold-leiden-income.search_closed-1',
  ]);
});

it('keeps files when those that replace them are complete, and not before', () => {
  const folder = folderWith({ 'report.md': 'old', 'ranking.csv': 'old', taken: 'mine' });
  const at = (name: string) => join(folder, name);
  const said: string[] = [];
  const write = (...names: string[]) =>
    writeKeeping(
      names.map((name) => ({ path: at(name), content: 'new' })),
      [at('report.md'), at('ranking.csv')],
      { force: false },
      { note: (line) => said.push(line) },
    );
  expect(() => write('report.md', 'taken/below.svg')).toThrow('ENOTDIR');
  expect([readdirSync(folder).sort(), said]).toEqual([['ranking.csv', 'report.md', 'taken'], []]);
  expect(readFileSync(at('report.md'), 'utf8')).toBe('old');
  write('report.md');
  expect(readdirSync(folder).sort()).toEqual(['earlier', 'report.md', 'taken']);
  expect(readdirSync(at('earlier')).sort()).toEqual(['ranking-1.csv', 'report-1.md']);
  expect(said).toHaveLength(2);
});

it('keeps a link as one, with what it leads to', () => {
  const folder = folderWith({ 'elsewhere/report.md': 'old' });
  const path = join(folder, 'report.md');
  symlinkSync('elsewhere/report.md', path);
  writeKeeping([{ path, content: 'new' }], [path], { force: false }, {});
  expect(lstatSync(path).isFile()).toBe(true);
  expect(lstatSync(join(folder, 'earlier/report-1.md')).isSymbolicLink()).toBe(true);
  // The link said where from its old place.
  for (const old of ['elsewhere/report.md', 'earlier/report-1.md'])
    expect(readFileSync(join(folder, old), 'utf8')).toBe('old');
});
