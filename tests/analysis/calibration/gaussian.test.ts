import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawFrom,
  logDensity,
  posteriorUnderLines,
  standardNormal,
} from '../../../src/analysis/calibration/gaussian.js';
import { fitLines } from '../../../src/analysis/calibration/regression.js';
import { cholesky, gram, solveLower, solveUpper } from '../../../src/analysis/linear-algebra.js';
import { mean, variance } from '../../../src/analysis/statistics.js';

const number = fc.double({ min: -3, max: 3, noNaN: true });

describe('cholesky', () => {
  it('solves systems of X X + I', () => {
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 12, maxLength: 12 }),
        fc.array(number, { minLength: 3, maxLength: 3 }),
        (x, b) => {
          const a = gram({ rows: 4, columns: 3, values: Float64Array.from(x) }, 1);
          const root = cholesky(a);
          const solution = solveUpper(root, solveLower(root, b));
          for (let i = 0; i < 3; i++) {
            const back = [0, 1, 2].reduce((sum, j) => sum + a.values[i * 3 + j]! * solution[j]!, 0);
            expect(back).toBeCloseTo(b[i]!, 8);
          }
        },
      ),
    );
  });

  it('refuses a matrix that is not positive definite', () => {
    expect(() => cholesky({ rows: 2, columns: 2, values: Float64Array.from([1, 2, 2, 1]) })).toThrow(
      'positive definite',
    );
  });
});

describe('posteriorUnderLines', () => {
  it('is the conjugate posterior of one parameter and one figure', () => {
    // Prior N(0, 1); figure 2 = 1 + 3 u + error of variance 0.5: precision 1 + 9 / 0.5, mean 3 (2 - 1) / 0.5 / 19.
    const line = { intercept: 1, slope: Float64Array.of(3), residualVariance: 0.2 };
    const { mean: centre, root } = posteriorUnderLines([line], [{ value: 2, variance: 0.3 }]);
    expect(root.values[0]! ** 2).toBeCloseTo(19, 12);
    expect(centre[0]).toBeCloseTo(6 / 19, 12);
  });

  it('is the prior when no slope touches the parameters', () => {
    const line = { intercept: 1, slope: new Float64Array(2), residualVariance: 0.2 };
    const posterior = posteriorUnderLines([line], [{ value: 2, variance: 0.3 }]);
    const point = Float64Array.of(0.3, -1.2);
    expect(logDensity(posterior, point)).toBeCloseTo(logDensity(standardNormal(2), point), 12);
    expect(logDensity(standardNormal(2), point)).toBeCloseTo(-(0.3 ** 2 + 1.2 ** 2) / 2, 12);
  });

  it('is drawn from with its own mean and spread', () => {
    const line = { intercept: 0, slope: Float64Array.of(1, -1), residualVariance: 0.5 };
    const posterior = posteriorUnderLines([line], [{ value: 1, variance: 0.5 }]);
    // Precision [[2, -1], [-1, 2]]: variance 2 / 3, covariance 1 / 3, mean (1, -1) / 3.
    const draws = Array.from({ length: 20_000 }, (_, i) => drawFrom(posterior, [1, 2], i));
    const first = draws.map((draw) => draw[0]!);
    expect(mean(first)).toBeCloseTo(1 / 3, 1);
    expect(variance(first)).toBeCloseTo(2 / 3, 1);
    expect(variance(draws.map((draw) => draw[0]! + draw[1]!))).toBeCloseTo(2, 1);
  });
});

describe('fitLines', () => {
  const points = Array.from({ length: 60 }, (_, i) => drawFrom(standardNormal(4), [3, 4], i));

  it('finds a line without noise, and no slope where there is none', () => {
    const values = points.map((point) => 1 + 2 * point[0]! - 0.5 * point[2]!);
    const [line] = fitLines(points, [values]);
    expect(line!.intercept).toBeCloseTo(1, 3);
    expect(Array.from(line!.slope, (slope) => Math.round(slope * 100) / 100)).toEqual([2, 0, -0.5, 0]);
    expect(line!.residualVariance).toBeLessThan(1e-5);
  });

  it('states the variance of what the line misses', () => {
    const noise = points.map((_, i) => drawFrom(standardNormal(1), [5, 6], i)[0]!);
    const [line] = fitLines(points, [points.map((point, i) => 3 * point[1]! + 0.7 * noise[i]!)]);
    expect(line!.slope[1]).toBeCloseTo(3, 0);
    expect(line!.residualVariance).toBeGreaterThan(0.3);
    expect(line!.residualVariance).toBeLessThan(0.8);
  });
});
