/** When things happen, to the last bit: at the horizon, and at the ends of sums of fixed times. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Milestone, Model, Transition } from '../../src/engine/model/model.js';
import { goesAfter, kernels, live, modelWith, presence } from './both-kernels.js';

const inState = (track: string, ...states: string[]) => ({ track, in: states });
const two = ['before', 'after'];

/** Months of the milestones after one life; undefined where not reached. */
function reachedIn(make: (typeof kernels)[number][1], model: Model): (number | undefined)[] {
  return Array.from(live(make(model)).recorder.milestones, (month) =>
    Number.isNaN(month) ? undefined : month,
  );
}

describe.each(kernels)('what happens at exactly the horizon (%s)', (_, make) => {
  /** Waits 12 months, then twice in a row something that takes no time. */
  function chain(horizonMonths: number, milestones: Milestone[]): Model {
    const states = ['before', 'after', 'last'];
    return modelWith({
      tracks: [{ name: 'a', states }],
      transitions: [
        goesAfter('a', 'before', 'after', 12),
        goesAfter('a', 'after', 'last', 0, { clock: { kind: 'gate' } }),
      ],
      rewards: [
        {
          kind: 'event',
          name: 'events',
          transitions: ['a: before -> after', 'a: after -> last'],
          amount: { from: [0, 12], values: [1, 10] },
        },
        { kind: 'rate', name: 'last', when: inState('a', 'last'), amount: { from: [0], values: [1] } },
        { kind: 'rate', name: 'before', when: inState('a', 'before'), amount: { from: [0], values: [1] } },
      ],
      milestones: [{ name: 'last', when: inState('a', 'last'), sustainedMonths: 0 }, ...milestones],
      horizonMonths,
    });
  }
  const long = { name: 'long', when: inState('a', 'before'), sustainedMonths: 6 };
  const longer = { name: 'longer', when: inState('a', 'last'), sustainedMonths: 7.5 };

  it.each([
    ['no milestone', []],
    ['one that is sustained', [long]],
    ['one that begins at the horizon', [long, longer]],
  ])('has happened, with %s', (_name, milestones) => {
    const model = chain(12, milestones);
    const kernel = live(make(model));
    const { recorder } = kernel;
    const atTheEnd = [0, 1, 2].map((state) => presence(kernel, model, state).at(-1));
    expect(atTheEnd).toEqual([0, 0, 1]);
    expect(presence(kernel, model, 0)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
    // Two events at 10 each; a rate has no width at the horizon.
    expect([...recorder.ledger.nominal]).toEqual([20, 0, 12]);
    expect([...recorder.monthsInState]).toEqual([12, 0, 0]);
    expect([...recorder.milestones]).toEqual([12, 0, 12].slice(0, 1 + milestones.length));
  });

  it('has not happened a month before', () => {
    const model = chain(11, [long, longer]);
    const kernel = live(make(model));
    expect(presence(kernel, model, 0).at(-1)).toBe(1);
    expect([...kernel.recorder.ledger.nominal]).toEqual([0, 0, 11]);
    expect([...kernel.recorder.milestones]).toEqual([Number.NaN, 0, Number.NaN]);
  });
});

/** Goes to and fro between two states, each for a fixed time: as a duration or as the delay of a gate. */
function cycle(track: string, months: number, isGate = false): Transition[] {
  const clock = { kind: 'gate', delay: { kind: 'fixed', months } } as const;
  const rest = isGate ? { clock } : {};
  return [
    goesAfter(track, 'before', 'after', months, rest),
    goesAfter(track, 'after', 'before', months, rest),
  ];
}

describe.each(kernels)('sums of fixed times (%s)', (_, make) => {
  it('are counted in the month that they belong to, up to 40 years', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(10, 100, 16),
        fc.integer({ min: 1, max: 480 }),
        fc.boolean(),
        (count, parts, horizonMonths, isGate) => {
          // Every `count / parts` months the state changes: month m has seen floor(m * parts / count) changes.
          const model = modelWith({
            tracks: [{ name: 'a', states: two }],
            transitions: cycle('a', count / parts, isGate),
            horizonMonths,
          });
          const expected = Array.from({ length: horizonMonths + 1 }, (_, month) =>
            Math.floor((month * parts) / count) % 2 === 0 ? 1 : 0,
          );
          expect(presence(live(make(model)), model, 0)).toEqual(expected);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('leave whole and binary fractions as they are', () => {
    const months: number[] = [];
    const kernel = make(
      modelWith({ tracks: [{ name: 'a', states: two }], transitions: cycle('a', 0.375), horizonMonths: 3 }),
    );
    kernel.onEvent = (month) => months.push(month);
    live(kernel);
    expect(months).toEqual([0.375, 0.75, 1.125, 1.5, 1.875, 2.25, 2.625, 3]);
  });

  it('reach what must be sustained for as long', () => {
    // 0.3 + 0.6 - 0.3 and 12 + 0.6 - 12 are less than 0.6 by their last bits.
    const model = modelWith({
      tracks: [
        { name: 'a', states: ['x', 'y', 'z'] },
        { name: 'b', states: two },
      ],
      transitions: [
        goesAfter('a', 'x', 'y', 0.3),
        goesAfter('a', 'y', 'z', 0.6),
        goesAfter('b', 'before', 'after', 12),
      ],
      milestones: [
        { name: 'reached', when: inState('a', 'y'), sustainedMonths: 0.6 },
        { name: 'too short', when: inState('a', 'y'), sustainedMonths: 0.601 },
        { name: 'at the horizon', when: inState('b', 'after'), sustainedMonths: 0.6 },
      ],
      horizonMonths: 12,
    });
    expect(reachedIn(make, model)).toEqual([0.3, undefined, 12]);
  });

  it('end at the same moment as another sum, and then in the order of tracks', () => {
    // The guard holds from 0.3 to 0.9, which is 0.6 months: as long as the delay, or as the duration.
    function race(first: string, second: string): (number | undefined)[] {
      const tracks = [first, second].map((name) => ({ name, states: two }));
      const when = { all: [inState('open', 'after'), { not: inState('shut', 'after') }] };
      const model = modelWith({
        tracks: [{ name: 'open', states: two }, ...tracks, { name: 'late', states: two }],
        transitions: [
          goesAfter('open', 'before', 'after', 0.3),
          goesAfter('shut', 'before', 'after', 0.9),
          goesAfter('gate', 'before', 'after', 0, {
            clock: { kind: 'gate', delay: { kind: 'fixed', months: 0.6 } },
            when,
          }),
          goesAfter('late', 'before', 'after', 0.6, { when }),
        ],
        milestones: ['gate', 'late'].map((name) => ({
          name,
          when: inState(name, 'after'),
          sustainedMonths: 0,
        })),
      });
      return reachedIn(make, model).map((month) => (month === undefined ? month : Number(month.toFixed(9))));
    }
    expect(race('gate', 'shut')).toEqual([0.9, undefined]);
    expect(race('shut', 'gate')).toEqual([undefined, undefined]);
  });

  it('compete in the order of transitions when they end together', () => {
    const states = ['on', 'next', 'sum', 'one'];
    // After 0.7 + 0.1 months here, and after 0.8.
    const model = modelWith({
      tracks: [
        { name: 'b', states: two },
        { name: 'a', states },
      ],
      transitions: [
        goesAfter('b', 'before', 'after', 0.7),
        goesAfter('a', 'on', 'one', 0.8),
        goesAfter('a', 'on', 'sum', 0.1, { when: inState('b', 'after') }),
      ],
      milestones: [{ name: 'one', when: inState('a', 'one'), sustainedMonths: 0 }],
    });
    expect(0.7 + 0.1).toBeLessThan(0.8);
    expect(reachedIn(make, model)[0]).toBeCloseTo(0.8, 9);
  });

  it('are paid in the period and at the amount of their month', () => {
    // The eighth event is at 8.8 - 2.8 = 6 months from the epoch; added up, just below.
    expect(
      Array(8)
        .fill(1.1)
        .reduce((sum, months) => sum + months) - 2.8,
    ).toBeLessThan(6);
    const model = modelWith({
      tracks: [{ name: 'a', states: two }],
      transitions: cycle('a', 1.1),
      rewards: [
        {
          kind: 'event',
          name: 'event',
          transitions: ['a: before -> after', 'a: after -> before'],
          amount: { from: [0, 6], values: [1, 100] },
        },
      ],
      periods: [0, 6],
      horizonMonths: 9,
    });
    const kernel = make(model);
    kernel.person.calendar = -2.8;
    live(kernel);
    expect([...kernel.recorder.ledger.nominalByPeriod]).toEqual([7, 100]);
  });
});
