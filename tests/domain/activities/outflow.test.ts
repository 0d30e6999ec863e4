/** What follows a finished activity: education, work, voluntary work. Worked out by hand; housed at month 6. */

import { describe, expect, it } from 'vitest';
import { plannedEnd } from '../../../src/domain/activities/outflow.js';
import type { Activity } from '../../../src/domain/schema/scenario.js';
import { live, lives, WEEKS } from '../life.js';

type Settings = Readonly<Record<string, unknown>>;

const NONE = Number.NaN;

/** An activity from month 6 to 18, unless it says otherwise. */
function finishing(
  outflow: Activity['outflow'],
  more: Partial<Activity> = {},
  settings: Settings = {},
  who = {},
) {
  return live(settings, { buddy: { outflow, ...more } }, who);
}

const round = (month: number) => Math.round(month * 1e6) / 1e6;

/** Months in which income came to education and to work, and the activity to its end. */
const followed = (life: ReturnType<typeof live>) =>
  [life.month('income', 'education'), life.month('income', 'work'), life.month('buddy', 'finished')].map(
    round,
  );

describe('whoever finishes an activity', () => {
  it('goes on to education or work at that moment, and has one income', () => {
    const learner = finishing({ education: 1 });
    expect(followed(learner)).toEqual([18, NONE, 18]);
    expect(followed(finishing({ work: 1 }))).toEqual([NONE, 18, 18]);
    // Twelve months of 1,400 euros.
    expect(learner.cost('bijstand')).toBeCloseTo(12 * 1400, 6);
    expect(followed(finishing({ education: 0, work: 0 }))).toEqual([NONE, NONE, 18]);
  });

  it('goes on from part-time work too', () => {
    expect(followed(finishing({ education: 1 }, {}, { 'income.part_time_work': 1e8 }))).toEqual([
      18,
      NONE,
      18,
    ]);
    expect(followed(finishing({ work: 1 }, {}, { 'income.part_time_work': 1e8 }))).toEqual([NONE, 18, 18]);
  });

  it('goes on before anything that asks for the end sees it', () => {
    const next = { start: { when: { buddy: 'finished' } } };
    const life = live({}, { buddy: { outflow: { work: 1 } }, next });
    expect(life.month('next', 'taking_part')).toBeNaN();
  });

  it('has aftercare where there is some', () => {
    const life = finishing({ work: 1 }, { aftercare_weeks: 3 * WEEKS });
    expect(round(life.month('buddy', 'aftercare'))).toBe(18);
    expect(followed(life)).toEqual([NONE, 18, 21]);
  });

  it('goes on at the end that a condition makes', () => {
    const ends = { when: { first: 'finished' } };
    const life = live({}, { first: { weeks: 4 * WEEKS }, buddy: { ends, outflow: { work: 1 } } });
    expect(followed(life)).toEqual([NONE, 10, 10]);
  });

  it('moves once where two activities end at one moment', () => {
    const life = live({}, { buddy: { outflow: { work: 1 } }, other: { outflow: { education: 1 } } });
    // Their tracks go one after the other: whoever has work by then makes no move to education.
    expect(followed(life)).toEqual([NONE, 18, 18]);
    expect(life.months('income', 'work').length).toBe(1);
  });
});

describe('the shares of what follows', () => {
  it('are those of the people who finish', () => {
    const outflow = { education: 0.3, work: 0.2, voluntary_work: 0.1 };
    const all = lives(300, {}, { buddy: { outflow } });
    const count = (track: string, state: string) =>
      all.filter((life) => life.month(track, state) > 17).length;
    // Standard deviations of the binomial: 7.9, 6.9 and 5.2.
    expect(Math.abs(count('income', 'education') - 90)).toBeLessThan(3 * 7.9);
    expect(Math.abs(count('income', 'work') - 60)).toBeLessThan(3 * 6.9);
    expect(Math.abs(count('voluntary', 'doing') - 30)).toBeLessThan(3 * 5.2);
    expect(count('buddy', 'finished')).toBe(300);
  });

  it('leave the rest as it was, and are scaled down where a draw puts them above one', () => {
    const end = (outflow: Activity['outflow']) =>
      plannedEnd({ outflow } as Activity, 'finished').map(({ state, probability }) => [state, probability]);
    expect(end(undefined)).toEqual([['finished', 1]]);
    expect(end({ education: 0.5, work: 0.25 })).toEqual([
      ['to_education', 0.5],
      ['to_work', 0.25],
      ['finished', 0.25],
    ]);
    // Three quarters and a half: three to two of all. The engine divides by the sum.
    expect(end({ education: 0.75, work: 0.5 }).map(([, share]) => share)).toEqual([0.75, 0.5, 0]);
    const both = { education: 0.75, work: 0.5 };
    const all = lives(200, {}, { buddy: { outflow: both } });
    const learners = all.filter((life) => life.month('income', 'education') === 18).length;
    const workers = all.filter((life) => life.month('income', 'work') === 18).length;
    expect(learners + workers).toBe(200);
    // 120; standard deviation 6.9.
    expect(Math.abs(learners - 120)).toBeLessThan(3 * 6.9);
  });

  it('of nobody change no life', () => {
    const plain = { 'income.work': 0.05, 'income.part_time_work': 0.05, 'income.part_time_loss': 0.3 };
    const eventsOf = (outflow: Activity['outflow']) =>
      lives(20, plain, { buddy: { outflow, dropout: 0.3 } }).map(({ events }) =>
        events.map(({ month, track, to }) => [month, track, to]),
      );
    expect(eventsOf({ education: 0, work: 0, voluntary_work: 0 })).toEqual(eventsOf(undefined));
  });
});

describe('nobody is moved', () => {
  const all = { education: 0.5, work: 0.5 };

  it('who has left the activity early, or bijstand before its end', () => {
    expect(followed(finishing({ work: 1 }, { dropout: 0.999999 }))).toEqual([NONE, NONE, NONE]);
    const gone = finishing({ work: 1 }, {}, { 'income.other_exit': 1e8 });
    expect(followed(gone)).toEqual([NONE, NONE, 6]);
  });

  it('who has other income than bijstand', () => {
    const beside = { continues_in_work: true };
    const without = { 'income.no_bijstand': { syria: 1, eritrea: 1, other: 1 } };
    expect(followed(finishing(all, beside, without))).toEqual([NONE, NONE, 18]);
    expect(followed(finishing({ work: 1 }, beside, { 'income.education': 1e8 }))).toEqual([6, NONE, 18]);
  });

  it('to education when student finance has closed, or from the asylum centre', () => {
    // 18 months after the permit: 29.5 and 30.5 years of age.
    const until = { 'income.student_finance_until': 30 };
    expect(followed(finishing({ education: 1 }, {}, until, { age: 28 }))).toEqual([18, NONE, 18]);
    expect(followed(finishing({ education: 1 }, {}, until, { age: 29 }))).toEqual([NONE, NONE, 18]);
    const early = { start: { when: { housing: ['centre', 'housed'] } }, weeks: 3 * WEEKS };
    expect(followed(finishing({ education: 1 }, early))).toEqual([NONE, NONE, 3]);
    expect(followed(finishing({ work: 1 }, early))).toEqual([NONE, 3, 3]);
  });

  it('who never leaves bijstand, or has reached the state pension age', () => {
    expect(followed(finishing(all, {}, { 'cohort.never_leaving': 1 }))).toEqual([NONE, NONE, 18]);
    const pension = { 'income.pension_age': [{ from: '2014-01-01', age: 732 }] };
    expect(followed(finishing(all, {}, pension, { age: 60 }))).toEqual([NONE, NONE, 12]);
  });
});

describe('voluntary work', () => {
  const doing = (life: ReturnType<typeof live>) =>
    ['doing', 'none'].map((state) => round(life.month('voluntary', state)));

  it('follows an activity, and lasts its weeks or without end', () => {
    expect(doing(finishing({ voluntary_work: 1, voluntary_weeks: 5 * WEEKS }))).toEqual([18, 23]);
    expect(doing(finishing({ voluntary_work: 1 }))).toEqual([18, NONE]);
    expect(finishing({ voluntary_work: 1 }).cost('bijstand')).toBeCloseTo(114 * 1400, 6);
    expect(doing(finishing({ voluntary_work: 0 }))).toEqual([NONE, NONE]);
  });

  it.each([
    ['income.work', 'work'],
    ['income.education', 'education'],
  ])('ends with %s, and does not begin beside it', (step, income) => {
    // The second activity leads on at month 24.
    const later = { weeks: 18 * WEEKS, outflow: { [income]: 1 } };
    const life = live({}, { buddy: { outflow: { voluntary_work: 1 } }, later });
    expect(doing(life)).toEqual([18, 24]);
    const beside = finishing({ voluntary_work: 1 }, { continues_in_work: true }, { [step]: 1e8 });
    expect(doing(beside)).toEqual([NONE, NONE]);
    expect(round(beside.month('buddy', 'finished'))).toBe(18);
  });

  it('that a job has ended does not come back with bijstand', () => {
    const later = { weeks: 18 * WEEKS, outflow: { work: 1 } };
    const losing = { 'income.relapse': { from_0: 0, from_6: 1e8, from_12: 0, from_60: 0 } };
    const life = live(losing, { buddy: { outflow: { voluntary_work: 1 } }, later });
    expect(life.months('income', 'bijstand').map(round)).toEqual([6, 30]);
    expect(life.months('voluntary', 'doing').map(round)).toEqual([18]);
  });

  it('of an activity is for whom the activity is', () => {
    const activity = { voluntary_work: true, for: { sex: ['women'] } } as Partial<Activity>;
    expect(doing(live({}, { buddy: activity }))).toEqual([NONE, NONE]);
    expect(doing(live({}, { buddy: activity }, { sex: 'women' }))).toEqual([6, 18]);
  });

  it('ends at the state pension age', () => {
    const pension = { 'income.pension_age': [{ from: '2014-01-01', age: 740 }] };
    expect(doing(finishing({ voluntary_work: 1 }, {}, pension, { age: 60 }))).toEqual([18, 20]);
  });

  it('is an activity that says so, while it is taken part in', () => {
    expect(doing(live({}, { buddy: { voluntary_work: true } }))).toEqual([6, 18]);
  });

  it('is a track that only approaches with it have', () => {
    const tracks = (activity: Partial<Activity>) =>
      live({ 'income.part_time_work': 1 }, { buddy: activity }).events.some(
        ({ track }) => track === 'voluntary',
      );
    expect(tracks({ voluntary_work: true })).toBe(true);
    expect(tracks({ voluntary_work: false })).toBe(false);
  });
});
