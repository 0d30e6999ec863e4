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
    ranked: rankedHeadlines(120).map(() => [{ estimate: 1, byDraw, simulated: undefined }]),
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

it('go by what was simulated where what is expected cannot be told, which is said', () => {
  const outcome = (
    municipality: string,
    byDraw: readonly number[] | undefined,
    simulated: readonly number[],
  ) =>
    ({
      municipality,
      named: { labels: {} } as unknown as Outcome['named'],
      approaches: ['reference', 'own'],
      horizonMonths: 120,
      draws: 4,
      // The net balance, of which more is better, alone: the share on bijstand is expected in all.
      ranked: rankedHeadlines(120).map((_, i) => [
        { estimate: 1, byDraw: i === 0 ? byDraw : [4, 3, 2, 1], simulated },
      ]),
    }) as unknown as Outcome;
  const asIs = (text: string) => text;
  const brush = { bold: asIs, dim: asIs, heading: asIs, title: asIs, rule: asIs } as Brush;
  const linesOf = (byDraw: readonly number[] | undefined) =>
    rankingLines(
      {
        outcomes: [outcome('A', [2, 2, 2, 2], [0, 0, 0, 0]), outcome('B', byDraw, [1, 1, 1, 3])],
        draws: 4,
        folder: 'f',
      },
      { language: 'en', table: 80, text: 60 },
      brush,
    );
  const [noisy, known] = [linesOf(undefined), linesOf([1, 1, 3, 3])];
  const first = (lines: readonly string[]) => lines.slice(2, 4).map((line) => line.split(/ {2,}/));
  // B is ahead in one draw of four as simulated, in two as expected.
  expect(first(noisy)).toEqual([
    ['A', '1.3', '75', '100', '25'],
    ['B', '1.8', '25', '100', '75'],
  ]);
  expect(first(known).map(([name, mean]) => [name, mean])).toEqual([
    ['A', '1.5'],
    ['B', '1.5'],
  ]);
  const note = (lines: readonly string[]) =>
    lines.slice(lines.findIndex((line) => line.startsWith('Ranks by difference'))).join(' ');
  expect(note(known)).toMatch(/^Ranks by difference [^ ].* in f.ranking\.csv$/);
  expect(note(noisy)).toMatch(
    /ranking\.csv The chance of persons is in the ranks of B by “net balance”: with these draws the differences cannot be told from it\.$/,
  );
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
