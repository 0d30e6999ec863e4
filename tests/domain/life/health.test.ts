/** Complaints that begin and end: what follows them. Months worked out by hand. */

import { describe, expect, it } from 'vitest';
import { type Life, live, WEEKS } from '../life.js';

type Settings = Readonly<Record<string, unknown>>;
const unwell = { mental_health_complaints: 'yes' };

/** A life in which complaints matter: for work, language, ontheffing, what a person can carry; and for leaving, where anybody does. */
const busy: Settings = {
  'approach.course.opens': { housing: 'housed' },
  'approach.course.mean_wait': 2,
  'cohort.capacity.hours_per_week': 20,
  'cohort.capacity.mental_health': 10,
  'inburgering.course_hours': 12,
  'inburgering.course_months': 12,
  'inburgering.restart_months': 3,
  'inburgering.medical_exemption': 0.01,
  'language.months_to': { basic: 12, exam_level: 12, higher: 12 },
  'language.sigma': 0.4,
  'language.mental_health': 0.5,
  'language.overload_per_hour': 0.97,
  'income.work': 0.03,
  'income.ratios.mental_health': 0.4,
  'effects.dropout_health': 3,
  'effects.overload_dropout_per_hour': 1.1,
};
const dance = { dance: { hours_per_week: 16, weeks: 24 * WEEKS } };

/** What happens in a life besides the complaints themselves, in the order of time. */
function happenings({ events }: Life) {
  return events
    .filter(({ track }) => track !== 'health')
    .map(({ month, name, to }) => [name, to, expect.closeTo(month, 5)]);
}

const plain = ({ events }: Life) => events.map(({ month, name, to }) => [name, to, month]);

const health = (onset: number, recovery: number, idle_onset = 1) => ({
  health: { onset, recovery, idle_onset },
});

describe('complaints', () => {
  const lucks = [1, 2, 3];
  const lifeOf = (settings: Settings, who: object, luck: number) =>
    live({ ...busy, ...settings }, dance, who, luck);

  it('that never begin or end are those at the permit', () => {
    const leaving = { 'inburgering.dropout': 0.5 };
    for (const who of [{}, unwell]) {
      for (const luck of lucks) {
        const never = lifeOf({ ...leaving, ...health(0, 0) }, who, luck);
        expect(plain(lifeOf(leaving, who, luck))).toEqual(happenings(never));
        expect(never.month('health', 'complaints')).toBeNaN();
      }
    }
  });

  it('that end at once leave the life of somebody well, and those that begin at once that of somebody unwell', () => {
    for (const luck of lucks) {
      expect(plain(lifeOf({}, {}, luck))).toEqual(happenings(lifeOf(health(0, 1e9), unwell, luck)));
      expect(plain(lifeOf({}, unwell, luck))).toEqual(happenings(lifeOf(health(1e9, 0), {}, luck)));
    }
    const differ = lucks.filter(
      (luck) =>
        JSON.stringify(plain(lifeOf({}, {}, luck))) !== JSON.stringify(plain(lifeOf({}, unwell, luck))),
    );
    expect(differ).toEqual(lucks);
  });

  it('end in care, and work is as likely as for others from then on', () => {
    const work = { 'income.work': 0.05, 'income.ratios.mental_health': 0.5 };
    // Care from a year after the house on, in month 18, which ends complaints at once.
    const care = {
      care: { acts_on: ['health'], start: { when: { housing: 'housed' }, delay_weeks: 12 * WEEKS } },
    };
    const cure = { ...health(0, 1e-9), 'effects.health': 1e18 };
    // The budget that the hazard spends: after the house, 0.05 a month, or half of that with complaints.
    const budget = (live(work).month('income', 'work') - 6) * 0.05;
    expect(budget).toBeGreaterThan(0.3);
    const untreated = live({ ...work, ...cure }, {}, unwell);
    expect(untreated.month('income', 'work')).toBeCloseTo(6 + budget / 0.025, 6);
    const treated = live({ ...work, ...cure }, care, unwell);
    expect(treated.month('health', 'well')).toBeCloseTo(18, 6);
    // Twelve months at 0.025 have spent 0.3.
    expect(treated.month('income', 'work')).toBeCloseTo(18 + (budget - 0.3) / 0.05, 6);
  });

  it('end in care, and leaving for health is as likely as for others from then on', () => {
    // Of people who all have complaints at the permit half leaves within a year, for health alone: ln 2 / 12 a month.
    const rate = Math.LN2 / 12;
    const settings = {
      'effects.dropout_reasons': { health: 1, family: 0, motivation: 0 },
      'effects.dropout_health': 3,
      'effects.health': 1e18,
    };
    const year = { dance: { dropout: 0.5, weeks: 12 * WEEKS } };
    const care = {
      care: { acts_on: ['health'], start: { when: { housing: 'housed' }, delay_weeks: 0.5 * WEEKS } },
    };
    const left = (more: Settings, activities: object) =>
      live({ ...settings, ...more }, { ...year, ...activities }, unwell, 2).month('dance', 'dropped_out');
    const budget = (left({}, {}) - 6) * rate;
    expect(left(health(0, 1e-9), {})).toBeCloseTo(6 + budget / rate, 6);
    expect(left(health(0, 1e-9), care)).toBeCloseTo(6.5 + (budget - 0.5 * rate) / (rate / 3), 6);
  });

  it('begin sooner while idle: until the first course, job or activity of some size', () => {
    const onset = (idle: number, engaged: boolean) =>
      live(
        { ...health(0.02, 0, idle), 'income.engaging_hours': 8, horizon_years: 40 },
        { dance: { hours_per_week: engaged ? 8 : 7 } },
        {},
        2,
      ).month('health', 'complaints');
    const budget = onset(1, true) * 0.02;
    // Six months idle at three times 0.02 spend 0.36.
    expect(budget).toBeGreaterThan(0.36);
    expect(onset(3, false)).toBeCloseTo(budget / 0.06, 6);
    expect(onset(3, true)).toBeCloseTo(6 + (budget - 0.36) / 0.02, 6);
  });

  it('of the moment can be asked for, those of the permit by `for`', () => {
    const care = { care: { start: { when: { health: 'complaints' } } } };
    const month = (who: object) => live(health(1e9, 0), care, who).month('care', 'taking_part');
    expect(month(unwell)).toBe(0);
    expect(month({})).toBeCloseTo(0, 6);
    expect(live(health(0, 0), care).month('care', 'taking_part')).toBeNaN();
    const before = { care: { for: { mental_health_complaints: true } } };
    expect(live(health(1e9, 0), before).month('care', 'taking_part')).toBeNaN();
    expect(live(health(0, 1e9), before, unwell).month('care', 'taking_part')).toBeCloseTo(6, 6);
  });
});
