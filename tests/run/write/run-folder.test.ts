/** Nothing is lost of a folder that a run writes again: neither what was put beside its files, nor what was changed in them. */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { integerColumn, type Table } from '../../../src/output/package/columns.js';
import { writeRunFolder } from '../../../src/run/write/run-folder.js';
import { folderWith } from '../../scenario/temporary-folder.js';

const tableOf = (value: number): Table<{ readonly value: number }> => ({
  file: 'estimates.csv',
  title: 'x',
  columns: [integerColumn('value', '', (row) => row.value)],
  rows: [{ value }],
});

const recordOf = (identity: string, day: number) => ({
  title: 'A run',
  version: '0',
  commandLine: ['run', String(day)],
  seed: 's',
  draws: 2,
  replications: 3,
  workers: day,
  inputs: [],
  settings: [],
  warnings: { en: [], nl: [] },
  started: new Date(day),
  finished: new Date(day + 1),
  identity,
});

/** A folder with a run, and what writes it again. */
function written() {
  const root = folderWith({});
  const folder = join(root, 'leiden');
  const said: string[] = [];
  let day = 0;
  const write = (identity = 'one', value = 1, force = false, extra = {}) => {
    day += 1;
    const options = { csv: 'standard', force } as const;
    const listener = { note: (line: string) => said.push(line) };
    writeRunFolder(folder, [tableOf(value)], recordOf(identity, day), options, listener, extra);
  };
  write();
  const at = (name: string) => join(folder, name);
  const kept = (name: string) => readFileSync(join(root, 'earlier/leiden-1', name), 'utf8');
  const note = `${folder}: what was there is kept as ${join(root, 'earlier/leiden-1')}`;
  return { root, folder, said, write, at, kept, note };
}

const own = ['datapackage.json', 'estimates.csv', 'manifest.json'];

describe('a folder that is written again', () => {
  it('is replaced where nothing in it is other than what is written, at another time and on other threads', () => {
    const { root, folder, said, write } = written();
    write();
    expect([readdirSync(root), readdirSync(folder).sort(), said]).toEqual([['leiden'], own, []]);
    expect(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).workers).toBe(2);
  });

  it.each([
    ['a note', 'notes.txt'],
    ['charts', 'charts/curves.svg'],
    ['a file that begins with a point', '.notes'],
  ])('is kept with %s that was put into it', (_, name) => {
    const { said, write, at, kept, note, folder } = written();
    mkdirSync(join(at(name), '..'), { recursive: true });
    writeFileSync(at(name), 'mine');
    write();
    expect([kept(name), kept('estimates.csv'), said]).toEqual(['mine', 'value\n1\n', [note]]);
    expect(readdirSync(folder).sort()).toEqual(own);
    write();
    expect(said).toEqual([note]);
  });

  it.each([
    ['a table', 'estimates.csv', 'value\n2\n'],
    ['the description', 'datapackage.json', '{}'],
  ])('is kept where %s was changed', (_, name, text) => {
    const { said, write, at, kept, note } = written();
    writeFileSync(at(name), text);
    write();
    expect([kept(name), said]).toEqual([text, [note]]);
  });

  it('is kept where its manifest was changed, or is none', () => {
    for (const change of [
      (text: string) => text.replace('"program"', '"remark": "mine",\n  "program"'),
      () => 'no manifest',
    ]) {
      const { said, write, at, kept, note } = written();
      const text = change(readFileSync(at('manifest.json'), 'utf8'));
      writeFileSync(at('manifest.json'), text);
      write();
      expect([kept('manifest.json'), said]).toEqual([text, [note]]);
    }
  });

  it('is kept where the run is another, even with the same numbers', () => {
    const { said, write, kept, note } = written();
    write('two');
    expect([JSON.parse(kept('manifest.json')).identity, said]).toEqual(['one', [note]]);
  });

  it('is not kept with --force', () => {
    const { root, said, write, at, folder } = written();
    writeFileSync(at('notes.txt'), 'mine');
    write('two', 2, true);
    expect([readdirSync(root), readdirSync(folder).sort(), said]).toEqual([['leiden'], own, []]);
  });

  it('stays in its place where the new one cannot be written', () => {
    const { root, said, write, at } = written();
    expect(() => write('two', 2, false, { 'no/such/folder.svg': '' })).toThrow('ENOENT');
    expect([readdirSync(root), readFileSync(at('estimates.csv'), 'utf8'), said]).toEqual([
      ['leiden'],
      'value\n1\n',
      [],
    ]);
  });
});
