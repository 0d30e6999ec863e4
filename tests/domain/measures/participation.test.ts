/** What became of taking part, on lives whose months can be worked out by hand: housed at month 6. */

import { describe, expect, it } from 'vitest';
import {
  participationMilestones,
  participationTransitions,
} from '../../../src/domain/measures/participation.js';
import { wi2013 } from '../../../src/domain/regimes/wi2013/wi2013.js';
import { live, scenarioOf, WEEKS } from '../life.js';

/** At work from 1 January, or the first of a later month, of 2015 or 2016 on. */
const workFrom = (date: string) => ({
  'income.work': 1e8,
  'income.labour_market': [
    { from: '2015-01-01', ratio: 0 },
    { from: date, ratio: 1 },
  ],
});

const months = (weeks: number) => ({ weeks: weeks * WEEKS });

describe('being placed', () => {
  it('within a year of housing counts up to the twelfth month', () => {
    const of = (date: string) => live(workFrom(date)).measure('placed_share_housing');
    // Months 17, 18 and 19.
    expect([of('2016-06-01'), of('2016-06-30'), of('2016-08-01')]).toEqual([1, 1, 0]);
    expect(live({ 'income.education': 1e8 }).measure('placed_share_housing')).toBe(1);
    expect(live().measure('placed_share_housing')).toBe(0);
  });

  it('is not missed where somebody has worked since before the house', () => {
    const life = live({ ...workFrom('2015-01-01'), 'income.in_centre': 1 });
    expect(life.month('income', 'work')).toBeLessThan(1);
    expect(life.measure('placed_share_housing')).toBe(1);
  });

  it('before the house, or before the activity, is not enough', () => {
    const briefly = {
      'income.work': 1e8,
      'income.labour_market': [
        { from: '2015-01-01', ratio: 1 },
        { from: '2015-01-02', ratio: 0 },
      ],
      'income.relapse': { from_0: 5, from_6: 5, from_12: 5, from_60: 5 },
    };
    const life = live(briefly, { buddy: months(5) });
    expect(life.month('income', 'living_allowance')).toBeLessThan(6);
    expect(['housing', 'buddy'].map((of) => life.measure(`placed_share_${of}`))).toEqual([0, 0]);
  });

  it('within a year of an activity counts from its own beginning', () => {
    const later = { start: { when: { housing: 'housed' }, delay_weeks: 10 * WEEKS }, ...months(24) };
    const of = (date: string) => {
      const life = live(workFrom(date), { buddy: months(24), mentor: later });
      return ['buddy', 'mentor'].map((name) => life.measure(`placed_share_${name}`));
    };
    // Begun at months 6 and 16; work at months 17, 19, 28 and 29 (before month 18, and before month 28).
    expect(['2016-06-01', '2016-08-01', '2017-04-20', '2017-06-01'].map(of)).toEqual([
      [1, 1],
      [0, 1],
      [0, 1],
      [0, 0],
    ]);
  });
});

describe('an activity', () => {
  const finished = (settings: object, activity: object) =>
    live({ ...settings }, { buddy: { ...months(5), ...activity } }).measure('finished_share_buddy');

  it('ends as planned after its weeks, with aftercare or without', () => {
    expect(finished({}, {})).toBe(1);
    expect(finished({}, { aftercare_weeks: 3 * WEEKS })).toBe(1);
    const untilHoused = {
      start: { when: { housing: ['centre', 'housed'] } },
      ends: { when: { housing: 'housed' } },
      ...months(500),
    };
    expect(finished({}, untilHoused)).toBe(1);
    expect(finished({}, { outflow: { voluntary_work: 1 } })).toBe(1);
  });

  it('does not where it is left, for work or before its end, or lasts beyond the horizon', () => {
    expect(finished(workFrom('2015-09-01'), {})).toBe(0);
    expect(finished(workFrom('2015-09-01'), { aftercare_weeks: 3 * WEEKS })).toBe(0);
    expect(finished(workFrom('2015-09-01'), { resumes_within_weeks: 3 * WEEKS })).toBe(0);
    expect(finished({}, { dropout: 0.999999 })).toBe(0);
    expect(finished({}, { ...months(300) })).toBe(0);
  });
});

describe('taking part', () => {
  const counted = (settings: object, activities: object, month: number) =>
    live({ 'income.engaging_hours': 8, ...settings }, activities as never).counted(
      'participating_share',
      month,
    );

  it('is work, education, or an activity of some size', () => {
    const buddy = (hours_per_week: number) => ({ buddy: { ...months(12), hours_per_week } });
    // From month 6 to 18.
    expect([12, 24].map((month) => counted({}, buddy(8), month))).toEqual([1, 0]);
    expect(counted({}, buddy(7), 12)).toBe(0);
    expect([12, 24].map((month) => counted(workFrom('2016-06-01'), {}, month))).toEqual([0, 1]);
    expect(counted({ 'income.education': 1e8 }, {}, 12)).toBe(1);
    expect(counted({ 'income.other_exit': 1e12 }, {}, 12)).toBe(0);
  });

  it('goes by the hours of activities together', () => {
    const parts = (hours: number) =>
      Object.fromEntries(
        ['a', 'b', 'c', 'd'].map((name) => [name, { hours_per_week: hours, ...months(12) }]),
      );
    const searching = { 'income.work': 0.02, 'income.idle_per_month': 0.9, 'income.idle_cap': 24 };
    for (let luck = 1; luck <= 3; luck++) {
      const of = (activities: Parameters<typeof live>[1]) => {
        const life = live({ 'income.engaging_hours': 8, ...searching }, activities, {}, luck);
        return [life.measure('work_months'), life.counted('participating_share', 12)];
      };
      // Four of four hours are one of sixteen; four of an hour and a half are less than eight.
      expect(of(parts(4))).toEqual(of({ one: { hours_per_week: 16, ...months(12) } }));
      expect(of(parts(1.5))).toEqual(of({ one: { hours_per_week: 6, ...months(12) } }));
    }
    expect([counted({}, parts(4), 12), counted({}, parts(1.5), 12)]).toEqual([1, 0]);
    // One that ends at month 11 while the others go on: eight hours are left, or seven.
    const three = (hours: number) => ({
      a: { hours_per_week: 4, ...months(12) },
      b: { hours_per_week: hours, ...months(12) },
      c: { hours_per_week: 4, ...months(5) },
    });
    expect([counted({}, three(4), 12), counted({}, three(3), 12)]).toEqual([1, 0]);
  });

  it('is voluntary work too, in approaches that have it', () => {
    const scenario = scenarioOf();
    const voluntary = { name: 'voluntary', states: ['none', 'doing'] };
    const named = (tracks: readonly (typeof voluntary)[]) =>
      JSON.stringify([
        participationTransitions(scenario.approaches.only!, tracks),
        participationMilestones(wi2013, [], tracks),
      ]).match(/"voluntary"/g)?.length ?? 0;
    // Both gates, and both milestones.
    expect(named([voluntary])).toBe(4);
    expect(named([])).toBe(0);
    const doing = { buddy: { ...months(12), voluntary_work: true } };
    expect(live({}, doing).measure('placed_share_housing')).toBe(1);
    expect([12, 24].map((month) => counted({}, doing, month))).toEqual([1, 0]);
  });

  it('counts months and leaving by hours: a contact of three minutes hardly', () => {
    const course = { 'approach.course.opens': { housing: 'housed' }, 'inburgering.course_hours': 12 };
    // In the course from month 6 to the horizon at 120, with a talk of 0.05 hours for a hundred months of it.
    const talk = { hours_per_week: 0.05, ...months(100) };
    const of = (activities: object) => live(course, activities as never).measure('months_taking_part');
    expect(of({})).toBeCloseTo(114, 6);
    expect(of({ talk })).toBeCloseTo(114 + (0.05 / 12) * 100, 6);
    // Three of four hours are as one of twelve.
    const part = { hours_per_week: 4, ...months(10) };
    expect(of({ a: part, b: part, c: part })).toBeCloseTo(124, 6);
    expect(of({ one: { hours_per_week: 12, ...months(10) } })).toBeCloseTo(124, 6);
    // Leaving counts by the same hours: of a person, twelve and six of twelve.
    const left = live(
      { 'inburgering.course_hours': 12 },
      {
        a: { hours_per_week: 12, dropout: 0.999 },
        b: { hours_per_week: 6, dropout: 0.999 },
      },
    );
    expect(left.measure('dropout_per_month')).toBeCloseTo(1.5, 9);
    expect(left.measure('dropout_share_any')).toBe(1);
  });

  it('adds up months of what runs at once, and divides leaving by them', () => {
    const life = live({}, { buddy: months(10), mentor: months(4) });
    expect(life.measure('months_taking_part')).toBeCloseTo(14, 6);
    expect(life.measure('dropout_per_month')).toBe(0);
    // Of a person, it is the number of times.
    const left = live({}, { buddy: { dropout: 0.999 }, mentor: { dropout: 0.999 } });
    expect(left.measure('dropout_per_month')).toBe(2);
    const spent = ['buddy', 'mentor'].map((name) => left.month(name, 'dropped_out') - 6);
    expect(left.measure('months_taking_part')).toBeCloseTo(spent[0]! + spent[1]!, 6);
  });
});

describe('the whole road', () => {
  /** The course is left within months of its beginning at month 6 (a rate of 2 a month), and begun again so many months later. */
  const course = (restart: number) => ({
    'approach.course.opens': { housing: 'housed' },
    'inburgering.dropout': 1 - 1e-9,
    'inburgering.course_months': 10,
    'inburgering.restart_months': restart,
  });
  const left = (settings: object, activities: object = {}) =>
    live({ ...settings }, activities as never).measure('left_everything_share');

  it('is left where the course is, for half a year', () => {
    expect(left(course(1e6))).toBe(1);
    expect(left(course(1e-6))).toBe(0);
    expect(left({})).toBe(0);
  });

  it('is not left by those who go on with an activity, or go to work', () => {
    expect(left(course(1e6), { buddy: months(200) })).toBe(0);
    expect(left({ ...course(1e6), ...workFrom('2015-09-01') })).toBe(0);
    // The activity ends at month 11: the half-year begins there.
    const until = (date: string) => left({ ...course(1e6), ...workFrom(date) }, { buddy: months(5) });
    // It ends at month 17, on 1 June 2016.
    expect(['2016-04-15', '2016-05-29', '2016-06-03'].map(until)).toEqual([0, 0, 1]);
  });

  it('is left in the asylum centre too, and the half-year runs on over the house', () => {
    const inCentre = { housing: ['centre', 'housed'] };
    const of = (house: number, date: string) => {
      const settings = {
        ...course(1e6),
        ...workFrom(date),
        'approach.course.opens': inCentre,
        'income.in_centre': 1,
        'housing.median_wait': { syria: house, eritrea: house, other: house },
      };
      const life = live(settings, { buddy: { start: { when: inCentre }, ...months(5) } });
      expect(life.month('inburgering', 'interrupted')).toBeLessThan(5);
      return [life.months('income', 'bijstand').length, life.measure('left_everything_share')];
    };
    // The activity ends at month 5, so the half-year at month 11, on 1 December 2015: from the centre straight to work.
    expect(['2015-11-28', '2015-12-03'].map((date) => of(24, date))).toEqual([
      [0, 0],
      [0, 1],
    ]);
    // Housed, and on bijstand, at month 8: three months before it and three after.
    expect(['2015-11-28', '2015-12-03'].map((date) => of(8, date))).toEqual([
      [1, 0],
      [1, 1],
    ]);
  });

  it('is not kept by nominal contact, but by activities that together have some size', () => {
    const sized = { ...course(1e6), 'income.engaging_hours': 8 };
    const of = (hours_per_week: number, length = 200) => ({ hours_per_week, ...months(length) });
    // A talk of three minutes a week until the horizon.
    expect(left(sized, { talk: of(0.05) })).toBe(1);
    expect(left(sized, { buddy: of(8) })).toBe(0);
    expect(left(sized, { a: of(4), b: of(4) })).toBe(0);
    expect(left(sized, { a: of(4), b: of(3.9) })).toBe(1);
    // The second ends at month 11 while the first goes on: it is left then, unless there is work by month 17.
    const until = (date: string) => left({ ...sized, ...workFrom(date) }, { a: of(4), b: of(4, 5) });
    expect([until('2016-04-15'), until('2016-06-15')]).toEqual([0, 1]);
  });

  it('is not left by those who drop out of an activity and stay in the course', () => {
    expect(left({ 'approach.course.opens': { housing: 'housed' } }, { buddy: { dropout: 0.999999 } })).toBe(
      0,
    );
  });
});

describe('passing within two years', () => {
  /** In course from month 6, at exam level at once, and passed so many months later, or by chance a few days off. */
  const passing = {
    'approach.course.opens': { housing: 'housed' },
    'language.months_to': { basic: 1e-6, exam_level: 1e-6, higher: 600 },
    'inburgering.exam_wait': 1e-6,
  };
  const of = (settings: object) => {
    const life = live({ ...passing, ...settings });
    return ['course', 'housing'].map((from) => life.measure(`passed_within_24_months_of_${from}_share`));
  };

  it('counts from the course and from the house', () => {
    expect(of({})).toEqual([1, 1]);
    // The house at month 6, the course at 31 (opened by work): passed within the one, not the other.
    const opens = { 'approach.course.opens': { income: 'work' } };
    expect(of({ ...opens, ...workFrom('2017-08-01') })).toEqual([1, 0]);
    expect(of({ 'inburgering.exam_wait': 1e6 })).toEqual([0, 0]);
    expect(of({ 'approach.course.opens': { inburgering: 'passed' } })).toEqual([0, 0]);
  });
});
