/**
 * Steps of language. With sigma 0 every step takes its median; with a spread the same chance is the same cumulative hazard, by
 * which ratios can be worked out.
 */

import { describe, expect, it } from 'vitest';
import { cumulativeHazard } from '../../../src/engine/random/distribution.js';
import { live, type Who } from '../life.js';

type Settings = Readonly<Record<string, unknown>>;

/** In the course from the permit on, for forty years, never passing. */
const course = {
  'approach.course.opens': { housing: ['centre', 'housed'] },
  'inburgering.exam_wait': 1e12,
  'inburgering.term_months': 1e6,
  horizon_years: 40,
};
const steps = { basic: 4, exam_level: 3, higher: 2 };

describe('language', () => {
  it('takes the months of each step, one after the other', () => {
    const life = live({ ...course, 'language.months_to': steps });
    const months = Object.keys(steps).map((level) => life.month('language', level));
    expect(months).toEqual([4, 7, 9].map((month) => expect.closeTo(month, 6)));
  });

  it('starts at the basic level for those who know it, by origin', () => {
    const known = { 'language.known': { syria: 0, eritrea: 1, other: 0 } };
    const exam = (origin: string) =>
      live({ ...course, ...known, 'language.months_to': steps }, {}, { origin }).month(
        'language',
        'exam_level',
      );
    expect(exam('syria')).toBeCloseTo(7, 6);
    expect(exam('eritrea')).toBeCloseTo(3, 6);
    expect(exam('other')).toBeCloseTo(7, 6);
  });

  it('is learned nowhere without a course or lessons, and stands still meanwhile', () => {
    expect(live({ 'language.months_to': steps }).month('language', 'basic')).toBeNaN();
    // The course from housing at month 6 on.
    const late = { ...course, 'approach.course.opens': { housing: 'housed' } };
    expect(live({ ...late, 'language.months_to': steps }).month('language', 'basic')).toBeCloseTo(10, 6);
  });

  it('goes on past the term', () => {
    const overdue = { 'inburgering.term_months': 1, 'inburgering.further_term_months': 600 };
    // In the course from month 0 to 7, past the term from then on, at a ratio of 1.
    const life = live({
      ...course,
      ...overdue,
      'language.months_to': { basic: 20, exam_level: 1, higher: 1 },
    });
    expect(life.month('inburgering', 'overdue')).toBeCloseTo(7, 6);
    expect(life.month('language', 'basic')).toBeCloseTo(20, 6);
  });
});

describe('the language at school', () => {
  /** In education from housing at month 6 on, for 30 months; then on bijstand. No course. */
  const school = {
    'income.education': 1e8,
    'income.education_months': 30,
    'income.education_to_work': 0,
    // At 31 nobody begins another.
    'income.student_finance_until': 31,
    'language.months_to': { basic: 12, exam_level: 24, higher: 600 },
    horizon_years: 20,
  };
  const taught = (pace: number | undefined, more: Settings = {}, activities = {}) => {
    const life = live(
      { ...school, ...(pace === undefined ? {} : { 'language.in_education': pace }), ...more },
      activities,
    );
    expect(life.month('income', 'education')).toBeCloseTo(6, 5);
    return ['basic', 'exam_level'].map((level) => life.month('language', level));
  };

  it('is not learned unless the scenario says how fast', () => {
    expect(taught(undefined)).toEqual([Number.NaN, Number.NaN]);
    expect(taught(0)).toEqual([Number.NaN, Number.NaN]);
  });

  it('is learned at its share of the pace of the course, for as long as the education lasts', () => {
    // All the pace: 12 months from month 6 on. The next level takes 24 months, and the education 18 more.
    const [basic, exam] = taught(1);
    expect([basic, exam]).toEqual([expect.closeTo(18, 4), Number.NaN]);
    // Half of it: 24 months.
    expect(taught(0.5)).toEqual([expect.closeTo(30, 4), Number.NaN]);
    // At a third, 30 months are 10 of the 12.
    expect(taught(1 / 3)).toEqual([Number.NaN, Number.NaN]);
    expect(taught(1, { 'income.education_months': 300 })[1]).toBeCloseTo(42, 4);
  });

  it('is that of the course where people take one, and of lessons where these teach more', () => {
    // In the course from the first day: 12 months.
    expect(taught(0.5, { ...course, horizon_years: 20 })[0]).toBeCloseTo(12, 4);
    const start = { when: { housing: 'housed' } };
    const lessons = (hours_per_week: number) => ({
      lessons: { acts_on: ['language'], start, weeks: 4000, hours_per_week, continues_in_work: true },
    });
    // Six hours of the twelve of a course: half its pace. Nine: three quarters, so 16 months instead of 24.
    expect(taught(0.5, { 'inburgering.course_hours': 12 }, lessons(6))[0]).toBeCloseTo(30, 4);
    expect(taught(0.5, { 'inburgering.course_hours': 12 }, lessons(9))[0]).toBeCloseTo(22, 4);
  });
});

describe('how fast a step is', () => {
  const spread = {
    'language.months_to': { basic: 12, exam_level: 600, higher: 600 },
    'language.sigma': 0.45,
  };
  const used = (months: number) => cumulativeHazard({ kind: 'lognormal', median: 12, sigma: 0.45 }, months);
  const months = (settings: Settings, who: Who = {}) =>
    live({ ...course, ...spread, ...settings }, {}, who).month('language', 'basic');
  const plain = () => used(months({}));

  it.each([
    ['education', { 'language.education.low': 0.5 }, { education: 'low' }, { education: 'high' }],
    ['complaints', { 'language.mental_health': 0.5 }, { mental_health_complaints: 'yes' }, {}],
  ])('%s: a hazard ratio on it', (_, settings, who, other) => {
    expect(plain() / used(months(settings, who))).toBeCloseTo(0.5, 6);
    expect(used(months(settings, other))).toBeCloseTo(plain(), 6);
  });

  it.each([
    ['work', { 'income.work': 1e8 }],
    ['part-time work', { 'income.part_time_work': 1e8, 'housing.wait_ratio': 1e-9 }],
  ])('%s: a hazard ratio on it', (_, settings) => {
    expect(plain() / used(months({ ...settings, 'language.working': 0.5 }))).toBeCloseTo(0.5, 4);
    expect(used(months({ 'language.working': 0.5 }))).toBeCloseTo(plain(), 6);
  });

  it('hours above capacity: the ratio for each hour', () => {
    const hours = (course_hours: number) => ({
      'inburgering.course_hours': course_hours,
      'cohort.capacity.hours_per_week': 10,
      'language.overload_per_hour': 0.9,
    });
    expect(used(months(hours(10)))).toBeCloseTo(plain(), 6);
    expect(plain() / used(months(hours(12)))).toBeCloseTo(0.81, 6);
  });

  it('being past the term: its hazard ratio', () => {
    const overdue = {
      'inburgering.term_months': 0.001,
      'inburgering.further_term_months': 600,
      'housing.wait_ratio': 1e-9,
    };
    const past = months({ ...overdue, 'language.overdue': 0.5 });
    expect(plain() / used(past)).toBeCloseTo(0.5, 3);
    expect(months({ ...overdue, 'language.overdue': 0 })).toBeNaN();
  });

  it('lessons beside the course: the effect of activities, once', () => {
    const beside = (count: number) => {
      const start = { when: { housing: ['centre', 'housed'] } };
      const lessons = { acts_on: ['language' as const], start, weeks: 4000, hours_per_week: 2 };
      const activities = Object.fromEntries(['one', 'two'].slice(0, count).map((name) => [name, lessons]));
      const settings = { ...course, ...spread, 'effects.language': 2, 'inburgering.course_hours': 12 };
      return used(live(settings, activities).month('language', 'basic'));
    };
    expect(plain() / beside(1)).toBeCloseTo(2, 6);
    expect(plain() / beside(2)).toBeCloseTo(2, 6);
    expect(plain() / beside(0)).toBeCloseTo(1, 6);
  });
});

describe('lessons outside the course', () => {
  /** Months of lessons from the permit on until the basic level, which takes 12 months of a course of 12 hours a week. */
  const lessons = (hours: number, more: Settings = {}, others: Readonly<Record<string, number>> = {}) => {
    const start = { when: { housing: ['centre', 'housed'] } };
    const activity = (hours_per_week: number) => ({
      acts_on: ['language' as const],
      start,
      weeks: 4000,
      hours_per_week,
    });
    const activities = Object.fromEntries(
      Object.entries({ lessons: hours, ...others }).map(([name, of]) => [name, activity(of)]),
    );
    const settings = {
      'inburgering.course_hours': 12,
      'language.months_to': { basic: 12, exam_level: 600, higher: 600 },
    };
    return live({ ...settings, horizon_years: 40, ...more }, activities).month('language', 'basic');
  };

  it('go at the pace of the course with as many hours or more', () => {
    expect(lessons(12)).toBeCloseTo(12, 6);
    expect(lessons(30)).toBeCloseTo(12, 6);
    expect(lessons(0)).toBeNaN();
    expect(lessons(2, { 'inburgering.course_hours': 0 })).toBeCloseTo(12, 6);
  });

  it('go at the pace of their hours: half of them, twice as long', () => {
    expect(lessons(6)).toBeCloseTo(24, 6);
    expect(lessons(2)).toBeCloseTo(72, 6);
  });

  it('count by their hours together where several run at once', () => {
    // Eight of twelve hours; six and six are the whole of them, and more is not faster.
    expect(lessons(2, {}, { other: 6 })).toBeCloseTo(18, 6);
    expect(lessons(6, {}, { other: 2 })).toBeCloseTo(18, 6);
    expect(lessons(4, {}, { second: 4 })).toBeCloseTo(lessons(8), 9);
    expect(lessons(6, {}, { second: 6, third: 6 })).toBeCloseTo(12, 6);
    expect(lessons(6, {}, { none: 0 })).toBeCloseTo(24, 6);
  });

  it('count where they are faster than another place', () => {
    expect(lessons(2, { 'approach.course.opens': { housing: ['centre', 'housed'] } })).toBeCloseTo(12, 6);
    // From month 6 on in the course: three of twelve months learned by then.
    expect(lessons(6, { 'approach.course.opens': { housing: 'housed' } })).toBeCloseTo(15, 6);
  });

  it('are compared by their hours together with what is learned past the term, as drawn', () => {
    const late = {
      'inburgering.term_months': 0,
      'inburgering.further_term_months': 600,
      'approach.course.opens': { housing: ['centre', 'housed'] },
      'language.months_to': { basic: 600, exam_level: 600, higher: 600 },
      'inburgering.course_hours': 12,
    };
    const placesAfter = (overdue: number, ...hours: readonly number[]) => {
      const lessons = hours.map((hours_per_week, i) => [
        `lessons_${i}`,
        {
          acts_on: ['language' as const],
          start: { when: { housing: 'housed' } },
          weeks: 4000,
          hours_per_week,
        },
      ]);
      const settings = { ...late, 'language.overdue': overdue };
      return live(settings, Object.fromEntries(lessons)).events.flatMap(({ track, to, month }) =>
        track === 'support_learning' && month >= 6 ? [to] : [],
      );
    };
    // From month 6 on past the term, with activities of 8 of 12 hours together: faster than a half, slower than 0.7.
    expect(placesAfter(0.5, 4, 4).at(-1)).toBe('in_activities');
    expect(placesAfter(0.7, 4, 4).at(-1)).toBe('at_overdue');
    expect(placesAfter(0.5, 4).at(-1)).toBe('at_overdue');
    expect(placesAfter(0, 1).at(-1)).toBe('in_activities');
    expect(placesAfter(0, 0).at(-1)).toBe('nowhere');
    // Nothing is faster than a place as fast as the course.
    expect(placesAfter(1, 30).at(-1)).toBe('at_overdue');
  });

  it('are for activities that act on language alone', () => {
    const start = { when: { housing: ['centre', 'housed'] } };
    const sport = { acts_on: ['work' as const], start, weeks: 4000, hours_per_week: 30 };
    expect(live({ 'language.months_to': steps }, { sport }).month('language', 'basic')).toBeNaN();
  });
});
