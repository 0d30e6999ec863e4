/** Durations whose clock runs at a pace, or that last no longer than an exposure allows: answers worked out by hand. */

import { describe, expect, it } from 'vitest';
import type { Effect, Model, Transition } from '../../src/engine/model/model.js';
import type { Distribution } from '../../src/engine/random/distribution.js';
import { goesAfter, kernels, live, modelWith, pace } from './both-kernels.js';

const PERSONS = 400;
const on = { track: 'b', in: ['on'] };

/**
 * Two tracks: b is off, from month 6 on, and from month 10 off for good; a goes from x to y after a duration.
 */
function model(duration: Distribution, effects: readonly Effect[], rest: Partial<Transition> = {}): Model {
  return modelWith({
    tracks: [
      { name: 'b', states: ['off', 'on', 'over'] },
      { name: 'a', states: ['x', 'y'] },
    ],
    transitions: [
      goesAfter('b', 'off', 'on', 6),
      goesAfter('b', 'on', 'over', 4),
      goesAfter('a', 'x', 'y', 0, { clock: { kind: 'duration', distribution: duration }, effects, ...rest }),
    ],
    exposures: [{ name: 'months on', when: on, capMonths: 100 }],
    milestones: [{ name: 'y', when: { track: 'a', in: ['y'] }, sustainedMonths: 0 }],
    horizonMonths: 600,
  });
}

describe.each(kernels)('a pace (%s)', (_, make) => {
  /** The month in which each person comes to y; NaN: not within the horizon. */
  function times(of: Model, persons = PERSONS): number[] {
    const kernel = make(of);
    return Array.from({ length: persons }, (_person, i) => live(kernel, i).recorder.milestones[0]!);
  }

  const distributions: Distribution[] = [
    { kind: 'lognormal', median: 12, sigma: 0.45 },
    { kind: 'weibull', shape: 2, scale: 10 },
    { kind: 'gamma', shape: 2, scale: 4 },
    { kind: 'exponential', mean: 8 },
    { kind: 'uniform', low: 2, high: 20 },
    { kind: 'fixed', months: 7.5 },
    { kind: 'lognormal', median: 6.5, sigma: 0 },
  ];

  it.each(distributions)('stretches time on the clock: $kind', (distribution) => {
    const plain = times(model(distribution, []));
    const paced = times(
      model(distribution, [pace('b', 'off', 0.5), pace('b', 'on', 0), pace('b', 'over', 2)]),
    );
    expect(new Set(plain).size).toBe(
      distribution.kind === 'fixed' || ('sigma' in distribution && distribution.sigma === 0) ? 1 : PERSONS,
    );
    plain.forEach((T, i) => {
      // 3 months on the clock by month 6, none until month 10, then two a month.
      expect(paced[i]).toBeCloseTo(T <= 3 ? 2 * T : 10 + (T - 3) / 2, 8);
    });
  });

  it('of a sixth makes four months of twenty-four (case 18)', () => {
    const duration: Distribution = { kind: 'lognormal', median: 12, sigma: 0.45 };
    const persons = 20_000;
    const slow = times(
      model(
        duration,
        ['off', 'on', 'over'].map((state) => pace('b', state, 1 / 6)),
      ),
      persons,
    );
    const notYet = slow.filter((month) => !(month <= 24)).length / persons;
    // 1 - Phi(ln(4 / 12) / 0.45) = Phi(2.4414)
    const exact = 0.992_685;
    expect(Math.abs(notYet - exact)).toBeLessThan(3 * Math.sqrt((exact * (1 - exact)) / persons));
  });

  it('multiplies with other paces, and a hazard ratio acts beside it', () => {
    const weibull: Distribution = { kind: 'weibull', shape: 2, scale: 10 };
    const plain = times(model(weibull, []));
    const mixed = times(
      model(weibull, [
        pace('b', 'off', 0.25),
        pace('a', 'x', 2),
        { kind: 'state', track: 'b', state: 'off', log: Math.log(3) },
      ]),
    );
    plain.forEach((T, i) => {
      // The budget is H(T) = (T / 10)^2. Up to month 6 the clock runs at 1/2 and the hazard is tripled: H is 3 (a / 10)^2, and
      // 0.27 at a = 3 months on the clock; then it runs at 2.
      const budget = (T / 10) ** 2;
      const month =
        budget <= 0.27 ? 2 * 10 * Math.sqrt(budget / 3) : 6 + (10 * Math.sqrt(0.09 + budget - 0.27) - 3) / 2;
      expect(mixed[i]).toBeCloseTo(month, 8);
    });
  });

  it('does not run while the guard is closed, and stands still at 0', () => {
    const fixed: Distribution = { kind: 'fixed', months: 5 };
    const guarded = { when: { track: 'b', in: ['off', 'over'] } };
    // 6 months at 1/2, closed for 4, then 2 at 1; without the guard 1 1/3 months at 1.5.
    expect(times(model(fixed, [pace('b', 'off', 0.5)], guarded), 1)).toEqual([12]);
    expect(times(model(fixed, [pace('b', 'off', 0.5), pace('b', 'on', 1.5)]), 1)[0]).toBeCloseTo(
      6 + 4 / 3,
      9,
    );
    expect(times(model(fixed, [pace('b', 'off', 0), pace('b', 'over', 0)]), 1)).toEqual([Number.NaN]);
    expect(times(model(fixed, [pace('b', 'off', 0)]), 1)).toEqual([11]);
  });

  it('takes a time ratio as a longer way', () => {
    const of = model({ kind: 'fixed', months: 4 }, [pace('b', 'off', 0.5)]);
    const kernel = make(of);
    kernel.person.timeRatio[2] = 1.5;
    // 6 months on the clock: 3 by month 6, 3 more.
    expect(live(kernel).recorder.milestones[0]).toBe(9);
  });
});

describe.each(kernels)('a duration with a bound (%s)', (_, make) => {
  /** What `bounded` may do otherwise: also the exposure's cap, and the person's time ratio. */
  type Circumstances = Partial<Transition> & { horizonMonths?: number; cap?: number; timeRatio?: number };

  /** A state entered at month 8, when b has been on for 2 months, and again at month 20, after 4 months of b. */
  function bounded(
    distribution: Distribution,
    ratio: number,
    { horizonMonths = 40, cap = 100, timeRatio = 1, ...rest }: Circumstances = {},
  ): number[] {
    const clock = { kind: 'duration', distribution, atMost: { exposure: 'months on', ratio } } as const;
    const of = model({ kind: 'fixed', months: 8 }, []);
    const kernel = make({
      ...of,
      tracks: [of.tracks[0]!, { name: 'a', states: ['x', 'y', 'z'] }],
      transitions: [
        ...of.transitions,
        goesAfter('a', 'y', 'z', 0, { clock, ...rest }),
        goesAfter('a', 'z', 'y', 0, { clock: { kind: 'hazard', factors: [at20] } }),
      ],
      exposures: [{ ...of.exposures[0]!, capMonths: cap }],
      horizonMonths,
    });
    kernel.person.timeRatio[3] = timeRatio;
    const months: number[] = [];
    kernel.onEvent = (month, { name }) => {
      if (name === 'a: y -> z') months.push(month);
    };
    live(kernel);
    return months;
  }
  /** A hazard so high from month 20 on that it fires at once, give or take some hours. */
  const at20 = {
    scale: 'origin',
    pieces: [
      { from: 0, log: Number.NEGATIVE_INFINITY, slope: 0 },
      { from: 20, log: 14, slope: 0 },
    ],
  } as const;

  it('ends after so many months for each of the exposure by the time it begins', () => {
    const [first, second] = bounded({ kind: 'fixed', months: 30 }, 1.5);
    expect(first).toBe(8 + 1.5 * 2);
    expect(second).toBeCloseTo(20 + 1.5 * 4, 3);
    expect(bounded({ kind: 'fixed', months: 5 }, 1.5).slice(0, 2)).toEqual([11, expect.closeTo(25, 3)]);
    expect(bounded({ kind: 'fixed', months: 30 }, 0, { horizonMonths: 19 })).toEqual([8]);
  });

  it('counts an exposure up to its cap, and no time ratio', () => {
    const fixed: Distribution = { kind: 'fixed', months: 30 };
    expect(bounded(fixed, 1.5, { cap: 1 }).slice(0, 2)).toEqual([9.5, expect.closeTo(21.5, 3)]);
    expect(bounded(fixed, 1.5, { timeRatio: 2 })[0]).toBe(11);
    expect(bounded({ kind: 'fixed', months: 1 }, 1.5, { timeRatio: 2 })[0]).toBe(10);
  });

  it('counts only the time in which its clock runs', () => {
    // From month 8 to 10 the clock stands still, by a guard or a pace; then 3 months are left.
    const over = { track: 'b', in: ['over'] };
    expect(bounded({ kind: 'fixed', months: 30 }, 1.5, { when: over })[0]).toBe(13);
    expect(bounded({ kind: 'fixed', months: 30 }, 1.5, { effects: [pace('b', 'on', 0)] })[0]).toBe(13);
  });

  it('cuts off what a distribution would last longer', () => {
    const uniform: Distribution = { kind: 'uniform', low: 20, high: 21 };
    expect(bounded(uniform, 1.5)[0]).toBe(11);
    expect(bounded(uniform, 100)[0]).toBeGreaterThan(28);
  });
});
