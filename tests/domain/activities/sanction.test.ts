/** Cuts of the benefit, whom they hit, and what they do to leaving and to further cuts: months worked out by hand. */

import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/domain/schema/scenario.js';
import { live, WEEKS } from '../life.js';

type Settings = Readonly<Record<string, unknown>>;

/** Housed, and so on bijstand, at month 6. */
const HOUSED = 6;

/** All but one in a billion leave within the 500 months: a rate of ln(10^9) / 500 = 0.041 a month. */
const leaving: Settings = { 'effects.activity_dropout': 1 - 1e-9 };

/** Activities without a dropout of their own. */
const withoutOwn = (parts: Partial<Activity> = {}) => ({
  weeks: 500 * WEEKS,
  dropout: undefined,
  ...parts,
});

describe('a base hazard', () => {
  const cut = { 'sanction.base_hazard': 1e8, 'sanction.cut': 0.5, 'sanction.months': 4 };

  it('cuts the benefit of anybody on bijstand, in an activity or not', () => {
    const life = live(cut, {}, {});
    expect(life.month('sanction', 'cut')).toBeCloseTo(HOUSED, 6);
    expect(life.month('sanction', 'none')).toBeCloseTo(HOUSED + 4, 6);
    // From month 6 to 120, half of 1,400 euros a month: the next cut follows at once.
    expect(life.cost('sanction')).toBeCloseTo(-0.5 * 1400 * 114, 0);
    expect(live(cut, { buddy: { mandatory: false } }).measure('sanction_share')).toBe(1);
  });

  it('cuts the benefit of people in part-time work, which they keep for the rest', () => {
    const life = live({ ...cut, 'income.part_time_work': 1e12, 'income.part_time_loss': 0 });
    expect(life.month('income', 'bijstand_part_time')).toBeCloseTo(HOUSED, 6);
    // Before the step to part-time work there is no time for a cut: it is the part-timer's.
    expect(life.months('sanction', 'cut').length).toBeGreaterThan(20);
  });

  it('cuts nobody who has no bijstand', () => {
    const life = live({ ...cut, 'income.other_exit': 1e12 });
    expect(life.measure('sanction_share')).toBe(0);
  });

  it('adds to the hazard in mandatory activities', () => {
    const cutAt = (settings: Settings) =>
      live(
        { 'sanction.months': 1000, horizon_years: 40, ...settings },
        { buddy: withoutOwn({ mandatory: true }) },
      ).months('sanction', 'cut');
    const [base, own, both] = [
      cutAt({ 'sanction.base_hazard': 0.1 }),
      cutAt({ 'sanction.hazard': 0.1 }),
      cutAt({ 'sanction.base_hazard': 0.1, 'sanction.hazard': 0.1 }),
    ];
    // Two causes that compete: the first to come counts.
    expect(both[0]).toBeCloseTo(Math.min(base[0]!, own[0]!), 9);
    expect(base[0]).not.toBeCloseTo(own[0]!, 3);
  });
});

describe('the threat of a cut', () => {
  const threat = (mandatory: number): Settings => ({
    ...leaving,
    'sanction.deterrence': { mandatory, after_cut: 1, months: 0 },
  });
  const leftAt = (settings: Settings, parts: Partial<Activity>, others = {}) =>
    live({ horizon_years: 40, ...settings }, { buddy: withoutOwn(parts), ...others }).month(
      'buddy',
      'dropped_out',
    );

  it('halves the rate of leaving a mandatory activity: twice the months pass', () => {
    const without = leftAt(leaving, { mandatory: true }) - HOUSED;
    expect(without).toBeGreaterThan(1);
    expect(leftAt(threat(0.5), { mandatory: true }) - HOUSED).toBeCloseTo(2 * without, 6);
    expect(leftAt(threat(1), { mandatory: true }) - HOUSED).toBeCloseTo(without, 9);
  });

  it('leaves a voluntary activity, and a stated dropout, as they are', () => {
    const voluntary = leftAt(leaving, {});
    expect(leftAt(threat(0), {})).toBeCloseTo(voluntary, 9);
    expect(leftAt(threat(0), {}, { duty: withoutOwn({ mandatory: true }) })).toBeCloseTo(voluntary, 9);
    const stated = { mandatory: true, dropout: 0.5 };
    expect(leftAt(threat(0), stated)).toBeCloseTo(leftAt(leaving, stated), 9);
  });

  it('waits until there is bijstand to cut', () => {
    // In the month in the centre, all but one in a billion leave.
    const early = { mandatory: true, start: { when: { housing: ['centre', 'housed'] } }, weeks: WEEKS };
    expect(leftAt(threat(0), early)).toBeLessThan(1);
    expect(leftAt(threat(0), { ...early, start: { when: { housing: 'housed' } } })).toBeNaN();
  });

  it('keeps people in the course while they are in a mandatory activity', () => {
    const course = {
      'approach.course.opens': { housing: 'housed' },
      'inburgering.dropout': 1 - 1e-9,
      'inburgering.course_months': 1,
      'inburgering.restart_months': 600,
    };
    const interruptedAt = (settings: Settings, mandatory: boolean) =>
      live({ ...course, ...settings }, { duty: { mandatory, weeks: 10 * WEEKS } }).month(
        'inburgering',
        'interrupted',
      );
    const without = interruptedAt({}, true) - HOUSED;
    expect(without).toBeLessThan(1);
    // The course is left after the ten months, as soon as it would have been.
    expect(interruptedAt(threat(0), true) - HOUSED).toBeCloseTo(10 + without, 6);
    expect(interruptedAt(threat(0), false) - HOUSED).toBeCloseTo(without, 6);
  });
});

describe('after a cut', () => {
  /** A talk that nobody attends: the benefit is cut for two months from housing on. */
  const talk = { talk: { mandatory: true, weeks: 1e-4 } };
  const cut = { 'sanction.hazard': 1e12, 'sanction.months': 2 };
  const deterred = (after_cut: number, months: number): Settings => ({
    ...cut,
    ...leaving,
    'sanction.deterrence': { mandatory: 1, after_cut, months },
  });
  const leftAt = (settings: Settings) =>
    live({ horizon_years: 40, ...settings }, { ...talk, buddy: withoutOwn() }).month('buddy', 'dropped_out');

  it('nobody leaves at a ratio of 0, for the cut and the months after it', () => {
    const without = leftAt({ ...cut, ...leaving });
    expect(leftAt(deterred(0, 4))).toBeCloseTo(without + 2 + 4, 6);
    expect(leftAt(deterred(0, 0))).toBeCloseTo(without + 2, 6);
    expect(leftAt(deterred(1, 4))).toBeCloseTo(without, 9);
  });

  it('half as many leave at a ratio of a half', () => {
    const without = leftAt({ ...cut, ...leaving }) - HOUSED;
    // Half of the rate for 2 + 100 months: twice the months, where these are fewer.
    expect(2 * without).toBeLessThan(100);
    expect(leftAt(deterred(0.5, 100)) - HOUSED).toBeCloseTo(2 * without, 6);
  });

  it('another cut waits as well, under every approach', () => {
    const base = { 'sanction.base_hazard': 1e12, 'sanction.months': 2 };
    const again = { ...base, 'sanction.deterrence': { mandatory: 1, after_cut: 0, months: 4 } };
    const months = live(again).months('sanction', 'cut').slice(0, 3);
    expect(months.map((month) => Math.round(month * 1e6) / 1e6)).toEqual([6, 12, 18]);
  });
});
