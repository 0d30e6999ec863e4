import { describe, expect, it } from 'vitest';
import {
  acceptability,
  type CostsAndEffects,
  frontierOf,
  netBenefit,
  planePoints,
} from '../../../src/analysis/decision/acceptability.js';
import { perfectInformation } from '../../../src/analysis/decision/evpi.js';
import { mean, variance } from '../../../src/analysis/statistics.js';
import { normalCdf } from '../../../src/engine/random/special.js';
import { noisy, normals, sure } from './made-draws.js';

const option = (costs: readonly number[], effects: readonly number[]): CostsAndEffects => ({
  costs: sure(Float64Array.from(costs)),
  effects: sure(Float64Array.from(effects)),
});

describe('acceptability', () => {
  const options = [
    option([0, 0, 0, 0], [0, 0, 0, 0]),
    option([100, 100, 100, 100], [1, 2, 3, 14]),
    option([300, 300, 300, 300], [2, 4, 6, 8]),
  ];

  it('counts by hand which option is best at each willingness to pay', () => {
    const [nothing, some, much] = acceptability(options, [0, 60, 1000]);
    // At 0 only costs count.
    expect(nothing!.probabilities.map(({ value }) => value)).toEqual([1, 0, 0]);
    expect(nothing!.losses).toEqual([0, 100, 300]);
    // At 60: -40, 20, 80, 740 (on average 200) against -180, -60, 60, 180 (0) and 0. The best: 0, 20, 80, 740, on average 210.
    expect(some!.netBenefits).toEqual([0, 200, 0]);
    expect(some!.probabilities.map(({ value }) => value)).toEqual([0.25, 0.75, 0]);
    expect(some!.losses).toEqual([210, 10, 210]);
    expect(some!.frontier).toBe(1);
    // At 1000: 900, 1900, 2900, 13900 (4900) against 1700, 3700, 5700, 7700 (4700): most probably best is not best on average.
    expect(much!.probabilities.map(({ value }) => value)).toEqual([0, 0.25, 0.75]);
    expect(much!.frontier).toBe(1);
    expect(much!.losses[1]).toBe((800 + 1800 + 2800) / 4);
  });

  describe('of the examples of the R package BCEA', () => {
    // G. Baio, BCEA 2.4 (GPL-3): its samples are not ours to hold, but what follows from their means is. Vaccine, 1,000 draws; Smoking, 500.
    const vaccine = [option([9.655463519], [-0.001055946395]), option([14.69144639], [-0.0008053699575])];
    const smoking = [
      option([0], [0.4105067698]),
      option([45.73316058], [0.6987463456]),
      option([94.91903544], [0.8953644524]),
      option([143.3007555], [1.133026582]),
    ];
    const bestAt = (options: readonly CostsAndEffects[], euros: number) =>
      acceptability(options, [euros])[0]!.frontier;

    it('gives the published net benefits and cost-effectiveness ratio of Vaccine', () => {
      // Manual page summary.bcea, at 25,000: -36.054 and -34.826, 1.2284 more; the ratio is 20,098. The probability, 0.529, and the EVPI,
      // 2.4145, hang on all draws: with the samples of the package both came out so, to all the digits printed.
      const benefits = vaccine.map((own) => netBenefit(own, 25_000).whole[0]!);
      expect(benefits.map((value) => value.toFixed(3))).toEqual(['-36.054', '-34.826']);
      expect(acceptability(vaccine, [25_000])[0]!.netBenefits[1]!.toFixed(4)).toBe('1.2284');
      expect([20_097, 20_098.5].map((euros) => bestAt(vaccine, euros))).toEqual([0, 1]);
    });

    it('turns where Smoking does, at 159 and 225', () => {
      // Its own test of compute_kstar, after Baio, Berardi and Heath 2017, doi 10.1007/978-3-319-55718-2.
      expect([158, 159, 224, 225].map((euros) => bestAt(smoking, euros))).toEqual([0, 1, 1, 3]);
    });
  });

  describe('the frontier', () => {
    const places = (options: readonly CostsAndEffects[], most: number) =>
      frontierOf(options, most).map((part) => [part.option, Math.round(part.from.value)]);

    it('turns between the values that curves are drawn at, where the means cross', () => {
      // Net benefit less that of the first: -176.26 at 0 and 267.10 at 10,000, so 0.044336 a euro, and 176.26 / 0.044336 = 3975.5.
      const options = [option([0, 0], [0, 0]), option([176.26, 176.26], [0.044336, 0.044336])];
      expect(places(options, 300_000)).toEqual([
        [0, 0],
        [1, 3976],
      ]);
      expect(places(options, 3975)).toEqual([[0, 0]]);
      expect(places(options.toReversed(), 300_000)).toEqual([
        [1, 0],
        [0, 3976],
      ]);
    });

    it('leaves out who is never best, and tells a standard error by hand', () => {
      // Costs 0, 100, 300, 400 and effects 0, 1, 1.5, 3: the third lies below the line from the second to the fourth, which cross at
      // (400 - 100) / (3 - 1) = 150. Over two draws the fourth costs 400 -+ 30: its benefit less that of the second at 150 is 30 and -30,
      // the standard error of its mean 30, and over the slope of 2 it is 15.
      const options = [option([0, 0], [0, 0]), option([100, 100], [1, 1]), option([300, 300], [1.5, 1.5])];
      const parts = frontierOf([...options, option([370, 430], [3, 3])], 1000);
      expect(parts.map((part) => [part.option, part.from.value])).toEqual([
        [0, 0],
        [1, 100],
        [3, 150],
      ]);
      expect(parts[2]!.from.error).toBeCloseTo(15, 10);
      // The first is best from nothing on, which cannot be off.
      expect(parts[0]!.from).toEqual({ value: 0, error: Number.NaN });
    });

    it('begins with the one that does more where two cost as much, and never ends with one that does less', () => {
      const options = [option([5], [1]), option([5], [2]), option([4], [0.5]), option([5], [2])];
      // At 0 the third is cheapest; (5 - 4) / (2 - 0.5) = 0.67.
      expect(frontierOf(options, 10).map(({ option: at }) => at)).toEqual([2, 1]);
      expect(frontierOf(options.slice(0, 2), 10).map(({ option: at }) => at)).toEqual([1]);
    });

    it('turns where Smoking of BCEA does, at 158.66 and 224.67, past the third option', () => {
      const smoking = [
        option([0], [0.4105067698]),
        option([45.73316058], [0.6987463456]),
        option([94.91903544], [0.8953644524]),
        option([143.3007555], [1.133026582]),
      ];
      expect(frontierOf(smoking, 500).map(({ option: at, from }) => [at, from.value.toFixed(2)])).toEqual([
        [0, '0.00'],
        [1, '158.66'],
        [3, '224.67'],
      ]);
    });
  });

  it('lets options that are equally good share a draw', () => {
    const [row] = acceptability([options[0]!, options[0]!], [10]);
    expect(row!.probabilities.map(({ value }) => value)).toEqual([0.5, 0.5]);
  });

  it('takes the luck of persons out, and loses what perfect information is worth on the frontier', () => {
    const draws = 2000;
    const none = sure(new Float64Array(draws));
    const effects = noisy(
      normals(1, draws).map((z) => 0.5 + z),
      1,
      300,
    );
    const costs = noisy(new Float64Array(draws).fill(1), 0.5, 800);
    // At 4 the difference is 1 + 4 z: better with probability Phi(1 / 4). With chance left in it would be Phi(1 / sqrt(16 + 16 + 0.25)) =
    // 0.57.
    const [row] = acceptability(
      [
        { costs: none, effects: none },
        { costs, effects },
      ],
      [4],
    );
    expect(Math.abs(row!.probabilities[1]!.value - normalCdf(0.25))).toBeLessThan(0.03);
    expect(row!.probabilities[1]!.error).toBeCloseTo(0.011, 3);
    const { evpi } = perfectInformation([none, netBenefit({ costs, effects }, 4)]);
    expect(row!.losses[row!.frontier]).toBeCloseTo(evpi.value, 10);
    const points = planePoints({ costs: effects, effects }, { costs: none, effects: none });
    expect(points).toBeDefined();
    expect(variance(points!.map(({ effect }) => effect))).toBeCloseTo(1, 0);
    for (const { effect, cost } of points!.slice(0, 20)) expect(cost).toBeCloseTo(effect, 6);
    expect(mean(points!.map(({ effect }) => effect))).toBeCloseTo(mean(effects.whole), 10);
  });

  it('keeps shares and euros apart on the plane, though the one is a hundred thousand times the other', () => {
    const draws = 400;
    const zero = sure(new Float64Array(draws));
    const spread = (stream: number, deviation: number) =>
      noisy(
        normals(stream, draws).map((z) => deviation * z),
        deviation / 2,
        900 + stream,
      );
    // Effects and costs have nothing to do with each other.
    const own = { effects: spread(40, 0.01), costs: spread(70, 2000) };
    const points = planePoints(own, { costs: zero, effects: zero })!;
    const [effects, costs] = [points.map(({ effect }) => effect), points.map(({ cost }) => cost)];
    expect(Math.sqrt(variance(effects)) / 0.01).toBeCloseTo(1, 0);
    expect(Math.sqrt(variance(costs)) / 2000).toBeCloseTo(1, 0);
    const together = mean(points.map(({ effect, cost }) => (effect - mean(effects)) * (cost - mean(costs))));
    expect(Math.abs(together / Math.sqrt(variance(effects) * variance(costs)))).toBeLessThan(0.2);
  });

  it('says where it cannot be told', () => {
    const alternate = Float64Array.from({ length: 64 }, (_, d) => (d % 2 === 0 ? 1 : -1));
    const drowned = { whole: alternate, halfDifference: alternate.map((value) => 2 * value) };
    const none = sure(new Float64Array(64));
    const [row] = acceptability(
      [
        { costs: none, effects: none },
        { costs: none, effects: drowned },
      ],
      [1],
    );
    expect(row!.probabilities[1]).toEqual({ value: Number.NaN, error: Number.NaN });
    expect(row!.losses).toEqual([Number.NaN, Number.NaN]);
    expect(planePoints({ costs: none, effects: drowned }, { costs: none, effects: none })).toBeUndefined();
  });
});
