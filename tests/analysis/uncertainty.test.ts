import { describe, expect, it } from 'vitest';
import { ANY, SHARES, spreadOf } from '../../src/analysis/spread.js';
import { intervalOf, mean, variance } from '../../src/analysis/statistics.js';
import { estimateMean, expectedDifferences, type Sums, valuesOf } from '../../src/analysis/uncertainty.js';
import { normalCdf, normalQuantile } from '../../src/engine/random/special.js';
import { uniformAt } from '../../src/engine/random/threefry.js';

const PERSONS = 100;

/** Sums of draws whose halves have the means given, each of so many persons. */
function sumsOf(halves: readonly (readonly [number, number])[], persons = PERSONS): Sums {
  return {
    counted: Float64Array.from(halves.flatMap(([a, b]) => [a * persons, b * persons])),
    of: new Float64Array(2 * halves.length).fill(persons),
  };
}

/** A standard normal number, addressed. */
const normal = (run: number, of: number, at: number) => normalQuantile(uniformAt(run, of, at, 0));

/** Expected outcomes by quantile of the parameters: standard normal, or skewed (lognormal, standardised). */
const shapes = {
  normal: (z: number) => z,
  skewed: (z: number) =>
    (Math.exp(0.5 * z) - Math.exp(0.125)) / Math.sqrt(Math.exp(0.25) * (Math.exp(0.25) - 1)),
} as const;

interface Toy {
  readonly draws: number;
  /** Variance of what is left of chance within a block, over that of the parameters; chance itself has four times as much. */
  readonly noise: number;
  readonly shape: keyof typeof shapes;
  readonly antithetic: boolean;
}

/** A run in which everything is known: parameters, chance that a block shares, and noise of each half. */
function toyRun(run: number, { draws, noise, shape, antithetic }: Toy): Sums {
  return sumsOf(
    Array.from({ length: draws }, (_, d) => {
      const z = antithetic ? (d % 2 === 0 ? 1 : -1) * normal(run, 1, d >> 1) : normal(run, 1, d);
      const block = Math.floor(d / 4);
      const half = (h: number) =>
        shapes[shape](z) +
        Math.sqrt(2 * noise) * (2 * normal(run, 2, 2 * block + h) + normal(run, 3, 2 * d + h));
      return [half(0), half(1)];
    }),
  );
}

/** How often intervals are told, and what share of the truth they hold on average. */
function coverage(toy: Toy, runs: number): { estimable: number; covered: number; excluded: number } {
  let [estimable, covered, excluded] = [0, 0, 0];
  // The standard normal number at which a shape takes a value: shapes rise.
  const share = (value: number) => {
    let [low, high] = [-9, 9];
    for (let step = 0; step < 40; step++) {
      const middle = (low + high) / 2;
      if (shapes[toy.shape](middle) < value) low = middle;
      else high = middle;
    }
    return normalCdf(low);
  };
  for (let run = 0; run < runs; run++) {
    const { estimate, low, high } = estimateMean(toyRun(run, toy), undefined, ANY);
    if (Number.isNaN(low)) continue;
    estimable += 1;
    covered += share(high) - share(low);
    if (low > estimate || high < estimate) excluded += 1;
  }
  return { estimable: estimable / runs, covered: covered / estimable, excluded };
}

describe('the interval over the parameters', () => {
  const cases = [
    { noise: 0, estimable: 1 },
    { noise: 0.1, estimable: 1 },
    { noise: 0.5, estimable: 0.95 },
    { noise: 1, estimable: 0.75 },
    // Of so much noise few are told: those whose spread came out large.
    { noise: 3, estimable: 0.25, most: 0.99 },
    { noise: 5, estimable: 0.15, most: 0.995 },
  ];
  for (const shape of ['normal', 'skewed'] as const) {
    it.each(cases)(
      `holds 95 % where it is told, ${shape}, noise $noise`,
      ({ noise, estimable, most = 0.97 }) => {
        const toy = { draws: 64, noise, shape, antithetic: false };
        const found = coverage(toy, 500);
        expect(found.estimable).toBeGreaterThanOrEqual(estimable);
        expect(found.covered).toBeGreaterThan(0.93);
        expect(found.covered).toBeLessThan(most);
        expect(found.excluded).toBe(0);
      },
    );
  }

  it('holds it where the draws of a pair go against each other', () => {
    for (const noise of [0, 0.5]) {
      const { covered } = coverage({ draws: 64, noise, shape: 'normal', antithetic: true }, 500);
      expect(covered).toBeGreaterThan(0.93);
      expect(covered).toBeLessThan(0.97);
    }
  });

  it.each([8, 16, 32, 200])('holds it in runs of %i draws', (draws) => {
    const { estimable, covered } = coverage({ draws, noise: 0.1, shape: 'normal', antithetic: false }, 500);
    expect(estimable).toBeGreaterThan(0.6);
    expect(covered).toBeGreaterThan(0.93);
    expect(covered).toBeLessThan(0.975);
  });

  it('is hardly ever told where parameters make no difference, and never of two or three draws', () => {
    let estimable = 0;
    for (let run = 0; run < 300; run++) {
      const luck = (d: number) => [normal(run, 4, 2 * d), normal(run, 4, 2 * d + 1)] as const;
      const sums = sumsOf(Array.from({ length: 64 }, (_, d) => luck(d)));
      if (!Number.isNaN(estimateMean(sums, undefined, ANY).low)) estimable += 1;
      for (const draws of [2, 3])
        expect(
          estimateMean(
            toyRun(run, { ...{ draws, noise: 0 }, shape: 'normal', antithetic: false }),
            undefined,
            ANY,
          ).low,
        ).toBeNaN();
    }
    expect(estimable / 300).toBeLessThan(0.15);
  });

  it('is a point where no draw and no half differs, but not of a handful of persons', () => {
    const same = sumsOf(Array.from({ length: 8 }, () => [0.1, 0.1]));
    expect(estimateMean(same, undefined, SHARES)).toMatchObject({ low: 0.1, high: 0.1, mcse: 0 });
    expect(estimateMean(same, same, ANY)).toMatchObject({ estimate: 0, low: 0, high: 0, mcse: 0 });
    const few = sumsOf(
      Array.from({ length: 2 }, () => [1, 1]),
      2,
    );
    expect(estimateMean(few, undefined, SHARES)).toMatchObject({
      estimate: 1,
      low: Number.NaN,
      high: Number.NaN,
    });
  });

  it('stays within what is possible', () => {
    const shares = sumsOf(Array.from({ length: 64 }, (_, d) => [0.002 * (d % 5), 0.002 * (d % 5)]));
    const { low, high, estimate } = estimateMean(shares, undefined, SHARES);
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(estimate);
  });
});

describe('the variance between parameters', () => {
  // Two pairs in a block; halves agree but for one draw.
  const block = [
    [1, 1],
    [3, 3],
    [2, 4],
    [5, 5],
  ] as const;

  it('is the covariance between the halves, within pairs and between the pairs of a block', () => {
    const { parameters, between } = spreadOf(valuesOf(sumsOf(block)));
    // Within pairs (1 - 3)^2 / 2 and (3 - 5)^2 / 2: mean 2. Between the pairs ((1 + 3 - 3 - 5) / 2)^2 = 4.
    expect(between).toBeCloseTo((2 + 4) / 2, 12);
    // Half differences 0, 0, -1, 0: within pairs (0 + 1 / 2), between (1 / 2)^2; three degrees of freedom.
    expect(parameters).toBeCloseTo(3 - (0.5 + 0.25) / 3, 12);
  });

  it('leaves out draws in which a half has nobody', () => {
    const sums = sumsOf([...block, [7, 7], [9, 9]]);
    sums.of[11] = 0;
    sums.counted[11] = 0;
    expect(spreadOf(valuesOf(sums)).between).toBeCloseTo(3, 12);
  });
});

describe('the mean', () => {
  // Two draws: 10 and 30 persons, then 50 and 10.
  const sums = { counted: Float64Array.of(20, 90, 50, 40), of: Float64Array.of(10, 30, 50, 10) };

  it('is over all persons of all draws', () => {
    expect(estimateMean(sums, undefined, ANY).estimate).toBe(200 / 100);
    expect(Array.from(valuesOf(sums).whole)).toEqual([110 / 40, 90 / 60]);
  });

  it('cannot be told of nobody', () => {
    const nobody = { counted: new Float64Array(4), of: new Float64Array(4) };
    expect(estimateMean(nobody, undefined, SHARES)).toMatchObject({ estimate: Number.NaN, mcse: Number.NaN });
  });
});

describe('expected differences', () => {
  const nothing = (of: Sums): Sums => ({ counted: new Float64Array(of.of.length), of: of.of });

  it('have the parameter interval of the difference, without the luck of draws', () => {
    const own = toyRun(3, { draws: 400, noise: 0.5, shape: 'normal', antithetic: true });
    const expected = expectedDifferences(own, nothing(own))!;
    const estimable = estimateMean(own, nothing(own), ANY);
    expect(intervalOf(expected)).toEqual({
      low: expect.closeTo(estimable.low, 9),
      high: expect.closeTo(estimable.high, 9),
    });
    const { parameters, chanceOfMean } = spreadOf(valuesOf(own));
    expect(variance(expected)).toBeCloseTo(parameters + chanceOfMean, 9);
    expect(variance(valuesOf(own).whole)).toBeGreaterThan(1.2 * variance(expected));
  });

  it('are none of one draw, and those that there are where draws do not differ', () => {
    const one = sumsOf([[1, 2]]);
    expect(expectedDifferences(one, nothing(one))).toBeUndefined();
    const alike = sumsOf([
      [2, 2],
      [2, 2],
    ]);
    expect([...expectedDifferences(alike, nothing(alike))!]).toEqual([2, 2]);
  });
});

describe('the MCSE', () => {
  it('is the scatter of the blocks', () => {
    const blocks = [1, 4, 2, 9];
    const draws = blocks.flatMap((value) =>
      [0, 1, 2, 1].map((more) => [value + more, value + more] as const),
    );
    const means = blocks.map((value) => value + 1);
    expect(estimateMean(sumsOf(draws), undefined, ANY).mcse).toBeCloseTo(Math.sqrt(variance(means) / 4), 12);
  });

  it('takes the chance of persons beside the scatter of few draws, and alone of one', () => {
    const draws = sumsOf([
      [1, 1],
      [3, 3],
    ]);
    expect(estimateMean(draws, undefined, ANY, () => 0.25).mcse).toBeCloseTo(Math.sqrt(2 / 2 + 0.25), 12);
    expect(estimateMean(sumsOf([[1, 2]]), undefined, ANY, () => 0.25).mcse).toBe(0.5);
  });

  it('agrees with the scatter over runs', () => {
    const toy = { draws: 64, noise: 0.5, shape: 'skewed', antithetic: true } as const;
    const estimable = Array.from({ length: 300 }, (_, run) => estimateMean(toyRun(run, toy), undefined, ANY));
    const scatter = variance(estimable.map(({ estimate }) => estimate));
    expect(Math.sqrt(scatter / mean(estimable.map(({ mcse }) => mcse ** 2)))).toBeCloseTo(1, 0.9);
  });

  it('of a difference is that of the pairs: what both have in common cancels', () => {
    const own = toyRun(1, { draws: 64, noise: 1, shape: 'normal', antithetic: false });
    const shifted = { counted: own.counted.map((sum) => sum + 5 * PERSONS), of: own.of };
    expect(estimateMean(shifted, own, ANY)).toMatchObject({ estimate: expect.closeTo(5, 12) });
    expect(estimateMean(shifted, own, ANY).mcse).toBeLessThan(1e-12);
  });
});
