/** The road through school under the law of 2013. Worked out by hand; housed at month 6, the term ends at month 42. */

import { describe, expect, it } from 'vitest';
import { live, lives, WEEKS } from '../../life.js';

type Settings = Readonly<Record<string, unknown>>;

const round = (month: number) => Math.round(month * 1e6) / 1e6;

/** An education that begins at month 6 and lasts some time around eight months; none begins later. */
const school = {
  'income.education': 1e8,
  'income.education_months': 8,
  'income.education_sigma': 0.1,
  'income.student_finance_until': 31,
  'inburgering.term_months': 36,
  'inburgering.further_term_months': 24,
};
const endless = { ...school, 'income.education_months': 600 };

const inSchool = (settings: Settings) => live({ ...school, ...settings });

describe('education and the term', () => {
  const overdue = (life: ReturnType<typeof live>) => round(life.month('inburgering', 'overdue'));

  it('do not touch where the law says nothing of it', () => {
    expect(overdue(live(endless))).toBe(42);
    expect(overdue(inSchool({}))).toBe(42);
  });

  it('the months of education do not count, up to the number of the law', () => {
    const end = round(inSchool({}).months('income', 'bijstand')[1]!);
    expect(end).toBeGreaterThan(10);
    expect(end).toBeLessThan(20);
    expect(overdue(inSchool({ 'inburgering.extension_in_education': 24 }))).toBeCloseTo(42 + (end - 6), 5);
    expect(overdue(inSchool({ 'inburgering.extension_in_education': 3 }))).toBe(45);
    expect(overdue(live({ ...endless, 'inburgering.extension_in_education': 10 }))).toBe(52);
    expect(overdue(live({ ...endless, 'inburgering.extension_in_education': 0 }))).toBe(42);
  });

  it('no fine runs meanwhile', () => {
    const late = {
      ...school,
      'income.education': 0,
      'income.education_months': 600,
      'cohort.sharing': 0,
      'inburgering.fined': 1,
      'inburgering.fine': 100,
    };
    // In education from month 44 on: two months into the further terms, of which three end by month 120.
    const isk = { weeks: 38 * WEEKS, outflow: { education: 1 } };
    const until = { 'income.student_finance_until': 100 };
    const fines = (settings: Settings) => live({ ...late, ...until, ...settings }, { isk }).cost('fines');
    expect(fines({})).toBeCloseTo(-400, 6);
    expect(fines({ 'inburgering.extension_in_education': 600 })).toBeCloseTo(-100, 6);
    // 12 months later each: at 42, 78 and 102.
    expect(fines({ 'inburgering.extension_in_education': 12 })).toBeCloseTo(-300, 6);
  });
});

describe('a diploma', () => {
  it('exempts at the end of the education, in the stated share', () => {
    const life = (share: number | undefined) => inSchool({ 'inburgering.diploma_exempts': share });
    const end = life(1).months('income', 'bijstand')[1]!;
    expect(life(1).month('inburgering', 'exempt')).toBeCloseTo(end, 9);
    expect(life(1).month('inburgering', 'overdue')).toBeNaN();
    expect(life(1).measure('exempt_share')).toBe(1);
    expect(life(0).month('inburgering', 'exempt')).toBeNaN();
    const half = lives(200, { ...school, 'inburgering.diploma_exempts': 0.5 });
    const exempt = half.filter((each) => each.month('inburgering', 'exempt') < 42).length;
    // 100; standard deviation 7.1.
    expect(Math.abs(exempt - 100)).toBeLessThan(3 * 7.1);
  });

  it('exempts whoever is past the term, or in course', () => {
    const late = { ...school, 'inburgering.term_months': 1, 'inburgering.diploma_exempts': 1 };
    const overdue = live(late);
    expect(round(overdue.month('inburgering', 'overdue'))).toBe(7);
    const end = overdue.months('income', 'bijstand')[1]!;
    expect(overdue.month('inburgering', 'exempt')).toBeCloseTo(end, 9);
    const opens = { housing: 'housed' };
    const learning = inSchool({ 'approach.course.opens': opens, 'inburgering.diploma_exempts': 1 });
    expect(learning.month('inburgering', 'in_course')).toBeCloseTo(6, 6);
    expect(learning.month('inburgering', 'exempt')).toBeCloseTo(end, 9);
  });

  it('that nobody gets, and an extension of 0, change no life', () => {
    const plain = {
      ...school,
      'income.education': 0.1,
      'income.education_to_work': 0.5,
      'inburgering.exempt_at_term.middle': 0.3,
    };
    const eventsOf = (settings: Settings) =>
      lives(20, { ...plain, ...settings }).map(({ events }) =>
        events.filter(({ track }) => !track.startsWith('support_')).map(({ month, name }) => [month, name]),
      );
    const neutral = { 'inburgering.diploma_exempts': 0, 'inburgering.extension_in_education': 0 };
    expect(eventsOf(neutral)).toEqual(eventsOf({}));
  });
});

describe('a road through school in the place of the course', () => {
  /** A bridging class of six months for people up to 24, at the end of which a share goes on to education. */
  const road = (education: number, age: number, settings: Settings = {}) => {
    const isk = { weeks: 6 * WEEKS, for: { age: { from: 18, to: 24 } }, outflow: { education } };
    const opens = {
      housing: 'housed',
      all: [{ isk: ['finished', 'dropped_out', 'not_eligible'] }, { not: { income: 'education' } }],
    };
    const base = {
      'approach.course.opens': opens,
      'income.education_months': 600,
      'inburgering.term_months': 100,
    };
    return live({ ...base, ...settings }, { isk }, { age });
  };
  const begun = (life: ReturnType<typeof live>) => round(life.month('inburgering', 'in_course'));

  it('opens the course for those alone who leave the road, and for the older at once', () => {
    expect(begun(road(0, 20))).toBe(12);
    expect(begun(road(1, 20))).toBeNaN();
    expect(begun(road(1, 30))).toBe(6);
  });

  it('leads to the course after an education without a diploma', () => {
    const ends = {
      'approach.course.mean_wait': 0.02,
      'income.education_months': 8,
      'income.education_sigma': 0.1,
    };
    const failed = road(1, 20, { ...ends, 'inburgering.diploma_exempts': 0 });
    expect(begun(failed)).toBeGreaterThan(failed.months('income', 'bijstand')[1]!);
    expect(begun(failed)).toBeLessThan(failed.months('income', 'bijstand')[1]! + 0.2);
    const passed = road(1, 20, { ...ends, 'inburgering.diploma_exempts': 1 });
    expect(begun(passed)).toBeNaN();
    expect(passed.month('inburgering', 'exempt')).toBeGreaterThan(15);
  });
});
