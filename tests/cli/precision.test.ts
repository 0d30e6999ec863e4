import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPrecision } from '../../src/cli/options.js';
import { runHere } from './program-here.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'precision-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const scenario = resolve('scenarios/smallingerland.yaml');
const smaller = ['--workers', '1', '--set', 'cohort.size=30', '--set', 'horizon_years=2'];
const inFolder = (out: string) => ['--out', join(folder, out)];
const run = (...args: string[]) =>
  runHere('run', scenario, '--draws', '12', '--replications', '5', ...smaller, ...args);

function balance(out: string): { mcse: number; estimate: number; draws: number } {
  const text = readFileSync(join(folder, out, 'smallingerland', 'differences.csv'), 'utf8');
  const rows: Record<string, string>[] = parse(text, { columns: true });
  const row = rows.find(
    ({ measure, subgroup }) => measure === 'net_balance_discounted' && subgroup === 'all',
  )!;
  return { mcse: Number(row.mcse), estimate: Number(row.estimate), draws: Number(row.draws) };
}

function manifest(out: string) {
  return JSON.parse(readFileSync(join(folder, out, 'smallingerland', 'manifest.json'), 'utf8')) as {
    readonly warnings: readonly string[];
    readonly precision?: { readonly mcse: number };
  };
}

describe('run --precision', () => {
  it('goes on until the precision holds, in euros or as a share of the difference', async () => {
    expect((await run('--quiet', ...inFolder('plain'))).status).toBe(0);
    const plain = balance('plain');
    expect(plain.draws).toBe(12);
    const euros = (plain.mcse / 1.05).toFixed(3);
    const { stderr } = await run(...inFolder('a'), '--seed', 'a', '--precision', euros);
    const inEuros = balance('a');
    expect(stderr).toContain(`${inEuros.draws} parameter draws for the precision asked for`);
    expect(inEuros.draws).toBeGreaterThan(12);
    expect(inEuros.mcse).toBeLessThanOrEqual(Number(euros));
    const share = (100 * plain.mcse) / 1.05 / Math.abs(plain.estimate);
    await run('--quiet', ...inFolder('share'), '--precision', `${share.toFixed(4)}%`);
    const reached = balance('share');
    expect(reached.draws).toBeGreaterThan(12);
    expect(reached.mcse).toBeLessThanOrEqual((share / 100) * Math.abs(reached.estimate) * 1.0001);
  });

  it('gives the bytes of a run with so many draws', async () => {
    const { draws } = balance('a');
    await run('--quiet', ...inFolder('direct'), '--seed', 'a', '--draws', String(draws));
    const text = (out: string, file: string) =>
      readFileSync(join(folder, out, 'smallingerland', file), 'utf8');
    for (const file of ['estimates.csv', 'differences.csv', 'curves.csv', 'costs.csv'])
      expect([file, text('direct', file) === text('a', file)]).toEqual([file, true]);
  });

  it('runs what was asked for where that is precise enough', async () => {
    await run('--quiet', ...inFolder('enough'), '--precision', '100000');
    expect(balance('enough').draws).toBe(12);
  });

  it('ends at the most draws that the user allows, and says so, quiet or not', async () => {
    const asked = ['--precision', '0.001', '--most-draws', '18'];
    const { status, stderr } = await run('--quiet', ...inFolder('most'), ...asked);
    const { mcse, draws } = balance('most');
    expect([status, draws]).toEqual([0, 18]);
    const missed = `the precision asked for (an MCSE of at most 0.001 euros a person) is not reached with 18 parameter draws: that of the net balance of parallel is ${Number(mcse.toPrecision(4))} euros a person`;
    expect(stderr).toBe(`Smallingerland: ${missed}\n`);
    const record = manifest('most');
    expect(record.warnings).toContain(missed);
    expect(record.precision).toMatchObject({
      asked: 0.001,
      unit: 'euros',
      approach: 'parallel',
      holds: false,
    });
    expect(record.precision!.mcse).toBeCloseTo(mcse, 4);
    expect((await run('--most-draws', '18')).stderr).toContain('--most-draws: only with --precision');
    expect((await run('--precision', '1', '--most-draws', '11')).stderr).toContain('starts with --draws 12');
  });

  it('stands in the manifest where it is reached, and not where none was asked for', () => {
    const record = manifest('enough');
    expect(record.precision).toMatchObject({
      asked: 100000,
      unit: 'euros',
      approach: 'parallel',
      holds: true,
    });
    expect(record.precision!.mcse).toBeCloseTo(balance('enough').mcse, 4);
    const { mcse, estimate } = balance('share');
    const share = manifest('share').precision!;
    expect(share).toMatchObject({ unit: 'share', holds: true });
    expect(share.mcse).toBeCloseTo(mcse / Math.abs(estimate), 5);
    expect(manifest('plain').precision).toBeUndefined();
    expect(JSON.stringify(record.warnings)).not.toContain('precision');
  });

  it.each([
    [
      'en',
      'most',
      /Precision\. Asked for: an MCSE of at most €0\.001 in “Net balance.*”\. Reached: €[\d.,]+ \(“.+”\)\. So it is not reached/,
    ],
    [
      'nl',
      'most',
      /Precisie\. Gevraagd: een MCSE van ten hoogste € 0,001 in ‘.+’\. Bereikt: € [\d.,]+ \(‘.+’\)\. Daarmee is zij niet gehaald/,
    ],
    ['nl', 'share', /Precisie\. .*ten hoogste [\d,]+%.* Bereikt: [\d,]+%.*Daarmee is zij gehaald\./],
    ['en', 'plain', undefined],
  ] as const)('is said in the report in %s of %s', async (lang, out, said) => {
    const results = join(folder, out, 'smallingerland');
    const made = await runHere(
      'report',
      results,
      '--format',
      'md',
      '--lang',
      lang,
      ...inFolder(join(out, lang)),
    );
    expect(made.status, made.stderr).toBe(0);
    const text = readFileSync(join(folder, out, lang, 'report.md'), 'utf8').replaceAll('\u00a0', ' ');
    if (said === undefined) expect(text).not.toContain('Precision.');
    else expect(text).toMatch(said);
  });

  it('of a single approach is that of its own net balance', async () => {
    writeFileSync(
      join(folder, 'alone.yaml'),
      'name: Alone\nextends: national\nhorizon_years: 2\ncohort: { size: 30 }\n',
    );
    const alone = async (out: string, ...args: string[]) => {
      const size = ['--draws', '12', '--replications', '5', '--workers', '1', ...inFolder(out)];
      const { stderr } = await runHere('run', join(folder, 'alone.yaml'), ...size, ...args);
      const text = readFileSync(join(folder, out, 'alone', 'estimates.csv'), 'utf8');
      const rows: Record<string, string>[] = parse(text, { columns: true });
      const row = rows.find(({ measure }) => measure === 'net_balance_discounted')!;
      const [mcse, estimate] = [Number(row.mcse), Number(row.estimate)];
      return { stderr, mcse, estimate, draws: Number(row.draws) };
    };
    const plain = await alone('alone-plain');
    const euros = await alone('alone-euros', '--precision', (plain.mcse / 1.3).toFixed(3));
    expect(euros.draws).toBeGreaterThan(12);
    expect(euros.mcse).toBeLessThanOrEqual(plain.mcse / 1.3 + 0.001);
    expect(euros.stderr).toContain('of the net balance of sequential, the one approach');
    const percent = (100 * plain.mcse) / 1.3 / Math.abs(plain.estimate);
    const share = await alone('alone-share', '--precision', `${percent.toFixed(6)}%`);
    expect(share.draws).toBeGreaterThan(12);
    expect(share.mcse).toBeLessThanOrEqual((percent / 100) * Math.abs(share.estimate) * 1.0001);
  });

  it('is refused where the draws cannot follow it', async () => {
    expect(await run('--precision', '50', '--shard', '1/2')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--precision and --shard'),
    });
    expect((await run('--precision', '50', '--draws', '1')).stderr).toContain('at least 10 draws');
    for (const text of ['0', '-5', 'much', '5 %', '1e9', '']) expect(() => readPrecision(text)).toThrow();
  });
});
