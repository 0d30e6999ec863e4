import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  errorOfDrawMean,
  errorOfProbability,
  intervalOf,
  mean,
  tQuantile,
  variance,
} from '../../src/analysis/statistics.js';
import { normalQuantile } from '../../src/engine/random/special.js';
import { uniformAt } from '../../src/engine/random/threefry.js';

describe('errorOfProbability', () => {
  it('is the standard deviation of Beta(k + 1/2, n - k + 1/2), so that none and all of the draws have one too', () => {
    // a b / ((a + b)^2 (a + b + 1)) with a = 1/2 and b = 9/2, or both 5/2.
    expect(errorOfProbability(0, 4)).toBeCloseTo(Math.sqrt((0.5 * 4.5) / (25 * 6)), 12);
    expect(errorOfProbability(1, 4)).toBeCloseTo(Math.sqrt((0.5 * 4.5) / (25 * 6)), 12);
    expect(errorOfProbability(0.5, 4)).toBeCloseTo(Math.sqrt((2.5 * 2.5) / (25 * 6)), 12);
  });

  it('is unknown of one draw, and of what cannot be told', () => {
    expect(errorOfProbability(1, 1)).toBeNaN();
    expect(errorOfProbability(Number.NaN, 64)).toBeNaN();
  });
});

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

describe('intervalOf', () => {
  const value = fc.oneof(
    fc.integer({ min: 0, max: 3 }),
    fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
    fc.constant(Number.POSITIVE_INFINITY),
  );
  const sizes = fc.constantFrom(39, 40, 41, 42, 60, 79, 81, 200);
  const values = sizes.chain((size) => fc.array(value, { minLength: size, maxLength: size }));

  /** The quantile at p (n + 1) among sorted values: R's type 6. */
  function typeSix(some: readonly number[], p: number): number {
    const sorted = Float64Array.from(some).sort();
    const place = p * (sorted.length + 1) - 1;
    const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.min(Math.ceil(place), sorted.length - 1)]!];
    const share = place - Math.floor(place);
    return share === 0 || low === high ? low : low + share * (high - low);
  }
  // Zeros of both signs are equal, and either may come first.
  const rounded = (x: number) => (Number.isFinite(x) ? Math.round(x * 1e6) / 1e6 + 0 : x);

  it('ends at the quantiles, whatever the order of the values and however often they come', () => {
    fc.assert(
      fc.property(values, (some) => {
        const { low, high } = intervalOf(some);
        expect(rounded(low)).toBe(rounded(typeSix(some, 0.025)));
        expect(rounded(high)).toBe(rounded(typeSix(some, 0.975)));
        expect(intervalOf(Float64Array.from(some))).toEqual({ low, high });
      }),
      { numRuns: 500 },
    );
  });

  it('holds 95 % of what the values were drawn from, on average', () => {
    const covered = Array.from({ length: 2000 }, (_, run) => {
      const { low, high } = intervalOf(Array.from({ length: 64 }, (_, i) => uniformAt(run, 1, i, 0)));
      return high - low;
    });
    // The share that an interval holds has a standard deviation of 0.027.
    expect(Math.abs(mean(covered) - 0.95)).toBeLessThan((4 * 0.027) / Math.sqrt(2000));
  });

  it('cannot be told of fewer than 39 values, and of 39 from the first to the last', () => {
    const some = Array.from({ length: 39 }, (_, i) => (i * 7) % 39);
    expect(intervalOf(some)).toEqual({ low: 0, high: 38 });
    expect(intervalOf(some.slice(1))).toEqual({ low: Number.NaN, high: Number.NaN });
  });
});

describe('tQuantile', () => {
  it("is the 97.5 % point of Student's t", () => {
    // From tables.
    expect(tQuantile(4)).toBeCloseTo(2.776, 2);
    expect(tQuantile(10)).toBeCloseTo(2.228, 3);
    expect(tQuantile(30)).toBeCloseTo(2.042, 3);
    expect(tQuantile(1e9)).toBeCloseTo(1.96, 3);
  });
});
