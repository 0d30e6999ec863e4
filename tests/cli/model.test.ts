/** `doorstroom model run` as a user meets it: threads, interruption, models that turn out wrong. */

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../scenario/temporary-folder.js';
import { runProgram } from './built-program.js';
import { expectDescribed } from './in-folder.js';

const model = resolve('tests/fixtures/models/groups.yaml');
const circle = `horizon: 2
tracks: { a: { states: [x, y], start: x } }
transitions:
  - { track: a, from: x, to: y, gate: true }
  - { track: a, from: y, to: x, gate: true }
`;

describe('model run', () => {
  it('of a single person has no error to tell: a dash, null in JSON, an empty cell', () => {
    const folder = folderWith({});
    const run = (...more: string[]) => runProgram(folder, 'model', 'run', model, '--persons', '1', ...more);
    const { status, stdout } = run();
    expect([status, stdout]).toEqual([0, expect.stringContaining('1 person; written to')]);
    expect(stdout).toMatch(/\d {2,}-\n/);
    expect(stdout).not.toMatch(/NaN/);
    const { means } = JSON.parse(run('--json', '--force').stdout);
    expect(means[0].mcse).toBe(null);
    const [header, first] = readFileSync(join(folder, 'results/groups/means.csv'), 'utf8').split('\n');
    expect(first!.split(',')[header!.split(',').indexOf('mcse')]).toBe('');
    expectDescribed(join(folder, 'results/groups'), `Groups (${model})`);
  });

  it('writes the same bytes with any number of threads, says how many in the manifest, and is silent in a pipe', () => {
    const folder = folderWith({});
    for (const workers of ['1', '2', '3']) {
      const options = ['--persons', '70000', '--workers', workers, '--out', workers, '--quiet'];
      expect(runProgram(folder, 'model', 'run', model, ...options)).toEqual({
        status: 0,
        stdout: '',
        stderr: '',
      });
      const manifest = JSON.parse(readFileSync(join(folder, workers, 'groups/manifest.json'), 'utf8'));
      expect(manifest.workers).toBe(Number(workers));
      for (const file of ['means.csv', 'probabilities.csv', 'datapackage.json']) {
        expect(readFileSync(join(folder, workers, 'groups', file), 'utf8')).toBe(
          readFileSync(join(folder, '1', 'groups', file), 'utf8'),
        );
      }
    }
  });

  it.each([
    ['1', '10'],
    ['2', '100000'],
  ])('names the gates that open each other in a circle (--workers %s), exit status 2', (workers, persons) => {
    const folder = folderWith({ 'circle.yaml': circle });
    const options = ['--workers', workers, '--persons', persons, '--out', 'deep/down'];
    const { status, stdout, stderr } = runProgram(folder, 'model', 'run', 'circle.yaml', ...options);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^circle\.yaml:1:1: more than 1000 events at month 0.*\n$/);
    expect(readdirSync(folder)).toEqual(['circle.yaml']);
  });

  it.each([
    ['1', 'SIGINT'],
    ['2', 'SIGTERM'],
  ])(
    'stops with status 130 and leaves nothing when interrupted before anything was done (--workers %s, %s)',
    (workers, signal) => {
      const folder = folderWith({});
      const main = pathToFileURL(resolve('dist/cli/main.js')).href;
      const args = [
        'node',
        'doorstroom',
        'model',
        'run',
        model,
        '--persons',
        '1000000000',
        '--workers',
        workers,
      ];
      const script = `import { main } from ${JSON.stringify(main)};
const end = main(${JSON.stringify(args)});
process.kill(process.pid, '${signal}');
process.exitCode = await end;`;
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['--input-type=module', '--eval', script],
        { cwd: folder, encoding: 'utf8' },
      );
      expect([status, stdout, stderr]).toEqual([130, '', 'interrupted; nothing half-written is left\n']);
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it('lists --resume in its help', () => {
    expect(runProgram(folderWith({}), 'model', 'run', '--help').stdout).toMatch(/^ +--resume +go on/m);
  });
});
