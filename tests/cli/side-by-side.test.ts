/** Like with like: what compare refuses, what it and reports say, and the month at which shares stand side by side. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../scenario/temporary-folder.js';
import { inFolder, type Row, rowsOf, shipped, small } from './in-folder.js';
import { runHere } from './program-here.js';

describe('scenarios side by side', () => {
  const changed = (name: string, lines: string) => `name: ${name}\nextends: leiden\n${lines}\n`;
  const folder = folderWith({
    'short.yaml': changed('Short', 'horizon_years: 3'),
    'dear.yaml': changed('Dear', 'discount_rate: 0.1'),
    'dated.yaml': changed('Dated', 'discount_to: 2016-01-01'),
    'loose.yaml': changed('Loose', 'self_sufficiency: { states: [work], sustained_months: 1 }'),
    'bare.yaml': changed('Bare', 'posterior: none'),
    'late.yaml': changed('Late', 'cohort: { first_permit: 2016-01-01 }'),
  });
  const file = (name: string) => join(folder, `${name}.yaml`);

  it.each([
    ['short', 'horizon: 10 years (Leiden); 3 years (Short); bring them together with --horizon'],
    ['dear', 'discount rate: 2.25% a year (Leiden); 10% a year (Dear); bring them together with --set'],
    [
      'dated',
      'discounted: the first permit (2015-10-01) (Leiden); 2016-01-01 (Dated); bring them together with --disc',
    ],
    ['loose', 'self-sufficiency: work for 6 months on end (Leiden); work for 1 month on end (Loose); bring'],
  ])(
    'are refused by compare where they differ (%s), with what brings them together',
    async (name, message) => {
      const { status, stderr, out } = await inFolder('compare', shipped('leiden'), file(name));
      expect([status, existsSync(out)]).toEqual([2, false]);
      expect(stderr).toContain(message);
    },
  );

  it('are brought to one footing by the options, and compare says on which', async () => {
    const both = [shipped('leiden'), file('late')];
    const own = await inFolder('compare', ...both, '--horizon', '2');
    const footing =
      "Discounted to each cohort's own first permit (2015-10-01 to 2016-01-01), at 2.25% a year.";
    expect(own.stdout).toContain(footing);
    const manifestOf = ({ out }: { out: string }) =>
      JSON.parse(readFileSync(join(out, 'comparison.manifest.json'), 'utf8'));
    expect(manifestOf(own).footing[0]).toBe(footing);
    expect(manifestOf(own).footing.join()).toContain('first permit: 2015-10-01 (Leiden); 2016-01-01 (Late)');
    const one = await inFolder(
      'compare',
      ...both,
      file('dated'),
      file('short'),
      '--horizon',
      '3',
      '--discount-to',
      '2016-01-01',
    );
    expect(one.stdout).toContain('Discounted to 2016-01-01, at 2.25% a year.');
    const balance = (row: Row | undefined) => Number(row!.net_balance_discounted_reference);
    const rows = rowsOf(join(one.out, 'comparison.csv'));
    const of = (name: string) => rows.find(({ municipality }) => municipality === name);
    expect(balance(of('Dated'))).toBe(balance(of('Leiden')));
    expect(balance(of('Short'))).toBe(balance(of('Leiden')));
    expect(rowsOf(join(one.out, 'ranking.csv')).some(({ month }) => month === '36')).toBe(true);
  });

  it('name the posterior where they were not drawn from one and the same', async () => {
    const said =
      /posterior \(joint draws of the calibrated parameters\): cbs-2014, [0-9a-f]{8} \(Leiden\); none, the priors \(Bare\)/i;
    const compared = await inFolder('compare', shipped('leiden'), file('bare'), '--horizon', '2');
    expect([compared.status, compared.stderr.includes('bug')]).toEqual([0, false]);
    expect(compared.stdout).toMatch(said);
    const report = join(compared.out, 'both.md');
    const folders = ['leiden', 'bare'].map((name) => join(compared.out, name));
    await runHere('report', ...folders, '--format', 'md', '--out', report);
    const text = readFileSync(report, 'utf8');
    expect(text).toMatch(said);
    expect(text).not.toContain('These files were not the same');
    // The same name, other bytes: the data of another day.
    const manifest = join(compared.out, 'bare', 'manifest.json');
    const record = JSON.parse(readFileSync(manifest, 'utf8'));
    for (const input of record.inputs) if (input.path === 'data/norms.csv') input.sha256 = 'ab'.repeat(32);
    writeFileSync(manifest, JSON.stringify(record));
    await runHere('report', ...folders, '--format', 'md', '--out', report, '--force');
    expect(readFileSync(report, 'utf8')).toContain(
      'These files were not the same for all of the runs, though they bear the same name: data/norms.csv.',
    );
  });

  it('stand in a report at a month that all have, and the report says in what they differ', async () => {
    const out = join(folderWith({}), 'out');
    const run = (path: string, ...more: string[]) =>
      runHere('run', path, ...small, '--quiet', '--out', out, ...more);
    await run(shipped('leiden'), '--horizon', '3');
    await run(shipped('heerlen'), '--horizon', '5', '--set', 'discount_rate=0.1');
    const gainOf = (name: string) =>
      rowsOf(join(out, name, 'differences.csv')).find(
        (row) => row.measure === 'self_sufficient_share' && row.month === '36',
      )!.estimate;
    for (const [order, language] of [
      [['leiden', 'heerlen'], 'en'],
      [['heerlen', 'leiden'], 'nl'],
    ] as const) {
      const report = join(out, 'both.md');
      const folders = order.map((name) => join(out, name));
      await runHere('report', ...folders, '--format', 'md', '--lang', language, '--out', report, '--force');
      const text = readFileSync(report, 'utf8');
      // The comparison stands before the chapters of the municipalities.
      const comparison = text.slice(0, text.search(/^## (?:Leiden|Heerlen)$/m));
      expect(comparison).not.toMatch(/(year|jaar) 5/);
      for (const name of order) {
        const row = comparison.split('\n').find((line) => line.toLowerCase().startsWith(`| ${name}`))!;
        const shown = row
          .split('|')[3]!
          .replace(/[+p\s\u00a0]/g, '')
          .replace('\u2212', '-')
          .replace(',', '.');
        expect(Math.abs(Number(shown) - 100 * Number(gainOf(name)))).toBeLessThan(1);
      }
      // The chart too, in its description.
      expect(comparison).toMatch(/(after|na) 36\s(months|maanden).*Heerlen/);
      expect(comparison).toMatch(/(after|na) 36\s(months|maanden).*Leiden/);
      const differs = language === 'en' ? ['Horizon: ', 'Discount rate: '] : ['Horizon: ', 'Discontovoet: '];
      for (const each of differs) expect(comparison).toContain(`- ${each}`);
    }
  });
});
