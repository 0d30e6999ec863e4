/** The pool with jobs of its own: it knows none of the program's. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type JobPool, openJobPool, runInOrder } from '../../src/machine/pool.js';

/** What both sides can do; a thread gets it as text, since it runs no TypeScript. */
const jobs = {
  square: (n: number) => n * n,
  shout: ({ word }: { word: string }) => word.toUpperCase(),
};
const serve = pathToFileURL('dist/machine/serve.js').href;
const worker = `import { threadId } from 'node:worker_threads';
import { serve } from '${serve}';
export default serve({ square: (n) => n * n, shout: ({ word }) => word.toUpperCase(), thread: () => threadId });`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pool-'));
  writeFileSync(join(folder, 'worker.mjs'), worker);
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (workers: number) =>
  openJobPool(
    workers,
    { ...jobs, thread: (_: null): number => 0 },
    pathToFileURL(join(folder, 'worker.mjs')).href,
  );

/** Units 0 to 4 squared, each after as many turns as it has still to go: the last is done first. */
function backwards(): JobPool<typeof jobs> {
  return {
    width: 5,
    run: async (job, unit) => {
      for (let turn = Number(unit); turn < 5; turn++) await new Promise((go) => setImmediate(go));
      return jobs[job](unit as never) as never;
    },
    close: async () => {},
  };
}

describe('openPool', () => {
  it.each([1, 2])('does the jobs of its caller in %i thread(s)', async (workers) => {
    const pool = await open(workers);
    expect(await pool.run('square', 7)).toBe(49);
    expect(await pool.run('shout', { word: 'go' })).toBe('GO');
    const thread = await pool.run('thread', null);
    if (workers === 1) expect(thread).toBe(0);
    else expect(thread).toBeGreaterThan(0);
    await pool.close();
  });
});

describe('runInOrder', () => {
  it('hands results on in the order of their units, whichever is done first', async () => {
    const seen: [number, number][] = [];
    await runInOrder(
      backwards(),
      'square',
      5,
      (i) => i,
      (result, i) => seen.push([i, result]),
    );
    expect(seen).toEqual([
      [0, 0],
      [1, 1],
      [2, 4],
      [3, 9],
      [4, 16],
    ]);
  });

  it('takes from the journal what is there, and puts the rest in', async () => {
    const kept = new Map([['1', -1]]);
    const put: [string, number][] = [];
    const seen: number[] = [];
    const journal = {
      get: (unit: string) => kept.get(unit),
      put: (unit: string, result: number) => {
        put.push([unit, result]);
      },
    };
    const pool = await open(1);
    await runInOrder(
      pool,
      'square',
      3,
      (i) => i,
      (n) => seen.push(n),
      { journal },
    );
    expect(seen).toEqual([0, -1, 4]);
    expect(put).toEqual([
      ['0', 0],
      ['2', 4],
    ]);
  });

  it('tells when the last unit has been begun, and begins none after an interruption', async () => {
    const abort = new AbortController();
    const begun: number[] = [];
    let last = 0;
    const control = { signal: abort.signal, onLastBegun: () => (last += 1) };
    const unitOf = (i: number) => {
      begun.push(i);
      return i;
    };
    const pool = await open(1);
    await runInOrder(pool, 'square', 3, unitOf, () => {}, control);
    expect([begun, last]).toEqual([[0, 1, 2], 1]);
    const stopped = runInOrder(pool, 'square', 3, unitOf, () => abort.abort(), control);
    await expect(stopped).rejects.toThrow(/abort/i);
    expect([begun, last]).toEqual([[0, 1, 2, 0], 1]);
  });
});
