/** The folder in which replaced results are kept belongs to no scenario and no model, whoever would write into it. */

import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageLibrary } from '../../src/scenario/load-scenario.js';
import { folderWith } from '../scenario/temporary-folder.js';
import { shipped, small } from './in-folder.js';
import { runHere } from './program-here.js';

const kept = 'is the name of the folder in which results that were replaced are kept';
const text = 'extends: leiden\nname: Earlier\n';

it.each(['earlier', 'EARLIER', 'Earlier '])('refuses a scenario in a file named "%s"', async (name) => {
  const folder = folderWith({ [`${name}.yaml`]: text });
  const file = join(folder, `${name}.yaml`);
  const out = join(folder, 'out');
  for (const args of [
    ['run', file],
    ['run', file, '--set', 'name=Later'],
    ['run', file, '--shard', '1/2'],
    ['compare', file],
    ['compare', shipped('leiden'), '--with', file],
  ]) {
    const { status, stderr } = await runHere(...args, ...small, '--out', out);
    expect([args, status, stderr]).toEqual([
      args,
      2,
      `${file}: "${name}" ${kept}; give the file another name\n`,
    ]);
  }
  expect(readdirSync(folder)).toEqual([`${name}.yaml`]);
});

it('refuses a model in such a file, and such a folder for a calibration', async () => {
  const folder = folderWith({});
  const at = join(folder, 'out', 'Earlier');
  const calibrated = await runHere('calibrate', '--out', at);
  expect(calibrated).toMatchObject({ status: 2, stderr: `${at}: "Earlier" ${kept}; give it another name\n` });
  expect(existsSync(join(folder, 'out'))).toBe(false);
  const models = join(packageLibrary().scenarios, 'models');
  copyFileSync(
    join(models, readdirSync(models).find((name) => name.endsWith('.yaml'))!),
    join(folder, 'earlier.yaml'),
  );
  const ran = await runHere('model', 'run', join(folder, 'earlier.yaml'), '--out', folder);
  const target = join(folder, 'earlier');
  expect(ran).toMatchObject({ status: 2, stderr: `${target}: "earlier" ${kept}; give it another name\n` });
});

it('refuses it for a new scenario', async () => {
  const folder = folderWith({});
  const file = join(folder, 'Earlier.yaml');
  for (const [args, target] of [
    [['init', 'Earlier'], 'earlier.yaml'],
    [['init', 'Leiden', '--file', file], file],
  ] as const) {
    const { status, stderr } = await runHere(...args);
    expect([status, stderr]).toEqual([
      2,
      `${target}: "${target === file ? 'Earlier' : 'earlier'}" ${kept}; use --file for another name\n`,
    ]);
  }
  expect(readdirSync(folder)).toEqual([]);
});

it('leaves names alone that only begin like it', async () => {
  const folder = folderWith({ 'earlier-plan.yaml': text });
  const out = join(folder, 'out');
  expect(await runHere('run', join(folder, 'earlier-plan.yaml'), ...small, '--out', out)).toMatchObject({
    status: 0,
  });
});
