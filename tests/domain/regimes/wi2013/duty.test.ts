/** The duty to integrate: course, exam, term, exemptions, fines and the loan. Months and euros worked out by hand. */

import { describe, expect, it } from 'vitest';
import { educationLevels } from '../../../../src/domain/attributes/education.js';
import { countLives, live } from '../../life.js';

type Settings = Readonly<Record<string, unknown>>;

const always = { housing: ['centre', 'housed'] };
/** In the course from the permit on; the exam level after two months. */
const course = {
  'approach.course.opens': always,
  'language.months_to': { basic: 1, exam_level: 1, higher: 600 },
  'inburgering.exam_wait': 1e12,
};

describe('the course', () => {
  it('begins after a mean wait from when it opens', () => {
    const start = (wait: number, opens: unknown = { housing: 'housed' }) =>
      live({ 'approach.course': { opens, mean_wait: wait }, horizon_years: 40 }).month(
        'inburgering',
        'in_course',
      );
    expect(start(1e-9)).toBeCloseTo(6, 6);
    expect(start(4) - 6).toBeCloseTo((start(2) - 6) * 2, 9);
    expect(start(2, always)).toBeCloseTo(start(2) - 6, 9);
    const begun = countLives(400, (life) => life.month('inburgering', 'in_course') <= 10, {
      'approach.course': { opens: always, mean_wait: 10 },
    });
    // Within the mean: 1 - 1 / e of 400, 253; standard deviation 9.6.
    expect(Math.abs(begun - 252.8)).toBeLessThan(4 * 9.6);
  });

  it('is left for a time: the stated share over the months of the course, back after a mean time', () => {
    const reasons = { 'effects.dropout_reasons': { health: 0, family: 0, motivation: 1 } };
    const life = (share: number, months: number, restart: number) =>
      live({
        ...course,
        ...reasons,
        'inburgering.dropout': share,
        'inburgering.course_months': months,
        'inburgering.restart_months': restart,
        horizon_years: 40,
      });
    const left = life(0.99, 24, 3).month('inburgering', 'interrupted');
    expect(life(0.98, 24, 3).month('inburgering', 'interrupted') / left).toBeCloseTo(
      Math.log(0.01) / Math.log(0.02),
      6,
    );
    expect(life(0.99, 48, 3).month('inburgering', 'interrupted')).toBeCloseTo(left * 2, 6);
    const back = (restart: number) => life(0.99, 24, restart).months('inburgering', 'in_course')[1]! - left;
    expect(back(6)).toBeCloseTo(back(3) * 2, 6);
    expect(life(0.99, 24, 3).measure('dropout_share_course')).toBe(1);
    expect(life(0, 24, 3).measure('dropout_share_course')).toBe(0);
    expect(life(0, 24, 3).measure('participation_share_course')).toBe(1);
  });

  it('is passed from the exam level on, with the wait for the certificate', () => {
    const passed = (settings: Settings) =>
      live({ ...course, horizon_years: 40, ...settings }).month('inburgering', 'passed');
    expect(passed({ 'inburgering.exam_wait': 1e-9 })).toBeCloseTo(2, 6);
    expect(passed({ 'inburgering.exam_wait': 6 }) - 2).toBeCloseTo(
      (passed({ 'inburgering.exam_wait': 3 }) - 2) * 2,
      6,
    );
    const basic = { 'language.months_to': { basic: 1, exam_level: 600, higher: 600 } };
    expect(passed({ ...basic, 'inburgering.exam_wait': 1e-9 })).toBeNaN();
  });
});

/** Nobody passes; the term of 36 months runs from housing (6) to 42, later ones last 24. */
const term = { 'inburgering.term_months': 36, 'inburgering.further_term_months': 24 };
const exemptAtTerm = (...shares: number[]) => ({
  'inburgering.exempt_at_term': Object.fromEntries(educationLevels.map((level, i) => [level, shares[i]!])),
});

describe('the term', () => {
  it('runs from housing, longer for people who first learn to read and write', () => {
    const settings = { ...term, 'inburgering.extension_low_literate': 24 };
    const over = (education: string) => live(settings, {}, { education }).month('inburgering', 'overdue');
    expect(educationLevels.map(over)).toEqual([66, 42, 42, 42].map((month) => expect.closeTo(month, 6)));
  });

  it('ends in exemption for the stated share of each level of education', () => {
    for (const [i, education] of educationLevels.entries()) {
      const settings = {
        ...term,
        'inburgering.extension_low_literate': 0,
        ...exemptAtTerm(...[0, 1, 2, 3].map((at) => (at === i ? 1 : 0))),
      };
      const life = live(settings, {}, { education });
      expect(life.month('inburgering', 'exempt')).toBeCloseTo(42, 6);
      expect([life.measure('exempt_share'), life.measure('not_done_in_term_share')]).toEqual([1, 0]);
      const other = live(settings, {}, { education: educationLevels[(i + 1) % 4]! });
      expect(other.month('inburgering', 'overdue')).toBeCloseTo(42, 6);
      expect([other.measure('exempt_share'), other.measure('not_done_in_term_share')]).toEqual([0, 1]);
    }
    const exempt = countLives(400, (life) => life.measure('exempt_share') === 1, {
      ...term,
      ...exemptAtTerm(0, 0, 0.3, 0),
    });
    // 120 expected, standard deviation 9.2.
    expect(Math.abs(exempt - 120)).toBeLessThan(4 * 9.2);
  });

  it.each([
    ['not started', { 'approach.course.opens': { inburgering: 'passed' } }],
    ['in the course', { ...course, 'language.months_to': { basic: 600, exam_level: 600, higher: 600 } }],
    [
      'interrupted',
      {
        ...course,
        'language.months_to': { basic: 600, exam_level: 600, higher: 600 },
        'inburgering.dropout': 0.999999,
        'inburgering.course_months': 0.01,
        'inburgering.restart_months': 1e12,
      },
    ],
  ])('ends whatever someone was at: %s', (_, settings) => {
    expect(live({ ...term, ...settings }).month('inburgering', 'overdue')).toBeCloseTo(42, 6);
    expect(
      live({ ...term, ...settings, ...exemptAtTerm(1, 1, 1, 1) }).month('inburgering', 'exempt'),
    ).toBeCloseTo(42, 6);
  });

  it('is met by who passes before its end, and not by who passes later', () => {
    const passes = { ...course, ...term, 'inburgering.exam_wait': 1e-9 };
    const inTime = live(passes);
    const shares = (life: typeof inTime) =>
      ['passed_in_term_share', 'passed_share', 'not_done_in_term_share', 'exempt_share'].map((name) =>
        life.measure(name),
      );
    expect(shares(inTime)).toEqual([1, 1, 0, 0]);
    // The exam level at month 51: past the term learning goes on at its ratio (1 here), and the exam may be sat.
    const late = live({ ...passes, 'language.months_to': { basic: 50, exam_level: 1, higher: 600 } });
    expect(late.month('inburgering', 'overdue')).toBeCloseTo(42, 6);
    expect(late.month('inburgering', 'passed')).toBeCloseTo(51, 6);
    expect(shares(late)).toEqual([0, 1, 1, 0]);
  });
});

describe('exemption', () => {
  it('on medical grounds is for people with complaints, whatever they are at', () => {
    const settings = { ...term, 'inburgering.medical_exemption': 1e8 };
    const unwell = { mental_health_complaints: 'yes' };
    expect(live(settings, {}, unwell).month('inburgering', 'exempt')).toBeCloseTo(0, 6);
    expect(live(settings, {}, { mental_health_complaints: 'no' }).month('inburgering', 'exempt')).toBeNaN();
    const slow = (settings: Settings, hazard: number) =>
      live({ horizon_years: 40, ...settings, 'inburgering.medical_exemption': hazard }, {}, unwell);
    const inCourse = { 'approach.course.opens': always };
    const from = (life: ReturnType<typeof live>) => life.events.find(({ to }) => to === 'exempt')!.from;
    expect(from(slow({}, 0.5))).toBe('not_started');
    expect(from(slow(inCourse, 0.5))).toBe('in_course');
    expect(slow({}, 0.5).month('inburgering', 'exempt')).toBeCloseTo(
      slow({}, 1).month('inburgering', 'exempt') * 2,
      9,
    );
    const left = {
      ...inCourse,
      'inburgering.dropout': 0.999999,
      'inburgering.course_months': 0.01,
      'inburgering.restart_months': 1e12,
    };
    expect(from(slow(left, 0.1))).toBe('interrupted');
    expect(
      from(
        slow(
          {
            'inburgering.term_months': 0.01,
            'housing.wait_ratio': 0.01,
            'inburgering.further_term_months': 600,
          },
          0.1,
        ),
      ),
    ).toBe('overdue');
  });

  it('is granted later too, at its hazard, to people past the term', () => {
    const late = (hazard: number) =>
      live({ ...term, 'inburgering.late_exemption': hazard, horizon_years: 40 });
    const months = late(0.5).month('inburgering', 'exempt') - 42;
    expect(late(1).month('inburgering', 'exempt') - 42).toBeCloseTo(months / 2, 6);
    expect(late(0).month('inburgering', 'exempt')).toBeNaN();
    expect(live({ 'inburgering.late_exemption': 1e8 }).month('inburgering', 'exempt')).toBeNaN();
  });
});

describe('fines', () => {
  const fined = { ...term, 'inburgering.fined': 1, 'inburgering.fine': 750 };

  it('come with every term that is missed', () => {
    // Terms end at months 42, 66, 90 and 114 of 120.
    const life = live(fined);
    expect(life.months('term', 'over')).toEqual([42, 66, 90, 114].map((month) => expect.closeTo(month, 6)));
    expect(life.cost('fines', 'duo')).toBeCloseTo(-4 * 750, 6);
    expect(life.measure('programme_cost_duo')).toBeCloseTo(-3000, 6);
    expect(live({ ...fined, horizon_years: 5 }).cost('fines')).toBeCloseTo(-750, 6);
  });

  it('are for the stated share, the same persons each time', () => {
    const some = { ...fined, 'inburgering.fined': 0.4 };
    const paying = (euros: number) =>
      countLives(300, (life) => Math.abs(life.cost('fines')! + euros) < 1e-6, some);
    // 120 expected, standard deviation 8.5; all others pay nothing.
    expect(Math.abs(paying(3000) - 120)).toBeLessThan(4 * 8.5);
    expect(paying(0) + paying(3000)).toBe(300);
  });

  it('end when the duty is met, and never come to who met it in time', () => {
    const late = {
      'approach.course.opens': always,
      'language.months_to': { basic: 50, exam_level: 1, higher: 600 },
      'inburgering.exam_wait': 1e-9,
    };
    // Past the term at 42, passed at 51.
    const life = live({ ...fined, ...late });
    expect(life.month('inburgering', 'passed')).toBeCloseTo(51, 6);
    expect(life.cost('fines')).toBeCloseTo(-750, 6);
    expect(live({ ...fined, ...course, 'inburgering.exam_wait': 1e-9 }).cost('fines')).toBeCloseTo(0, 9);
    expect(live({ ...fined, ...exemptAtTerm(1, 1, 1, 1) }).cost('fines')).toBeCloseTo(0, 9);
  });
});

describe('the loan', () => {
  /** In the course from the permit to the end of the term at month 42; work from month 60 on. */
  const lent = {
    ...term,
    'approach.course.opens': always,
    'inburgering.loan_per_month': 100,
    'inburgering.loan_repayment': 50,
    'inburgering.loan_repayment_months': 40,
    'inburgering.fined': 1,
    'income.work': 1e8,
    'income.labour_market': [
      { from: '2015-01-01', ratio: 0 },
      { from: '2020-01-01', ratio: 1 },
    ],
  };

  it('is lent by DUO for every month in the course', () => {
    expect(live(lent).cost('course_loan', 'duo')).toBeCloseTo(42 * 100, 4);
    expect(live({ ...lent, 'approach.course.opens': { housing: 'housed' } }).cost('course_loan')).toBeCloseTo(
      36 * 100,
      4,
    );
  });

  it('is repaid from work, for its months, by those fined', () => {
    const life = live(lent);
    expect(life.month('income', 'work')).toBeCloseTo(60, 6);
    expect(life.cost('loan_repayment', 'duo')).toBeCloseTo(-40 * 50, 4);
    // Only ten months of work within the horizon.
    const late = {
      'income.labour_market': [
        { from: '2015-01-01', ratio: 0 },
        { from: '2024-03-01', ratio: 1 },
      ],
    };
    expect(live({ ...lent, ...late }).cost('loan_repayment')).toBeCloseTo(-10 * 50, 4);
    expect(live({ ...lent, 'inburgering.fined': 0 }).cost('loan_repayment')).toBeCloseTo(0, 9);
    expect(live({ ...lent, ...exemptAtTerm(1, 1, 1, 1) }).cost('loan_repayment')).toBeCloseTo(0, 9);
  });

  it('is not repaid out of bijstand, part-time work or student finance; out of other income it is', () => {
    const none = { ...lent, 'income.work': 0 };
    expect(live(none).cost('loan_repayment')).toBeCloseTo(0, 9);
    expect(live({ ...none, 'income.part_time_work': 1e8 }).cost('loan_repayment')).toBeCloseTo(0, 9);
    expect(live({ ...none, 'income.education': 1e8 }).cost('loan_repayment')).toBeCloseTo(0, 9);
    // From the missed term at 42 to 82.
    expect(live({ ...none, 'income.other_exit': 1e8 }).cost('loan_repayment')).toBeCloseTo(-40 * 50, 4);
  });

  it('is not owed by who never took a course', () => {
    expect(
      live({ ...lent, 'approach.course.opens': { inburgering: 'passed' } }).cost('loan_repayment'),
    ).toBeCloseTo(0, 9);
  });

  it('is repaid up to what was lent', () => {
    // Lent 42 x 20 = 840; 40 months of 50 would be 2,000.
    expect(live({ ...lent, 'inburgering.loan_per_month': 20 }).cost('loan_repayment')).toBeCloseTo(-840, 4);
  });
});
