import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keepEarlier } from '../../../src/run/write/earlier.js';
import { folderWith } from '../../scenario/temporary-folder.js';

it('keeps nine of a name, and says what is gone', () => {
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
  expect([existsSync(at('leiden')), existsSync(at('earlier/leiden-2'))]).toEqual([false, false]);
  expect(existsSync(at('earlier/leiden-3'))).toBe(true);
  expect(said).toEqual([
    `${at('leiden')}: what was there is kept as ${at('earlier/leiden-11')}; 9 are kept, so ${at('earlier/leiden-2')} is gone`,
  ]);
  keep('report.md', true);
  expect(existsSync(at('report.md'))).toBe(true);
  keep('report.md');
  expect(readFileSync(at('earlier/report-1.md'), 'utf8')).toBe('new');
  keep('nothing');
  expect(said).toHaveLength(2);
});
