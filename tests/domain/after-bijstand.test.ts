/** What follows a step out of bijstand: who returns when, how long education lasts and where it leads. */

import { describe, expect, it } from 'vitest';
import { countLives, live } from './life.js';

type Settings = Readonly<Record<string, unknown>>;

/** Nobody works in the asylum centre; forty years, so that everybody gets to everything. */
const base = { 'income.in_centre': 0, horizon_years: 40 };

describe('return to bijstand', () => {
  /** At work from housing on. */
  const working = { 'income.work': 1e8 };
  const rates = (...[from_0, from_6, from_12, from_60]: number[]) => ({
    'income.relapse': { from_0, from_6, from_12, from_60 },
  });

  it.each([
    [rates(0, 1e8, 0, 0), 6],
    [rates(0, 0, 1e8, 0), 12],
    [rates(0, 0, 0, 1e8), 60],
  ])('by months since the exit: %j from month %i', (relapse, months) => {
    const life = live({ ...base, ...working, ...relapse });
    const back = life.months('income', 'bijstand')[1]!;
    expect(back - life.month('income', 'work')).toBeCloseTo(months, 6);
    expect(life.measure('relapse_share')).toBe(1);
  });

  it('in the first six months at their own hazard', () => {
    const stay = (rate: number) =>
      live({ ...base, ...working, ...rates(rate, 0, 0, 0) }).months('income', 'bijstand')[1]! - 6;
    expect(stay(4)).toBeGreaterThan(0);
    expect(stay(8)).toBeCloseTo(stay(4) / 2, 6);
  });

  it('of the first six months only within them', () => {
    const life = live({ ...base, ...working, ...rates(1e-9, 0, 0, 0) });
    expect(life.months('income', 'bijstand')).toHaveLength(1);
    expect(life.measure('relapse_share')).toBe(0);
  });

  it('from other income at its own hazard; never of those without bijstand', () => {
    const out = { ...base, 'income.other_exit': 1e8 };
    const back = (rate: number) =>
      live({ ...out, 'income.other_return': rate }).months('income', 'bijstand')[1]! - 6;
    expect(back(2)).toBeCloseTo(back(0.5) / 4, 6);
    const none = { 'income.no_bijstand': { syria: 1, eritrea: 1, other: 1 } };
    expect(live({ ...base, ...none, 'income.other_return': 1e9 }).months('income', 'bijstand')).toEqual([]);
    const worked = { 'income.work': 1e8, 'income.in_centre': 1, ...rates(1, 1, 1, 1) };
    expect(live({ ...base, ...none, ...worked, horizon_years: 10 }).months('income', 'bijstand')).toEqual([]);
  });

  it('in the asylum centre is to the living allowance until housed', () => {
    const life = live({
      ...working,
      ...rates(1, 1, 1, 1),
      'income.in_centre': 1,
      'housing.wait_ratio': 1000,
    });
    expect(life.months('income', 'work').length).toBeGreaterThan(1);
    expect(life.measure('bijstand_months')).toBe(0);
    expect(life.months('income', 'living_allowance').length).toBeGreaterThan(0);
  });
});

describe('education', () => {
  const studying = { ...base, 'income.education': 1e8, 'income.education_months': 24 };

  it('lasts its months and leads to work, or back to bijstand', () => {
    const toWork = live({ ...studying, 'income.education_to_work': 1 });
    expect(toWork.month('income', 'work')).toBeCloseTo(30, 6);
    const back = live({ ...studying, 'income.education_to_work': 0 });
    expect(back.months('income', 'bijstand')[1]).toBeCloseTo(30, 6);
    expect(back.month('income', 'work')).toBeNaN();
  });

  it('leads to work for the stated share', () => {
    const working = countLives(400, (life) => !Number.isNaN(life.month('income', 'work')), {
      ...studying,
      horizon_years: 3,
      'income.education_to_work': 0.7,
    });
    // 280 expected, standard deviation 9.2.
    expect(Math.abs(working - 280)).toBeLessThan(4 * 9.2);
  });

  it('has a lognormal length with the stated median and spread', () => {
    const length = (settings: Settings) => live({ ...studying, ...settings }).month('income', 'work') - 6;
    const spread = { 'income.education_to_work': 1, 'income.education_sigma': 0.5 };
    const deviate = Math.log(length(spread) / 24) / 0.5;
    // The same chance is the same deviate, whatever the median and the spread.
    expect(Math.log(length({ ...spread, 'income.education_sigma': 0.2 }) / 24) / 0.2).toBeCloseTo(deviate, 6);
    expect(length({ ...spread, 'income.education_months': 12 }) * 2).toBeCloseTo(length(spread), 6);
  });
});
