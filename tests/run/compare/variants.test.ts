/** Variants of one scenario: what is printed of them adds up, and the report tells what compare tells. */

import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readRunFolder } from '../../../src/output/package/run-folder.js';
import type { Cell, NumberCell, TableBlock } from '../../../src/output/report/blocks.js';
import { buildReport } from '../../../src/output/report/build-report.js';
import { findRow, readRunData } from '../../../src/output/report/run-data.js';
import { compareFolders, type Variants, variantsAmong } from '../../../src/run/compare/variants.js';
import { asWritten } from '../../../src/run/write/read-back.js';
import { expectDescribed, rowsOf } from '../../cli/in-folder.js';
import { runHere } from '../../cli/program-here.js';
import { folderWith } from '../../scenario/temporary-folder.js';

describe('two runs of one scenario', () => {
  const root = folderWith({});
  const folders = [join(root, 'leiden'), join(root, 'strong', 'leiden')];
  let compared: Variants;

  beforeAll(async () => {
    const few = [
      '--draws',
      '4',
      '--replications',
      '1',
      '--workers',
      '1',
      '--set',
      'cohort.size=12',
      '--quiet',
    ];
    await runHere('run', 'leiden', ...few, '--out', root);
    await runHere('run', 'leiden', ...few, '--set', 'effects.work_men=1.9', '--out', join(root, 'strong'));
    compared = await compareFolders(folders, 'en');
  });

  it('are named by what differs in their paths', () => {
    expect([compared.base, compared.variants.map(({ name }) => name)]).toEqual(['leiden', ['strong']]);
  });

  it('print levels and contrasts as each run does, which tell the differences as printed', () => {
    const { rows } = compared.variants[0]!;
    const runs = folders.map((folder) => readRunData(readRunFolder(folder)));
    const own = rows.map(({ headline: { measure, month }, approach, reference }) =>
      runs.map((run) => {
        const found = reference === undefined ? run.estimates : run.differences;
        return findRow(found, approach, measure, month)!.shown;
      }),
    );
    const isOwn = ({ before, after }: (typeof rows)[number], i: number) =>
      before.shown === own[i]![0] && after.shown === own[i]![1];
    expect(rows.filter((row, i) => !isOwn(row, i))).toEqual([]);
    const contrast = rows.find(({ reference }) => reference !== undefined)!;
    expect(contrast.difference.shown).toBe(contrast.after.shown - contrast.before.shown);
    expect(contrast.difference.error).toBe(contrast.after.error);
    expect(contrast.difference.estimate).not.toBe(0);
  });

  it('are told in a report as compare tells them, with what each sets', async () => {
    const runs = folders.map(readRunFolder);
    const variants = await variantsAmong(runs, 'en');
    expect(variants).toEqual(compared.variants);
    const reported = runs.map((run) => ({ run, figures: [] }));
    const { blocks } = buildReport(reported, [], 'en', [], variants);
    const texts = blocks.flatMap((block) =>
      'text' in block ? [block.text] : 'items' in block ? block.items : [],
    );
    expect(texts).toContain('What changes in strong compared with leiden?');
    expect(texts.filter((text) => /^strong: Persons in the cohort: 12; .*: 1\.9$/.test(text))).toHaveLength(
      1,
    );
    const table = blocks.find(
      (block) => block.kind === 'table' && block.name.endsWith('-beside'),
    ) as TableBlock;
    const numbers = table.rows.map((row) => row.slice(2, 5).map((cell) => (cell as NumberCell).value));
    const shown = compared.variants[0]!.rows.map(({ headline, before, after, difference }) =>
      [before, after, difference].map((each) => each.shown * (headline.unit === 'share' ? 100 : 1)),
    );
    expect(numbers.flat().map((value) => value.toFixed(6))).toEqual(
      shown.flat().map((value) => value.toFixed(6)),
    );
  });

  it('are written as a table where a folder is named, and not without', async () => {
    const out = join(root, 'compared');
    expect((await runHere('compare', ...folders)).stdout).toContain('Not written: --out FOLDER');
    expect(existsSync(out)).toBe(false);
    const { stdout } = await runHere('compare', ...folders, '--out', out);
    expect(stdout).toContain(`written to ${join(out, 'variants.csv')}`);
    expect(readdirSync(out).sort()).toEqual(['comparison.manifest.json', 'datapackage.json', 'variants.csv']);
    expectDescribed(out);
    const rows = rowsOf(join(out, 'variants.csv'));
    const of = (run: string, against: string) =>
      rows.find(
        (row) =>
          row.run === run &&
          row.against_run === against &&
          row.reference === 'sequential' &&
          row.measure === 'net_balance_discounted',
      )!;
    const [before, after, difference] = [of('leiden', ''), of('strong', ''), of('strong', 'leiden')];
    expect(Number(difference.estimate)).toBeCloseTo(Number(after.estimate) - Number(before.estimate), 3);
    expect([before.paired, difference.paired]).toEqual(['', 'true']);
    const found = compared.variants[0]!.rows.find(({ reference }) => reference !== undefined)!.difference;
    expect([difference.mcse, difference.parameter_low, difference.parameter_high].map(Number)).toEqual(
      [found.mcse, found.parameterLow, found.parameterHigh].map(asWritten).map((each) => each || 0),
    );
    // A level of a run stands as in its own file.
    const own = rowsOf(join(folders[0]!, 'differences.csv')).find(
      ({ measure, subgroup }) => measure === 'net_balance_discounted' && subgroup === 'all',
    )!;
    expect([before.estimate, before.mcse]).toEqual([own.estimate, own.mcse]);
    // The same again replaces nothing; another comparison does.
    const again = await runHere('compare', ...folders, '--out', out);
    expect([again.status, again.stderr]).toEqual([0, '']);
    const other = await runHere('compare', ...folders.toReversed(), '--out', out);
    expect(other.stderr).toContain(`kept in ${join(out, 'earlier', 'comparison-1')}\n`);
    const refused = await runHere('compare', ...folders, '--csv', 'nl');
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining("without option '--out")]);
  });

  it('name both labels of an approach that they call otherwise', async () => {
    const other = join(root, 'other', 'leiden');
    cpSync(folders[1]!, other, { recursive: true });
    const manifest = join(other, 'manifest.json');
    const record = JSON.parse(readFileSync(manifest, 'utf8'));
    record.labels['approaches.sequential.label'].en = 'Other';
    writeFileSync(manifest, JSON.stringify(record));
    const { variants } = await compareFolders([folders[0]!, other], 'en');
    expect(new Set(variants[0]!.rows.map(({ label }) => label))).toEqual(
      new Set(['Other (leiden: Sequential)', 'JAS 24 x 24']),
    );
  });

  it('say what gives no interval: too few draws', async () => {
    const { stdout } = await runHere('compare', ...folders);
    expect(stdout).toContain('No interval: it takes 6 parameter draws or more.');
    const blocks = buildReport(
      folders.map((folder) => ({ run: readRunFolder(folder), figures: [] })),
      [],
      'en',
      [],
      compared.variants,
    ).blocks.filter((block) => block.kind === 'table');
    const notes = blocks.flatMap(({ note }) => note ?? []);
    expect(notes.filter((note) => /it takes 6\sparameter draws/.test(note)).length).toBe(2);
    expect(notes.filter((note) => note.includes('chance drowns out'))).toEqual([]);
  });

  it('are no variants where the one has not read the scenario of the other', async () => {
    const [first, second] = folders.map(readRunFolder);
    const inputs = second!.manifest.inputs.map((input) => ({ ...input, path: `other-${input.path}` }));
    expect(
      await variantsAmong([first!, { ...second!, manifest: { ...second!.manifest, inputs } }], 'en'),
    ).toEqual([]);
  });
});

describe('two runs that are not equally certain', () => {
  const root = folderWith({});
  const base = join(root, 'leiden');
  const people = ['--workers', '1', '--set', 'cohort.size=12', '--quiet'];

  beforeAll(() => runHere('run', 'leiden', '--draws', '16', '--replications', '4', ...people, '--out', root));

  it.each([
    ['draws', ['--draws', '4', '--replications', '4']],
    ['replications', ['--draws', '16', '--replications', '1']],
    ['one', ['--draws', '1', '--replications', '1']],
  ])('have one step in each row, by which they differ as printed: %s', async (name, certainty) => {
    const setting = ['--set', 'effects.work_men=1.9', ...people];
    await runHere('run', 'leiden', ...certainty, ...setting, '--out', join(root, name));
    const folders = [base, join(root, name, 'leiden')];
    for (const [first, second] of [folders, folders.toReversed()]) {
      const { variants } = await compareFolders([first!, second!], 'en');
      const { rows, unpaired } = variants[0]!;
      expect(unpaired).toBeDefined();
      for (const { before, after, difference } of rows) {
        expect(before.shown + difference.shown).toBeCloseTo(after.shown, 6);
        expect(before.error).toBe(difference.error);
        expect(after.error).toBe(difference.error);
      }
      const runs = [first!, second!].map(readRunFolder);
      const { blocks } = buildReport(
        runs.map((run) => ({ run, figures: [] })),
        [],
        'en',
        [],
        variants,
      );
      const table = blocks.find(
        (block) => block.kind === 'table' && block.name.endsWith('-beside'),
      ) as TableBlock;
      const printed = (row: readonly Cell[]) => row.slice(2, 5).map(({ text }) => numberIn(text));
      expectToAddUp(table.rows.map(printed));
      const { stdout } = await runHere('compare', first!, second!);
      // That there is no interval comes of separate runs; chance has no part in it.
      expect(stdout).not.toMatch(/No interval: |One draw gives/);
      expect(JSON.stringify(table.note)).not.toMatch(/No interval|cannot be estimated|One draw/);
      const lines = [...stdout.matchAll(/(-?[\d.,]+) +(-?[\d.,]+) +([-+]?[\d.,]+) \[/g)];
      expect(lines).toHaveLength(rows.length);
      expectToAddUp(lines.map((line) => line.slice(1).map(numberIn)));
    }
  });
});

/** A number as it is printed in English, without its unit. */
const numberIn = (text: string) => Number(text.replace('\u2212', '-').replaceAll(/[^-\d.]/g, ''));

function expectToAddUp(rows: readonly (readonly number[])[]): void {
  expect(rows.map(([before, , difference]) => (before! + difference!).toFixed(6))).toEqual(
    rows.map(([, after]) => after!.toFixed(6)),
  );
}
