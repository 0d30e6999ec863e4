import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Dialect } from '../../../src/output/csv.js';
import { numberColumn, type Table, textColumn } from '../../../src/output/package/columns.js';
import { writeRun } from '../../../src/output/package/run.js';
import { findRunFolders, openRunFolder, readRunFolder } from '../../../src/output/package/run-folder.js';
import { makeRun } from '../report/results.js';

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
  title: 'A run',
  version: '0',
  commandLine: ['run'],
  seed: 's',
  draws: 2,
  replications: 3,
  workers: 1,
  inputs: [],
  settings: [],
  warnings: { en: [], nl: [] },
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

  it.each(['standard', 'nl'] satisfies Dialect[])(
    'gives every text back as it was, guarded or not (%s)',
    (dialect) => {
      const starts = fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        "'",
        "''",
        "'=",
        "''+",
        '\t',
        '\r',
        '\n',
        '\r\n',
        '"',
        ';',
        ',',
      );
      const text = fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 12 }),
        fc.tuple(starts, fc.string({ maxLength: 5 })).map((parts) => parts.join('')),
        fc.constantFrom(
          '+ jobcoach',
          '@Work',
          '-',
          "'s-Hertogenbosch",
          "'-",
          '007',
          'WAAR',
          '1.234',
          '01-01-2015',
        ),
      );
      fc.assert(
        fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (texts) => {
          const rows = texts.map((name, i) => ({ name, value: i }));
          writeRun(join(root, 'texts'), [{ ...table, rows }], dialect, record);
          expect(openRunFolder(join(root, 'texts')).table('estimates.csv')).toEqual(rows);
        }),
        { numRuns: 50 },
      );
    },
  );

  it('reads a table that a Dutch Excel has saved, whatever the dialect in which it was written', () => {
    const folder = join(root, 'leiden');
    writeRun(folder, [table], 'standard', record);
    const saved = '\ufeffname;value\r\n"a;b,""c""";-1.234,50\r\n007;\r\n;\r\n';
    writeFileSync(join(folder, 'estimates.csv'), saved);
    expect(openRunFolder(folder).table('estimates.csv')).toEqual(table.rows);
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

describe('readRunFolder', () => {
  const numbers: Record<string, string> = {
    approaches: 'weeks',
    estimates: 'month',
    differences: 'estimate',
    costs: 'per_cohort',
    parameters: 'low',
  };

  it.each(Object.keys(numbers))(
    'names file, line, column and what was expected of a number in %s.csv',
    (name) => {
      makeRun(root, 'leiden');
      const file = join(root, 'leiden', `${name}.csv`);
      const lines = readFileSync(file, 'utf8').split('\n');
      const column = lines[0]!.split(',').indexOf(numbers[name]!);
      expect(column).toBeGreaterThan(0);
      for (const cell of ['veel', '1e999', '#VERW!', '0x10', 'NaN']) {
        const cells = lines[1]!.split(',');
        cells[column] = cell;
        writeFileSync(file, [lines[0], cells.join(','), ...lines.slice(2)].join('\n'));
        expect(() => readRunFolder(join(root, 'leiden'))).toThrow(
          `${file}:2:${column + 1}: ${numbers[name]}: expected a number, such as 0.57, got "${cell}"`,
        );
      }
    },
  );

  it('names a cell that may not be empty, a column that is gone, and a row that is cut', () => {
    makeRun(root, 'leiden');
    const file = join(root, 'leiden', 'costs.csv');
    const good = readFileSync(file, 'utf8');
    const refuse = (text: string, message: string) => {
      expect(text).not.toBe(good);
      writeFileSync(file, text);
      expect(() => readRunFolder(join(root, 'leiden'))).toThrow(`${file}:${message}`);
    };
    refuse(good.replace(',2020,', ',,'), '2:3: year: expected a value, got nothing');
    refuse(good.replace('component', 'onderdeel'), '1:1: missing: column "component"');
    refuse(good.slice(0, good.lastIndexOf(',')), '10:9: expected 9 cells, got 8');
    rmSync(file);
    expect(() => readRunFolder(join(root, 'leiden'))).toThrow(`${file}:1:1: no such file`);
  });

  const edited = (name: string, edit: (lines: readonly string[]) => readonly string[]) => {
    makeRun(root, 'leiden');
    const file = join(root, 'leiden', `${name}.csv`);
    writeFileSync(file, `${edit(readFileSync(file, 'utf8').trimEnd().split('\n')).join('\n')}\n`);
    return { file, read: () => readRunFolder(join(root, 'leiden')) };
  };

  it.each(Object.keys(numbers))(
    'refuses a row of %s.csv that stands there twice, with both lines',
    (name) => {
      const { file, read } = edited(name, (lines) => [...lines, lines[2]!]);
      const last = readFileSync(file, 'utf8').trimEnd().split('\n').length;
      expect(read).toThrow(`${file}:${last}:1: `);
      expect(read).toThrow('is already on line 3; each may appear only once');
    },
  );

  it.each(Object.keys(numbers))('refuses %s.csv of which a row is gone', (name) => {
    const { file, read } = edited(name, (lines) => lines.filter((_, i) => i !== 2));
    const left = readFileSync(file, 'utf8').trimEnd().split('\n').length - 1;
    expect(read).toThrow(`${file}:1:1: expected the ${left + 1} rows that the run wrote, got ${left}`);
  });

  it('names an outcome that is gone, and the value of one that is doubled', () => {
    const isBalance = (line: string) =>
      line.includes(',sequential,') && line.includes('net_balance_discounted');
    const gone = edited('estimates', (lines) => lines.filter((line) => !isBalance(line)));
    expect(gone.read).toThrow(
      'expected the 26 rows that the run wrote, got 25; there is no measure net_balance_discounted of approach sequential, subgroup all; put back what was there, or run again',
    );
    const doubled = edited('estimates', (lines) => [
      ...lines,
      lines.find(isBalance)!.replace('-69377.45', '12'),
    ]);
    expect(doubled.read).toThrow(
      `${doubled.file}:28:1: approach sequential, subgroup all, measure net_balance_discounted: is already on line 8; each may appear only once`,
    );
  });

  it('refuses values that a column cannot hold, with line and column, and tells which tables were changed', () => {
    const isShare = (line: string) => line.includes('bijstand_share') && line.includes(',share,');
    const change = (name: string, to: string) => {
      const made = edited(name, (lines) => {
        const column = lines[0]!.split(',').indexOf('estimate');
        const at = lines.findIndex(isShare);
        return lines.map((line, i) => (i === at ? line.split(',').with(column, to).join(',') : line));
      });
      const lines = readFileSync(made.file, 'utf8').split('\n');
      const place = `${made.file}:${lines.findIndex(isShare) + 1}:${lines[0]!.split(',').indexOf('estimate') + 1}`;
      return { ...made, place };
    };
    const share = change('estimates', '7.02');
    expect(share.read).toThrow(`${share.place}: estimate: expected a value from 0 to 1, got 7.02`);
    const negative = change('estimates', '-0.2');
    expect(negative.read).toThrow(`${negative.place}: estimate: expected a value from 0 to 1, got -0.2`);
    const difference = change('differences', '-1.2');
    expect(difference.read).toThrow(`${difference.place}: estimate: expected a value from -1 to 1, got -1.2`);
    expect(change('differences', '-0.2').read().changed()).toEqual(['differences.csv']);
    makeRun(root, 'leiden');
    expect(readRunFolder(join(root, 'leiden')).changed()).toEqual([]);
  });

  it('refuses what the run would have written otherwise and may be thousands: it writes 66.5, never 66.500', () => {
    const folder = join(root, 'leiden');
    const read = (text: string) => {
      writeRun(folder, [table], 'standard', record);
      writeFileSync(join(folder, 'estimates.csv'), text);
      return () => openRunFolder(folder).table('estimates.csv');
    };
    const file = join(folder, 'estimates.csv');
    const twoWays = '"66.500" can be read in two ways; write 66500 or 66.5';
    expect(read('name,value\na,0.5\n007,66.500\n')).toThrow(`${file}:3:2: value: ${twoWays}`);
    expect(read('name;value\na;0.5\n007;66.500\n')).toThrow(`${file}:3:2: value: ${twoWays}`);
    expect(read('name,value\n66.500,-1.120\n007,0.500\n')).toThrow(
      `${file}:2:2: value: "-1.120" can be read in two ways; write -1120 or -1.12`,
    );
    // Where all decimals have commas these are thousands, and with a comma these are decimals.
    expect(read('name;value\na;66.500,5\n007;1,500\n')()).toEqual([
      { name: 'a', value: 66500.5 },
      { name: '007', value: 1.5 },
    ]);
    expect(read('name,value\na,66.505\n007,0.500\n')()).toEqual([
      { name: 'a', value: 66.505 },
      { name: '007', value: 0.5 },
    ]);
  });

  it('reads rows in another order, and those of a run that does not tell how many it wrote', () => {
    const { read } = edited('estimates', ([head, ...rows]) => [head!, ...rows.reverse()]);
    expect(read().table('estimates.csv')).toHaveLength(26);
    const manifest = join(root, 'leiden', 'manifest.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replaceAll(/,\s*"rows": \d+/g, ''));
    writeFileSync(
      join(root, 'leiden', 'estimates.csv'),
      readFileSync(join(root, 'leiden', 'estimates.csv'), 'utf8')
        .split('\n')
        .slice(0, 9)
        .join('\n'),
    );
    expect(read().table('estimates.csv')).toHaveLength(8);
  });
});
