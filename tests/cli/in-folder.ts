/** Small runs of shipped scenarios, each into a folder of its own, and the rows that they write. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { packageLibrary } from '../../src/scenario/load-scenario.js';
import { folderWith } from '../scenario/temporary-folder.js';
import { rowsOfText } from '../tables.js';
import { runHere } from './program-here.js';

const { scenarios } = packageLibrary();
export const shipped = (name: string) => join(scenarios, `${name}.yaml`);
export const small = ['--draws', '2', '--replications', '1', '--workers', '1', '--force'];

export type Row = Record<string, string>;
export const rowsOf = (path: string): Row[] => rowsOfText(readFileSync(path, 'utf8'));

/** Runs the program into a folder of its own. */
export async function inFolder(command: string, ...args: string[]) {
  const out = join(folderWith({}), 'out');
  return { out, ...(await runHere(command, ...args, ...small, '--out', out)) };
}

interface Schema {
  readonly fields: readonly {
    readonly name: string;
    readonly categories?: readonly { readonly value: string; readonly label: string }[];
  }[];
}

/** A source of numbers of every scenario: that of the first benefit norm that is published; of others it says how they were come by. */
const everywhere = () =>
  rowsOf(join(packageLibrary().data, 'norms.csv')).find(({ label }) => label === 'published')!.source;

/** Expects a data package that defines every measure that its tables hold, in their column of measures. Returns which tables have one. */
export function expectDefined(results: string): string[] {
  const { resources } = JSON.parse(readFileSync(join(results, 'datapackage.json'), 'utf8'));
  return resources.flatMap(({ name, path, schema }: { name: string; path: string; schema: Schema }) => {
    const field = schema.fields.find((each) => each.name === 'measure');
    if (field === undefined) return [];
    const { categories = [] } = field;
    const defined = new Set(categories.flatMap(({ value, label }) => (label.length > 20 ? [value] : [])));
    expect([path, defined.size]).toEqual([path, categories.length]);
    const held = new Set(rowsOf(join(results, path)).map(({ measure }) => measure!));
    expect([path, [...held].filter((measure) => !defined.has(measure))]).toEqual([path, []]);
    return [name];
  });
}

/**
 * Expects a data package that describes the columns of its files, in their order, with keys that hold, and measures; and says where
 * numbers come from.
 *
 * @param source one of these; that of the benefit norms is in all runs of scenarios
 * @returns which columns name rows of which tables
 */
export function expectDescribed(results: string, source = everywhere()): string[] {
  const references: string[] = [];
  const { resources, sources } = JSON.parse(readFileSync(join(results, 'datapackage.json'), 'utf8'));
  const cells = (name: string, columns: readonly string[]) =>
    rowsOf(join(results, `${name}.csv`)).map((row) => columns.map((column) => row[column]!));
  for (const { name, path, schema } of resources) {
    // Of few draws there may be no rows.
    const [first] = rowsOf(join(results, path));
    const names = schema.fields.map((field: { name: string }) => field.name);
    expect(first === undefined ? names : Object.keys(first)).toEqual(names);
    const { primaryKey = [], uniqueKeys = [], foreignKeys = [] } = schema;
    expect([path, [primaryKey, ...uniqueKeys].flat()]).not.toEqual([path, []]);
    expect([path, cells(name, primaryKey).flat().includes('')]).toEqual([path, false]);
    for (const key of uniqueKeys) expect([path, cells(name, key).flat().includes('')]).toEqual([path, true]);
    for (const { fields, reference } of foreignKeys) {
      const held = new Set(cells(reference.resource, reference.fields).map(String));
      const named = cells(name, fields);
      references.push(`${name}: ${fields} of ${reference.resource}`);
      expect([path, named.filter((key) => !held.has(String(key)))]).toEqual([path, []]);
    }
  }
  expectDefined(results);
  const titles = sources.map(({ title }: { title: string }) => title);
  expect(titles).toContain(source);
  expect(new Set(titles).size).toBe(titles.length);
  return references;
}
