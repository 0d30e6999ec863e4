/** How an activity ends, beside its weeks, and how it is taken up again. Worked out by hand; housed at month 6. */

import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/domain/schema/scenario.js';
import { live, WEEKS } from '../life.js';

const NONE = Number.NaN;

/** Months in which the activity `buddy` came to some states. */
function monthsOf(life: ReturnType<typeof live>, ...states: string[]): number[] {
  return states.map((state) => Math.round(life.month('buddy', state) * 1e6) / 1e6);
}

/** An activity without weeks, that ends on a condition. */
function endless(when: object, more: Partial<Activity> = {}): Activity {
  return { weeks: undefined, ends: { when, dropout_weeks: 12 * WEEKS }, ...more } as Activity;
}

describe('an activity with an end condition', () => {
  /** Another activity, from month 6 to 10. */
  const first = { weeks: 4 * WEEKS };
  const begunAndOver = (buddy: Partial<Activity>) =>
    monthsOf(live({}, { first, buddy }), 'taking_part', 'finished');

  it('ends when it holds, or after its weeks: whichever is first', () => {
    const when = { first: 'finished' };
    expect(begunAndOver(endless(when))).toEqual([6, 10]);
    expect(begunAndOver({ weeks: 3 * WEEKS, ends: { when } })).toEqual([6, 9]);
    expect(begunAndOver({ weeks: 8 * WEEKS, ends: { when } })).toEqual([6, 10]);
    expect(begunAndOver(endless({ first: 'dropped_out' }))).toEqual([6, NONE]);
  });

  it('does not begin while it holds', () => {
    const always = { start: { when: { housing: ['centre', 'housed'] } } };
    expect(begunAndOver(endless({ housing: 'housed' }, always))).toEqual([0, 6]);
    expect(begunAndOver(endless({ housing: 'housed' }))).toEqual([NONE, NONE]);
  });

  it('ends for good at an exit all the same, and has its aftercare', () => {
    const buddy = endless({ first: 'dropped_out' }, { aftercare_weeks: 2 * WEEKS });
    expect(monthsOf(live({ 'income.other_exit': 1e8 }, { first, buddy }), 'aftercare', 'finished')).toEqual([
      6, 8,
    ]);
  });

  it('is left at the rate that its months of dropout give', () => {
    const reasons = { 'effects.dropout_reasons': { health: 0, family: 0, motivation: 1 }, horizon_years: 40 };
    const left = (buddy: Partial<Activity>) =>
      live(reasons, { buddy: { dropout: 0.9, ...buddy } }).month('buddy', 'dropped_out') - 6;
    const when = { language: 'higher' };
    const months = left({ weeks: undefined as never, ends: { when, dropout_weeks: 24 * WEEKS } });
    // The same share over a third of the months: three times the rate.
    const quick = left({ weeks: undefined as never, ends: { when, dropout_weeks: 8 * WEEKS } });
    expect(quick).toBeCloseTo(months / 3, 9);
    expect(left({ weeks: 24 * WEEKS })).toBeCloseTo(months, 9);
  });
});

/** At work from month 9 to 15: a job is found on 1 October 2015 and lost after six months. */
const jobOfHalfAYear = {
  'income.work': 1e8,
  'income.labour_market': [
    { from: '2015-01-01', ratio: 0 },
    { from: '2015-10-01', ratio: 1 },
    { from: '2015-11-01', ratio: 0 },
  ],
  'income.relapse': { from_0: 0, from_6: 1e8, from_12: 0, from_60: 0 },
};

describe('an activity that can be taken up again', () => {
  /** From month 6, for eight months: three of them before the job. */
  const again = (buddy: Partial<Activity>, settings = {}) =>
    live({ ...jobOfHalfAYear, ...settings }, { buddy: { weeks: 8 * WEEKS, ...buddy } });

  it('goes on with the rest of its weeks after a return in time', () => {
    expect(monthsOf(again({}), 'interrupted', 'finished')).toEqual([NONE, 9]);
    const life = again({ resumes_within_weeks: 7 * WEEKS });
    expect(life.months('buddy', 'taking_part')).toEqual([6, 15].map((month) => expect.closeTo(month, 6)));
    expect(monthsOf(life, 'interrupted', 'finished')).toEqual([9, 20]);
  });

  it('is over when its time has passed, as at once with a time of 0', () => {
    expect(monthsOf(again({ resumes_within_weeks: 5 * WEEKS }), 'interrupted', 'finished')).toEqual([9, 14]);
    expect(monthsOf(again({ resumes_within_weeks: 0 }), 'interrupted', 'finished')).toEqual([9, 9]);
    const cared = again({ resumes_within_weeks: 5 * WEEKS, aftercare_weeks: 2 * WEEKS });
    expect(monthsOf(cared, 'aftercare', 'finished')).toEqual([14, 16]);
  });

  it('lasts its weeks without an exit', () => {
    const life = again({ resumes_within_weeks: 4 * WEEKS }, { 'income.work': 0 });
    expect(monthsOf(life, 'interrupted', 'finished')).toEqual([NONE, 14]);
  });

  it('is over when its end condition comes while it waits', () => {
    const ends = { when: { first: 'finished' } };
    const life = live(jobOfHalfAYear, {
      first: { weeks: 5 * WEEKS, continues_in_work: true },
      buddy: { weeks: 8 * WEEKS, resumes_within_weeks: 7 * WEEKS, ends },
    });
    expect(monthsOf(life, 'interrupted', 'finished')).toEqual([9, 11]);
  });

  it('ends at the state pension age while it waits', () => {
    // Ten months after the sixtieth birthday, on the day of the permit.
    const pension = { 'income.pension_age': [{ from: '2014-01-01', age: 730 }] };
    const buddy = { weeks: 8 * WEEKS, resumes_within_weeks: 7 * WEEKS };
    const life = live({ ...jobOfHalfAYear, ...pension }, { buddy }, { age: 60 });
    expect(monthsOf(life, 'interrupted', 'finished')).toEqual([9, 10]);
  });

  it('costs a participant once, and months only while it is taken part in', () => {
    const costs = [{ payer: 'municipality', per_participant: 700, per_month: 30 }];
    const life = again({ resumes_within_weeks: 7 * WEEKS, costs } as Partial<Activity>);
    expect(life.cost('buddy')).toBeCloseTo(700 + 8 * 30, 6);
    expect(again({ costs } as Partial<Activity>).cost('buddy')).toBeCloseTo(700 + 3 * 30, 6);
    expect(life.measure('participation_share_buddy')).toBe(1);
    expect(life.measure('dropout_share_buddy')).toBe(0);
  });
});
