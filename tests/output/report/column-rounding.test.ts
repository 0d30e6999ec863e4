/** Numbers that stand below each other, by hand. */

import { describe, expect, it } from 'vitest';
import { settleColumns, withDecimalsAlike } from '../../../src/output/report/column-rounding.js';
import { type Rows, settleRounding } from '../../../src/output/report/rounding.js';
import type { ResultRow } from '../../../src/output/report/run-data.js';
import { row } from './made-row.js';

describe('numbers that stand together have the fewest decimals of any', () => {
  const euros = (estimate: number, shown: number, error: number) => ({
    ...{ unit: 'euros', estimate, shown, error },
  });
  const share = (estimate: number, shown: number, error: number) => ({
    ...euros(estimate, shown, error),
    unit: 'share',
  });
  const shownOf = (...rows: ReturnType<typeof share>[]) => withDecimalsAlike(rows).map(({ shown }) => shown);

  it('rounds each from what it is, and leaves what would read 0', () => {
    // 10 and 10.2 per cent; -4, -7.0 and -0.3: that one would read 0.
    expect(shownOf(share(0.1, 0.1, 0.011), share(0.1021, 0.102, 0.002))).toEqual([0.1, 0.1]);
    expect(shownOf(share(-0.042, -0.04, 0.012), share(-0.0697, -0.07, 0.004))).toEqual([-0.04, -0.07]);
    expect(shownOf(share(-0.042, -0.04, 0.012), share(-0.003, -0.003, 0.001))).toEqual([-0.04, -0.003]);
    // 92.45 is 92, and not 93 by way of 92.5.
    expect(shownOf(share(0.1, 0.1, 0.011), share(0.9245, 0.925, 0.001))).toEqual([0.1, 0.92]);
  });

  it('spreads no tens: whole per cent beside them', () => {
    expect(shownOf(share(0.62, 0.6, 0.12), share(0.1372, 0.137, 0.003))).toEqual([0.6, 0.14]);
    const known = [euros(-2864.7, -2900, 140), euros(-2255.2, -2255, 3), euros(-1.26, -1.3, 0.2)];
    expect(withDecimalsAlike(known).map(({ shown }) => shown)).toEqual([-2900, -2255, -1]);
  });

  it('goes by none that is exact or not known, and gives an exact one the decimals of the others', () => {
    expect(shownOf(share(0, 0, 0), share(0.1021, 0.102, 0.002))).toEqual([0, 0.102]);
    expect(shownOf(share(Number.NaN, Number.NaN, 0.1), share(0.1021, 0.102, 0.002))[1]).toBe(0.102);
    // 100 and 93 per cent; and 100.00 and 93.12.
    const [whole] = withDecimalsAlike([share(1, 1, 0), share(0.93, 0.93, 0.012)]);
    expect(whole).toMatchObject({ shown: 1, error: 0.01 });
    const [fine] = withDecimalsAlike([share(1, 1, 0), share(0.9312, 0.9312, 0.0004)]);
    expect(fine).toMatchObject({ shown: 1, error: 0.0004 });
    expect(withDecimalsAlike([])).toEqual([]);
  });
});

describe('a table by subgroup', () => {
  /** The level of the reference a, the difference of b and the level of b, of a group, with one error. */
  const group = (subgroup: string, before: number, gain: number, error: number) => {
    const made = (approach: string, value: number) => ({
      ...row(approach, 'bijstand_share', value, error, 'share'),
      ...{ subgroup, month: 60 },
    });
    return { estimates: [made('a', before), made('b', before + gain)], differences: [made('b', gain)] };
  };
  const together = (groups: readonly ReturnType<typeof group>[]): Rows<ResultRow, ResultRow> => ({
    estimates: groups.flatMap(({ estimates }) => estimates),
    differences: groups.flatMap(({ differences }) => differences),
  });
  /** In thousandths: the level of a, the difference, the level of b. */
  const printed = ({ estimates, differences }: Rows<ResultRow, ResultRow>, subgroup: string) => {
    const of = (rows: readonly ResultRow[], approach: string) =>
      Math.round(1000 * rows.find((each) => each.approach === approach && each.subgroup === subgroup)!.shown);
    return [of(estimates, 'a'), of(differences, 'b'), of(estimates, 'b')];
  };
  const settled = (groups: readonly ReturnType<typeof group>[], ...told: string[]) =>
    settleColumns(together(groups), 'a', ({ approach }) => told.includes(approach));

  const men = group('sex=men', 0.5, -0.042, 0.012);

  it('has one number of decimals in a column, and rows that add up', () => {
    const rows = settled([men, group('sex=women', 0.4246, -0.0604, 0.003)], 'a', 'b');
    expect(printed(rows, 'sex=men')).toEqual([500, -40, 460]);
    // By its own error 42.5 - 6.0 = 36.5.
    expect(printed(rows, 'sex=women')).toEqual([420, -60, 360]);
  });

  it('rounds all persons from what they are, not from what the first page prints', () => {
    const all = group('all', 0.9245, -0.04, 0.001);
    expect(printed(settleRounding(together([men, all]), 'a'), 'all')).toEqual([925, -40, 885]);
    expect(printed(settled([men, all], 'a', 'b'), 'all')).toEqual([920, -40, 880]);
  });

  it('leaves all persons their decimals where the sum would not be what they come to', () => {
    // 36 + 5 = 41, and 41.53 is 42.
    const all = group('all', 0.3648, 0.0505, 0.001);
    expect(printed(settled([men, all], 'a', 'b'), 'all')).toEqual([365, 50, 415]);
    expect(printed(settled([men, all], 'a', 'b'), 'sex=men')).toEqual([500, -40, 460]);
    // A table without that level.
    expect(printed(settled([men, all], 'a'), 'all').slice(0, 2)).toEqual([360, 50]);
  });

  it('spreads no tens', () => {
    const rows = settled(
      [group('sex=few', 0.62, -0.2, 0.12), group('sex=women', 0.4246, -0.0604, 0.003)],
      'a',
      'b',
    );
    expect(printed(rows, 'sex=few')).toEqual([600, -200, 400]);
    expect(printed(rows, 'sex=women')).toEqual([420, -60, 360]);
  });

  it('has one step for amounts, unless some are known far worse', () => {
    const of = (subgroup: string, gain: number, error: number) => ({
      ...row('b', 'bijstand_cost_discounted', gain, error),
      subgroup,
    });
    const shownOf = (few: number) => {
      const differences = [of('sex=men', -2081, 210), of('sex=women', -1640, few), of('all', -1913, 140)];
      return settleColumns({ estimates: [], differences }, 'a', () => true).differences.map(
        ({ shown }) => shown,
      );
    };
    // Women by their own error: thousands, and all would lie outside men and women.
    expect(shownOf(1200)).toEqual([-2100, -1600, -1900]);
    // A place finer than their own is as far as it goes.
    expect(shownOf(12_000)).toEqual([-2100, -2000, -1900]);
  });

  it('prints no level as 0 for it, and no difference that surely is not', () => {
    const women = (gain: number, before: number, ends = {}) => {
      const { estimates, differences } = group('sex=women', before, gain, 0.001);
      const rows = settled([men, { estimates, differences: [{ ...differences[0]!, ...ends }] }], 'a', 'b');
      return printed(rows, 'sex=women');
    };
    expect(women(-0.003, 0.502)).toEqual([500, 0, 500]);
    expect(women(-0.003, 0.502, { low: -0.005, high: 0.001 })).toEqual([500, 0, 500]);
    expect(women(-0.003, 0.502, { low: -0.005, high: -0.002 })).toEqual([500, -3, 500]);
    expect(women(0.06, 0.004)).toEqual([4, 60, 64]);
  });

  it('keeps outcomes and months apart', () => {
    const early = together([group('sex=women', 0.4246, -0.0604, 0.003)]);
    const later = (rows: readonly ResultRow[]) => rows.map((each) => ({ ...each, month: 120 }));
    const apart = { estimates: later(early.estimates), differences: later(early.differences) };
    const { estimates, differences } = together([men]);
    const rows = settleColumns(
      {
        estimates: [...estimates, ...apart.estimates],
        differences: [...differences, ...apart.differences],
      },
      'a',
      () => true,
    );
    // 424.6 - 60.4 = 364.2: the reference is the nearest, and the level of the approach gives way.
    expect(printed(rows, 'sex=women')).toEqual([425, -60, 365]);
  });
});
