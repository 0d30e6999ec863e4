/** Measures of lives whose months and euros can be worked out by hand. */

import { describe, expect, it } from 'vitest';
import { live } from '../life.js';

/** The labour market is shut but between two dates. */
const market = (...entries: [string, number][]) => entries.map(([from, ratio]) => ({ from, ratio }));
/** At work from month 30 (1 July 2017) on. */
const working = {
  'income.work': 1e8,
  'income.labour_market': market(['2015-01-01', 0], ['2017-07-01', 1]),
};

describe('time to self-sufficiency', () => {
  it('is that of work that lasts', () => {
    const life = live({ ...working, self_sufficiency: { states: ['work'], sustained_months: 6 } });
    expect(life.measure('months_to_self_sufficiency_restricted_mean')).toBeCloseTo(30, 6);
    const years = [12, 24, 36, 48, 120].map((month) => life.measure(`self_sufficient_share@${month}`));
    expect(years).toEqual([0, 0, 1, 1, 1]);
    expect(life.measure('bijstand_months')).toBeCloseTo(24, 6);
    expect(life.measure('work_months')).toBeCloseTo(90, 6);
    expect(life.measure('ever_working_share')).toBe(1);
  });

  it('is not that of work that does not last long enough', () => {
    const sustained = (months: number) => ({
      ...working,
      'income.relapse': { from_0: 0, from_6: 1e8, from_12: 1e8, from_60: 1e8 },
      // Work ends after six months; from January 2018 on there is none.
      'income.labour_market': market(['2015-01-01', 0], ['2017-07-01', 1], ['2018-01-01', 0]),
      self_sufficiency: { states: ['work'], sustained_months: months },
    });
    const short = live(sustained(7));
    expect(short.measure('months_to_self_sufficiency_restricted_mean')).toBe(120);
    expect(short.measure('self_sufficient_share@36')).toBe(0);
    expect(short.measure('work_months')).toBeCloseTo(6, 6);
    expect(short.measure('bijstand_months')).toBeCloseTo(108, 6);
    expect(live(sustained(5)).measure('months_to_self_sufficiency_restricted_mean')).toBeCloseTo(30, 6);
    expect(live(sustained(5)).measure('self_sufficient_share@120')).toBe(1);
  });

  it('is of the thirteen weeks in which a house should be found', () => {
    // 13 x 7 days of 30.4375: 2.99 months.
    const housed = (months: number) =>
      live({ 'housing.median_wait': { syria: months, eritrea: 6, other: 6 } }).measure(
        'housed_within_13_weeks_share',
      );
    expect([2.98, 3].map(housed)).toEqual([1, 0]);
  });

  it('is of the states that the scenario names', () => {
    const studying = { 'income.education': 1e8 };
    const among = (...states: string[]) =>
      live({ ...studying, self_sufficiency: { states, sustained_months: 0 } }).measure(
        'months_to_self_sufficiency_restricted_mean',
      );
    expect(among('work')).toBe(120);
    expect(among('work', 'education')).toBeCloseTo(6, 6);
    expect(among('other')).toBe(120);
  });
});

describe('earnings', () => {
  /** Of 38 hours: a couple's norm of 2,000 euros times 1.2. */
  const pay = { 'income.pay': 1.2, 'income.work_hours': 19, 'income.part_time_hours': 9.5 };

  it('are the pay for the hours of work, and of part-time work beside bijstand', () => {
    // 90 months of 19 hours: half of 2,400 euros.
    expect(live({ ...working, ...pay }).measure('earnings')).toBeCloseTo(90 * 1200, 0);
    // From month 6 to 120, a quarter.
    const part = live({ ...pay, 'income.part_time_work': 1e8 });
    expect(part.measure('earnings')).toBeCloseTo(114 * 600, 0);
    expect(live(pay).measure('earnings')).toBe(0);
    // They are no cost, nor a gain, of whoever pays.
    expect(live({ ...working, ...pay }).measure('net_balance')).toBe(live(working).measure('net_balance'));
  });
});

describe('relapse', () => {
  it('is counted from work to bijstand, of those who ever worked', () => {
    const relapse = { 'income.relapse': { from_0: 0, from_6: 1e8, from_12: 1e8, from_60: 1e8 } };
    expect(live({ ...working, ...relapse }).measure('relapse_share')).toBe(1);
    expect(live(working).measure('relapse_share')).toBe(0);
    expect(live({ 'income.other_exit': 1e8, 'income.other_return': 1 }).measure('relapse_share')).toBe(0);
    expect(live({}).measure('ever_working_share')).toBe(0);
  });
});

describe('dropout and participation', () => {
  it('of one activity are not those of another', () => {
    const life = live({}, { buddy: { dropout: 0.999999 }, mentor: { for: { share: 0 } } });
    const of = (name: string) => [
      life.measure(`participation_share_${name}`),
      life.measure(`dropout_share_${name}`),
    ];
    expect([of('buddy'), of('mentor'), of('course')]).toEqual([
      [1, 1],
      [0, 0],
      [0, 0],
    ]);
    expect(life.measure('dropout_share_any')).toBe(1);
    expect(live({}, { buddy: {} }).measure('dropout_share_any')).toBe(0);
  });
});
