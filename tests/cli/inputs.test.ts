/** Every file that a run reads stands in its manifest, with its hash. */

import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { packageLibrary } from '../../src/scenario/load-scenario.js';
import { folderWith } from '../scenario/temporary-folder.js';
import { runHere } from './program-here.js';

const { reads } = vi.hoisted(() => ({ reads: [] as string[] }));

vi.mock('node:fs', async (original) => {
  const actual = await original<typeof import('node:fs')>();
  const readFile = (...given: Parameters<typeof actual.readFileSync>) => {
    reads.push(String(given[0]));
    return actual.readFileSync(...given);
  };
  return { ...actual, readFileSync: readFile };
});

const { data } = packageLibrary();
const posterior = join(data, 'posteriors', 'cbs-2014');
const folder = folderWith({
  'mine.yaml': 'name: Mine\nextends: groningen\nposterior: ./mypost\n',
  'plan.yaml': 'kind: one_at_a_time\npaths:\n  income.work: own\n',
});
cpSync(posterior, join(folder, 'mypost'), { recursive: true });
const mine = join(folder, 'mine.yaml');
const small = ['--draws', '2', '--replications', '1', '--workers', '1', '--quiet', '--force'];

interface Manifest {
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
}

/** Inputs by absolute path; the files give those of the package from its root. */
function inputsIn(out: string): Map<string, string> {
  const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest;
  return new Map(manifest.inputs.map(({ path, sha256 }) => [resolve(path), sha256]));
}

/** Files read that are neither the program's own nor what it has written. */
const inputsRead = () =>
  [...new Set(reads.map((path) => resolve(path)))].filter(
    (path) => /\.(ya?ml|csv)$/.test(path) && !path.startsWith(join(folder, 'out')),
  );

beforeEach(() => {
  reads.length = 0;
});

describe('the inputs in a manifest', () => {
  it.each([
    ['run', [], 'mine', 9],
    ['sweep', ['--set', 'income.work=0.06'], 'sweep-mine', 9],
    ['sweep', ['--design', join(folder, 'plan.yaml')], 'sweep-mine-plan', 10],
    ['sweep', ['--set', 'posterior=./mypost,cbs-2014'], 'sweep-mine', 11],
  ])('are all files that %s %j reads, with their hashes', async (command, more, name, count) => {
    const out = join(folder, 'out');
    const { status, stderr } = await runHere(command, mine, ...more, ...small, '--out', out);
    expect([status, stderr]).toEqual([0, '']);
    const read = inputsRead();
    const inputs = inputsIn(join(out, name));
    expect([...inputs.keys()].sort()).toEqual(read.sort());
    expect(inputs.size).toBe(count + 1);
    for (const [path, hash] of inputs)
      expect(hash).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'));
  });

  it('change when a column of the posterior is halved', async () => {
    const out = join(folder, 'out');
    await runHere('run', mine, ...small, '--out', out);
    const before = inputsIn(join(out, 'mine'));
    const file = join(folder, 'mypost', 'posterior.csv');
    const [header, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
    const at = header!.split(',').indexOf('income.work');
    const halved = rows.map((row) =>
      row
        .split(',')
        .map((cell, i) => (i === at ? String(Number(cell) / 2) : cell))
        .join(','),
    );
    writeFileSync(file, `${[header, ...halved].join('\n')}\n`);
    await runHere('run', mine, ...small, '--out', out);
    const after = inputsIn(join(out, 'mine'));
    expect([...after].filter(([path, hash]) => before.get(path) !== hash).map(([path]) => path)).toEqual([
      file,
    ]);
  });
});
