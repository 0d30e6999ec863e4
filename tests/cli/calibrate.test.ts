/** `doorstroom calibrate` and `validate --targets` as a user meets them, on small numbers. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from './built-program.js';
import { expectDescribed } from './in-folder.js';
import { runHereIn } from './program-here.js';

const program = resolve('bin/doorstroom.js');
const national = resolve('scenarios/national.yaml');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'calibrate-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const doorstroom = (...args: string[]) => runHereIn(folder, ...args);

const small = ['--persons', '100', '--rounds', '30,30', '--draws', '20'];
const few = ['--draws', '3', '--workers', '1'];
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

describe('calibrate', () => {
  it('writes the posterior, what was learned and the fit', async () => {
    const one = await doorstroom('calibrate', ...small, '--out', 'one', '--workers', '1');
    expect([one.status, one.stderr]).toEqual([0, '']);
    expect(one.stdout).toContain('validation, not used in the fit');
    expect(readdirSync(join(folder, 'one')).sort()).toEqual([
      'correlations.csv',
      'datapackage.json',
      'fit.csv',
      'fit.svg',
      'manifest.json',
      'parameters.csv',
      'posterior.csv',
      'report.md',
    ]);
    expect(existsSync(join(folder, '.one.checkpoint'))).toBe(false);
    const draws: Record<string, string>[] = parse(read('one/posterior.csv'), { columns: true });
    expect(draws.map(({ draw }) => draw)).toEqual([
      'central',
      ...Array.from({ length: 20 }, (_, i) => String(i + 1)),
    ]);
    const fit: Record<string, string>[] = parse(read('one/fit.csv'), { columns: true });
    expect(fit.filter(({ use }) => use === 'fit').length).toBe(12);
    expectDescribed(join(folder, 'one'), 'CBS 2018');
  });

  it('goes on where an interrupted run stopped: the same bytes, also with other numbers of workers', async () => {
    const other = [...small, '--out', 'two', '--quiet', '--workers', '2'];
    spawnSync('timeout', ['-s', 'KILL', '1', process.execPath, program, 'calibrate', ...other], {
      cwd: folder,
    });
    // Killed before it was complete, or (on a fast machine) complete: never something in between.
    if (!existsSync(join(folder, 'two'))) runProgram(folder, 'calibrate', ...other, '--resume');
    for (const file of ['posterior.csv', 'parameters.csv', 'fit.csv', 'report.md'])
      expect(read(`two/${file}`)).toBe(read(`one/${file}`));
    const again = await doorstroom('calibrate', ...small, '--out', 'two', '--resume');
    expect([again.status, again.stderr]).toEqual([
      0,
      'two: complete already, nothing to do; the results are in two\n',
    ]);
    const more = await doorstroom('calibrate', ...small, '--out', 'two', '--resume', '--draws', '21');
    expect([more.status, more.stderr]).toEqual([2, expect.stringContaining('two: exists already')]);
  });

  it('can be used by a scenario', async () => {
    expect(
      (await doorstroom('run', national, '--set', 'posterior=./one', ...few, '--out', 'run')).status,
    ).toBe(0);
    const parameters: Record<string, string>[] = parse(read('run/national/parameters.csv'), {
      columns: true,
    });
    expect(parameters.find(({ path }) => path === 'income.work')!.distribution).toBe('posterior');
  });

  it('refuses targets of which none is for fit', async () => {
    writeFileSync(
      join(folder, 'targets.csv'),
      'id,metric,subgroup,month,value,tolerance,unit,use,label,source,note\na,on_benefit,all,18,0.9,0.02,share,validation,published,CBS,\n',
    );
    const { status, stderr } = await doorstroom('calibrate', '--targets', 'targets.csv', '--out', 'none');
    expect([status, stderr]).toEqual([2, 'targets.csv: no target is marked for use: fit\n']);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });
});

describe('validate --targets', () => {
  it('holds the shipped baseline against the published figures: all that were fitted within tolerance', async () => {
    const { status, stdout } = await doorstroom(
      'validate',
      national,
      '--targets',
      '--draws',
      '240',
      '--persons',
      '1500',
    );
    expect(status).toBe(0);
    expect(stdout).toContain('used in the fit: 12 of 12 inside their tolerance');
  });
});
