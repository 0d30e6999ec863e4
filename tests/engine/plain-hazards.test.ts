/** The short way of constant hazards without guards must be the same as the way of all others. */

import { setFlagsFromString } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { compileModel } from '../../src/engine/compile/compile.js';
import type { Condition, Model, Piece, Transition } from '../../src/engine/model/model.js';
import { deriveKey } from '../../src/engine/random/threefry.js';
import { Kernel } from '../../src/engine/reference/kernel.js';

const states = ['a', 'b', 'c'];
const alwaysTrue: Condition = { all: [] };

function hazard(from: string, to: string, pieces: Piece[], when?: Condition): Transition {
  return {
    name: `${from} -> ${to}`,
    track: 'x',
    from,
    to: [{ state: to, probability: 1 }],
    clock: { kind: 'hazard', factors: [{ scale: 'origin', pieces }] },
    effects: [],
    ...(when === undefined ? {} : { when }),
  };
}

/** Every state can be left for both others, so that budgets are interrupted and taken up again. */
function modelOf(pieces: (rate: number) => Piece[], when?: Condition): Model {
  const pairs = states.flatMap((from) => states.filter((to) => to !== from).map((to) => ({ from, to })));
  return {
    tracks: [{ name: 'x', states }],
    transitions: pairs.map(({ from, to }, i) => hazard(from, to, pieces(0.03 * (i + 1)), when)),
    exposures: [],
    loads: [],
    rewards: [],
    milestones: [],
    periods: [],
    horizonMonths: 120,
    discountRate: 0,
  };
}

const constant = (rate: number): Piece[] => [{ from: 0, log: Math.log(rate), slope: 0 }];

/** Months and names of all events of a hundred lives; every third person never goes from a to b, others differ. */
function eventsOf(model: Model): string[] {
  const kernel = new Kernel(compileModel(model));
  const { person } = kernel;
  const events: string[] = [];
  kernel.onEvent = (month, { name }) => events.push(`${month} ${name}`);
  for (let i = 0; i < 100; i++) {
    [person.key0, person.key1] = deriveKey(7, 8, i, 0);
    person.ratio.fill(1 + 0.1 * (i % 4));
    if (i % 3 === 0) person.ratio[0] = 0;
    kernel.run();
    events.push('end');
  }
  return events;
}

describe('a constant hazard without a guard', () => {
  const events = eventsOf(modelOf(constant));

  it('fires when one with a guard that always holds does, to the last bit', () => {
    expect(events.length).toBeGreaterThan(1000);
    expect(eventsOf(modelOf(constant, alwaysTrue))).toEqual(events);
  });

  it('takes the short way, and no other does', () => {
    const areShort = (model: Model) => compileModel(model).transitions.map(({ plain }) => plain);
    const falling = (rate: number): Piece[] => [{ from: 0, log: Math.log(rate), slope: -0.01 }];
    expect(new Set(areShort(modelOf(constant)))).toEqual(new Set([true]));
    expect(new Set(areShort(modelOf(constant, alwaysTrue)))).toEqual(new Set([false]));
    expect(new Set(areShort(modelOf(falling)))).toEqual(new Set([false]));
  });
});

describe('compiled transitions', () => {
  it('have one shape, so that V8 need not look up their fields by name', () => {
    setFlagsFromString('--allow-natives-syntax');
    const sameShape = new Function('a', 'b', 'return %HaveSameMap(a, b)') as (
      a: object,
      b: object,
    ) => boolean;
    setFlagsFromString('--no-allow-natives-syntax');
    expect(sameShape({ a: 1 }, { b: 1 })).toBe(false);
    const model = modelOf(constant);
    const gate: Transition = { ...model.transitions[0]!, name: 'gate', clock: { kind: 'gate' } };
    const { transitions } = compileModel({ ...model, transitions: [...model.transitions, gate] });
    for (const transition of transitions) expect(sameShape(transitions[0]!, transition)).toBe(true);
  });
});
