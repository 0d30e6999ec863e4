import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankEntries } from '../../src/analysis/ranking.js';

describe('rankEntries', () => {
  it('counts the draws in which each entry has each rank', () => {
    const ranked = rankEntries(
      [
        [3, 1, 3, 3],
        [2, 2, 2, 2],
        [1, 3, 1, 2],
      ],
      'more',
    );
    expect(ranked[0]).toEqual({ meanRank: 1.5, probabilities: [0.75, 0, 0.25] });
    expect(ranked[1]).toEqual({ meanRank: 2.125, probabilities: [0, 0.875, 0.125] });
    expect(ranked[2]!.probabilities).toEqual([0.25, 0.125, 0.625]);
  });

  it('gives the lowest the first rank where less is better', () => {
    expect(rankEntries([[1], [2]], 'less').map(({ meanRank }) => meanRank)).toEqual([1, 2]);
  });

  it('tells nothing where one entry cannot be told', () => {
    const unknown = { meanRank: Number.NaN, probabilities: [Number.NaN, Number.NaN] };
    expect(rankEntries([[1, 2, 3], undefined], 'more')).toEqual([unknown, unknown]);
  });

  it('gives probabilities that add up to one by entry and by rank', () => {
    const matrix = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 8 }))
      .chain(([entries, draws]) =>
        fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: draws, maxLength: draws }), {
          minLength: entries,
          maxLength: entries,
        }),
      );
    fc.assert(
      fc.property(matrix, (values) => {
        const ranked = rankEntries(values, 'more');
        for (const { probabilities } of ranked)
          expect(probabilities.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
        values.forEach((_, rank) => {
          expect(ranked.reduce((sum, { probabilities }) => sum + probabilities[rank]!, 0)).toBeCloseTo(1, 12);
        });
      }),
    );
  });
});
