/** A scenario with a list of origins of its own: it loads, runs, reports and is refused as those of the package are. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../scenario/temporary-folder.js';
import { rowsOf, small } from './in-folder.js';
import { runHere } from './program-here.js';

const origins = `origins:
  - { name: turkey, nl: Turkije, en: Turkey }
  - { name: yemen, nl: Jemen, en: Yemen }
  - { name: iraq, nl: Irak, en: Iraq }
  - { name: rest, nl: de rest, en: the rest }
`;

const profile = (name: string, share: number, men: number) => `    ${name}:
      share: ${share}
      men: ${men}
      age: { 18-24: 0, 25-34: 1, 35-44: 0, 45-54: 0, 55-64: 0 }
      education: { low_literate: 0, low: 0.5, middle: 0.5, high: 0 }
      household: { single: 1, single_parent: 0, couple: 0, couple_with_children: 0 }
      reunification_pending: 0
      mental_health_complaints: 0
`;

/** Everybody of one origin waits for a house as long as its median says, nearly. */
const scenario = `name: Vierhuizen
extends: national
posterior: none
horizon_years: 3
${origins}cohort:
  size: 60
  inflow_months: 0
  composition:
${profile('turkey', 0.4, 1)}${profile('yemen', 0.3, 0)}${profile('iraq', 0.3, 1)}${profile('rest', 0, 1)}housing:
  sigma: 0.01
  single_ratio: 1
  median_wait: { turkey: 3, yemen: 6, iraq: 9, rest: 12 }
family: { median_arrival: { turkey: 7, yemen: 7, iraq: 7, rest: 7 } }
language: { known: { turkey: 0, yemen: 1, iraq: 0, rest: 0 } }
income:
  work: 0
  part_time_work: 0
  education: 0
  other_exit: 0
  no_bijstand: { turkey: 0, yemen: 0, iraq: 1, rest: 0 }
  ratios: { origin: { turkey: 1, yemen: 1, iraq: 1, rest: 1 } }
approaches:
  parallel:
    label: Parallel
    course: { opens: { housing: housed }, mean_wait: 4 }
    search: { opens: { housing: housed } }
    activities:
      buddy:
        label: Buddy
        phase: 3
        for: { origin: [yemen] }
        start: { when: { housing: housed } }
        weeks: 10
        hours_per_week: 1
        acts_on: []
        mandatory: false
`;

const write = (text = scenario) => folderWith({ 'vier.yaml': text });
const problemsOf = async (text: string) => {
  const folder = write(text);
  const { status, stderr } = await runHere('validate', join(folder, 'vier.yaml'));
  expect(status).toBe(2);
  return stderr.replaceAll(`${folder}/`, '').trim().split('\n');
};

/** The place in the file at which something first stands. */
const place = (text: string, of: string) => {
  const before = text.slice(0, text.indexOf(of)).split('\n');
  return `vier.yaml:${before.length}:${before.at(-1)!.length + 1}`;
};

describe('a list of origins of its own', () => {
  it('is run and reported by, with its words in both languages', async () => {
    const out = join(write(), 'out');
    const run = [
      'run',
      join(out, '..', 'vier.yaml'),
      '--by',
      'origin',
      '--persons',
      '--seed',
      'x',
      '--quiet',
    ];
    expect(await runHere(...run, ...small, '--out', out)).toMatchObject({ status: 0, stderr: '' });
    const estimates = rowsOf(join(out, 'vier', 'estimates.csv'));
    expect([...new Set(estimates.map(({ subgroup }) => subgroup))]).toEqual([
      'all',
      'origin=turkey',
      'origin=yemen',
      'origin=iraq',
      'origin=rest',
    ]);
    const persons = rowsOf(join(out, 'vier', 'persons.csv'));
    const settled: Record<string, { wait: number; sex: string; knows: string; none: string }> = {
      turkey: { wait: 3, sex: 'men', knows: 'no', none: 'no' },
      yemen: { wait: 6, sex: 'women', knows: 'yes', none: 'no' },
      iraq: { wait: 9, sex: 'men', knows: 'no', none: 'yes' },
    };
    for (const row of persons) {
      const { wait, sex, knows, none } = settled[row.origin!]!;
      expect([row.sex, row.knows_language, row.no_bijstand]).toEqual([sex, knows, none]);
      expect(Math.abs(Number(row.month_housed) / wait - 1)).toBeLessThan(0.06);
    }
    // Of 120 persons, 48 and 36 and 36 expected; four standard deviations are 22.
    const counts = Object.keys(settled).map(
      (name) => persons.filter((row) => row.origin === name && row.approach === 'parallel').length,
    );
    expect(counts.reduce((sum, count) => sum + count)).toBe(120);
    expect(Math.abs(counts[0]! - 48)).toBeLessThan(22);
    const took = (row: Record<string, string>) => row.participation_share_buddy;
    for (const row of persons.filter(({ approach }) => approach === 'parallel'))
      expect(took(row)).toBe(row.origin === 'yemen' ? '1' : '0');

    for (const [lang, words, others] of [
      ['nl', ['Turkije', 'Jemen', 'Irak', 'de rest', 'Naar herkomst'], ['Turkey', 'Yemen', 'Syrië']],
      ['en', ['Turkey', 'Yemen', 'Iraq', 'the rest', 'By origin'], ['Turkije', 'Jemen', 'Syria']],
    ] as const) {
      const report = [
        'report',
        join(out, 'vier'),
        '--format',
        'md',
        '--lang',
        lang,
        '--out',
        join(out, lang),
      ];
      expect(await runHere(...report)).toMatchObject({ status: 0, stderr: '' });
      const text = readFileSync(join(out, lang, 'report.md'), 'utf8');
      for (const word of words) expect(text).toContain(word);
      const tables = text.split('\n').filter((line) => line.startsWith('|') && !line.includes('KIS'));
      for (const word of others) expect(tables.join('\n')).not.toContain(word);
    }
  });

  it('makes a new scenario that is based on it name its origins', async () => {
    const folder = write();
    const [base, file] = ['vier.yaml', 'nieuw.yaml'].map((name) => join(folder, name));
    const init = await runHere('init', 'Nieuwdam', '--from', base!, '--file', file!);
    expect([init.status, init.stderr]).toEqual([0, '']);
    const text = readFileSync(file!, 'utf8');
    expect([...text.matchAll(/^ {2}# {3}(\w+):$/gm)].map(([, name]) => name)).toEqual([
      'turkey',
      'yemen',
      'iraq',
      'rest',
    ]);
    const open = text.replaceAll(/^ {2}# {3}/gm, '    ').replace('  # composition', '  composition');
    const loaded = folderWith({
      'vier.yaml': scenario,
      'open.yaml': open.replace(/extends: .*/, 'extends: vier'),
    });
    const { status, stderr } = await runHere('validate', join(loaded, 'open.yaml'));
    expect([status, stderr]).toEqual([0, '']);
  });

  it('lets targets name its origins and no others', async () => {
    const head = readFileSync('data/targets.csv', 'utf8').split('\n')[0]!;
    const target = (origin: string) =>
      `${head}\nx,on_benefit,origin=${origin},12,0.5,0.1,share,fit,assumption,"guess",\n`;
    const folder = folderWith({
      'vier.yaml': scenario,
      'right.csv': target('yemen'),
      'wrong.csv': target('yemn'),
      'other.csv': target('syria'),
    });
    const few = ['--draws', '2', '--persons', '100', '--workers', '1', '--quiet'];
    const validate = (file: string) =>
      runHere('validate', join(folder, 'vier.yaml'), '--targets', join(folder, file), ...few);
    expect(await validate('right.csv')).toMatchObject({ status: 0, stderr: '' });
    const wrong = await validate('wrong.csv');
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain(
      'wrong.csv:2:3: subgroup: unknown subgroup "origin=yemn"; did you mean "origin=yemen"?',
    );
    expect((await validate('other.csv')).stderr).toContain('unknown subgroup "origin=syria"');
    // The package's own figures, and those of a file for another scenario beside it, are left out where they are of other people; so may all be.
    const vier = join(folder, 'vier.yaml');
    const left = (count: string, whose: string) =>
      `${vier}: note: ${count} left out: the scenario has nobody of ${whose}\n`;
    const own = await runHere('validate', vier, '--targets', ...few);
    expect([own.status, own.stderr]).toEqual([0, '']);
    expect(own.stdout).toContain(left('28 published figures', 'origin=eritrea, origin=other, origin=syria'));
    expect(own.stdout).not.toContain('origin=syria │');
    const besides = ['scenarios/leiden.yaml', '--targets', join(folder, 'other.csv'), ...few];
    const both = await runHere('validate', vier, ...besides);
    expect([both.status, both.stderr]).toEqual([0, '']);
    expect(both.stdout).toContain(left('1 published figure', 'origin=syria'));
  });

  it('refuses origins that are not in it, with line and column and the nearest name', async () => {
    const change = (from: string, to: string) => {
      expect(scenario).toContain(from);
      return scenario.replace(from, to);
    };
    const profiles = change('    yemen:\n', '    yemenn:\n');
    expect(await problemsOf(profiles)).toEqual([
      expect.stringMatching(/^vier\.yaml:\d+:\d+: missing: cohort\.composition\.yemen; /),
      `${place(profiles, 'yemenn:')}: unknown name "cohort.composition.yemenn"; did you mean "yemen"?`,
    ]);
    const rule = change('origin: [yemen]', 'origin: [iraqq]');
    expect(await problemsOf(rule)).toEqual([
      expect.stringContaining(`${place(rule, 'iraqq')}: approaches.parallel.activities.buddy.for.origin.0`),
    ]);
    expect((await problemsOf(rule))[0]).toContain('did you mean "iraq"?');
    // Of the package's list, and so inherited, but not of this one.
    const inherited = change('turkey: 3,', 'turkey: 3, syria: 4,');
    expect(await problemsOf(inherited)).toEqual([
      `${place(inherited, 'syria: 4')}: unknown name "housing.median_wait.syria"; expected one of: turkey, yemen, iraq, rest`,
    ]);
    const short = change(', rest: 12', '');
    expect(await problemsOf(short)).toEqual([
      expect.stringMatching(
        /^vier\.yaml:\d+:\d+: missing: housing\.median_wait\.rest; expected a number \(months\)/,
      ),
    ]);
    const twice = change('name: rest', 'name: iraq');
    expect((await problemsOf(twice))[0]).toBe(
      `${place(twice, 'iraq, nl: de rest')}: origins.3.name: "iraq" stands in the list already`,
    );
    const called = change('nl: de rest', 'nl: Irak');
    expect(await problemsOf(called)).toEqual([
      `${place(called, 'Irak, en: the rest')}: origins.3.nl: "Irak" is what "iraq" is called too; expected another text for "rest"`,
    ]);
    const number = change('name: rest', 'name: same_as');
    expect((await problemsOf(number))[0]).toContain('expected another name; this one is a part of a number');
    const wordless = change('nl: de rest, ', '');
    expect(await problemsOf(wordless)).toContainEqual(
      expect.stringMatching(/^vier\.yaml:9:5: missing: origins\.3\.nl; expected a text/),
    );
  });

  it('has no part in a comparison on the national people, which is refused before anything is written', async () => {
    const folder = write();
    const out = join(folder, 'out');
    const compared = await runHere('compare', join(folder, 'vier.yaml'), '--standardised', '--out', out);
    expect(compared.status).toBe(2);
    expect(compared.stderr.replace(`${folder}/`, '')).toBe(
      `${place(scenario, 'origins:')}: origins: turkey, yemen, iraq, rest; with --standardised all have the people of the national cohort; expected its origins: syria, eritrea, other, or no --standardised\n`,
    );
    expect(existsSync(out)).toBe(false);
  });

  it('is what --set and shell messages go by', async () => {
    const folder = write();
    const { status, stderr } = await runHere(
      ...['run', join(folder, 'vier.yaml'), '--set', 'housing.median_wait.yeman=4', '--quiet'],
      ...['--out', join(folder, 'out'), ...small],
    );
    expect(status).toBe(2);
    expect(stderr).toContain('did you mean "housing.median_wait.yemen"?');
  });
});
