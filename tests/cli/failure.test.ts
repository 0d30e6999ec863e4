import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { explainFailure, explainInterruption } from '../../src/cli/failure.js';
import { folderWith } from '../scenario/temporary-folder.js';
import { PRICE, scenario } from './price.js';
import { runHere } from './program-here.js';

const fault = (code: string, path?: string) => Object.assign(new Error(code), { code, path });
const said = (isKept: boolean) => (code: string) =>
  explainFailure(fault(code, code.startsWith('ERR_') ? undefined : 'x'), { place: '--out', isKept });

it('promises --resume only where something is kept that it goes on with', () => {
  const codes = ['ENOSPC', 'EROFS', 'EACCES', 'EEXIST', 'ENOENT', 'EIO', 'ERR_WORKER_EXITED'];
  expect(codes.map(said(false))).toEqual([
    'x: the disk is full; make room',
    'x: this disk is read-only; choose another folder with --out',
    'x: no permission to write or read here; choose another folder with --out, or ask for permission',
    'x: a file is in the way of a folder; choose another folder with --out, or move the file',
    'x: does not exist, or cannot be created here; choose another folder with --out, or put it back',
    'x: cannot be written or read (EIO)',
    'a worker thread was ended from outside',
  ]);
  const goOn = 'the same command with --resume continues';
  expect(codes.map(said(true))).toEqual([
    `x: the disk is full; make room; then ${goOn}`,
    // In another folder nothing is kept.
    'x: this disk is read-only; choose another folder with --out',
    `x: no permission to write or read here; ask for permission; then ${goOn}`,
    `x: a file is in the way of a folder; move the file; then ${goOn}`,
    `x: does not exist, or cannot be created here; put it back; then ${goOn}`,
    `x: cannot be written or read (EIO); ${goOn}`,
    `a worker thread was ended from outside; ${goOn}`,
  ]);
  // It would go on with the very parts that do not fit.
  expect(said(true)('ERR_RESULT_LAYOUT')).toBe(said(false)('ERR_RESULT_LAYOUT'));
  expect(explainInterruption({ place: undefined, isKept: true })).toContain(goOn);
  expect(explainInterruption({ place: undefined, isKept: false })).not.toContain('--resume');
});

it.each([
  ['run', scenario],
  ['run', scenario, '--shard', '1/2'],
  ['compare', scenario],
  ['sweep', scenario, '--set', `${PRICE}=100,200`],
  ['sensitivity', scenario],
  ['threshold', scenario, PRICE],
  ['pilot', scenario],
  ['calibrate', scenario],
  ['model', 'run', resolve('scenarios/models/illness-death.yaml')],
])('says that nothing is left where nothing was done: %s', async (...args) => {
  const folder = folderWith({});
  const ended = runHere(...args, '--quiet', '--workers', '1', '--out', join(folder, 'out'));
  process.emit('SIGINT');
  expect(await ended).toEqual({
    status: 130,
    stdout: '',
    stderr: 'interrupted; nothing half-written is left\n',
  });
  expect(readdirSync(folder)).toEqual([]);
});
