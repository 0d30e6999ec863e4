/** Result folders that were damaged or edited: charts and reports are made of them, or they are refused in words. */

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runHere } from '../cli/program-here.js';
import { makeRun } from '../output/report/results.js';
import { folderWith } from '../scenario/temporary-folder.js';
import { mutated } from './mutations.js';
import { cases, promiseCommand } from './promise.js';
import { mutatedTrees } from './trees.js';

it.each(['charts', 'report'])('are drawn by %s, or refused with the folder', async (command) => {
  const folder = folderWith({});
  makeRun(folder, 'leiden');
  const run = join(folder, 'leiden');
  const out = join(folder, 'out');
  const good = new Map(readdirSync(run).map((name) => [name, readFileSync(join(run, name))]));
  const damaged = fc.constantFrom(...good.keys()).chain((name) => {
    const text = good.get(name)!.toString('utf8');
    const trees = mutatedTrees([text]).map((tree) => Buffer.from(tree));
    const bytes = mutated([text]);
    return fc.tuple(fc.constant(name), name.endsWith('.json') ? fc.oneof(trees, trees, bytes) : bytes);
  });
  await fc.assert(
    fc.asyncProperty(damaged, async ([name, bytes]) => {
      for (const [file, whole] of good) writeFileSync(join(run, file), whole);
      writeFileSync(join(run, name), bytes);
      rmSync(out, { recursive: true, force: true });
      const format = command === 'report' ? ['--format', 'md'] : [];
      let stderr = '';
      const status = await promiseCommand(async () => {
        const ended = await runHere(command, run, '--out', out, ...format);
        stderr = ended.stderr;
        return ended;
      });
      if (status === 2) {
        expect(stderr).toContain(run);
        expect(readdirSync(folder)).toEqual(['leiden']);
      }
    }),
    cases(8),
  );
});
