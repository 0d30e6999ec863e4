/** What is printed of the difference between two runs, by hand. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stepOf } from '../../../src/output/number.js';
import { settleTogether } from '../../../src/output/report/rounding.js';
import { settleVariant } from '../../../src/output/report/variant-rounding.js';
import { row } from './made-row.js';

/** A number of a run as that prints it. */
const printed = (estimate: number, shown: number, error = 140) => ({ ...of(estimate, error), shown, error });

function of(estimate: number, mcse: number, parameterLow = Number.NaN, parameterHigh = Number.NaN) {
  return {
    parameterLow,
    parameterHigh,
    approach: 'a',
    subgroup: 'all',
    measure: 'net_balance_discounted',
    month: undefined,
    unit: 'euros',
    estimate,
    mcse,
  };
}

it.each([
  // A level that its run prints a step off, so that its own table adds up: 2,864.7 as 2,900, since 75,800 and 78,700 are printed.
  ['as the runs print both', printed(-2864.7, -2900), printed(-2255.2, -2300), of(609.5, 30), 600, 140],
  [
    'as nothing where it is surely less than half a step, though one of the two is printed a step off',
    printed(-2864.7, -2900),
    printed(-2849, -2800),
    of(15.7, 3),
    0,
    140,
  ],
  [
    'a step off where one of the two is, and chance may make it half a step',
    printed(-2864.7, -2900),
    printed(-2849, -2800),
    of(15.7, 30),
    100,
    140,
  ],
  [
    'as nothing where it is exactly that',
    printed(-75_764, -75_800),
    printed(-75_764, -75_700),
    of(0, 0),
    0,
    140,
  ],
  [
    'on its own where it would have the other sign',
    printed(-50, -100),
    printed(-30, -200),
    of(20, 3),
    0,
    140,
  ],
  [
    'on its own, with a step of its own, where its interval as printed would not hold it and it surely is not 0',
    printed(17_600, 18_000, 1100),
    printed(17_400, 17_000, 1100),
    of(-200, 20, -390, -10),
    -200,
    10,
  ],
  [
    'as the runs print both where its interval holds it',
    printed(17_600, 18_000, 1100),
    printed(17_400, 17_000, 1100),
    of(-200, 20, -900, 500),
    -1000,
    1100,
  ],
  [
    'to the coarser step of the two',
    printed(-75_764, -75_800, 140),
    printed(-78_200, -78_000, 1100),
    of(-2436, 1108),
    -2000,
    1100,
  ],
  [
    'to the coarser step though it is known better than either',
    printed(-2864, -3000, 1100),
    printed(-2600, -2600, 140),
    of(264, 30, -2000, 2000),
    0,
    1100,
  ],
])('is %s', (_, before, after, difference, shown, error) => {
  expect(settleVariant(difference, before, after).difference).toEqual({ shown, error });
});

it('is told by the levels as far as their step can, of which one then gives way', () => {
  const levels = (...rows: readonly [number, number, number, number]) => {
    const [before, after] = [printed(rows[0], rows[1], 1100), printed(rows[2], rows[3], 1100)];
    const difference = rows[2] - rows[0];
    const { before: first, after: second } = settleVariant(
      of(difference, 100, difference - 150, difference + 150),
      before,
      after,
    );
    return [first.shown, second.shown];
  };
  // 44 euros less, in thousands nothing: the second is printed as the first.
  expect(levels(17_853, 17_000, 17_809, 18_000)).toEqual([17_000, 17_000]);
  // The second would be more than a step off, so the first is printed as the second.
  expect(levels(17_990, 17_000, 18_010, 18_000)).toEqual([18_000, 18_000]);
  // Their difference is what they say.
  expect(levels(17_853, 18_000, 16_809, 17_000)).toEqual([18_000, 17_000]);
});

it('gives one of unlike steps to both runs, so that the levels tell the difference', () => {
  const { before, after, difference } = settleVariant(
    of(2477, 1010),
    printed(66_523, 66_500, 95),
    printed(69_000, 69_000, 1005),
  );
  expect([before.shown, difference.shown, after.shown]).toEqual([67_000, 2000, 69_000]);
  expect([before, after, difference].map(({ error }) => error)).toEqual([1005, 1005, 1005]);
});

it('is what the levels as printed come to, to one step, of any two runs', () => {
  const amount = fc.integer({ min: -90_000, max: 90_000 });
  const error = fc.double({ min: 0.3, max: 4000, noNaN: true });
  const run = fc.record({ bijstand: amount, programme: amount, more: amount, less: amount, error });
  fc.assert(
    fc.property(run, run, fc.boolean(), (one, other, isClose) => {
      // A variant mostly changes little.
      const second = isClose
        ? { ...one, error: other.error, programme: one.programme + (other.more % 300) }
        : other;
      const names = ['bijstand_cost_discounted', 'programme_cost_discounted', 'net_balance_discounted'];
      const runs = [one, second].map(({ bijstand, programme, more, less, error: mcse }) => {
        const of = (approach: string, values: readonly number[]) =>
          names.map((name, i) => row(approach, name, values[i]!, mcse));
        const [a, b] = [
          [bijstand, programme],
          [bijstand + less, programme + more],
        ].map(([first, last]) => [first!, last!, -first! - last!]);
        const gained = b!.map((value, i) => value - a![i]!);
        return {
          estimates: [...of('a', a!), ...of('b', b!)],
          differences: of('b', gained),
          reference: 'a',
        };
      });
      const [before, after] = settleTogether(runs).map(({ estimates, differences }) => [
        ...estimates,
        ...differences,
      ]);
      for (const rows of [before!, after!])
        for (const at of [0, 3, 6])
          expect(rows[at]!.shown + rows[at + 1]!.shown + rows[at + 2]!.shown).toBeCloseTo(0, 6);
      for (const [i, first] of before!.entries()) {
        const last = after![i]!;
        const [estimate, mcse] = [last.estimate - first.estimate, Math.hypot(first.mcse, last.mcse)];
        const settled = settleVariant(
          { ...last, estimate, mcse, parameterLow: Number.NaN, parameterHigh: Number.NaN },
          first,
          last,
        );
        const { before: level, difference, after: later } = settled;
        expect(level.shown + difference.shown).toBeCloseTo(later.shown, 6);
        expect(new Set([level, difference, later].map((each) => each.error)).size).toBe(1);
        const step = stepOf('euros', 1, difference.error);
        for (const { shown } of [level, difference, later])
          expect(Math.abs(shown / step - Math.round(shown / step))).toBeLessThan(1e-6);
      }
    }),
  );
});

it('has one step in all runs that stand together, and theirs is that of each where all have one', () => {
  const run = (mcse: number, level: number) => ({
    estimates: [row('a', 'm', level, mcse, 'share'), row('b', 'm', level + 0.0505, mcse, 'share')],
    differences: [row('b', 'm', 0.0505, mcse / 2, 'share')],
    reference: 'a',
  });
  const [fine, coarse, other] = [run(0.0012, 0.3648), run(0.011, 0.4), run(0.0019, 0.4111)];
  const shown = (...runs: readonly ReturnType<typeof run>[]) =>
    settleTogether(runs).map(({ estimates, differences }) =>
      [...estimates, ...differences].map((each) => each.shown),
    );
  // 364.8 + 50.5 = 415.3.
  expect(shown(fine)).toEqual([[0.365, 0.415, 0.05]]);
  expect(shown(fine, coarse)).toEqual([
    [0.36, 0.41, 0.05],
    [0.4, 0.45, 0.05],
  ]);
  expect(shown(fine, other)).toEqual([...shown(fine), ...shown(other)]);
});
