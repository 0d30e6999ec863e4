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
const ledgerNamed = (built: Report, name: string) => built.ledger.find((table) => table.name === name)!;

describe('numbers', () => {
  it('are those of the files, rounded by their MCSE to one step for what stands together', () => {
    const table = tableNamed(report('numbers'), 'numbers-main-parallel');
    // The largest MCSE of amounts is 763.15: hundreds. 69,377 is 60,867 and 8,510; 76,315 is 66,954 and 9,361, of which the second loses
    // more when both are rounded down.
    expect(texts(rowOf(table, 'Bijstand, euros')).slice(0, 3)).toEqual([
      'Bijstand, euros',
      '60,900',
      '66,900',
    ]);
    expect(texts(rowOf(table, 'Programme, euros')).slice(1, 3)).toEqual(['8,500', '9,400']);
    expect(texts(rowOf(table, 'Net balance, all payers together, euros')).slice(1)).toEqual([
      '\u221269,400',
      '\u221276,300',
      '\u22123,600',
      '\u22126,900\u00a0to \u22121,300',
    ]);
    expect(texts(rowOf(table, 'Self-sufficient within 5\u00a0years')).slice(1, 3)).toEqual([
      '36.3%',
      '39.9%',
    ]);
    const [, cell] = rowOf(table, 'Bijstand, euros');
    expect(cell).toMatchObject({ kind: 'number', value: 60900, decimals: 0 });
    const levels = ledgerNamed(report('numbers-2'), 'numbers-2-all-levels');
    expect(texts(rowOf(levels, 'Self-sufficient, year 5')).slice(1, 3)).toEqual([
      '36.3%',
      '32.6\u00a0to 39.9%',
    ]);
  });

  it('have a decimal comma and points for thousands in Dutch', () => {
    const table = tableNamed(report('komma', {}, 'nl'), 'komma-main-parallel');
    expect(rowOf(table, 'Bijstand, euro')[1]!.text).toBe('60.900');
    expect(rowOf(table, 'Zelfredzaam binnen 5\u00a0jaar')[1]!.text).toBe('36,3%');
    expect(proseOf(report('komma-2', {}, 'nl'))).toContain('€\u00a03.600\u00a0meer');
  });

  it('add up by payer and component, without subgroups, and give the municipality its own balance', () => {
    const built = report('sums');
    const payers = tableNamed(built, 'sums-payers-parallel');
    const cells = (first: string) => texts(rowOf(payers, first)).slice(1, 4);
    expect(cells('Bijstand (municipality)')).toEqual(['60,900', '66,900', '+6,000']);
    expect(cells('Programme: municipality')).toEqual(['8,500', '9,400', '+900']);
    expect(cells('Net balance, all payers together')).toEqual([
      '\u221269,400',
      '\u221276,300',
      '\u22126,900',
    ]);
    expect(cells('Balance of the municipality itself')).toEqual([
      '\u221269,400',
      '\u221276,300',
      '\u22126,900',
    ]);
    expect(rowOf(payers, 'Balance of the municipality itself')[4]!.text).toBe(
      '\u22129,000\u00a0to \u22122,000',
    );
    const components = tableNamed(built, 'sums-components-parallel');
    expect(texts(rowOf(components, 'Blocks'))).toEqual(['Blocks', 'municipality', '8,500', '9,400', '+900']);
    expect(texts(rowOf(components, 'Total')).slice(2)).toEqual(['69,400', '76,300', '+6,900']);
    // As in the table above: in the sign of the difference.
    expect(proseOf(built)).toContain(
      'For the municipality itself the balance is €6,900\u00a0a person worse (95%\u00a0interval \u2212\u2060€9,000\u00a0to \u2212\u2060€2,000).',
    );
    const calendar = ledgerNamed(built, 'sums-calendar');
    expect(texts(calendar.rows[0]!)).toEqual(['2020', 'Bijstand', 'municipality', '100,050', '123,430']);
  });

  it('of an unknown measure are shown under its own name', () => {
    const table = tableNamed(report('unknown'), 'unknown-outcomes-parallel');
    expect(rowOf(table, 'a measure of tomorrow')[1]!.text).toBe('12.5');
  });

  it('that are not known are a dash', () => {
    const levels = ledgerNamed(report('dash'), 'dash-all-levels');
    expect(texts(rowOf(levels, 'Months until half is self-sufficient')).slice(1, 3)).toEqual([
      '\u2013',
      '\u2013',
    ]);
  });
});

describe('the verdict', () => {
  it.each([
    [
      [-3600, -6900, -1300],
      'does not pay: bijstand and programme together cost €3,600\u00a0a person more',
      'no',
    ],
    [[3600, 1300, 6900], 'pays: bijstand and programme together cost €3,600\u00a0a person less', 'yes'],
    [[-600, -2100, 900], 'The evidence cannot tell whether', 'cannot be told'],
    [[200, 100, 300], 'The evidence cannot tell whether', 'cannot be told'],
    [
      [0, 0, 0],
      '“JAS” costs exactly what “Sequential” costs, in every parameter draw: no uncertain number can turn that.',
      'no difference',
    ],
    [
      [200, Number.NaN, Number.NaN],
      'The run is too small to give its 95%\u00a0interval',
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
  const named = (table: TableBlock) => table.rows.map(([cell]) => cell!.text);

  it('are named in words, those that act on the difference alone first; the ledger lists all', () => {
    const closed = { ...own, path: 'income.search_closed', value: 0.9, low: 0.6, high: 1 };
    const built = report('assumed', { parameters: [closed] });
    expect(named(tableNamed(built, 'assumptions'))).toEqual([
      'Ratio of the chance of work while the search has to wait',
      'Chance of work in a month',
      'language overload',
    ]);
    const ledger = ledgerNamed(built, 'parameters');
    expect(named(ledger)).toHaveLength(6);
    expect(named(ledger).slice(0, 3)).toEqual(named(tableNamed(built, 'assumptions')));
    expect(ledger.rows.map((row) => row.at(-1)!.text)).toContain('norms.x');
    expect(proseOf(built)).toContain(
      '3\u00a0are assumptions (nobody has published them) and 1\u00a0is unverified',
    );
    expect(proseOf(built)).toContain('Unverified: norms x.');
  });

  it('that come from the calibration are said to be drawn jointly, with their interval', () => {
    const drawn = { ...own, value: 0.26, low: 0.21, high: 0.31, distribution: 'posterior' };
    const built = report('joint', { parameters: [drawn] });
    expect(proseOf(built)).toContain('1\u00a0number is drawn jointly from the posterior');
    const row = texts(rowOf(ledgerNamed(built, 'parameters'), 'own path'));
    expect(row).toEqual(expect.arrayContaining(['0.21\u00a0to 0.31', 'posterior (calibration)']));
    expect(proseOf(report('apart'))).not.toContain('drawn jointly from the posterior of');
  });

  it('that several runs share are listed once, the others under their own name', () => {
    const runs = [
      { run: makeRun(root, 'one', { parameters: [own] }), figures: [] },
      { run: makeRun(root, 'two', { municipality: 'Elders' }), figures: [] },
    ];
    const built = buildReport(runs, [], 'en');
    const of = (first: string) =>
      ledgerNamed(built, 'parameters')
        .rows.filter(([cell]) => cell!.text === first)
        .map((row) => row[5]!.text);
    expect(of('own path')).toEqual(['Testdam']);
    expect(of('Chance of work in a month')).toEqual(['all']);
  });
});

describe('the report as a whole', () => {
  it('begins with pages that stand alone: question, answer, table, what it hangs on, what is assumed', () => {
    const { blocks } = report('front', {}, 'nl');
    const annex = blocks.findIndex((block) => block.kind === 'heading' && block.apart === true);
    const front = blocks.slice(0, annex);
    expect(front.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))).toEqual([
      'Samenvatting',
      'Wat is aangenomen',
    ]);
    expect(tablesOf({ blocks: front } as unknown as Report).map(({ name }) => name)).toEqual([
      'front-main-parallel',
    ]);
    expect(
      blocks
        .slice(annex)
        .flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block.id] : [])),
    ).toEqual(['outcomes', 'costs', 'approaches', 'method', 'assumptions', 'repeat']);
  });

  it.each(['en', 'nl'] as const)(
    'names the likeliest assumptions where none was tried, without signs of Markdown (%s)',
    (language) => {
      const { blocks } = report(`guess-${language}`, {}, language);
      const said = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
      const guess = said.filter((text) => text.includes('doorstroom sensitivity'));
      expect(guess).toHaveLength(1);
      expect(guess[0]).toMatch(/(?:it may be: “.+”\. The|dat vermoedelijk: ‘.+’\. De) /);
      expect(said.filter((text) => text.includes('`'))).toEqual([]);
    },
  );

  it('has names that are unique, also for folders of the same name', () => {
    const runs = ['x/leiden', 'y/leiden'].map((slug) => ({ run: makeRun(root, slug), figures: [] }));
    const { blocks, ledger } = buildReport(runs, [], 'en');
    const names = [...blocks, ...ledger].flatMap((block) =>
      block.kind === 'heading' ? [`heading ${block.id}`] : block.kind === 'table' ? [block.name] : [],
    );
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it('has a table by subgroup when the run has subgroups', () => {
    const built = report('groups', { subgroup: 'sex=women' }, 'nl');
    const table = tableNamed(built, 'groups-by-sex-parallel');
    expect(table.caption).toContain('Naar geslacht');
    expect(table.rows.map(([cell]) => cell!.text)).toEqual(['vrouwen', 'allen']);
    expect(tablesOf(report('no-groups')).some(({ name }) => name.includes('-by-'))).toBe(false);
  });

  it('has as many cells in every row as there are columns', () => {
    const built = report('columns', { subgroup: 'sex=women' });
    for (const table of [...tablesOf(built), ...built.ledger])
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
