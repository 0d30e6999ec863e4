/** An activity that is part of another: how it ends, worked out by hand; housed at month 6. */

import { describe, expect, it } from 'vitest';
import { live, WEEKS } from '../life.js';

const workInSeptember = {
  'income.work': 1e8,
  'income.labour_market': [
    { from: '2015-01-01', ratio: 0 },
    { from: '2015-09-01', ratio: 1 },
  ],
};

const months = (weeks: number) => ({ weeks: weeks * WEEKS });

describe('a part of an activity', () => {
  /** A whole and its part, in both orders: the part ends with the whole. */
  const both = (settings: object, whole: object, when: object = { not: { whole: 'taking_part' } }) => {
    const activities = {
      whole: { ...months(5), hours_per_week: 10, ...whole },
      part: { ...months(300), hours_per_week: 10, ends: { when } },
    };
    const names = ['whole', 'part'] as const;
    return [names, [...names].reverse()].map((order) =>
      live({ ...settings }, Object.fromEntries(order.map((name) => [name, activities[name as 'whole']]))),
    );
  };
  const measures = ['finished_share_part', 'dropout_share_part', 'dropout_share_whole'];
  const told = (...given: Parameters<typeof both>) =>
    both(...given).map((life) => measures.map((name) => life.measure(name)));
  const twice = (row: number[]) => [row, row];

  it('ends as planned with it', () => {
    expect(told({}, {})).toEqual(twice([1, 0, 0]));
    expect(told({}, {}, { whole: 'finished' })).toEqual(twice([1, 0, 0]));
  });

  it('is left with it', () => {
    const left = { dropout: 0.999999 };
    expect(told({}, left)).toEqual(twice([0, 1, 1]));
    expect(told({}, left, { whole: ['finished', 'dropped_out'] })).toEqual(twice([0, 1, 1]));
    expect(told({}, left, { any: [{ whole: 'dropped_out' }, { housing: 'centre' }] })).toEqual(
      twice([0, 1, 1]),
    );
    // A part that does not ask for the whole goes on beyond the horizon.
    expect(told({}, left, { housing: 'centre' })).toEqual(twice([0, 0, 1]));
  });

  it('has not come to its end where work ends both', () => {
    expect(told(workInSeptember, {})).toEqual(twice([0, 0, 0]));
  });

  it('is left as often in a month as the whole would be if it were one', () => {
    const reason = {
      'inburgering.course_hours': 10,
      'effects.dropout_reasons': { health: 0, family: 0, motivation: 1 },
    };
    const whole = { ...months(60), dropout: 0.999 };
    const [parts] = both(reason, whole);
    const one = live(reason, { whole: { ...whole, hours_per_week: 20 } });
    // Of one life the measure tells how often by hours, to be divided by the months.
    for (const name of ['dropout_per_month', 'months_taking_part']) {
      expect(one.measure(name)).toBeGreaterThan(0);
      expect(parts!.measure(name)).toBeCloseTo(one.measure(name), 9);
    }
  });
});
