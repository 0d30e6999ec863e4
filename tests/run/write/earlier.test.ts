import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keepEarlier } from '../../../src/run/write/earlier.js';
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
