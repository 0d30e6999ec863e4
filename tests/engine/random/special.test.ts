import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  gammaCumulativeHazard,
  gammaInverseCumulativeHazard,
  logGamma,
} from '../../../src/engine/random/gamma.js';
import {
  logNormalSurvival,
  normalCdf,
  normalQuantile,
  normalQuantileOfHazard,
  normalSurvival,
} from '../../../src/engine/random/special.js';

// All reference values: mpmath 1.3 with 50 digits. Survival by erfc, quantiles by erfinv or a root of log erfc,
// gamma hazards by -log of gammainc(regularized=True), their inverses by bisection.

/** Expects `actual` within a relative error of `reference` (absolute where the reference is 0). */
function expectClose(actual: number, reference: number, relative = 1e-13): void {
  expect(Math.abs(actual - reference)).toBeLessThanOrEqual(relative * Math.abs(reference));
}

describe('normalQuantile', () => {
  it.each([
    [1e-300, -37.0470962993612],
    [1e-100, -21.273453560965326],
    [1e-20, -9.262340089798407],
    [1e-11, -6.706023155495136],
    [1e-6, -4.753424308822899],
    [0.025, -1.9599639845400543],
    [0.07, -1.4757910281791706],
    [0.08, -1.4050715603096324],
    [0.3, -0.5244005127080408],
    [0.5, 0],
    [0.6, 0.2533471031357997],
    [0.975, 1.9599639845400538],
    [0.999, 3.090232306167813],
  ])('at %d', (p, reference) => expectClose(normalQuantile(p), reference, 2e-15));

  it('reaches both ends and refuses what is no probability', () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(normalQuantile(-0.1)).toBeNaN();
    expect(normalQuantile(1.1)).toBeNaN();
  });

  it('inverts the distribution function', () => {
    fc.assert(
      fc.property(fc.double({ min: -300, max: -0.3, noNaN: true }), (exponent) => {
        const p = 10 ** exponent;
        expectClose(normalCdf(normalQuantile(p)), p, 1e-12);
      }),
    );
  });
});

describe('normalQuantileOfHazard', () => {
  it.each([
    [1e-300, -37.0470962993612],
    [1e-12, -7.034483825301201],
    [0.001, -3.090380786917045],
    [0.5, -0.27028802073873587],
    [1, 0.33747496376420244],
    [2.5, 1.3911828143255685],
    [3, 1.646921720527715],
    [25, 6.657904643501103],
    [40, 8.592675718473773],
    [700, 37.295079632647415],
    [1000, 44.6157477319694],
    [1e6, 1414.2077829910172],
  ])('at %d', (hazard, reference) => expectClose(normalQuantileOfHazard(hazard), reference, 1e-14));

  it('reaches both ends', () => {
    expect(normalQuantileOfHazard(0)).toBe(-Infinity);
    expect(normalQuantileOfHazard(Infinity)).toBe(Infinity);
  });
});

describe('normalSurvival and its logarithm', () => {
  it.each([
    [-9, 1, -1.1285884059538405e-19],
    [-3, 0.9986501019683699, -0.0013508099647481938],
    [-0.5, 0.6914624612740131, -0.3689464152886564],
    [0, 0.5, -Math.LN2],
    [0.1, 0.460172162722971, -0.7761545927302733],
    [0.66, 0.25462691467133614, -1.3679558848901994],
    [0.67, 0.2514288950953101, -1.380595052695189],
    [1, 0.15865525393145705, -1.8410216450092636],
    [2.5, 0.006209665325776135, -5.08164827727869],
    [5, 2.866515718791939e-7, -15.064998393988725],
    [5.7, 5.990371401063528e-9, -18.933112423224742],
    [10, 7.619853024160525e-24, -53.23128515051247],
    [37, 5.725571222524577e-300, -689.0305855768906],
  ])('at %d', (x, survival, logarithm) => {
    expectClose(normalSurvival(x), survival, 1e-14);
    expectClose(normalCdf(-x), survival, 1e-14);
    expectClose(logNormalSurvival(x), logarithm, 1e-14);
  });

  it('reach both ends', () => {
    expect(normalSurvival(Infinity)).toBe(0);
    expect(normalSurvival(-Infinity)).toBe(1);
    expect(logNormalSurvival(Infinity)).toBe(-Infinity);
    expect(logNormalSurvival(-Infinity)).toBeCloseTo(0, 15);
  });
});

describe('logGamma', () => {
  it.each([
    [0.001, 6.907178885383853],
    [0.05, 2.9688792010517306],
    [0.5, 0.5723649429247001],
    [1.5, -0.12078223763524522],
    [3, Math.LN2],
    [11.5, 16.292000476567242],
    [12.5, 18.734347511936445],
    [100, 359.1342053695754],
    [12345.678, 103959.91990554606],
  ])('at %d', (a, reference) => expectClose(logGamma(a), reference, 1e-13));
});

describe('gamma cumulative hazard', () => {
  it.each([
    [0.05, 1e-6, 0.7232517180097301],
    [0.05, 3, 7.241962479052868],
    [0.5, 0.5, 1.1478744644493182],
    [1, 7, 7],
    [2, 1e-6, 4.999996666669166e-13],
    [2, 2.9, 1.5390234468643993],
    [2, 3.1, 1.6890130262897378],
    [2, 45, 41.1713586035109],
    [30, 10, 2.509951516520712e-7],
    [30, 80, 23.738541941901737],
    [1000, 900, 0.0005500535174143448],
    [1000, 1000.5, 0.7143926986057814],
    [1000, 1200, 20.470050520898305],
    [1e4, 1e4, 0.69581034030382],
  ])('shape %d at %d', (a, x, reference) => expectClose(gammaCumulativeHazard(a, x), reference, 2e-13));

  it.each([
    [0.3, 1e-12, 6.972699096397716e-41],
    [0.3, 0.001, 6.961088577365573e-11],
    [0.3, 0.7, 0.07490912439893664],
    [0.3, 5, 2.9685218179511095],
    [0.3, 40, 36.37000169920056],
    [2, 1e-12, 1.4142142290398404e-6],
    [2, 0.001, 0.045390495963692566],
    [2, 0.7, 1.6892696518677457],
    [2, 5, 7.090717405155485],
    [2, 40, 43.80225855226321],
    [30, 1e-12, 5.772993820290541],
    [30, 0.001, 15.868644441651076],
    [30, 0.7, 29.713935293821695],
    [30, 5, 45.219336314665156],
    [30, 40, 103.65792453121664],
    [1000, 1e-12, 793.439226617075],
    [1000, 0.001, 905.1163985641698],
    [1000, 0.7, 999.9373326933186],
    [1000, 5, 1079.837676828597],
    [1000, 40, 1296.486423897632],
  ])('shape %d, inverse at %d', (a, hazard, reference) =>
    expectClose(gammaInverseCumulativeHazard(a, hazard), reference, 2e-13),
  );

  it('is inverted from one far tail to the other', () => {
    const shape = fc.double({ min: Math.log(0.1), max: Math.log(1e4), noNaN: true }).map(Math.exp);
    const hazard = fc.double({ min: Math.log(1e-12), max: Math.log(1e5), noNaN: true }).map(Math.exp);
    fc.assert(
      fc.property(shape, hazard, (a, h) =>
        expectClose(gammaCumulativeHazard(a, gammaInverseCumulativeHazard(a, h)), h, 1e-10),
      ),
    );
  });

  it('handles the ends', () => {
    expect(gammaCumulativeHazard(2, 0)).toBe(0);
    expect(gammaCumulativeHazard(2, Infinity)).toBe(Infinity);
    expect(gammaInverseCumulativeHazard(2, 0)).toBe(0);
    expect(gammaInverseCumulativeHazard(2, Infinity)).toBe(Infinity);
    // 1e-12 raised to the power 1 / 0.01 is below the smallest number.
    expect(gammaInverseCumulativeHazard(0.01, 1e-12)).toBe(0);
    expect(gammaCumulativeHazard(2, Number.NaN)).toBeNaN();
  });
});
