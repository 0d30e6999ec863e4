/** What is printed of the difference between two runs, by hand. */

import { expect, it } from 'vitest';
import { settleVariant } from '../../../src/output/report/variant-rounding.js';

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
    'a step off where one of the two is',
    printed(-2864.7, -2900),
    printed(-2849, -2800),
    of(15.7, 3),
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
    'on its own where they have not one step',
    printed(-2864, -3000, 1100),
    printed(-2500, -2500, 140),
    of(364, 30),
    400,
    140,
  ],
  [
    'by its own error where that is larger',
    printed(-2864, -3000, 1100),
    printed(-2500, -2500, 140),
    of(364, 1108),
    0,
    1108,
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
    return [first, second];
  };
  // 44 euros less, in thousands nothing: the second is printed as the first.
  expect(levels(17_853, 17_000, 17_809, 18_000)).toEqual([17_000, 17_000]);
  // The second would be more than a step off, so the first is printed as the second.
  expect(levels(17_990, 17_000, 18_010, 18_000)).toEqual([18_000, 18_000]);
  // Their difference is what they say.
  expect(levels(17_853, 18_000, 16_809, 17_000)).toEqual([18_000, 17_000]);
});
