import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addValue, emptyMoments, mergeMoments } from '../../../src/simulation/results/moments.js';

function momentsOf(values: readonly number[]) {
  const moments = emptyMoments(1);
  for (const value of values) addValue(moments, 0, value);
  return moments;
}

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 60 });

describe('moments', () => {
  it('keep the variance of values that lie far from zero', () => {
    const moments = momentsOf([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]);
    expect(moments.squares[0]! / 3).toBe(30);
  });

  it('merge to the moments of all values', () => {
    fc.assert(
      fc.property(values, values, (left, right) => {
        const merged = momentsOf(left);
        mergeMoments(merged, momentsOf(right));
        const whole = momentsOf([...left, ...right]);
        expect(merged.count[0]).toBe(whole.count[0]);
        expect(Math.abs(merged.mean[0]! - whole.mean[0]!)).toBeLessThanOrEqual(1e-8);
        expect(Math.abs(merged.squares[0]! - whole.squares[0]!)).toBeLessThanOrEqual(
          1e-9 * (1 + whole.squares[0]!),
        );
      }),
    );
  });
});
