/** `doorstroom sweep` as a user meets it. */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDefined, expectDescribed } from './in-folder.js';
import { runHereIn } from './program-here.js';

const scenario = resolve('scenarios', 'alphen-chaam.yaml');
const experiments = resolve('tests', 'fixtures', 'experiments');
const small = ['--draws', '3', '--replications', '2', '--workers', '1'];
let folder = '';

const doorstroom = (...args: string[]) => runHereIn(folder, ...args);

function rowsOf(path: string, delimiter = ','): Record<string, string>[] {
  return parse(readFileSync(join(folder, path)), { columns: true, bom: true, delimiter });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorstroom-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('sweep --set', () => {
  const settings = ['--set', 'effects.work_men=1.2,1.6', '--set', 'housing.wait_ratio=0.8'];
  let first: Awaited<ReturnType<typeof doorstroom>>;

  beforeAll(async () => {
    first = await doorstroom('sweep', scenario, ...settings, ...small);
  });

  it('writes its files, described by the data package, and a table', () => {
    expect(first.status).toBe(0);
    expect(first.stderr.match(/^Alphen-Chaam: (norms|labour market figures) end at /gm)).toHaveLength(2);
    expect(first.stderr.split('\n')).toHaveLength(3);
    expect(first.stdout).toContain('effects.work_men=1.6');
    expect(readdirSync(join(folder, 'results')).sort()).toEqual(['sweep-alphen-chaam']);
    const files = ['datapackage.json', 'manifest.json', 'parameters.csv', 'points.csv', 'sweep.csv'];
    expect(readdirSync(join(folder, 'results/sweep-alphen-chaam')).sort()).toEqual(files);
    expect(expectDescribed(join(folder, 'results/sweep-alphen-chaam'))).toEqual(['sweep: point of points']);
    const manifest = JSON.parse(
      readFileSync(join(folder, 'results/sweep-alphen-chaam/manifest.json'), 'utf8'),
    );
    expect(manifest.settings).toEqual(['effects.work_men=1.2,1.6', 'housing.wait_ratio=0.8']);
  });

  it('lists the points with the values in force', () => {
    expect(rowsOf('results/sweep-alphen-chaam/points.csv')).toMatchObject([
      { point: '0', point_name: 'base', changed: '' },
      { point: '1', 'effects.work_men': '1.2', 'housing.wait_ratio': '0.8' },
      {
        point: '2',
        point_name: 'effects.work_men=1.6, housing.wait_ratio=0.8',
        changed: 'effects.work_men housing.wait_ratio',
      },
    ]);
  });

  it('gives at every point the bytes that a run of it alone gives', async () => {
    await doorstroom(
      'run',
      scenario,
      '--set',
      'effects.work_men=1.6',
      '--set',
      'housing.wait_ratio=0.8',
      ...small,
      '--quiet',
    );
    const columns = ['approach', 'measure', 'month', 'unit', 'estimate', 'mcse', 'parameter_low', 'persons'];
    const pick = (row: Record<string, string>) => columns.map((name) => row[name]);
    const swept = rowsOf('results/sweep-alphen-chaam/sweep.csv').filter(({ point }) => point === '2');
    const isKept = ({ measure }: Record<string, string>) => !/_(p25|median|p75)$|^break_even/.test(measure!);
    const of = (against: string) => swept.filter((row) => row.against === against).map(pick);
    expect(of('')).toEqual(rowsOf('results/alphen-chaam/estimates.csv').filter(isKept).map(pick));
    expect(of('sequential')).toEqual(rowsOf('results/alphen-chaam/differences.csv').filter(isKept).map(pick));
    expect(of('base').length).toBe(of('').length);
  });

  it('keeps the results that it replaces', async () => {
    const { status, stderr } = await doorstroom('sweep', scenario, ...settings.slice(0, 2), ...small);
    expect(status).toBe(0);
    expect(stderr).toContain('is kept as results/earlier/sweep-alphen-chaam-1');
  });
});

describe('sweep --design', () => {
  it('reads an experiment file; a summary as JSON, files in the Dutch dialect', async () => {
    const design = join(experiments, 'what-ifs.yaml');
    const { status, stdout } = await doorstroom(
      'sweep',
      scenario,
      '--design',
      design,
      ...small,
      '--horizon',
      '6',
      '--base',
      'effects.fade_months=12',
      '--json',
      '--csv',
      'nl',
    );
    expect(status).toBe(0);
    const summary = JSON.parse(stdout);
    expect(summary.points.map(({ name }: { name: string }) => name)).toEqual([
      'base',
      'stronger effects',
      'dearer intake, earlier',
      'nothing',
    ]);
    const net = summary.points[3].outcomes.find(
      ({ measure }: { measure: string }) => measure === 'net_balance_discounted',
    );
    expect(net.approaches).toMatchObject([
      { approach: 'sequential', reference: null, difference_from_base: { estimate: 0, mcse: 0 } },
      { approach: 'parallel', reference: 'sequential', difference_from_base: { estimate: 0, mcse: 0 } },
    ]);
    const name = 'results/sweep-alphen-chaam-what-ifs';
    const rows = rowsOf(`${name}/sweep.csv`, ';');
    expect(Math.max(...rows.map(({ month }) => Number(month)))).toBe(72);
    const parameters = rowsOf(`${name}/parameters.csv`, ';');
    expect(parameters.find(({ path }) => path === 'effects.fade_months')!.value).toBe('12');
    const manifest = JSON.parse(readFileSync(join(folder, name, 'manifest.json'), 'utf8'));
    expect(manifest.inputs.some(({ path }: { path: string }) => path.endsWith('what-ifs.yaml'))).toBe(true);
  });

  it('defines the measures of an activity that only a point has', async () => {
    const idle =
      '{ label: Nothing much, phase: 3, start: { when: { housing: housed } }, weeks: 4, hours_per_week: 0, acts_on: [], mandatory: false, dropout: 0, costs: [] }';
    writeFileSync(
      join(folder, 'more.yaml'),
      `kind: what_ifs\npoints:\n  - name: more\n    set: { approaches.parallel.activities.idle: ${idle} }\n`,
    );
    const few = ['--draws', '2', '--replications', '1', '--base', 'cohort.size=12', '--workers', '1'];
    expect(
      (await doorstroom('sweep', scenario, '--design', 'more.yaml', ...few, '--horizon', '2')).status,
    ).toBe(0);
    const results = 'results/sweep-alphen-chaam-more';
    expect(expectDefined(join(folder, results))).toEqual(['sweep']);
    expect(rowsOf(`${results}/sweep.csv`).map(({ measure }) => measure)).toContain('dropout_share_idle');
  });

  it('ends with status 2 and writes nothing when the experiment is wrong', async () => {
    writeFileSync(join(folder, 'wrong.yaml'), 'kind: grid\npaths:\n  effects.wrk_men: [1, 2]\n');
    const { status, stdout, stderr } = await doorstroom('sweep', scenario, '--design', 'wrong.yaml');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe('wrong.yaml:3:3: no such path "effects.wrk_men"; did you mean "effects.work_men"?\n');
    expect(existsSync(join(folder, 'results/sweep-alphen-chaam-wrong'))).toBe(false);
  });

  it('wants one of --set and --design', async () => {
    expect(await doorstroom('sweep', scenario)).toMatchObject({
      status: 2,
      stderr: 'expected --set path=v1,v2,... or --design experiment.yaml\n',
    });
    const both = await doorstroom('sweep', scenario, '--set', 'cohort.size=30', '--design', 'wrong.yaml');
    expect(both.status).toBe(2);
    expect(both.stderr).toContain('exclude each other');
  });
});

describe('schema', () => {
  it('prints that of experiments', async () => {
    expect(JSON.parse((await doorstroom('schema', '--experiment')).stdout).title).toBe(
      'doorstroom experiment',
    );
    expect(JSON.parse((await doorstroom('schema', '--model')).stdout).title).toBe('doorstroom model');
    expect((await doorstroom('schema', '--model', '--experiment')).status).toBe(2);
  });
});
