import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settleRounding } from '../../../src/output/report/rounding.js';
import { row } from './made-row.js';

const { NaN: none } = Number;

describe('what is printed of rows', () => {
  it('has one step for a measure, the coarsest, and levels that differ by the difference', () => {
    const { estimates, differences } = settleRounding(
      {
        estimates: [row('a', 'm', 0.3648, 0.0012, 'share'), row('b', 'm', 0.4153, 0.011, 'share')],
        differences: [row('b', 'm', 0.0505, 0.0031, 'share')],
      },
      'a',
    );
    // The largest MCSE is 1.1 percentage points: whole per cents. 36 and 5; 42 on its own, but 36 + 5 is 41.
    expect(estimates.map(({ shown }) => shown)).toEqual([0.36, 0.41]);
    expect(differences.map(({ shown, error }) => [shown, error])).toEqual([[0.05, 0.011]]);
  });

  it('has the nearest of the reference, which is the same in a run of another variant: the level of the approach gives way', () => {
    const shownOf = (own: number) => {
      const { estimates, differences } = settleRounding(
        {
          estimates: [row('a', 'm', 0.38247, 0.0045, 'share'), row('b', 'm', 0.38247 + own, 0.0047, 'share')],
          differences: [row('b', 'm', own, 0.0016, 'share')],
        },
        'a',
      );
      return [...estimates, ...differences].map(({ shown }) => Number((100 * shown).toFixed(9)));
    };
    // 38.247 and 44.773, and 44.147: as 38.3 both others would be the nearest.
    expect(shownOf(0.06526)).toEqual([38.2, 44.7, 6.5]);
    expect(shownOf(0.059)).toEqual([38.2, 44.1, 5.9]);
  });

  it('adds up to the balance: bijstand, programme and their differences', () => {
    const [bijstand, programme, balance, own] = [
      'bijstand_cost_discounted',
      'programme_cost_discounted',
      'net_balance_discounted',
      'net_balance_municipality_discounted',
    ];
    const { estimates, differences } = settleRounding(
      {
        estimates: [
          row('a', bijstand!, 60847, 300),
          row('a', programme!, 8448, 20),
          row('a', balance!, -69295, 310),
          row('a', own!, -60880, 305),
          row('b', bijstand!, 56892, 300),
          row('b', programme!, 16997, 40),
          row('b', balance!, -73889, 310),
          row('b', own!, -58392, 305),
        ],
        differences: [
          row('b', bijstand!, -3955, 113),
          row('b', programme!, 8549, 43),
          row('b', balance!, -4594, 122),
          row('b', own!, 2488, 115),
        ],
      },
      'a',
    );
    // On their own -4000 and 8500, which are 4500: down both are -4000 and 8500, and the programme lost more.
    // The municipality pays 1467 of the programme and others 7082: down 84 hundreds, of 86, so both up; and 4000 less 1500 is 2500.
    expect(differences.map(({ shown }) => shown)).toEqual([-4000, 8600, -4600, 2500]);
    // 608|47 and 84|48 both go down, and one of 693 is missing. As 60900 and 8400 both differences can be the nearest: 568|92 and
    // 169|97 are those levels less 40 and more 86. As 60800 and 8500 one of them would be more than half a step off.
    expect(estimates.map(({ shown }) => shown)).toEqual([
      60900, 8400, -69300, -60900, 56900, 17000, -73900, -58400,
    ]);
  });

  it('prints the own balance of the municipality as it rounds by itself, and what is lost in who pays the programme', () => {
    const { differences } = settleRounding(
      {
        estimates: [],
        differences: [
          row('b', 'bijstand_cost_discounted', -5742, 100),
          row('b', 'programme_cost_discounted', 8591, 100),
          row('b', 'net_balance_discounted', -2849, 100),
          row('b', 'net_balance_municipality_discounted', 1032, 100),
        ],
      },
      'a',
    );
    // -57.42 and 85.91 down are 27 of 28 hundreds, and the programme lost more: -5800 and 8600. By its parts alone the municipality's
    // balance would be 1100: 4710 of the programme as 4700. As 1000 it pays 4800, and the others 3800 for 3881.
    expect(differences.map(({ shown }) => shown)).toEqual([-5800, 8600, -2800, 1000]);
  });

  it('keeps to the parts where the municipality pays nothing of the programme, or all', () => {
    const of = (bijstand: number, programme: number, own: number) =>
      settleRounding(
        {
          estimates: [],
          differences: [
            row('b', 'bijstand_cost_discounted', bijstand, 100),
            row('b', 'programme_cost_discounted', programme, 100),
            row('b', 'net_balance_discounted', -bijstand - programme, 100),
            row('b', 'net_balance_municipality_discounted', own, 100),
          ],
        },
        'a',
      ).differences.map(({ shown }) => shown);
    // It pays nothing of the programme, so its balance is the bijstand as printed. 160 is 200 by itself, and -70 is -100: the programme
    // gives way, with 300.
    expect(of(-160, 230, 160)).toEqual([-200, 300, -100, 200]);
    // It pays all of it: its balance is that of all. The bijstand would be .6 of a step off and the programme .3, or .4 and .7.
    expect(of(-160, 230, -70)).toEqual([-100, 200, -100, -100]);
  });

  it('takes numbers as files have them: what ends in 5 goes the same way in memory', () => {
    // Both are -6.5 percentage points to ten digits.
    const shown = [-0.065, -0.06499999999999995].map(
      (value) =>
        settleRounding({ estimates: [row('a', 'x', value, 0.011, 'share')], differences: [] }, 'a')
          .estimates[0]!.shown,
    );
    expect(shown).toEqual([-0.06, -0.06]);
  });

  it('leaves alone what is exact, what is not reached, and levels that the difference is not of', () => {
    const { estimates } = settleRounding(
      {
        estimates: [row('a', 'x', 0, 0), row('a', 'y', none, none), row('b', 'y', 12.34, 0.2, 'months')],
        differences: [row('b', 'y', none, none, 'months')],
      },
      'a',
    );
    expect(estimates.map(({ shown }) => shown)).toEqual([0, none, 12.3]);
  });
});

describe('what cannot be', () => {
  /** What is printed of two levels of a measure and their difference. */
  const printed = (before: number, after: number, mcse: number, unit = 'share') => {
    const { estimates, differences } = settleRounding(
      {
        estimates: [row('a', 'x', before, mcse, unit), row('b', 'x', after, mcse, unit)],
        differences: [row('b', 'x', after - before, mcse, unit)],
      },
      'a',
    );
    return [...estimates, ...differences].map(({ shown }) => shown);
  };

  it('is not printed of a share: halves that both go up are no 101 %, and nothing is not 1 %', () => {
    expect(printed(0.125, 1, 0.05)).toEqual([0.13, 1, 0.87]);
    expect(printed(0.875, 0, 0.05)).toEqual([0.88, 0, -0.88]);
    expect(printed(0.125, 0, 0.05)).toEqual([0.13, 0, -0.13]);
    // Without an error steps are of a tenth of a per cent: 12.55 is 12.6, and a certain 0 has no step at all.
    expect(printed(0.1255, 0, 0)).toEqual([0.126, 0, -0.126]);
    expect(printed(0, 0.125, 0.05)).toEqual([0, 0.13, 0.13]);
  });

  it('is not printed of months: none below 0, none past a horizon of 60', () => {
    expect(printed(12.5, 60, 2, 'months')).toEqual([13, 60, 47]);
    expect(printed(12.5, 0, 2, 'months')).toEqual([13, 0, -13]);
  });

  it('is not printed of any shares, at whatever error', () => {
    // Halves of every step are as likely as what lies between.
    const share = fc.oneof(
      fc.constantFrom(0, 1),
      fc.integer({ min: 0, max: 2000 }).map((n) => n / 2000),
    );
    const mcse = fc.constantFrom(0, 0.00004, 0.0007, 0.004, 0.05, 0.3, none);
    fc.assert(
      fc.property(share, share, mcse, (before, after, error) => {
        const [first, second, gain] = printed(before, after, error);
        for (const [level, shown] of [
          [before, first!],
          [after, second!],
        ] as const) {
          expect(shown).toBeGreaterThanOrEqual(0);
          expect(shown).toBeLessThanOrEqual(1);
          if (level === 0 || level === 1) expect(shown).toBe(level);
        }
        expect(first! + gain!).toBeCloseTo(second!, 7);
      }),
      { numRuns: 500 },
    );
  });

  it('is not printed of amounts: a programme that costs nothing, and still adds up', () => {
    const [bijstand, programme, balance] = [
      'bijstand_cost_discounted',
      'programme_cost_discounted',
      'net_balance_discounted',
    ];
    const { estimates, differences } = settleRounding(
      {
        estimates: [
          row('a', bijstand!, 60_847, 300),
          row('a', programme!, 8_448, 20),
          row('a', balance!, -69_295, 310),
          row('b', bijstand!, 56_877, 300),
          row('b', programme!, 0, 0),
          row('b', balance!, -56_877, 310),
        ],
        differences: [
          row('b', bijstand!, -3_970, 113),
          row('b', programme!, -8_448, 43),
          row('b', balance!, 12_418, 122),
        ],
      },
      'a',
    );
    // As in the test above 60,900 and 8,400 under a: so 60,900 - 4,000 = 56,900, and nothing is left of 8,400.
    expect(estimates.map(({ shown }) => shown)).toEqual([60_900, 8_400, -69_300, 56_900, 0, -56_900]);
    expect(differences.map(({ shown }) => shown)).toEqual([-4_000, -8_400, 12_400]);
  });
});
