/** What commands say besides their results, on standard error: in Dutch nothing of it is English. */

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openJournal } from '../../src/machine/journal.js';
import { noteResumption } from '../../src/run/simulate/checkpoint.js';
import { sayMissed } from '../../src/run/simulate/precision.js';
import { noteFinished } from '../../src/run/simulate/shards.js';
import { sayPosteriorError } from '../../src/run/write/outcome.js';
import { folderWith } from '../scenario/temporary-folder.js';
import { runHere } from './program-here.js';

const folder = folderWith({
  // Beyond tables and laws, with a number used nowhere.
  'late.yaml': `extends: leiden
name: Laat
numbers: { spare: 1 }
cohort: { first_permit: 2035-01-01, size: 12 }
`,
  'alone.yaml': 'extends: national\nname: Alleen\ncohort: { size: 12 }\n',
});
const [late, alone, out] = ['late.yaml', 'alone.yaml', 'out'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
const few = ['--draws', '2', '--replications', '1', '--workers', '1'];

/** Words that are English and no Dutch, and that no path or name here has. */
const english =
  /(?<![\w./-])(?:the|and|with|which|what|from|than|are|was|were|kept|already|nothing|only|begin|end at|holds|used|where|lies?|aside|points|finished|draws|parameter draws|against)(?![\w./-])/i;

async function dutch(...args: string[]) {
  const { status, stdout, stderr } = await runHere(...args, '--lang', 'nl');
  expect([status, `${stderr}${stdout}`.split('\n').filter((line) => english.test(line))]).toEqual([0, []]);
  return { stdout, stderr };
}

beforeAll(async () => {
  await runHere('run', late, ...few, '--out', out, '--quiet');
}, 60_000);

describe('in Dutch', () => {
  it('a run tells what lies outside tables and laws, what is used nowhere, and what it kept', async () => {
    const { stderr } = await dutch('run', late, ...few, '--set', 'income.work=0.9', '--out', out);
    expect(stderr).toContain('Laat: de cijfers over de arbeidsmarkt lopen tot 2023');
    expect(stderr).toContain('Laat: numbers.spare: nergens gebruikt');
    expect(stderr).toContain('ver buiten de eigen bandbreedte');
    expect(stderr).toContain(
      `${join(out, 'late')}: wat er stond, is bewaard als ${join(out, 'earlier', 'late-1')}\n`,
    );
  });

  it('a report tells the warnings of a run, a sweep and an analysis as the terminal does', async () => {
    const places = join(folder, 'reported');
    const set = ['--set', 'income.work=0.9', '--out', places];
    await runHere('run', late, ...few, ...set);
    await runHere(
      'sweep',
      late,
      ...few,
      '--base',
      'income.work=0.9',
      '--set',
      'horizon_years=3,4',
      '--out',
      places,
    );
    await runHere('pilot', late, ...few, '--draws', '8', ...set);
    for (const name of ['late', 'sweep-late', 'pilot-late']) {
      const file = join(folder, `${name}.md`);
      await runHere('report', join(places, name), '--format', 'md', '--lang', 'nl', '--out', file);
      const text = readFileSync(file, 'utf8');
      const from = text.indexOf('Waarschuwingen van de berekening');
      const warnings = text
        .slice(from)
        .split('\n')
        .filter((line) => line.startsWith('- '));
      expect([name, warnings.filter((line) => english.test(line))]).toEqual([name, []]);
      expect(warnings.join('\n')).toContain('nergens gebruikt');
      expect(warnings.join('\n')).toContain('ver buiten de eigen bandbreedte');
    }
  }, 120_000);

  it('a run of one approach, and one that was complete', async () => {
    const run = ['run', alone, ...few, '--out', out];
    expect((await dutch(...run)).stderr).toContain('Alleen: alleen de aanpak "sequential"');
    expect((await dutch(...run, '--resume')).stderr).toBe(
      `alone: al klaar, er is niets te doen; de uitkomsten staan in ${join(out, 'alone')}\n`,
    );
  });

  it('a sweep says in what its points differ', async () => {
    const settings = ['--set', 'horizon_years=3,4', '--set', 'income.work=0.9,0.95'];
    const { stderr } = await dutch('sweep', late, ...few, ...settings, '--out', out);
    expect(stderr).toMatch(/Laat: de punten verschillen in .*\bbasis\b/);
    expect(stderr).not.toMatch(/\bbase\b/);
    expect(stderr).toContain('2 waarden (0,9 tot 0,95) liggen ver buiten de eigen bandbreedte');
  });

  it('runs beside each other say why they are of other people, and what was kept', async () => {
    const more = join(folder, 'more');
    await runHere('run', late, ...few, '--draws', '3', '--out', more, '--quiet');
    const both = [join(out, 'late'), join(more, 'late')];
    const compared = await dutch('compare', ...both);
    expect(compared.stdout.replaceAll(/\s+/g, ' ')).toContain('(parametertrekkingen: 2 tegen 3)');
    const beside = (runs: readonly string[]) => dutch('compare', ...runs, '--out', join(folder, 'beside'));
    await beside(both);
    expect((await beside(both.toReversed())).stderr).toContain(
      'variants.csv en 2 andere bestanden: wat er stond, is bewaard in',
    );
  });

  it('a comparison that was complete', async () => {
    const compare = ['compare', late, 'leiden', ...few, '--out', join(folder, 'compared')];
    expect((await dutch(...compare)).stderr).toContain('lopen tot 2023');
    expect((await dutch(...compare, '--resume')).stderr).toContain('vergelijking: al klaar');
  });

  it('a run and a model tell where the checkpoint of another is kept, asked to resume or not', async () => {
    const model = resolve('tests/fixtures/models/five-states.yaml');
    const leave = (name: string) => {
      const journal = openJournal(join(folder, 'left', `.${name}.checkpoint`), 'other work', false);
      journal.put('0', 1);
      journal.close();
    };
    const into = ['--out', join(folder, 'left'), '--force'];
    const kept = 'er stond een tussenbestand van een onderbroken berekening; het is bewaard als ';
    const again = 'het tussenbestand is van een andere berekening ';
    for (const [name, said, command] of [
      ['alone', 'Alleen', ['run', alone, ...few, ...into]],
      ['five-states', 'five-states', ['model', 'run', model, '--persons', '100', ...into]],
    ] as const) {
      leave(name);
      expect((await dutch(...command)).stderr).toContain(`${said}: ${kept}`);
      expect((await dutch(...command)).stderr).not.toContain('tussenbestand');
      leave(name);
      const { stderr } = await dutch(...command, '--seed', '2', '--resume');
      expect(stderr).toContain(`${said}: ${again}`);
      expect(stderr).toContain(`${said}: ${kept}`);
    }
  });

  it('a report says what it leaves aside', async () => {
    await runHere('sweep', alone, ...few, '--set', 'horizon_years=3', '--out', out, '--quiet');
    const { stderr } = await dutch('report', out, '--format', 'md', '--out', join(folder, 'report'));
    expect(stderr).toContain('buiten het rapport gebleven: ');
  });

  it('a life tells when the law does not hold', async () => {
    const { stderr } = await dutch('trace', late, '--person', '1');
    expect(stderr).toContain('geldt voor een inburgeringsplicht');
  });

  it('what a run resumed, its parts and its precision', () => {
    const said: string[] = [];
    const caller = { note: (line: string) => said.push(line), language: 'nl' as const };
    noteResumption('Laat', { resumed: 1, foreign: false, damaged: 0, aside: undefined }, caller, 4);
    noteResumption('Laat', { resumed: 3, foreign: false, damaged: 0, aside: undefined }, caller);
    noteResumption('Laat', { resumed: 0, foreign: true, damaged: 0, aside: undefined }, caller);
    noteResumption('Laat', { resumed: 0, foreign: false, damaged: 0, aside: '.laat.checkpoint-1' }, caller);
    noteResumption('Laat', { resumed: 0, foreign: false, damaged: 0, aside: undefined }, caller);
    for (const language of ['en', 'nl'] as const)
      for (const damaged of [1, 2])
        noteResumption(
          'Laat',
          { resumed: 0, foreign: false, damaged, aside: undefined },
          { ...caller, language },
        );
    noteFinished('Laat', { index: 1, count: 2 }, caller);
    const missed = { asked: 10.5, unit: 'euros', approach: 'jas', mcse: 12.25, holds: false } as const;
    said.push(sayMissed(missed, 20, 'nl'), sayMissed({ ...missed, unit: 'share', mcse: null }, 20, 'nl'));
    said.push(sayPosteriorError({ approach: 'jas', draws: 1000, error: 20, mcse: 3 }, 'nl'));
    expect(said).toEqual([
      'Laat: hervat, 1 van de 4 eenheden was er al',
      'Laat: hervat, 3 eenheden waren er al',
      'Laat: het tussenbestand is van een andere berekening (scenario, opties of versie) of beschadigd; opnieuw begonnen',
      'Laat: er stond een tussenbestand van een onderbroken berekening; het is bewaard als .laat.checkpoint-1, en met de opties van toen en --resume gaat die verder',
      'Laat: the checkpoint was damaged; 1 unit of it could not be read, and is simulated again',
      'Laat: the checkpoint was damaged; 2 units of it could not be read, and are simulated again',
      'Laat: het tussenbestand was beschadigd; 1 eenheid ervan was niet te lezen en wordt opnieuw berekend',
      'Laat: het tussenbestand was beschadigd; 2 eenheden ervan waren niet te lezen en worden opnieuw berekend',
      'Laat: deel 1 van 2 was al klaar',
      'de gevraagde precisie (een MCSE van ten hoogste 10,5 euro per persoon) is met 20 parametertrekkingen niet gehaald: die van het nettosaldo van jas is 12,25 euro per persoon',
      'de gevraagde precisie (een MCSE van ten hoogste 1050%) is met 20 parametertrekkingen niet gehaald: die van het nettosaldo van jas is niet te schatten',
      expect.stringContaining('heeft het verschil in nettosaldo een standaardfout van 20 euro per persoon'),
    ]);
  });
});

describe('a file of this folder in the place of a scenario that comes with the program', () => {
  it('is told of by every command that takes names, and not where it is given as a file', async () => {
    const start = process.cwd();
    process.chdir(folderWith({ 'leiden.yaml': 'extends: heerlen\nname: Leiden\n' }));
    try {
      const said = async (...args: string[]) => (await runHere(...args)).stderr;
      const note =
        'leiden: the file leiden.yaml in this folder, not the scenario of that name that comes with the program\n';
      expect(await said('validate', 'almere', 'leiden')).toBe(note);
      expect(await said('explain', 'leiden', 'cohort.size')).toBe(note);
      expect((await dutch('explain', 'leiden', 'cohort.size')).stderr).toBe(
        'leiden: het bestand leiden.yaml in deze map, niet het meegeleverde scenario met die naam\n',
      );
      expect(await said('validate', 'leiden.yaml')).toBe('');
    } finally {
      process.chdir(start);
    }
  });
});
