import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readKept, readKeptNumbers } from '../../../src/scenario/kept-files.js';
import { packageLibrary } from '../../../src/scenario/library.js';
import { parsePosteriorTables, readPosteriorTables } from '../../../src/scenario/tables/posterior-tables.js';
import { folderWith } from '../temporary-folder.js';

const shipped = join(packageLibrary().data, 'posteriors');
const folders = readdirSync(shipped).map((name) => join(shipped, name));

/** The tables of a posterior that has nothing wrong. */
function tablesOf(read: ReturnType<typeof readPosteriorTables>) {
  const [draws, priors] = read;
  if (!('sha256' in draws) || !('sha256' in priors)) throw new Error('expected a posterior');
  return { draws, priors };
}

it.each(folders)('%s is the same whether it was kept or is read', (folder) => {
  const parsed = tablesOf(parsePosteriorTables(folder));
  expect(readKeptNumbers(parsed.draws.sha256)).toBeDefined();
  expect(readKept(parsed.priors.sha256)).toBeDefined();
  expect(tablesOf(readPosteriorTables(folder))).toEqual(parsed);
  const { draws } = parsed;
  const first = Array.from({ length: draws.rows }, (_, row) => draws.values[row * draws.paths.length]!);
  expect(draws.lowest[0]).toBe(Math.min(draws.central[0]!, ...first));
  expect(draws.highest[0]).toBe(Math.max(draws.central[0]!, ...first));
});

it('reads a file that has changed since the build, in the draws or in the priors', () => {
  const copy = folderWith({});
  cpSync(folders[0]!, copy, { recursive: true });
  const before = tablesOf(readPosteriorTables(copy));
  const lines = readFileSync(join(copy, 'posterior.csv'), 'utf8').trimEnd().split('\n');
  const last = lines.at(-1)!.split(',');
  lines[lines.length - 1] = [...last.slice(0, -1), '0.123'].join(',');
  writeFileSync(join(copy, 'posterior.csv'), `${lines.join('\n')}\n`);
  const parameters = readFileSync(join(copy, 'parameters.csv'), 'utf8');
  writeFileSync(join(copy, 'parameters.csv'), parameters.trimEnd().split('\n').slice(0, 2).join('\n'));
  const after = tablesOf(readPosteriorTables(copy));
  expect(after.draws.values.at(-1)).toBe(0.123);
  expect(after.draws.values.slice(0, -1)).toEqual(before.draws.values.slice(0, -1));
  expect(after.priors.list).toEqual(before.priors.list.slice(0, 1));
});

it('does not wait for what is no file', { skip: process.platform === 'win32' }, () => {
  const copy = folderWith({});
  cpSync(join(folders[0]!, 'parameters.csv'), join(copy, 'parameters.csv'));
  const pipe = join(copy, 'posterior.csv');
  expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
  // A thread that waits for a pipe cannot end a test.
  const { status, stderr } = spawnSync(
    process.execPath,
    [resolve('bin/doorstroom.js'), 'validate', 'national', '--set', `posterior=${copy}`],
    { encoding: 'utf8', timeout: 20_000 },
  );
  expect(stderr).toContain('expected a CSV file, got a device or pipe');
  expect(status).toBe(2);
});
