import { describe, expect, it } from 'vitest';
import { drawFrom, standardNormal } from '../../../src/analysis/calibration/gaussian.js';
import {
  logLikelihood,
  type ModelMeans,
  resample,
  samplePosterior,
  type TargetFigure,
} from '../../../src/analysis/calibration/sampler.js';
import { mean, quantile, variance } from '../../../src/analysis/statistics.js';

type Model = (point: Float64Array) => number[];

const exact =
  (model: Model) =>
  async (points: readonly Float64Array[]): Promise<ModelMeans[]> =>
    points.map((point) => {
      const means = model(point);
      return { means, variances: means.map(() => 0) };
    });

const plan = { rounds: [60, 60, 60], candidates: 1000, draws: 200 };

describe('samplePosterior', () => {
  it('agrees with the exact posterior of a linear model', async () => {
    // One figure 1.5 = u0 + u1 + error of sd 0.5, priors N(0, 1): variance 1 - 1 / 2.25, mean 1.5 / 2.25.
    const figures: TargetFigure[] = [{ value: 1.5, sd: 0.5, isShare: false }];
    const model: Model = (u) => [u[0]! + u[1]!];
    const { points, effectiveSize } = await samplePosterior(
      2,
      figures,
      { rounds: [100, 200], candidates: 5000, draws: 1000 },
      [1, 2],
      exact(model),
    );
    const first = points.map((point) => point[0]!);
    expect(mean(first)).toBeCloseTo(1.5 / 2.25, 1);
    expect(variance(first)).toBeCloseTo(1 - 1 / 2.25, 1);
    expect(variance(points.map((point) => point[0]! + point[1]!))).toBeCloseTo(2 - 4 / 2.25, 1);
    expect(effectiveSize).toBeGreaterThan(500);
  });

  it('weighs what the linear approximation gets wrong', async () => {
    // The figure says exp(u) = 2: the posterior of u by numerical integration of the same likelihood and prior.
    const figures: TargetFigure[] = [{ value: 2, sd: 0.6, isShare: false }];
    const { points } = await samplePosterior(
      1,
      figures,
      { rounds: [200, 200], candidates: 10_000, draws: 2000 },
      [3, 4],
      exact((u) => [Math.exp(u[0]!)]),
    );
    let total = 0;
    let first = 0;
    let second = 0;
    for (let u = -6; u <= 4; u += 0.001) {
      const weight = Math.exp(-((Math.exp(u) - 2) ** 2) / (2 * 0.36) - u ** 2 / 2);
      total += weight;
      first += weight * u;
      second += weight * u * u;
    }
    const values = points.map((point) => point[0]!);
    expect(mean(values)).toBeCloseTo(first / total, 1);
    expect(Math.sqrt(variance(values))).toBeCloseTo(Math.sqrt(second / total - (first / total) ** 2), 1);
  });

  it('gives the same draws for the same key', async () => {
    const figures: TargetFigure[] = [{ value: 0.4, sd: 0.05, isShare: true }];
    const model: Model = (u) => [1 / (1 + Math.exp(-u[0]!))];
    const run = () => samplePosterior(1, figures, plan, [5, 6], exact(model));
    expect(await run()).toEqual(await run());
  });

  it('recovers parameters within their intervals at the nominal rate', async () => {
    // Simulation-based check: true parameters from the prior, figures from the model with noise, 80 % intervals.
    const model: Model = (u) => {
      const hazard = Math.exp(-3 + 0.5 * u[0]! + 0.2 * u[3]!);
      const later = Math.exp(-2.5 + 0.5 * u[1]!);
      const never = 0.2 / (1 + Math.exp(-u[2]!));
      const left = (month: number) =>
        (1 - never) * Math.exp(-hazard * Math.min(month, 12) - later * Math.max(0, month - 12)) + never;
      return [6, 12, 24, 48, 96].map(left);
    };
    let covered = 0;
    let asked = 0;
    for (let i = 0; i < 60; i++) {
      const truth = drawFrom(standardNormal(4), [7, 8], i);
      const noise = drawFrom(standardNormal(5), [9, 10], i);
      const sd = 0.02;
      const figures = model(truth).map((value, t): TargetFigure => {
        const seen = Math.min(0.995, Math.max(0.005, value + sd * noise[t]!));
        return { value: seen, sd, isShare: true };
      });
      const { points } = await samplePosterior(4, figures, plan, [11, i], exact(model));
      for (let j = 0; j < 4; j++) {
        const values = points.map((point) => point[j]!);
        covered += quantile(values, 0.1) <= truth[j]! && truth[j]! <= quantile(values, 0.9) ? 1 : 0;
        asked += 1;
      }
    }
    // 240 intervals of 80 %: within four standard errors, taking the four of a run as one.
    const error = Math.sqrt((0.8 * 0.2) / 60);
    expect(Math.abs(covered / asked - 0.8)).toBeLessThan(4 * error);
    expect(covered / asked).toBeLessThan(1);
  });
});

describe('resample', () => {
  it('takes each index floor or ceiling of count times its weight', () => {
    const weights = [0.5, 0.05, 0.25, 0.2];
    for (const start of [0.01, 0.5, 0.99]) {
      const chosen = resample(weights, 10, start);
      expect(chosen.length).toBe(10);
      weights.forEach((weight, i) => {
        const times = chosen.filter((index) => index === i).length;
        expect([Math.floor(10 * weight), Math.ceil(10 * weight)]).toContain(times);
      });
    }
  });
});

describe('logLikelihood', () => {
  it('adds what the emulator misses to the variance of the figure', () => {
    const figures: TargetFigure[] = [{ value: 1, sd: 3, isShare: false }];
    expect(logLikelihood(figures, [6], [16])).toBeCloseTo(-25 / 50 - Math.log(25) / 2, 12);
  });

  it('judges shares as shares, though they are emulated as logits', () => {
    const figures: TargetFigure[] = [{ value: 0.3, sd: 0.1, isShare: true }];
    const variance = 0.01 + 0.04 * 0.25 ** 2;
    expect(logLikelihood(figures, [0], [0.04])).toBeCloseTo(
      -0.04 / (2 * variance) - Math.log(variance) / 2,
      12,
    );
  });
});
