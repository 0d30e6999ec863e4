/** bin/slurm-array.sh and bin/slurm-merge.sh on a real Slurm: whatever becomes of the tasks, the bytes of the whole run. */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../cli/built-program.js';
import { readTables } from '../tables.js';
import { type LocalSlurm, slurmObstacle, startSlurm } from './local-slurm.js';

const arrayScript = resolve('bin/slurm-array.sh');
const mergeScript = resolve('bin/slurm-merge.sh');
const scenario = resolve('scenarios/alphen-chaam.yaml');
const small = [scenario, '--draws', '8', '--replications', '2', '--horizon', '1', '--csv', 'nl'];
/** Some seconds of work, so that a task can be met while it runs. */
const longer = [scenario, '--draws', '40', '--replications', '10'];

const obstacle = slurmObstacle();
if (obstacle !== undefined) console.warn(obstacle);

describe.skipIf(obstacle !== undefined).concurrent('a Slurm job array', { timeout: 60_000 }, () => {
  let slurm: LocalSlurm;
  let folder: string;
  let expected: Record<string, string>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'doorstroom-array-'));
    slurm = await startSlurm();
    expected = whole('whole', ...small);
  });
  afterAll(async () => {
    await slurm?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const submitted = (...args: string[]) => {
    const { stdout, stderr } = slurm.command(folder, 'sbatch', '--parsable', ...args);
    expect(stderr).toBe('');
    return stdout.trim();
  };
  const submitArray = (array: string, ...args: string[]) =>
    submitted(`--array=${array}`, '--mem-per-cpu=256M', arrayScript, ...args);
  const submitMerge = (after: string, name: string) =>
    submitted(`--dependency=afterok:${after}`, '--mem=512M', mergeScript, name, '--quiet');
  const log = (job: string) => readFileSync(join(folder, `slurm-${job}.out`), 'utf8');
  const whole = (name: string, ...options: string[]) => {
    expect(runProgram(folder, 'run', ...options, '--out', name, '--quiet')).toMatchObject({
      status: 0,
      stderr: '',
    });
    return readTables(join(folder, name, 'alphen-chaam'));
  };

  it('of four tasks and a merge gives the bytes of the whole run', async () => {
    const job = submitArray('1-4', ...small, '--out', 'four');
    const merge = submitMerge(job, 'four');
    expect(await slurm.endOf(merge)).toBe('COMPLETED');
    expect(Object.keys(expected).length).toBeGreaterThan(4);
    expect(readTables(join(folder, 'four', 'alphen-chaam'))).toEqual(expected);
    expect(readdirSync(join(folder, 'four')).sort()).toEqual([
      'alphen-chaam',
      ...[1, 2, 3, 4].map((index) => `alphen-chaam.shard-${index}-of-4`),
    ]);
  });

  it('may be numbered from 0 and in steps, and some tasks be submitted again, which skip what is finished', async () => {
    const first = submitArray('0-4:2', ...small, '--out', 'steps');
    expect(await slurm.endOf(first)).toBe('COMPLETED');
    const shard = (index: number) => join(folder, 'steps', `alphen-chaam.shard-${index}-of-3`);
    expect([1, 2, 3].map((index) => existsSync(shard(index)))).toEqual([true, true, true]);
    rmSync(shard(2));
    const some = ['--array=1-2', '--export=ALL,DOORSTROOM_SHARDS=3', '--mem-per-cpu=256M'];
    const again = submitted(...some, arrayScript, ...small, '--out', 'steps');
    const merge = submitMerge(again, 'steps');
    expect(await slurm.endOf(merge)).toBe('COMPLETED');
    expect(log(`${again}_1`)).toContain('part 1 of 3 was finished before');
    expect(log(`${again}_2`)).not.toContain('was finished before');
    expect(readTables(join(folder, 'steps', 'alphen-chaam'))).toEqual(expected);
  });

  it('puts a task near its time limit back in the queue, where it goes on from its checkpoint', async () => {
    const job = submitArray('1-2', ...longer, '--out', 'limit');
    const merge = submitMerge(job, 'limit');
    const checkpoint = join(folder, 'limit', '.alphen-chaam.shard-2-of-2.checkpoint');
    await slurm.until(() => existsSync(checkpoint) && statSync(checkpoint).size > 20_000);
    // What `#SBATCH --signal=B:USR1@120` sends, without waiting for a limit, which Slurm counts in minutes.
    expect(slurm.command(folder, 'scancel', '--batch', '--signal=USR1', `${job}_2`).stderr).toBe('');
    const wholeRun = whole('whole-limit', ...longer);
    expect(await slurm.endOf(merge)).toBe('COMPLETED');
    expect(log(`${job}_2`)).toMatch(
      /part 2 of 2 goes back in the queue[\s\S]*resumed, \d+ of \d+ units (was|were) there/,
    );
    expect(readTables(join(folder, 'limit', 'alphen-chaam'))).toEqual(wholeRun);
    expect(existsSync(checkpoint)).toBe(false);
  });

  it('does not merge when a task fails', async () => {
    const job = submitArray('1-2', join(folder, 'nobody.yaml'), '--out', 'failed');
    const merge = submitMerge(job, 'failed');
    expect(await slurm.endOf(`${job}_1`)).toBe('FAILED');
    expect(log(`${job}_1`)).toContain('nobody.yaml');
    expect(await slurm.endOf(merge)).toBe('CANCELLED');
    expect(existsSync(join(folder, 'failed'))).toBe(false);
  });
});
