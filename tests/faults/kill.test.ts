/** Runs that are killed, interrupted or lose their time: nothing complete is lost, and the same bytes come out. */

import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTables } from '../tables.js';
import {
  expectOneLine,
  holdsMore,
  makeFolder,
  runToEnd,
  scenario,
  start,
  temporaryFolder,
  until,
} from './started.js';

const small = [scenario, '--draws', '16', '--replications', '6', '--horizon', '1', '--workers', '1'];
const second = resolve('scenarios/smallingerland.yaml');
const kills = Number(process.env.DOORSTROOM_FAULT_RUNS ?? 3);

let whole: Record<string, string>;
/** How long the uninterrupted run takes. */
let milliseconds: number;
beforeAll(async () => {
  const folder = makeFolder();
  const before = performance.now();
  expect(await runToEnd(folder, ['run', ...small])).toEqual({ status: 0, stderr: '' });
  milliseconds = performance.now() - before;
  whole = readTables(join(folder, 'results/alphen-chaam'));
  rmSync(folder, { recursive: true });
});

const checkpoint = 'results/.alphen-chaam.checkpoint';
const interrupted = 'interrupted; what was complete is kept, and the same command with --resume continues\n';

/** Kills a run at some moment; whether there is something left to do. Nothing under a final name may be less than whole. */
async function killAfter(wait: number, folder: string, ...more: string[]): Promise<boolean> {
  const run = start(folder, ['run', ...small, ...more]);
  await new Promise((done) => setTimeout(done, wait));
  run.child.kill('SIGKILL');
  await run.ended;
  const results = join(folder, 'results/alphen-chaam');
  if (!existsSync(results)) return true;
  expect(readTables(results)).toEqual(whole);
  return existsSync(join(folder, checkpoint));
}

async function expectResumed(folder: string): Promise<void> {
  const { status, stderr } = await runToEnd(folder, ['run', ...small, '--resume']);
  expect(stderr.replace(/^Alphen-Chaam.*: resumed, \d+ of 16 units (was|were) there\n$/, '')).toBe('');
  expect(status).toBe(0);
  expect(readdirSync(join(folder, 'results'))).toEqual(['alphen-chaam']);
  expect(readTables(join(folder, 'results/alphen-chaam'))).toEqual(whole);
}

describe('a run that is killed', { timeout: 60_000 + kills * 10_000 }, () => {
  it('at any moment leaves nothing half-written, and is resumed to the same bytes', async () => {
    const folder = temporaryFolder();
    for (let i = 0; i < kills; i++) {
      rmSync(join(folder, 'results'), { recursive: true, force: true });
      // Spread over the run, each time at another moment of its part.
      const moment = ((i + Math.random()) / kills) * milliseconds;
      if (!(await killAfter(moment, folder))) continue;
      // In the long series also while it is resumed.
      if (i > 2 && !(await killAfter(Math.random() * milliseconds, folder, '--resume'))) continue;
      await expectResumed(folder);
    }
  });

  it('in its second scenario keeps the first, which --resume does not refuse', async () => {
    const folder = temporaryFolder();
    const both = ['run', scenario, second, ...small.slice(1)];
    const run = start(folder, both);
    const first = join(folder, 'results/alphen-chaam');
    const checkpoint = join(folder, 'results/.smallingerland.checkpoint');
    // The second begins while the first is written.
    await until(() => existsSync(first) && holdsMore(checkpoint, 30_000), run);
    run.child.kill('SIGKILL');
    await run.ended;
    expect(readTables(first)).toEqual(whole);
    const { status, stderr } = await runToEnd(folder, [...both, '--resume']);
    expect(stderr).toMatch(/^Alphen-Chaam.*resumed, 16 of 16.*\nSmallingerland.*resumed, \d+ of \d+ .*\n$/);
    expect(status).toBe(0);
    expect(readdirSync(join(folder, 'results')).sort()).toEqual(['alphen-chaam', 'smallingerland']);
    expect(readTables(first)).toEqual(whole);
  });
});

describe('an interruption', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s ends with status 130, and says how to go on',
    async (signal) => {
      const folder = temporaryFolder();
      const run = start(folder, ['run', ...small]);
      await until(() => holdsMore(join(folder, checkpoint), 30_000), run);
      run.child.kill(signal);
      expect(await run.ended).toEqual({ status: 130, stderr: interrupted });
      expect(readdirSync(join(folder, 'results'))).toEqual(['.alphen-chaam.checkpoint']);
      await expectResumed(folder);
    },
  );

  it.each([
    ['gone on with', true],
    ['begun a third time', false],
  ])('of a run that was begun anew leaves nothing of either when it is %s', async (_, resume) => {
    const folder = temporaryFolder();
    const files = () => readdirSync(join(folder, 'results'));
    const aside = /^\.alphen-chaam\.checkpoint-[0-9a-f]{12}$/;
    const once = start(folder, ['run', ...small]);
    await until(() => holdsMore(join(folder, checkpoint), 60_000), once);
    once.child.kill('SIGKILL');
    await once.ended;
    const anew = start(folder, ['run', ...small]);
    await until(() => files().some((name) => aside.test(name)), anew);
    anew.child.kill('SIGKILL');
    await anew.ended;
    expect(files()).toEqual(['.alphen-chaam.checkpoint', expect.stringMatching(aside)]);
    if (resume) return expectResumed(folder);
    expect((await runToEnd(folder, ['run', ...small])).status).toBe(0);
    expect(files()).toEqual(['alphen-chaam']);
  });

  it('of a sweep keeps the draws that were done; a second one into its folder is refused', async () => {
    const folder = temporaryFolder();
    const few = ['--draws', '12', '--replications', '5', '--workers', '1'];
    const sweep = ['sweep', scenario, '--set', 'cohort.size=38,50', '--base', 'horizon_years=2', ...few];
    const run = start(folder, sweep);
    await until(() => holdsMore(join(folder, 'results/.sweep-alphen-chaam.checkpoint'), 100_000), run);
    run.child.kill('SIGSTOP');
    const { status, stderr } = await runToEnd(folder, sweep);
    expect([status, stderr]).toEqual([2, expect.stringContaining('is at work there')]);
    run.child.kill('SIGINT');
    run.child.kill('SIGCONT');
    expect(await run.ended).toEqual({ status: 130, stderr: expect.stringContaining(interrupted) });
    expect(readdirSync(join(folder, 'results'))).toEqual(['.sweep-alphen-chaam.checkpoint']);
    const resumed = await runToEnd(folder, [...sweep, '--resume']);
    expect(resumed.stderr).toMatch(/^Alphen-Chaam.*: resumed, [1-9]\d* of 12 units (was|were) there$/m);
    expect(readdirSync(join(folder, 'results'))).toEqual(['sweep-alphen-chaam']);
    expect((await runToEnd(folder, [...sweep, '--out', 'fresh'])).status).toBe(0);
    expect(readTables(join(folder, 'results/sweep-alphen-chaam'))).toEqual(
      readTables(join(folder, 'fresh/sweep-alphen-chaam')),
    );
  });
});

describe('two runs into one folder', () => {
  it('do not disturb each other: the second is refused', async () => {
    const folder = temporaryFolder();
    const run = start(folder, ['run', ...small]);
    await until(() => holdsMore(join(folder, checkpoint), 1000), run);
    // It waits where it is, for as long as the others take.
    run.child.kill('SIGSTOP');
    const { status, stderr } = await runToEnd(folder, ['run', ...small, '--resume', '--force']);
    expect(stderr).toContain(`another run (process ${run.child.pid}) is at work there`);
    expectOneLine(stderr);
    expect(status).toBe(2);
    run.child.kill('SIGCONT');
    expect(await run.ended).toEqual({ status: 0, stderr: '' });
    expect(readTables(join(folder, 'results/alphen-chaam'))).toEqual(whole);
    expect(readdirSync(join(folder, 'results'))).toEqual(['alphen-chaam']);
  });

  it('that begin at the same moment: one of them is refused', async () => {
    const folder = temporaryFolder();
    const ended = await Promise.all([1, 2].map(() => runToEnd(folder, ['run', ...small])));
    expect(ended.map(({ status }) => status).sort()).toEqual([0, 2]);
    expect(ended.find(({ status }) => status === 2)?.stderr).toContain('is at work there');
    expect(readTables(join(folder, 'results/alphen-chaam'))).toEqual(whole);
    expect(readdirSync(join(folder, 'results'))).toEqual(['alphen-chaam']);
  });
});
