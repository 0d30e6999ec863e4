/** Shards and checkpoints: whatever way a run is divided or broken off, the same bytes come out. */

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openJournal } from '../../src/machine/journal.js';
import { readTables } from '../tables.js';
import { runProgram } from './built-program.js';
import { runHere, runHereIn } from './program-here.js';

let folder: string;
const scenario = resolve('scenarios/alphen-chaam.yaml');
/** Two units a draw: so many replications of Alphen-Chaam are more persons than one takes. */
const options = [
  scenario,
  '--draws',
  '2',
  '--replications',
  '270',
  '--by',
  'sex',
  '--set',
  'horizon_years=1',
  '--quiet',
];
const run = (command: string, ...args: string[]) => runHereIn(folder, command, ...args);
const inOneThread = [...options, '--workers', '1'];
/** The same, and what it says. */
const said = (quiet: readonly string[]) => quiet.filter((option) => option !== '--quiet');
/** As many units, of few persons: where it matters what becomes of files. */
const few = [...inOneThread, '--draws', '4', '--replications', '2'];

const tables = (name: string) => readTables(join(folder, name));

let whole: Record<string, string>;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shards-'));
  // In as many threads as there are; all else in one, here.
  expect(runProgram(folder, 'run', ...options, '--out', 'whole').stderr).toBe('');
  whole = tables('whole/alphen-chaam');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('run --shard and merge', () => {
  beforeAll(async () => {
    for (const shard of ['1/3', '2/3', '3/3']) {
      expect((await run('run', ...inOneThread, '--out', 'shards', '--shard', shard)).status).toBe(0);
    }
  });

  it('give the bytes of the whole run', async () => {
    expect(readdirSync(join(folder, 'shards')).sort()).toEqual(
      [1, 2, 3].map((index) => `alphen-chaam.shard-${index}-of-3`),
    );
    expect(await run('merge', 'shards', '--out', 'merged', '--quiet')).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect(Object.keys(whole).length).toBeGreaterThan(4);
    expect(tables('merged/alphen-chaam')).toEqual(whole);
  });

  it('refuse what is missing, foreign, damaged or there already, and write nothing then', async () => {
    const refuse = async (message: RegExp, ...args: string[]) => {
      const { status, stderr } = await run('merge', 'broken', '--out', 'refused', '--quiet', ...args);
      expect(stderr).toMatch(message);
      expect(stderr.split('\n').length).toBe(2);
      expect(status).toBe(2);
      expect(existsSync(join(folder, 'refused'))).toBe(false);
    };
    const broken = (index: number) => join(folder, 'broken', `alphen-chaam.shard-${index}-of-3`);
    const shard = (index: number) => join(folder, 'shards', `alphen-chaam.shard-${index}-of-3`);
    const other = await run('run', ...inOneThread, '--seed', 'other', '--out', 'broken', '--shard', '1/3');
    expect(other.status).toBe(0);
    await refuse(/^broken: shards 2\/3, 3\/3 of alphen-chaam are missing; run them with --shard/);
    copyFileSync(shard(2), broken(2));
    copyFileSync(shard(3), broken(3));
    await refuse(/shard-2-of-3: does not belong to the same run as broken.*shard-1-of-3/);
    copyFileSync(shard(1), broken(1));
    writeFileSync(broken(2), readFileSync(shard(2)).subarray(0, -7));
    await refuse(/shard-2-of-3: is damaged or not a part of a run; run that part again/);
    rmSync(join(folder, 'broken'), { recursive: true });
  });

  it('are left as they are when they are asked for again', async () => {
    const file = join(folder, 'shards/alphen-chaam.shard-1-of-3');
    const { mtimeMs } = statSync(file);
    for (const resume of [[], ['--resume']]) {
      const again = await run('run', ...said(inOneThread), '--out', 'shards', '--shard', '1/3', ...resume);
      expect([again.status, again.stderr]).toEqual([
        0,
        expect.stringContaining('part 1 of 3 was finished before\n'),
      ]);
    }
    expect([statSync(file).mtimeMs, existsSync(join(folder, 'shards/earlier'))]).toEqual([mtimeMs, false]);
  });

  it('keep those of other settings whose place they take, and go on with a checkpoint that had to leave', async () => {
    const part = (shard: string, ...more: string[]) =>
      run('run', ...said(few), '--out', 'both', '--shard', shard, ...more);
    const other = ['--seed', 'other'];
    const file = (name: string) => join(folder, 'both', name);
    const own = (index: number) => `alphen-chaam.shard-${index}-of-2`;
    expect((await part('2/2')).status).toBe(0);
    // As a run that is killed leaves it.
    writeFileSync(file(`.${own(2)}.checkpoint`), readFileSync(file(own(2))).subarray(0, -1000));
    rmSync(file(own(2)));
    const set = await part('2/2', ...other);
    expect([set.status, set.stderr]).toEqual([
      0,
      expect.stringContaining('it is kept as both/.alphen-chaam'),
    ]);
    const others = readFileSync(file(own(2)));
    const resumed = await part('2/2', '--resume');
    expect(resumed.stderr).toMatch(/: resumed, 1 of 2 units was there\n/);
    expect(resumed.stderr).toContain(
      `both/${own(2)}: what was there is kept as both/earlier/alphen-chaam-1.shard-2-of-2\n`,
    );
    expect(resumed.status).toBe(0);
    expect(readFileSync(file('earlier/alphen-chaam-1.shard-2-of-2'))).toEqual(others);
    // There is nothing of it to go on with any more.
    const refused = await part('2/2', ...other, '--resume');
    expect([refused.status, refused.stderr.split('\n').length]).toEqual([2, 2]);
    expect(refused.stderr).toMatch(/^both\/.*exists already.*cannot be resumed; leave out --resume/);
    expect((await part('1/2', ...other)).status).toBe(0);
    expect((await run('merge', 'both', '--quiet')).stderr).toContain('does not belong to the same run');
    const began = await part('1/2');
    expect([began.status, began.stderr]).toEqual([
      0,
      expect.stringContaining('kept as both/earlier/alphen-chaam-1.shard-1-of-2\n'),
    ]);
    expect(readdirSync(join(folder, 'both')).sort()).toEqual([own(1), own(2), 'earlier']);
    // What is kept can be merged where it lies.
    expect((await run('merge', 'both/earlier', '--quiet')).status).toBe(0);
    expect((await run('merge', 'both', '--quiet')).status).toBe(0);
    expect((await run('run', ...few, '--out', 'few')).status).toBe(0);
    expect(tables('both/alphen-chaam')).toEqual(tables('few/alphen-chaam'));
    // By --force nothing is kept.
    expect((await part('1/2', ...other, '--force')).status).toBe(0);
    expect(existsSync(file('earlier/alphen-chaam-2.shard-1-of-2'))).toBe(false);
  });

  it('refuse what no run has made', async () => {
    const strange = join(folder, 'strange');
    const refuse = async (message: string) => {
      const { status, stderr } = await runHere('merge', strange, '--quiet');
      expect([status, stderr]).toEqual([2, expect.stringContaining(`${strange}${message}`)]);
    };
    await refuse(': is not a folder; expected one that holds shards');
    mkdirSync(strange);
    for (const name of ['x.shard-1-of-99999999999', 'x.shard-0-of-0', 'x.shard-2-of-1', 'x.shard-01-of-1'])
      writeFileSync(join(strange, name), '');
    await refuse(': holds no shards');
    // As one who takes the checkpoint of a whole run for a shard.
    const checkpoint = openJournal<number>(join(strange, 'x.shard-1-of-1'), 'a hash', false);
    checkpoint.put('0', 1);
    checkpoint.close();
    await refuse('/x.shard-1-of-1: is not a part of a run');
  });

  it('refuse a part that cannot be', async () => {
    for (const shard of ['0/3', '4/3', '1', 'one/two', '1/3/5']) {
      const { status, stderr } = await run('run', ...options, '--out', 'none', '--shard', shard);
      expect([status, stderr]).toEqual([2, expect.stringContaining('expected I/N, as 1/4: part 1 of 4.')]);
    }
  });
});

describe('run --resume', () => {
  it('takes the units that were done from the checkpoint, and gives the same bytes', async () => {
    // A finished shard holds units of the run; those of the first make a checkpoint as a killed run leaves it.
    expect((await run('run', ...inOneThread, '--out', 'part', '--shard', '1/2')).status).toBe(0);
    const name = 'part/alphen-chaam.shard-1-of-2';
    const killed = join(folder, 'part', '.alphen-chaam.shard-1-of-2.checkpoint');
    writeFileSync(killed, readFileSync(join(folder, name)).subarray(0, -1000));
    rmSync(join(folder, name));
    const { stderr, status } = await run(
      'run',
      ...said(inOneThread),
      '--out',
      'part',
      '--shard',
      '1/2',
      '--resume',
    );
    expect(stderr).toMatch(/^Alphen-Chaam.*: resumed, \d+ of \d+ units (was|were) there\n$/);
    expect(status).toBe(0);
    expect(existsSync(killed)).toBe(false);
    await run('run', ...inOneThread, '--out', 'part', '--shard', '2/2');
    expect((await run('merge', 'part', '--quiet')).status).toBe(0);
    expect(tables('part/alphen-chaam')).toEqual(whole);
  });

  it('leaves no checkpoint behind, and begins anew without one', async () => {
    expect((await run('run', ...inOneThread, '--out', 'fresh', '--resume')).status).toBe(0);
    expect(readdirSync(join(folder, 'fresh'))).toEqual(['alphen-chaam']);
    expect(tables('fresh/alphen-chaam')).toEqual(whole);
  });

  it('refuses a folder in which another run is at work', () => {
    const path = join(folder, 'taken', '.alphen-chaam.checkpoint');
    const journal = openJournal(path, 'of this test, which is alive', false);
    const { status, stderr } = runProgram(folder, 'run', ...options, '--out', 'taken');
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining(`another run (process ${process.pid}) is at work there`),
    ]);
    journal.remove();
  });
});
