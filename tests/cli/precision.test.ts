import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPrecision } from '../../src/cli/options.js';
import { runProgram } from './built-program.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'precision-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const scenario = resolve('scenarios/smallingerland.yaml');
const run = (...args: string[]) =>
  runProgram(
    folder,
    'run',
    scenario,
    '--draws',
    '20',
    '--replications',
    '10',
    '--set',
    'cohort.size=30',
    '--set',
    'horizon_years=2',
    ...args,
  );

function balance(out: string): { mcse: number; estimate: number; draws: number } {
  const text = readFileSync(join(folder, out, 'smallingerland', 'differences.csv'), 'utf8');
  const rows: Record<string, string>[] = parse(text, { columns: true });
  const row = rows.find(
    ({ measure, subgroup }) => measure === 'net_balance_discounted' && subgroup === 'all',
  )!;
  return { mcse: Number(row.mcse), estimate: Number(row.estimate), draws: Number(row.draws) };
}

describe('run --precision', () => {
  it('runs the draws that the precision takes, in euros or as a share of the difference', () => {
    expect(run('--quiet', '--out', 'plain').status).toBe(0);
    const plain = balance('plain');
    expect(plain.draws).toBe(20);
    const euros = plain.mcse / 2;
    const { stderr } = run('--out', 'euros', '--precision', euros.toFixed(3));
    const reached = balance('euros');
    expect(stderr).toContain(`${reached.draws} parameter draws for the precision asked for`);
    // A quarter of the variance takes four times the draws, and a tenth more for safety.
    expect(reached.draws).toBe(Math.ceil(20 * 1.1 * (plain.mcse / Number(euros.toFixed(3))) ** 2));
    expect(reached.mcse).toBeLessThan(euros * 1.4);
    const share = (100 * euros) / Math.abs(plain.estimate);
    run('--quiet', '--out', 'share', '--precision', `${share.toFixed(4)}%`);
    expect(Math.abs(balance('share').draws - reached.draws)).toBeLessThanOrEqual(1);
  });

  it('runs what was asked for where that is precise enough', () => {
    run('--quiet', '--out', 'enough', '--precision', '100000');
    expect(balance('enough').draws).toBe(20);
  });

  it('is refused where the draws cannot follow it', () => {
    expect(run('--precision', '50', '--shard', '1/2')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--precision and --shard'),
    });
    expect(run('--precision', '50', '--draws', '1').stderr).toContain('at least 10 draws');
    for (const text of ['0', '-5', 'much', '5 %', '1e9', '']) expect(() => readPrecision(text)).toThrow();
  });
});
