import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageLibrary } from '../../../src/scenario/load-scenario.js';
import { readNorms } from '../../../src/scenario/tables/norms.js';
import { readPackageTables } from '../../../src/scenario/tables/package-tables.js';
import { folderWith } from '../temporary-folder.js';

it('tables that a Dutch Excel has saved have the same dates, and the hash of their own bytes', () => {
  const norms = (lines: readonly string[]) => `${lines.join('\r\n')}\r\n`;
  const dutch = `\ufeff${norms([
    'from;couple;single;single_18_20;unit;label;source',
    '01-01-2015;1372,62;960,83;237,43;euros a month;published;carried back from 2016',
    '01-07-2016;1.389,57;972,70;240,14;euros a month;published;Staatscourant',
  ])}`;
  const data = folderWith({ 'norms.csv': dutch });
  const library = { ...packageLibrary(), data };
  const { dated, files } = readPackageTables(library);
  expect(dated[0]!.rows).toEqual([
    { from: '2015-01-01', carriedBack: true },
    { from: '2016-07-01', carriedBack: false },
  ]);
  expect(readNorms(library).map(({ from, couple }) => [from, couple])).toEqual([
    ['2015-01-01', 1372.62],
    ['2016-07-01', 1389.57],
  ]);
  const file = join(data, 'norms.csv');
  expect(files).toEqual([
    { path: file, sha256: createHash('sha256').update(readFileSync(file)).digest('hex') },
  ]);
});

it('norms have cents at most: 1.372 may be thousands', () => {
  const row = (couple: string) =>
    `2015-01-01,${couple},960.83,237.43,euros a month,published,Staatscourant\n`;
  const read = (couple: string) => {
    const data = folderWith({
      'norms.csv': `from,couple,single,single_18_20,unit,label,source\n${row(couple)}`,
    });
    return () => readNorms({ ...packageLibrary(), data });
  };
  expect(read('1372.6')().map(({ couple }) => couple)).toEqual([1372.6]);
  expect(read('1.372')).toThrow('norms.csv:2:2: couple: expected euros with a point, such as 1372.62');
});
