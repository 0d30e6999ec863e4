import { describe, expect, it } from 'vitest';
import { settleRounding } from '../../../src/output/report/rounding.js';
import { settleSweep } from '../../../src/output/report/sweep-rounding.js';
import { row } from './made-row.js';

const { NaN: none } = Number;

describe('a difference that is surely not 0', () => {
  const between = (
    gain: { estimate: number; mcse: number; low: number; high: number },
    level = 85_123.4,
    mcse = 1200,
  ) => {
    const { estimates, differences } = settleRounding(
      {
        estimates: [row('a', 'x', level, mcse), row('b', 'x', level + gain.estimate, mcse)],
        differences: [{ ...row('b', 'x', gain.estimate, gain.mcse), low: gain.low, high: gain.high }],
      },
      'a',
    );
    return [...estimates, ...differences].map(({ shown, error }) => [shown, error]);
  };

  it('does not read 0 beside large numbers: it has a step of its own, and they tell it as far as theirs can', () => {
    // An MCSE of 1,200 rounds to thousands, and 100 to 0. What is nearest to 0 is 90: tens.
    expect(between({ estimate: 100, mcse: 3, low: 90, high: 110 })).toEqual([
      [85_000, 1200],
      [85_000, 1200],
      [100, 10],
    ]);
    // 85,450 and 85,550 are 85,000 and 86,000 each on its own, which would be 1,000 apart.
    expect(between({ estimate: 100, mcse: 3, low: 90, high: 110 }, 85_450).map(([shown]) => shown)).toEqual([
      85_000, 85_000, 100,
    ]);
    expect(between({ estimate: -100, mcse: 3, low: -110, high: -90 }).at(-1)).toEqual([-100, 10]);
    // No finer than its own error.
    expect(between({ estimate: 100, mcse: 20, low: 1, high: 200 }).at(-1)).toEqual([100, 10]);
  });

  it('stands alone with its step, however small that is', () => {
    expect(between({ estimate: 0.4, mcse: 0.01, low: 0.3, high: 0.5 })).toEqual([
      [85_000, 1200],
      [85_000, 1200],
      [0.4, 0.1],
    ]);
  });

  it('is none whose interval holds 0, or that chance may have made, or that is exactly 0', () => {
    for (const [low, high, mcse] of [
      [-10, 210, 3],
      [90, 110, 60],
      [none, none, 3],
    ] as const)
      expect(between({ estimate: 100, mcse, low, high }).at(-1)).toEqual([0, 1200]);
    expect(between({ estimate: 0, mcse: 0, low: 0, high: 0 }).at(-1)).toEqual([0, 1200]);
  });

  it('leaves the amounts that it adds up with in their step', () => {
    const own = (measure: string, estimate: number, mcse: number, half: number) => ({
      ...row('b', measure, estimate, mcse),
      low: estimate - half,
      high: estimate + half,
    });
    const { differences } = settleRounding(
      {
        estimates: [],
        differences: [
          own('bijstand_cost_discounted', -3955, 1130, 3000),
          own('programme_cost_discounted', 120, 4, 9),
          own('net_balance_discounted', 3835, 1131, 3000),
        ],
      },
      'a',
    );
    // Thousands by the error of the bijstand; 111, the end of 120 that is nearest to 0, asks for hundreds.
    expect(differences.map(({ shown }) => shown)).toEqual([-4000, 100, 4000]);
  });

  it('keeps its own step among amounts that are too large for it', () => {
    const { differences } = settleRounding(
      {
        estimates: [row('a', 'bijstand_cost_discounted', 3_000_000, 1000)],
        differences: [
          row('b', 'bijstand_cost_discounted', -3955, 1130),
          { ...row('b', 'programme_cost_discounted', 12, 1), low: 11, high: 13 },
          row('b', 'net_balance_discounted', 3943, 1131),
        ],
      },
      'a',
    );
    expect(differences.map(({ shown }) => shown)).toEqual([-4000, 10, 4000]);
  });

  it('has its step at its own point of a sweep alone, and in no level', () => {
    const level = (estimate: number) => ({ ...row('a', 'x', estimate, 1200), against: '' });
    const change = (estimate: number) => ({
      ...row('a', 'x', estimate, 3),
      low: estimate - 10,
      high: estimate + 10,
      against: 'base',
    });
    const points = settleSweep(
      [[level(85_123)], [level(85_223), change(100)], [level(87_123), change(2000)]],
      'a',
    );
    expect(points.map((rows) => rows.map(({ shown }) => shown))).toEqual([
      [85_000],
      [85_000, 100],
      [87_000, 2000],
    ]);
  });
});
