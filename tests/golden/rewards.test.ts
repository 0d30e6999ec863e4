/** Rewards, groups, gates and milestones against closed forms and integrals. */

import { describe, expect, it } from 'vitest';
import { expectMean, expectShares, monthsEvery, PERSONS, rewardOf, runFixture, stateOf } from './golden.js';
import { integrate } from './quadrature.js';

describe('amounts by calendar time', () => {
  const run = runFixture('calendar-reward');
  const rate = 0.04;
  const delta = Math.log1p(0.06) / 12;
  // In months since the origin, which is calendar month 4.
  const amount = (t: number) => (t < 2 ? 1000 : t < 8 ? 1100 : 900);
  const breaks = [2, 8];
  const discount = (t: number) => Math.exp(-delta * (t + 4));

  it('adds up the table, nominal and discounted', () => {
    const nominal = integrate((t) => amount(t) * Math.exp(-rate * t), 0, 36, breaks);
    const present = integrate((t) => amount(t) * discount(t) * Math.exp(-rate * t), 0, 36, breaks);
    expectMean(rewardOf(run, 'paid').nominal, nominal);
    expectMean(rewardOf(run, 'paid').discounted, present);
  });

  it('has the exact variance of a discounted reward', () => {
    // Y(t) = paid until t; E[Y^2] = integral of 2 Y(t) Y'(t) S(t).
    const paid = (t: number) => integrate((u) => amount(u) * discount(u), 0, t, breaks);
    const mean = integrate((t) => amount(t) * discount(t) * Math.exp(-rate * t), 0, 36, breaks);
    const square = integrate(
      (t) => 2 * paid(t) * amount(t) * discount(t) * Math.exp(-rate * t),
      0,
      36,
      breaks,
    );
    expectMean(rewardOf(run, 'paid').discounted, mean, square - mean * mean);
  });

  it('pays an event what it is worth at its time', () => {
    const worth = (t: number) => (t < 16 ? 500 : 2000);
    const density = (t: number) => rate * Math.exp(-rate * t);
    const mean = integrate((t) => worth(t) * density(t), 0, 36, [16]);
    const square = integrate((t) => worth(t) ** 2 * density(t), 0, 36, [16]);
    expectMean(rewardOf(run, 'premium').nominal, mean, square - mean * mean);
    expectMean(
      rewardOf(run, 'premium').discounted,
      integrate((t) => worth(t) * discount(t) * density(t), 0, 36, [16]),
    );
  });
});

describe('groups', () => {
  const run = runFixture('groups');
  const kinds = [
    { share: 0.6 * 0.75, rate: 0.03, wage: 100 },
    { share: 0.6 * 0.25, rate: 0.06, wage: 100 },
    { share: 0.4 * 0.75, rate: 0.015, wage: 80 },
    { share: 0.4 * 0.25, rate: 0.03, wage: 80 },
  ];
  const months = monthsEvery(5, 60);
  const over = (f: (kind: (typeof kinds)[number]) => number) =>
    kinds.reduce((sum, kind) => sum + kind.share * f(kind), 0);

  it('mixes the survival of the groups', () => {
    expectShares(stateOf(run, 'health', 'well').occupancy.share, months, (t) =>
      over(({ rate }) => Math.exp(-rate * t)),
    );
  });

  it('has the exact mean and variance of a reward with factors, discounted too', () => {
    for (const delta of [0, Math.log1p(0.05) / 12]) {
      // Y(t) = wage * b(t), and E[Y^2] = integral of 2 Y Y' S, within each kind of person.
      const b = (t: number) => (delta === 0 ? t : -Math.expm1(-delta * t) / delta);
      const mean = over(({ rate, wage }) => wage * integrate((t) => Math.exp(-(rate + delta) * t), 0, 60));
      const square = over(
        ({ rate, wage }) => wage * wage * integrate((t) => 2 * b(t) * Math.exp(-(rate + delta) * t), 0, 60),
      );
      const { nominal, discounted } = rewardOf(run, 'wage');
      expectMean(delta === 0 ? nominal : discounted, mean, square - mean * mean);
    }
  });

  it('holds a load against the threshold of the group', () => {
    // 46 hours: 6 above the threshold of men, 16 above that of women.
    const exact = (t: number) =>
      0.6 * Math.exp(-0.02 * 1.05 ** 6 * t) + 0.4 * Math.exp(-0.02 * 1.05 ** 16 * t);
    expectShares(stateOf(run, 'strain', 'fit').occupancy.share, months, exact);
  });

  it('never lets those through whose ratio is 0', () => {
    const { share } = stateOf(run, 'pension', 'yes').occupancy;
    expect(share[9]).toBe(0);
    expectShares(share, [10, 60], () => 0.4);
    expect(share[60]).toBe(share[10]);
  });
});

describe('gates', () => {
  const run = runFixture('gates');
  /**
   * Time T until the sun has shone for d months on end, from a start in sunshine. A spell of sunshine lasts d with
   * probability p = exp(-a d); else, after a spell X cut short and a dark spell Y, all begins anew:
   * E T = (exp(a d) - 1) (1/a + 1/b), and E T^2 from the same recursion.
   */
  const [a, b, d] = [0.2, 0.5, 3];
  const p = Math.exp(-a * d);
  const mean = Math.expm1(a * d) * (1 / a + 1 / b);
  const x1 = integrate((x) => x * a * Math.exp(-a * x), 0, d);
  const x2 = integrate((x) => x * x * a * Math.exp(-a * x), 0, d);
  const q = 1 - p;
  const z1 = x1 + q / b;
  const z2 = x2 + (2 * x1) / b + (2 * q) / b ** 2;
  const variance = (p * d * d + z2 + 2 * z1 * mean) / p - mean ** 2;

  it('opens when the condition has held for the delay', () => {
    expectMean(stateOf(run, 'plant', 'seed').months, mean, variance);
  });

  it('opens at once without a delay, and branches', () => {
    expect(stateOf(run, 'plant', 'flower').months.mean).toBe(0);
    expectShares(stateOf(run, 'plant', 'fruit').occupancy.share, [200], () => 0.25);
  });

  it('dates a sustained milestone from the start of its spell', () => {
    const { month, reached } = run.milestones[0]!;
    expect(reached.share[200]).toBe(1);
    expect(month.persons).toBe(PERSONS);
    expectMean(month, mean - d, variance);
    expectShares(reached.share, [0], () => p);
  });

  it('reaches the fruit when the plant bears it', () => {
    const { month, reached } = run.milestones[1]!;
    expectMean(month, mean, variance);
    expectShares(reached.share, [200], () => 0.25);
  });
});
