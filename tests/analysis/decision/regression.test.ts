import { describe, expect, it } from 'vitest';
import { fitGaussianProcess } from '../../../src/analysis/decision/gaussian-process.js';
import { drawFitted, type Fit, fitPenalised } from '../../../src/analysis/decision/penalised-regression.js';
import { additiveSplines } from '../../../src/analysis/decision/spline-regression.js';
import { mean, variance } from '../../../src/analysis/statistics.js';
import { normalAt, normals } from './made-draws.js';

const splines = (inputs: Float64Array[], response: Float64Array) =>
  fitPenalised(additiveSplines(inputs), response);
const rootMeanSquare = (values: Float64Array) => Math.sqrt(mean(values.map((value) => value * value)));
const off = ({ fitted }: Fit, truth: Float64Array) =>
  rootMeanSquare(fitted.map((value, d) => value - truth[d]!));

describe('a regression by splines', () => {
  it('is the least squares line where the outcome is one', () => {
    const x = Float64Array.from([0, 1, 2, 3, 4, 5, 6, 7]);
    const { fitted } = splines(
      [x],
      x.map((value) => 2 - 3 * value),
    );
    for (const [d, value] of fitted.entries()) expect(value).toBeCloseTo(2 - 3 * d, 6);
  });

  it('takes noise for noise: no bends, and the residual variance of a line', () => {
    const x = normals(1, 400);
    const y = normals(2, 400);
    const { fitted, variance: left } = splines([x], y);
    expect(left).toBeCloseTo(1, 0);
    expect(rootMeanSquare(fitted)).toBeLessThan(0.2);
  });

  it('follows bends without being told how many, as a sum over inputs', () => {
    const [x, z] = [normals(3, 500), normals(4, 500)];
    const truth = x.map((value, d) => Math.sin(2 * value) + z[d]! ** 2);
    const noise = normals(5, 500);
    const fit = splines(
      [x, z, new Float64Array(500).fill(7)],
      truth.map((value, d) => value + 0.5 * noise[d]!),
    );
    expect(off(fit, truth)).toBeLessThan(0.15);
    expect(fit.variance).toBeGreaterThan(0.2);
    expect(fit.variance).toBeLessThan(0.3);
  });

  it('takes inputs that are the same, or have few values', () => {
    const x = normals(6, 100).map((value) => Math.sign(value));
    const y = x.map((value) => 3 * value);
    const { fitted } = splines([x, x, x.map((value) => value * value)], y);
    for (const [d, value] of fitted.entries()) expect(value).toBeCloseTo(y[d]!, 4);
  });

  it('knows the covariance of what it fits', () => {
    const x = normals(7, 200);
    const truth = x.map((value) => Math.tanh(value));
    const scores = Array.from({ length: 30 }, (_, run) => {
      const noise = normals(50 + run, 200);
      const fit = splines(
        [x],
        truth.map((value, d) => value + 0.5 * noise[d]!),
      );
      const drawn = Array.from({ length: 40 }, (_, b) =>
        drawFitted(fit, normals(500 + b, fit.coefficients.length)),
      );
      return mean(
        truth.map((value, d) => (fit.fitted[d]! - value) ** 2 / variance(drawn.map((values) => values[d]!))),
      );
    });
    expect(mean(scores)).toBeGreaterThan(0.75);
    expect(mean(scores)).toBeLessThan(1.3);
  });

  /** Errors of slopes over their stated standard errors, in runs of so many draws. */
  const slopeErrors = (draws: number, make: (run: number) => { x: Float64Array; y: Float64Array }) =>
    Array.from({ length: 60 }, (_, run) => {
      const { x, y } = make(run);
      const fit = splines([x], y);
      const [low, high] = [x.indexOf(Math.min(...x)), x.indexOf(Math.max(...x))];
      const slope = (values: Float64Array) => (values[high]! - values[low]!) / (x[high]! - x[low]!);
      const drawn = Array.from({ length: 40 }, (_, b) =>
        slope(drawFitted(fit, normals(500 + b, fit.coefficients.length))),
      );
      expect(x.length).toBe(draws);
      return (slope(fit.fitted) - 1) / Math.sqrt(variance(drawn));
    });

  it('knows that the draws of a block have the same persons', () => {
    // A slope on an input that the draws of a block share, with noise that they share: 25 blocks tell it, not 100 draws.
    const errors = slopeErrors(100, (run) => {
      const x = Float64Array.from({ length: 100 }, (_, d) => normalAt(run, d >> 2));
      return {
        x,
        y: x.map((value, d) => value + normalAt(700 + run, d >> 2) + 0.1 * normalAt(900 + run, d)),
      };
    });
    expect(variance(errors)).toBeGreaterThan(0.5);
    expect(variance(errors)).toBeLessThan(1.7);
  });

  it('knows that the draws of a pair are antithetic', () => {
    // What else moves the outcome goes against itself within pairs, as the input does: 100 pairs tell the slope, not 200 draws.
    const errors = slopeErrors(200, (run) => {
      const antithetic = (stream: number) =>
        Float64Array.from({ length: 200 }, (_, d) => (d % 2 === 0 ? 1 : -1) * normalAt(stream, d >> 1));
      const x = antithetic(1100 + run);
      const other = antithetic(1200 + run);
      return { x, y: x.map((value, d) => value + other[d]!) };
    });
    expect(variance(errors)).toBeGreaterThan(0.5);
    expect(variance(errors)).toBeLessThan(1.6);
  });
});

describe('a Gaussian process', () => {
  const [x, z] = [normals(8, 300), normals(9, 300)];

  it('finds what inputs do together, which a sum of splines cannot', () => {
    const truth = x.map((value, d) => Math.sin(2 * value) * z[d]!);
    const noise = normals(10, 300);
    const y = truth.map((value, d) => value + 0.3 * noise[d]!);
    // Inputs that do nothing are given lengths of their own, and do no harm.
    const idle = [11, 12, 13].map((stream) => normals(stream, 300));
    expect(off(fitGaussianProcess([x, z, ...idle], y), truth)).toBeLessThan(0.15);
    expect(off(splines([x, z], y), truth)).toBeGreaterThan(0.5);
  });

  it('is a line where the outcome is one, and a mean where inputs do not vary', () => {
    const line = x.map((value, d) => 1 + 2 * value - z[d]!);
    expect(off(fitGaussianProcess([x, z], line), line)).toBeLessThan(1e-4);
    const { fitted } = fitGaussianProcess([new Float64Array(3).fill(4)], Float64Array.from([1, 2, 6]));
    for (const value of fitted) expect(value).toBeCloseTo(3, 6);
  });
});
