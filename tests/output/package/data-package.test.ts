/** datapackage.json as other programs read it: a Frictionless library, and where they are installed R and pandas. */

import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Package } from 'datapackage';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AnyTable } from '../../../src/output/package/columns.js';
import { formatDataPackage } from '../../../src/output/package/data-package.js';
import { sharedDefinitions } from '../../../src/output/package/measure-definitions.js';
import { expectDefined, rowsOf, shipped } from '../../cli/in-folder.js';
import { runHere } from '../../cli/program-here.js';
import { folderWith } from '../../scenario/temporary-folder.js';

const alphen = shipped('alphen-chaam');
const size = ['--draws', '4', '--replications', '1', '--workers', '1', '--horizon', '2', '--quiet'];

let root: string;
beforeAll(async () => {
  root = folderWith({});
  for (const dialect of ['standard', 'nl']) {
    const rest = ['--csv', dialect, '--by', 'sex', '--persons', '--out', join(root, dialect)];
    expect((await runHere('compare', alphen, shipped('smallingerland'), ...size, ...rest)).status).toBe(0);
  }
});

/** The library does not know byte order marks, with which a Dutch Excel sees that a file is UTF-8: a copy of a folder without them. */
function withoutMarks(folder: string): string {
  const copy = folderWith({});
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.csv'))
      writeFileSync(join(copy, name), readFileSync(join(folder, name), 'utf8').replace(/^\ufeff/, ''));
    if (name === 'datapackage.json') copyFileSync(join(folder, name), join(copy, name));
  }
  return copy;
}

async function readPackage(folder: string): Promise<Record<string, readonly Record<string, unknown>[]>> {
  const found = await Package.load(join(folder, 'datapackage.json'));
  expect(found.errors).toEqual([]);
  const tables = found.resources.map(async ({ name, read }, i) => [
    name,
    await read.call(found.resources[i], { keyed: true }),
  ]);
  for (const each of found.resources)
    if (each.descriptor.schema.foreignKeys !== undefined) expect(await each.checkRelations()).toBe(true);
  return Object.fromEntries(await Promise.all(tables));
}

const folders = ['', 'alphen-chaam'];
const description = (...path: string[]) =>
  JSON.parse(readFileSync(join(root, ...path, 'datapackage.json'), 'utf8'));

describe('the data package of a run and of a comparison', () => {
  it.each(folders)('is read by a Frictionless library, alike in both dialects: "%s"', async (folder) => {
    const standard = await readPackage(join(root, 'standard', folder));
    expect(Object.keys(standard).length).toBeGreaterThan(1);
    for (const [name, rows] of Object.entries(standard))
      expect([name, rows.length]).toEqual([
        name,
        rowsOf(join(root, 'standard', folder, `${name}.csv`)).length,
      ]);
    const dutch = await readPackage(withoutMarks(join(root, 'nl', folder)));
    // The command that set a number names its options.
    for (const tables of [standard, dutch]) delete tables.parameters;
    expect(dutch).toEqual(standard);
  });

  it('says what it is, under which licence, and from which sources', () => {
    const { name, title, version, licenses, sources, $schema } = description('standard', 'alphen-chaam');
    expect([name, title]).toEqual([
      'alphen-chaam',
      'Alphen-Chaam: approaches to integration, simulated (sequential, parallel)',
    ]);
    expect(version).toMatch(/^\d+\.\d+\.\d+(-dev)?$/);
    expect(licenses[0].name).toBe('EUPL-1.2');
    expect($schema).toContain('datapackage.org/profiles/2.0');
    const rows = rowsOf(join(root, 'standard', 'alphen-chaam', 'parameters.csv'));
    const titles = sources.map((source: { title: string }) => source.title);
    expect(new Set(titles).size).toBe(titles.length);
    // What stands behind an assumption or a definition is none.
    const own = rows.filter(({ label, source }) => label !== 'assumption' && /^[\p{Lu}\d]/u.test(source!));
    expect(own.length).toBeGreaterThan(20);
    for (const { source } of own)
      for (const document of source!.split(/;(?![^(]*\))/)) expect(titles).toContain(document.trim());
    expect(titles.filter((title: string) => /^(?:definition|reference|recalled)/.test(title))).toEqual([]);
    const compared = description('standard');
    expect(compared.title).toBe('Comparison of 2 scenarios under their approaches');
    expect(compared.sources.map((source: { title: string }) => source.title)).toEqual(
      expect.arrayContaining(titles),
    );
  });

  it.each(folders)('names what makes rows one of a kind, and it does: "%s"', (folder) => {
    for (const { path, schema } of description('standard', folder).resources) {
      const key: string[] = schema.primaryKey ?? schema.uniqueKeys[0];
      const rows = rowsOf(join(root, 'standard', folder, path)).map((row) =>
        key.map((k) => row[k]).join('|'),
      );
      expect([path, rows.length - new Set(rows).size]).toEqual([path, 0]);
    }
  });

  it('defines every measure that it holds, in a column of measures or as a column', () => {
    expect(expectDefined(join(root, 'standard'))).toEqual(['ranking']);
    expect(expectDefined(join(root, 'standard', 'alphen-chaam'))).toEqual([
      'estimates',
      'differences',
      'alternatives',
    ]);
    const [comparison] = description('standard').resources;
    const described = new Map<string, string>(
      comparison.schema.fields.map((field: { name: string; description: string }) => [
        field.name,
        field.description,
      ]),
    );
    const definitions = sharedDefinitions([{ regime: 'wi2013' }]);
    const columns = [...described.keys()].filter((name) => name.endsWith('_difference'));
    expect(columns.length).toBeGreaterThan(5);
    for (const column of columns) {
      const measure = column.replace(/(_24)?_difference$/, '');
      const { definition } = definitions.find((each) => each.measure === measure)!;
      expect(described.get(column)).toBe(`under the approach minus under the reference. ${definition}`);
      for (const side of ['reference', 'approach'])
        expect(described.get(column.replace(/difference$/, side))).toBe(`under the ${side}. ${definition}`);
    }
  });

  it('lists the values of columns that have a closed list', () => {
    const { resources } = description('standard', 'alphen-chaam');
    const [, ranking] = description('standard').resources;
    expect(ranking.schema.foreignKeys[0].reference.resource).toBe('comparison');
    const enumOf = (table: string, column: string) =>
      resources
        .find(({ name }: { name: string }) => name === table)
        .schema.fields.find(({ name }: { name: string }) => name === column).constraints.enum;
    expect(enumOf('estimates', 'approach')).toEqual(['sequential', 'parallel']);
    expect(enumOf('curves', 'subgroup')).toEqual(['all', 'sex=men', 'sex=women']);
    expect(enumOf('curves', 'kind').toSorted()).toEqual(['cumulative_incidence', 'occupancy']);
    expect(enumOf('persons', 'sex')).toEqual(['men', 'women']);
    expect(enumOf('estimates', 'unit').toSorted()).toEqual(['calendar year', 'euros', 'months', 'share']);
  });

  it('is not what a table that was changed by hand holds', async () => {
    const copy = withoutMarks(join(root, 'standard', 'alphen-chaam'));
    const file = join(copy, 'approaches.csv');
    writeFileSync(file, readFileSync(file, 'utf8').replace(',course,', ',,'));
    await expect(readPackage(copy)).rejects.toThrow();
  });
});

describe('a description', () => {
  const notes = { folder: 'Mijn stad (2)', title: 'A title', version: '1.2.3' };
  const column = { name: 'a', type: 'string', description: 'a', value: (row: string) => row } as const;
  const describe = (table: Partial<AnyTable>) =>
    JSON.parse(
      formatDataPackage(notes, [{ file: 'T.csv', title: 'T', columns: [column], rows: [], ...table }], 'nl'),
    );

  it('has names that the specification allows', () => {
    expect(describe({}).name).toBe('mijn-stad-2');
    expect(describe({}).resources[0]).toMatchObject({ name: 't', path: 'T.csv' });
    expect(describe({}).sources).toBeUndefined();
  });

  it('has a primary key only where no cell of it is ever empty', () => {
    const full = { columns: [{ ...column, required: true as const }], key: ['a'] };
    expect(describe(full).resources[0].schema).toMatchObject({ primaryKey: ['a'] });
  });

  it('has it too where no cell happens to be empty, and not where one is', () => {
    const rows = ['x', 'y'];
    expect(describe({ key: ['a'], rows }).resources[0].schema).toMatchObject({ primaryKey: ['a'] });
    expect(describe({ key: ['a'], rows: [...rows, ''] }).resources[0].schema).toMatchObject({
      uniqueKeys: [['a']],
    });
  });

  it('says of which table of the same folder columns name a row', () => {
    const refersTo = [
      { columns: ['a'], file: 'T.csv', key: ['b'] },
      { columns: ['a'], file: 'other.csv', key: ['b'] },
    ];
    expect(describe({ refersTo }).resources[0].schema.foreignKeys).toEqual([
      { fields: ['a'], reference: { resource: 't', fields: ['b'] } },
    ]);
    // Read to the letter, an empty cell names a row that is not there.
    expect(describe({ refersTo, rows: ['x', ''] }).resources[0].schema.foreignKeys).toBeUndefined();
  });

  it('lists values as they are written, with what keeps a spreadsheet from running them', () => {
    const columns = [{ ...column, values: ['=1+1', 'b'] }];
    expect(describe({ columns }).resources[0].schema.fields[0].constraints.enum).toEqual(["'=1+1", 'b']);
  });
});

/** The first of some programs that runs a line of code without fault. */
const running = (programs: readonly string[], option: string, code: string) =>
  programs.find((program) => spawnSync(program, [option, code]).status === 0);

/** What is read of a run in another language: rows, the sum of all estimates, and the number of empty ones. */
const expected = () => {
  const estimates = rowsOf(join(root, 'standard', 'alphen-chaam', 'estimates.csv')).map(
    (row) => row.estimate!,
  );
  const sum = estimates.reduce((total, text) => total + Number(text), 0);
  return { rows: estimates.length, sum, empty: estimates.filter((text) => text === '').length };
};

function expectRead(program: string, option: string, code: string): void {
  const { status, stdout, stderr } = spawnSync(program, [option, code], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  const [rows, sum, empty, firstColumn] = stdout.trim().split(' ');
  expect({ rows: Number(rows), empty: Number(empty) }).toEqual({
    rows: expected().rows,
    empty: expected().empty,
  });
  expect(Number(sum)).toBeCloseTo(expected().sum, 2);
  expect(firstColumn).toBe('municipality');
}

const estimatesIn = (dialect: string) => join(root, dialect, 'alphen-chaam', 'estimates.csv');

describe('estimates.csv', () => {
  const rscript = running(['Rscript'], '-e', '1');
  it.skipIf(rscript === undefined).each([
    ['standard', (path: string) => `read.csv("${path}")`],
    ['nl', (path: string) => `read.csv2("${path}", fileEncoding = "UTF-8-BOM")`],
  ])('is read by R in the dialect %s', (dialect, read) => {
    const tell =
      'cat(nrow(d), format(sum(d$estimate, na.rm = TRUE), digits = 15), sum(is.na(d$estimate)), names(d)[1])';
    expectRead(rscript!, '-e', `d <- ${read(estimatesIn(dialect))}; ${tell}`);
  });

  const python = running(['python3', '/usr/bin/python3'], '-c', 'import pandas');
  it.skipIf(python === undefined).each([
    ['standard', ''],
    ['nl', ', sep=";", decimal=","'],
  ])('is read by pandas in the dialect %s', (dialect, options) => {
    const read = `import pandas; d = pandas.read_csv("${estimatesIn(dialect)}"${options})`;
    const tell = 'print(len(d), d.estimate.sum(), d.estimate.isna().sum(), d.columns[0])';
    expectRead(python!, '-c', `${read}; ${tell}`);
  });
});
