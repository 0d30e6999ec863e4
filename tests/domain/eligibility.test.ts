/** Who may take part in an activity: every line of `for` by itself, with people on both sides of it. */

import { describe, expect, it } from 'vitest';
import { educationLevels } from '../../src/domain/attributes/education.js';
import { householdNames as households } from '../../src/domain/attributes/household.js';
import { sexes } from '../../src/domain/attributes/sex.js';
import type { Activity } from '../../src/domain/schema/scenario.js';
import { originNames as origins } from '../shipped.js';
import { countLives, type Life, live, type Who } from './life.js';

const takingPart = (life: Life) => life.measure('participation_share_buddy') === 1;

/** Whether someone takes part, from housing at month 6 on, in an activity that is for some people. */
function takesPart(rule: Activity['for'], who: Who): boolean {
  // Of a year's run, whether age is judged at the permit or at month 6.
  const life = live({ horizon_years: 1 }, { buddy: { for: rule } }, who);
  const takes = takingPart(life);
  expect(life.month('buddy', 'taking_part')).toEqual(takes ? expect.closeTo(6, 9) : Number.NaN);
  return takes;
}

/** Every value of an attribute, each allowed by itself. */
const lines: [string, keyof Who, readonly string[]][] = [
  ['sex', 'sex', sexes],
  ['education', 'education', educationLevels],
  ['origin', 'origin', origins],
  ['household', 'household', households],
];

describe('eligibility', () => {
  it.each(lines)('by %s', (line, attribute, values) => {
    for (const allowed of values) {
      for (const value of values) {
        expect([allowed, value, takesPart({ [line]: [allowed] }, { [attribute]: value })]).toEqual([
          allowed,
          value,
          allowed === value,
        ]);
      }
    }
    const two = values.slice(0, 2);
    expect(values.map((value) => takesPart({ [line]: two }, { [attribute]: value }))).toEqual(
      values.map((value) => two.includes(value)),
    );
  });

  it('by age in years, both ends included', () => {
    const age = { from: 25, to: 40 };
    expect([18, 23, 25, 33, 40, 42, 60].map((years) => takesPart({ age }, { age: years }))).toEqual([
      false,
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('by mental health complaints', () => {
    const yes = { mental_health_complaints: 'yes' };
    const no = { mental_health_complaints: 'no' };
    expect(takesPart({ mental_health_complaints: false }, yes)).toBe(false);
    expect(takesPart({ mental_health_complaints: false }, no)).toBe(true);
    expect(takesPart({ mental_health_complaints: true }, yes)).toBe(true);
    expect(takesPart({ mental_health_complaints: true }, no)).toBe(false);
    expect(takesPart({}, yes)).toBe(true);
  });

  it('asks that every line fits', () => {
    const rule: Activity['for'] = { sex: ['women'], education: ['low', 'middle'], household: ['couple'] };
    const fits = { sex: 'women', education: 'low', household: 'couple' };
    expect(takesPart(rule, fits)).toBe(true);
    expect(takesPart(rule, { ...fits, sex: 'men' })).toBe(false);
    expect(takesPart(rule, { ...fits, education: 'high' })).toBe(false);
    expect(takesPart(rule, { ...fits, household: 'single' })).toBe(false);
  });

  it('selects a share of those who fit', () => {
    const selected = (persons: number, rule: Activity['for'], who: Who = {}) =>
      countLives(persons, takingPart, {}, { buddy: { for: rule } }, who);
    // 300 expected, standard deviation 14.5.
    expect(Math.abs(selected(1000, { sex: ['women'], share: 0.3 }, { sex: 'women' }) - 300)).toBeLessThan(58);
    expect(selected(50, { sex: ['women'], share: 0.3 }, { sex: 'men' })).toBe(0);
    expect(selected(50, { share: 1 })).toBe(50);
    expect(selected(50, { share: 0 })).toBe(0);
  });

  it('selects for each activity apart', () => {
    const half = { for: { share: 0.5 } };
    const both = countLives(
      400,
      (life) => life.measure('participation_share_one') + life.measure('participation_share_other') === 2,
      {},
      { one: half, other: half },
    );
    // A quarter: 100 expected, standard deviation 8.7.
    expect(Math.abs(both - 100)).toBeLessThan(4 * 8.7);
  });
});
