import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Piece } from '../../../src/engine/model/model.js';
import { readFade } from '../../../src/scenario/model/model-fade.js';
import { Problems } from '../../../src/scenario/model/model-problems.js';

function valueAt(pieces: readonly Piece[], t: number): number {
  const piece = pieces.findLast((each) => each.from <= t) ?? pieces[0]!;
  return piece.log + (t < piece.from ? 0 : piece.slope * (t - piece.from));
}

describe('a log ratio that halves', () => {
  it('stays within 1.3e-4 of its start from the curve, at any time', () => {
    const cases = fc.record({
      ratio: fc.double({ min: 0.05, max: 20, noNaN: true }),
      hold: fc.constantFrom(0, 3, 12),
      halfLife: fc.double({ min: 0.5, max: 60, noNaN: true }),
      halfLives: fc.double({ min: -1, max: 30, noNaN: true }),
    });
    fc.assert(
      fc.property(cases, ({ ratio, hold, halfLife, halfLives }) => {
        const problems = new Problems();
        const pieces = readFade([], { hold, half_life: halfLife }, ratio, problems);
        const t = Math.max(0, hold + halfLives * halfLife);
        const exact = Math.log(ratio) * 0.5 ** Math.max(0, (t - hold) / halfLife);
        expect(Math.abs(valueAt(pieces, t) - exact)).toBeLessThanOrEqual(
          1.3e-4 * Math.abs(Math.log(ratio)) + 1e-12,
        );
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a log ratio that fades linearly', () => {
  it('holds, falls, and ends', () => {
    const pieces = readFade([], { hold: 4, months: 8 }, 2, new Problems());
    const log = Math.log(2);
    expect([0, 4, 8, 12, 20].map((t) => valueAt(pieces, t))).toEqual([log, log, log / 2, 0, 0]);
  });
});
