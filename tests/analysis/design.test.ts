import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countGrid, gridDesign, latinHypercube, oneAtATimeDesign } from '../../src/analysis/design.js';
import { seedKey } from '../../src/simulation/seed.js';

const uniform = (path: string) => ({ path, quantile: (p: number) => p });

describe('gridDesign', () => {
  it('has every combination once', () => {
    const axis = fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(axis, { minLength: 1, maxLength: 4 }), (lists) => {
        const axes = lists.map((values, i) => ({ path: `p${i}`, values }));
        const points = gridDesign(axes).map((point) => JSON.stringify(point));
        expect(points.length).toBe(countGrid(axes));
        expect(new Set(points).size).toBe(points.length);
      }),
    );
  });
});

describe('oneAtATimeDesign', () => {
  it('moves one path at a time', () => {
    const axes = [
      { path: 'a', values: [1, 2] },
      { path: 'b', values: [3] },
    ];
    expect(oneAtATimeDesign(axes)).toEqual([{ a: 1 }, { a: 2 }, { b: 3 }]);
  });
});

describe('latinHypercube', () => {
  it('hits every stratum of every path once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.string({ minLength: 1 }), (n, seed) => {
        const points = latinHypercube([uniform('a'), uniform('b')], n, seedKey(seed));
        for (const path of ['a', 'b']) {
          const strata = points.map((point) => Math.floor((point[path] as number) * n));
          expect(strata.sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
        }
      }),
    );
  });

  it('depends on the seed, and not on the other paths', () => {
    const column = (paths: string[], seed: string) =>
      latinHypercube(paths.map(uniform), 12, seedKey(seed)).map((point) => point.a);
    expect(column(['a'], '1')).toEqual(column(['b', 'a', 'c'], '1'));
    expect(column(['a'], '1')).not.toEqual(column(['a'], '2'));
  });

  it('combines strata at random: no correlation between paths beyond chance', () => {
    const n = 2000;
    const points = latinHypercube([uniform('a'), uniform('b')], n, seedKey('pairs'));
    const products = points.map((point) => ((point.a as number) - 0.5) * ((point.b as number) - 0.5));
    const correlation = (products.reduce((sum, each) => sum + each, 0) / n) * 12;
    expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(n));
    // Within a stratum the place is random too: the mean misses one half by far less than independent points would.
    const mean = points.reduce((sum, point) => sum + (point.a as number), 0) / n;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 / (Math.sqrt(12) * n ** 1.5));
    expect(mean).not.toBe(0.5);
  });
});
