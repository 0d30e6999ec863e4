/** The arrival of a family: the life and the euros before and after it. Worked out by hand. */

import { describe, expect, it } from 'vitest';
import { type Life, live, WEEKS } from '../life.js';

type Settings = Readonly<Record<string, unknown>>;
const waiting = { reunification_pending: 'yes' };

/** A family that arrives in a month of everybody's. */
const family = (month: number, with_children = 0, partner_work = 1) => ({
  family: {
    median_arrival: { syria: month, eritrea: month, other: month },
    sigma: 0,
    with_children,
    partner_work,
  },
});

/** A life in which the household matters wherever it can. */
const busy: Settings = {
  'approach.course.opens': { housing: 'housed' },
  'approach.course.mean_wait': 2,
  'cohort.capacity.hours_per_week': 20,
  'cohort.capacity.children': 8,
  'cohort.capacity.reunification_pending': 5,
  'inburgering.course_hours': 12,
  'inburgering.course_months': 12,
  'inburgering.restart_months': 3,
  'income.work': 0.02,
  'income.partner_work': 0.7,
  'income.ratios.household': { single: 1.2, single_parent: 0.6, couple: 0.7, couple_with_children: 0.4 },
  'effects.dropout_family': 3,
  'effects.overload_dropout_per_hour': 1.1,
  'language.months_to': { basic: 12, exam_level: 12, higher: 12 },
  'language.sigma': 0.4,
  'language.overload_per_hour': 0.97,
};
const dance = { dance: { hours_per_week: 16, weeks: 24 * WEEKS } };
const lucks = [1, 2, 3];

const lifeOf = (settings: Settings, who: object, luck: number) =>
  live({ ...busy, ...settings }, dance, who, luck);

/** What happens in a life besides the household itself and its norm, in the order of time. */
const happenings = ({ events }: Life) =>
  events
    .filter(({ track }) => !['family', 'norm'].includes(track))
    .map(({ month, name, to }) => [name, to, month]);
const about = (life: Life) =>
  happenings(life).map(([name, to, month]) => [name, to, expect.closeTo(month as number, 5)]);

describe('a family that is waited for', () => {
  it('and never comes leaves the life of somebody who waits', () => {
    for (const who of [waiting, {}, { household: 'couple' }, { household: 'single_parent' }]) {
      const leaving = { 'inburgering.dropout': 0.5 };
      const never = lifeOf({ ...leaving, ...family(600) }, who, 1);
      expect(happenings(lifeOf(leaving, who, 1))).toEqual(about(never));
      expect(never.cost('family_bijstand')).toBe(0);
    }
  });

  it.each([
    ['couple', 0],
    ['couple_with_children', 1],
  ])('and comes at once leaves the life of a %s', (household, children) => {
    for (const luck of lucks) {
      const came = lifeOf(family(1e-9, children), waiting, luck);
      expect(came.month('family', household)).toBeCloseTo(0, 6);
      expect(happenings(lifeOf({}, { household }, luck))).toEqual(about(came));
    }
  });

  it('and comes in month 24 makes a couple then: half the norm for each', () => {
    const life = live(family(24), {}, waiting);
    expect(life.month('family', 'couple')).toBeCloseTo(24, 9);
    // A house in month 6; alone 1,400 a month, a couple 1,000 each, up to month 120.
    expect(life.cost('bijstand')).toBeCloseTo(18 * 1400 + 96 * 1000, 6);
    expect(life.cost('family_bijstand', 'municipality')).toBeCloseTo(96 * 1000, 6);
    expect(life.measure('bijstand_cost')).toBeCloseTo(18 * 1400 + 96 * 2000, 6);
    // Before the house there is no bijstand.
    const early = live(family(2), {}, waiting);
    expect(early.cost('bijstand')).toBeCloseTo(114 * 1000, 6);
    expect(early.cost('family_bijstand')).toBeCloseTo(114 * 1000, 6);
  });

  it.each([
    // 19 at the permit: 21 in month 24. Of 18 to 20 years 500 each, with children a fifth of 2,000 more for the two.
    [0, 500],
    [1, 500 + 400],
  ])('and comes with children (%d) to somebody of 19 brings %d euros a month up to 21', (children, young) => {
    const life = live(family(12, children), {}, { ...waiting, age: 19 });
    expect(life.month('norm', 'couple')).toBeCloseTo(24, 9);
    expect(life.cost('bijstand')).toBeCloseTo(18 * 500 + 96 * 1000, 6);
    expect(life.cost('family_bijstand')).toBeCloseTo(12 * young + 96 * 1000, 6);
  });

  it('and comes to somebody who shares a house makes a couple of half the norm each', () => {
    for (const age of [22, 40]) {
      const life = live({ ...family(24), 'cohort.sharing': 1 }, {}, { ...waiting, age });
      expect(life.month('norm', 'couple')).toBeCloseTo(24, 9);
      expect(life.cost('family_bijstand')).toBeCloseTo(96 * 1000, 6);
    }
  });

  it('costs its share beside part-time work, and nothing after bijstand', () => {
    const partTime = { 'income.part_time_work': 1e9, 'income.part_time_benefit': 0.4 };
    expect(live({ ...family(24), ...partTime }, {}, waiting).cost('family_bijstand')).toBeCloseTo(
      0.4 * 96 * 1000,
      4,
    );
    expect(live({ ...family(24), 'income.work': 1e9 }, {}, waiting).cost('family_bijstand')).toBe(0);
  });

  it('brings a new permit holder: social guidance by the state once, at the arrival', () => {
    const guided = { 'costs.social_guidance': 2370, discount_rate: 0.05 };
    const told = (settings: Settings, who: object) => {
      const life = live({ ...guided, ...settings }, {}, who);
      return [life.cost('family_social_guidance', 'state'), life.measure('family_arrived_share')];
    };
    for (const children of [0, 1]) expect(told(family(24, children), waiting)).toEqual([2370, 1]);
    // Two years after the permit, to which money is discounted; that of the person is paid with the house, half a year after it.
    const life = live({ ...guided, ...family(24) }, {}, waiting);
    expect(life.discounted('family_social_guidance')).toBeCloseTo(2370 / 1.05 ** 2, 6);
    expect(life.discounted('social_guidance')).toBeCloseTo(2370 / 1.05 ** 0.5, 6);
    expect(life.measure('programme_cost')).toBeCloseTo(2 * 2370, 6);
    // Not yet at the horizon; a couple that came together, each of whom is a person of the cohort.
    expect(told(family(121), waiting)).toEqual([0, 0]);
    expect(told(family(24), { household: 'couple' })).toEqual([0, 0]);
    // Without the section nobody arrives.
    expect(told({}, waiting)).toEqual([undefined, 0]);
  });

  it('costs nothing of a couple that came together', () => {
    for (const household of ['couple', 'couple_with_children']) {
      const life = live(family(24), {}, { household });
      expect(life.cost('family_bijstand')).toBe(0);
      expect(life.cost('bijstand')).toBeCloseTo(114 * 1000, 6);
    }
  });

  it('changes the chance of work from its arrival on', () => {
    const ratios = { single: 1, single_parent: 1, couple: 0.5, couple_with_children: 0.25 };
    const work = { 'income.work': 0.05, 'income.ratios.household': ratios };
    const budget = (live(work).month('income', 'work') - 6) * 0.05;
    // Six months at 0.05 spend 0.3, up to month 12.
    expect(budget).toBeGreaterThan(0.3);
    for (const [children, ratio] of [
      [0, 0.5],
      [1, 0.25],
    ] as const) {
      const month = live({ ...work, ...family(12, children) }, {}, waiting).month('income', 'work');
      expect(month).toBeCloseTo(12 + (budget - 0.3) / (0.05 * ratio), 6);
    }
  });

  it('ends leaving for the family on its arrival, unless children come', () => {
    // Of people who all wait half leaves within a year, for the family alone: ln 2 / 12 a month.
    const rate = Math.LN2 / 12;
    const settings = {
      'effects.dropout_reasons': { health: 0, family: 1, motivation: 0 },
      'effects.dropout_family': 3,
    };
    const left = (more: Settings) =>
      live({ ...settings, ...more }, { dance: { dropout: 0.5, weeks: 12 * WEEKS } }, waiting, 3).month(
        'dance',
        'dropped_out',
      );
    const budget = (left({}) - 6) * rate;
    expect(left(family(6.5, 1))).toBeCloseTo(6 + budget / rate, 6);
    expect(left(family(6.5, 0))).toBeCloseTo(6.5 + (budget - 0.5 * rate) / (rate / 3), 6);
  });

  it('brings a partner whose job ends the bijstand of both, with a ratio of its own', () => {
    // The person never finds work.
    const job = {
      'income.work': 0.2,
      'income.partner_work': 0.25,
      'income.ratios.age': { '18-24': 0, '25-34': 0, '35-44': 0, '45-54': 0, '55-64': 0 },
    };
    const partner = (settings: Settings, who: object) =>
      live({ ...job, ...settings }, {}, who).month('income', 'other');
    const budget = (partner({}, { household: 'couple' }) - 6) * 0.05;
    expect(partner(family(18, 0, 0.5), { household: 'couple' })).toBeCloseTo(6 + budget / 0.05, 6);
    expect(partner(family(18, 0, 0.5), waiting)).toBeCloseTo(18 + budget / 0.025, 6);
    expect(partner(family(600), waiting)).toBeNaN();
  });

  it('can be asked for', () => {
    const talk = { talk: { start: { when: { family: ['couple', 'couple_with_children'] } } } };
    expect(live(family(24), talk, waiting).month('talk', 'taking_part')).toBeCloseTo(24, 9);
    const wait = { talk: { start: { when: { family: 'waiting' } } } };
    expect(live(family(24), wait, waiting).month('talk', 'taking_part')).toBe(0);
    expect(live(family(24), wait).month('talk', 'taking_part')).toBeNaN();
  });
});
