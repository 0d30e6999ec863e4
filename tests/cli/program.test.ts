/** The program as a user meets it: arguments, exit statuses, files. */

import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runProgram } from './built-program.js';
import { runHereIn } from './program-here.js';

const scenarios = resolve('scenarios');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorstroom-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** As it was built: where it is what is tested that it starts, its streams and its threads. */
const built = (...args: string[]) => runProgram(folder, ...args);
const doorstroom = (...args: string[]) => runHereIn(folder, ...args);

const small = ['--draws', '3', '--replications', '2', '--workers', '1'];
const files = [
  'approaches.csv',
  'costs.csv',
  'curves.csv',
  'datapackage.json',
  'differences.csv',
  'draws.json',
  'estimates.csv',
  'manifest.json',
  'parameters.csv',
];

function rowsOf(path: string): Record<string, string>[] {
  return parse(readFileSync(join(folder, path)), { columns: true, bom: true });
}

describe('run', () => {
  it('writes the files of a run, described by the data package, and warns alone on stderr in a pipe', () => {
    const { status, stdout, stderr } = built('run', join(scenarios, 'alphen-chaam.yaml'), ...small);
    const warnings = [
      'norms end at 2026-01-01; the last holds for 2026-07-01 to 2026-12-31',
      'labour market figures end at 2023; the last holds for 2024 to 2026',
    ];
    expect([status, stderr]).toEqual([0, warnings.map((each) => `Alphen-Chaam: ${each}\n`).join('')]);
    expect(stdout).toContain('Alphen-Chaam');
    expect(readdirSync(join(folder, 'results', 'alphen-chaam')).sort()).toEqual([
      'alternatives.csv',
      ...files,
    ]);
    const description = JSON.parse(
      readFileSync(join(folder, 'results/alphen-chaam/datapackage.json'), 'utf8'),
    );
    for (const { path, schema } of description.resources) {
      const rows = rowsOf(`results/alphen-chaam/${path}`);
      expect(Object.keys(rows[0]!)).toEqual(schema.fields.map((field: { name: string }) => field.name));
      for (const { name, type } of schema.fields) {
        const filled = rows.map((row) => row[name]!).filter((cell) => cell !== '');
        if (type === 'integer') expect(filled.every((cell) => /^-?\d+$/.test(cell))).toBe(true);
        if (type === 'number') expect(filled.every((cell) => Number.isFinite(Number(cell)))).toBe(true);
      }
    }
    const manifest = JSON.parse(readFileSync(join(folder, 'results/alphen-chaam/manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({ seed: '1', parameter_draws: 3, replications: 2 });
    expect(manifest.inputs.map((input: { path: string }) => input.path)).toContain(
      'data/regimes/wi2013.yaml',
    );
  });

  it('gives every estimate an MCSE, and money that adds up over payers', async () => {
    await doorstroom('run', join(scenarios, 'leiden.yaml'), ...small);
    const rows = rowsOf('results/leiden/estimates.csv');
    for (const row of rows.filter((each) => each.estimate !== ''))
      expect([row.measure, row.mcse]).not.toContain('');
    for (const approach of ['sequential', 'parallel']) {
      const value = (measure: string) =>
        Number(rows.find((row) => row.approach === approach && row.measure === measure)!.estimate);
      const payers = ['municipality', 'state', 'duo', 'other'].map((payer) =>
        value(`programme_cost_${payer}`),
      );
      expect(payers.reduce((sum, cost) => sum + cost, 0)).toBeCloseTo(value('programme_cost'), 3);
      expect(-value('net_balance')).toBeCloseTo(value('programme_cost') + value('bijstand_cost'), 3);
      const costs = rowsOf('results/leiden/costs.csv').filter((row) => row.approach === approach);
      const total = costs.reduce((sum, row) => sum + Number(row.per_person), 0);
      expect(total).toBeCloseTo(-value('net_balance'), 2);
    }
  });

  it('lists the same persons under both approaches on request, and groups by an attribute', async () => {
    await doorstroom('run', join(scenarios, 'alphen-chaam.yaml'), ...small, '--persons', '--by', 'education');
    const persons = rowsOf('results/alphen-chaam/persons.csv');
    expect(persons.length).toBe(3 * 2 * 38 * 2);
    const [first, second] = [persons[0]!, persons[1]!];
    expect([first.approach, second.approach]).toEqual(['sequential', 'parallel']);
    expect(second.age_years).toBe(first.age_years);
    const groups = new Set(rowsOf('results/alphen-chaam/estimates.csv').map((row) => row.subgroup));
    expect([...groups]).toEqual([
      'all',
      ...['low_literate', 'low', 'middle', 'high'].map((level) => `education=${level}`),
    ]);
  });

  it('gives the same CSV for any number of workers, and in the Dutch dialect', async () => {
    const path = join(scenarios, 'groningen.yaml');
    const few = ['--set', 'cohort.size=40', '--horizon', '2', '--quiet'];
    for (const [out, workers] of [
      ['one', '1'],
      ['three', '3'],
    ] as const)
      built('run', path, '--draws', '4', '--replications', '2', ...few, '--workers', workers, '--out', out);
    for (const file of files.filter((name) => name.endsWith('.csv'))) {
      const [three, one] = ['three', 'one'].map((out) =>
        readFileSync(join(folder, out, 'groningen', file), 'utf8'),
      );
      expect(three).toBe(one);
    }
    await doorstroom('run', path, ...small, ...few, '--out', 'nl', '--csv', 'nl');
    const text = readFileSync(join(folder, 'nl/groningen/estimates.csv'), 'utf8');
    expect(text.startsWith('\ufeffmunicipality;approach;')).toBe(true);
    expect(text).toMatch(/;\d+,\d+;/);
  });

  it('keeps the results that it replaces, but for --force', async () => {
    const path = join(scenarios, 'alphen-chaam.yaml');
    const small = ['--draws', '2', '--replications', '1', '--horizon', '1', '--workers', '1'];
    await doorstroom('run', path, ...small);
    const before = readFileSync(join(folder, 'results/alphen-chaam/estimates.csv'), 'utf8');
    const again = await doorstroom('run', path, ...small, '--seed', '2');
    expect(again.status).toBe(0);
    expect(again.stderr).toContain(
      'results/alphen-chaam: what was there is kept as results/earlier/alphen-chaam-1',
    );
    expect(readFileSync(join(folder, 'results/earlier/alphen-chaam-1/estimates.csv'), 'utf8')).toBe(before);
    expect(readFileSync(join(folder, 'results/alphen-chaam/estimates.csv'), 'utf8')).not.toBe(before);
    expect((await doorstroom('run', path, ...small, '--seed', '3', '--force')).status).toBe(0);
    expect(readdirSync(join(folder, 'results/earlier'))).toEqual(['alphen-chaam-1']);
    // By the same command nothing changes that is worth keeping, but for what somebody put beside it.
    expect((await doorstroom('run', path, ...small, '--seed', '3')).status).toBe(0);
    expect(readdirSync(join(folder, 'results/earlier'))).toEqual(['alphen-chaam-1']);
    writeFileSync(join(folder, 'results/alphen-chaam/notes.txt'), 'mine');
    expect((await doorstroom('run', path, ...small, '--seed', '3')).stderr).toContain(
      'results/alphen-chaam: what was there is kept as results/earlier/alphen-chaam-2',
    );
    expect(readFileSync(join(folder, 'results/earlier/alphen-chaam-2/notes.txt'), 'utf8')).toBe('mine');
  });

  it("runs a municipality of one's own, made from a copy", async () => {
    cpSync(join(scenarios, 'heerlen.yaml'), join(folder, 'mijn-stad.yaml'));
    const text = readFileSync(join(folder, 'mijn-stad.yaml'), 'utf8');
    writeFileSync(
      join(folder, 'mijn-stad.yaml'),
      text.replace('name: Heerlen', 'name: Mijn stad').replace(/^ {2}size: .*$/m, '  size: 60'),
    );
    const { status, stdout } = await doorstroom(
      'run',
      'mijn-stad.yaml',
      ...small,
      '--horizon',
      '1',
      '--json',
    );
    expect(status).toBe(0);
    const summary = JSON.parse(stdout);
    expect(summary[0]).toMatchObject({ municipality: 'Mijn stad', approaches: ['sequential', 'parallel'] });
  });
});

describe('compare', () => {
  it('puts scenarios side by side', async () => {
    const paths = ['almere', 'alphen-chaam'].map((name) => join(scenarios, `${name}.yaml`));
    const { status, stdout } = await doorstroom('compare', ...paths, ...small, '--horizon', '1');
    expect(status).toBe(0);
    expect(stdout).toMatch(/Almere[\s\S]*Alphen-Chaam/);
    expect(rowsOf('results/comparison.csv').map((row) => row.municipality)).toEqual([
      'Almere',
      'Alphen-Chaam',
    ]);
    // The same again is kept only where somebody has changed it.
    const again = async () => (await doorstroom('compare', ...paths, ...small, '--horizon', '1')).stderr;
    expect(await again()).not.toContain('is kept');
    appendFileSync(join(folder, 'results/ranking.csv'), 'mine');
    const kept = (number: number) =>
      `results/comparison.csv and 3 other files: what was there is kept in results/earlier/comparison-${number}`;
    expect(await again()).toContain(kept(1));
    // Under their names, which their description and their manifest tell.
    expect(readdirSync(join(folder, 'results/earlier/comparison-1')).sort()).toEqual([
      'comparison.csv',
      'comparison.manifest.json',
      'datapackage.json',
      'ranking.csv',
    ]);
    // Of other scenarios, which have folders of their own.
    const other = await doorstroom('compare', join(scenarios, 'leiden.yaml'), ...small, '--horizon', '1');
    expect([other.status, other.stderr]).toEqual([0, expect.stringContaining(kept(2))]);
  });
});

describe('wrong input', () => {
  it.each([
    [['run', 'nowhere.yaml'], 'nowhere.yaml:1:1: no such file'],
    [['run'], "missing required argument 'scenario'"],
    [['rnu', 'x.yaml'], 'Did you mean run?'],
    [['run', 'x.yaml', '--draws', '0'], 'expected a whole number from 1 to'],
    [['run', 'x.yaml', '--csv', 'french'], 'Allowed choices are standard, nl'],
    [['run', join(scenarios, 'leiden.yaml'), '--set', 'income.wrok=1'], 'no such path "income.wrok"'],
  ])('%j exits with status 2, says why and leaves nothing behind', (args, message) => {
    const { status, stdout, stderr } = built(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(existsSync(join(folder, 'results'))).toBe(false);
  });

  it('of every refused scenario leaves no results folder behind', async () => {
    const refused = resolve('tests/fixtures/refused');
    const paths = readdirSync(refused)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => join(refused, name));
    expect(paths.length).toBeGreaterThanOrEqual(30);
    const { status, stderr } = await doorstroom('run', ...paths, ...small);
    expect(status).toBe(2);
    expect(stderr.split('\n').length).toBeGreaterThan(30);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('help, schema, validate, trace and model run', () => {
  it('answer', () => {
    expect(built('--help').stdout).toContain('compare');
    expect(built('--version').stdout.trim()).toBe('0.2.0-dev');
    expect(JSON.parse(built('schema').stdout).properties.cohort).toBeDefined();
    expect(JSON.parse(built('schema', '--model').stdout).properties.tracks).toBeDefined();
    expect(built('validate', join(scenarios, 'leiden.yaml')).stdout).toContain('valid (Leiden');
    const traced = built('trace', join(scenarios, 'leiden.yaml'), '--person', '3', '--csv-file', 'life.csv');
    expect(traced.stdout).toContain('housing: housed');
    expect(rowsOf('life.csv').some((row) => row.approach === 'parallel' && row.to === 'housed')).toBe(true);
  });

  it('model run writes means and probabilities', async () => {
    const model = resolve('scenarios/models/illness-death.yaml');
    const { status, stdout } = await doorstroom('model', 'run', model, '--persons', '5000', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout).persons).toBe(5000);
    const rows = rowsOf('results/illness-death/probabilities.csv').filter((row) => row.month === '12');
    expect(
      rows.reduce((sum, row) => sum + (row.kind === 'state' ? Number(row.probability) : 0), 0),
    ).toBeCloseTo(1, 9);
  });
});
