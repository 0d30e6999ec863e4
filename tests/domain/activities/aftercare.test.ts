/** Aftercare behind an exit and behind an end. Worked out by hand; housed at month 6, at work from month 12 on. */

import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/domain/schema/scenario.js';
import { live, WEEKS } from '../life.js';

type Settings = Readonly<Record<string, unknown>>;

const workFrom = (...dates: string[]) => [
  { from: '2015-01-01', ratio: 0 },
  ...dates.flatMap((from) => [{ from, ratio: 1 }]),
];

const working = {
  'income.work': 1e8,
  'income.labour_market': workFrom('2016-01-01'),
  'effects.relapse': 0.5,
  horizon_years: 40,
};

/** Jobs are lost at one in a month. */
const losing = { ...working, 'income.relapse': { from_0: 1, from_6: 1, from_12: 1, from_60: 1 } };

/** Three months of an activity, over at month 9. */
const short = (more: Partial<Activity>): Partial<Activity> => ({ weeks: 3 * WEEKS, ...more });
const exit = (weeks: number) => short({ aftercare: { starts: 'exit', weeks } });

/** Months at work before the return to bijstand. */
const stay = (buddy: Partial<Activity>, settings: Settings = {}) =>
  live({ ...losing, ...settings }, { buddy }).months('income', 'bijstand')[1]! - 12;

/** Months in which aftercare began and ended. */
const monthsOf = (life: ReturnType<typeof live>) =>
  ['on', 'off'].map((state) =>
    life.months('support_aftercare_of_buddy', state).map((month) => Math.round(month * 1e6) / 1e6),
  );

describe('aftercare that starts at an exit', () => {
  const plain = () => stay(short({}));

  it('makes the return rarer by its ratio while it lasts, long after the activity', () => {
    expect(stay(exit(400))).toBeCloseTo(plain() * 2, 5);
    const half = plain() / 2;
    expect(stay(exit(half * WEEKS))).toBeCloseTo(plain() + half / 2, 5);
    expect(stay(exit(0))).toBeCloseTo(plain(), 5);
    expect(stay(exit(400), { 'effects.relapse': 1 })).toBeCloseTo(plain(), 5);
  });

  it('has no part of those whom the activity did not reach, or who dropped out', () => {
    const never = { when: { language: 'higher' } };
    expect(stay({ ...exit(400), start: never })).toBeCloseTo(plain(), 5);
    expect(stay({ ...exit(400), dropout: 0.999999 })).toBeCloseTo(plain(), 5);
    // It begins at the job, which has begun before: no exit out of its hands.
    const atWork = { ...exit(400), start: { when: { income: 'work' } }, continues_in_work: true };
    expect(stay(atWork)).toBeCloseTo(plain(), 5);
  });

  it('runs its weeks from the exit to work, out of a running activity too', () => {
    expect(monthsOf(live(working, { buddy: exit(4 * WEEKS) }))).toEqual([[12], [16]]);
    const running = { ...exit(4 * WEEKS), weeks: 100 * WEEKS };
    expect(monthsOf(live(working, { buddy: running }))).toEqual([[12], [16]]);
  });

  it('ends with the return, and starts anew at the next exit', () => {
    const jobs = {
      ...working,
      // At work from 12 to 15 and from 24 to 27; a job lasts three months.
      'income.labour_market': [
        { from: '2015-01-01', ratio: 0 },
        { from: '2016-01-01', ratio: 1 },
        { from: '2016-02-01', ratio: 0 },
        { from: '2017-01-01', ratio: 1 },
        { from: '2017-02-01', ratio: 0 },
      ],
      'income.relapse': { from_0: 0, from_6: 1e8, from_12: 1e8, from_60: 1e8 },
    };
    const life = live(jobs, { buddy: exit(100) });
    expect(life.months('income', 'bijstand').map(Math.round)).toEqual([6, 18, 30]);
    expect(monthsOf(life)).toEqual([
      [12, 24],
      [18, 30],
    ]);
  });

  it('starts with education, and not with other income', () => {
    const learning = {
      buddy: short({ aftercare: { starts: 'exit', weeks: 4 * WEEKS }, outflow: { education: 1 } }),
    };
    expect(monthsOf(live({}, learning))).toEqual([[9], [13]]);
    // Off bijstand at month 6, and to work from there at month 12.
    const other = { ...working, 'income.other_exit': 1e8, 'income.other_to_work': 1 };
    expect(
      monthsOf(live(other, { buddy: { ...exit(9), start: { when: { housing: ['centre', 'housed'] } } } }))[0],
    ).toEqual([]);
  });

  it('ends at the state pension age', () => {
    const pension = { 'income.pension_age': [{ from: '2014-01-01', age: 734 }] };
    expect(monthsOf(live({ ...working, ...pension }, { buddy: exit(50) }, { age: 60 }))).toEqual([
      [12],
      [14],
    ]);
  });
});

describe('aftercare that starts at the end', () => {
  it('makes the return rarer, and does not keep up the effect on work', () => {
    const care = { aftercare: { starts: 'end' as const, weeks: 400 }, acts_on: ['work'] };
    expect(stay(short(care))).toBeCloseTo(stay(short({ acts_on: ['work'] })) * 2, 5);
    // Work at .05 a month, doubled while the activity lasts (6 to 9) and faded at once after it.
    const searching = {
      'income.work': 0.05,
      'income.in_centre': 0,
      'effects.work_men': 2,
      'effects.fade_months': 0,
    };
    const found = (buddy: Partial<Activity>) =>
      live({ horizon_years: 40, ...searching }, { buddy: short({ acts_on: ['work'], ...buddy }) }).month(
        'income',
        'work',
      );
    expect(found(care)).toBeCloseTo(found({}), 9);
    expect(found({ aftercare_weeks: 400 })).toBeLessThan(found({}) - 1);
  });

  it('begins at an exit that ends the activity', () => {
    const care = { aftercare: { starts: 'end' as const, weeks: 4 * WEEKS }, weeks: 100 * WEEKS };
    const life = live(working, { buddy: care });
    expect(['aftercare', 'finished'].map((state) => Math.round(life.month('buddy', state)))).toEqual([
      12, 16,
    ]);
  });
});
