/** Activities of one kind that run at once. Worked out by hand. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../src/domain/schema/scenario.js';
import { live, WEEKS } from '../life.js';
import { type Activities, between, coach, help, kinds, ratioAt, type Settings, strong } from './helped.js';

describe('activities of one kind that run at once', () => {
  it('act by their hours together, up to the whole effect', () => {
    for (const [hours, ratio] of [
      [[2, 2], 4],
      [[1, 2, 3], 8],
      [[4, 4], 16],
      [[6, 6], 16],
      [[2, 0], 2],
    ] as const) {
      const parts = hours.map((each, i) => [`rest${i}`, help(each)] as const);
      expect(ratioAt(7, strong, Object.fromEntries(parts))).toBeCloseTo(ratio, 3);
      expect(ratioAt(7, strong, Object.fromEntries(parts), { sex: 'women' })).toBeCloseTo(
        ratio ** (Math.log(81) / Math.log(16)),
        2,
      );
    }
  });

  it('count for what runs: more when one begins, and fading to the other when it ends', () => {
    // Four hours from month 6 to 36, beside two more from month 12 to 18.
    const parts = { long: help(4, { weeks: 30 * WEEKS }), short: help(2, between(12, 6)) };
    expect(ratioAt(11, strong, parts)).toBeCloseTo(4, 3);
    expect(ratioAt(13, strong, parts)).toBeCloseTo(8, 3);
    // The logarithm falls by a twelfth of that of 8 a month, to that of 4 at month 22.
    expect(ratioAt(20, strong, parts)).toBeCloseTo(8 ** (10 / 12), 3);
    expect(ratioAt(23, strong, parts)).toBeCloseTo(4, 3);
    expect(ratioAt(42, strong, parts)).toBeCloseTo(2, 3);
  });

  it('count against the largest of other kinds', () => {
    const parts = { one: help(2), two: help(2) };
    expect(ratioAt(7, strong, { ...parts, other: coach(3) })).toBeCloseTo(4, 3);
    expect(ratioAt(7, strong, { ...parts, other: coach(6) })).toBeCloseTo(8, 3);
    expect(ratioAt(7, strong, { other: coach(6), one: help(4), two: help(4) })).toBeCloseTo(16, 3);
    // As large in one, in both, and in what stands between them.
    const whole = { one: help(8), other: coach(8), two: help(8) };
    expect(ratioAt(7, strong, whole)).toBeCloseTo(16, 3);
    // Five hours of one kind, six of the other.
    const four = { a: help(4), b: coach(3), c: help(1), d: coach(3) };
    expect(ratioAt(7, strong, four)).toBeCloseTo(8, 3);
  });

  it('give exactly what one of all their hours gives', () => {
    const settings = {
      ...strong,
      kinds,
      'income.work': 0.01,
      'income.education': 0.01,
      'income.part_time_work': 0.02,
      'approach.course.opens': { housing: 'housed' },
      'approach.course.mean_wait': 2,
      'language.months_to': { basic: 6, exam_level: 8, higher: 600 },
      'inburgering.exam_wait': 4,
      'inburgering.dropout': 0.5,
      'inburgering.course_months': 12,
      'effects.exam': 4,
      'effects.dropout': 1 / 4,
      'effects.dropout_reasons': { health: 0, family: 0, motivation: 1 },
      horizon_years: 20,
    };
    const others = { other: { weeks: 4000, dropout: 0.9 } };
    let apart = 0;
    for (const [whole, part, rest] of [
      [8, 4, 4],
      [6, 2, 4],
      [20, 12, 8],
    ] as const)
      for (const more of [between(14, 9), { aftercare_weeks: 20 }, { kind: 'guidance', weeks: 100 }]) {
        for (const luck of [1, 2, 3]) {
          const events = (activities: Activities) =>
            live(settings, { ...activities, ...others }, {}, luck).events.filter(
              ({ track }) => !track.startsWith('support_') && track !== 'rest',
            );
          const one = events({ helped: help(whole, more) });
          expect(events({ helped: help(part, more), rest: help(rest, more) })).toEqual(one);
          if (JSON.stringify(events({ helped: help(part, more) })) !== JSON.stringify(one)) apart += 1;
        }
      }
    // Without the rest, lives are others.
    expect(apart).toBeGreaterThan(9);
  });

  describe('where the activity acts on dropout and is left early', () => {
    const settings: Settings = {
      kinds,
      'effects.dropout': 1 / 4,
      'effects.exam': 4,
      'effects.dropout_reasons': { health: 0, family: 0, motivation: 1 },
      'approach.course.opens': { housing: 'housed' },
      'approach.course.mean_wait': 2,
      'inburgering.dropout': 0.5,
      'inburgering.course_months': 12,
      'income.work': 0.002,
      horizon_years: 20,
    };
    const buddy = { weeks: 4000, dropout: 0.9 };
    const mentor = help(2, { kind: 'mentor', weeks: 4000 });
    /** What happens to a person, without what only the parts have. */
    const events = (activities: Activities, luck: number) =>
      live(settings, { ...activities, buddy }, {}, luck).events.filter(
        ({ track }) => !track.startsWith('support_') && !track.startsWith('rest'),
      );
    /** A part that is there as long as `whole`. */
    const partOf = (each: Partial<Activity>): Partial<Activity> => ({
      ...each,
      dropout: 0,
      start: { when: { whole: 'taking_part' } },
      ends: { when: { not: { whole: 'taking_part' } } },
    });

    it('keeps its people as long in parts as whole', () => {
      const leaves = (activities: Activities) =>
        live({ ...settings, 'income.work': 0, horizon_years: 40 }, activities).month('whole', 'dropped_out') -
        6;
      for (const [whole, half] of [
        [4, 2].map((hours) => help(hours, { kind: 'guidance', weeks: 4000, dropout: 1 - 1e-10 })),
        [4, 2].map((hours) => ({
          acts_on: ['dropout'],
          hours_per_week: hours,
          weeks: 4000,
          dropout: 1 - 1e-10,
        })),
      ] as Partial<Activity>[][]) {
        const alone = leaves({ whole: whole! });
        expect(leaves({ whole: half!, part: partOf(half!) })).toBe(alone);
        // Nor does a programme keep its people that is no part of it, but of its kind.
        expect(leaves({ whole: half!, part: { ...half!, dropout: 0 } })).toBe(alone);
        // Another kind of half a dose does: 4 ** (2 / 4).
        expect(leaves({ whole: half!, part: partOf(half!), mentor }) / alone).toBeCloseTo(2, 6);
      }
    });

    it('gives the same life in parts as whole, event by event', () => {
      const any = fc.record({
        hours: fc.array(
          fc.integer({ min: 0, max: 8 }).map((quarters) => quarters / 4),
          { minLength: 2, maxLength: 4 },
        ),
        kind: fc.constantFrom('guidance', undefined),
        dropout: fc.constantFrom(0, 0.7, 0.99),
        weeks: fc.integer({ min: 50, max: 400 }),
        luck: fc.integer({ min: 1, max: 1000 }),
        isMentored: fc.boolean(),
      });
      const property = fc.property(any, ({ hours, kind, dropout, weeks, luck, isMentored }) => {
        const of = (each: number): Partial<Activity> => ({
          ...(kind === undefined ? { acts_on: ['dropout', 'exam'] } : { acts_on: undefined as never, kind }),
          hours_per_week: each,
          weeks,
          dropout,
        });
        const others = isMentored ? { mentor } : {};
        const [first, ...rest] = hours.map(of);
        const parts = Object.fromEntries(rest.map((each, i) => [`rest${i}`, partOf(each)]));
        const sum = hours.reduce((total, each) => total + each, 0);
        expect(events({ whole: first!, ...parts, ...others }, luck)).toEqual(
          events({ whole: of(sum), ...others }, luck),
        );
      });
      fc.assert(property, { numRuns: 25 });
    });
  });
});
