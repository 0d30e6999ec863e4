/** What there is on offer: later starts, other costs, employers that are not found, hours that suit people with children. */

import { describe, expect, it } from 'vitest';
import { withOffers } from '../../../src/domain/activities/offers.js';
import { regimeOf } from '../../../src/domain/regimes/find.js';
import { live, lives, scenarioOf, WEEKS } from '../life.js';

const offered = (offers: object, settings: object = {}) => ({ ...settings, 'approach.offers': offers });

/** Housed at month 6; the activity takes 12 months. */
const helped = (more: object = {}) => ({
  help: {
    bought_in: true,
    acts_on: ['work'],
    costs: [
      { payer: 'municipality', per_participant: 300, per_month: 50 },
      { payer: 'state', per_month: 10 },
    ],
    ...more,
  },
});

describe('offers', () => {
  it('let what is bought in begin later, on top of its own delay', () => {
    const wait = offered({ wait_weeks: 3 * WEEKS });
    const delay = { start: { when: { housing: 'housed' }, delay_weeks: 2 * WEEKS } };
    expect(live(wait, helped()).month('help', 'taking_part')).toBeCloseTo(9, 9);
    expect(live(wait, helped(delay)).month('help', 'taking_part')).toBeCloseTo(11, 9);
    expect(live(wait, helped({ bought_in: false })).month('help', 'taking_part')).toBeCloseTo(6, 9);
    expect(live(offered({ wait_weeks: 0 }), helped()).month('help', 'taking_part')).toBeCloseTo(6, 9);
  });

  it('add the weeks to the mean wait for the course', () => {
    const scenario = scenarioOf(offered({ wait_weeks: 3 * WEEKS }, { 'approach.course.mean_wait': 2 }));
    const { course } = withOffers(regimeOf(scenario), scenario.approaches.only!) as unknown as {
      course: { mean_wait: number };
    };
    expect(course.mean_wait).toBeCloseTo(5, 12);
    // Of a mean wait of 4, somebody who begins after x begins after x times 10 / 4 where it is 10.
    const opens = { 'approach.course.opens': { housing: 'housed' }, 'approach.course.mean_wait': 4 };
    const [early, late] = [opens, offered({ wait_weeks: 6 * WEEKS }, opens)].map((settings) =>
      live(settings).month('inburgering', 'in_course'),
    );
    expect((late! - 6) / (early! - 6)).toBeCloseTo(10 / 4, 6);
  });

  it('multiply the costs of what is bought in', () => {
    const pooled = live(offered({ cost_ratio: 0.8 }), helped());
    // 0.8 x (300 + 12 x 50) and 0.8 x 12 x 10.
    expect(pooled.cost('help', 'municipality')).toBeCloseTo(720, 6);
    expect(pooled.cost('help', 'state')).toBeCloseTo(96, 6);
    const own = live(offered({ cost_ratio: 0.8 }), helped({ bought_in: false }));
    expect(own.cost('help', 'municipality')).toBeCloseTo(900, 6);
  });

  it('take the effect on work down to what employers are found for', () => {
    const led = { outflow: { work: 0.8, education: 0.1 } };
    const half = withOffers(
      regimeOf({ regime: 'wi2013' }),
      scenarioOf(offered({ placement: 0.5 }), helped(led)).approaches.only!,
    );
    expect(half.activities.help!.outflow).toEqual({ work: 0.4, education: 0.1 });
    const settings = { 'income.work': 0.02, 'income.in_centre': 0, 'effects.work_men': 4 };
    const months = (offers: object) =>
      lives(6, offered(offers, settings), helped({ weeks: 120 * WEEKS, continues_in_work: true })).map(
        (life) => life.month('income', 'work') - 6,
      );
    const all = months({});
    expect(months({ placement: 1 })).toEqual(all);
    // 4 to the power of a half is 2: the same integrated hazard takes twice as long; to the power of 0, four times.
    const found = all.filter((month) => month * 4 < 114);
    expect(found.length).toBeGreaterThan(1);
    for (const [placement, times] of [
      [0.5, 2],
      [0, 4],
    ] as const) {
      const slower = months({ placement });
      all.forEach((month, i) => {
        if (month * 4 < 114) expect(slower[i]! / month).toBeCloseTo(times, 6);
      });
    }
  });

  it('take what leads to education down to those whom a school takes', () => {
    const led = { outflow: { work: 0.2, education: 0.8 } };
    const half = withOffers(
      regimeOf({ regime: 'wi2013' }),
      scenarioOf(offered({ school_places: 0.5 }), helped(led)).approaches.only!,
    );
    expect(half.activities.help!.outflow).toEqual({ work: 0.2, education: 0.4 });
    // Everybody goes on to school at month 18, or half of them: the others stay where those stay whom nothing leads on.
    const ends = (offers: object) =>
      lives(200, offered(offers), helped({ acts_on: [], outflow: { education: 1 } })).map((life) => [
        Math.round(life.month('income', 'education')),
        Math.round(life.month('help', 'finished')),
      ]);
    const among = (people: number[][], school: number) =>
      people.filter(([month]) => Object.is(month, school)).length;
    expect(among(ends({}), 18)).toBe(200);
    expect(ends({ school_places: 1 })).toEqual(ends({}));
    const some = ends({ school_places: 0.5 });
    // 100, with a standard error of 7.
    expect(Math.abs(among(some, 18) - 100)).toBeLessThan(22);
    expect(among(some, 18) + among(some, Number.NaN)).toBe(200);
    expect(some.every(([, finished]) => finished === 18)).toBe(true);
    expect(ends({ school_places: 0 })).toEqual(
      lives(200, offered({}), helped({ acts_on: [] })).map(() => [Number.NaN, 18]),
    );
  });

  it('take the effect on education down, on its logarithm, to what schools are found for', () => {
    const settings = { 'income.education': 0.02, 'income.in_centre': 0, 'effects.education': 4 };
    const months = (offers: object) =>
      lives(
        6,
        offered(offers, settings),
        helped({ acts_on: ['education'], weeks: 120 * WEEKS, continues_in_work: true }),
      ).map((life) => life.month('income', 'education') - 6);
    const all = months({});
    expect(months({ school_places: 1 })).toEqual(all);
    const found = all.filter((month) => month * 4 < 114);
    expect(found.length).toBeGreaterThan(1);
    for (const [places, times] of [
      [0.5, 2],
      [0, 4],
    ] as const) {
      const slower = months({ school_places: places });
      all.forEach((month, i) => {
        if (month * 4 < 114) expect(slower[i]! / month).toBeCloseTo(times, 6);
      });
    }
  });

  it('give people with children their hours back, and no more leaving for the family than suits', () => {
    // 80 hours of capacity, 30 of them for the children; an activity of 60 hours is 10 too many.
    const settings = {
      'cohort.capacity.hours_per_week': 80,
      'cohort.capacity.children': 30,
      'effects.overload_dropout_per_hour': 1.1,
      'effects.dropout_family': 5,
      'effects.dropout_reasons': { health: 0, family: 1, motivation: 0 },
    };
    const mother = { household: 'single_parent' };
    const leaves = (offers: object) => {
      const activity = { hours_per_week: 60, dropout: 0.99, weeks: 114 * WEEKS };
      const life = live(offered(offers, settings), { help: activity }, mother, 3);
      return life.month('help', 'dropped_out') - 6;
    };
    const [none, half, all] = [{}, { outside_school_hours: 0.5 }, { outside_school_hours: 1 }].map(leaves);
    expect(leaves({ outside_school_hours: 0 })).toBe(none);
    // Half of them gives 15 hours back, and so none too many: 1.1^10 less; of the ratio 5, 1 + 4/2 = 3 is left.
    expect(half! / none!).toBeCloseTo((1.1 ** 10 * 5) / 3, 6);
    expect(all! / none!).toBeCloseTo(1.1 ** 10 * 5, 6);
    // Children cost 30 of 20 hours: half of them back leaves 20 - 30 + 15 = 5, and 6 hours are 1 too many instead of 6.
    const tired = { ...settings, 'cohort.capacity.hours_per_week': 20 };
    const [before, after] = [{}, { outside_school_hours: 0.5 }].map((offers) => {
      const activity = { hours_per_week: 6, dropout: 0.9, weeks: 114 * WEEKS };
      return live(offered(offers, tired), { help: activity }, mother, 3).month('help', 'dropped_out') - 6;
    });
    expect(after! / before!).toBeCloseTo((1.1 ** 5 * 5) / 3, 6);
    // So it is where the household is that of the moment.
    const family = {
      median_arrival: { syria: 99, eritrea: 99, other: 99 },
      sigma: 0,
      with_children: 0,
      partner_work: 1,
    };
    const activity = { hours_per_week: 6, dropout: 0.9, weeks: 114 * WEEKS };
    const now = live(
      offered({ outside_school_hours: 0.5 }, { ...tired, family }),
      { help: activity },
      mother,
      3,
    );
    expect(now.month('help', 'dropped_out') - 6).toBeCloseTo(after!, 9);
    // Nobody without children is concerned.
    const single = (offers: object) =>
      live(offered(offers, settings), { help: { dropout: 0.5 } }).month('help', 'dropped_out');
    expect(single({ outside_school_hours: 1 })).toEqual(single({}));
  });
});
