/** `--resume` on results that are complete: said, with exit status 0, where they are those of the very run; else refused. */

import { appendFileSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../scenario/temporary-folder.js';
import { runHere } from './program-here.js';

const small = (name: string, size: number) =>
  `name: ${name}\nextends: national\ncohort: { size: ${size} }\nhorizon_years: 2\nposterior: none\n`;
const parallel =
  'approaches:\n  parallel:\n    label: Parallel\n    source: test\n    course: { opens: { housing: housed }, mean_wait: 3 }\n    search: { opens: { housing: housed } }\n    activities: {}\n';
const folder = folderWith({
  'a.yaml': small('A', 5),
  'b.yaml': small('B', 6),
  'two.yaml': small('Two', 5) + parallel,
});
const [a, b] = ['a', 'b'].map((name) => join(folder, `${name}.yaml`)) as [string, string];
const few = ['--draws', '2', '--replications', '1', '--workers', '1'];

/** All files below a folder with their bytes and the moment at which they were written. */
const stateOf = (path: string) =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => join(parentPath, name))
    .sort()
    .map((file) => [file, readFileSync(file, 'latin1'), statSync(file).mtimeMs]);

/** Runs a command, and again with --resume: nothing is written, and it says so. Returns how to run it with more. */
async function twice(out: string, what: RegExp, ...args: string[]) {
  const at = join(folder, out);
  const run = (...more: string[]) => runHere(...args, '--out', at, ...more);
  const first = await run('--quiet');
  expect([first.status, first.stderr]).toEqual([0, '']);
  const before = stateOf(at);
  const again = await run('--resume');
  expect([again.status, again.stdout]).toEqual([0, '']);
  expect(again.stderr).toMatch(what);
  expect((await run('--resume', '--quiet')).stderr).toBe('');
  expect(stateOf(at)).toEqual(before);
  return async (...more: string[]) => {
    const { status, stderr } = await run('--resume', ...more);
    return [status, /exists already with results that are not of this run/.test(stderr) ? 'refused' : stderr];
  };
}

describe('--resume on what is complete', () => {
  it('of run: the same inputs, options and seed, whatever the number of workers', async () => {
    const resumed = await twice(
      'run',
      /^a: complete already, nothing to do; .*\/run\/a\n$/,
      'run',
      a,
      ...few,
    );
    expect(await resumed('--workers', '2', '--quiet')).toEqual([0, '']);
    for (const other of [
      ['--seed', '2'],
      ['--draws', '3'],
      ['--set', 'income.work=0.05'],
      ['--csv', 'nl'],
      ['--parquet'],
      ['--by', 'sex'],
    ])
      expect([other, await resumed(...other)]).toEqual([other, [2, 'refused']]);
    const both = await runHere('run', a, b, ...few, '--out', join(folder, 'run'), '--resume');
    expect(both.status).toBe(0);
    expect(both.stderr).toMatch(/^a: complete already/);
    expect(both.stdout).toContain(`written to ${join(folder, 'run', 'b')}`);
    appendFileSync(join(folder, 'run', 'a', 'costs.csv'), 'x');
    expect(await resumed()).toEqual([2, 'refused']);
  });

  it('of a run to a precision: what was asked for, not the number of draws that it took', async () => {
    const out = join(folder, 'precise');
    const two = join(folder, 'two.yaml');
    const args = ['run', two, '--draws', '10', '--replications', '1', '--workers', '1', '--out', out];
    const first = await runHere(...args, '--precision', '100');
    expect(first.status).toBe(0);
    const { parameter_draws: draws } = JSON.parse(readFileSync(join(out, 'two', 'manifest.json'), 'utf8'));
    expect(draws).toBeGreaterThan(10);
    const before = stateOf(out);
    const again = await runHere(...args, '--precision', '100', '--resume');
    expect([again.status, again.stderr]).toEqual([0, expect.stringMatching(/^two: complete already/)]);
    for (const other of [[], ['--precision', '101'], ['--draws', String(draws)]])
      expect(await runHere(...args, ...other, '--resume')).toMatchObject({ status: 2 });
    expect(stateOf(out)).toEqual(before);
  });

  it('of compare', async () => {
    const resumed = await twice(
      'compare',
      /^comparison: complete already, nothing to do/,
      'compare',
      a,
      b,
      ...few,
    );
    expect(await resumed('--seed', '2')).toEqual([2, 'refused']);
    // One manifest, of what the comparison stands on and of whose it is.
    const text = readFileSync(join(folder, 'compare', 'comparison.manifest.json'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      footing: expect.arrayContaining([expect.stringContaining('Discounted to')]),
      scenarios: [{ municipality: 'A' }, { municipality: 'B' }],
      outputs: [{ path: 'comparison.csv' }, { path: 'ranking.csv' }, { path: 'datapackage.json' }],
      identity: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const other = await runHere('compare', a, ...few, '--out', join(folder, 'compare'), '--resume');
    expect([other.status, other.stderr]).toEqual([2, expect.stringContaining('comparison.csv')]);
  });

  it('of sweep', async () => {
    const args = ['sweep', a, '--set', 'income.work=0.05,0.06', ...few];
    const resumed = await twice('sweep', /^sweep-a: complete already, nothing to do/, ...args);
    expect(await resumed('--base', 'income.education=0.01')).toEqual([2, 'refused']);
  });

  it('of model run', async () => {
    const model = resolve('tests/fixtures/models/five-states.yaml');
    const args = ['model', 'run', model, '--persons', '100', '--workers', '1'];
    const resumed = await twice('model', /^five-states: complete already, nothing to do/, ...args);
    expect(await resumed('--persons', '101')).toEqual([2, 'refused']);
  });

  it('of shards, and of merge', async () => {
    const out = join(folder, 'shards');
    const shard = (i: number, ...more: string[]) =>
      runHere('run', a, ...few, '--shard', `${i}/2`, '--out', out, ...more);
    for (const i of [1, 2]) {
      const { status, stdout } = await shard(i, '--quiet', '--json');
      expect([status, JSON.parse(stdout)]).toEqual([0, [expect.stringMatching(/shards/)]]);
    }
    const again = await shard(1, '--resume');
    expect([again.status, again.stderr]).toEqual([
      0,
      expect.stringContaining('A: part 1 of 2 was finished before'),
    ]);
    expect((await runHere('merge', out, '--quiet')).status).toBe(0);
    const before = stateOf(out);
    const merged = await runHere('merge', out, '--resume');
    expect([merged.status, merged.stderr]).toEqual([0, expect.stringMatching(/^a: complete already/)]);
    // The whole run has the same bytes, so it is complete too.
    const whole = await runHere('run', a, ...few, '--out', out, '--resume');
    expect([whole.status, whole.stderr]).toEqual([0, expect.stringMatching(/^a: complete already/)]);
    expect(stateOf(out)).toEqual(before);
    for (const i of [1, 2]) expect((await shard(i, '--quiet', '--force', '--seed', '2')).status).toBe(0);
    const foreign = await runHere('merge', out, '--resume');
    expect([foreign.status, foreign.stderr]).toEqual([2, expect.stringContaining('not of this run')]);
  });

  it.each([
    ['run', ['run', join(folder, 'two.yaml'), a, ...few]],
    ['run in the Dutch dialect', ['run', join(folder, 'two.yaml'), '--csv', 'nl', ...few]],
    ['compare', ['compare', join(folder, 'two.yaml'), ...few]],
    ['compare --standardised', ['compare', join(folder, 'two.yaml'), '--standardised', ...few]],
    ['sweep', ['sweep', join(folder, 'two.yaml'), '--set', 'income.work=0.05,0.06', ...few]],
    [
      'model run',
      [
        'model',
        'run',
        resolve('tests/fixtures/models/five-states.yaml'),
        '--persons',
        '100',
        '--workers',
        '1',
      ],
    ],
  ])('of %s with --json prints what it printed at first', async (name, args) => {
    const out = join(folder, `json of ${name}`);
    const first = await runHere(...args, '--json', '--quiet', '--out', out);
    expect([first.status, first.stdout.length > 100]).toEqual([0, true]);
    // One document, of both comparisons too.
    const printed = JSON.parse(first.stdout);
    if (name.startsWith('compare'))
      expect(printed.map(({ standardised }: { standardised: boolean }) => standardised)).toEqual(
        args.includes('--standardised') ? [false, true] : [false],
      );
    const again = await runHere(...args, '--json', '--resume', '--out', out);
    expect([again.status, again.stderr]).toEqual([0, expect.stringContaining('complete already')]);
    expect(again.stdout).toBe(first.stdout);
  });

  it('of a run of which a part is complete prints all with --json, in the order in which they are named', async () => {
    const args = ['--json', ...few, '--quiet', '--out', join(folder, 'part')];
    await runHere('run', b, ...args);
    const both = await runHere('run', a, b, ...args, '--resume');
    expect(JSON.parse(both.stdout).map((each: { municipality: string }) => each.municipality)).toEqual([
      'A',
      'B',
    ]);
  });
});
