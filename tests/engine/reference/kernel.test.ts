/** Invariants of the kernel on arbitrary small models. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../src/engine/compile/compile.js';
import { createKernel } from '../../../src/engine/kernels.js';
import type { Model, Person, Transition } from '../../../src/engine/model/model.js';
import { deriveKey } from '../../../src/engine/random/threefry.js';
import { Kernel } from '../../../src/engine/reference/kernel.js';

const constant = (rate: number) =>
  ({
    kind: 'hazard',
    factors: [{ scale: 'origin', pieces: [{ from: 0, log: Math.log(rate), slope: 0 }] }],
  }) as const;

function transition(track: string, from: string, to: string, rest: Partial<Transition>): Transition {
  return {
    name: `${track}: ${from} -> ${to}`,
    track,
    from,
    to: [{ state: to, probability: 1 }],
    clock: constant(0.1),
    effects: [],
    ...rest,
  };
}

function modelOf(transitions: readonly Transition[], rest: Partial<Model> = {}): Model {
  return {
    tracks: [
      { name: 'x', states: ['a', 'b', 'c'] },
      { name: 'y', states: ['off', 'on'] },
    ],
    transitions,
    exposures: [],
    loads: [],
    rewards: [],
    milestones: [],
    periods: [],
    horizonMonths: 60,
    discountRate: 0,
    ...rest,
  };
}

function liveAll(
  model: Model,
  persons: number,
  each: (kernel: Kernel) => void,
  prepare?: (person: Person) => void,
): Kernel {
  const kernel = new Kernel(compileModel(model));
  const { person } = kernel;
  for (let i = 0; i < persons; i++) {
    [person.key0, person.key1] = deriveKey(5, 6, i, 0);
    prepare?.(person);
    kernel.run();
    each(kernel);
  }
  return kernel;
}

const rate = fc.double({ min: 0.001, max: 2, noNaN: true });
const always = { track: 'x', in: ['a', 'b', 'c'] };

describe('kernel', () => {
  it('keeps everybody in exactly one state of each track, and every month in one state', () => {
    fc.assert(
      fc.property(rate, rate, rate, rate, (ab, ba, bc, on) => {
        const months = (track: string, state: string) =>
          ({
            kind: 'rate',
            name: state,
            when: { track, in: [state] },
            amount: { from: [0], values: [1] },
          }) as const;
        const model = modelOf(
          [
            transition('x', 'a', 'b', { clock: constant(ab) }),
            transition('x', 'b', 'a', { clock: constant(ba), when: { track: 'y', in: ['on'] } }),
            transition('x', 'b', 'c', {
              clock: { kind: 'duration', distribution: { kind: 'weibull', shape: 1.4, scale: 1 / bc } },
            }),
            transition('y', 'off', 'on', { clock: constant(on) }),
          ],
          { rewards: [months('x', 'a'), months('x', 'b'), months('x', 'c')] },
        );
        const kernel = liveAll(model, 20, ({ recorder }) => {
          const total = recorder.ledger.nominal.reduce((sum, value) => sum + value, 0);
          expect(total).toBeCloseTo(60, 8);
          const [a, b, c, off, on] = recorder.monthsInState;
          recorder.ledger.nominal.forEach((value, i) => {
            expect([a, b, c][i]).toBeCloseTo(value, 9);
          });
          expect(off! + on!).toBeCloseTo(60, 9);
        });
        const change = kernel.recorder.occupancyChange;
        for (const states of [
          [0, 1, 2],
          [3, 4],
        ]) {
          let present = 0;
          for (let month = 0; month <= 60; month++) {
            for (const state of states) present += change[state * 62 + month]!;
            expect(present).toBe(20);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('never makes a higher hazard ratio fire later: budgets are common', () => {
    const model = modelOf([transition('x', 'a', 'b', {})], {
      milestones: [{ name: 'b', when: { track: 'x', in: ['b'] }, sustainedMonths: 0 }],
    });
    const times = (ratio: number) => {
      const all: number[] = [];
      liveAll(
        model,
        200,
        ({ recorder }) => all.push(recorder.milestones[0] ?? Number.NaN),
        (person) => {
          person.ratio[0] = ratio;
        },
      );
      return all.map((time) => (Number.isNaN(time) ? Number.POSITIVE_INFINITY : time));
    };
    const slow = times(1);
    const fast = times(1.5);
    for (const [i, time] of fast.entries()) expect(time).toBeLessThanOrEqual(slow[i]!);
  });

  it('discounts and splits money over periods without losing any', () => {
    const reward = {
      kind: 'rate',
      name: 'r',
      when: always,
      amount: { from: [0, 7], values: [3, 5] },
    } as const;
    const model = modelOf([], { rewards: [reward], periods: [0, 12, 24, 36], discountRate: 0.04 });
    const { ledger } = liveAll(model, 1, () => {}).recorder;
    expect(ledger.nominal[0]).toBeCloseTo(3 * 7 + 5 * 53, 10);
    const delta = Math.log(1.04) / 12;
    const integral = (value: number, a: number, b: number) =>
      (value * (Math.exp(-delta * a) - Math.exp(-delta * b))) / delta;
    expect(ledger.discounted[0]).toBeCloseTo(integral(3, 0, 7) + integral(5, 7, 60), 10);
    expect([...ledger.nominalByPeriod]).toEqual(
      [3 * 7 + 5 * 5, 60, 60, 120].map((v) => expect.closeTo(v, 9)),
    );
  });

  it('discounts to the month that the model names, in both kernels, and to the epoch without one', () => {
    const rewards = [
      { kind: 'rate', name: 'r', when: always, amount: { from: [0, 7], values: [3, 5] } },
      { kind: 'event', name: 'e', transitions: ['x: a -> b'], amount: { from: [0], values: [100] } },
    ] as const;
    const fixed = { clock: { kind: 'duration', distribution: { kind: 'fixed', months: 10 } } } as const;
    const modelTo = (rest: Partial<Model>) =>
      modelOf([transition('x', 'a', 'b', fixed)], { rewards, periods: [0, 12], discountRate: 0.04, ...rest });
    const delta = Math.log(1.04) / 12;
    // The person's origin lies at calendar month 2: 5 months at 3 a month, 55 at 5, 100 at month 12.
    const toMonth = (to: number) => [
      (3 * (Math.exp(-delta * (2 - to)) - Math.exp(-delta * (7 - to))) +
        5 * (Math.exp(-delta * (7 - to)) - Math.exp(-delta * (62 - to)))) /
        delta,
      100 * Math.exp(-delta * (12 - to)),
    ];
    for (const [rest, to] of [
      [{}, 0],
      [{ discountTo: 9.25 }, 9.25],
      [{ discountTo: -30 }, -30],
    ] as const) {
      const compiled = compileModel(modelTo(rest));
      for (const kernel of [new Kernel(compiled), createKernel(compiled)]) {
        kernel.person.calendar = 2;
        kernel.run();
        const { discounted, discountedByPeriod, nominal } = kernel.recorder.ledger;
        expect([...nominal]).toEqual([290, 100]);
        expect([...discounted]).toEqual(toMonth(to).map((value) => expect.closeTo(value, 9)));
        expect(discountedByPeriod[0]! + discountedByPeriod[1]!).toBeCloseTo(toMonth(to)[0]!, 9);
      }
    }
  });

  it('stops with a message when gates open each other in a circle', () => {
    const gate = { kind: 'gate' } as const;
    const model = modelOf([
      transition('y', 'off', 'on', { clock: gate, when: always }),
      transition('y', 'on', 'off', { clock: gate, when: always }),
    ]);
    expect(() => liveAll(model, 1, () => {})).toThrow(/more than 1000 events at month 0/);
  });

  it('refuses two transitions with the same name', () => {
    expect(() =>
      compileModel(modelOf([transition('x', 'a', 'b', {}), transition('x', 'a', 'b', {})])),
    ).toThrow(/share an address/);
  });

  it('restarts a gate whose condition was interrupted', () => {
    const model = modelOf(
      [
        transition('y', 'off', 'on', {
          clock: { kind: 'duration', distribution: { kind: 'fixed', months: 4 } },
        }),
        transition('y', 'on', 'off', {
          clock: { kind: 'duration', distribution: { kind: 'fixed', months: 2 } },
        }),
        transition('x', 'a', 'b', {
          clock: { kind: 'gate', delay: { kind: 'fixed', months: 3 } },
          when: { track: 'y', in: ['on'] },
        }),
        transition('x', 'a', 'c', {
          clock: { kind: 'duration', distribution: { kind: 'fixed', months: 3 } },
          when: { track: 'y', in: ['on'] },
        }),
      ],
      { milestones: [{ name: 'c', when: { track: 'x', in: ['c'] }, sustainedMonths: 0 }] },
    );
    // The delay of 3 never fits in the 2 months; the duration adds up over interruptions: 2 + 1 months on.
    liveAll(model, 1, ({ recorder }) => expect(recorder.milestones[0]).toBeCloseTo(4 + 2 + 4 + 1, 10));
  });
});
