import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotatedQuantity } from '../../../src/domain/parameters/quantity.js';
import { quantileOfQuantity } from '../../../src/domain/parameters/uncertainty.js';

// Reference values: mpmath 1.3 with 50 digits, from the definitions in `quantileOfQuantity`.

function expectClose(actual: number, reference: number, relative = 1e-13): void {
  expect(Math.abs(actual - reference)).toBeLessThanOrEqual(relative * Math.max(1e-3, Math.abs(reference)));
}

const normal: AnnotatedQuantity = { value: 10, low: 8, high: 16, distribution: 'normal' };
const lognormal: AnnotatedQuantity = { value: 2, low: 1, high: 5, distribution: 'lognormal' };
const logitNormal: AnnotatedQuantity = { value: 0.3, low: 0.1, high: 0.4, distribution: 'logit-normal' };
const triangular: AnnotatedQuantity = { value: 4, low: 2, high: 12, distribution: 'triangular' };
const points: [number, number][] = [
  [0.1, 2],
  [0.5, 3],
  [0.8, 8],
];
const logQuantiles: AnnotatedQuantity = { value: 3, distribution: 'quantiles', points };
const naturalQuantiles: AnnotatedQuantity = {
  value: 1,
  distribution: 'quantiles',
  points: points.map(([p, x]) => [p, x - 2]),
};

describe('quantileOfQuantity', () => {
  it.each([
    [0.1, 8.692270291032575, 1.271150759708482, 0.1505917373177089, 3.414213562373095, 2, 0],
    [0.5, 10, 2, 0.3, 5.675444679663241, 3, 1],
    [
      0.9, 13.923189126902278, 3.6410696072218593, 0.3639179921762508, 9.17157287525381, 13.358306113001074,
      8.613588597949583,
    ],
    [
      0.999, 19.460068645780755, 8.481121706197955, 0.46240363910963866, 11.717157287525382,
      109.94532738554221, 19.35880668699936,
    ],
  ])('at %d', (p, ...references) => {
    const all = [normal, lognormal, logitNormal, triangular, logQuantiles, naturalQuantiles];
    all.forEach((q, i) => {
      expectClose(quantileOfQuantity(q, p), references[i]!);
    });
  });

  it('is the value without a range, or when fixed', () => {
    expect(quantileOfQuantity({ value: 7 }, 0.9)).toBe(7);
    expect(quantileOfQuantity({ value: 7, low: 1, high: 9, distribution: 'fixed' }, 0.9)).toBe(7);
  });

  it('takes a bare range as triangular', () => {
    const { value, low, high } = triangular;
    const bare: AnnotatedQuantity = { value, low, high };
    for (const p of [0.01, 0.3, 0.99]) {
      expect(quantileOfQuantity(bare, p)).toBe(quantileOfQuantity(triangular, p));
    }
  });

  it('is straight for a uniform', () => {
    const q: AnnotatedQuantity = { value: 3, low: 2, high: 10, distribution: 'uniform' };
    expect([0, 0.25, 0.5, 1].map((p) => quantileOfQuantity(q, p))).toEqual([2, 4, 6, 10]);
  });

  it.each([undefined, 0.5, 0.8, 0.99])('puts low and high at the ends of the interval %s', (interval) => {
    const outside = (1 - (interval ?? 0.95)) / 2;
    for (const q of [normal, lognormal, logitNormal].map((base) => ({ ...base, interval }))) {
      expectClose(quantileOfQuantity(q, outside), q.low!, 1e-12);
      expectClose(quantileOfQuantity(q, 0.5), q.value, 1e-14);
      expectClose(quantileOfQuantity(q, 1 - outside), q.high!, 1e-12);
    }
  });

  it.each(['normal', 'lognormal', 'logit-normal'] as const)(
    '%s: a side without width is a point mass',
    (distribution) => {
      const below: AnnotatedQuantity = { value: 0.3, low: 0.3, high: 0.5, distribution };
      const above: AnnotatedQuantity = { value: 0.3, low: 0.1, high: 0.3, distribution };
      expect([1e-9, 0.2, 0.5].map((p) => quantileOfQuantity(below, p))).toEqual([0.3, 0.3, 0.3]);
      expect([0.5, 0.8, 1 - 1e-9].map((p) => quantileOfQuantity(above, p))).toEqual([0.3, 0.3, 0.3]);
    },
  );

  it('has ends at low and high when triangular, also with the mode at an end or without width', () => {
    expect([0, 1].map((p) => quantileOfQuantity(triangular, p))).toEqual([2, 12]);
    expect([0, 1].map((p) => quantileOfQuantity({ value: 0, low: 0, high: 4 }, p))).toEqual([0, 4]);
    expect([0, 1].map((p) => quantileOfQuantity({ value: 4, low: 0, high: 4 }, p))).toEqual([0, 4]);
    expect(quantileOfQuantity({ value: 4, low: 4, high: 4 }, 0.3)).toBe(4);
  });

  it('passes exactly through the points', () => {
    for (const [p, x] of points) expect(quantileOfQuantity(logQuantiles, p)).toBe(x);
  });
});

const proportion = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const ranged: fc.Arbitrary<AnnotatedQuantity> = fc
  .record({
    three: fc.tuple(proportion, proportion, proportion),
    distribution: fc.constantFrom(
      'normal' as const,
      'lognormal' as const,
      'logit-normal' as const,
      'uniform' as const,
      'triangular' as const,
      undefined,
    ),
    interval: fc.double({ min: 0.05, max: 0.999, noNaN: true }),
  })
  .map(({ three, distribution, interval }) => {
    const [low, value, high] = three.toSorted((x, y) => x - y) as [number, number, number];
    return { value, low, high, distribution, interval };
  });
const stepped: fc.Arbitrary<AnnotatedQuantity> = fc
  .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 5 })
  .chain((percents) =>
    fc
      .array(fc.integer({ min: -3, max: 20 }), { minLength: percents.length, maxLength: percents.length })
      .map((values) => {
        const ps = percents.toSorted((x, y) => x - y);
        const xs = values.toSorted((x, y) => x - y);
        return {
          value: xs[0]!,
          distribution: 'quantiles' as const,
          points: ps.map((p, i): [number, number] => [p / 100, xs[i]!]),
        };
      }),
  );

describe('every quantity', () => {
  const probability = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

  it('is finite and never falls as p rises', () => {
    fc.assert(
      fc.property(fc.oneof(ranged, stepped), probability, probability, (q, p1, p2) => {
        const lower = quantileOfQuantity(q, Math.min(p1, p2));
        const upper = quantileOfQuantity(q, Math.max(p1, p2));
        expect(Number.isFinite(lower) && Number.isFinite(upper)).toBe(true);
        // Two values of p next to each other may swap in the last digit.
        expect(upper - lower).toBeGreaterThanOrEqual(-1e-13 * Math.abs(lower));
      }),
      { numRuns: 500 },
    );
  });

  describe('of a whole number', () => {
    const grid = Array.from({ length: 1200 }, (_, i) => (i + 0.5) / 1200);
    const counts = (q: Parameters<typeof quantileOfQuantity>[0], values: readonly number[]) => {
      const drawn = grid.map((p) => quantileOfQuantity(q, p, true));
      return values.map((value) => drawn.filter((each) => each === value).length);
    };

    it('makes all equally likely under a uniform distribution, ends as well', () => {
      const q = { value: 11, low: 10, high: 12, distribution: 'uniform' } as const;
      expect(counts(q, [9, 10, 11, 12, 13])).toEqual([0, 400, 400, 400, 0]);
    });

    it('reaches half a unit beyond the ends of a triangle, so that its mode is the likeliest', () => {
      // On 9.5 to 12.5 with mode 11 the first part is (1 / 1.5)^2 / 2 = 2/9 of the whole.
      expect(counts({ value: 11, low: 10, high: 12 }, [9, 10, 11, 12, 13])).toEqual([0, 267, 666, 267, 0]);
      // On 9.5 to 12.5 with mode 10: the last part is 1^2 / (3 x 2.5) = 2/15 of the whole.
      const [first, second, third] = counts({ value: 10, low: 10, high: 12 }, [10, 11, 12]);
      expect(third).toBe(160);
      expect(first).toBeGreaterThan(second!);
    });

    it('is the nearest one where a distribution has tails, and the value where there is no range', () => {
      const q = { value: 100, low: 80, high: 120, distribution: 'normal' } as const;
      for (const p of [0.01, 0.3, 0.9])
        expect(quantileOfQuantity(q, p, true)).toBe(Math.round(quantileOfQuantity(q, p)));
      expect(quantileOfQuantity({ value: 7 }, 0.9, true)).toBe(7);
    });
  });
});
