/** What commands print that simulate nothing, or one person: in Dutch nothing is English, and data are the same in both. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { program } from '../../src/cli/main.js';
import { folderWith } from '../scenario/temporary-folder.js';
import { runHere } from './program-here.js';

/** Without a source or a note, which are quoted from files; with an answer, a number used nowhere, and draws beyond their bounds. */
const folder = folderWith({
  'a.yaml': `extends: leiden
name: { nl: Stad, en: Town }
numbers: { spare: 1 }
income:
  part_time_benefit: { value: 0.8, low: 0.7, high: 0.9, interval: 0.68, distribution: normal, unit: share, label: assumption }
cohort:
  first_permit: 2035-01-01
  size: { value: 12, low: 10, high: 14, distribution: uniform, unit: persons, label: assumption }
`,
});
const own = join(folder, 'a.yaml');

const dutch = async (...args: string[]) => {
  const { status, stdout, stderr } = await runHere(...args, '--lang', 'nl');
  expect([status, stderr.includes('bug')]).toEqual([0, false]);
  return stdout;
};

/** Words that are English and no Dutch, and that no path, measure or option has. */
const english =
  /(?<![\w.-])(?:the|and|with|which|from|than|are|under|years?|months?|weeks|hours|share|draws?|euros|people|used|value|range|same|first|holds|persons?|other|housed|passed|finished|taking|valid|note|figures|inside|outside)(?![\w.-])/i;

describe('in Dutch', () => {
  it.each([
    ['list'],
    ['validate', own],
    ['validate', 'national', '--targets', '--draws', '2', '--persons', '100', '--workers', '1', '--quiet'],
    ['explain', 'leiden'],
    ['explain', own, 'income.part_time_benefit'],
    ['explain', own, 'cohort.size'],
    ['explain', own, 'numbers'],
    ['explain', 'leiden', '--measures'],
    ['trace', 'leiden', '--person', '3', '--all'],
    ['trace', 'bridging-year', '--person', '5'],
    ['model', 'run', 'sick-sicker', '--persons', '100', '--workers', '1', '--out', join(folder, 'm')],
    ['init', 'Mijn stad', '--file', join(folder, 'mijn-stad.yaml')],
  ])(
    '%s %s %s is no English',
    async (...args) => {
      const lines = (await dutch(...args)).split('\n');
      expect(lines.length).toBeGreaterThan(2);
      // Titles of published models, values that options take, and what a file or a setting writes.
      const named =
        /Heart transplant.*|Chancellor.*|Illness and death|Sick-Sicker.*|\(voor --by.*|^(?:origin|sex|household) .*|\{.*?\}|months_in_state.*|reward.*|distribution: \S+|Vluchtelingenwerk.*|(?<=\?) .*|: (?:no|yes)\b.*/g;
      const found = lines.map((line) => line.replaceAll(named, '')).filter((line) => english.test(line));
      expect(found).toEqual([]);
    },
    30_000,
  );

  it('numbers have a comma, dates are in words, and what files write stays', async () => {
    const valid = await dutch('validate', own);
    expect(valid).toContain('1 januari 2035');
    expect(valid).toContain('alternatives.jas_teaches: Geeft JAS taalles? no 0,5; yes 0,5');
    expect(valid).toContain('numbers.spare: nergens gebruikt');
    expect(valid).toMatch(/income\.part_time_benefit: 2,3% van de trekkingen ligt boven 1, en telt als 1/);
    const explained = await dutch('explain', own, 'income.part_time_benefit');
    expect(explained).toContain('waarde        0,8 aandeel\n');
    expect(explained).toContain('bandbreedte   [0,7; 0,9]\n');
    expect(explained).toContain('0.8 [0.7, 0.9]  <- geldt');
    expect(explained).toMatch(/verdeling +normaal, 68% ervan binnen de bandbreedte\n/);
    const regimes = await dutch('list', 'regimes');
    expect(regimes).toContain('van 1 januari 2013 tot en met 31 december 2021');
    expect(await dutch('list', 'resources')).toContain('Geeft JAS taalles? no, yes (leiden)');
  });

  it('approaches, scenarios and activities go by their Dutch names', async () => {
    expect(await dutch('list', 'scenarios')).toMatch(
      /^sweden +Zweden \(plan\): Het Zweedse persoonlijke plan/m,
    );
    expect(await dutch('explain', own)).toMatch(/^Stad: \d+ getallen: .*, \d+ aannames, /m);
    expect(await dutch('explain', own, '--measures')).toContain('"Jobhunters"');
    const lived = await dutch('trace', 'leiden', '--person', '3');
    expect(lived).toMatch(/^maand +Opeenvolgend +JAS 24 x 24$/m);
    expect(lived).toContain('‘JAS 24 x 24’ tegenover ‘Opeenvolgend’\n');
    expect(lived).toMatch(/inkomen: bijstand/);
  });
});

describe('in either language', () => {
  it.each([
    ['list', '--json'],
    ['explain', 'leiden', '--json'],
    ['explain', 'leiden', '--measures', '--json'],
  ])('%s %s %s gives the same data', async (...args) => {
    const { stdout } = await runHere(...args);
    expect(await dutch(...args)).toBe(stdout);
  });

  it('explain and trace write the same files', async () => {
    for (const [name, ...args] of [
      ['numbers', 'explain', 'leiden'],
      ['life', 'trace', 'leiden', '--person', '3'],
    ] as const) {
      const [inEnglish, inDutch] = ['en', 'nl'].map((lang) => join(folder, `${name}-${lang}.csv`));
      await runHere(...args, '--csv-file', inEnglish!);
      await dutch(...args, '--csv-file', inDutch!);
      expect(readFileSync(inDutch!, 'utf8')).toBe(readFileSync(inEnglish!, 'utf8'));
    }
  });
});

it('every command that says anything has --lang', () => {
  const all = program(() => {}, { breakdowns: [] }).commands.flatMap((command) =>
    command.commands.length > 0 ? command.commands : [command],
  );
  const without = all.filter(({ options }) => options.every(({ long }) => long !== '--lang'));
  // These print a schema, and a program for the shell.
  expect(without.map((command) => command.name())).toEqual(['schema', 'completion']);
});

describe('approaches go by their labels', () => {
  const few = ['--draws', '2', '--replications', '1', '--workers', '1', '--set', 'cohort.size=12'];
  const out = (name: string) => ['--out', join(folder, name)];

  it('in the table and the sentences of a run, in its language; data have their names', async () => {
    const printed = await dutch('run', 'leiden', ...few, '--by', 'sex', ...out('run'));
    expect(printed).toMatch(/^ +JAS 24\n +Opeenvolgend +x 24 /m);
    expect(printed).toContain('Naar groep, zoals mensen waren bij de vergunning: JAS 24 x 24 - Opeenvolgend');
    expect(printed).toContain('Wat de bron openlaat: ‘JAS 24 x 24’ min ‘Opeenvolgend’');
    expect(printed).toMatch(/van ‘JAS 24 x 24’ is /);
    expect(printed).not.toMatch(/\b(?:parallel|sequential)\b/);
    const { stdout } = await runHere('run', 'leiden', ...few, '--json', ...out('json'));
    expect(JSON.parse(stdout)[0].approaches).toEqual(['sequential', 'parallel']);
  });

  it('in a sweep, and beside each other in two runs', async () => {
    const settings = ['--set', 'income.search_closed=0.5,1'];
    const few = ['--draws', '2', '--replications', '1', '--workers', '1', '--base', 'cohort.size=12'];
    const swept = await dutch('sweep', 'leiden', ...settings, ...few, ...out('sweep'));
    expect(swept).toMatch(/^JAS 24 x 24 /m);
    // The point that changes nothing, which files call base.
    expect(swept).toMatch(/^basis$/m);
    expect(swept).not.toMatch(/\bbase\b/);
    expect(swept).not.toMatch(/\b(?:parallel|sequential)\b/);
    const [one, two] = ['run', 'json'].map((name) => join(folder, name, 'leiden'));
    const compared = await dutch('compare', one!, two!);
    expect(compared).toMatch(/^JAS 24 x 24$/m);
    expect(compared).not.toMatch(/\b(?:parallel|sequential)\b/);
  });

  it('in a comparison only where a scenario has several: else the municipality tells them apart', async () => {
    const many = folderWith({
      'two.yaml': `extends: leiden\nname: Two\napproaches:\n  light:\n    label: { nl: Licht, en: Light }\n    source: a fixture\n    course: { opens: { housing: housed }, mean_wait: 3 }\n    search: { opens: { housing: housed } }\n`,
    });
    const printed = await dutch('compare', join(many, 'two.yaml'), 'leiden', ...few, ...out('compare'));
    expect(printed).toMatch(/^Two \(Licht\) /m);
    expect(printed).toMatch(/^Two \(JAS 24 x 24\)/m);
    expect(printed).toMatch(/^Leiden {2}/m);
  });
});
