import { describe, expect, it } from 'vitest';
import { estimateNested, type NestedValues, subtract } from '../../src/analysis/nested.js';
import { mean, quantile, variance } from '../../src/analysis/statistics.js';
import { normalQuantile } from '../../src/engine/special.js';
import { uniformAt } from '../../src/engine/threefry.js';

/** Outcomes of which every replication is kept. */
function allKept(values: readonly (readonly number[])[]): NestedValues {
  return values.map((kept) => ({ kept, restSum: 0, restCount: 0 }));
}

/** The same design of which only the first replications are kept one by one. */
function thin(values: NestedValues, count: number): NestedValues {
  return values.map(({ kept }) => ({
    kept: kept.slice(0, count),
    restSum: kept.slice(count).reduce((sum, value) => sum + value, 0),
    restCount: kept.length - count,
  }));
}

/** A nested design with known variances: draws N(10, sdDraw^2), replications N(draw, sdReplication^2). */
function nested(
  draws: number,
  replications: number,
  sdDraw: number,
  sdReplication: number,
  key = 1,
): NestedValues {
  const values = Array.from({ length: draws }, (_, d) => {
    const centre = 10 + sdDraw * normalQuantile(uniformAt(key, 1, d, 0));
    return Array.from(
      { length: replications },
      (_, r) => centre + sdReplication * normalQuantile(uniformAt(key, 2, d, r)),
    );
  });
  return allKept(values);
}

describe('estimateNested', () => {
  it('tells parameter uncertainty from chance', () => {
    const result = estimateNested(nested(4000, 5, 2, 3), Number.NaN, 100);
    expect(result.parameterHigh - result.parameterLow).toBeCloseTo(2 * 1.96 * 2, 0);
    expect(result.predictionHigh - result.predictionLow).toBeCloseTo(2 * 1.96 * Math.sqrt(4 + 9), 0);
    expect(result.mcse).toBeCloseTo(Math.sqrt((4 + 9 / 5) / 4000), 3);
  });

  it('finds no parameter uncertainty where there is none', () => {
    const result = estimateNested(nested(500, 8, 0, 3), Number.NaN, 100);
    expect(result.parameterHigh - result.parameterLow).toBeLessThan(1);
  });

  it('has an MCSE that covers the truth about as often as it says', () => {
    let covered = 0;
    for (let key = 1; key <= 400; key++) {
      const { estimate, mcse } = estimateNested(nested(20, 3, 1, 2, key), Number.NaN, 100);
      if (Math.abs(estimate - 10) < 2.262 * mcse) covered += 1;
    }
    // 95 % with Student's t at the 9 degrees of freedom of ten pairs; four binomial standard errors around it.
    expect(covered / 400).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.95 * 0.05) / 400));
  });

  it('falls back on the variance between persons for one draw with one replication', () => {
    const result = estimateNested(allKept([[0.5]]), 0.25, 100);
    expect(result.mcse).toBeCloseTo(0.05, 12);
    expect(result.parameterLow).toBeNaN();
  });

  it('tells the same of many replications of which few are kept', () => {
    const all = nested(60, 200, 1, 4);
    const whole = estimateNested(all, Number.NaN, 100);
    const thinned = estimateNested(thin(all, 30), Number.NaN, 100);
    expect(thinned.estimate).toBeCloseTo(whole.estimate, 12);
    expect(thinned.mcse).toBeCloseTo(whole.mcse, 12);
    expect(thinned.parameterLow).toBeCloseTo(whole.parameterLow, 2);
    expect(thinned.predictionHigh).toBeCloseTo(whole.predictionHigh, 0);
    const other = nested(60, 200, 1, 4, 2);
    const difference = estimateNested(subtract(all, other), Number.NaN, 100);
    expect(estimateNested(subtract(thin(all, 30), thin(other, 30)), Number.NaN, 100).mcse).toBeCloseTo(
      difference.mcse,
      12,
    );
  });

  it('leaves out replications without an outcome', () => {
    expect(
      estimateNested(
        allKept([
          [1, Number.NaN],
          [3, 3],
        ]),
        Number.NaN,
        1,
      ).estimate,
    ).toBe(2);
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
