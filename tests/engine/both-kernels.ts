/** Small models for hand-worked answers, lived by both kernels. */

import { compileModel } from '../../src/engine/compile/compile.js';
import type { LifeRunner } from '../../src/engine/compile/life.js';
import { createKernel } from '../../src/engine/kernels.js';
import type { Effect, Model, Transition } from '../../src/engine/model/model.js';
import { deriveKey } from '../../src/engine/random/threefry.js';
import { Kernel } from '../../src/engine/reference/kernel.js';

/** The kernels by name, to test with each of them. */
export const kernels: [string, (model: Model) => LifeRunner][] = [
  ['reference', (model) => new Kernel(compileModel(model))],
  ['WebAssembly', (model) => createKernel(compileModel(model))],
];

/** A model that has what is given and nothing else. */
export function modelWith(parts: Partial<Model> & Pick<Model, 'tracks' | 'transitions'>): Model {
  return {
    exposures: [],
    loads: [],
    rewards: [],
    milestones: [],
    periods: [],
    horizonMonths: 24,
    discountRate: 0,
    ...parts,
  };
}

/** A transition after a fixed number of months; `rest` may give it another clock, a guard or effects. */
export function goesAfter(
  track: string,
  from: string,
  to: string,
  months: number,
  rest: Partial<Transition> = {},
): Transition {
  return {
    name: `${track}: ${from} -> ${to}`,
    track,
    from,
    to: [{ state: to, probability: 1 }],
    clock: { kind: 'duration', distribution: { kind: 'fixed', months } },
    effects: [],
    ...rest,
  };
}

/** The pace of a clock while a track is in a state. */
export function pace(track: string, state: string, factor: number): Effect {
  return { kind: 'pace', track, state, factor };
}

/** Lives one life; the draws are those of a person. */
export function live(kernel: LifeRunner, person = 0): LifeRunner {
  [kernel.person.key0, kernel.person.key1] = deriveKey(5, 6, person, 0);
  kernel.run();
  return kernel;
}

/** Whether the last person was in a state at every whole month from 0 to the horizon, states counted over all tracks. */
export function presence(kernel: LifeRunner, { horizonMonths }: Model, state: number): number[] {
  const change = kernel.recorder.occupancyChange;
  let present = 0;
  return Array.from(
    { length: horizonMonths + 1 },
    (_, month) => (present += change[state * (horizonMonths + 2) + month]!),
  );
}
