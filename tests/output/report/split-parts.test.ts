import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitParts } from '../../../src/output/report/split-parts.js';

describe('parts of a total', () => {
  it('add up before and after, those that lost most up', () => {
    // 31 + 33 + 36 = 100: one ten is missing of those down, and goes to 36. The same after, so that nothing changes.
    const parts = [
      [31, 31],
      [33, 33],
      [36, 36],
    ] as const;
    expect(splitParts([100, 100], parts, 10)).toEqual([
      [30, 30],
      [30, 30],
      [40, 40],
    ]);
    expect(
      splitParts(
        [0.3, 0.3],
        [
          [0.12, 0.12],
          [0.14, 0.14],
        ],
        0.1,
      ),
    ).toEqual([
      [0.1, 0.1],
      [0.2, 0.2],
    ]);
    expect(splitParts([0, 0], [], 10)).toEqual([]);
  });

  it('are less than a step off after too, where the nearest before and the nearest changes would be more', () => {
    // 4 + 2 before, and 4 less in all: with the nearest changes, -1 and -3, nothing of .2 would be -1.
    const parts = [
      [3.6, 2.2],
      [2.6, 0.2],
    ] as const;
    const shown = splitParts([6, 2], parts, 1);
    for (const [i, [before, after]] of parts.entries()) {
      expect(Math.abs(shown[i]![0] - before)).toBeLessThan(1);
      expect(Math.abs(shown[i]![1] - after)).toBeLessThan(1);
    }
  });

  it('may be a step off where the total is, and are printed as they are where they do not come near it', () => {
    expect(splitParts([30, 0], [[14, 2]], 10)).toEqual([[30, 0]]);
    expect(splitParts([900, 0], [[14, 2]], 10)).toEqual([[10, 0]]);
  });

  it('of any size add up, each less than a step off and nothing as nothing, as do their changes', () => {
    const amount = fc.oneof(fc.constant(0), fc.integer({ min: -4_000, max: 9_000 }));
    const part = fc.oneof(
      fc.tuple(amount, amount),
      fc.tuple(amount, fc.integer({ min: -60, max: 60 })).map(([held, more]) => [held, held + more] as const),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 9 }), (parts) => {
        const sums = [0, 1].map((at) => parts.reduce((sum, each) => sum + each[at]!, 0));
        const totals = sums.map((sum) => Math.round(sum / 100) * 100 + 0) as [number, number];
        const shown = splitParts(totals, parts, 100);
        for (const at of [0, 1] as const) {
          expect(shown.reduce((sum, each) => sum + each[at], 0)).toBeCloseTo(totals[at], 6);
          for (const [i, each] of parts.entries()) {
            expect(Math.abs(shown[i]![at] - each[at])).toBeLessThan(100);
            if (each[at] === 0) expect(shown[i]![at]).toBe(0);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
