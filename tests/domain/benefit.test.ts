/** The benefit: months times norm, by household, age, date, cut and part-time work; worked out by hand. */

import { describe, expect, it } from 'vitest';
import { live, norms } from './life.js';

/** Housed at month 6: bijstand for 114 of the 120 months. */
const MONTHS = 114;

describe('the norm', () => {
  it.each([
    ['single', 30, 1400],
    ['single', 21, 1400],
    ['single_parent', 30, 1400],
    // Half the couple norm for each of the two.
    ['couple', 30, 1000],
    ['couple_with_children', 30, 1000],
  ])('of a %s of %i is %i euros a month', (household, age, norm) => {
    const life = live({}, {}, { household, age });
    expect(life.month('income', 'bijstand')).toBeCloseTo(6, 9);
    expect(life.cost('bijstand', 'municipality')).toBeCloseTo(MONTHS * norm, 6);
    expect(life.measure('bijstand_cost')).toBeCloseTo(MONTHS * norm, 6);
    expect(life.measure('bijstand_months')).toBeCloseTo(MONTHS, 9);
  });

  it('is lower for people alone under 21', () => {
    const year = { horizon_years: 1 };
    expect(live(year, {}, { age: 20 }).cost('bijstand')).toBeCloseTo(6 * 500, 6);
    expect(live(year, {}, { age: 18 }).cost('bijstand')).toBeCloseTo(6 * 500, 6);
  });

  it('follows the table by date', () => {
    const table = [...norms, { from: '2016-07-01', couple: 2200, single: 1540, single_18_20: 550 }];
    // Month 6 to 18 at 1400, month 18 to 24 at 1540.
    const life = live({ horizon_years: 2 }, {}, {}, 1, table);
    expect(life.cost('bijstand')).toBeCloseTo(12 * 1400 + 6 * 1540, 6);
    const couple = live({ horizon_years: 2 }, {}, { household: 'couple' }, 1, table);
    expect(couple.cost('bijstand')).toBeCloseTo(12 * 1000 + 6 * 1100, 6);
  });

  it('costs the municipality gross over net more', () => {
    expect(live({ 'costs.gross_over_net': 1.25 }).cost('bijstand')).toBeCloseTo(MONTHS * 1750, 6);
  });

  it('is not paid in the asylum centre, nor to those without bijstand', () => {
    const waiting = live({ 'housing.wait_ratio': 1000 });
    expect(waiting.cost('bijstand')).toBe(0);
    expect(waiting.measure('bijstand_months')).toBe(0);
    const none = live({ 'income.no_bijstand': { syria: 1, eritrea: 0, other: 0 } });
    expect(none.month('income', 'other')).toBeCloseTo(6, 9);
    expect(none.cost('bijstand')).toBe(0);
    const other = live(
      { 'income.no_bijstand': { syria: 1, eritrea: 0, other: 1 } },
      {},
      { origin: 'eritrea' },
    );
    expect(other.measure('bijstand_months')).toBeCloseTo(MONTHS, 9);
  });
});

describe('part-time work beside bijstand', () => {
  /** Part-time as soon as housed, for good. */
  const partTime = { 'income.part_time_work': 1e8, 'income.part_time_benefit': 0.4 };

  it('leaves the stated share of the benefit', () => {
    const life = live(partTime);
    expect(life.month('income', 'bijstand_part_time')).toBeCloseTo(6, 6);
    expect(life.cost('bijstand')).toBeCloseTo(0, 3);
    expect(life.cost('bijstand_part_time')).toBeCloseTo(MONTHS * 0.4 * 1400, 2);
    expect(life.measure('bijstand_cost')).toBeCloseTo(MONTHS * 560, 2);
    expect(live(partTime, {}, { household: 'couple' }).cost('bijstand_part_time')).toBeCloseTo(
      MONTHS * 400,
      2,
    );
  });

  it('counts as bijstand and as work', () => {
    const life = live(partTime);
    expect(life.measure('bijstand_months')).toBeCloseTo(MONTHS, 6);
    expect(life.measure('work_months')).toBeCloseTo(MONTHS, 6);
    expect([life.counted('bijstand_share', 12), life.counted('working_share', 12)]).toEqual([1, 1]);
    expect(life.measure('ever_working_share')).toBe(1);
  });
});

describe('the shares of CBS', () => {
  it('count bijstand and work by state at a month', () => {
    const life = live({ 'income.work': 1e8, 'income.in_centre': 0, 'housing.median_wait.syria': 30 });
    const shares = (month: number) =>
      ['bijstand_share', 'working_share'].map((name) => life.counted(name, month));
    expect(shares(24)).toEqual([0, 0]);
    expect(shares(36)).toEqual([0, 1]);
    const none = live({ 'housing.median_wait.syria': 30 });
    expect([none.counted('bijstand_share', 24), none.counted('bijstand_share', 36)]).toEqual([0, 1]);
    expect(none.counted('working_share', 36)).toBe(0);
  });
});

describe('a cut of the benefit', () => {
  /** Cut in the first moment of a mandatory activity of one month, for four months, of 30 %. */
  const cut = { 'sanction.hazard': 1e8, 'sanction.cut': 0.3, 'sanction.months': 4 };
  const mandatory = { buddy: { mandatory: true, weeks: 365.25 / 84 } };

  it('takes its share of the benefit for its months', () => {
    const life = live(cut, mandatory);
    expect(life.month('sanction', 'cut')).toBeCloseTo(6, 6);
    expect(life.month('sanction', 'none')).toBeCloseTo(10, 6);
    expect(life.cost('sanction')).toBeCloseTo(-0.3 * 4 * 1400, 2);
    expect(life.measure('bijstand_cost')).toBeCloseTo((MONTHS - 1.2) * 1400, 2);
    expect(life.measure('sanction_share')).toBe(1);
  });

  it('takes it of what is paid: half the couple norm, the rest beside part-time work', () => {
    expect(live(cut, mandatory, { household: 'couple' }).cost('sanction')).toBeCloseTo(-0.3 * 4 * 1000, 2);
    const partTime = { ...cut, 'income.part_time_work': 1e8, 'income.part_time_benefit': 0.5 };
    const life = live(partTime, mandatory);
    expect(life.cost('sanction_part_time')).toBeCloseTo(-0.3 * 0.5 * 4 * 1400, 2);
    expect(life.cost('sanction')).toBeCloseTo(0, 3);
  });

  it('follows only from a mandatory activity, while on bijstand', () => {
    expect(live(cut, { buddy: { mandatory: false } }).measure('sanction_share')).toBe(0);
    expect(live(cut).measure('sanction_share')).toBe(0);
    const inCentre = { when: { housing: 'centre' } };
    const life = live(
      { ...cut, 'housing.median_wait.syria': 20 },
      { buddy: { mandatory: true, start: inCentre } },
    );
    expect(life.month('buddy', 'taking_part')).toBe(0);
    // The activity ends at month 12, still in the centre.
    expect(life.measure('sanction_share')).toBe(0);
  });

  it('is more frequent with hours above capacity, by the ratio for each hour', () => {
    const settings = {
      'sanction.hazard': 0.2,
      'cohort.capacity.hours_per_week': 10,
      'sanction.months': 1000,
    };
    const long = { mandatory: true, weeks: 4000 };
    const from = (hours: number, ratio: number) =>
      live(
        { ...settings, horizon_years: 40, 'sanction.overload_per_hour': ratio },
        { buddy: { ...long, hours_per_week: hours } },
      ).month('sanction', 'cut') - 6;
    const plain = from(10, 1.1);
    // Up to capacity nothing; three hours above it 1.1 cubed.
    expect(from(5, 1.1)).toBeCloseTo(plain, 9);
    expect(plain / from(13, 1.1)).toBeCloseTo(1.331, 9);
    expect(from(13, 1)).toBeCloseTo(plain, 9);
  });
});

describe('discounting', () => {
  it('is continuous at the yearly rate', () => {
    const rate = 0.05;
    const life = live({ discount_rate: rate });
    // The integral of 1400 (1 + rate)^(-t / 12) from month 6 to 120.
    const perMonth = Math.log(1 + rate) / 12;
    const byHand = (1400 * (Math.exp(-6 * perMonth) - Math.exp(-120 * perMonth))) / perMonth;
    expect(life.discounted('bijstand')).toBeCloseTo(byHand, 6);
    expect(life.measure('bijstand_cost_discounted')).toBeCloseTo(byHand, 6);
    expect(life.measure('net_balance_discounted')).toBeCloseTo(-byHand, 6);
    expect(life.cost('bijstand')).toBeCloseTo(MONTHS * 1400, 6);
  });
});
