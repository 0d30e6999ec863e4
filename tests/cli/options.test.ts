/** Options that would mean nothing beside others, or without them: refused or honoured, never ignored without a word. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { program } from '../../src/cli/main.js';
import { folderWith } from '../scenario/temporary-folder.js';
import { shipped } from './in-folder.js';
import { runHere } from './program-here.js';

const leiden = shipped('leiden');

describe('an option that means nothing where it stands', () => {
  it.each([
    [
      ['validate', leiden, '--draws', '4'],
      "option '--draws <n>' means nothing without option '--targets [file]'",
    ],
    [['validate', leiden, '--seed', '4'], "option '--seed <text>' means nothing without"],
    [['validate', leiden, '--persons', '400'], "option '--persons <n>' means nothing without"],
    [['validate', leiden, '--workers', '1'], "option '--workers <n>' means nothing without"],
    [['validate', leiden, '--quiet'], "option '--quiet' means nothing without"],
    [
      ['trace', leiden, '--csv', 'nl'],
      "option '--csv <dialect>' means nothing without option '--csv-file <file>'",
    ],
    [
      ['run', leiden, '--by', 'sex', '--by', 'education'],
      'It is given already (sex); one run reports by one attribute.',
    ],
    [['explain', leiden, '--csv', 'nl'], "option '--csv <dialect>' means nothing without"],
    [
      ['explain', leiden, '--measures', '--label', 'none'],
      "option '--measures' cannot be used with option '--label",
    ],
    [
      ['run', leiden, '--horizon', '3', '--set', 'horizon_years=4'],
      '--horizon and a setting of horizon_years exclude',
    ],
    [
      ['sweep', leiden, '--horizon', '3', '--base', 'horizon_years=4', '--set', 'income.work=0.05'],
      '--horizon and',
    ],
    [
      ['compare', leiden, '--discount-to', '2016-01-01', '--set', 'discount_to=2017-01-01'],
      '--discount-to and a setting of discount_to exclude each other',
    ],
    [['calibrate', '--set', 'posterior=cbs-2014'], 'a calibration begins with the priors'],
  ])('is refused: %j', async (args, message) => {
    const out = join(folderWith({}), 'out');
    const writes = ['run', 'sweep', 'compare', 'calibrate'].includes(args[0]!);
    const { status, stderr, stdout } = await runHere(...args, ...(writes ? ['--out', out] : []));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});

describe('--lang', () => {
  it('is English in every command that has it, unless another is asked for', () => {
    const withLanguage = program(() => {}, { breakdowns: [] }).commands.flatMap((command) => {
      const option = command.options.find(({ long }) => long === '--lang');
      return option === undefined ? [] : [[command.name(), option.defaultValue]];
    });
    expect(withLanguage.length).toBeGreaterThan(8);
    expect(withLanguage.filter(([, language]) => language !== 'en')).toEqual([]);
  });
});

describe('validate', () => {
  it('checks a scenario with what --set changes, and notes what then lies outside tables', async () => {
    const good = await runHere('validate', leiden, '--set', 'cohort.first_permit=2035-01-01');
    expect(good.status).toBe(0);
    expect(good.stdout).toContain('note: norms end at 2026-01-01; the last holds for 2035');
    const wrong = await runHere('validate', leiden, '--set', 'cohort.first_permit=soon');
    expect([wrong.status, wrong.stderr]).toEqual([
      2,
      '--set cohort.first_permit=soon: cohort.first_permit: expected a date like 2016-01-31, got "soon"\n',
    ]);
  });

  it('notes it with --targets too', async () => {
    const few = ['--draws', '2', '--persons', '100', '--workers', '1', '--quiet'];
    const { status, stdout } = await runHere('validate', leiden, '--targets', ...few);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^scenarios\/leiden\.yaml: note: labour market figures end at 2023; the last holds for 2024/m,
    );
  });
});

describe('trace', () => {
  it('lives any draw and replication, also beyond those of a run, and says so in its help', async () => {
    const { status, stdout } = await runHere('trace', leiden, '--draw', '9999', '--replication', '99');
    expect([status, stdout.includes('years at the permit')]).toEqual([0, true]);
    const help = await runHere('trace', '--help');
    expect(help.stdout.replaceAll(/\s+/g, ' ')).toContain('from 0; it may lie beyond those of a run');
  });
});

describe('run --shard --json', () => {
  it('prints the files as JSON', async () => {
    const out = join(folderWith({}), 'out');
    const few = ['--draws', '2', '--replications', '1', '--workers', '1', '--quiet', '--json', '--out', out];
    const { status, stdout } = await runHere('run', shipped('alphen-chaam'), '--shard', '1/1', ...few);
    expect(status).toBe(0);
    const [file] = JSON.parse(stdout);
    expect(readFileSync(file).length).toBeGreaterThan(0);
  });
});

describe('the table of a run of one approach', () => {
  it('ends no line with a space', async () => {
    const out = join(folderWith({}), 'out');
    const few = ['--draws', '2', '--replications', '1', '--workers', '1', '--out', out];
    const { status, stdout } = await runHere('run', shipped('national'), '--set', 'cohort.size=10', ...few);
    expect([status, /1 replication\.\n/.test(stdout)]).toEqual([0, true]);
    expect(stdout).not.toMatch(/[ \t]$/m);
  });
});
