/** The kernel in WebAssembly against the one in TypeScript: the same events and the same sums, to the last bit. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildApproach } from '../../../src/domain/approach.js';
import { attributeSampler, emptyAttributes, peopleOf } from '../../../src/domain/attributes/people.js';
import { compileModel } from '../../../src/engine/compile/compile.js';
import type { LifeRunner } from '../../../src/engine/compile/life.js';
import { createKernel } from '../../../src/engine/kernels.js';
import type { Model, Person } from '../../../src/engine/model/model.js';
import { deriveKey } from '../../../src/engine/random/threefry.js';
import { Kernel } from '../../../src/engine/reference/kernel.js';
import { WasmKernel } from '../../../src/engine/wasm/wasm-kernel.js';
import { createModelSampler } from '../../../src/simulation/bare-model/model-sampler.js';
import { scenarioOfDraw } from '../../../src/simulation/task.js';
import { loadFixture, modelNames } from '../../golden/golden.js';
import { shippedNames, shippedTree, taskOf } from '../../shipped.js';
import { anyModel } from '../any-model.js';

type Prepare = (person: Person, key0: number, key1: number) => void;

/** Everything that a kernel shows of some lives: events, results of every person, sums, or how it failed. */
function livesOf(kernel: LifeRunner, persons: number, prepare: Prepare): unknown[] {
  const seen: unknown[] = [];
  kernel.onEvent = (month, { name }, to) => seen.push([month, name, to]);
  const { milestones, monthsInState, occupancyChange, ledger } = kernel.recorder;
  for (let i = 0; i < persons; i++) {
    const [key0, key1] = deriveKey(7, 8, i, 0);
    kernel.person.key0 = key0;
    kernel.person.key1 = key1;
    prepare(kernel.person, key0, key1);
    try {
      kernel.run();
    } catch (error) {
      return [...seen, String(error)];
    }
    seen.push([...milestones], [...monthsInState], [...ledger.nominal], [...ledger.discounted]);
  }
  seen.push([...occupancyChange], [...ledger.nominalByPeriod], [...ledger.discountedByPeriod]);
  return seen;
}

/** Lets both kernels live the same lives; returns what they show. */
function liveTwice(model: Model, persons: number, prepare: Prepare = () => {}) {
  const compiled = compileModel(model);
  const fast = createKernel(compiled);
  expect(fast).toBeInstanceOf(WasmKernel);
  const reference = new Kernel(compiled);
  return { fast: livesOf(fast, persons, prepare), reference: livesOf(reference, persons, prepare) };
}

describe('the kernel in WebAssembly', () => {
  it('lives as the reference does in arbitrary models', () => {
    let events = 0;
    fc.assert(
      fc.property(anyModel, fc.double({ min: -3, max: 50, noNaN: true }), (model, calendar) => {
        const { fast, reference } = liveTwice(model, 3, (person, key0) => {
          person.calendar = calendar;
          person.ratio.fill(1 + 0.1 * (key0 & 3));
          if (person.ratio.length > 4) person.ratio[4] = key0 & 1 ? 1 : 0;
          person.timeRatio.fill(0.8);
          person.rewardFactor.fill(1.5);
          person.threshold.fill(0.5);
          person.start[0] = key0 & 1;
        });
        expect(fast).toEqual(reference);
        events += fast.length;
      }),
      { numRuns: 400 },
    );
    expect(events).toBeGreaterThan(10_000);
  });

  it.each(modelNames)('lives as the reference does in the model %s', (name) => {
    const { model, population } = loadFixture(name);
    const { fast, reference } = liveTwice(model, 200, createModelSampler(population));
    expect(fast).toEqual(reference);
    expect(fast.length).toBeGreaterThan(800);
  });

  it.each(shippedNames)('lives as the reference does in %s', (name) => {
    const task = taskOf(shippedTree(name), { draws: 2 });
    const scenario = scenarioOfDraw(task, 1);
    const sample = attributeSampler(scenario);
    const attributes = emptyAttributes(peopleOf(scenario));
    for (const approach of task.approaches) {
      const built = buildApproach(scenario, approach, task.norms);
      const { fast, reference } = liveTwice(built.model, 40, (person, key0, key1) => {
        sample(attributes, key0, key1);
        built.fill(person, attributes, key0, key1);
      });
      expect(fast).toEqual(reference);
    }
  });

  it('fails as the reference does', () => {
    const { model } = loadFixture('two-tracks');
    const track = model.tracks[0]!;
    const circle = track.states.slice(0, 2).map((from, i) => ({
      name: `circle ${i}`,
      track: track.name,
      from,
      to: [{ state: track.states[1 - i]!, probability: 1 }],
      clock: { kind: 'gate' as const },
      effects: [],
    }));
    const chased = liveTwice({ ...model, transitions: circle }, 1);
    expect(chased.fast).toEqual(chased.reference);
    expect(chased.fast.at(-1)).toMatch(/gates open each other in a circle; the last was "circle/);
    const factors = [{ scale: 'origin' as const, pieces: [{ from: 0, log: 12, slope: 0 }] }];
    const fastRates = circle.map((each) => ({ ...each, clock: { kind: 'hazard' as const, factors } }));
    const endless = liveTwice({ ...model, transitions: fastRates }, 1);
    expect(endless.fast.at(-1)).toBe(endless.reference.at(-1));
    expect(endless.fast.at(-1)).toMatch(/more than 1000000 events in one life/);
  });
});
