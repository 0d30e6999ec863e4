/** bin/slurm-array.sh without Slurm: what it says when it is used wrongly. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

/** Runs a job script as Slurm would, given the variables that Slurm sets. */
function runScript(name: string, variables: Readonly<Record<string, string>>) {
  const { status, stderr } = spawnSync('bash', [resolve('bin', name)], {
    env: { PATH: process.env.PATH, ...variables },
    encoding: 'utf8',
  });
  return [status, stderr];
}

const array = (id: number, low: number, high: number, count: number, more = {}) => ({
  SLURM_ARRAY_TASK_ID: String(id),
  SLURM_ARRAY_TASK_MIN: String(low),
  SLURM_ARRAY_TASK_MAX: String(high),
  SLURM_ARRAY_TASK_COUNT: String(count),
  SLURM_SUBMIT_DIR: '/nowhere',
  ...more,
});

describe('slurm-array.sh', () => {
  it.each([
    ['outside an array', {}, /submit it with sbatch --array=1-N/],
    ['for some tasks only', array(17, 3, 17, 2), /set DOORSTROOM_SHARDS to the number of parts/],
    ['for one task only', array(5, 5, 5, 1), /set DOORSTROOM_SHARDS to the number of parts/],
    [
      'for a task beyond the parts',
      array(5, 5, 5, 1, { DOORSTROOM_SHARDS: '4' }),
      /task 5 is none of the parts 1 to 4/,
    ],
    [
      'for parts that are no number',
      array(1, 1, 1, 1, { DOORSTROOM_SHARDS: 'four' }),
      /expected a whole number/,
    ],
    ['from another folder', array(1, 1, 4, 4), /\/nowhere\/bin\/doorstroom.js is not there; submit from/],
  ])('says what to do %s', (_, variables, message) => {
    expect(runScript('slurm-array.sh', variables)).toEqual([2, expect.stringMatching(message)]);
  });
});

describe('slurm-array.sh near the time limit', () => {
  /** A folder with programs that stand for others. */
  function stubs(programs: Readonly<Record<string, string>>): string {
    const folder = mkdtempSync(join(tmpdir(), 'stubs-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const [name, text] of Object.entries(programs))
      writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
    return folder;
  }

  it('ends as the run does when the signal comes at the end of the run, or goes back in the queue', () => {
    // The run that gives the signal and ends at once; Slurm that ends the script when it takes the task back.
    const folder = stubs({ node: 'trap "" TERM; kill -USR1 $PPID; exit 0', scontrol: 'kill -KILL $PPID' });
    const endings = Array.from({ length: 80 }, () => {
      const { status, signal } = spawnSync('bash', [resolve('bin/slurm-array.sh')], {
        env: {
          ...array(1, 1, 1, 1, { DOORSTROOM_SHARDS: '4', SLURM_ARRAY_JOB_ID: '9' }),
          DOORSTROOM_HOME: resolve('.'),
          PATH: `${folder}:${process.env.PATH}`,
        },
      });
      return signal ?? status;
    });
    expect(endings.filter((ending) => ending !== 0 && ending !== 'SIGKILL')).toEqual([]);
    expect(endings).toContain(0);
  });
});

describe('slurm-merge.sh', () => {
  it('says what to do from another folder', () => {
    const [status, stderr] = runScript('slurm-merge.sh', { SLURM_SUBMIT_DIR: '/nowhere' });
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/\/nowhere\/bin\/doorstroom.js is not there/),
    ]);
  });
});
