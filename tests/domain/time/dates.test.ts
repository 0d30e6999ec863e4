/** Dates, weeks and the years that a cohort lives through. */

import { describe, expect, it } from 'vitest';
import { buildApproach } from '../../../src/domain/approach.js';
import { dateOfMonth, monthsFromWeeks, monthsSinceEpoch, yearOf } from '../../../src/domain/time/calendar.js';
import { live, norms, scenarioOf } from '../life.js';

describe('calendar', () => {
  it('counts months from 1 January of the epoch, days as parts of their month', () => {
    expect(monthsSinceEpoch('2015-01-01', 2015)).toBe(0);
    expect(monthsSinceEpoch('2016-03-01', 2015)).toBe(14);
    expect(monthsSinceEpoch('2014-12-01', 2015)).toBe(-1);
    expect(monthsSinceEpoch('2015-04-16', 2015)).toBeCloseTo(3.5, 12);
    // February of a leap year has 29 days, that of another 28.
    expect(monthsSinceEpoch('2016-02-29', 2016)).toBeCloseTo(1 + 28 / 29, 12);
    expect(monthsSinceEpoch('2015-02-15', 2015)).toBeCloseTo(1.5, 12);
    // Asked again, of another epoch.
    expect(monthsSinceEpoch('2015-04-16', 2014)).toBeCloseTo(15.5, 12);
  });

  it('leads back to the date that months come from, every day of a century', () => {
    const day = new Date(Date.UTC(1960, 0, 1));
    while (day.getUTCFullYear() < 2060) {
      const date = day.toISOString().slice(0, 10);
      expect(dateOfMonth(monthsSinceEpoch(date, 0))).toBe(date);
      day.setUTCDate(day.getUTCDate() + 1);
    }
  });

  it('knows years and weeks', () => {
    expect(yearOf('2015-12-31')).toBe(2015);
    expect(monthsFromWeeks(365.25 / 7)).toBeCloseTo(12, 12);
  });
});

describe('a permit in the middle of the year', () => {
  const july = { 'cohort.first_permit': '2015-07-01' };

  it('shifts norms and the labour market against the months since the permit', () => {
    const table = [...norms, { from: '2016-07-01', couple: 2200, single: 1540, single_18_20: 550 }];
    // Housed in January 2016; the norm rises at month 12, the horizon is month 24.
    const life = live({ ...july, horizon_years: 2 }, {}, {}, 1, table);
    expect(life.cost('bijstand')).toBeCloseTo(6 * 1400 + 12 * 1540, 6);
    const market = [
      { from: '2015-01-01', ratio: 0 },
      { from: '2017-01-01', ratio: 1 },
    ];
    expect(
      live({ ...july, 'income.work': 1e8, 'income.labour_market': market }).month('income', 'work'),
    ).toBeCloseTo(18, 6);
  });

  it('spreads a life of ten years over eleven calendar years', () => {
    const { model } = buildApproach(scenarioOf({ ...july, horizon_years: 10 }), 'only', norms);
    expect(model.periods.slice(0, 11)).toEqual([0, 12, 24, 36, 48, 60, 72, 84, 96, 108, 120]);
    expect(model.horizonMonths).toBe(120);
  });

  it('and longer with an inflow of years', () => {
    const years = (months: number) =>
      buildApproach(scenarioOf({ 'cohort.inflow_months': months, horizon_years: 2 }), 'only', norms).model
        .periods.length;
    // Permits up to month 23 of the calendar, lives up to month 47.
    expect(years(23)).toBeGreaterThanOrEqual(4);
    expect(years(23) - years(0)).toBe(2);
  });
});

describe('the identity of an approach', () => {
  const of = (settings: Readonly<Record<string, unknown>>, table = norms, buddy = {}) =>
    buildApproach(scenarioOf(settings, { buddy }), 'only', table).identity();

  it('is equal for equal scenarios and tells all apart that decides a life', () => {
    const same = of({ 'income.work': 1 });
    expect(of({ 'income.work': 1 })).toBe(same);
    expect(of({ 'income.work': 2 })).not.toBe(same);
    expect(of({ 'income.work': 1, 'income.ratios.women': 2 })).not.toBe(same);
    expect(of({ 'income.work': 1, 'housing.wait_ratio': 2 })).not.toBe(same);
    expect(of({ 'income.work': 1 }, [{ ...norms[0]!, couple: 1 }])).not.toBe(same);
    expect(of({ 'income.work': 1 }, norms, { for: { sex: ['men'] } })).not.toBe(same);
    expect(of({ 'income.work': 1 }, norms, { costs: [{ payer: 'state', per_month: 1 }] })).not.toBe(
      of({ 'income.work': 1 }, norms, { costs: [{ payer: 'other', per_month: 1 }] }),
    );
    // Rates of 0 have no finite logarithm, of 1 they have.
    expect(of({ 'income.work': 0 })).not.toBe(of({ 'income.work': 1e-300 }));
  });
});
