import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cumulativeHazard,
  type Distribution,
  inverseCumulativeHazard,
  meanOf,
  quantileOf,
} from '../../../src/engine/random/distribution.js';

// Reference values: mpmath 1.3 with 50 digits, straight from each distribution's definition.

const lognormal: Distribution = { kind: 'lognormal', median: 6, sigma: 0.8 };
const weibull: Distribution = { kind: 'weibull', shape: 1.3, scale: 24 };
const gamma: Distribution = { kind: 'gamma', shape: 2, scale: 5 };
const uniform: Distribution = { kind: 'uniform', low: 2, high: 14 };
const exponential: Distribution = { kind: 'exponential', mean: 18 };
const fixed: Distribution = { kind: 'fixed', months: 3 };

function expectClose(actual: number, reference: number, relative = 1e-13): void {
  expect(Math.abs(actual - reference)).toBeLessThanOrEqual(relative * Math.abs(reference));
}

describe('inverseCumulativeHazard', () => {
  it.each([
    [1e-12, 0.021583468792003613, 1.4107238573459801e-8, 7.071071145199202e-6, 2.000000000012],
    [1e-6, 0.13385742223515654, 0.0005818708840997591, 0.007074401537961842, 2.000011999994],
    [0.1, 2.10447331601994, 4.083010271646214, 2.5811058071251107, 3.1419509835684853],
    [1, 7.859629282397392, 24, 10.730966103102913, 9.585446705942692],
    [10, 137.40275927600067, 141.0723857345979, 63.05434319074938, 13.99945520084285],
    [40, 5801.663953979949, 409.7935148150129, 219.01129276131604, 14],
  ])('at %d', (hazard, lognormalTime, weibullTime, gammaTime, uniformTime) => {
    expectClose(inverseCumulativeHazard(lognormal, hazard), lognormalTime);
    expectClose(inverseCumulativeHazard(weibull, hazard), weibullTime);
    expectClose(inverseCumulativeHazard(gamma, hazard), gammaTime);
    expectClose(inverseCumulativeHazard(uniform, hazard), uniformTime);
    expect(inverseCumulativeHazard(exponential, hazard)).toBe(18 * hazard);
    expect(inverseCumulativeHazard(fixed, hazard)).toBe(3);
  });

  it('starts at the lower end of the support', () => {
    const starts = [lognormal, weibull, gamma, uniform, exponential, fixed];
    expect(starts.map((d) => inverseCumulativeHazard(d, 0))).toEqual([0, 0, 0, 2, 0, 3]);
  });

  it('ends at the upper end of the support', () => {
    const ends = [lognormal, weibull, gamma, uniform, exponential, fixed];
    expect(ends.map((d) => inverseCumulativeHazard(d, Infinity))).toEqual([
      Infinity,
      Infinity,
      Infinity,
      14,
      Infinity,
      3,
    ]);
  });
});

describe('cumulativeHazard', () => {
  it.each([
    [0.5, 0.0009482055980778694, 0.006522084052391057, 0.00468982019567514],
    [6, Math.LN2, 0.16493848884661177, 0.41154263963572985],
    [60, 6.214828825449105, 3.2909555108355937, 9.435050642538464],
  ])('at %d months', (months, lognormalHazard, weibullHazard, gammaHazard) => {
    expectClose(cumulativeHazard(lognormal, months), lognormalHazard);
    expectClose(cumulativeHazard(weibull, months), weibullHazard);
    expectClose(cumulativeHazard(gamma, months), gammaHazard);
    expectClose(cumulativeHazard(exponential, months), months / 18);
  });

  it('of a uniform is 0 up to its lower end and infinite from its upper end on', () => {
    expect([0, 2, 8, 14, 15].map((t) => cumulativeHazard(uniform, t))).toEqual([
      0,
      0,
      Math.LN2,
      Infinity,
      Infinity,
    ]);
  });

  it('of a point mass jumps from 0 to infinity', () => {
    const masses: Distribution[] = [
      fixed,
      { kind: 'uniform', low: 3, high: 3 },
      { kind: 'lognormal', median: 3, sigma: 0 },
    ];
    for (const mass of masses) {
      expect(cumulativeHazard(mass, 2.999)).toBe(0);
      expect(cumulativeHazard(mass, 3)).toBe(Infinity);
      expect([1e-9, 1, 40].map((h) => inverseCumulativeHazard(mass, h))).toEqual([3, 3, 3]);
    }
  });

  it('is 0 at and before the start', () => {
    for (const d of [lognormal, weibull, gamma, uniform, exponential, fixed]) {
      expect(cumulativeHazard(d, 0)).toBe(0);
      expect(cumulativeHazard(d, -1)).toBe(0);
    }
  });
});

const positive = (min: number, max: number) =>
  fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);

const smooth: fc.Arbitrary<Distribution> = fc.oneof(
  fc.record({ kind: fc.constant('exponential' as const), mean: positive(0.1, 200) }),
  fc.record({
    kind: fc.constant('weibull' as const),
    shape: positive(0.2, 10),
    scale: positive(0.1, 200),
  }),
  fc.record({ kind: fc.constant('gamma' as const), shape: positive(0.2, 500), scale: positive(0.1, 200) }),
  fc.record({
    kind: fc.constant('lognormal' as const),
    median: positive(0.1, 200),
    sigma: positive(0.05, 3),
  }),
);

describe('hazard and inverse', () => {
  it('undo each other', () => {
    fc.assert(
      fc.property(smooth, positive(1e-12, 40), (d, h) =>
        expectClose(cumulativeHazard(d, inverseCumulativeHazard(d, h)), h, 1e-10),
      ),
    );
  });

  it('undo each other for a uniform', () => {
    fc.assert(
      fc.property(positive(1e-6, 5), positive(1, 60), positive(0.001, 1), (low, width, share) => {
        const d: Distribution = { kind: 'uniform', low, high: low + width };
        const t = low + width * share * 0.999;
        expectClose(inverseCumulativeHazard(d, cumulativeHazard(d, t)), t, 1e-12);
      }),
    );
  });

  it('rise', () => {
    fc.assert(
      fc.property(smooth, positive(1e-12, 40), positive(1e-6, 1), (d, h, step) => {
        const t = inverseCumulativeHazard(d, h);
        const later = inverseCumulativeHazard(d, h * (1 + step));
        expect(later).toBeGreaterThan(t);
        expect(cumulativeHazard(d, later)).toBeGreaterThan(cumulativeHazard(d, t));
      }),
    );
  });
});

describe('quantileOf', () => {
  it('gives medians', () => {
    expectClose(quantileOf(lognormal, 0.5), 6);
    expectClose(quantileOf(exponential, 0.5), 18 * Math.LN2);
    expectClose(quantileOf(uniform, 0.5), 8);
    expectClose(quantileOf(weibull, 0.5), 24 * Math.LN2 ** (1 / 1.3));
    expect(quantileOf(fixed, 0.5)).toBe(3);
  });

  it('is undone by the distribution function', () => {
    fc.assert(
      fc.property(smooth, fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (d, p) =>
        expectClose(-Math.expm1(-cumulativeHazard(d, quantileOf(d, p))), p, 1e-10),
      ),
    );
  });
});

describe('meanOf', () => {
  it.each([
    [fixed, 3],
    [exponential, 18],
    [uniform, 8],
    [gamma, 10],
    [weibull, 22.16584131734347],
    [lognormal, 8.262766586015744],
  ])('%o', (d, reference) => expectClose(meanOf(d), reference));

  it('is the mean of the quantiles', () => {
    for (const d of [uniform, gamma, weibull, exponential]) {
      const n = 20_000;
      let sum = 0;
      for (let i = 0; i < n; i++) sum += quantileOf(d, (i + 0.5) / n);
      expectClose(sum / n, meanOf(d), 1e-4);
    }
  });
});
