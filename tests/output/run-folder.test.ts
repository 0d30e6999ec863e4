import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { numberColumn, type Table, textColumn } from '../../src/output/columns.js';
import type { Dialect } from '../../src/output/csv.js';
import { writeRun } from '../../src/output/run.js';
import { findRunFolders, openRunFolder } from '../../src/output/run-folder.js';

interface Line {
  readonly name: string;
  readonly value: number;
}

const table: Table<Line> = {
  file: 'estimates.csv',
  title: 'x',
  columns: [textColumn('name', '', (r) => r.name), numberColumn('value', '', (r) => r.value)],
  rows: [
    { name: 'a;b,"c"', value: -1234.5 },
    { name: '007', value: Number.NaN },
  ],
};

const now = new Date(0);
const record = {
  version: '0',
  commandLine: ['run'],
  seed: 's',
  draws: 2,
  replications: 3,
  workers: 1,
  inputs: [],
  settings: [],
  warnings: [],
  started: now,
  finished: now,
};

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'run-folder-'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('openRunFolder', () => {
  it.each(['standard', 'nl'] satisfies Dialect[])('reads back what was written (%s)', (dialect) => {
    writeRun(join(root, 'leiden'), [table], dialect, record);
    const run = openRunFolder(join(root, 'leiden'));
    expect(run.slug).toBe('leiden');
    expect(run.manifest.seed).toBe('s');
    expect(run.files).toEqual(['estimates.csv']);
    expect(run.table('estimates.csv')).toEqual(table.rows);
    expect(run.table('persons.csv')).toEqual([]);
  });

  it('refuses a folder without a finished run', () => {
    expect(() => openRunFolder(root)).toThrow('not a result folder');
  });
});

describe('findRunFolders', () => {
  it('finds the folder itself, or the finished runs inside it', () => {
    writeRun(join(root, 'b'), [table], 'standard', record);
    writeRun(join(root, 'a'), [table], 'standard', record);
    mkdirSync(join(root, 'unfinished'));
    expect(findRunFolders(root)).toEqual([join(root, 'a'), join(root, 'b')]);
    expect(findRunFolders(join(root, 'a'))).toEqual([join(root, 'a')]);
    expect(findRunFolders(join(root, 'nowhere'))).toEqual([]);
  });
});
