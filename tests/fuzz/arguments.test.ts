/** Arguments as they go wrong: every one is taken, or refused in words, and a refusal leaves nothing behind. */

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runHere } from '../cli/program-here.js';
import { folderWith } from '../scenario/temporary-folder.js';
import { cases, promiseCommand } from './promise.js';
import { nastyTexts } from './trees.js';

const scenario = 'scenarios/alphen-chaam.yaml';
const model = 'scenarios/models/illness-death.yaml';

const path = fc.oneof(
  fc.constantFrom(
    'income.work',
    'cohort.size',
    'horizon_years',
    'name',
    'extends',
    'regime',
    'posterior',
    'reference',
    'approaches',
    'approaches.parallel.label',
    'income.labour_market.0.ratio',
    'income.labour_market.-1',
    'income.labour_market.length',
    '__proto__.x',
    'constructor',
    'income.toString',
    'a..b',
    '.',
    '',
    ' ',
    'cohort',
    'discount_rate.low',
    'effects.work_man',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
/** No NUL: no shell can hand one over. */
const argument = (text: string) => text.replaceAll('\0', '');
const setting = fc
  .tuple(path, nastyTexts, fc.constantFrom('=', '=', '=', '', '=='))
  .map(([name, value, sign]) => argument(`${name}${sign}${value}`));
const count = fc.constantFrom(
  '1',
  '0',
  '-1',
  '1e9',
  '1.5',
  '',
  ' ',
  'NaN',
  'Infinity',
  '0x10',
  '9'.repeat(400),
  '١',
  '1,2',
  '--',
);
const word = fc.oneof(nastyTexts, fc.string({ unit: 'binary', maxLength: 12 })).map(argument);

describe('any argument is taken, or refused in words', () => {
  it('of --set, in a trace of one life', async () => {
    await fc.assert(
      fc.asyncProperty(setting, word, async (set, seed) => {
        await promiseCommand(() => runHere('trace', scenario, '--set', set, `--seed=${seed}`));
      }),
      cases(4),
    );
  });

  it('of options, by commands that read or simulate', async () => {
    const folder = folderWith({});
    const option = fc.oneof(
      fc.tuple(
        fc.constantFrom(
          '--draws',
          '--replications',
          '--workers',
          '--horizon',
          '--person',
          '--persons',
          '--draw',
          '--width',
        ),
        count,
      ),
      fc.tuple(
        fc.constantFrom(
          '--by',
          '--csv',
          '--seed',
          '--label',
          '--lang',
          '--format',
          '--nonsense',
          '-x',
          '--targets',
          '--design',
          '--from',
          '--base',
          '--rounds',
        ),
        word,
      ),
      fc.tuple(fc.constant('--set'), setting),
    );
    // What would simulate gets an option that is wrong, so that every case ends in a refusal.
    const command = fc.constantFrom(
      ['run', scenario, '--draws', 'x'],
      ['compare', '--replications', '-1'],
      ['sweep', scenario, '--set', 'income.work=-1'],
      ['calibrate', '--rounds', '0'],
      ['validate', 'scenarios'],
      ['trace', 'scenarios/no.yaml'],
      ['model', 'run', model, '--persons', '0'],
      ['report', 'tests'],
      ['charts', 'package.json'],
      ['explain', 'scenarios/none.yaml'],
      ['init', ''],
      ['nonsense'],
    );
    await fc.assert(
      fc.asyncProperty(command, fc.array(option, { maxLength: 3 }), async (words, options) => {
        const out = words[0] === 'validate' || words[0] === 'trace' ? [] : ['--out', join(folder, 'out')];
        const status = await promiseCommand(() => runHere(...words, ...out, ...options.flat()));
        expect(status).toBe(2);
        expect(readdirSync(folder)).toEqual([]);
      }),
      cases(2),
    );
  });

  it('of --set, by a sweep that its last point stops', async () => {
    const folder = folderWith({});
    await fc.assert(
      fc.asyncProperty(setting, async (set) => {
        const args = ['sweep', scenario, '--set', set, '--set', 'income.work=-1', '--out', folder];
        expect(await promiseCommand(() => runHere(...args))).toBe(2);
        expect(readdirSync(folder)).toEqual([]);
      }),
      cases(8),
    );
  });
});

describe('what stands in the way of results', () => {
  const small = ['--draws', '1', '--replications', '1', '--workers', '1', '--quiet'];
  const commands = (out: string): string[][] => [
    ['run', scenario, ...small, '--out', out],
    ['sweep', scenario, ...small, '--set', 'income.work=0.1', '--out', out],
    ['model', 'run', model, '--persons', '10', '--quiet', '--out', out],
    ['calibrate', scenario, '--rounds', '10', '--out', join(out, 'c'), '--quiet'],
  ];

  it.each(commands('x').map((words, i) => [words[0]!, i] as const))('is a file: %s', async (_, i) => {
    const folder = folderWith({ 'results/taken': 'mine' });
    for (const out of [join(folder, 'results/taken'), join(folder, 'results/taken/below')]) {
      for (const force of [[], ['--force']]) {
        const { status, stderr } = await runHere(...commands(out)[i]!, ...force);
        expect([status, stderr]).toEqual([2, expect.stringContaining(join(folder, 'results/taken'))]);
      }
    }
    expect(readdirSync(join(folder, 'results'))).toEqual(['taken']);
  });

  it('is a folder that holds other things: --force does not take it away', async () => {
    const folder = folderWith({ 'alphen-chaam/thesis.txt': 'mine', 'calibration/photos/a.jpg': 'mine' });
    const run = await runHere('run', scenario, ...small, '--out', folder, '--force');
    expect([run.status, run.stderr]).toEqual([2, expect.stringContaining('holds other things than results')]);
    const out = join(folder, 'calibration');
    const fit = await runHere('calibrate', scenario, '--rounds', '10', '--out', out, '--force', '--quiet');
    expect([fit.status, fit.stderr]).toEqual([2, expect.stringContaining('holds other things than results')]);
    expect(readdirSync(join(folder, 'alphen-chaam'))).toEqual(['thesis.txt']);
  });

  it('is a folder in the place of a file: nothing half-written stays', async () => {
    const folder = folderWith({});
    mkdirSync(join(folder, 'events.csv'));
    const { status, stderr } = await runHere('trace', scenario, '--csv-file', join(folder, 'events.csv'));
    expect([status, stderr]).toEqual([1, expect.stringContaining('events.csv')]);
    expect(readdirSync(folder)).toEqual(['events.csv']);
  });

  it('is a name that only is an ending', async () => {
    const folder = folderWith({ '.yaml': 'extends: national\nname: x\n' });
    const out = join(folder, 'out');
    const { status, stderr } = await runHere('run', join(folder, '.yaml'), ...small, '--out', out);
    expect([status, stderr]).toEqual([2, expect.stringContaining('expected a file name')]);
    expect(readdirSync(folder)).toEqual(['.yaml']);
  });
});

describe('what would never end or fit', () => {
  it.each([
    [['run', scenario, '--draws', '100000', '--replications', '1000000'], 'more than 1000000000 lives'],
    [
      ['run', scenario, '--draws', '2', '--set', 'cohort.size=1000000', '--replications', '1000'],
      'more than 1000000000 lives',
    ],
    [
      ['run', scenario, '--draws', '1000', '--replications', '1000', '--persons'],
      '--persons would write more than',
    ],
    [['calibrate', '--rounds', '60000,60000'], 'points in all'],
    [['sweep', scenario, '--set', `income.work=${'0.1,'.repeat(1500)}0.1`], 'expected at most'],
    [['trace', scenario, '--set', 'regime=wi2021'], '"regime" cannot be changed by a setting'],
    [['trace', scenario, '--set', `income.work=${'['.repeat(5000)}`], 'nested more than 100 levels deep'],
    [
      [
        'trace',
        scenario,
        '--set',
        'income.work=[&a [x,x,x],&b [*a,*a,*a,*a],&c [*b,*b,*b,*b],[*c,*c,*c,*c,*c]]',
      ],
      'repeat their sections',
    ],
  ])('%#', async (args, message) => {
    const out = join(folderWith({}), 'out');
    const { status, stderr } = await runHere(...args, ...(args[0] === 'trace' ? [] : ['--out', out]));
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  it('a model whose rates are beyond any horizon', async () => {
    const folder = folderWith({});
    const file = join(folder, 'fast.yaml');
    const rate = (from: string, to: string) => `  - { track: t, from: ${from}, to: ${to}, hazard: 1.0e12 }\n`;
    writeFileSync(
      file,
      `horizon: 12\ntracks: { t: { states: [a, b], start: a } }\ntransitions:\n${rate('a', 'b')}${rate('b', 'a')}`,
    );
    const args = [
      'model',
      'run',
      file,
      '--persons',
      '10',
      '--workers',
      '1',
      '--quiet',
      '--out',
      join(folder, 'out'),
    ];
    expect(await promiseCommand(() => runHere(...args))).toBe(2);
    expect(readdirSync(folder)).toEqual(['fast.yaml']);
  });
});

describe('damaged results', () => {
  it.each(['charts', 'report'])('are refused by %s, with the folder', async (command) => {
    const whole = { 'manifest.json': '{', 'datapackage.json': '{ "resources": [] }' };
    for (const [files, message] of [
      [whole, 'manifest.json: is damaged; run again'],
      [{ ...whole, 'manifest.json': 'null' }, 'manifest.json: is not as a run writes it; run again'],
      [{ ...whole, 'datapackage.json': '[' }, 'datapackage.json: is damaged; run again'],
      [
        { ...whole, 'datapackage.json': '{ "resources": [{ "path": "curves.csv" }] }' },
        'datapackage.json: is not as a run writes it at "resources.0.schema"; run again',
      ],
    ] as const) {
      const folder = folderWith(files);
      const { status, stderr } = await runHere(command, folder, '--out', join(folder, 'out'));
      expect([status, stderr]).toEqual([2, `${join(folder, message)}\n`]);
      expect(readdirSync(folder).sort()).toEqual(['datapackage.json', 'manifest.json']);
    }
  });
});
