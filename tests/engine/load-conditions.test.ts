/** Conditions and paces that hang on what a load adds up to: answers worked out by hand. */

import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/engine/model/model.js';
import { goesAfter, kernels, live, modelWith } from './both-kernels.js';

const on = (track: string, weight: number) => ({ track, state: 'on', weight });

/** b is on from month 2 to 9, c from 4 to 12, with 0.1 and 0.7 units; a clock of ten months runs throughout. */
function model(atMost: number): Model {
  const hours = [on('b', 0.1), on('c', 0.7)];
  return modelWith({
    tracks: [
      { name: 'b', states: ['off', 'on', 'over'] },
      { name: 'c', states: ['off', 'on', 'over'] },
      { name: 'flag', states: ['down', 'up'] },
      { name: 'a', states: ['x', 'y'] },
    ],
    transitions: [
      goesAfter('b', 'off', 'on', 2),
      goesAfter('b', 'on', 'over', 7),
      goesAfter('c', 'off', 'on', 4),
      goesAfter('c', 'on', 'over', 8),
      goesAfter('flag', 'down', 'up', 0, { clock: { kind: 'gate' }, when: { load: 'hours' } }),
      goesAfter('flag', 'up', 'down', 0, { clock: { kind: 'gate' }, when: { not: { load: 'hours' } } }),
      goesAfter('a', 'x', 'y', 10, {
        effects: [
          { kind: 'pace', track: 'a', state: 'x', factor: 1, more: { load: 'hours', perUnit: 1, atMost } },
        ],
      }),
    ],
    loads: [{ name: 'hours', weights: hours }],
    exposures: [{ name: 'together', when: { load: 'hours' }, capMonths: 100 }],
    rewards: [
      { kind: 'rate', name: 'months', when: { load: 'hours' }, amount: { from: [0], values: [1] } },
      {
        kind: 'rate',
        name: 'months up',
        when: { track: 'flag', in: ['up'] },
        amount: { from: [0], values: [1] },
      },
    ],
    milestones: [
      { name: 'together', when: { load: 'hours' }, sustainedMonths: 5 },
      { name: 'y', when: { track: 'a', in: ['y'] }, sustainedMonths: 0 },
    ],
  });
}

describe.each(kernels)('a load (%s)', (_, make) => {
  const lived = (threshold: number, atMost = 100) => {
    const kernel = make(model(atMost));
    kernel.person.threshold[0] = threshold;
    return live(kernel).recorder;
  };

  it('is reached while its parts together come to the threshold of the person', () => {
    // From month 4 to 9, by 0.1 + 0.7, which rounding makes a little less than 0.8.
    const { ledger, milestones } = lived(0.8);
    expect([...ledger.nominal]).toEqual([5, 5]);
    expect(milestones[0]).toBe(4);
    expect([...lived(0.81).ledger.nominal]).toEqual([0, 0]);
    // By the larger alone from 4 to 12, and by either from 2 to 12.
    expect([...lived(0.5).ledger.nominal]).toEqual([8, 8]);
    expect([...lived(0.05).ledger.nominal]).toEqual([10, 10]);
    // Always.
    expect([...lived(0).ledger.nominal]).toEqual([24, 24]);
  });

  it('hastens a clock by its total, up to a limit', () => {
    // Two months, then two at 1.1, then at 1.8: 2 + 2.2 + 1.8 m = 10.
    expect(lived(8).milestones[1]).toBeCloseTo(4 + 5.8 / 1.8, 9);
    // At 1.5 instead.
    expect(lived(8, 1.5).milestones[1]).toBeCloseTo(4 + 5.8 / 1.5, 9);
  });
});
