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

/** Expects a data package that describes the columns of its files, in their order. */
export function expectDescribed(results: string): void {
  const { resources } = JSON.parse(readFileSync(join(results, 'datapackage.json'), 'utf8'));
  for (const { path, schema } of resources)
    expect(Object.keys(rowsOf(join(results, path))[0]!)).toEqual(
      schema.fields.map((field: { name: string }) => field.name),
    );
}
