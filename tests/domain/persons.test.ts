/** Persons as the composition says; and what their burdens do to leaving a course. */

import { describe, expect, it } from 'vitest';
import { ageBands } from '../../src/domain/attributes/age.js';
import { educationLevels } from '../../src/domain/attributes/education.js';
import { householdNames as households } from '../../src/domain/attributes/household.js';
import { attributeSampler, emptyAttributes } from '../../src/domain/attributes/people.js';
import type { Attributes } from '../../src/domain/attributes/person.js';
import { defaultProfile, people } from '../shipped.js';
import { type Life, lives, scenarioOf } from './life.js';

type Settings = Readonly<Record<string, unknown>>;

function persons(count: number, settings: Settings): Attributes[] {
  const draw = attributeSampler(scenarioOf(settings));
  return Array.from({ length: count }, (_, i) => {
    const person = emptyAttributes(people);
    draw(person, i, 7);
    return person;
  });
}

const has = (name: string, value: string) => (person: Attributes) =>
  people.attributes[people.at(name)]!.values[person.codes[people.at(name)]!] === value;

/** Holds a share of persons within four standard deviations. */
function expectShare(
  some: readonly Attributes[],
  test: (person: Attributes) => boolean,
  share: number,
): void {
  const found = some.filter(test).length;
  const off = Math.abs(found - some.length * share);
  expect([found, off <= 4 * Math.sqrt(some.length * share * (1 - share)) + 1e-9]).toEqual([found, true]);
}

const profile = (share: number, more: object) => ({
  ...defaultProfile,
  share,
  men: 0.6,
  age: { '18-24': 0.3, '25-34': 0.1, '35-44': 0.2, '45-54': 0.15, '55-64': 0.25 },
  education: { low_literate: 0.1, low: 0.2, middle: 0.3, high: 0.4 },
  household: { single: 0.4, single_parent: 0.1, couple: 0.2, couple_with_children: 0.3 },
  reunification_pending: 0.25,
  mental_health_complaints: 0.35,
  ...more,
});
const composition = {
  syria: profile(0.5, {}),
  eritrea: profile(0.2, { men: 0.9, mental_health_complaints: 0.1 }),
  other: profile(0.3, { household: { single: 0, single_parent: 0, couple: 1, couple_with_children: 0 } }),
};

describe('persons', () => {
  const everybody = () =>
    persons(6000, {
      'cohort.composition': composition,
      'language.known': { syria: 0, eritrea: 0.3, other: 0.6 },
      'income.no_bijstand': { syria: 0.1, eritrea: 0, other: 0.5 },
      'inburgering.exempt_at_term': { low_literate: 0.8, low: 0.1, middle: 0.3, high: 0 },
      'inburgering.fined': 0.45,
      'cohort.never_leaving': 0.15,
    });
  const from = (all: readonly Attributes[]) => (origin: string) => all.filter(has('origin', origin));

  it('have the origins, and within each the shares that it states', () => {
    const all = everybody();
    const of = from(all);
    expectShare(all, has('origin', 'syria'), 0.5);
    expectShare(all, has('origin', 'eritrea'), 0.2);
    expectShare(of('syria'), has('sex', 'men'), 0.6);
    expectShare(of('eritrea'), has('sex', 'men'), 0.9);
    for (const band of ageBands) expectShare(of('syria'), has('age', band), composition.syria.age[band]);
    for (const level of educationLevels)
      expectShare(all, has('education', level), composition.syria.education[level]);
    for (const name of households)
      expectShare(of('syria'), has('household', name), composition.syria.household[name]);
    expectShare(of('other'), has('household', 'couple'), 1);
    expectShare(of('syria'), has('mental_health_complaints', 'yes'), 0.35);
    expectShare(of('eritrea'), has('mental_health_complaints', 'yes'), 0.1);
  });

  it('have what hangs on origin or education, and what does not', () => {
    const all = everybody();
    const of = from(all);
    for (const [origin, known, none] of [
      ['syria', 0, 0.1],
      ['eritrea', 0.3, 0],
      ['other', 0.6, 0.5],
    ] as const) {
      expectShare(of(origin), has('knows_language', 'yes'), known);
      expectShare(of(origin), has('no_bijstand', 'yes'), none);
      expectShare(of(origin), has('fined', 'yes'), 0.45);
      expectShare(of(origin), has('never_leaving', 'yes'), 0.15);
    }
    for (const [level, share] of [
      ['low_literate', 0.8],
      ['low', 0.1],
      ['middle', 0.3],
      ['high', 0],
    ] as const) {
      expectShare(all.filter(has('education', level)), has('exempt_at_term', 'yes'), share);
    }
  });

  it('wait for a family only where they are alone', () => {
    const all = everybody();
    const of = from(all);
    expectShare(of('syria').filter(has('household', 'single')), has('reunification_pending', 'yes'), 0.25);
    for (const name of households.slice(1)) {
      expectShare(all.filter(has('household', name)), has('reunification_pending', 'yes'), 0);
    }
  });

  it('have ages spread over their band', () => {
    const all = everybody();
    for (const band of ageBands) {
      const [from, to] = band.split('-').map(Number) as [number, number];
      const inBand = all.filter(has('age', band));
      const ages = inBand.map(({ ageYears }) => Math.floor(ageYears));
      expect([Math.min(...ages), Math.max(...ages)]).toEqual([from, to]);
      expectShare(inBand, ({ ageYears }) => Math.floor(ageYears) === from, 1 / (to - from + 1));
    }
  });

  it('draw one attribute whatever the others', () => {
    const all = everybody();
    const of = from(all);
    expectShare(all.filter(has('fined', 'yes')), has('never_leaving', 'yes'), 0.15);
    expectShare(of('syria').filter(has('sex', 'men')), has('mental_health_complaints', 'yes'), 0.35);
    const names = people.attributes.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('are the same whatever the shares add up to', () => {
    const doubled = {
      ...composition.syria.household,
      single: 0.8,
      single_parent: 0.2,
      couple: 0.4,
      couple_with_children: 0.6,
    };
    const settings = {
      'cohort.composition': { ...composition, syria: profile(0.5, { household: doubled }) },
    };
    const codes = (some: readonly Attributes[]) => some.map((person) => person.codes[people.at('household')]);
    expect(codes(persons(300, settings))).toEqual(codes(persons(300, { 'cohort.composition': composition })));
  });
});

describe('capacity', () => {
  const capacity = {
    hours_per_week: 30,
    spread: 0,
    children: 5,
    mental_health: 7,
    reunification_pending: 11,
  };
  const settings = { 'cohort.composition': composition, 'cohort.capacity': capacity };

  it('is lower by each burden', () => {
    for (const person of persons(400, settings)) {
      const children =
        has('household', 'single_parent')(person) || has('household', 'couple_with_children')(person);
      const burden =
        (children ? 5 : 0) +
        (has('mental_health_complaints', 'yes')(person) ? 7 : 0) +
        (has('reunification_pending', 'yes')(person) ? 11 : 0);
      expect(person.capacityHours).toBe(30 - burden);
    }
  });

  it('is never below nothing', () => {
    const little = { ...settings, 'cohort.capacity': { ...capacity, hours_per_week: 6 } };
    const hours = persons(400, little).map(({ capacityHours }) => capacityHours);
    expect(new Set(hours)).toEqual(new Set([6, 1, 0]));
  });

  it('is spread normally about its mean', () => {
    const wide = { 'cohort.capacity': { ...capacity, hours_per_week: 100, spread: 4 } };
    const hours = persons(4000, wide).map(({ capacityHours }) => capacityHours);
    const mean = hours.reduce((sum, value) => sum + value, 0) / 4000;
    const variance = hours.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 3999;
    expect(Math.abs(mean - 100)).toBeLessThan((4 * 4) / Math.sqrt(4000));
    expect(Math.abs(variance / 16 - 1)).toBeLessThan(4 * Math.sqrt(2 / 4000));
    // 2.28 % beyond two standard deviations on either side.
    for (const side of [-1, 1]) {
      const beyond = hours.filter((value) => side * (value - 100) > 8).length;
      expect(Math.abs(beyond - 91)).toBeLessThan(4 * 9.5);
    }
  });
});

describe('permits', () => {
  it('are given evenly over the months of the inflow', () => {
    const some = persons(2000, { 'cohort.first_permit': '2015-04-01', 'cohort.inflow_months': 12 });
    const months = some.map(({ permitMonth }) => permitMonth);
    // 1 April is three months after the first of January.
    expect(Math.min(...months)).toBeGreaterThanOrEqual(3);
    expect(Math.max(...months)).toBeLessThan(15);
    for (const quarter of [1, 2, 3])
      expectShare(some, ({ permitMonth }) => permitMonth < 3 + 3 * quarter, quarter / 4);
    expect(persons(3, {}).map(({ permitMonth }) => permitMonth)).toEqual([0, 0, 0]);
  });
});

describe('burdens and leaving early', () => {
  /** Lives in an activity that many leave; half of the people have the burden. */
  function oddsRatio(
    reason: string,
    settings: Settings,
    isBurdened: (person: Attributes) => boolean,
  ): number {
    const some = lives(
      3000,
      {
        'effects.dropout_reasons': { health: 1 / 3, family: 1 / 3, motivation: 1 / 3 },
        horizon_years: 2,
        ...settings,
      },
      { buddy: { dropout: 0.8 } },
    );
    const left = (people: readonly Life[], of: string) =>
      people.filter((life) => life.measure(`dropout_share_for_${of}`) === 1).length;
    const burdened = some.filter(({ attributes }) => isBurdened(attributes));
    const others = some.filter(({ attributes }) => !isBurdened(attributes));
    // Of competing constant hazards those who leave for two reasons are in the ratio of the hazards.
    return (
      left(burdened, reason) /
      left(burdened, 'motivation') /
      (left(others, reason) / left(others, 'motivation'))
    );
  }
  const half = (first: string, second: string) =>
    Object.fromEntries(households.map((name) => [name, name === first || name === second ? 0.5 : 0]));
  const syria = 'cohort.composition.syria';
  const ill = { [`${syria}.mental_health_complaints`]: 0.5, 'effects.dropout_health': 4 };
  const family = { 'effects.dropout_family': 4 };

  it.each([
    ['health', 4, ill, has('mental_health_complaints', 'yes')],
    ['family', 1, ill, has('mental_health_complaints', 'yes')],
    [
      'family',
      4,
      { ...family, [`${syria}.household`]: half('single', 'single_parent') },
      has('household', 'single_parent'),
    ],
    [
      'family',
      4,
      { ...family, [`${syria}.household`]: half('couple', 'couple_with_children') },
      has('household', 'couple_with_children'),
    ],
    [
      'family',
      4,
      { ...family, [`${syria}.reunification_pending`]: 0.5 },
      has('reunification_pending', 'yes'),
    ],
    [
      'health',
      1,
      { ...family, [`${syria}.reunification_pending`]: 0.5 },
      has('reunification_pending', 'yes'),
    ],
    [
      'family',
      1,
      { ...family, [`${syria}.household`]: half('single', 'couple') },
      has('household', 'couple'),
    ],
  ])('%s: %i times as often', (reason, ratio, settings, isBurdened) => {
    const found = oddsRatio(reason, settings, isBurdened);
    // Some 300 leavers a reason and group: the logarithm's standard deviation is about 0.12.
    expect(Math.abs(Math.log(found / ratio))).toBeLessThan(0.5);
  });
});
