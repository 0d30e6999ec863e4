import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { naming } from '../../../src/machine/file-error.js';
import { keepEarlier, whyNotKept, writeKeeping } from '../../../src/run/write/earlier.js';
import { refuseForeign } from '../../../src/run/write/results-folder.js';
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
      [{ name: 'report', paths: [at('report.md'), at('gone.svg'), at('ranking.csv')] }],
      { force: false },
      { note: (line) => said.push(line) },
    );
  expect(() => write('report.md', 'taken/below.svg')).toThrow('ENOTDIR');
  expect([readdirSync(folder).sort(), said]).toEqual([['ranking.csv', 'report.md', 'taken'], []]);
  expect(readFileSync(at('report.md'), 'utf8')).toBe('old');
  write('report.md');
  expect(readdirSync(folder).sort()).toEqual(['earlier', 'report.md', 'taken']);
  expect(readdirSync(at('earlier'))).toEqual(['report-1']);
  expect(readdirSync(at('earlier/report-1')).sort()).toEqual(['ranking.csv', 'report.md']);
  const one = `${at('report.md')} and 1 other file: what was there is kept in ${at('earlier/report-1')}`;
  expect(said).toEqual([one]);
  write('report.md');
  expect(said.slice(1)).toEqual([`${at('report.md')}: what was there is kept in ${at('earlier/report-2')}`]);
});

it('keeps a link as one, with what it leads to', () => {
  const folder = folderWith({ 'elsewhere/report.md': 'old' });
  const path = join(folder, 'report.md');
  symlinkSync('elsewhere/report.md', path);
  const replaced = { name: 'report', paths: [path] };
  writeKeeping([{ path, content: 'new' }], [replaced], { force: false }, {});
  expect(lstatSync(path).isFile()).toBe(true);
  expect(lstatSync(join(folder, 'earlier/report-1/report.md')).isSymbolicLink()).toBe(true);
  // The link said where from its old place.
  for (const old of ['elsewhere/report.md', 'earlier/report-1/report.md'])
    expect(readFileSync(join(folder, old), 'utf8')).toBe('old');
});

it('keeps links within a folder leading where they led', () => {
  const folder = folderWith({ 'notes/a.md': 'mine', 'results/leiden/own/b.csv': 'own' });
  const at = (name: string) => join(folder, 'results', name);
  symlinkSync('../../notes', at('leiden/notes'));
  symlinkSync('../../../notes/a.md', at('leiden/own/a.md'));
  // To what is kept with it, to what is nowhere, and from the root.
  symlinkSync('own/b.csv', at('leiden/b.csv'));
  symlinkSync('../gone', at('leiden/gone'));
  symlinkSync(join(folder, 'notes'), at('leiden/root'));
  keepEarlier([at('leiden')], { force: false }, {});
  const kept = (name: string) => at(join('earlier/leiden-1', name));
  for (const name of ['notes/a.md', 'own/a.md', 'root/a.md'])
    expect(readFileSync(kept(name), 'utf8')).toBe('mine');
  expect(['b.csv', 'gone', 'root'].map((name) => readlinkSync(kept(name)))).toEqual([
    'own/b.csv',
    join('..', '..', 'gone'),
    join(folder, 'notes'),
  ]);
});

it('says beforehand where nothing could be kept', () => {
  const folder = folderWith({ 'leiden/manifest.json': '', 'other/leiden/manifest.json': '' });
  const [path, earlier] = [join(folder, 'leiden'), join(folder, 'earlier')];
  expect(whyNotKept(path)).toBeUndefined();
  symlinkSync('nowhere', earlier);
  const message = `${earlier}: is no folder, and what is replaced is to be kept there; move it, or use --force to keep nothing`;
  expect(whyNotKept(path)).toBe(message);
  expect(() => refuseForeign('folder', [path], false)).toThrow(message);
  expect(() => refuseForeign('folder', [path], true)).not.toThrow(message);
  // Nothing is there that would have to be kept.
  expect(() => refuseForeign('folder', [join(folder, 'almere')], false)).not.toThrow();
  // Whoever writes anyhow is told which of the two is in the way.
  expect(() => naming(path, () => keepEarlier([path], { force: false }, {}))).toThrow(
    expect.objectContaining({ path: earlier }),
  );
  unlinkSync(earlier);
  expect(whyNotKept(join(folder, 'other', 'leiden'))).toBeUndefined();
});

it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'says so of a folder without permission',
  () => {
    const folder = folderWith({ 'leiden/manifest.json': '', 'earlier/a-1/manifest.json': '' });
    chmodSync(join(folder, 'earlier'), 0o500);
    expect(whyNotKept(join(folder, 'leiden'))).toContain('earlier: no permission to write here');
    chmodSync(join(folder, 'earlier'), 0o700);
  },
);
