/** Runs too small to tell anything of spread, in the terminal and in reports: said so, in words and without numbers. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderWith } from '../scenario/temporary-folder.js';
import { runHere } from './program-here.js';

const scenario = (size: number, approaches = '') =>
  `name: Testdam\nextends: national\nhorizon_years: 5\ncohort: { size: ${size} }\n${approaches}`;
const parallel =
  'approaches:\n  parallel:\n    label: Parallel\n    source: test\n    course: { opens: { housing: housed }, mean_wait: 3 }\n    search: { opens: { housing: housed } }\n    activities:\n      coach: { label: Coach, phase: 3, start: { when: { housing: housed } }, weeks: 26, hours_per_week: 10, acts_on: [work], mandatory: false, costs: [{ payer: municipality, per_month: 100 }] }\n';

const folder = folderWith({
  'few.yaml': scenario(20, parallel),
  'one.yaml': scenario(1, parallel),
  'single.yaml': scenario(1, parallel),
  'many.yaml': scenario(20, parallel),
  'alone.yaml': scenario(20),
});

async function run(name: string, ...options: string[]): Promise<string> {
  const file = join(folder, `${name}.yaml`);
  const ended = await runHere('run', file, '--workers', '1', '--out', join(folder, 'r'), ...options);
  expect(ended.status, ended.stderr).toBe(0);
  expect(ended.stdout).not.toMatch(/[ \t]$/m);
  return ended.stdout;
}

/** The Markdown of a report, which holds every table, sentence and description of a chart. */
async function report(lang: 'nl' | 'en', ...names: string[]): Promise<string> {
  const out = join(folder, `${names.join('-')}-${lang}`);
  const folders = names.map((name) => join(folder, 'r', name));
  const ended = await runHere(
    'report',
    ...folders,
    '--format',
    'md',
    '--lang',
    lang,
    '--out',
    out,
    '--force',
  );
  expect([ended.status, ended.stderr]).toEqual([0, '']);
  return readFileSync(join(out, 'report.md'), 'utf8').replaceAll('\u00a0', ' ');
}

/** What nobody should have to read: no number, empty brackets, a zero with a sign, one of many. */
const NONSENSE =
  /NaN|undefined|null|Infinity|\(\s*\)|\[\s*\]|[-+\u2212]0([.,]0+)?(?![\w.,])|(?<![\d.,])1 (draws|replications|persons|months|years|comparisons|parameters|maanden|personen|replicaties|parametertrekkingen|vergelijkingen)\b/;

function expectSense(text: string): void {
  expect(text.split('\n').filter((line) => NONSENSE.test(line.replaceAll(/2026-\d\d-\d\d\S*/g, '')))).toEqual(
    [],
  );
}

/** Of the table of outcomes: difference, interval, prediction, probability. */
const differences = (text: string) =>
  [...text.matchAll(/\| (?:Probability better|Kans op verbetering) \|\n.*\n((?:\|.*\n)+)/g)].flatMap(
    ([, rows]) =>
      rows!
        .trim()
        .split('\n')
        .map((row) => row.split(' | ').map((cell) => cell.replaceAll('|', '').trim()))
        .map((cells) => cells.slice(3))
        .filter(([difference]) => difference !== '\u2013'),
  );

describe('a run of one draw', () => {
  let printed: string;
  beforeAll(async () => {
    printed = await run('few', '--draws', '1', '--replications', '2', '--by', 'education');
    await run('many', '--draws', '80', '--replications', '2');
  });

  it('says so in the terminal, in every cell and below', () => {
    expect(printed).toContain(
      '40 lives an approach: 1 parameter draw x 2 replications. One draw gives no intervals.',
    );
    const brackets = printed.match(/\[[^\]]*\]/g)!;
    expect(brackets.length).toBeGreaterThan(5);
    expect(new Set(brackets)).toEqual(new Set(['[no interval]']));
    expectSense(printed);
  });

  it.each([
    [
      'en',
      'cannot be estimated',
      '(95% interval: cannot be estimated)',
      'the probability',
      'No interval over the parameters can',
    ],
    ['nl', 'niet te bepalen', '(95%-interval: niet te bepalen)', 'de kans', 'Geen enkel interval over de'],
  ] as const)(
    'has no interval in a report in %s, alone and beside one of many draws',
    async (lang, ...words) => {
      const [cell, sentence, chance, signs] = words;
      const alone = await report(lang, 'few');
      expectSense(alone);
      for (const each of [sentence, chance, signs]) expect(alone).toContain(each);
      const rows = differences(alone);
      expect(rows.length).toBeGreaterThan(10);
      for (const [, interval, prediction] of rows) expect([interval, prediction]).toEqual([cell, cell]);
      if (lang === 'nl') return;
      const both = await report(lang, 'few', 'many');
      expectSense(both);
      // One of the two has intervals, in the table of its chapter.
      const told = both.split('\n').filter((line) => line.startsWith('|') && /\d to /.test(line));
      expect(told.length).toBeGreaterThan(5);
    },
  );

  it('draws no band', async () => {
    const chartOf = async (name: string) => {
      const out = join(folder, `charts-${name}`);
      await runHere('charts', join(folder, 'r', name), '--lang', 'en', '--out', out);
      expect(readdirSync(out).length).toBeGreaterThan(3);
      return readFileSync(join(out, 'self-sufficiency.svg'), 'utf8');
    };
    // Where there is nothing to fill, the path of a band has no points.
    const band = /<path d="[^"]+"[^>]* opacity="0\.2"/;
    const few = await chartOf('few');
    expect(few).toContain('95% interval: cannot be estimated');
    expect(few).not.toMatch(band);
    expect(await chartOf('many')).toMatch(band);
  });
});

describe('a run of one life', () => {
  it('knows no error of anything, in any file or report', async () => {
    await run('single', '--draws', '1', '--replications', '1');
    for (const file of ['estimates', 'differences', 'costs', 'curves']) {
      const rows: { mcse: string }[] = parse(readFileSync(join(folder, 'r', 'single', `${file}.csv`)), {
        columns: true,
      });
      expect([file, rows.length > 10, new Set(rows.map(({ mcse }) => mcse))]).toEqual([
        file,
        true,
        new Set(['']),
      ]);
    }
    const text = await report('en', 'single');
    expectSense(text);
    const shown = differences(text).map(([difference]) => difference!);
    expect(shown.length).toBeGreaterThan(10);
    // Whole euros, tenths of months and of per cent, where no error is known.
    for (const each of shown) expect(each).not.toMatch(/\d\.\d\d/);
  });
});

describe('other small runs', () => {
  it('of one cohort tell no probability', async () => {
    const printed = await run('few', '--draws', '1', '--replications', '1', '--force');
    expect(printed).toContain('20 lives an approach: 1 parameter draw x 1 replication.');
    const text = await report('en', 'few');
    expectSense(text);
    for (const [, , , better] of differences(text))
      expect(['cannot be estimated', '\u2013']).toContain(better);
  });

  it('of one person, of one year, and of one approach make sense', async () => {
    for (const [name, ...options] of [
      ['one', '--draws', '2', '--replications', '1', '--by', 'sex', '--horizon', '1'],
      ['alone', '--draws', '1', '--replications', '1', '--horizon', '1'],
    ] as const) {
      expectSense(await run(name, ...options));
      expectSense(await report(name === 'one' ? 'en' : 'nl', name));
    }
  });
});
