/** That levels, differences and sums agree as printed, and that none of them tells what is not so. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepOf } from '../../../src/output/number.js';
import { settleRounding } from '../../../src/output/report/rounding.js';
import type { ResultRow } from '../../../src/output/report/run-data.js';
import { settleSweep } from '../../../src/output/report/sweep-rounding.js';
import { tellingError } from '../../../src/output/report/telling-error.js';
import { row } from './made-row.js';

const within = (made: ResultRow, low: number, high: number): ResultRow => ({ ...made, low, high });
const shownOf = (rows: readonly ResultRow[]) => rows.map(({ shown }) => shown);

describe('of the roundings that agree the nearest', () => {
  it('is the one with the least sum of distances', () => {
    // 9.23 + 8.58 = 17.81. As 9 + 8 = 17 they would be off by .23, .58 and .81.
    const { estimates, differences } = settleRounding(
      {
        estimates: [row('a', 'x', 9_226, 1100), row('b', 'x', 17_809, 1100)],
        differences: [row('b', 'x', 8_583, 110)],
      },
      'a',
    );
    expect(shownOf([...estimates, ...differences])).toEqual([9_000, 18_000, 9_000]);
  });

  it('leaves the balance the nearest where that costs the others little', () => {
    const names = [
      'bijstand_cost_discounted',
      'programme_cost_discounted',
      'net_balance_discounted',
    ] as const;
    const [paid, spent, total] = names;
    const of = (values: readonly [number, number, number]) =>
      settleRounding(
        {
          estimates: [],
          differences: [
            row('b', paid, values[0], 100),
            row('b', spent, values[1], 100),
            row('b', total, values[2], 100),
          ],
        },
        'a',
      ).differences.map(({ shown }) => shown);
    // -57.42 and 85.91 are -57 and 86, of which -29 would be left: 28.49 is 28, and -57.42 may be -58.
    expect(of([-5_742, 8_591, -2_849])).toEqual([-5_800, 8_600, -2_800]);
  });

  it('leaves both balances the nearest, though the part that others pay of the programme is a step off', () => {
    const of = (approach: string, paid: number, spent: number, total: number, own: number, mcse: number) => [
      row(approach, 'bijstand_cost_discounted', paid, mcse),
      row(approach, 'programme_cost_discounted', spent, mcse),
      row(approach, 'net_balance_discounted', total, mcse),
      row(approach, 'net_balance_municipality_discounted', own, mcse),
    ];
    const { estimates, differences } = settleRounding(
      {
        estimates: [
          ...of('a', 66_525, 9_070, -75_595, -66_525, 650),
          ...of('b', 65_404, 12_343, -77_747, -67_649, 650),
        ],
        differences: of('b', -1_121, 3_273, -2_152, -1_124, 100),
      },
      'a',
    );
    expect(shownOf(differences)).toEqual([-1_100, 3_300, -2_200, -1_100]);
    // The municipality pays 2,245 of 12,343 and others 10,098: here 2,200 and 10,200.
    expect(shownOf(estimates)).toEqual([66_500, 9_100, -75_600, -66_500, 65_400, 12_400, -77_800, -67_600]);
  });

  const point = (against: string, approach: string, estimate: number, mcse = 1100) => ({
    ...row(approach, 'x', estimate, mcse),
    against,
  });

  it('prints a change from the base within its interval, and its level less than a step off', () => {
    const change = { ...point('base', 'b', -123, 11), low: -290, high: 44 };
    const [base, at] = settleSweep(
      [
        [point('', 'a', -76_051), point('', 'b', -78_980), point('a', 'b', -2_929, 450)],
        [
          point('', 'a', -77_441),
          point('', 'b', -79_103),
          point('a', 'b', -1_662, 450),
          point('base', 'a', -1_390, 110),
          change,
        ],
      ],
      'a',
    );
    expect(shownOf(base!)).toEqual([-76_000, -79_000, -3_000]);
    // In thousands -123 is nothing, and so is all between -290 and 44: -79,000 again, and -77,000 as -1,390 is -1,000.
    expect(shownOf(at!)).toEqual([-77_000, -79_000, -2_000, -1_000, 0]);
  });

  it('gives a difference that the levels cannot tell a finer step of its own', () => {
    // Both changes are surely nothing in thousands, and yet together nearly one: the difference between the approaches.
    const narrowly = (made: ReturnType<typeof point>) => ({
      ...made,
      low: made.estimate - 10,
      high: made.estimate + 10,
    });
    const [, at] = settleSweep(
      [
        [point('', 'a', 10_000), point('', 'b', 10_450), point('a', 'b', 450)],
        [
          point('', 'a', 9_560),
          point('', 'b', 10_930),
          narrowly(point('a', 'b', 1_370, 3)),
          narrowly(point('base', 'a', -440, 3)),
          narrowly(point('base', 'b', 480, 3)),
        ],
      ],
      'a',
    );
    for (const { shown, error, estimate, low, high } of at!.slice(2)) {
      const step = stepOf('euros', estimate, error);
      expect(Math.abs(shown - estimate)).toBeLessThanOrEqual(step);
      expect(shown).toBeGreaterThanOrEqual(low - step / 2);
      expect(shown).toBeLessThanOrEqual(high + step / 2);
      expect(shown).not.toBe(0);
    }
  });
});

describe('any rows', () => {
  const amount = fc.integer({ min: -90_000, max: 90_000 });
  const small = fc.integer({ min: -2_000, max: 2_000 });
  const gain = fc.oneof(small, amount);
  const error = fc.constantFrom(0.4, 3, 28, 110, 460, 1_100, 2_300);
  /** How far the ends of an interval are from the estimate; null: it has none. */
  const ends = fc.option(fc.tuple(fc.nat({ max: 3_000 }), fc.nat({ max: 3_000 })), { freq: 3 });
  const names = ['bijstand_cost_discounted', 'programme_cost_discounted', 'net_balance_discounted'] as const;
  type Ends = readonly [number, number] | null;
  const two = fc.tuple(gain, gain);
  const threeEnds = fc.tuple(ends, ends, ends);

  const rowsOf = (approach: string, [paid, spent]: readonly [number, number], mcse: number) =>
    [paid, spent, -paid - spent].map((value, i) => row(approach, names[i]!, value, mcse));
  const withEnds = (rows: readonly ResultRow[], own: readonly Ends[]) =>
    rows.map((each, i) => {
      const [below, above] = own[i] ?? [Number.NaN, Number.NaN];
      return within(each, each.estimate - below, each.estimate + above);
    });
  const plus = (one: readonly [number, number], other: readonly [number, number]): [number, number] => [
    one[0] + other[0],
    one[1] + other[1],
  ];

  /** Whether levels are within a step and add up. */
  function checkLevels(levels: readonly ResultRow[]) {
    for (const { shown, error: own, estimate } of levels)
      expect(Math.abs(shown - estimate)).toBeLessThan(stepOf('euros', 90_000, own));
    for (let at = 0; at < levels.length; at += 3)
      expect(levels[at]!.shown + levels[at + 1]!.shown + levels[at + 2]!.shown).toBeCloseTo(0, 6);
  }

  /** Whether a difference is told as it is, and by the levels where it has their step. */
  function checkDifference(difference: ResultRow, level: ResultRow, before: ResultRow) {
    const { shown, error: own, estimate, low, high } = difference;
    const step = stepOf('euros', 90_000, own);
    expect(Math.abs(shown - estimate)).toBeLessThanOrEqual(step * 1.000001);
    if (Number.isFinite(low)) {
      expect(shown).toBeGreaterThanOrEqual(low - step * 0.500001);
      expect(shown).toBeLessThanOrEqual(high + step * 0.500001);
    }
    if (tellingError(difference) !== undefined) expect(shown).not.toBe(0);
    if (estimate === 0) expect(shown).toBe(0);
    if (own === level.error) expect(level.shown - before.shown).toBeCloseTo(shown, 6);
    else expect(own).toBeLessThan(level.error);
  }

  it('of a run keep to it', () => {
    fc.assert(
      fc.property(two, two, two, error, threeEnds, threeEnds, (held, more, other, mcse, some, rest) => {
        const { estimates, differences } = settleRounding(
          {
            estimates: [
              ...rowsOf('a', held, mcse),
              ...rowsOf('b', plus(held, more), mcse),
              ...rowsOf('c', plus(held, other), mcse),
            ],
            differences: [
              ...withEnds(rowsOf('b', more, mcse / 9), some),
              ...withEnds(rowsOf('c', other, mcse / 9), rest),
            ],
          },
          'a',
        );
        checkLevels(estimates);
        for (const [i, difference] of differences.entries())
          checkDifference(difference, estimates[i + 3]!, estimates[i % 3]!);
      }),
      { numRuns: 400 },
    );
  });

  it('of a sweep keep to it', () => {
    fc.assert(
      fc.property(
        fc.tuple(two, two, two, two),
        error,
        fc.tuple(threeEnds, threeEnds, threeEnds, threeEnds),
        ([held, more, moved, alike], mcse, [some, there, own, others]) => {
          const against = (of: string, rows: readonly ResultRow[]) =>
            rows.map((each) => ({ ...each, against: of }));
          const levels = (first: readonly [number, number], last: readonly [number, number]) =>
            against('', [...rowsOf('a', first, mcse), ...rowsOf('b', last, mcse)]);
          const [b, later] = [plus(held, more), plus(held, moved)];
          const [base, point] = settleSweep(
            [
              [...levels(held, b), ...against('a', withEnds(rowsOf('b', more, mcse / 9), some))],
              [
                ...levels(later, plus(b, alike)),
                ...against(
                  'a',
                  withEnds(
                    rowsOf('b', [more[0] + alike[0] - moved[0], more[1] + alike[1] - moved[1]], mcse / 9),
                    there,
                  ),
                ),
                ...against('base', [
                  ...withEnds(rowsOf('a', moved, mcse / 20), own),
                  ...withEnds(rowsOf('b', alike, mcse / 20), others),
                ]),
              ],
            ],
            'a',
          );
          checkLevels([...base!.slice(0, 6), ...point!.slice(0, 6)]);
          for (const at of [0, 1, 2]) {
            for (const rows of [base!, point!]) checkDifference(rows[6 + at]!, rows[3 + at]!, rows[at]!);
            checkDifference(point![9 + at]!, point![at]!, base![at]!);
            checkDifference(point![12 + at]!, point![3 + at]!, base![3 + at]!);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
