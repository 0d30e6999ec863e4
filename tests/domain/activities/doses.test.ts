/** Activities of kinds: what their hours do to their effects, side by side and afterwards. Worked out by hand. */

import { describe, expect, it } from 'vitest';
import { targetsOf } from '../../../src/domain/activities/kinds.js';
import type { Activity } from '../../../src/domain/schema/scenario.js';
import { live, scenarioOf, WEEKS } from '../life.js';
import { type Activities, between, coach, help, kinds, ratioAt, type Settings, strong } from './helped.js';

describe('an activity of a kind', () => {
  it('acts on what the kind says, and only where that says nothing on what the law does', () => {
    const scenario = scenarioOf({
      kinds: {
        own: { full_hours: 0, acts_on: ['work'] },
        none: { full_hours: 0, acts_on: [] },
        laws: { full_hours: 0 },
      },
      law: { acts_on: { own: ['exam'], none: ['exam'], laws: ['exam'] } },
    });
    const of = (kind: string) => targetsOf(scenario, { kind } as Activity);
    expect(['own', 'none', 'laws'].map(of)).toEqual([['work'], [], ['exam']]);
  });

  it('has the part of the effect that its hours are of those of a whole one, on the logarithm', () => {
    for (const [hours, ratio] of [
      [0, 1],
      [2, 2],
      [6, 8],
      [20, 16],
    ] as const) {
      expect(ratioAt(7, strong, { buddy: help(hours) })).toBeCloseTo(ratio, 3);
    }
    expect(ratioAt(7, strong, { buddy: help(4) }, { sex: 'women' })).toBeCloseTo(9, 3);
    expect(ratioAt(7, strong, { buddy: help(4, between(12, 6)) })).toBeCloseTo(1, 5);
    expect(ratioAt(7, strong, { buddy: help(0.1, { kind: 'any_hours' }) })).toBeCloseTo(16, 3);
  });

  it('fades from the part that it had', () => {
    // The logarithm falls in a straight line from month 18 to month 30.
    for (const [since, ratio] of [
      [0, 4],
      [3, 4 ** 0.75],
      [12, 1],
    ] as const) {
      expect(ratioAt(18 + since, strong, { buddy: help(4) })).toBeCloseTo(ratio, 3);
    }
    expect(ratioAt(19, { ...strong, 'effects.fade_months': 0 }, { buddy: help(4) })).toBeCloseTo(1, 5);
  });

  it('counts alone where it is the largest of several kinds, whichever stands first', () => {
    expect(ratioAt(7, strong, { small: coach(2), large: help(6) })).toBeCloseTo(8, 3);
    expect(ratioAt(7, strong, { large: help(6), small: coach(2) })).toBeCloseTo(8, 3);
    expect(ratioAt(7, strong, { one: help(4), other: coach(4) })).toBeCloseTo(4, 3);
    // One that says what it acts on has the whole effect.
    expect(ratioAt(7, strong, { small: help(2), whole: { acts_on: ['work'] } })).toBeCloseTo(16, 3);
  });

  it('gives way to a larger one when that begins', () => {
    const activities = { small: coach(2, { weeks: 30 * WEEKS }), large: help(6, between(12, 6)) };
    expect(ratioAt(11, strong, activities)).toBeCloseTo(2, 3);
    expect(ratioAt(13, strong, activities)).toBeCloseTo(8, 3);
  });

  it('holds up what fades of a larger one that has ended', () => {
    // 8 = 16 ** (3/4) at month 18, of which 1/12 goes a month; at month 26 a third is left: 2, where the small one takes over.
    for (const small of [coach(2, { weeks: 30 * WEEKS }), coach(2, between(20, 16))]) {
      const activities = { large: help(6), small };
      expect(ratioAt(22, strong, activities)).toBeCloseTo(8 ** (2 / 3), 3);
      expect(ratioAt(25, strong, activities)).toBeCloseTo(8 ** (5 / 12), 3);
      expect(ratioAt(28, strong, activities)).toBeCloseTo(2, 3);
      expect(ratioAt(30, strong, activities)).toBeCloseTo(2, 3);
      // It ends at month 36, and what it gave fades in its turn.
      expect(ratioAt(42, strong, activities)).toBeCloseTo(Math.SQRT2, 3);
    }
  });

  it('takes over at once where it begins after the other has faded below it', () => {
    const activities = { large: help(6), small: help(2, between(28, 6)) };
    expect(ratioAt(27, strong, activities)).toBeCloseTo(8 ** 0.25, 3);
    expect(ratioAt(28, strong, activities)).toBeCloseTo(2, 3);
    expect(ratioAt(33, strong, activities)).toBeCloseTo(2, 3);
  });

  it('is kept up on work by its aftercare', () => {
    const activities = { buddy: help(4, { aftercare_weeks: 6 * WEEKS }) };
    expect(ratioAt(23, strong, activities)).toBeCloseTo(4, 3);
    expect(ratioAt(30, strong, activities)).toBeCloseTo(2, 3);
  });

  it('acts on the exam and on dropout in part, too', () => {
    const course = {
      kinds,
      'approach.course.opens': { housing: ['centre', 'housed'] },
      'language.months_to': { basic: 1, exam_level: 1, higher: 600 },
      'inburgering.exam_wait': 4,
      horizon_years: 40,
    };
    const permit = { when: { housing: ['centre', 'housed'] } };
    const guide = (hours: number): Activities => ({
      guide: help(hours, { kind: 'guidance', start: permit, weeks: 4000 }),
    });
    const passed = (hours: number) =>
      live({ ...course, 'effects.exam': 4 }, guide(hours)).month('inburgering', 'passed') - 2;
    expect(passed(0) / passed(2)).toBeCloseTo(2, 5);
    expect(passed(0) / passed(4)).toBeCloseTo(4, 5);
    const settings = {
      kinds,
      'effects.dropout_reasons': { health: 0, family: 0, motivation: 1 },
      horizon_years: 40,
    };
    const left = (hours: number, others: Activities = {}) =>
      live(
        { ...settings, 'effects.dropout': 1 / 4 },
        { buddy: { weeks: 4000, dropout: 0.99 }, ...guide(hours), ...others },
      ).month('buddy', 'dropped_out') - 6;
    expect(left(2) / left(0)).toBeCloseTo(2, 5);
    // Of one kind five hours together, of two kinds the larger.
    for (const [kind, ratio] of [
      ['guidance', 4],
      ['mentor', 4 ** 0.75],
    ] as const)
      expect(left(2, { more: help(3, { kind, start: permit, weeks: 4000 }) }) / left(0)).toBeCloseTo(
        ratio,
        5,
      );
  });

  it('helps another kind that acts on dropout, not its own', () => {
    const left = (others: Activities, ratio = 1 / 4) =>
      live(
        {
          kinds,
          'effects.dropout_reasons': { health: 0, family: 0, motivation: 1 },
          'effects.dropout': ratio,
          horizon_years: 40,
        },
        { guide: help(4, { kind: 'guidance', weeks: 4000, dropout: 1 - 1e-10 }), ...others },
      ).month('guide', 'dropped_out') - 6;
    expect(left({})).toBeLessThan(100);
    expect(left({})).toBeCloseTo(left({}, 1), 9);
    expect(left({ other: help(2, { kind: 'guidance', weeks: 4000 }) })).toBeCloseTo(left({}), 9);
    expect(left({ other: help(2, { kind: 'mentor', weeks: 4000 }) }) / left({})).toBeCloseTo(2, 5);
    expect(left({ other: { acts_on: ['dropout'], weeks: 4000 } }) / left({})).toBeCloseTo(4, 5);
  });

  it('gives the same life as acts_on where every hour gives the whole effect', () => {
    const settings = { ...strong, kinds, 'income.work': 0.01, 'income.education': 0.01, horizon_years: 40 };
    const lived = (activities: Activities) =>
      live(settings, activities).events.filter(({ track }) => !track.startsWith('support_'));
    const first = { weeks: 20, hours_per_week: 3, aftercare_weeks: 4 };
    const second = { ...between(14, 6), hours_per_week: 1 };
    const targets: Activity['acts_on'] = ['work', 'education'];
    const told = lived({ first: { ...first, acts_on: targets }, second: { ...second, acts_on: targets } });
    const kind = { acts_on: undefined as never, kind: 'any_hours' };
    const dosed = lived({ first: { ...first, ...kind }, second: { ...second, ...kind } });
    expect(dosed).toEqual(told.map((event) => ({ ...event, month: expect.closeTo(event.month, 9) })));
    expect(told.map(({ track }) => track)).toContain('income');
  });
});

describe('lessons', () => {
  const taught = (part: number) => ({
    lessons: { label: 'Lessons', acts_on: [], full_hours: 0, lesson_return: part },
  });
  const lessons = (hours: number): Partial<Activity> =>
    help(hours, { kind: 'lessons', start: { when: { housing: ['centre', 'housed'] } }, weeks: 4000 });
  /** Months to the basic level, of which the course alone takes twelve. */
  const months = (activities: Activities, part = 1, settings: Settings = {}) =>
    live(
      {
        kinds: taught(part),
        'approach.course.opens': { housing: ['centre', 'housed'] },
        'language.months_to': { basic: 12, exam_level: 600, higher: 600 },
        'language.sigma': 0,
        'inburgering.course_hours': 12,
        'effects.language': 7,
        horizon_years: 40,
        ...settings,
      },
      activities,
    ).month('language', 'basic');
  const noCourse = { 'approach.course.opens': { inburgering: 'passed' } };

  it('add their hours to those of the course, as far as an hour beside it teaches', () => {
    expect(months({})).toBeCloseTo(12, 6);
    // 12 months of 12 hours in 12 + 4 hours a week, and where an hour counts for half in 12 + 2.
    expect(months({ taalles: lessons(4) })).toBeCloseTo(9, 6);
    expect(months({ taalles: lessons(4) }, 0.5)).toBeCloseTo(144 / 14, 6);
    expect(months({ taalles: lessons(24) })).toBeCloseTo(4, 6);
    expect(months({ taalles: lessons(4) }, 0)).toBeCloseTo(12, 6);
  });

  it('teach alone at their hours, whatever they add beside a course', () => {
    expect(months({ taalles: lessons(6) }, 0.5, noCourse)).toBeCloseTo(24, 6);
    expect(months({ taalles: lessons(6) }, 0, noCourse)).toBeCloseTo(24, 6);
  });

  it('add up where they run at once: four hours and four teach as eight', () => {
    // 144 hours of course in 12 + 8 hours a week, and where an hour counts for half in 12 + 4.
    const [both, one] = [{ taalles: lessons(4), more: lessons(4) }, { taalles: lessons(8) }];
    expect([months(both), months(one)]).toEqual([expect.closeTo(7.2, 9), expect.closeTo(7.2, 9)]);
    expect([months(both, 0.5), months(one, 0.5)]).toEqual([expect.closeTo(9, 9), expect.closeTo(9, 9)]);
    // Three months at 20 hours make five of the course, the other seven at 16 take five and a quarter.
    expect(months({ taalles: lessons(4), more: { ...lessons(4), weeks: 3 * WEEKS } })).toBeCloseTo(8.25, 6);
  });

  it('count while they last', () => {
    // Six months at 16 hours make eight of the course, four are left.
    expect(months({ taalles: { ...lessons(4), weeks: 6 * WEEKS } })).toBeCloseTo(10, 6);
  });

  it('add to what people learn past the term', () => {
    const late = {
      'inburgering.term_months': 0,
      'inburgering.further_term_months': 600,
      'housing.median_wait': { syria: 1e-9, eritrea: 1e-9, other: 1e-9 },
      'language.overdue': 1,
    };
    expect(months({}, 1, late)).toBeCloseTo(12, 6);
    expect(months({ taalles: lessons(4) }, 1, late)).toBeCloseTo(9, 6);
  });
});
