/** Means and variances of a block against the values of its persons, taken twice over. */

import { describe, expect, it } from 'vitest';
import { compileModel } from '../../src/engine/compile/compile.js';
import { deriveKey } from '../../src/engine/random/threefry.js';
import { Kernel } from '../../src/engine/reference/kernel.js';
import { BlockRunner, variablesOf } from '../../src/simulation/bare-model/model-block.js';
import { createModelSampler } from '../../src/simulation/bare-model/model-sampler.js';
import { loadFixture } from './golden.js';

const PERSONS = 400;
const key = [3, 4] as const;

/** What every person of the block has of each variable, in the block's order. */
function valuesByPerson(built: ReturnType<typeof loadFixture>): number[][] {
  const kernel = new Kernel(compileModel(built.model));
  const { person } = kernel;
  const sample = createModelSampler(built.population);
  return Array.from({ length: PERSONS }, (_, i) => {
    const [key0, key1] = deriveKey(key[0], key[1], i, 0);
    sample(person, key0, key1);
    kernel.run();
    const { ledger, monthsInState } = kernel.recorder;
    return [...ledger.nominal, ...monthsInState, ...ledger.discounted];
  });
}

describe.each(['illness-death', 'groups', 'sick-sicker'])('a block of %s', (name) => {
  const built = loadFixture(name);
  const { moments } = new BlockRunner(built, key, PERSONS).run(0);
  const values = valuesByPerson(built);

  it('counts every person in every variable', () => {
    const { milestones } = variablesOf(built.model);
    expect(values[0]).toHaveLength(milestones);
    expect([...moments.count.subarray(0, milestones)]).toEqual(Array(milestones).fill(PERSONS));
  });

  it('has the mean and the squared deviations of its persons', () => {
    for (const v of values[0]!.keys()) {
      const own = values.map((row) => row[v]!);
      const mean = own.reduce((sum, value) => sum + value, 0) / PERSONS;
      const squares = own.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      expect(Math.abs(moments.mean[v]! - mean)).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(mean)));
      expect(Math.abs(moments.squares[v]! - squares)).toBeLessThanOrEqual(1e-10 * (squares + 1e-6));
    }
  });
});
