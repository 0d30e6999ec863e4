/** The parts of a run under GNU parallel, as the comments of bin/slurm-array.sh give the command. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { runProgram } from '../cli/built-program.js';
import { readTables } from '../tables.js';
import { isInstalled } from './installed.js';

const missing = !isInstalled('parallel');
if (missing) console.warn('GNU parallel is not tested: parallel missing (Debian: apt-get install parallel)');

it.skipIf(missing)('parallel and a merge give the bytes of the whole run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorstroom-parallel-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const program = resolve('bin/doorstroom.js');
  const options = [
    resolve('scenarios/alphen-chaam.yaml'),
    '--draws',
    '6',
    '--replications',
    '2',
    '--horizon',
    '1',
  ];
  const divided = `parallel --jobs 2 --no-notice '${process.execPath}' '${program}' run ${options.join(' ')} --workers 1 \
--out parts --resume --shard {}/4 ::: 1 2 3 4 && '${process.execPath}' '${program}' merge parts --quiet`;
  expect(runProgram(folder, 'run', ...options, '--out', 'whole', '--quiet').status).toBe(0);
  const whole = readTables(join(folder, 'whole', 'alphen-chaam'));

  const { status, stderr, stdout } = spawnSync('sh', ['-c', divided], { cwd: folder, encoding: 'utf8' });
  const files = [1, 2, 3, 4].map((index) => `alphen-chaam.shard-${index}-of-4`);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout.split('\n').sort().slice(1)).toEqual(files.map((file) => join('parts', file)));
  expect(readTables(join(folder, 'parts', 'alphen-chaam'))).toEqual(whole);
  expect(readdirSync(join(folder, 'parts')).sort()).toEqual(['alphen-chaam', ...files]);
});
