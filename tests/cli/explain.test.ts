/** `doorstroom explain` on a chain of three files over the national numbers. */

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it, vi } from 'vitest';
import { isComputed } from '../../src/run/explain/rows.js';
import { folderWith } from '../scenario/temporary-folder.js';
import { runHere } from './program-here.js';

const top = resolve('tests/fixtures/chain/top.yaml');
const folder = folderWith({});
const explain = (...args: string[]) => runHere('explain', top, ...args);

interface Link {
  set_in: string;
  value: unknown;
  holds: boolean;
}

interface Numbered {
  path: string;
  set_in: string;
  chain: Link[];
  label?: string;
}

async function numbersOf(...args: string[]): Promise<Numbered[]> {
  const { status, stdout } = await explain(...args, '--json');
  expect(status).toBe(0);
  return JSON.parse(stdout).numbers;
}

const links = (chain: readonly Link[]) =>
  chain.map(({ set_in, value, holds }) => [
    set_in.replace(/^.*fixtures/, 'fixtures'),
    typeof value === 'object' ? (value as { value: number }).value : value,
    holds,
  ]);

describe('a path', () => {
  it('shows the whole chain in order, and who holds', async () => {
    const [size] = await numbersOf('cohort.size');
    expect(size).toMatchObject({ value: 75, low: 60, high: 90, distribution: 'uniform', unit: 'persons' });
    expect(links(size!.chain)).toEqual([
      ['data/population.yaml:4', 2000, false],
      ['fixtures/chain/base.yaml:5', 200, false],
      ['fixtures/chain/middle.yaml:5', 120, false],
      ['fixtures/chain/top.yaml:5', 75, true],
    ]);
  });

  it('puts settings of the command line last, those of a part of a number too', async () => {
    const [size] = await numbersOf('cohort.size', '--set', 'cohort.size=40', '--set', 'cohort.size.value=41');
    expect(links(size!.chain).slice(-3)).toEqual([
      ['fixtures/chain/top.yaml:5', 75, false],
      ['--set cohort.size=40', 40, false],
      ['--set cohort.size.value=41', 41, true],
    ]);
    expect(size).toMatchObject({ value: 41, set_in: '--set cohort.size.value=41' });
  });

  it('prints the drawn points: those of a uniform distribution are known', async () => {
    const { stdout } = await explain('cohort.size');
    expect(stdout).toContain('drawn         60 (2.5 %), 75 (50 %), 90 (97.5 %)');
    expect(stdout).toMatch(/top\.yaml:5 +75 \[60, 90\] +<- holds\n/);
    expect(stdout).toMatch(/middle\.yaml:5 +120\n/);
    expect(stdout).toContain('note          the highest layer holds');
  });

  it('prints a lognormal range as its 2.5 and 97.5 % points', async () => {
    expect((await explain('income.work')).stdout).toContain(
      'drawn         0.04 (2.5 %), 0.05 (50 %), 0.07 (97.5 %)',
    );
  });

  it('gives the unit of a plain number, and says that nothing is drawn', async () => {
    const { stdout } = await explain('approaches.parallel.course.mean_wait');
    expect(stdout).toContain('value         5 months');
    expect(stdout).toContain('distribution  none: the same in every parameter draw');
    expect(stdout).not.toContain('drawn');
  });

  it('that is a prefix stands for all numbers under it, and not for those that only begin alike', async () => {
    const paths = (await numbersOf('income.work')).map(({ path }) => path);
    expect(paths).toEqual(['income.work']);
    const ratios = (await numbersOf('income.ratios.age')).map(({ path }) => path);
    expect(ratios).toEqual(
      ['18-24', '25-34', '35-44', '45-54', '55-64'].map((band) => `income.ratios.age.${band}`),
    );
  });

  it('of a text or condition shows who set it', async () => {
    const { stdout } = await explain('approaches.parallel.search.opens');
    expect(stdout).toMatch(/set in +\S*top\.yaml:13 +\{"housing":"housed"\} +<- holds/);
  });

  it.each([
    ['cohort.sise', 'did you mean "cohort.size"?'],
    ['incme.work', 'did you mean "income.work"?'],
    ['income.ratioz', 'did you mean "ratios"?'],
    ['chort', 'did you mean "cohort"?'],
  ])('that is wrong (%s) gets the nearest valid one', async (path, hint) => {
    const { status, stdout, stderr } = await explain(path);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`no such path "${path}"; ${hint}`);
  });
});

describe('a number that is the same as another', () => {
  const leiden = resolve('scenarios/leiden.yaml');
  const path = 'approaches.parallel.activities.plan.costs.0.per_month';
  const other = 'approaches.parallel.activities.jas.costs.0.per_month';

  it('says on which question it hangs by what is taken off it, and how far it reaches', async () => {
    const { stdout } = await runHere('explain', leiden, 'approaches.parallel.activities.jas.hours_per_week');
    expect(stdout).toContain('hangs on      alternatives.jas_teaches: no 0.5, yes 0.5\n');
    // Half of 12 hours less 3 of a mentor; 24 x 0.96 less half an hour.
    expect(stdout).toContain('range         [3, 22.54]\n');
    expect(stdout).not.toMatch(/^ +drawn/m);
  });

  it('is shown in four digits where it was worked out, and in all digits to programs', async () => {
    const third = ['--set', `${path}={ same_as: ${other}, ratio: 0.333333 }`];
    const whole = JSON.parse((await runHere('explain', leiden, other, '--json')).stdout).numbers[0].value;
    const own = JSON.parse((await runHere('explain', leiden, path, ...third, '--json')).stdout).numbers[0];
    expect(own.value).toBeCloseTo(whole * 0.333333, 8);
    const { stdout } = await runHere('explain', leiden, path, ...third);
    const [, value, low, high] = /value +(\S+) .*\n[\s\S]*range +\[(\S+), (\S+)\]/.exec(stdout)!;
    const brief = [own.value, own.low, own.high].map((each: number) => String(Number(each.toPrecision(4))));
    expect([value, low, high]).toEqual(brief);
    expect(String(own.value).length).toBeGreaterThan(brief[0]!.length);
    const made = { value: 1, tie: { to: 'a', of: 1, ratios: [{ path: 'r', quantity: 2 }] } };
    const rest = { value: 1, tie: { to: 'b', of: 1, ratios: [], less: [{ path: 'c', quantity: made }] } };
    const same = { value: 1, tie: { to: 'd', of: rest, ratios: [] } };
    expect([made, rest, same, { value: 1, tie: { to: 'a', of: 1, ratios: [] } }].map(isComputed)).toEqual([
      true,
      true,
      true,
      false,
    ]);
    // What stands in a file is shown as it stands there.
    expect((await runHere('explain', leiden, path, '--set', `${path}=12.34567`)).stdout).toContain(
      '12.34567 ',
    );
  });

  it('says of which, and what is drawn there', async () => {
    const { stdout } = await runHere('explain', leiden, path);
    expect(stdout).toContain(`same as       ${other}\n`);
    expect(stdout).toMatch(
      /set in +scenarios\/leiden\.yaml:\d+ +same as approaches\.parallel\.activities\.jas/,
    );
    const drawn = (text: string) => /drawn +(.*)\n/.exec(text)![1];
    expect(drawn(stdout)).toBe(drawn((await runHere('explain', leiden, other)).stdout));
  });

  it('is counted as no unknown of its own', async () => {
    const { stdout } = await runHere('explain', leiden);
    expect(stdout).toMatch(/, 13 the same as another, \d+ without a label\n$/);
    const chosen = await runHere('explain', leiden, '--label', 'same', '--json');
    const { labels, numbers } = JSON.parse(chosen.stdout);
    expect(labels).toEqual({ same: 13 });
    expect(numbers.map((each: { same_as: string }) => each.same_as)).toContain(other);
    const assumed = await runHere('explain', leiden, '--label', 'assumption', '--json');
    const paths = JSON.parse(assumed.stdout).numbers.map((each: Numbered) => each.path);
    expect([paths.includes(other), paths.includes(path)]).toEqual([true, false]);
  });
});

describe('without a path', () => {
  it('lists every number once by section, with a count by label that adds up', async () => {
    const { status, stdout } = await explain();
    expect(status).toBe(0);
    const rows = await numbersOf();
    const lines = stdout.split('\n');
    for (const { path, set_in } of rows) {
      const own = lines.filter((line) => line.startsWith(`${path} `) && line.endsWith(set_in));
      expect([path, own.length]).toEqual([path, 1]);
    }
    const summary = /^Top: (\d+) numbers: (.*)$/m.exec(stdout)!;
    const counts = [...summary[2]!.matchAll(/\d+/g)].map(([count]) => Number(count));
    expect(Number(summary[1])).toBe(rows.length);
    expect(counts.reduce((sum, count) => sum + count)).toBe(rows.length);
    expect(stdout).toMatch(/^approaches\.parallel \(1 number: 1 without a label\)$/m);
    expect(rows.some(({ path }) => path === 'norms.couple.2017-01-01')).toBe(true);
  });

  it('shortens long sections on a terminal, and says how to see all', async () => {
    vi.stubEnv('COLUMNS', '120');
    const [short, whole] = [await explain(), await explain('--all')];
    vi.unstubAllEnvs();
    const count = ({ stdout }: { stdout: string }) => stdout.match(/^cohort\./gm)!.length;
    expect([count(short), count(whole)]).toEqual([8, (await numbersOf('cohort')).length]);
    expect(short.stdout).toMatch(/^cohort \(\d+ numbers: .*\); the first 8, --all shows all$/m);
  });

  it('shows only one label on request', async () => {
    const all = await numbersOf();
    const assumptions = await numbersOf('--label', 'assumption');
    expect(assumptions.length).toBeGreaterThan(50);
    expect(assumptions).toEqual(all.filter(({ label }) => label === 'assumption'));
    expect(await numbersOf('--label', 'none')).toEqual(all.filter(({ label }) => label === undefined));
  });

  it('writes the same rows as CSV, in both dialects', async () => {
    const rows = await numbersOf('cohort.size', '--csv-file', join(folder, 'size.csv'));
    const [written] = parse<Record<string, string>>(readFileSync(join(folder, 'size.csv')), {
      columns: true,
    });
    expect(written).toMatchObject({ path: 'cohort.size', value: '75', 'p2.5': '60', 'p97.5': '90' });
    expect(written!.chain!.split(' > ').length).toBe(rows[0]!.chain.length);
    await explain('discount_rate', '--csv-file', join(folder, 'nl.csv'), '--csv', 'nl');
    expect(readFileSync(join(folder, 'nl.csv'), 'utf8')).toContain(';0,0225;0,0225;0,03;');
  });

  it('lets no text of a file write on the terminal', async () => {
    const own = folderWith({
      'a.yaml': `extends: national\nname: A\ndiscount_rate: { value: 0.02, note: "\\e[31mred" }\n`,
    });
    expect((await runHere('explain', join(own, 'a.yaml'), 'discount_rate')).stdout).toContain(
      '\\u001b[31mred',
    );
  });
});
