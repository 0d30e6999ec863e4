/** Tables as a Dutch Excel saves them: read to the same values, or refused with what helps. */

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { formatDiagnostic } from '../../../src/scenario/check/diagnostic.js';
import { loadScenario, packageLibrary } from '../../../src/scenario/load-scenario.js';
import { type CsvResult, readCsvFile } from '../../../src/scenario/tables/csv-file.js';
import { readNorms } from '../../../src/scenario/tables/norms.js';
import { readTargets } from '../../../src/scenario/tables/targets-file.js';
import { people } from '../../shipped.js';
import { folderWith } from '../temporary-folder.js';

const library = packageLibrary();
const folder = folderWith({});
const path = join(folder, 'x.csv');

const kinds = { n: 'number', when: 'date', yes: 'boolean' } as const;
const form = {
  needed: ['name', 'n'],
  open: true,
  maxBytes: 10_000,
  kindOf: (name: string) => kinds[name as keyof typeof kinds] ?? 'text',
};

function read(text: string): CsvResult {
  writeFileSync(path, text);
  return readCsvFile(path, form);
}

/** The rows, or what is wrong with the file. */
function rows(text: string): readonly (readonly string[])[] | readonly string[] {
  const result = read(text);
  return result.ok
    ? result.lines.map(({ cells }) => cells)
    : result.diagnostics.map((each) => formatDiagnostic({ ...each, file: 'x.csv' }));
}

describe('a table with semicolons', () => {
  it('has decimal commas, dates by day, WAAR and ONWAAR, and empty cells at its ends', () => {
    const text = [
      '\ufeffname;n;when;yes;;',
      '"a;b";0,57;01-02-2015;WAAR;;',
      'c,d;-1.234,56;1-12-2015;onwaar;;',
      'e;"1.234.567";;;;',
      'f;5,5E-05;2015-03-04;TRUE;;',
      'g;+12;;false;;',
      ';;;;;',
      '',
    ].join('\r\n');
    expect(rows(text)).toEqual([
      ['a;b', '0.57', '2015-02-01', 'true'],
      ['c,d', '-1234.56', '2015-12-01', 'false'],
      ['e', '1234567', '', ''],
      ['f', '5.5E-05', '2015-03-04', 'true'],
      ['g', '12', '', 'false'],
    ]);
  });

  it('may have decimal points, if it has them throughout', () => {
    expect(rows('name;n\na;1.234\nb;0.5\nc;"1,234.5"\n')).toEqual([
      ['a', '1.234'],
      ['b', '0.5'],
      ['c', '1234.5'],
    ]);
  });

  it.each([
    [
      'name;n\na;0,5\nb;0.5\n',
      'x.csv:3:2: n: "0.5" has a decimal point, and the number on line 2 a decimal comma',
    ],
    [
      'name;n\na;0.5\nb;0,5\n',
      'x.csv:3:2: n: "0,5" has a decimal comma, and the number on line 2 a decimal point',
    ],
    ['name;n\na;1.234\nb;0,5\n', 'x.csv:2:2: n: "1.234" can be read in two ways; write 1234 or 1,234'],
    ['name;n\na;1.234\n', 'x.csv:2:2: n: "1.234" can be read in two ways; write 1234 or 1,234'],
    ['name;n\na;€ 5\n', 'x.csv:2:2: n: expected a number, such as 0,57, got "€ 5"'],
    ['name;n\na;57%\nb;0.5\n', 'x.csv:2:2: n: expected a number, such as 0.57, got "57%"'],
    ['name;n;yes\na;1;ja\n', 'x.csv:2:3: yes: expected true or false, got "ja"'],
    ['name;n\na,1\n', 'x.csv:2:2: expected 2 cells, got 1; there are commas between its cells'],
    ['name;n\na;1;2\n', 'x.csv:2:3: expected 2 cells, got 3; a cell with a semicolon in it needs quotes'],
    ['name;n,when\na;1\n', 'x.csv:1:1: expected commas or semicolons between the cells, got both'],
  ])('is refused when its digits might shift or its cells mix: %j', (text, message) => {
    expect(rows(text)).toEqual([expect.stringContaining(message)]);
  });
});

describe('a table with commas', () => {
  it('is left as it is, but for rows in which nothing stands', () => {
    expect(rows('name,n,yes\na, 0.5,TRUE\n,,\nb,"0,5",\n,,\n')).toEqual([
      ['a', ' 0.5', 'true'],
      ['b', '0,5', ''],
    ]);
  });

  it.each([
    ['name\tn\na\t1\n', 'x.csv:1:1: expected commas or semicolons between the cells, got tabs'],
    [
      '"name,n"\n"a,1"\n',
      'x.csv:1:1: expected a cell for each name, got one; the whole line stands in one cell',
    ],
    ['name,n\n"a,1"\n', 'x.csv:2:2: expected 2 cells, got 1; the whole line stands in one cell'],
    ['name,n\na;1\n', 'x.csv:2:2: expected 2 cells, got 1; there are semicolons between its cells'],
  ])('is refused with what Excel did to it: %j', (text, message) => {
    expect(rows(text)).toEqual([expect.stringContaining(message)]);
  });
});

describe("Excel's line of the separator", () => {
  it.each(['sep=;\r\n', '\ufeffsep=;\n', '"sep=;"\r\n', 'SEP=;\n'])('is obeyed and is no row: %j', (line) => {
    expect(rows(`${line}name;n\r\na;0,5\r\n`)).toEqual([['a', '0.5']]);
    expect(rows(`${line}name;n\r\na;x\r\n`)).toEqual([expect.stringMatching(/^x\.csv:3:2: n: /)]);
  });

  it('decides where the header does not', () => {
    expect(rows('sep=,\nname,n\na,0.5\n')).toEqual([['a', '0.5']]);
    expect(rows('sep=|\nname|n\n')).toEqual(['x.csv:1:1: expected sep=; or sep=, got "sep=|"']);
  });
});

/** A table of the package as a Dutch Excel saves it. */
function asDutchExcel(
  text: string,
  isNumber: (name: string) => boolean,
  isDate = (_: string) => false,
): string {
  const [header, ...cells] = parse(text) as string[][];
  const turned = cells.map((row) =>
    row.map((cell, i) => {
      if (isNumber(header![i]!)) return cell.replace('.', ',');
      return isDate(header![i]!) ? cell.split('-').reverse().join('-') : cell;
    }),
  );
  const quote = (cell: string) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = [header!, ...turned, header!.map(() => '')].map((row) => row.map(quote).join(';'));
  return `\ufeff${lines.map((line) => `${line}\r\n`).join('')}`;
}

describe('the tables that are read', () => {
  const packaged = (...name: string[]) => readFileSync(join(library.data, ...name), 'utf8');

  it('are the same as saved by a Dutch Excel: targets', () => {
    const numbers = ['month', 'value', 'tolerance'];
    writeFileSync(
      path,
      asDutchExcel(packaged('targets.csv'), (name) => numbers.includes(name)),
    );
    expect(readTargets(path, people)).toEqual(readTargets(join(library.data, 'targets.csv'), people));
  });

  it('norms', () => {
    const numbers = ['couple', 'single', 'single_18_20'];
    const dutch = asDutchExcel(
      packaged('norms.csv'),
      (name) => numbers.includes(name),
      (name) => name === 'from',
    );
    expect(dutch).toContain('01-01-2015;');
    writeFileSync(join(folder, 'norms.csv'), dutch);
    expect(readNorms({ ...library, data: folder })).toEqual(readNorms(library));
  });

  it('posteriors', () => {
    const own = join(folder, 'post');
    mkdirSync(own);
    const source = join('posteriors', 'cbs-2014');
    copyFileSync(join(library.data, source, 'posterior.csv'), join(own, 'posterior.csv'));
    const load = () => {
      const loaded = loadScenario(join(library.scenarios, 'national.yaml'), library, [`posterior=${own}`]);
      if (!loaded.ok) throw new Error(loaded.diagnostics.map(formatDiagnostic).join('\n'));
      return loaded.scenario.posterior!;
    };
    const plain = packaged(source, 'parameters.csv');
    writeFileSync(join(own, 'parameters.csv'), plain);
    const before = load();
    expect(before.paths.length).toBeGreaterThan(50);
    const texts = ['path', 'distribution', 'points', 'unit', 'label'];
    writeFileSync(
      join(own, 'parameters.csv'),
      asDutchExcel(plain, (name) => !texts.includes(name)),
    );
    writeFileSync(
      join(own, 'posterior.csv'),
      asDutchExcel(packaged(source, 'posterior.csv'), (name) => name !== 'draw'),
    );
    expect(load()).toEqual(before);
  });
});
