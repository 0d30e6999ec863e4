import { describe, expect, it } from 'vitest';
import { partialInformation } from '../../../src/analysis/decision/evppi.js';
import { peopleAfter, sampleInformation, worthOfPilots } from '../../../src/analysis/decision/evsi.js';
import { mean, variance } from '../../../src/analysis/statistics.js';
import { noisy, normals, normalValue, sure } from './made-draws.js';

const key = [3, 4] as const;
const none = (draws: number) => sure(new Float64Array(draws));

/**
 * EVSI of the conjugate case: an effect that is normal with mean m and standard deviation s, worth itself, measured with a sampling
 * variance v.
 */
const conjugate = (m: number, s: number, v: number) => normalValue(m, s ** 2 / Math.sqrt(s ** 2 + v));

describe('sampleInformation', () => {
  it('gives the conjugate normal case for every size, from expected values without luck', () => {
    const [m, s] = [0.3, 1];
    const effect = sure(normals(1, 1000).map((z) => m + s * z));
    // A person's outcome has variance 4; with n of them and n without, that of the difference is 8 / n.
    const sampling = [4, 8, 40, 400].map((n) => 8 / n);
    const values = sampleInformation([none(1000), effect], effect, sampling, key);
    values.forEach(({ value, error }, i) => {
      expect(Math.abs(value - conjugate(m, s, sampling[i]!))).toBeLessThan(3 * error);
      expect(error).toBeLessThan(0.05);
    });
    for (let i = 1; i < values.length; i++) expect(values[i]!.value).toBeGreaterThan(values[i - 1]!.value);
  });

  it('gives it where the luck of the same persons is in the outcome and in what it is worth', () => {
    const [m, s, v] = [0.2, 1, 0.5];
    const runs = Array.from({ length: 8 }, (_, run) => {
      // The net benefit is the outcome: all chance is in both. A half of the persons measures it with variance 2.
      const effect = noisy(
        normals(100 + run, 600).map((z) => m + s * z),
        1,
        5000 + 300 * run,
      );
      return sampleInformation([none(600), effect], effect, [v], key)[0]!;
    });
    const exact = conjugate(m, s, v);
    const error = Math.sqrt(variance(runs.map(({ value }) => value)) / runs.length);
    expect(Math.abs(mean(runs.map(({ value }) => value)) - exact)).toBeLessThan(3 * error);
    const scores = runs.map((run) => (run.value - exact) / run.error);
    expect(Math.max(...scores.map(Math.abs))).toBeLessThan(3);
    expect(mean(scores.map((score) => score ** 2))).toBeGreaterThan(0.1);
  });

  it('agrees with the regression on a simulated measurement, and with the example of the R package voi', () => {
    // C. Jackson, voi: package overview: p1 ~ N(1, 1) is measured in n = 10 with standard deviation 1; net benefit p1 - p2, p2 ~ N(0, 2).
    // Published EVSI, from 10,000 draws: 0.0708.
    const draws = 2000;
    const p1 = normals(7, draws).map((z) => 1 + z);
    const p2 = normals(8, draws).map((z) => 2 * z);
    const benefit = p1.map((value, d) => value - p2[d]!);
    const measured = normals(9, draws).map((z, d) => p1[d]! + z * Math.sqrt(0.1));
    const regression = partialInformation([new Float64Array(draws), benefit], [measured], key);
    const [matched] = sampleInformation([none(draws), sure(benefit)], sure(p1), [0.1], key);
    const exact = conjugate(1, 1, 0.1);
    for (const { value, error } of [regression, matched!]) {
      expect(Math.abs(value - exact)).toBeLessThan(3 * error);
      expect(Math.abs(value - 0.07078461)).toBeLessThan(3 * error * Math.sqrt(1 + draws / 10_000));
      expect(error).toBeLessThan(0.015);
    }
  });

  it('tells nothing of an outcome that no draw changes', () => {
    const alternate = Float64Array.from({ length: 64 }, (_, d) => (d % 2 === 0 ? 1 : -1));
    const drowned = { whole: alternate, halfDifference: alternate.map((value) => 2 * value) };
    expect(sampleInformation([none(64), none(64)], drowned, [1], key)).toEqual([
      { value: Number.NaN, error: Number.NaN },
    ]);
  });
});

describe('worthOfPilots', () => {
  it('counts people from the decision on, discounted', () => {
    expect(peopleAfter({ perYear: 100, years: 10, rate: 0 }, 30)).toBe(750);
    expect(peopleAfter({ perYear: 100, years: 10, rate: 0 }, 240)).toBe(0);
    // The integral of 100 x 1.03^-t from 1 to 2, by its middle: 1.03^-1.5 x 100 = 95.66.
    expect(peopleAfter({ perYear: 100, years: 2, rate: 0.03 }, 12)).toBeCloseTo(95.66, 1);
  });

  it('takes off what a pilot costs, and finds the best or none', () => {
    const pilots = [60, 240, 960].map((persons, i) => ({
      persons,
      months: 30,
      until: 30,
      evsi: { value: [100, 400, 450][i]!, error: 10 },
    }));
    const costs = { fixed: 20_000, perPerson: 100, perPersonMonth: 10, worseArm: 0, worseArmError: 0 };
    const population = { perYear: 100, years: 10, rate: 0 };
    // 750 people: 75,000 - 44,000; 300,000 - 116,000; 337,500 - 404,000.
    expect(worthOfPilots(pilots, costs, population)).toEqual({
      netBenefits: [31_000, 184_000, -66_500].map((value) => ({ value, error: 7500 })),
      best: 1,
    });
    expect(worthOfPilots(pilots.slice(2), costs, population).best).toBeUndefined();
    // Half of 240 lose 500 each, and recruiting takes a year: 650 people, 260,000 - 116,000 - 60,000.
    const late = { ...pilots[1]!, until: 42 };
    const lose = { ...costs, worseArm: 500, worseArmError: 20 };
    // The error of what they lose comes on top: 650 x 10 and 120 x 20.
    expect(worthOfPilots([late], lose, population).netBenefits).toEqual([{ value: 84_000, error: 8900 }]);
  });
});
