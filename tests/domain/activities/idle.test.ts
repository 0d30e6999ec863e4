/** How idle people are: what small activities take off, and what goes on after larger ones. Worked out by hand. */

import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/domain/schema/scenario.js';
import { live, WEEKS } from '../life.js';

type Activities = Readonly<Record<string, Partial<Activity>>>;

/** Each month idle takes a tenth of the logarithm off the step to work; the labour market opens at month 12, in bijstand. */
const settings = {
  'income.work': 1e5,
  'income.labour_market': [
    { from: '2015-01-01', ratio: 0 },
    { from: '2016-01-01', ratio: 1 },
  ],
  'income.engaging_hours': 8,
};
const wait = (more: Readonly<Record<string, unknown>>, activities: Activities = {}) =>
  live({ ...settings, ...more }, activities).month('income', 'work') - 12;
const plain = wait({});

/** Months idle by month 12. */
const idle = (activities: Activities, more: Readonly<Record<string, unknown>> = {}) =>
  Math.log(wait({ 'income.idle_per_month': Math.exp(-0.1), ...more }, activities) / plain) / 0.1;

/** From a month on, from the permit at month 0. */
const talks = (hours: number, months: number, from = 0): Partial<Activity> => ({
  hours_per_week: hours,
  weeks: months * WEEKS,
  start: { when: { housing: ['centre', 'housed'] }, delay_weeks: from * WEEKS },
});
const relief = (share: number) => ({ 'income.idle_relief': share });

describe('idle time', () => {
  it('is that from the permit on; a small activity takes nothing off unless asked', () => {
    expect(idle({})).toBeCloseTo(12, 4);
    expect(idle({ talks: talks(2, 4) })).toBeCloseTo(12, 4);
    expect(idle({ talks: talks(2, 4) }, relief(0))).toBeCloseTo(12, 4);
  });

  it('counts in part while a small activity lasts, and goes on in full', () => {
    // Four months at three quarters.
    expect(idle({ talks: talks(2, 4) }, relief(1))).toBeCloseTo(11, 4);
    expect(idle({ talks: talks(2, 4) }, relief(0.5))).toBeCloseTo(11.5, 4);
    expect(idle({ talks: talks(6, 4, 5) }, relief(1))).toBeCloseTo(9, 4);
  });

  it('adds up the hours of several, up to those that engage', () => {
    expect(idle({ talks: talks(2, 4), sport: talks(4, 2) }, relief(1))).toBeCloseTo(12 - 1 - 1, 4);
    // Together they engage from month 2 on, when the second begins: two months at an eighth.
    const both = { talks: talks(7, 4), sport: talks(1, 4, 2) };
    expect(idle(both, relief(1))).toBeCloseTo(0.25, 4);
    expect(idle(both, { ...relief(1), 'income.idle_again': true })).toBeCloseTo(0.25 + 2 * (7 / 8) + 6, 4);
  });

  it('goes by the hours of activities together: four of four hours are as one of sixteen', () => {
    const parts = (hours: number) =>
      Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, talks(hours, 4, 2)]));
    // Two months before they begin; where asked, six more behind them.
    expect(idle(parts(4), relief(0.5))).toBeCloseTo(idle({ one: talks(16, 4, 2) }, relief(0.5)), 9);
    expect(idle(parts(4))).toBeCloseTo(2, 4);
    expect(idle(parts(4), { 'income.idle_again': true })).toBeCloseTo(8, 4);
    // Less than eight hours together is no more than that.
    expect(idle(parts(1.9), relief(1))).toBeCloseTo(12 - 4 * 0.95, 4);
    expect(idle(parts(1.9))).toBeCloseTo(12, 4);
  });

  it('ends for good with a larger one, or where asked goes on behind it', () => {
    expect(idle({ lessons: talks(8, 4, 2) })).toBeCloseTo(2, 4);
    expect(idle({ lessons: talks(8, 4, 2) }, relief(1))).toBeCloseTo(2, 4);
    const again = { 'income.idle_again': true };
    expect(idle({ lessons: talks(8, 4, 2) }, again)).toBeCloseTo(8, 4);
    expect(idle({ lessons: talks(7.9, 4, 2) }, again)).toBeCloseTo(12, 4);
    expect(idle({ lessons: talks(8, 4, 2), talks: talks(2, 12) }, { ...again, ...relief(1) })).toBeCloseTo(
      6,
      4,
    );
  });

  it('ends with the course all the same', () => {
    const course = { 'approach.course.opens': { housing: 'housed' }, 'income.idle_again': true };
    expect(idle({}, course)).toBeCloseTo(6, 4);
  });

  it('counts up to its cap, which is reached later', () => {
    expect(idle({ talks: talks(4, 4) }, { ...relief(1), 'income.idle_cap': 7 })).toBeCloseTo(7, 4);
    expect(idle({ talks: talks(4, 12) }, { ...relief(1), 'income.idle_cap': 7 })).toBeCloseTo(6, 4);
  });
});
