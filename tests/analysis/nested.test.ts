import { describe, expect, it } from 'vitest';
import { estimateNested, type Nested, subtract } from '../../src/analysis/nested.js';
import { ANY } from '../../src/analysis/spread.js';
import { intervalOf, mean, quantile, variance } from '../../src/analysis/statistics.js';
import { normalQuantile } from '../../src/engine/random/special.js';
import { uniformAt } from '../../src/engine/random/threefry.js';

const PERSONS = 100;

/**
 * A nested design with known variances: draws N(10, sdDraw^2), replications N(draw, sdReplication^2), each the mean of two
 * halves; only the first are kept one by one.
 */
function nested(
  draws: number,
  replications: number,
  sdDraw: number,
  sdReplication: number,
  kept = replications,
): Nested {
  const byDraw = Array.from({ length: draws }, (_, d) => {
    const centre = 10 + sdDraw * normalQuantile(uniformAt(1, 1, d, 0));
    return Array.from({ length: replications }, (_, r) =>
      [0, 1].map(
        (half) => centre + Math.SQRT2 * sdReplication * normalQuantile(uniformAt(1, 2, d, 2 * r + half)),
      ),
    );
  });
  return {
    own: {
      counted: Float64Array.from(
        byDraw.flatMap((values) => [0, 1].map((half) => mean(values.map((each) => each[half]!)) * PERSONS)),
      ),
      of: new Float64Array(2 * draws).fill(PERSONS),
    },
    kept: byDraw.map((values) => values.slice(0, kept).map(mean)),
    replications,
  };
}

describe('estimateNested', () => {
  it('tells parameter uncertainty from chance', () => {
    const result = estimateNested(nested(4000, 5, 2, 3), Number.NaN, 100, ANY);
    expect((result.parameterHigh - result.parameterLow) / (2 * 1.96 * 2)).toBeCloseTo(1, 1);
    expect((result.predictionHigh - result.predictionLow) / (2 * 1.96 * Math.sqrt(4 + 9))).toBeCloseTo(1, 1);
    expect(result.mcse).toBeCloseTo(Math.sqrt((4 + 9 / 5) / 4000), 2);
  });

  it('falls back on the variance between persons for one draw with one replication', () => {
    const one = { own: { counted: Float64Array.of(20, 30), of: Float64Array.of(50, 50) }, kept: [[0.5]] };
    const result = estimateNested({ ...one, replications: 1 }, 0.25, 100, ANY);
    expect(result.mcse).toBeCloseTo(0.05, 12);
    expect(result.parameterLow).toBeNaN();
    expect(result.predictionLow).toBeNaN();
  });

  it('tells the same of many replications of which few are kept', () => {
    const whole = estimateNested(nested(60, 200, 1, 4), Number.NaN, 100, ANY);
    const thinned = estimateNested(nested(60, 200, 1, 4, 30), Number.NaN, 100, ANY);
    expect(thinned).toMatchObject({ estimate: whole.estimate, mcse: whole.mcse });
    expect(thinned.parameterLow).toBe(whole.parameterLow);
    expect(thinned.predictionHigh).toBeCloseTo(whole.predictionHigh, 0);
  });

  it('takes outcomes on one side minus those on the other', () => {
    expect(subtract([[1, Number.NaN], [3]], [[0.5, 2], [4]])).toEqual([[0.5, Number.NaN], [-1]]);
  });

  it('ends prediction intervals between the cohorts of many draws, and widens those of few', () => {
    // Draws that hardly differ, so that the quantiles of the cohorts are further out than the parameter interval.
    const many = nested(64, 8, 1, 2);
    const { predictionLow, predictionHigh } = estimateNested(many, Number.NaN, 100, ANY);
    expect({ low: predictionLow, high: predictionHigh }).toEqual(intervalOf(many.kept.flat()));
    // Eight draws: their variance has some five degrees of freedom, and the interval stands round the estimate.
    const few = estimateNested(nested(8, 8, 1, 2), Number.NaN, 100, ANY);
    expect((few.predictionLow + few.predictionHigh) / 2).toBeCloseTo(few.estimate, 12);
    expect(few.predictionHigh - few.predictionLow).toBeGreaterThan(2 * 1.96 * 2);
    expect(estimateNested(nested(2, 2, 5, 1), Number.NaN, 100, ANY).predictionLow).toBeNaN();
  });
});

describe('the prediction interval', () => {
  /** Draws of which each has the same outcome in four cohorts: there is no chance. */
  const certain = (draws: readonly number[]): Nested => ({
    own: {
      counted: Float64Array.from(draws.flatMap((mean) => [mean * PERSONS, mean * PERSONS])),
      of: new Float64Array(2 * draws.length).fill(PERSONS),
    },
    kept: draws.map((mean) => [mean, mean, mean, mean]),
    replications: 4,
  });

  it('ends where the parameter interval does when there is no chance', () => {
    // Means -20, 20, -19, 19, ..., -1, 1. The ends lie between the last two draws, at 0.025 x 41 - 1 = 0.025: 20 - 0.025 = 19.975
    // times sqrt(between / (sum of squares / 39)); of pairs 2 k^2 each, that is 2 x 2870 / 20 = 287, and between the pairs' means (zero)
    // nothing: 143.5. Sum of squares 5740.
    const draws = Array.from({ length: 20 }, (_, i) => [i - 20, 20 - i]).flat();
    const { parameterLow, parameterHigh, predictionLow, predictionHigh } = estimateNested(
      certain(draws),
      Number.NaN,
      100,
      ANY,
    );
    const end = 19.975 * Math.sqrt(143.5 / (5740 / 39));
    expect([parameterLow, parameterHigh]).toEqual([expect.closeTo(-end, 10), expect.closeTo(end, 10)]);
    // All 160 cohorts would put it at 20 (0.025 x 161 - 1 = 3.025, between the fourth and the fifth: 19.975).
    const cohorts = intervalOf(certain(draws).kept.flat());
    expect(cohorts.high).toBeCloseTo(19.975, 10);
    expect([predictionLow, predictionHigh]).toEqual([cohorts.low, cohorts.high]);
    // Pairs that go together have their spread between them: the parameter interval is the wider, and is the prediction.
    const together = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? [i + 1, i + 1] : [-i, -i])).flat();
    const wide = estimateNested(certain(together), Number.NaN, 100, ANY);
    expect(wide.parameterHigh).toBeGreaterThan(intervalOf(certain(together).kept.flat()).high);
    expect([wide.predictionLow, wide.predictionHigh]).toEqual([wide.parameterLow, wide.parameterHigh]);
  });

  it('holds the parameter interval, of any numbers of draws and any chance', () => {
    let estimable = 0;
    for (const draws of [4, 8, 16, 38, 40, 64])
      for (const chance of [0.001, 0.1, 0.3, 1, 3])
        for (const replications of [1, 2, 8]) {
          const row = estimateNested(nested(draws, replications, 1, chance), 1, 100, ANY);
          if (Number.isNaN(row.parameterLow) || Number.isNaN(row.predictionLow)) continue;
          estimable += 1;
          const holds = row.predictionLow <= row.parameterLow && row.predictionHigh >= row.parameterHigh;
          expect([draws, chance, replications, holds]).toEqual([draws, chance, replications, true]);
        }
    expect(estimable).toBeGreaterThan(40);
  });
});

describe('statistics', () => {
  it('agree with R: quantile type 7, var, mean', () => {
    expect(quantile([1, 2, 3, 4, 10], 0.1)).toBeCloseTo(1.4, 12);
    expect(quantile([1, 2, 3, 4, 10], 0.9)).toBeCloseTo(7.6, 12);
    expect(variance([1, 2, 3, 4, 10])).toBeCloseTo(12.5, 12);
    expect(mean([1, 2, 3, 4, 10])).toBe(4);
    expect(quantile([], 0.5)).toBeNaN();
    expect(quantile([1, Number.POSITIVE_INFINITY], 0.75)).toBe(Number.POSITIVE_INFINITY);
  });
});
