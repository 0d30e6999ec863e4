import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  errorOfDrawMean,
  intervalOf,
  intervalWithoutNoise,
  mean,
  quantile,
  variance,
} from '../../src/analysis/statistics.js';
import { normalQuantile } from '../../src/engine/special.js';
import { uniformAt } from '../../src/engine/threefry.js';

describe('errorOfDrawMean', () => {
  it('is that of the mean of the means of pairs', () => {
    const byDraw = [3, 1, 4, 1, 5, 9, 2, 6];
    const pairs = [2, 2.5, 7, 4];
    expect(errorOfDrawMean(byDraw)).toBeCloseTo(Math.sqrt(variance(pairs) / 4), 12);
  });

  it('counts a last draw without its other half, and leaves out draws that have no value', () => {
    // Sums of deviations from the mean 3: 1 + 2 - 6, 3 - 3, 6 - 3.
    expect(errorOfDrawMean([1, 2, Number.NaN, 3, 6])).toBeCloseTo(Math.sqrt(((9 + 0 + 9) * 3) / 2) / 4, 12);
  });

  it('takes few draws as if they were independent, and knows none of a single one', () => {
    expect(errorOfDrawMean([1, 3])).toBeCloseTo(1, 12);
    expect(errorOfDrawMean([2])).toBeNaN();
  });

  it('covers the mean of antithetic draws as often as it says, and is far smaller than theirs one by one', () => {
    let covered = 0;
    let ratio = 0;
    const runs = 500;
    for (let run = 0; run < runs; run++) {
      const byDraw = Array.from({ length: 60 }, (_, d) => {
        const u = uniformAt(run, 9, d >> 1, 0);
        const z = normalQuantile(d % 2 === 0 ? u : 1 - u);
        return z + 0.3 * normalQuantile(uniformAt(run, 10, d, 0)) + 0.2 * z * z;
      });
      const error = errorOfDrawMean(byDraw);
      // The mean is 0.2; 95 % with Student's t at the 29 degrees of freedom of thirty pairs.
      if (Math.abs(mean(byDraw) - 0.2) < 2.045 * error) covered += 1;
      ratio += error ** 2 / (variance(byDraw) / byDraw.length) / runs;
    }
    expect(Math.abs(covered / runs - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / runs));
    expect(ratio).toBeLessThan(0.3);
  });
});

describe('intervals', () => {
  const value = fc.oneof(
    fc.integer({ min: 0, max: 3 }),
    fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
    fc.constant(Number.POSITIVE_INFINITY),
  );
  const sizes = fc.constantFrom(1, 2, 3, 40, 41, 42, 60, 81, 200);
  const values = sizes.chain((size) => fc.array(value, { minLength: size, maxLength: size }));
  // Zeros of both signs are equal, and either may come first.
  const plain = (x: number) => x + 0;

  it('end at the quantiles, whatever the order of the values and however often they come', () => {
    fc.assert(
      fc.property(values, (some) => {
        const { low, high } = intervalOf(some);
        expect(plain(low)).toBe(plain(quantile(some, 0.025)));
        expect(plain(high)).toBe(plain(quantile(some, 0.975)));
        expect(intervalOf(Float64Array.from(some))).toEqual({ low, high });
      }),
      { numRuns: 500 },
    );
  });

  it('cannot be told of nothing', () => {
    expect(intervalOf([])).toEqual({ low: Number.NaN, high: Number.NaN });
  });
});

describe('intervalWithoutNoise', () => {
  const values = [0, 1, 2, 3, 4];

  it('shrinks the spread by the part that is noise', () => {
    // Variance 2.5, three quarters of it noise: half the deviations are left.
    const { low, high } = intervalOf(values);
    expect(intervalWithoutNoise(values, 0.75 * 2.5)).toEqual({
      low: 2 + (low - 2) / 2,
      high: 2 + (high - 2) / 2,
    });
  });

  it('leaves the spread as it is where the noise is not known, and nothing where all is noise', () => {
    expect(intervalWithoutNoise(values, Number.NaN)).toEqual(intervalOf(values));
    expect(intervalWithoutNoise(values, 3)).toEqual({ low: 2, high: 2 });
    expect(intervalWithoutNoise([1], 0)).toEqual({ low: Number.NaN, high: Number.NaN });
  });

  it('has the width of the signal, however large the noise', () => {
    const widths = [0.1, 1, 2].map((noise) => {
      const seen = Array.from({ length: 20_000 }, (_, d) => {
        const signal = normalQuantile(uniformAt(1, 1, d, 0));
        return signal + noise * normalQuantile(uniformAt(2, 2, d, 0));
      });
      const { low, high } = intervalWithoutNoise(seen, noise ** 2);
      return high - low;
    });
    for (const width of widths) expect(Math.abs(width - 2 * 1.96)).toBeLessThan(0.4);
  });
});
