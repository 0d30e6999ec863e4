import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Block, Cell, Report, TableBlock } from '../../../src/output/report/blocks.js';
import { buildReport } from '../../../src/output/report/build-report.js';
import { en } from '../../../src/output/words/en/all.js';
import { nl } from '../../../src/output/words/nl/all.js';
import { makeRun } from './results.js';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'report-'));
});
afterAll(() => rmSync(root, { recursive: true }));

const report = (slug: string, made = {}, language: 'nl' | 'en' = 'en') =>
  buildReport([{ run: makeRun(root, slug, made), figures: [] }], [], language);

const tablesOf = (built: Report) => built.blocks.filter((block) => block.kind === 'table');

function tableNamed(built: Report, name: string): TableBlock {
  return tablesOf(built).find((table) => table.name === name)!;
}

const rowOf = (table: TableBlock, first: string) => table.rows.find(([cell]) => cell!.text === first)!;
const texts = (cells: readonly Cell[]) => cells.map(({ text }) => text);

const textOf = (block: Block): string =>
  block.kind === 'list' ? block.items.join('\n') : block.kind === 'paragraph' ? block.text : '';
const proseOf = (built: Report) => built.blocks.map(textOf).join('\n');

describe('numbers', () => {
  it('are those of the files, rounded by their MCSE', () => {
    const table = tableNamed(report('numbers'), 'numbers-outcomes');
    // MCSE 608.67: hundreds; 0.3627 points: tenths of a per cent.
    expect(texts(rowOf(table, 'Bijstand, euros a person, discounted')).slice(1, 3)).toEqual([
      '60,900',
      '54,800 to 67,000',
    ]);
    expect(texts(rowOf(table, 'Self-sufficient, year 5')).slice(1, 3)).toEqual(['36.3%', '32.6 to 39.9%']);
    const [, cell] = rowOf(table, 'Bijstand, euros a person, discounted');
    expect(cell).toMatchObject({ kind: 'number', value: 60900, decimals: 0 });
  });

  it('have a decimal comma and points for thousands in Dutch', () => {
    const table = tableNamed(report('komma', {}, 'nl'), 'komma-outcomes');
    expect(texts(rowOf(table, 'Bijstand, euro per persoon, verdisconteerd')).slice(1, 3)).toEqual([
      '60.900',
      '54.800 tot 67.000',
    ]);
    expect(rowOf(table, 'Zelfredzaam, jaar 5')[1]!.text).toBe('36,3%');
    expect(proseOf(report('komma-2', {}, 'nl'))).toContain('€\u00a03.600 meer');
  });

  it('leave out subgroups from the sums of costs', () => {
    const built = report('sums');
    const costs = tableNamed(built, 'sums-costs');
    expect(texts(rowOf(costs, 'Bijstand'))).toEqual(['Bijstand', 'municipality', '2,001', '2,469']);
    expect(texts(rowOf(costs, 'Total')).slice(2)).toEqual(['4,002', '4,937']);
    expect(texts(rowOf(tableNamed(built, 'sums-years'), '2020')).slice(1)).toEqual(['200,100', '246,900']);
  });

  it('of an unknown measure are shown under its own name', () => {
    const table = tableNamed(report('unknown'), 'unknown-outcomes');
    expect(rowOf(table, 'a measure of tomorrow')[1]!.text).toBe('12.5');
  });

  it('that are not known are a dash', () => {
    const table = tableNamed(report('dash'), 'dash-time');
    expect(texts(rowOf(table, 'Months until half is self-sufficient')).slice(1, 3)).toEqual(['-', '-']);
  });
});

describe('the verdict', () => {
  it.each([
    [[-3600, -6900, -1300], 'does not pay: bijstand and programme together cost €3,600 a person more', 'no'],
    [[3600, 1300, 6900], 'pays: bijstand and programme together cost €3,600 a person less', 'yes'],
    [[-600, -2100, 900], 'The evidence cannot tell whether', 'cannot be told'],
    [[200, 100, 300], 'The evidence cannot tell whether', 'cannot be told'],
    [[0, 0, 0], '“JAS” costs exactly what “Sequential” costs, in every parameter draw.', 'no difference'],
    [
      [200, Number.NaN, Number.NaN],
      'The run is too small to give its 95% interval',
      'cannot be told (no interval)',
    ],
  ] as const)('says it plainly: %j', (balance, sentence, word) => {
    expect(proseOf(report(`verdict-${balance[0]}`, { balance }))).toContain(sentence);
    const two = ['a', 'b'].map((slug) => ({
      run: makeRun(root, `${slug}-${balance[0]}`, { balance }),
      figures: [],
    }));
    const comparison = tableNamed(buildReport(two, [], 'en'), 'comparison');
    expect(comparison.rows.map((row) => row.at(-1)!.text)).toEqual([word, word]);
  });

  it.each([
    [-0.03, 'lies within what the published studies make plausible'],
    [-0.06, 'is more than the published studies make plausible'],
    [-0.12, 'lies outside the evidence'],
    [0.02, 'is a loss'],
  ])('holds a change of %d in bijstand against the literature', (bijstand, sentence) => {
    expect(proseOf(report(`gain-${bijstand}`, { bijstand }))).toContain(sentence);
  });
});

describe('assumptions', () => {
  const own = { path: 'own.path', value: 1, label: 'assumption', source: '', note: 'of one only' };

  it('are all listed, and so are unverified figures', () => {
    const built = report('assumed');
    const paths = (name: string) => tableNamed(built, name).rows.map(([cell]) => cell!.text);
    expect(paths('assumed-assumption')).toEqual(['income.work', 'language.overload']);
    expect(paths('assumed-unverified')).toEqual(['norms.x']);
    expect(proseOf(built)).toContain('Of 5 parameters, 2 are assumptions and 1 is unverified');
  });

  it('that come from the calibration are said to be drawn jointly, with their interval', () => {
    const drawn = { ...own, value: 0.26, low: 0.21, high: 0.31, distribution: 'posterior' };
    const built = report('joint', { parameters: [drawn] });
    expect(proseOf(built)).toContain('Of these parameters, 1 is drawn jointly from the posterior');
    const row = texts(rowOf(tableNamed(built, 'joint-assumption'), 'own.path'));
    expect(row).toEqual(expect.arrayContaining(['0.21 to 0.31', 'posterior (calibration)']));
    expect(proseOf(report('apart'))).not.toContain('drawn jointly from the posterior of');
  });

  it('that several runs share are listed once, the others in their chapter', () => {
    const runs = [
      { run: makeRun(root, 'one', { parameters: [own] }), figures: [] },
      { run: makeRun(root, 'two', { municipality: 'Elders' }), figures: [] },
    ];
    const listed = tablesOf(buildReport(runs, [], 'en'))
      .filter(({ name }) => name.endsWith('-assumption'))
      .map(({ name, rows }) => [name, rows.map(([cell]) => cell!.text)]);
    expect(listed).toEqual([
      ['one-assumption', ['own.path']],
      ['shared-assumption', ['income.work', 'language.overload']],
    ]);
  });
});

describe('the report as a whole', () => {
  it('has names that are unique, also for folders of the same name', () => {
    const runs = ['x/leiden', 'y/leiden'].map((slug) => ({ run: makeRun(root, slug), figures: [] }));
    const { blocks } = buildReport(runs, [], 'en');
    const names = blocks.flatMap((block) =>
      block.kind === 'heading' ? [`heading ${block.id}`] : block.kind === 'table' ? [block.name] : [],
    );
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it('has a table by subgroup when the run has subgroups', () => {
    const built = report('groups', { subgroup: 'sex=women' }, 'nl');
    const table = tableNamed(built, 'groups-by-sex-self_sufficient_share');
    expect(table.caption).toContain('Naar geslacht');
    expect(table.rows.map(([cell]) => cell!.text)).toEqual(['vrouwen', 'allen']);
    expect(tablesOf(report('no-groups')).some(({ name }) => name.includes('-by-'))).toBe(false);
  });

  it('has as many cells in every row as there are columns', () => {
    for (const table of tablesOf(report('columns', { subgroup: 'sex=women' })))
      for (const row of table.rows)
        expect([table.name, row.length]).toEqual([table.name, table.columns.length]);
  });

  it('is in Dutch throughout: the dictionaries have no sentence in common', () => {
    const sentences = (words: unknown): string[] =>
      typeof words === 'string'
        ? [words]
        : typeof words === 'object' && words !== null
          ? Object.values(words).flatMap(sentences)
          : [];
    const english = new Set(sentences(en));
    const same = sentences(nl).filter((text) => text.includes(' ') && english.has(text));
    expect(same).toEqual([]);
  });
});
