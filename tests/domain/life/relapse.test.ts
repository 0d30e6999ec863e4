/** How long work lasts, by language, schooling and how it began. Months worked out by hand. */

import { describe, expect, it } from 'vitest';
import { live, type Who } from '../life.js';

type Settings = Readonly<Record<string, unknown>>;

/** At work from month 30 (1 July 2017) on, without any step of the language. */
const START = 30;
const working: Settings = {
  horizon_years: 40,
  'income.work': 1e8,
  'income.labour_market': [
    { from: '2015-01-01', ratio: 0 },
    { from: '2017-07-01', ratio: 1 },
  ],
  'income.relapse': { from_0: 0.05, from_6: 0.05, from_12: 0.05, from_60: 0.05 },
};

/** Months that the first job lasts. */
function monthsOfWork(ratios: object | undefined, settings: Settings = {}, who: Who = {}): number {
  const life = live({ ...working, 'income.relapse_ratios': ratios, ...settings }, {}, who);
  const [began, ended] = [life.month('income', 'work'), life.months('income', 'bijstand')[1]!];
  expect(began).toBeCloseTo(START, 5);
  return ended - began;
}

const plain = monthsOfWork(undefined);
const ofLevels = (none: number, basic: number) => ({ none, basic, exam_level: 1, higher: 1 });

describe('relapse', () => {
  it('is as without ratios at ratios of 1', () => {
    expect(plain).toBeGreaterThan(1);
    const neutral = {
      language: ofLevels(1, 1),
      education: { low_literate: 1, low: 1, middle: 1, high: 1 },
      after_part_time: 1,
      before_duty_met: 1,
      contract: { temporary: ofLevels(0.9, 0.8), ratio: 1 },
    };
    expect(monthsOfWork(neutral)).toBeCloseTo(plain, 9);
  });

  it('is by the level of the language now', () => {
    expect(monthsOfWork({ language: ofLevels(0.5, 4) })).toBeCloseTo(2 * plain, 5);
    const known = { 'language.known': { syria: 1, eritrea: 1, other: 1 } };
    expect(monthsOfWork({ language: ofLevels(4, 0.5) }, known)).toBeCloseTo(2 * plain, 5);
  });

  it('is by earlier schooling', () => {
    const education = { low_literate: 1, low: 2, middle: 1, high: 0.5 };
    expect(monthsOfWork({ education }, {}, { education: 'low' })).toBeCloseTo(plain / 2, 5);
    expect(monthsOfWork({ education }, {}, { education: 'high' })).toBeCloseTo(plain * 2, 5);
  });

  it('is by whether the job grew out of part-time work', () => {
    const part: Settings = {
      'income.part_time_work': 1e8,
      'income.work': 1e-8,
      'income.part_time_to_work': 1e9,
    };
    const without = monthsOfWork(undefined, part);
    expect(monthsOfWork({ after_part_time: 0.5 }, part)).toBeCloseTo(2 * without, 4);
    expect(monthsOfWork({ after_part_time: 0.5 })).toBeCloseTo(plain, 5);
  });

  it('is by whether the job began before the duty was met, for as long as it lasts', () => {
    const ratios = { before_duty_met: 0.5 };
    expect(monthsOfWork(ratios)).toBeCloseTo(2 * plain, 5);
    const exempt = { 'inburgering.medical_exemption': 1e8 };
    const unwell = { mental_health_complaints: 'yes' };
    expect(monthsOfWork(ratios, exempt, unwell)).toBeCloseTo(plain, 5);
    // Exempt a month after the job began: the term of 25 months runs from month 6.
    const later = {
      'inburgering.term_months': 25,
      'inburgering.exempt_at_term': { low_literate: 1, low: 1, middle: 1, high: 1 },
    };
    expect(monthsOfWork(ratios, later)).toBeCloseTo(2 * plain, 5);
  });

  it('is by the contract, on average as at the exam level', () => {
    // Half of the jobs at the exam level are temporary: (1 + 3) / 2 = 2 on average, so 3 / 2 and 1 / 2.
    const of = (none: number) => ({
      contract: { temporary: { ...ofLevels(none, 0), exam_level: 0.5 }, ratio: 3 },
    });
    expect(monthsOfWork(of(1))).toBeCloseTo(plain / 1.5, 5);
    expect(monthsOfWork(of(0))).toBeCloseTo(plain / 0.5, 5);
  });

  it('draws the contract anew for each job', () => {
    const contract = { temporary: ofLevels(0.5, 0), ratio: 3 };
    const life = live({ ...working, 'income.relapse_ratios': { contract } });
    const of = (state: string) => life.months('support_contract', state).length;
    expect(of('temporary') + of('permanent')).toBe(life.months('income', 'work').length);
    expect(Math.min(of('temporary'), of('permanent'))).toBeGreaterThan(0);
  });
});
