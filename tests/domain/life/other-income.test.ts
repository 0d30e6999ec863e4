/** Work of those who have no bijstand of their own, and of partners. Months worked out by hand, as in income.test.ts. */

import { describe, expect, it } from 'vitest';
import { live, type Who } from '../life.js';

type Settings = Readonly<Record<string, unknown>>;

/** Nobody works in the asylum centre; forty years, so that everybody gets to everything. */
const base = { 'income.in_centre': 0, horizon_years: 40 };

/** Months from housing (month 6) until an income state. */
function wait(state: string, settings: Settings, who: Who = {}): number {
  return live({ ...base, ...settings }, {}, who).month('income', state) - 6;
}

describe('work without bijstand', () => {
  it('follows other income at its ratio, as the labour market allows', () => {
    // In other income from housing on.
    const worksAfter = (settings: Settings) => {
      const life = live({
        ...base,
        'income.no_bijstand': { syria: 1, eritrea: 1, other: 1 },
        'income.work': 0.5,
        'income.other_to_work': 0.4,
        ...settings,
      });
      return life.month('income', 'work') - life.month('income', 'other');
    };
    const slow = worksAfter({});
    expect(slow).toBeGreaterThan(0);
    expect(worksAfter({ 'income.other_to_work': 0.8 })).toBeCloseTo(slow / 2, 9);
    expect(worksAfter({ 'income.labour_market': [{ from: '2015-01-01', ratio: 2 }] })).toBeCloseTo(
      slow / 2,
      9,
    );
  });
});

describe('a partner who finds work', () => {
  const partner = { 'income.work': 0.5, 'income.partner_work': 0.4, 'income.ratios.women': 0 };

  it('ends the bijstand of both, at its ratio to the step to work', () => {
    for (const household of ['couple', 'couple_with_children']) {
      // Women have no step to work here, so that the partner's is the only one.
      const who = { household, sex: 'women' };
      const slow = wait('other', partner, who);
      expect(slow).toBeGreaterThan(0);
      expect(wait('other', { ...partner, 'income.partner_work': 0.8 }, who)).toBeCloseTo(slow / 2, 9);
      expect(wait('other', { ...partner, 'income.work': 2 }, who)).toBeCloseTo(slow / 4, 9);
    }
    const again = live({ ...base, ...partner, 'income.part_time_work': 1e8 }, {}, { household: 'couple' });
    expect(again.events.some(({ from, to }) => from === 'bijstand_part_time' && to === 'other')).toBe(true);
  });

  it('finds it as the labour market allows', () => {
    const who = { household: 'couple', sex: 'women' };
    const market = { 'income.labour_market': [{ from: '2015-01-01', ratio: 2 }] };
    expect(wait('other', { ...partner, ...market }, who)).toBeCloseTo(wait('other', partner, who) / 2, 9);
  });

  it('is nobody of people alone', () => {
    for (const household of ['single', 'single_parent']) {
      expect(
        wait('other', { ...partner, 'income.partner_work': 1e9 }, { household, sex: 'women' }),
      ).toBeNaN();
    }
  });

  it('who never leaves does not leave by a partner either', () => {
    const settings = { 'cohort.never_leaving': 1, 'income.work': 1, 'income.partner_work': 1e9 };
    expect(wait('other', settings, { household: 'couple' })).toBeNaN();
  });
});
