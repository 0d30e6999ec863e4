/** Selection on prospects: who is chosen, how many, and what a neutral number leaves as it was. */

import { describe, expect, it } from 'vitest';
import { askedOnTheWay, linksOf, stepsTo } from '../../../src/domain/activities/begins-after.js';
import { eligibilityOf, standingOf, standingOnTheWay } from '../../../src/domain/activities/eligibility.js';
import { groupsSelected } from '../../../src/domain/activities/selected-groups.js';
import { selectionChance } from '../../../src/domain/activities/selection.js';
import { selectionShares } from '../../../src/domain/activities/selection-shares.js';
import { burdenGroups } from '../../../src/domain/attributes/burden.js';
import { attributeSampler, emptyAttributes, peopleOf } from '../../../src/domain/attributes/people.js';
import type { Activity, Approach, Scenario } from '../../../src/domain/schema/scenario.js';
import { lives, scenarioOf } from '../life.js';

type Asked = NonNullable<Activity['for']>;
const of = 'cohort.composition.syria';

/** Half of low and half of high education, a quarter with complaints; ratios 1 and 2 on work, half of that with complaints. */
const mixed = {
  [`${of}.education`]: { low_literate: 0, low: 0.5, middle: 0, high: 0.5 },
  [`${of}.mental_health_complaints`]: 0.25,
  'income.ratios.education': { low_literate: 1, low: 1, middle: 1, high: 2 },
  'income.ratios.mental_health': 0.5,
};

/** Chances of being selected: low and high, without complaints and with. */
function chancesIn(scenario: Scenario, who: Asked): number[] {
  const people = peopleOf(scenario);
  const chance = selectionChance(scenario, people, who);
  return ['low', 'high'].flatMap((education) =>
    [0, 1].map((complaints) => {
      const { codes } = emptyAttributes(people);
      codes[people.at('education')] = ['low_literate', 'low', 'middle', 'high'].indexOf(education);
      codes[people.at('mental_health_complaints')] = complaints;
      codes[people.at('age')] = 1;
      return chance(codes);
    }),
  );
}

const on = (accuracy: number) => ({ on: 'prospects', accuracy }) as const;

describe('selection on prospects', () => {
  const scenario = scenarioOf(mixed);

  // Prospects 2 (high without: 3/8 of the people), 1 (low without, 3/8; high with, 1/8), 1/2 (low with, 1/8).
  it.each([
    // A quarter: two thirds of the best.
    [0.25, 1, [0, 0, 2 / 3, 0]],
    // A half: all of the best, and of the half of the people with 1 a quarter (1/8 of 1/2).
    [0.5, 1, [0.25, 0, 1, 0.25]],
    // Nine tenths: of the last eighth, the 1/40 that is left.
    [0.9, 1, [1, 0.2, 1, 1]],
    // Six tenths of the above and four tenths of one half.
    [0.5, 0.6, [0.35, 0.2, 0.8, 0.35]],
    [0.3, 0, [0.3, 0.3, 0.3, 0.3]],
  ])('a share of %f, seen with accuracy %f', (share, accuracy, expected) => {
    const chances = chancesIn(scenario, { share, selection: on(accuracy) });
    chances.forEach((chance, i) => {
      expect(chance).toBeCloseTo(expected[i]!, 12);
    });
    const [lowWell, low, highWell, high] = chances as [number, number, number, number];
    expect((3 / 8) * (lowWell + highWell) + (1 / 8) * (low + high)).toBeCloseTo(share, 12);
  });

  it('ranks only those who fit', () => {
    // Without complaints, half have 2 and half 1: a quarter is half of the best.
    const chances = chancesIn(scenario, {
      mental_health_complaints: false,
      share: 0.25,
      selection: on(1),
    });
    expect([chances[0], chances[2]]).toEqual([0, 0.5]);
    // A third of those with complaints fits. 2: 9 of 20, 1: 9 + 1 of 20, 1/2: 1 of 20. Of 18 of 20, nine are of 1: nine tenths.
    const third = chancesIn(scenario, {
      part_of: { mental_health_complaints: { yes: 1 / 3 } },
      share: 0.9,
      selection: on(1),
    });
    expect(third[1]).toBeCloseTo(0, 12);
    expect(third[0]).toBeCloseTo(0.9, 12);
  });

  it('sees motivation, which differs between people of the same attributes', () => {
    const half = scenarioOf({ 'cohort.motivation': { share: 0.5, ratio: 3 } });
    const people = peopleOf(half);
    const chance = selectionChance(half, people, { share: 0.5, selection: on(1) });
    const { codes } = emptyAttributes(people);
    codes[people.at('age')] = 1;
    expect(
      [0, 1].map((yes) => chance(Object.assign(codes.slice(), { [people.at('motivated')]: yes }))),
    ).toEqual([0, 1]);
  });

  it('chooses the same people at random with accuracy 0 as without selection, and by share of the others', () => {
    const draw = attributeSampler(scenario);
    const people = peopleOf(scenario);
    const person = emptyAttributes(people);
    const plain = eligibilityOf(scenario, 'buddy', { for: { share: 0.4 } });
    const blind = eligibilityOf(scenario, 'buddy', { for: { share: 0.4, selection: on(0) } });
    const parts = standingOf(scenario, 'buddy', {
      for: { part_of: { mental_health_complaints: { yes: 0.5, no: 1 } }, share: 0.5 },
    });
    const standings = [0, 0, 0];
    for (let i = 0; i < 4000; i++) {
      draw(person, i, 3);
      expect(blind(person, i, 3)).toBe(plain(person, i, 3));
      standings[parts(person, i, 3)]! += 1;
    }
    // An eighth does not fit; of the others half.
    expect(standings[0]! / 4000).toBeCloseTo(1 / 8, 1);
    expect(standings[2]! / (standings[1]! + standings[2]!)).toBeCloseTo(0.5, 1);
  });

  it('weighs those who leave by who was selected', () => {
    const candidates = (who: Asked) => ({ for: who, attributes: peopleOf(scenario).attributes });
    const unwell = (who: Asked) =>
      groupsSelected(scenario, candidates(who)).reduce(
        (sum, { weight, complaints }) => sum + weight * complaints,
        0,
      );
    // Of the half that is selected, 1/8 x 1/4 have complaints.
    expect(unwell({ share: 0.5, selection: on(1) })).toBeCloseTo(1 / 16, 12);
    // A third of a quarter, of 20/24.
    expect(unwell({ part_of: { mental_health_complaints: { yes: 1 / 3 } } })).toBeCloseTo(0.1, 12);
    const random = candidates({ share: 0.5, selection: on(0) });
    expect(groupsSelected(scenario, random)).toEqual(burdenGroups(scenario, random));
  });
});

describe('the shares that are selected', () => {
  it('by subgroup follow from the composition', () => {
    const scenario = scenarioOf(mixed);
    const who = { part_of: { mental_health_complaints: { yes: 1 / 3 } }, share: 0.5, selection: on(1) };
    const shares = selectionShares(scenario, [{ for: who, selected: true }]);
    const of = (attribute: string, value: string) =>
      shares.find((share) => share.attribute === attribute && share.value === value)!;
    // Of 20/24 that fit, 10/24 are selected: the 9/24 with prospect 2, and of the 10/24 with 1 a tenth.
    expect(of('education', 'high').ofCohort).toBeCloseTo(0.5, 12);
    // 9/24 + a tenth of 1/24, of 12/24.
    expect(of('education', 'high').selected).toBeCloseTo(9.1 / 12, 12);
    expect(of('education', 'low').selected).toBeCloseTo(0.9 / 12, 12);
    expect(of('education', 'low').eligible).toBeCloseTo(10 / 12, 12);
    expect(of('mental_health_complaints', 'yes').eligible).toBeCloseTo(1 / 3, 12);
    expect(of('mental_health_complaints', 'yes').selected).toBeCloseTo(0.1 / 6, 12);
    expect(of('sex', 'men').selected).toBeCloseTo(10 / 24, 12);
    expect(of('sex', 'women').selected).toBeNaN();
  });
});

describe('motivation', () => {
  // From housing at month 6 on, 0.1 a month.
  const settings = { 'income.work': 0.1, 'income.in_centre': 0 };
  const months = (more: object) =>
    lives(12, { ...settings, ...more }, {}).map((life) => life.month('income', 'work'));

  it('of ratio 1 leaves every life as it is', () => {
    expect(months({ 'cohort.motivation': { share: 0.3, ratio: 1 } })).toEqual(months({}));
  });

  it('multiplies the hazard of work by its ratio over the mean', () => {
    // Mean 1 + 0.25 x 2 = 1.5: the motivated have 2, the others 2/3.
    const motivated = { share: 0.25, ratio: 3 };
    const found = lives(12, { ...settings, 'cohort.motivation': motivated });
    const plain = months({});
    found.forEach((life, i) => {
      const { codes } = life.attributes;
      const ratio = codes.at(-1) === 1 ? 2 : 2 / 3;
      if (Number.isNaN(plain[i]!)) return;
      // The same integrated hazard is reached in the time over the ratio.
      expect(life.month('income', 'work') - 6).toBeCloseTo((plain[i]! - 6) / ratio, 6);
    });
    expect(found.some(({ attributes }) => attributes.codes.at(-1) === 1)).toBe(true);
  });
});

describe('an activity that begins after another', () => {
  const activity = (when: object, more: object = {}) => ({ start: { when }, ...more }) as unknown as Activity;
  const approach = {
    activities: {
      coach: activity({ housing: 'housed' }, { for: { education: ['high'], share: 0.4 } }),
      course: activity({ coach: 'taking_part' }),
      extra: activity(
        { all: [{ any: [{ course: 'finished' }, { course: ['dropped_out'] }] }, { language: 'basic' }] },
        { for: { share: 0.5 } },
      ),
      other: activity({ coach: 'not_eligible', not: { extra: 'taking_part' } }, { for: { share: 0.5 } }),
      open: activity({
        coach: ['waiting', 'taking_part'],
        any: [{ course: 'finished' }, { other: 'finished' }, { course: 'dropped_out' }],
      }),
      narrow: activity({
        all: [{ course: ['taking_part', 'finished'] }, { course: ['waiting', 'taking_part'] }],
      }),
      loose: activity({ coach: ['not_eligible', 'taking_part'] }),
    },
  };

  it('is for those who take part in that one, and in what that one begins after; or for those who do not', () => {
    const steps = (name: string) =>
      stepsTo(approach, name).map(({ activity: of, selected }) => `${selected ? '' : 'not '}${of}`);
    expect(steps('course')).toEqual(['coach', 'course']);
    expect(steps('extra')).toEqual(['coach', 'course', 'extra']);
    expect(steps('other')).toEqual(['not coach', 'other']);
    expect(steps('open')).toEqual(['open']);
    expect(steps('narrow')).toEqual(['coach', 'course', 'narrow']);
    expect(steps('loose')).toEqual(['loose']);
    expect(linksOf(approach, 'extra')).toEqual([
      { activity: 'course', states: ['finished', 'dropped_out'], begun: true },
    ]);
  });

  it('ends where two begin after each other, so that nobody begins either', () => {
    const following = (name: string) => ({ start: { when: { [name]: 'finished' } } });
    expect(stepsTo({ activities: { one: following('two'), two: following('one') } }, 'one')).toEqual([
      { activity: 'two', selected: true },
      { activity: 'one', selected: true },
    ]);
  });

  it('selects of the candidates of that one', () => {
    const scenario = scenarioOf(mixed);
    const shareOf = (name: string, education: string) => {
      const shares = selectionShares(scenario, askedOnTheWay(approach, name));
      return shares.find(({ attribute, value }) => attribute === 'education' && value === education)!;
    };
    // Half of four tenths of the highly educated; of the others, half of everybody.
    expect(shareOf('extra', 'high')).toMatchObject({ eligible: 1, selected: 0.2 });
    expect(shareOf('extra', 'low')).toMatchObject({ eligible: 0, selected: 0 });
    // Six tenths are left by the coach, though they fit it too.
    expect(shareOf('other', 'high').eligible).toBeCloseTo(0.6, 12);
    expect(shareOf('other', 'high').selected).toBeCloseTo(0.3, 12);
    expect(shareOf('other', 'low').selected).toBe(0.5);
  });

  it('counts an age that both ask for once', () => {
    const young = { for: { age: { from: 18, to: 29 } } };
    const scenario = scenarioOf(mixed);
    const steps = [young, { for: { age: { from: 20, to: 29 } } }].map((who) => ({ ...who, selected: true }));
    const eligible = (asked: typeof steps) => selectionShares(scenario, asked).map((share) => share.eligible);
    expect(eligible(steps)).toEqual(eligible(steps.slice(0, 1)));
    expect(eligible(steps).some((share) => share > 0 && share < 1)).toBe(true);
    // Whoever is 25 at the permit is too old for the second.
    const second = { for: { age: { from: 18, to: 24 } }, selected: true };
    expect(eligible([steps[0]!, second])).toEqual(eligible([second]));
    expect(eligible([second])).not.toEqual(eligible(steps));
  });

  it('finds the same people one by one', () => {
    const scenario = scenarioOf(mixed);
    const draw = attributeSampler(scenario);
    const person = emptyAttributes(peopleOf(scenario));
    const standing = standingOnTheWay(scenario, approach as unknown as Approach, 'extra');
    const own = standingOf(scenario, 'extra', approach.activities.extra);
    const coach = standingOf(scenario, 'coach', approach.activities.coach);
    const counts = [0, 0, 0];
    for (let i = 0; i < 2000; i++) {
      draw(person, i, 3);
      expect(standing(person, i, 3)).toBe(Math.min(own(person, i, 3), coach(person, i, 3)));
      counts[standing(person, i, 3)]! += 1;
    }
    // Half is not highly educated; of the others a fifth is selected.
    expect(counts[0]! / 2000).toBeCloseTo(0.5, 1);
    expect(counts[2]! / 2000).toBeCloseTo(0.1, 1);
    // The other one has all whom the coach does not take: those passed over as well as those it does not suit.
    const other = standingOnTheWay(scenario, approach as unknown as Approach, 'other');
    const drawn = standingOf(scenario, 'other', approach.activities.other);
    const [none, , taken] = [0, 1, 2];
    const seen = new Set<number>();
    for (let i = 0; i < 200; i++) {
      draw(person, i, 3);
      const byCoach = coach(person, i, 3);
      seen.add(byCoach);
      expect(other(person, i, 3)).toBe(byCoach === taken ? none : drawn(person, i, 3));
    }
    expect(seen.size).toBe(3);
  });
});
