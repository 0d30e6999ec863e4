import { describe, expect, it } from 'vitest';
import { settleSweep } from '../../../src/output/report/sweep-rounding.js';
import { row } from './made-row.js';

describe('what is printed of a sweep', () => {
  const at = (against: string, approach: string, estimate: number, mcse: number) => ({
    ...row(approach, 'net_balance_discounted', estimate, mcse),
    against,
  });
  const shownAs = (rows: readonly { approach: string; against: string; shown: number }[]) =>
    Object.fromEntries(rows.map(({ approach, against, shown }) => [`${approach} ${against}`, shown]));

  it('has levels at a point that differ from those of the base by the difference, and from the reference by that', () => {
    const [base, point] = settleSweep(
      [
        [at('', 'a', -75_140, 300), at('', 'b', -78_040, 310), at('a', 'b', -2_900, 120)],
        [
          at('', 'a', -76_690, 300),
          at('', 'b', -78_160, 310),
          at('a', 'b', -1_470, 110),
          at('base', 'a', -1_550, 40),
          at('base', 'b', -120, 30),
        ],
      ],
      'a',
    );
    expect(shownAs(base!)).toEqual({ 'a ': -75_100, 'b ': -78_000, 'b a': -2_900 });
    // The reference is the nearest, so that -1,550 is -1,600; with -1,500 that is -78,200: -200 from the base, less than a step off.
    expect(shownAs(point!)).toEqual({
      'a ': -76_700,
      'b ': -78_200,
      'b a': -1_500,
      'a base': -1_600,
      'b base': -200,
    });
  });

  it('has one step at all points, the coarsest, so that no difference goes against what is printed', () => {
    const [, point] = settleSweep(
      [
        [at('', 'a', -75_140, 3_000), at('', 'b', -81_400, 2_000), at('a', 'b', -6_260, 900)],
        [
          at('', 'a', -75_140, 300),
          at('', 'b', -81_510, 310),
          at('a', 'b', -6_370, 90),
          at('base', 'a', 0, 0),
          at('base', 'b', -110, 30),
        ],
      ],
      'a',
    );
    expect(shownAs(point!)).toEqual({
      'a ': -75_000,
      'b ': -81_000,
      'b a': -6_000,
      'a base': 0,
      'b base': 0,
    });
  });

  it('is not printed of a point of a sweep', () => {
    const at = (against: string, approach: string, estimate: number) => ({
      ...row(approach, 'x', estimate, 0.05, 'share'),
      against,
    });
    const [, point] = settleSweep(
      [
        [at('', 'a', 0.125), at('', 'b', 0.5), at('a', 'b', 0.375)],
        [at('', 'a', 1), at('', 'b', 0), at('a', 'b', -1), at('base', 'a', 0.875), at('base', 'b', -0.5)],
      ],
      'a',
    );
    expect(point!.map(({ shown }) => shown)).toEqual([1, 0, -1, 0.87, -0.5]);
  });
});
