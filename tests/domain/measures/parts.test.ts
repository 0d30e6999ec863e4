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

  it.each(['education', 'work'])('ends as planned with one that leads on to %s', (to) => {
    const leads = { outflow: { [to]: 1 } };
    const ends = [
      { whole: ['finished', `to_${to}`] },
      { whole: 'finished' },
      { not: { whole: 'taking_part' } },
    ];
    for (const when of ends) {
      expect(told({}, leads, when)).toEqual(twice([1, 0, 0]));
      // Who never leaves bijstand stays there, and ends as planned as well.
      expect(told({ 'cohort.never_leaving': 1 }, leads, when)).toEqual(twice([1, 0, 0]));
      // Left before, or cut short by work: no planned end.
      expect(told({}, { ...leads, dropout: 0.999999 }, { any: [when, { whole: 'dropped_out' }] })).toEqual(
        twice([0, 1, 1]),
      );
      expect(told(workInSeptember, leads, when)).toEqual(twice([0, 0, 0]));
    }
    for (const life of both({}, leads, { whole: 'finished' })) {
      const at = [
        ['income', to],
        ['whole', 'finished'],
        ['part', 'finished'],
      ].map(([track, state]) => life.months(track!, state!));
      expect(at).toEqual([[expect.closeTo(11, 9)], [expect.closeTo(11, 9)], [expect.closeTo(11, 9)]]);
    }
  });

  it('is cut short by the education that the whole leads on to where it would have gone on', () => {
    const leads = { outflow: { education: 1 } };
    for (const when of [{ whole: 'dropped_out' }, { all: [{ whole: 'finished' }, { language: 'higher' }] }])
      for (const life of both({}, leads, when)) {
        expect(measures.map((name) => life.measure(name))).toEqual([0, 0, 0]);
        expect(life.months('part', 'finished')).toEqual([expect.closeTo(11, 9)]);
      }
  });

  it('is taken up again after a job, and then ends as planned with one that leads on', () => {
    const job = { ...workInSeptember, 'income.relapse': { from_0: 0, from_6: 1e8, from_12: 0, from_60: 0 } };
    job['income.labour_market'] = [...job['income.labour_market'], { from: '2015-10-01', ratio: 0 }];
    const again = { resumes_within_weeks: 12 * WEEKS };
    const whole = { ...months(5), outflow: { education: 1 }, ...again };
    const part = { ...months(300), ends: { when: { whole: 'finished' } }, ...again };
    for (const activities of [
      { whole, part },
      { part, whole },
    ]) {
      const life = live(job, activities);
      // Two months to the first of September, six in the job, three more.
      expect(life.months('part', 'finished')).toEqual([expect.closeTo(17, 1)]);
      expect(measures.map((name) => life.measure(name))).toEqual([1, 0, 0]);
    }
  });

  it('of a part ends as planned with the whole of both', () => {
    const whole = { ...months(5), outflow: { education: 1 } };
    const part = { ...months(300), ends: { when: { whole: ['finished', 'to_education'] } } };
    const own = { ...months(300), ends: { when: { part: 'finished' } } };
    for (const activities of [
      { whole, part, own },
      { own, part, whole },
      { part, whole, own },
    ]) {
      const life = live({}, activities);
      expect(['part', 'own'].map((name) => life.measure(`finished_share_${name}`))).toEqual([1, 1]);
      expect(life.months('own', 'finished')).toEqual([expect.closeTo(11, 9)]);
    }
  });

  it('is no reason to have left the whole road, nor dropout by the month', () => {
    const leads = { outflow: { education: 1 } };
    for (const life of both({}, leads, { whole: 'finished' })) {
      expect(
        ['left_everything_share', 'dropout_share_any', 'dropout_per_month'].map((name) => life.measure(name)),
      ).toEqual([0, 0, 0]);
    }
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
