/** An activity's months: when it begins and ends, who leaves it, what comes after; idle time. Worked out by hand. */

import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/domain/schema/scenario.js';
import { live, WEEKS } from '../life.js';

type Settings = Readonly<Record<string, unknown>>;

/** One activity; housed at month 6. */
function withActivity(activity: Partial<Activity>, settings: Settings = {}, who = {}) {
  return live(settings, { buddy: activity }, who);
}

/** Months in which the activity began, was followed by aftercare, was finished and was left. */
function monthsOf(life: ReturnType<typeof live>): number[] {
  return ['taking_part', 'aftercare', 'finished', 'dropped_out'].map(
    (state) => Math.round(life.month('buddy', state) * 1e6) / 1e6,
  );
}

const NONE = Number.NaN;
const permit = { when: { housing: ['centre', 'housed'] } };

describe('an activity', () => {
  it('begins when its condition holds and lasts its weeks', () => {
    expect(monthsOf(withActivity({ weeks: 5 * WEEKS }))).toEqual([6, NONE, 11, NONE]);
    expect(monthsOf(withActivity({ weeks: 5 * WEEKS, start: permit }))).toEqual([0, NONE, 5, NONE]);
    const never = { when: { inburgering: 'passed' } };
    expect(monthsOf(withActivity({ start: never }))).toEqual([NONE, NONE, NONE, NONE]);
  });

  it('counts 365.25 / 84 weeks to a month', () => {
    // 52 weeks: 11.958932 months, 364 days of a year of 365.25.
    expect(withActivity({ weeks: 52 }).month('buddy', 'finished') - 6).toBeCloseTo((12 * 364) / 365.25, 9);
  });

  it('begins after its delay', () => {
    const start = { when: { housing: 'housed' }, delay_weeks: 3 * WEEKS };
    expect(monthsOf(withActivity({ start, weeks: 2 * WEEKS }))).toEqual([9, NONE, 11, NONE]);
  });

  it('begins after another has come to its end', () => {
    const life = live({}, { first: { weeks: 4 * WEEKS }, buddy: { start: { when: { first: 'finished' } } } });
    expect(life.month('buddy', 'taking_part')).toBeCloseTo(10, 6);
  });

  it('has aftercare behind it where there is some', () => {
    const life = withActivity({ weeks: 5 * WEEKS, aftercare_weeks: 3 * WEEKS });
    expect(monthsOf(life)).toEqual([6, 11, 14, NONE]);
    expect(withActivity({ weeks: 5 * WEEKS, aftercare_weeks: 0 }).month('buddy', 'finished')).toBeCloseTo(
      11,
      9,
    );
  });
});

describe('care of the municipality', () => {
  /** At work from month 9 on: the labour market opens on 1 October 2015. */
  const working = {
    'income.work': 1e8,
    'income.labour_market': [
      { from: '2015-01-01', ratio: 0 },
      { from: '2015-10-01', ratio: 1 },
    ],
  };

  it('ends with work, and an activity with it', () => {
    expect(monthsOf(withActivity({}, working))).toEqual([6, NONE, 9, NONE]);
    expect(monthsOf(withActivity({ aftercare_weeks: 2 * WEEKS }, working))).toEqual([6, 9, 11, NONE]);
  });

  it('is no matter to an activity that continues in work', () => {
    expect(monthsOf(withActivity({ continues_in_work: true }, working))).toEqual([6, NONE, 18, NONE]);
    const late = { start: { when: { housing: 'housed' }, delay_weeks: 6 * WEEKS } };
    expect(monthsOf(withActivity({ ...late, continues_in_work: true }, working))).toEqual([
      12,
      NONE,
      24,
      NONE,
    ]);
    expect(monthsOf(withActivity(late, working))).toEqual([NONE, NONE, NONE, NONE]);
  });

  it('goes on beside part-time work', () => {
    const partTime = { 'income.part_time_work': 1e8 };
    expect(monthsOf(withActivity({}, partTime))).toEqual([6, NONE, 18, NONE]);
    const late = { when: { housing: 'housed' }, delay_weeks: 6 * WEEKS };
    expect(monthsOf(withActivity({ start: late }, partTime))).toEqual([12, NONE, 24, NONE]);
  });

  it('is there in the asylum centre', () => {
    const waiting = { 'housing.wait_ratio': 1000 };
    expect(monthsOf(withActivity({ start: permit }, waiting))).toEqual([0, NONE, 12, NONE]);
  });

  it.each(['education', 'other_exit'])('ends with %s', (step) => {
    expect(monthsOf(withActivity({}, { [`income.${step}`]: 1e8 }))).toEqual([6, NONE, 6, NONE]);
  });
});

describe('leaving an activity early', () => {
  const YEAR = 12 * WEEKS;
  /** Months until someone leaves; reasons divided 0.2, 0.3 and 0.5. */
  const leave = (activity: Partial<Activity>, settings: Settings = {}, who = {}) => {
    const life = live({ horizon_years: 40, ...settings }, { buddy: { weeks: 4 * YEAR, ...activity } }, who);
    return life.month('buddy', 'dropped_out') - 6;
  };
  const only = (reason: string) => ({
    'effects.dropout_reasons': { health: 0, family: 0, motivation: 0, [reason]: 1 },
  });

  it('is at the constant hazard under which the stated share has left by the end', () => {
    // -ln(1 - share) / months; the same chance, so that waits are in the inverse ratio of the hazards.
    const rate = (share: number) => -Math.log(1 - share);
    const high = leave({ dropout: 0.99 }, only('motivation'));
    const low = leave({ dropout: 0.98 }, only('motivation'));
    expect(low / high).toBeCloseTo(rate(0.99) / rate(0.98), 6);
    const short = leave({ dropout: 0.99, weeks: 2 * YEAR }, only('motivation'));
    expect(short).toBeCloseTo(high / 2, 6);
    expect(leave({ dropout: 0 })).toBeNaN();
  });

  it('takes the national share where the activity has none of its own', () => {
    const settings = { ...only('motivation'), 'effects.activity_dropout': 0.99 };
    const national = live({ ...settings }, { buddy: { weeks: YEAR, dropout: undefined as never } });
    const own = live({ ...settings }, { buddy: { weeks: YEAR, dropout: 0.99 } });
    const none = live({ ...settings }, { buddy: { weeks: YEAR, dropout: 0 } });
    expect(national.month('buddy', 'dropped_out')).toBeCloseTo(own.month('buddy', 'dropped_out'), 9);
    expect(none.month('buddy', 'dropped_out')).toBeNaN();
  });

  it.each(['health', 'family', 'motivation'])(
    'for %s is counted as such, once and in its measures',
    (reason) => {
      const life = live(only(reason), { buddy: { dropout: 0.999999 } });
      expect(life.month('buddy', 'dropped_out')).toBeGreaterThan(6);
      for (const other of ['health', 'family', 'motivation']) {
        expect(life.measure(`dropout_share_for_${other}`)).toBe(other === reason ? 1 : 0);
      }
      expect(life.measure('dropout_share_buddy')).toBe(1);
      expect(life.measure('dropout_share_any')).toBe(1);
      expect(life.measure('dropout_share_course')).toBe(0);
    },
  );

  it('divides over the reasons as stated', () => {
    // A reason of half the share has half the hazard: its own chance, twice the wait.
    const motivation = (share: number) => {
      const reasons = { health: 0, family: 1 - share, motivation: share };
      const life = live(
        { horizon_years: 40, 'effects.dropout_reasons': reasons },
        { buddy: { weeks: 48 * WEEKS, dropout: 0.999999 } },
      );
      return (
        life.events.find(({ name }) => name.startsWith('buddy') && name.endsWith('(motivation)'))?.month ??
        NONE
      );
    };
    expect(motivation(0)).toBeNaN();
    const months = [1, 2, 3].map((luck) =>
      live(
        { 'effects.dropout_reasons': { health: 0.4, family: 0.6, motivation: 1 } },
        { buddy: { dropout: 0.9999 } },
        {},
        luck,
      ).month('buddy', 'dropped_out'),
    );
    const halved = [1, 2, 3].map((luck) =>
      live(
        { 'effects.dropout_reasons': { health: 0.2, family: 0.3, motivation: 0.5 } },
        { buddy: { dropout: 0.9999 } },
        {},
        luck,
      ).month('buddy', 'dropped_out'),
    );
    // Only the proportions count.
    expect(months).toEqual(halved.map((month) => expect.closeTo(month, 9)));
  });

  it('of hours above capacity: the ratio for each hour', () => {
    const settings = {
      ...only('motivation'),
      'cohort.capacity.hours_per_week': 20,
      'effects.overload_dropout_per_hour': 1.1,
    };
    const plain = leave({ dropout: 0.99, hours_per_week: 20 }, settings);
    expect(leave({ dropout: 0.99, hours_per_week: 5 }, settings)).toBeCloseTo(plain, 9);
    expect(leave({ dropout: 0.99, hours_per_week: 22 }, settings)).toBeCloseTo(plain / 1.21, 9);
  });
});

describe('hours a week', () => {
  /** Months until someone with room for ten hours leaves an activity of none, overload counting 1.1 an hour. */
  const leave = (settings: Settings, others = {}) =>
    live(
      {
        horizon_years: 40,
        'cohort.capacity.hours_per_week': 10,
        'effects.overload_dropout_per_hour': 1.1,
        'effects.dropout_reasons': { health: 0, family: 0, motivation: 1 },
        ...settings,
      },
      { buddy: { weeks: 48 * WEEKS, dropout: 0.99, continues_in_work: true }, ...others },
    ).month('buddy', 'dropped_out') - 6;
  const plain = () => leave({});

  it.each([
    ['the course', { 'inburgering.course_hours': 12, 'approach.course.opens': { housing: 'housed' } }],
    ['part-time work', { 'income.part_time_hours': 12, 'income.part_time_work': 1e8 }],
    ['work', { 'income.work_hours': 12, 'income.work': 1e8, 'income.in_centre': 0 }],
    ['education', { 'income.work_hours': 12, 'income.education': 1e8 }],
  ])('of %s count', (_, settings) => {
    expect(plain() / leave(settings)).toBeCloseTo(1.21, 6);
  });

  it('of another activity count while it lasts', () => {
    expect(plain() / leave({}, { other: { weeks: 400, hours_per_week: 13 } })).toBeCloseTo(1.331, 6);
    const before = { other: { start: permit, weeks: 5 * WEEKS, hours_per_week: 13 } };
    expect(leave({}, before)).toBeCloseTo(plain(), 6);
  });
});

describe('the idle wait', () => {
  const engaged = (settings: Settings, activity: Partial<Activity> = { hours_per_week: 0 }) =>
    withActivity(activity, { 'income.engaging_hours': 8, ...settings }).month('engagement', 'engaged');

  it('ends with an activity of some size', () => {
    expect(engaged({}, { hours_per_week: 8 })).toBeCloseTo(6, 9);
    expect(engaged({}, { hours_per_week: 7.9 })).toBeNaN();
  });

  it.each([
    ['the course', { 'approach.course.opens': { housing: 'housed' } }],
    ['part-time work', { 'income.part_time_work': 1e8 }],
    ['work', { 'income.work': 1e8, 'income.in_centre': 0 }],
    ['education', { 'income.education': 1e8 }],
  ])('ends with %s', (_, settings) => {
    expect(engaged(settings)).toBeCloseTo(6, 6);
  });

  it('ends with the duty, not with a missed term', () => {
    const term = { 'inburgering.term_months': 3, 'inburgering.further_term_months': 600 };
    const exempt = { low_literate: 1, low: 1, middle: 1, high: 1 };
    expect(engaged({ ...term, 'inburgering.exempt_at_term': exempt })).toBeCloseTo(9, 9);
    expect(engaged(term)).toBeNaN();
  });
});
