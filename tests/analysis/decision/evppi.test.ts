import { describe, expect, it } from 'vitest';
import { perfectInformation, valueOfKnowing } from '../../../src/analysis/decision/evpi.js';
import { expectedGiven, partialInformation } from '../../../src/analysis/decision/evppi.js';
import { mean, variance } from '../../../src/analysis/statistics.js';
import { noisy, normals, normalValue, sure } from './made-draws.js';

const key = [1, 2] as const;
const none = (draws: number) => new Float64Array(draws);

describe('partialInformation', () => {
  it('gives the closed form for a linear net benefit of normal inputs, as far off as it says', () => {
    // 0.3 + x + 2 z: knowing x leaves a mean of standard deviation 1, knowing z one of 2.
    const truths = [normalValue(0.3, 1), normalValue(0.3, 2)];
    const errors = Array.from({ length: 12 }, (_, run) => {
      const inputs = [normals(2 * run, 500), normals(2 * run + 1, 500)];
      const benefit = noisy(
        inputs[0]!.map((x, d) => 0.3 + x + 2 * inputs[1]![d]!),
        1,
        3000 + 200 * run,
      ).whole;
      return inputs.map((input, i) => {
        const { value, error } = partialInformation([none(500), benefit], [input], key);
        return (value - truths[i]!) / error;
      });
    }).flat();
    expect(Math.max(...errors.map(Math.abs))).toBeLessThan(3);
    expect(variance(errors)).toBeGreaterThan(0.3);
    expect(variance(errors)).toBeLessThan(1.8);
  });

  it('takes off what the error of the fit adds, where an input does nothing', () => {
    // One other option that is a little better; and five that are as good as the first.
    for (const [others, m, most] of [
      [1, 0.1, 0.6],
      [5, 0, 0.8],
    ] as const) {
      const runs = Array.from({ length: 20 }, (_, run) => {
        const options = Array.from({ length: others }, (_, k) =>
          normals(100 + 10 * run + k, 200).map((z) => m + z),
        );
        const input = normals(5000 + run, 200);
        const { expected } = expectedGiven([none(200), ...options], [input], key);
        return {
          ...partialInformation([none(200), ...options], [input], key),
          plain: valueOfKnowing(expected),
        };
      });
      const plain = mean(runs.map((run) => run.plain));
      expect(mean(runs.map(({ value }) => value))).toBeLessThan(most * plain);
      expect(Math.max(...runs.map(({ value, error }) => value / error))).toBeLessThan(3.5);
    }
  });

  it('knows several options at once, whose values have much in common', () => {
    // Three options: 0, x + z and x - z. Knowing x: the better of 0 and x twice over; the two are the same on average. phi(0) = 0.3989.
    const [x, z] = [normals(31, 2000), normals(32, 2000)];
    const options = [none(2000), x.map((value, d) => value + z[d]!), x.map((value, d) => value - z[d]!)];
    const ofX = partialInformation(options, [x], key);
    expect(Math.abs(ofX.value - normalValue(0, 1))).toBeLessThan(3 * ofX.error);
    // Knowing z: the better of z, -z and 0: E|z| = 2 phi(0).
    const ofZ = partialInformation(options, [z], key);
    expect(Math.abs(ofZ.value - 2 * normalValue(0, 1))).toBeLessThan(3 * ofZ.error);
    expect(ofZ.error).toBeLessThan(0.05);
  });

  it('takes an option that is there twice as one', () => {
    const [x, y] = [normals(35, 200), normals(36, 200)];
    const once = partialInformation([none(200), y], [x], key);
    const twice = partialInformation([none(200), y, y], [x], key);
    expect(twice.value).toBeCloseTo(once.value, 4);
    expect(twice.error).toBeCloseTo(once.error, 4);
  });

  it('gives a group what its inputs are worth together: with all of them, the EVPI', () => {
    // x z: neither alone says anything, both say all. E max(0, x z) = E|x| E|z| / 2 = 1 / pi.
    const [x, z] = [normals(41, 600), normals(42, 600)];
    const options = [none(600), x.map((value, d) => value * z[d]!)];
    const both = partialInformation(options, [x, z], key);
    expect(Math.abs(both.value - 1 / Math.PI)).toBeLessThan(3 * both.error);
    expect(both.value).toBeCloseTo(perfectInformation(options.map(sure)).evpi.value, 1);
    expect(partialInformation(options, [x], key).value).toBeLessThan(0.05);
  });

  it('agrees with the example of the R package voi', () => {
    // C. Jackson, voi: package overview (vignette): net benefit k p1 - p2 with p1 ~ N(1, 1), p2 ~ N(0, 2), 10,000 draws of R's own: EVPI
    // 0.4760 (k = 1), 0.4028 (2), 0.4174 (3); EVPPI of p1 0.0821, 0.1705, 0.2590; of p2 0.3903 (k = 1). These have errors too.
    const draws = 4000;
    const p1 = normals(51, draws).map((z) => 1 + z);
    const p2 = normals(52, draws).map((z) => 2 * z);
    const published = [
      { k: 1, evpi: 0.47598851, ofP1: 0.08210074 },
      { k: 2, evpi: 0.40280031, ofP1: 0.17052564 },
      { k: 3, evpi: 0.41742073, ofP1: 0.25895085 },
    ];
    const both = Math.sqrt(1 + draws / 10_000);
    for (const { k, evpi, ofP1 } of published) {
      const benefit = p1.map((value, d) => k * value - p2[d]!);
      const all = perfectInformation([sure(none(draws)), sure(benefit)]).evpi;
      expect(Math.abs(all.value - evpi)).toBeLessThan(3 * both * all.error);
      const part = partialInformation([none(draws), benefit], [p1], key);
      expect(Math.abs(part.value - ofP1)).toBeLessThan(3 * both * part.error);
      // What the package's figures are estimates of.
      expect(Math.abs(all.value - normalValue(k, Math.hypot(k, 2)))).toBeLessThan(3 * all.error);
      expect(Math.abs(part.value - normalValue(k, k))).toBeLessThan(3 * part.error);
    }
    const costs = partialInformation([none(draws), p1.map((value, d) => value - p2[d]!)], [p2], key);
    expect(Math.abs(costs.value - 0.39029827)).toBeLessThan(3 * both * costs.error);
  });
});
