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
