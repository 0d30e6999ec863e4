/** One date for money, dates outside tables, and a sweep whose base is what it shows. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../scenario/temporary-folder.js';
import { inFolder, rowsOf, shipped } from './in-folder.js';
import { runHere } from './program-here.js';

/** A cohort of some year. */
const cohortOf = (firstPermit: string) => `name: Forever
extends: national
posterior: none
cohort:
  size: 10
  first_permit: ${firstPermit}
  inflow_months: 0
`;

describe('the date to which amounts are discounted', () => {
  it('moves with the cohort, so that a day across New Year is worth about a day', async () => {
    const { out } = await inFolder(
      'sweep',
      shipped('leiden'),
      '--quiet',
      '--base',
      'cohort.first_permit=2015-12-31',
      '--base',
      'cohort.inflow_months=0',
      '--set',
      'cohort.first_permit=2016-01-01',
    );
    const rows = rowsOf(join(out, 'sweep-leiden', 'sweep.csv'));
    const find = (against: string, measure: string, point: string) =>
      Number(
        rows.find(
          (row) =>
            row.point === point &&
            row.approach === 'sequential' &&
            row.against === against &&
            row.measure === measure,
        )!.estimate,
      );
    const [nominal, discounted] = ['net_balance', 'net_balance_discounted'].map((measure) =>
      find('base', measure, '1'),
    );
    // The norms rise on a few 1 Januaries and the cohort comes a day nearer: some euros, of which discounting leaves most.
    expect(Math.abs(nominal!)).toBeLessThan(20);
    expect(discounted! / nominal!).toBeGreaterThan(0.75);
    expect(discounted! / nominal!).toBeLessThan(1);
  });

  it('leaves costs that know no calendar as they are under the own first permit, and moves them by the rate under one date', async () => {
    // Programme costs follow no norms; with one labour market and one pension age for all times a cohort's lives are the same in every year.
    const always = [
      'labour_market=[{ from: 2014-01-01, ratio: 1 }]',
      'pension_age=[{ from: 2014-01-01, age: 800 }]',
    ];
    const base = always.flatMap((number) => ['--base', `income.${number}`]);
    const dates = ['2015-12-31', '2016-01-01', '2014-07-01'];
    const costs = async (...more: string[]) => {
      const out = join(folderWith({}), 'out');
      const set = ['--set', `cohort.first_permit=${dates.join()}`];
      const how = ['--draws', '1', '--replications', '2', '--workers', '1', '--quiet', '--out', out];
      await runHere('sweep', shipped('alphen-chaam'), ...base, ...set, ...more, ...how);
      return ['1', '2', '3'].map((point) =>
        Number(
          rowsOf(join(out, 'sweep-alphen-chaam', 'sweep.csv')).find(
            (row) =>
              row.point === point &&
              row.approach === 'parallel' &&
              row.against === '' &&
              row.measure === 'programme_cost_discounted',
          )!.estimate,
        ),
      );
    };
    const own = await costs();
    expect(own[0]).toBeGreaterThan(1000);
    const same = (factors: readonly number[]) => factors.map((factor) => expect.closeTo(own[0]! * factor, 4));
    expect(own).toEqual(same([1, 1, 1]));
    // To 1 January 2016: a day of December is 1/31 of a month; from 1 July 2014 there are eighteen months.
    expect(await costs('--discount-to', '2016-01-01')).toEqual(
      same([1.0225 ** (1 / 31 / 12), 1, 1.0225 ** (18 / 12)]),
    );
  });

  it('is the one that is given, and every amount follows it by the rate', async () => {
    const own = await inFolder('run', shipped('leiden'), '--quiet');
    const given = await inFolder('run', shipped('leiden'), '--quiet', '--discount-to', '2016-10-01');
    // Leiden's first permit is of 1 October 2015: twelve months of 2.25% a year.
    const factor = 1.0225;
    const files = [
      ['estimates.csv', ['estimate'], 'bijstand_cost_discounted'],
      ['costs.csv', ['per_person_discounted', 'per_cohort_discounted'], undefined],
    ] as const;
    for (const [file, columns, measure] of files) {
      const [before, after] = [own, given].map(({ out }) =>
        rowsOf(join(out, 'leiden', file)).filter((row) => measure === undefined || row.measure === measure),
      );
      expect(before!.length).toBeGreaterThan(1);
      for (const [i, row] of before!.entries())
        for (const column of columns)
          expect(Math.abs(Number(after![i]![column]) - Number(row[column]) * factor)).toBeLessThan(
            1e-8 * Math.abs(Number(row[column])) + 1e-8,
          );
    }
    const breakEven = ({ out }: { out: string }) =>
      rowsOf(join(out, 'leiden', 'differences.csv'))
        .filter(({ measure }) => measure!.startsWith('break_even'))
        .map(({ estimate }) => Number(estimate));
    expect(breakEven(given)).toEqual(breakEven(own).map((value) => expect.closeTo(value, 6)));
  });

  it('stands in the manifest, in the descriptions of the columns, on the terminal and in reports, with rate and prices', async () => {
    const { out, stdout } = await inFolder(
      'run',
      shipped('leiden'),
      '--horizon',
      '3',
      '--discount-to',
      '2016-10-01',
    );
    const how = 'discounted to 2016-10-01, at 2.25% a year';
    const prices =
      'bijstand at the norms in force at the time (nominal); all other amounts as the scenario states';
    expect(stdout).toContain(how);
    expect(stdout).toContain(prices);
    const manifest = JSON.parse(readFileSync(join(out, 'leiden', 'manifest.json'), 'utf8'));
    expect(manifest.footing).toMatchObject({
      discounted_to: '2016-10-01',
      discounted_to_is: 'given',
      discount_rate: 0.0225,
      money: how,
    });
    expect(manifest.footing.prices).toContain(prices);
    const { resources } = JSON.parse(readFileSync(join(out, 'leiden', 'datapackage.json'), 'utf8'));
    for (const path of ['estimates.csv', 'differences.csv', 'costs.csv']) {
      const { schema } = resources.find((each: { path: string }) => each.path === path);
      const said = schema.fields.filter(({ description }: { description: string }) =>
        description.includes(how),
      );
      expect(said).toHaveLength(1);
    }
    for (const [language, text] of [
      ['en', how.replace('2016-10-01', '1 October 2016')],
      ['nl', 'verdisconteerd naar 1 oktober 2016, tegen 2,25% per jaar'],
    ] as const) {
      const report = join(out, `${language}.md`);
      const args = ['--format', 'md', '--lang', language, '--out', report];
      expect((await runHere('report', join(out, 'leiden'), ...args)).status).toBe(0);
      expect(readFileSync(report, 'utf8').replaceAll('\u00a0', ' ')).toContain(text);
    }
  });

  it('is refused where it is no date, before anything is written', async () => {
    for (const date of ['2016', '2016-02-30', '1850-01-01']) {
      const { status, out } = await inFolder('run', shipped('leiden'), '--discount-to', date);
      expect([status, existsSync(out)]).toEqual([2, false]);
    }
  });
});

describe('cohorts outside the tables and the law', () => {
  const folder = folderWith({ 'future.yaml': cohortOf('2035-01-01') });
  const future = join(folder, 'future.yaml');
  const lines = [
    'Wet inburgering 2013 holds for duties that arise from 2013-01-01 up to 2021-12-31; the permits here are of 2035-01-01',
    'norms end at 2026-01-01; the last holds for 2035 to 2044',
    'labour market figures end at 2023; the last holds for 2035 to 2044',
    'state pension ages end at 2029; the last holds for 2035 to 2044',
  ];

  it('are told by validate, run and sweep, in the manifest and in reports of both languages', async () => {
    const validated = await runHere('validate', future);
    expect(validated.stdout.split('\n').slice(1, -1)).toEqual(
      lines.map((line) => `${future}: note: ${line}`),
    );
    const expected = lines.map((line) => `Forever: ${line}\n`).join('');
    const { out, stderr } = await inFolder('run', future);
    expect(stderr).toContain(expected);
    const manifest = JSON.parse(readFileSync(join(out, 'future', 'manifest.json'), 'utf8'));
    expect(manifest.warnings.slice(-lines.length)).toEqual(lines);
    for (const [language, text] of [
      ['en', 'Norms end at 1 January 2026; the last holds for 2035 to 2044.'],
      ['nl', 'De bijstandsnormen lopen tot 1 januari 2026; de laatste geldt voor 2035 tot en met 2044.'],
    ] as const) {
      const report = join(out, `${language}.md`);
      await runHere('report', join(out, 'future'), '--format', 'md', '--lang', language, '--out', report);
      const written = readFileSync(report, 'utf8').replaceAll('\u00a0', ' ');
      expect(written).toContain(text);
      expect(written.match(/2035 to 2044/g) ?? []).toHaveLength(language === 'en' ? 3 : 0);
    }
    const swept = await inFolder('sweep', shipped('leiden'), '--set', 'cohort.first_permit=2035-01-01');
    expect(swept.stderr).toContain(
      'Leiden: at cohort.first_permit=2035-01-01: norms end at 2026-01-01; the last holds for 2035-01-01 to 2045-03-31\n',
    );
    expect((await runHere('trace', future)).stderr).toBe(`Forever: ${lines[0]}\n`);
  });
});

describe('the base of a sweep', () => {
  it('is shown as it runs, so that a point with the shown values gives what the base gives', async () => {
    const paths = ['income.work', 'cohort.never_leaving'];
    const first = await inFolder(
      'sweep',
      shipped('groningen'),
      '--quiet',
      '--set',
      'income.work=0.061',
      '--set',
      'cohort.never_leaving=0.09',
    );
    const base = rowsOf(join(first.out, 'sweep-groningen', 'points.csv'))[0]!;
    // The posterior's, not the prior's.
    expect(Number(base['income.work'])).not.toBeCloseTo(0.061, 4);
    expect(Number(base['cohort.never_leaving'])).not.toBeCloseTo(0.09, 4);
    const out = join(folderWith({}), 'out');
    const settings = paths.flatMap((path) => ['--set', `${path}=${base[path]}`]);
    // One draw: the central values. With more, the point lacks the spread of the numbers that it fixes.
    const central = ['--draws', '1', '--replications', '2', '--workers', '1', '--quiet', '--out', out];
    await runHere('sweep', shipped('groningen'), ...settings, ...central);
    const rows = rowsOf(join(out, 'sweep-groningen', 'sweep.csv')).filter(
      ({ against }) => against === 'base',
    );
    expect(rows.length).toBeGreaterThan(50);
    expect([...new Set(rows.map(({ estimate }) => estimate))].filter((each) => each !== '')).toEqual(['0']);
  });

  it('says that each point is discounted to its own first permit where points move it', async () => {
    const { stdout, out } = await inFolder(
      'sweep',
      shipped('leiden'),
      '--set',
      'cohort.first_permit=2016-01-01',
    );
    const said = "discounted to each cohort's own first permit (2015-10-01 to 2016-01-01), at 2.25% a year";
    expect(stdout).toContain(said);
    const { resources } = JSON.parse(readFileSync(join(out, 'sweep-leiden', 'datapackage.json'), 'utf8'));
    expect(JSON.stringify(resources)).toContain(said);
  });

  it('says where points are not on one footing', async () => {
    const { stdout, out } = await inFolder('sweep', shipped('leiden'), '--set', 'horizon_years=10,3');
    const said =
      'the points differ in their horizon: 10 years (base, horizon_years=10); 3 years (horizon_years=3)';
    expect(stdout).toContain(`Mind that ${said}.`);
    const manifest = JSON.parse(readFileSync(join(out, 'sweep-leiden', 'manifest.json'), 'utf8'));
    expect(manifest.warnings).toContain(said);
  });
});
