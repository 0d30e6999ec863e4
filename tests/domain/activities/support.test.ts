/** What activities act on: how strong it is while they last, how it fades, what aftercare does. Worked out by hand. */

import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/domain/schema/scenario.js';
import { live, WEEKS, type Who } from '../life.js';

type Settings = Readonly<Record<string, unknown>>;
type Activities = Readonly<Record<string, Partial<Activity>>>;

/** The first day of a month since 1 January 2015. */
function dateOf(month: number): string {
  return `${2015 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, '0')}-01`;
}

/**
 * By how much the step to work is faster at the beginning of a month than without effects: the labour market opens there,
 * and is so good that everybody works at once.
 */
function ratioAt(month: number, settings: Settings, activities: Activities, who: Who = {}): number {
  const market = [
    { from: '2015-01-01', ratio: 0 },
    { from: dateOf(month), ratio: 1 },
  ];
  const wait = (more: Settings) =>
    live({ 'income.work': 1e5, 'income.labour_market': market, ...more }, activities, who).month(
      'income',
      'work',
    ) - month;
  return wait({}) / wait(settings);
}

/** From month 6 to month 18. */
const helper = { buddy: { acts_on: ['work'] } } satisfies Activities;
const strong = { 'effects.work_men': 2, 'effects.fade_months': 12 };

describe('an activity that acts on work', () => {
  it('multiplies the step to work while it lasts', () => {
    expect(ratioAt(3, strong, helper)).toBeCloseTo(1, 5);
    expect(ratioAt(7, strong, helper)).toBeCloseTo(2, 5);
    expect(ratioAt(17, strong, helper)).toBeCloseTo(2, 5);
    expect(ratioAt(7, strong, { buddy: { acts_on: ['education'] } })).toBeCloseTo(1, 5);
  });

  it('fades over its months: whole at 0, the square root at half, nothing at the end', () => {
    // The logarithm of the ratio falls in a straight line from month 18 to month 30.
    for (const [since, ratio] of [
      [0, 2],
      [3, 2 ** 0.75],
      [6, Math.SQRT2],
      [9, 2 ** 0.25],
      [12, 1],
      [15, 1],
    ] as const) {
      expect(ratioAt(18 + since, strong, helper)).toBeCloseTo(ratio, 4);
    }
    expect(ratioAt(19, { ...strong, 'effects.fade_months': 0 }, helper)).toBeCloseTo(1, 5);
    expect(ratioAt(19, { ...strong, 'effects.fade_months': 2 }, helper)).toBeCloseTo(Math.SQRT2, 4);
  });

  it('has an effect of its own on men and women', () => {
    const both = { 'effects.work_men': 2, 'effects.work_women': 3, 'effects.fade_months': 12 };
    expect(ratioAt(7, both, helper, { sex: 'men' })).toBeCloseTo(2, 5);
    expect(ratioAt(7, both, helper, { sex: 'women' })).toBeCloseTo(3, 5);
    expect(ratioAt(24, both, helper, { sex: 'women' })).toBeCloseTo(Math.sqrt(3), 4);
  });

  it('counts once, however many do', () => {
    expect(ratioAt(7, strong, { ...helper, other: { acts_on: ['work'] } })).toBeCloseTo(2, 5);
  });

  it('begins anew with the next activity', () => {
    const second = {
      acts_on: ['work' as const],
      start: { when: { housing: 'housed' }, delay_weeks: 18 * WEEKS },
    };
    const activities = { ...helper, other: second };
    // The second from month 24 to 36, when the first has half faded.
    expect(ratioAt(23, strong, activities)).toBeCloseTo(2 ** (7 / 12), 4);
    expect(ratioAt(25, strong, activities)).toBeCloseTo(2, 4);
    expect(ratioAt(42, strong, activities)).toBeCloseTo(Math.SQRT2, 4);
  });

  it('is kept up by aftercare and fades from its end on', () => {
    const aftercare = { buddy: { acts_on: ['work' as const], aftercare_weeks: 6 * WEEKS } };
    expect(ratioAt(21, strong, aftercare)).toBeCloseTo(2, 4);
    expect(ratioAt(24, strong, aftercare)).toBeCloseTo(2, 4);
    expect(ratioAt(30, strong, aftercare)).toBeCloseTo(Math.SQRT2, 4);
    expect(ratioAt(36, strong, aftercare)).toBeCloseTo(1, 5);
  });

  it('acts on part-time work and on a partner too', () => {
    const open = { 'effects.work_men': 2, horizon_years: 40 };
    const wait = (state: string, settings: Settings, who: Who = {}) =>
      live({ ...settings, horizon_years: 40 }, { buddy: { acts_on: ['work'], weeks: 4000 } }, who).month(
        'income',
        state,
      ) - 6;
    const partTime = { 'income.part_time_work': 1 };
    expect(wait('bijstand_part_time', { ...partTime, ...open })).toBeCloseTo(
      wait('bijstand_part_time', partTime) / 2,
      6,
    );
    const partner = { 'income.work': 1e-9, 'income.partner_work': 1e9, 'income.in_centre': 0 };
    const couple = { household: 'couple' };
    expect(wait('other', { ...partner, ...open }, couple)).toBeCloseTo(wait('other', partner, couple) / 2, 6);
    const education = { 'income.education': 1 };
    expect(wait('education', { ...education, ...open })).toBeCloseTo(wait('education', education), 6);
  });
});

describe('an activity that acts on education', () => {
  const RATIO = 3;
  const FADE = 12;
  const settings = {
    'effects.education': RATIO,
    'effects.fade_months': FADE,
    'effects.work_men': 7,
    horizon_years: 40,
  };
  const wait = (activity: Partial<Activity>, hazard: number, more: Settings = {}) =>
    live({ ...settings, ...more, 'income.education': hazard }, { buddy: activity }).month(
      'income',
      'education',
    ) - 6;
  const budget = () => wait({}, 1);
  /** The effect adds up, over `months` of fading, to the integral of RATIO^(1 - s / FADE). */
  const faded = (months: number) => (FADE / Math.log(RATIO)) * (RATIO - RATIO ** (1 - months / FADE));

  it('multiplies it while it lasts and fades', () => {
    const acts = { acts_on: ['education' as const] };
    expect(wait(acts, budget() / (12 * RATIO) / 1.0001)).toBeCloseTo(12.001, 2);
    expect(wait({ ...acts, weeks: 4000 }, 1)).toBeCloseTo(budget() / RATIO, 6);
    // A hazard at which the budget is used up after six and after twelve months of fading, and a year beyond.
    expect(wait(acts, budget() / (12 * RATIO + faded(6)))).toBeCloseTo(18, 6);
    expect(wait(acts, budget() / (12 * RATIO + faded(12)))).toBeCloseTo(24, 6);
    expect(wait(acts, budget() / (12 * RATIO + faded(12) + 12))).toBeCloseTo(36, 6);
  });

  it('begins anew with the next activity', () => {
    const again = {
      acts_on: ['education' as const],
      weeks: 4000,
      start: { when: { housing: 'housed' }, delay_weeks: 18 * WEEKS },
    };
    const first = { acts_on: ['education' as const] };
    const hazard = budget() / (12 * RATIO + faded(6) + 6 * RATIO);
    // Twelve months in full, six fading, and six in full again.
    const found = live({ ...settings, 'income.education': hazard }, { buddy: first, other: again }).month(
      'income',
      'education',
    );
    expect(found - 6).toBeCloseTo(24, 6);
  });

  it('is not kept up by aftercare', () => {
    const acts = { acts_on: ['education' as const], aftercare_weeks: 24 * WEEKS };
    expect(wait(acts, budget() / (12 * RATIO + faded(6)))).toBeCloseTo(18, 6);
  });
});

describe('an activity that acts on the exam', () => {
  const course = {
    'approach.course.opens': { housing: ['centre', 'housed'] },
    'language.months_to': { basic: 1, exam_level: 1, higher: 600 },
    'inburgering.exam_wait': 4,
    horizon_years: 40,
  };
  const permit = { when: { housing: ['centre', 'housed'] } };
  const acts: Activities = { buddy: { acts_on: ['exam'], start: permit, weeks: 4000 } };

  it('shortens the wait for the certificate by its ratio, from the exam level on', () => {
    const passed = (settings: Settings, activities: Activities) =>
      live({ ...course, ...settings }, activities).month('inburgering', 'passed') - 2;
    const plain = passed({}, {});
    expect(plain).toBeGreaterThan(0);
    expect(passed({ 'effects.exam': 2 }, acts)).toBeCloseTo(plain / 2, 6);
    expect(passed({ 'effects.exam': 2 }, { buddy: { ...acts.buddy, acts_on: ['language'] } })).toBeCloseTo(
      plain,
      6,
    );
    expect(passed({ 'inburgering.exam_wait': 8 }, {})).toBeCloseTo(plain * 2, 6);
  });

  it('shortens it past the term too', () => {
    // The term of 3 months from housing ends at month 9; exam level at month 20.
    const late = {
      'inburgering.term_months': 3,
      'language.months_to': { basic: 19, exam_level: 1, higher: 600 },
    };
    const passed = (activities: Activities) => {
      const life = live({ ...course, ...late, 'effects.exam': 2 }, activities);
      expect(life.month('inburgering', 'overdue')).toBeCloseTo(9, 6);
      return life.month('inburgering', 'passed') - 20;
    };
    const plain = passed({});
    expect(plain).toBeGreaterThan(0);
    expect(passed(acts)).toBeCloseTo(plain / 2, 6);
  });

  it('ends with the activity, without fading', () => {
    const short = { buddy: { ...acts.buddy, weeks: 5 * WEEKS } };
    const passed = (exam: number) =>
      live({ ...course, 'inburgering.exam_wait': 1e3, 'effects.exam': exam }, short, {}, 3).month(
        'inburgering',
        'passed',
      );
    // Three months at twice the hazard, from the exam level at month 2 to month 5, save three months.
    expect(passed(2)).toBeGreaterThan(6);
    expect(passed(1) - passed(2)).toBeCloseTo(3, 6);
  });
});

describe('an activity that acts on dropout', () => {
  const settings = { 'effects.dropout_reasons': { health: 0, family: 0, motivation: 1 }, horizon_years: 40 };
  const guidance: Activities = { guidance: { acts_on: ['dropout'], weeks: 4000 } };

  it('keeps people in the course, by its ratio', () => {
    const course = {
      ...settings,
      'approach.course.opens': { housing: 'housed' },
      'inburgering.dropout': 0.9,
      'inburgering.course_months': 24,
    };
    const left = (ratio: number, activities: Activities) =>
      live({ ...course, 'effects.dropout': ratio }, activities).month('inburgering', 'interrupted') - 6;
    const plain = left(0.5, {});
    expect(left(0.5, guidance)).toBeCloseTo(plain * 2, 6);
  });

  it('keeps people in other activities, and no longer than it lasts', () => {
    const buddy = { weeks: 4000, dropout: 0.99 };
    const left = (ratio: number, activities: Activities) =>
      live({ ...settings, 'effects.dropout': ratio }, { buddy, ...activities }).month(
        'buddy',
        'dropped_out',
      ) - 6;
    const plain = left(0.5, {});
    expect(left(0.5, guidance)).toBeCloseTo(plain * 2, 6);
    // Half the hazard for two months: a month is gained.
    expect(left(0.5, { guidance: { acts_on: ['dropout'], weeks: 2 * WEEKS } })).toBeCloseTo(plain + 1, 6);
  });

  it('does not lower its own stated dropout', () => {
    const left = (ratio: number) =>
      live(
        { ...settings, 'effects.dropout': ratio },
        { guidance: { acts_on: ['dropout'], weeks: 400, dropout: 0.9 } },
      ).month('guidance', 'dropped_out');
    expect(left(0.5)).toBeCloseTo(left(1), 9);
  });
});

describe('aftercare', () => {
  const working = {
    'income.work': 1e8,
    'income.in_centre': 0,
    'income.relapse': { from_0: 1, from_6: 1, from_12: 1, from_60: 1 },
    'effects.relapse': 0.5,
    horizon_years: 40,
  };
  /** Months at work before the return to bijstand. */
  const stay = (activities: Activities, more: Settings = {}) =>
    live({ ...working, ...more }, activities).months('income', 'bijstand')[1]! - 6;
  const plain = () => stay({ buddy: {} });

  it('makes the return to bijstand rarer by its ratio while it lasts', () => {
    expect(stay({ buddy: { aftercare_weeks: 400 } })).toBeCloseTo(plain() * 2, 5);
    const short = plain() / 2;
    expect(stay({ buddy: { aftercare_weeks: short * WEEKS } })).toBeCloseTo(plain() + short / 2, 5);
    expect(stay({ buddy: { aftercare_weeks: 400 } }, { 'effects.relapse': 1 })).toBeCloseTo(plain(), 5);
  });

  it('does nothing before it begins', () => {
    // It goes on at work until month 18, and only then comes aftercare.
    expect(plain()).toBeLessThan(12);
    expect(stay({ buddy: { aftercare_weeks: 400, continues_in_work: true } })).toBeCloseTo(plain(), 5);
  });
});
