/** Exposures whose months count in part, by a load: answers worked out by hand. */

import { describe, expect, it } from 'vitest';
import type { Exposure, Model } from '../../src/engine/model/model.js';
import { goesAfter, kernels, live, modelWith } from './both-kernels.js';

/** b is off, from month 6 on, and from month 10 off for good; its load is 2 while on. */
function model(exposure: Partial<Exposure>, log: number): Model {
  return modelWith({
    tracks: [
      { name: 'b', states: ['off', 'on', 'over'] },
      { name: 'a', states: ['x', 'y'] },
    ],
    transitions: [
      goesAfter('b', 'off', 'on', 6),
      goesAfter('b', 'on', 'over', 4),
      goesAfter('a', 'x', 'y', 0, {
        clock: { kind: 'hazard', factors: [{ scale: 'origin', pieces: [{ from: 0, log: -3, slope: 0 }] }] },
        effects: [{ kind: 'exposure', exposure: 'idle', logPerMonth: log }],
      }),
    ],
    loads: [{ name: 'hours', weights: [{ track: 'b', state: 'on', weight: 2 }] }],
    exposures: [{ name: 'idle', when: { all: [] }, capMonths: 1000, ...exposure }],
    milestones: [{ name: 'y', when: { track: 'a', in: ['y'] }, sustainedMonths: 0 }],
    horizonMonths: 600,
  });
}

describe.each(kernels)('an exposure slowed by a load (%s)', (_, make) => {
  const times = (of: Model) => {
    const kernel = make(of);
    return Array.from({ length: 200 }, (_person, i) => live(kernel, i).recorder.milestones[0]!);
  };
  const LOG = -0.05;
  /** Integral of exp(LOG m) over a stretch in which m grows from `from` by `rate` a month. */
  const stretch = (from: number, rate: number, months: number) =>
    rate === 0
      ? Math.exp(LOG * from) * months
      : (Math.exp(LOG * from) * Math.expm1(LOG * rate * months)) / (LOG * rate);

  it.each([
    ['by a quarter for each unit', { perUnit: 0.25, atLeast: 0 }, 0.5],
    ['to a stop', { perUnit: 0.75, atLeast: 0 }, 0],
    ['no further than the least', { perUnit: 0.75, atLeast: 0.2 }, 0.2],
    ['not at all', { perUnit: 0, atLeast: 0 }, 1],
  ])('counts %s, while it lasts', (_name, slowed, rate) => {
    // Without the effect the budget of each person is exp(-3) times the wait.
    const budgets = times(model({}, 0));
    const found = times(model({ slowed: { load: 'hours', ...slowed } }, LOG));
    let beyond = 0;
    budgets.forEach((wait, i) => {
      const t = found[i]!;
      if (Number.isNaN(t)) return;
      // Six months in full, four at the rate, then in full again.
      const middle = Math.max(0, Math.min(4, t - 6));
      const last = Math.max(0, t - 10);
      if (last > 0) beyond += 1;
      const spent = stretch(0, 1, Math.min(6, t)) + stretch(6, rate, middle) + stretch(6 + 4 * rate, 1, last);
      expect(spent).toBeCloseTo(wait, 8);
    });
    expect(beyond).toBeGreaterThan(30);
  });

  it('reaches its cap later', () => {
    // At half the pace from month 6 to 10: 8 months at month 10, so the cap of 9 at month 11.
    const slowed = { load: 'hours', perUnit: 0.25, atLeast: 0 };
    const found = times(model({ slowed, capMonths: 9 }, LOG));
    times(model({}, 0)).forEach((wait, i) => {
      const t = found[i]!;
      if (Number.isNaN(t) || t < 11) return;
      const before = stretch(0, 1, 6) + stretch(6, 0.5, 4) + stretch(8, 1, 1);
      expect(before + Math.exp(LOG * 9) * (t - 11)).toBeCloseTo(wait, 8);
    });
  });

  it('is the same where the load takes nothing off', () => {
    const slowed = { load: 'hours', perUnit: 0, atLeast: 0 };
    const plain = times(model({ capMonths: 9 }, LOG));
    times(model({ slowed, capMonths: 9 }, LOG)).forEach((t, i) => {
      if (!Number.isNaN(plain[i]!)) expect(t).toBeCloseTo(plain[i]!, 9);
    });
  });
});
