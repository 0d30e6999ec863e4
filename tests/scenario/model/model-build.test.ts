/** Models that are right: what a text is built into. */

import { describe, expect, it } from 'vitest';
import { loadModelText, smallModel } from '../model-text.js';

function built(text: string) {
  const loaded = loadModelText(text);
  if (!loaded.ok) throw new Error(loaded.diagnostics.map((each) => each.message).join('\n'));
  return loaded.built;
}

describe('a right model', () => {
  it('builds a small one', () => {
    const { model, population } = built(smallModel());
    expect(model.transitions).toEqual([
      {
        name: 'health: well -> ill',
        track: 'health',
        from: 'well',
        to: [{ state: 'ill', probability: 1 }],
        clock: {
          kind: 'hazard',
          factors: [{ scale: 'origin', pieces: [{ from: 0, log: Math.log(0.1), slope: 0 }] }],
        },
        effects: [],
      },
    ]);
    expect(population.starts.map((start) => start.states)).toEqual([[0], [0]]);
    expect(population.groups[0]).toMatchObject({
      name: 'sex',
      values: ['male', 'female'],
      cumulative: [0.6, 1],
    });
  });

  it('gives what rounding leaves of the shares to nobody whose share is 0', () => {
    const text = smallModel().replace('male: 0.6, female: 0.4', 'a: 0.1, b: 0.2, c: 0.7, d: 0');
    const { cumulative } = built(text).population.groups[0]!;
    expect(cumulative.slice(2)).toEqual([1, 1]);
  });

  it('takes a far calendar when nothing is discounted', () => {
    expect(built(`calendar_start: 24312\n${smallModel()}`).population.calendar).toEqual({
      from: 24312,
      to: 24312,
    });
  });

  it('names one transition for each of several states left', () => {
    const text = smallModel({
      rest: `  - { track: work, from: [out, in], to: out, gate: true, name: reset }
  - { track: health, from: ill, branches: { well: 0.5, ill: 0.5 }, hazard: 1 }
rewards:
  - { name: resets, per_event: 1, on: [{ name: reset }] }
  - { name: recoveries, per_event: 1, on: [{ from: ill }] }`,
    });
    const { model } = built(text);
    expect(model.transitions.map((each) => each.name)).toEqual([
      'health: well -> ill',
      'reset (from out)',
      'reset (from in)',
      'health: ill -> well | ill',
    ]);
    expect(model.rewards).toMatchObject([
      { name: 'resets', transitions: ['reset (from out)', 'reset (from in)'] },
      { name: 'recoveries', transitions: ['health: ill -> well | ill'] },
    ]);
  });

  it('splits ratios into effects of the model and of groups', () => {
    const { model, population } = built(
      smallModel({
        transition: `hazard: 0.1, ratios: [{ group: sex, value: female, ratio: 0.5 }, { track: work, state: in, ratio: 2 }]`,
      }),
    );
    expect(model.transitions[0]!.effects).toEqual([
      { kind: 'state', track: 'work', state: 'in', log: Math.log(2) },
    ]);
    expect(population.groups[0]!.effects.map((each) => each.ratios)).toEqual([
      [],
      [{ transition: 0, ratio: 0.5 }],
    ]);
  });

  it('reads paces, and what a duration lasts at most', () => {
    const { model } = built(
      smallModel({
        transition:
          'duration: { distribution: fixed, months: 120, at_most: { exposure: idle, per_month: 3 } }, paces: [{ track: work, state: in, pace: 0.25 }]',
        rest: 'exposures: { idle: { when: { work: out } } }',
      }),
    );
    expect(model.transitions[0]).toMatchObject({
      clock: {
        kind: 'duration',
        distribution: { kind: 'fixed', months: 120 },
        atMost: { exposure: 'idle', ratio: 3 },
      },
      effects: [{ kind: 'pace', track: 'work', state: 'in', factor: 0.25 }],
    });
  });

  it.each([
    ['{ distribution: exponential, rate: 0.25 }', { kind: 'exponential', mean: 4 }],
    ['{ distribution: gamma, shape: 2, rate: 0.5 }', { kind: 'gamma', shape: 2, scale: 2 }],
    ['{ distribution: lognormal, meanlog: 0, sdlog: 1 }', { kind: 'lognormal', median: 1, sigma: 1 }],
    ['{ distribution: uniform, low: 0, high: 2 }', { kind: 'uniform', low: 0, high: 2 }],
    ['{ distribution: fixed, months: 0 }', { kind: 'fixed', months: 0 }],
  ])('reads the duration %s', (text, distribution) => {
    const { model } = built(smallModel({ transition: `duration: ${text}` }));
    expect(model.transitions[0]!.clock).toEqual({ kind: 'duration', distribution });
  });
});
