/** The errors of probabilities that are shares of draws, as the files give them: none of the draws, or all, is not certain. */

import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { rankingLines } from '../../../src/cli/terminal/ranking-table.js';
import type { Brush } from '../../../src/cli/terminal/screen.js';
import { rankedHeadlines } from '../../../src/domain/measures/headlines.js';
import { formatCsv } from '../../../src/output/csv.js';
import { differencesTable } from '../../../src/output/package/columns.js';
import { rankingTable } from '../../../src/run/compare/ranking.js';
import type { Outcome } from '../../../src/run/write/outcome.js';
import { madeResults } from '../../analysis/made-results.js';
import { shippedTree } from '../../shipped.js';

/** Of four draws: Beta(1/2, 9/2) of none, Beta(9/2, 1/2) of all, Beta(5/2, 5/2) of two; variance a b / (25 x 6). */
const errors: Readonly<Record<number, number>> = {
  0: Math.sqrt(2.25 / 150),
  0.5: Math.sqrt(6.25 / 150),
  1: Math.sqrt(2.25 / 150),
};

it('of ranks stand in ranking.csv', () => {
  const outcome = (municipality: string, byDraw: readonly number[] | undefined): Partial<Outcome> => ({
    municipality,
    named: { labels: {} } as unknown as Outcome['named'],
    approaches: ['reference', 'own'],
    horizonMonths: 120,
    draws: 4,
    ranked: rankedHeadlines(120).map(() => [{ estimate: 1, byDraw }]),
  });
  const ranking = (...byEntry: readonly (readonly number[] | undefined)[]) => {
    const outcomes = byEntry.map((byDraw, i) => outcome(`M${i}`, byDraw)) as Outcome[];
    const text = formatCsv(rankingTable(outcomes), 'standard');
    return parse(text, { columns: true }) as Record<string, string>[];
  };
  for (const [other, expected] of [
    [
      [2, 2, 2, 2],
      [0, 1],
    ],
    [[2, 2, 0, 0], [0.5]],
  ] as const) {
    const rows = ranking([1, 1, 1, 1], other);
    for (const { probability, mcse } of rows)
      expect(Number(mcse)).toBeCloseTo(errors[Number(probability)]!, 9);
    expect([...new Set(rows.map(({ probability }) => Number(probability)))].sort()).toEqual(expected);
  }
  for (const { probability, mcse } of ranking([1, 1, 1, 1], undefined))
    expect([probability, mcse]).toEqual(['', '']);
});

it('are said once on the terminal to be none, and then nothing is explained', () => {
  const outcome = (municipality: string, byDraw: readonly number[] | undefined) =>
    ({
      municipality,
      named: { labels: {} } as unknown as Outcome['named'],
      approaches: ['reference', 'own'],
      horizonMonths: 120,
      ranked: rankedHeadlines(120)
        .map(() => ({ estimate: 1, byDraw }))
        .map((each) => [each]),
    }) as unknown as Outcome;
  const asIs = (text: string) => text;
  const brush = { bold: asIs, dim: asIs, heading: asIs, title: asIs, rule: asIs } as Brush;
  const page = { language: 'en', table: 80, text: 60 } as const;
  const lines = (byDraw: readonly number[] | undefined) =>
    rankingLines(
      { outcomes: ['A', 'B'].map((name) => outcome(name, byDraw)), draws: 4, folder: 'f' },
      page,
      brush,
    );
  const none = lines(undefined);
  expect(none.join(' ')).toBe(
    'No ranks by “net balance” and “on bijstand at year 5”: 4 parameter draws do not tell what the approaches differ by.',
  );
  const all = lines([1, 2, 3, 4]);
  const note = all.slice(all.findIndex((line) => line.startsWith('Ranks by difference')));
  expect(note.join(' ')).toMatch(/^Ranks by difference [^ ].* in f.ranking\.csv$/);
  expect(note.length).toBeGreaterThan(1);
  expect(note.filter((line) => line.startsWith(' '))).toEqual([]);
});

it('of break-even stand in differences.csv', () => {
  const draws = Array.from({ length: 4 }, () => ({ persons: [1, 1], approaches: [{}, {}] }));
  const made = madeResults({ draws });
  const results = { ...made, task: { ...made.task, tree: shippedTree('leiden') } };
  const never = { estimate: Number.NaN, mcse: Number.NaN, low: Number.NaN, high: Number.NaN };
  const of = { approach: 'own', reference: 'reference', month: never, year: never };
  for (const probability of [0, 0.5, 1]) {
    const { rows } = differencesTable(results, [], [{ ...of, probability }]);
    const row = rows.find(({ measure }) => measure === 'break_even_probability')!;
    expect([row.estimate, row.mcse]).toEqual([probability, expect.closeTo(errors[probability]!, 12)]);
  }
});
