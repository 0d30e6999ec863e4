import { describe, expect, it } from 'vitest';
import { perfectInformation, valueOfKnowing } from '../../../src/analysis/decision/evpi.js';
import { expectedByOption } from '../../../src/analysis/decision/expected.js';
import { jackknife } from '../../../src/analysis/decision/jackknife.js';
import { mean, variance } from '../../../src/analysis/statistics.js';
import { noisy, normals, normalValue, sure } from './made-draws.js';

const zeros = (draws: number) => sure(new Float64Array(draws));

describe('perfectInformation', () => {
  it('counts by hand what the best of each draw gives more than the best on average', () => {
    const options = [
      [0, 0, 0, 0],
      [1, -3, 5, 1],
      [2, -2, 0, -4],
    ].map((values) => sure(Float64Array.from(values)));
    // Best of each draw: 2, 0, 5, 1, on average 2; on average the options give 0, 1 and -1.
    const { evpi, losses, best, between } = perfectInformation(options);
    expect(evpi.value).toBe(1);
    expect(losses.map(({ value }) => value)).toEqual([2, 1, 3]);
    expect(best).toBe(1);
    expect(between).toEqual({ low: 1, high: 1 });
  });

  it('gives the closed form for a normal difference, and says how far off it may be', () => {
    const [m, s] = [0.4, 1.5];
    const errors = Array.from({ length: 20 }, (_, run) => {
      const difference = normals(run, 1000).map((z) => m + s * z);
      const { evpi } = perfectInformation([zeros(1000), sure(difference)]);
      return (evpi.value - normalValue(m, s)) / evpi.error;
    });
    expect(Math.max(...errors.map(Math.abs))).toBeLessThan(3.5);
    // Errors of the size that is stated: their variance is 1, give or take 3 sqrt(2 / 20).
    expect(variance(errors)).toBeGreaterThan(0.3);
    expect(variance(errors)).toBeLessThan(1.8);
  });

  it('does not count the luck of persons as something to be known', () => {
    const [m, s, noise] = [-0.3, 1, 0.8];
    const truth = normalValue(m, s);
    const runs = Array.from({ length: 20 }, (_, run) => {
      const expected = normals(1000 + run, 512).map((z) => m + s * z);
      return perfectInformation([zeros(512), noisy(expected, noise, 2000 + 300 * run)]);
    });
    const average = (value: (run: (typeof runs)[number]) => number) => mean(runs.map(value));
    const error = Math.sqrt(variance(runs.map(({ evpi }) => evpi.value)) / runs.length);
    expect(Math.abs(average(({ evpi }) => evpi.value) - truth)).toBeLessThan(3 * error);
    // The plain mean of the highest counts a spread of sqrt(1 + 0.64); the halves choose with errors of 1.28, and gain what a standard
    // deviation of 1 / sqrt(1 + 1.28) tells.
    expect(average(({ between }) => between.high)).toBeCloseTo(
      normalValue(m, Math.sqrt(s ** 2 + noise ** 2)),
      1,
    );
    expect(average(({ between }) => between.high)).toBeGreaterThan(truth + 6 * error);
    expect(average(({ between }) => between.low)).toBeLessThan(truth - 3 * error);
    const scatter = mean(runs.map(({ evpi }) => ((evpi.value - truth) / evpi.error) ** 2));
    expect(scatter).toBeGreaterThan(0.35);
    expect(scatter).toBeLessThan(1.9);
  });

  it('takes out noise that several options share, and keeps how they go together', () => {
    const draws = 4000;
    const [a, b] = [normals(1, draws), normals(2, draws)];
    const expected = [new Float64Array(draws), a, a.map((value, d) => 0.6 * value + 0.8 * b[d]!)];
    const runs = expected.map((values, k) => noisy(values, 0.7, 3000 + 300 * k));
    const values = expectedByOption(runs);
    const covariance = (x: Float64Array, y: Float64Array) =>
      mean(x.map((value, d) => value * y[d]!)) - mean(x) * mean(y);
    // Of the differences themselves: 1, 1 and 0.6.
    for (const [x, y, exact] of [
      [1, 1, 1],
      [2, 2, 1],
      [1, 2, 0.6],
    ] as const)
      expect(Math.abs(covariance(values[x]!, values[y]!) - exact)).toBeLessThan(0.1);
    const { evpi } = perfectInformation(runs);
    expect(Math.abs(evpi.value - valueOfKnowing(expected))).toBeLessThan(3 * evpi.error);
    expect(evpi.error).toBeLessThan(0.03);
  });

  it('takes luck out of skewed differences too', () => {
    // Lognormal less 1: the value without chance is that of the same draws. Drawn in alone, it comes out 0.013 too high.
    const errors = Array.from({ length: 10 }, (_, run) => {
      const difference = normals(70 + run, 1000).map((z) => Math.exp(0.8 * z) - 1);
      const { evpi } = perfectInformation([zeros(1000), noisy(difference, 0.3, 9000 + 300 * run)]);
      return evpi.value - valueOfKnowing([new Float64Array(1000), difference]);
    });
    expect(Math.abs(mean(errors))).toBeLessThan(0.009);
  });

  it('is not misled by antithetic pairs, which differ by twice as much as draws do', () => {
    const draws = 2000;
    const expected = normals(61, draws).map((_, d, own) => (d % 2 === 0 ? own[d]! : -own[d - 1]!));
    const { evpi } = perfectInformation([zeros(draws), noisy(expected, 0.7, 4000)]);
    expect(Math.abs(evpi.value - normalValue(0, 1))).toBeLessThan(3 * evpi.error);
    expect(evpi.error).toBeLessThan(0.03);
  });

  it('leaves an option alone that is the same as the first, and tells nothing where chance drowns the draws', () => {
    const own = noisy(
      normals(5, 64).map((z) => 3 * z),
      0.1,
      700,
    );
    const { evpi, losses } = perfectInformation([zeros(64), zeros(64), own]);
    expect(evpi.value).toBeGreaterThan(0);
    expect(losses[0]!.value).toBe(losses[1]!.value);
    const alternate = Float64Array.from({ length: 64 }, (_, d) => (d % 2 === 0 ? 1 : -1));
    const drowned = perfectInformation([
      zeros(64),
      { whole: alternate, halfDifference: alternate.map((x) => 2 * x) },
    ]);
    expect(drowned.evpi).toEqual({ value: Number.NaN, error: Number.NaN });
    // The plain mean of the highest is 1 in half of the draws. Halves of -1 and 3, and of -3 and 1, never choose to gain.
    expect(drowned.between).toEqual({ low: 0, high: 0.5 });
  });
});

describe('jackknife', () => {
  it('gives a mean of blocks the standard error that its formula gives', () => {
    const values = normals(8, 80);
    const blocks = Array.from({ length: 20 }, (_, b) => mean(values.slice(4 * b, 4 * b + 4)));
    const [error] = jackknife(80, (kept) => [mean(Float64Array.from(kept, (d) => values[d]!))]);
    expect(error).toBeCloseTo(Math.sqrt(variance(blocks) / 20), 12);
    expect(jackknife(4, () => [1])).toEqual([Number.NaN]);
  });
});
