/** `doorstroom init`: a new scenario is valid as it stands, wherever it is written. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { isAnnotated } from '../../src/domain/parameters/quantity.js';
import { packageLibrary } from '../../src/scenario/load-scenario.js';
import { readYamlFile } from '../../src/scenario/yaml/yaml-file.js';
import { folderWith } from '../scenario/temporary-folder.js';
import { runHere, runHereIn } from './program-here.js';

/** Annotated numbers of a tree, and plain ones other than the phases of activities. */
function numbersIn(node: unknown): unknown[] {
  if (isAnnotated(node)) return [node];
  if (typeof node === 'number') return [node];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => (name === 'phase' ? [] : numbersIn(value)));
}

/** The scenarios of municipalities that come with doorstroom. */
const municipalities = readdirSync('scenarios')
  .filter((name) => name.endsWith('.yaml') && name !== 'national.yaml')
  .map((name) => name.replace('.yaml', ''));

const valid = async (path: string) => {
  const { status, stdout, stderr } = await runHere('validate', path);
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
};

describe('init', () => {
  it('writes a scenario under the name of the municipality that is valid and runs as it stands', async () => {
    const folder = folderWith({});
    const { status, stdout, stderr } = await runHereIn(folder, 'init', 'Súdwest-Fryslân');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^sudwest-fryslan\.yaml: written; /);
    expect(readdirSync(folder)).toEqual(['sudwest-fryslan.yaml']);
    expect(await valid(join(folder, 'sudwest-fryslan.yaml'))).toContain(
      'valid (Súdwest-Fryslân; sequential, parallel)',
    );
    const few = ['--draws', '2', '--replications', '1', '--workers', '1', '--quiet'];
    expect((await runHereIn(folder, 'run', 'sudwest-fryslan.yaml', ...few)).status).toBe(0);
  });

  it('keeps to the width of the terminal, but for commands, which stay whole on a line', async () => {
    const folder = folderWith({ 'a long way down/here.txt': '' });
    vi.stubEnv('COLUMNS', '60');
    const file = 'a long way down/to-the-file-of-a-municipality-by-the-sea.yaml';
    const { stdout } = await runHereIn(folder, 'init', 'A', '--file', file);
    vi.unstubAllEnvs();
    expect(stdout.split('\n')).toEqual([
      'a long way',
      '  down/to-the-file-of-a-municipality-by-the-sea.yaml:',
      '  written; fill it in, then:',
      `  doorstroom validate '${file}'`,
      `  doorstroom run '${file}'`,
      '',
    ]);
  });

  it.each([
    ['en', 'In this folder “leiden” now means this file, not the scenario of that name that comes with'],
    ['nl', 'In deze map betekent ‘leiden’ nu dit bestand, niet het meegeleverde scenario met die naam;'],
  ])('says that its file hides a scenario of the program, where it does (%s)', async (lang, said) => {
    const folder = folderWith({ 'own/leiden.txt': '' });
    const write = async (...args: string[]) =>
      (await runHereIn(folder, 'init', ...args, '--lang', lang)).stdout;
    expect(await write('Leiden')).toContain(`\n${said}`);
    expect((await write('Leiden', '--file', 'own/leiden.yaml')).split('\n')).toHaveLength(4);
    expect((await write('Leiderdorp')).split('\n')).toHaveLength(4);
  });

  it('begins on the day of the scenario that it builds on', async () => {
    const path = join(folderWith({}), 'a.yaml');
    await runHere('init', 'A', '--from', 'groningen', '--file', path);
    expect(readFileSync(path, 'utf8')).toContain('\n  first_permit: 2015-08-01\n');
  });

  it('labels every number as an assumption with a range and a note to replace it', async () => {
    const path = join(folderWith({}), 'a.yaml');
    await runHere('init', 'A', '--file', path);
    const numbers = numbersIn(readYamlFile(path).file?.tree);
    expect(numbers.length).toBeGreaterThan(8);
    for (const number of numbers) {
      expect(number).toMatchObject({
        label: 'assumption',
        low: expect.any(Number),
        high: expect.any(Number),
        unit: expect.any(String),
        note: expect.stringContaining('replace'),
      });
    }
  });

  it('names what a municipality would change: intake, housing, course, search, activities, aftercare and its costs', async () => {
    const path = join(folderWith({}), 'a.yaml');
    await runHere('init', 'A', '--file', path);
    type Example = {
      label: object;
      aftercare_weeks?: object;
      costs: { per_participant: { note: string } }[];
    };
    const { cohort, housing, approaches } = readYamlFile(path).file!.tree as {
      cohort: object;
      housing: object;
      approaches: { parallel: { label: object; activities: { work_experience: Example } } };
    };
    expect([cohort, housing, approaches.parallel].map((section) => Object.keys(section))).toEqual([
      ['size', 'first_permit', 'inflow_months'],
      ['wait_ratio'],
      ['label', 'course', 'search', 'activities'],
    ]);
    const { aftercare_weeks, costs } = approaches.parallel.activities.work_experience;
    expect(aftercare_weeks).toMatchObject({ value: 13 });
    const notes = costs.map((cost) => cost.per_participant.note);
    expect(notes.map((note) => note.includes('aftercare'))).toEqual([false, true]);
    // What is shown in reports, in the language of each.
    const { parallel } = approaches;
    for (const { label } of [parallel, ...Object.values(parallel.activities)])
      expect(label).toEqual({ nl: expect.any(String), en: expect.any(String) });
  });

  it.each(['', 'with space/'])('points the editor to the schema, from a folder "%s" too', async (inside) => {
    const path = join(folderWith({}), inside, 'a.yaml');
    await runHere('init', 'A', '--file', path);
    const [first] = readFileSync(path, 'utf8').split('\n');
    const [, schema] = /^# yaml-language-server: \$schema=(\S+)$/.exec(first!)!;
    const found = schema!.startsWith('file:') ? fileURLToPath(schema!) : resolve(dirname(path), schema!);
    expect(found).toBe(join(packageLibrary().scenarios, 'scenario.schema.json'));
  });

  it('has examples in its comments that are valid once they are none', async () => {
    const folder = folderWith({});
    const path = join(folder, 'a.yaml');
    await runHere('init', 'A', '--file', path);
    const text = readFileSync(path, 'utf8');
    const block = /^ {2}# composition:\n(?: {2}# {3}.*\n)+/m.exec(text)![0];
    const uncommented = text
      .replace(block, block.replaceAll('  # ', '  '))
      .replace('        # dropout:', '        dropout:');
    const own = folderWith({ 'b.yaml': uncommented });
    await valid(join(own, 'b.yaml'));
    const tree = readYamlFile(join(own, 'b.yaml')).file?.tree;
    expect(numbersIn(tree).length).toBe(numbersIn(readYamlFile(path).file?.tree).length + 4);
  });

  it('builds on another scenario on request, and then inherits its approach', async () => {
    const folder = folderWith({});
    await runHere('init', 'A', '--file', join(folder, 'a.yaml'), '--from', 'leiden');
    const { stdout } = await runHere('explain', join(folder, 'a.yaml'), 'cohort.size', '--json');
    expect(JSON.parse(stdout).numbers[0].chain.map(({ value }: { value: unknown }) => value)).toHaveLength(3);
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).not.toContain('work_experience');
    expect(await valid(join(folder, 'a.yaml'))).toContain('sequential, parallel');
  });

  it.each(municipalities)(
    'says what could be changed of the approach of %s, and with that is valid',
    async (base) => {
      const path = join(folderWith({}), 'a.yaml');
      await runHere('init', 'A', '--from', base, '--file', path);
      const text = readFileSync(path, 'utf8');
      const [before, change] = text.split(/^(?=# approaches:$)/m);
      expect(change).toContain('#         aftercare_weeks: ');
      expect(change).toContain('the aftercare');
      const own = folderWith({ 'b.yaml': `${before}${change!.replaceAll(/^# /gm, '')}` });
      expect(await valid(join(own, 'b.yaml'))).toContain('sequential, parallel');
      const { approaches } = readYamlFile(join(own, 'b.yaml')).file!.tree as {
        approaches: Record<string, object>;
      };
      const { stdout } = await runHere('explain', base, 'approaches', '--json');
      const inherited = new Set<string>(
        JSON.parse(stdout).numbers.flatMap(
          ({ path: each }: { path: string }) =>
            /^approaches\.parallel\.activities\.([^.]+)/.exec(each)?.slice(1) ?? [],
        ),
      );
      for (const name of inherited) expect(change).toMatch(new RegExp(`^#       (?:# )?${name}: ?`, 'm'));
      expect(Object.keys(approaches)).toEqual(['parallel']);
    },
  );

  it('builds on a file beside it, named from the current folder', async () => {
    const folder = folderWith({ 'own/base.yaml': 'name: Base\nextends: national\n' });
    const { status, stderr } = await runHereIn(
      folder,
      ...['init', 'A', '--from', 'own/base.yaml', '--file', 'own/a.yaml'],
    );
    expect([status, stderr]).toEqual([0, '']);
    expect(readFileSync(join(folder, 'own/a.yaml'), 'utf8')).toContain('\nextends: "base.yaml"\n');
  });

  it('does not replace a file without --force', async () => {
    const folder = folderWith({ 'leiden.yaml': 'mine' });
    const path = join(folder, 'leiden.yaml');
    const refused = await runHere('init', 'Leiden', '--file', path);
    expect([refused.status, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain('exists already; use --force');
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect((await runHere('init', 'Leiden', '--file', path, '--force')).status).toBe(0);
    await valid(path);
  });

  it.each([
    [
      ['A', '--from', 'lieden'],
      '--from lieden: no scenario "lieden" beside this file or in the library; did you mean "leiden"?',
    ],
    [['A', '--file', 'a.txt'], 'expected a name that ends in .yaml'],
    [['!!!'], 'use --file'],
    [['two\nlines'], 'on one line'],
    [['x'.repeat(81)], 'of 1 to 80 characters'],
  ])('%j is refused, and nothing is left behind', async (args, message) => {
    const folder = folderWith({});
    const { status, stdout, stderr } = await runHereIn(folder, 'init', ...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('quotes a name that YAML would read as something else', async () => {
    const path = join(folderWith({}), 'a.yaml');
    await runHere('init', '"No": [x] # \'s', '--file', path);
    expect(await valid(path)).toContain('valid ("No": [x] # \'s;');
  });
});
