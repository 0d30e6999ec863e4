/** Worker threads that are lost, and a clock that jumps. */

import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTables } from '../tables.js';
import { expectOneLine, makeFolder, runToEnd, scenario, temporaryFolder } from './started.js';

const small = [scenario, '--draws', '10', '--replications', '2', '--horizon', '1', '--workers', '2'];

/** Environment in which a module is loaded first. */
function preloading(file: string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return { NODE_OPTIONS: `--require ${resolve('tests/faults', file)} --max-old-space-size=100`, ...more };
}

let whole: Record<string, string>;
beforeAll(async () => {
  const folder = makeFolder();
  expect(await runToEnd(folder, ['run', ...small])).toEqual({ status: 0, stderr: '' });
  whole = readTables(join(folder, 'results/alphen-chaam'));
  rmSync(folder, { recursive: true });
});

describe('a worker thread', () => {
  it.each([
    [
      'runs out of memory',
      'memory',
      'out of memory; use fewer --workers, each of which takes its share; then',
    ],
    ['ends', 'exit', 'a worker thread was ended from outside;'],
  ])('that %s ends the run with advice, and --resume goes on', async (_, fault, advice) => {
    const folder = temporaryFolder();
    const { status, stderr } = await runToEnd(
      folder,
      ['run', ...small],
      preloading('broken-worker.cjs', { FAULT: fault }),
    );
    // V8 may say before that it has run out.
    expect(stderr.split('\n').at(-2)).toBe(`${advice} the same command with --resume continues`);
    expect(stderr).not.toMatch(/\.js:\d|Unhandled/);
    expect(status).toBe(1);
    expect(readdirSync(join(folder, 'results'))).toEqual(['.alphen-chaam.checkpoint']);
    if (fault === 'exit') return;
    const resumed = await runToEnd(folder, ['run', ...small, '--resume']);
    expectOneLine(resumed.stderr);
    expect(resumed.stderr).toMatch(/resumed, \d+ of 10 units (was|were) there/);
    expect(readTables(join(folder, 'results/alphen-chaam'))).toEqual(whole);
    expect(readdirSync(join(folder, 'results'))).toEqual(['alphen-chaam']);
  });
});

describe('a clock that jumps', () => {
  it('changes no result', async () => {
    const folder = temporaryFolder();
    const ended = await runToEnd(folder, ['run', ...small], preloading('shifted-clock.cjs'));
    expect(ended).toEqual({ status: 0, stderr: '' });
    expect(readTables(join(folder, 'results/alphen-chaam'))).toEqual(whole);
  });
});
