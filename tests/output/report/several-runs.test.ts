import { describe, expect, it } from 'vitest';
import { comparisonChart } from '../../../src/output/charts/comparison.js';
import type { Cell, Report, TableBlock } from '../../../src/output/report/blocks.js';
import { buildReport } from '../../../src/output/report/build-report.js';
import { folderWith } from '../../scenario/temporary-folder.js';
import { makeRun } from './results.js';

const root = folderWith({});
const tablesOf = (built: Report) => built.blocks.filter((block) => block.kind === 'table');

function tableNamed(built: Report, name: string): TableBlock {
  return tablesOf(built).find((table) => table.name === name)!;
}

const texts = (cells: readonly Cell[]) => cells.map(({ text }) => text);

describe('several runs', () => {
  const better = { balance: [-1000, -2000, -500], bijstand: -0.09 } as const;
  const built = () =>
    buildReport(
      [
        { run: makeRun(root, 'first', { municipality: 'Eerst' }), figures: [] },
        { run: makeRun(root, 'second', { municipality: 'Tweede', ...better }), figures: [] },
      ],
      [],
      'en',
    );

  it('stand side by side by several goals, with who outdoes whom', () => {
    const places = tableNamed(built(), 'places');
    expect(texts(places.rows[0]!)).toEqual(['Eerst', '1', '2', '\u2013', '2', '1', 'nobody']);
    expect(texts(places.rows[1]!)).toEqual(['Tweede', '1', '1', '\u2013', '1', '1', 'nobody']);
  });

  it('share a place where they read the same, and are outdone by all that do better on both', () => {
    const of = (municipality: string, balance: number, selfSufficient: number) => {
      const about = { municipality, balance: [balance, -4000, -100], selfSufficient } as const;
      return { run: makeRun(root, `places-${municipality}`, about), figures: [] };
    };
    const runs = [
      of('A', -1010, 0.01),
      of('B', -1030, 0.01),
      of('C', -400, 0.06),
      of('D', -600, 0.07),
      of('E', -200, 0.02),
      of('F', -200, 0.02),
    ];
    const { rows } = tableNamed(buildReport(runs, [], 'en'), 'places');
    // In hundreds of euros 1,010 and 1,030 are the same. The largest gain comes first: D and C, then E and F; A and B are outdone by all
    // four. D costs more than C, E and F, so that none of these four does worse on both.
    expect(rows.map(texts).map((cells) => [cells[0], cells[1], cells[4], cells.at(-1)])).toEqual([
      ['D', '1', '4', 'nobody'],
      ['C', '2', '3', 'nobody'],
      ['E', '3', '1', 'nobody'],
      ['F', '3', '1', 'nobody'],
      ['A', '5', '5', 'D, C and 2\u00a0more'],
      ['B', '5', '5', 'D, C and 2\u00a0more'],
    ]);
  });

  it('have a chapter each with answer and table, and the annex begins on a page of its own', () => {
    const { blocks } = built();
    const headings = blocks.filter((block) => block.kind === 'heading');
    expect(headings.filter(({ apart }) => apart).map(({ text }) => text)).toEqual(['Eerst']);
    expect(tablesOf(built()).map(({ name }) => name)).toEqual([
      'comparison',
      'places',
      'first-main-parallel',
      'second-main-parallel',
      'parts',
      'assumptions',
    ]);
  });
});

describe('several runs of one municipality', () => {
  const before = makeRun(root, 'before', { municipality: 'Dorp', bijstand: -0.02 });
  const after = makeRun(root, 'after', { municipality: 'Dorp', bijstand: -0.04 });
  const reported = [before, after].map((run) => ({ run, figures: [] }));

  it.each([
    ['en', 'Approaches to integration: Dorp (before and after)', 'Run', /municipalities/i, 'Runs compared'],
    ['nl', 'Aanpakken van inburgering: Dorp (before en after)', 'Run', /gemeenten/i, 'Runs vergeleken'],
  ] as const)(
    'go by the names of their folders, and nothing is said of several municipalities: %s',
    (language, title, heading, several, chart) => {
      const built = buildReport(reported, [], language);
      expect(built.title).toBe(title);
      for (const name of ['comparison', 'places']) {
        const { columns, rows } = tableNamed(built, name);
        expect(columns[0]!.label).toBe(heading);
        expect(rows.map((row) => row[0]!.text).sort()).toEqual(['after', 'before']);
      }
      const chapters = built.blocks.flatMap((block) =>
        block.kind === 'heading' && block.text.startsWith('Dorp') ? [block.text] : [],
      );
      expect(chapters).toEqual(['Dorp: before', 'Dorp: after']);
      expect(JSON.stringify([built.blocks, built.ledger])).not.toMatch(several);
      expect(JSON.stringify(built)).not.toContain('Dorp (1)');
      const drawn = comparisonChart([before, after], language);
      expect(drawn.title).toBe(chart);
      expect(drawn.description).toMatch(/before.*after/);
    },
  );

  it('are counted in the title where they are many', () => {
    const many = ['a', 'b', 'c', 'd'].map((name) => makeRun(root, name, { municipality: 'Dorp' }));
    const titleIn = (language: 'en' | 'nl') =>
      buildReport(
        many.map((run) => ({ run, figures: [] })),
        [],
        language,
      ).title;
    expect(titleIn('en')).toBe('Approaches to integration: Dorp (4\u00a0runs)');
    expect(titleIn('nl')).toBe('Aanpakken van inburgering: Dorp (4\u00a0runs)');
  });

  it('keep numbers beside another municipality, of which is spoken then', () => {
    const other = makeRun(root, 'other', { municipality: 'Stad' });
    const built = buildReport([...reported, { run: other, figures: [] }], [], 'en');
    expect(built.title).toBe('Approaches to integration: Dorp (1), Dorp (2) and Stad');
    expect(tableNamed(built, 'comparison').columns[0]!.label).toBe('Municipality');
    expect(tableNamed(built, 'comparison').note).toContain('Municipalities differ in who comes');
  });
});
