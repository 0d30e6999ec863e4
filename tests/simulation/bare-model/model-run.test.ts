import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openJournal } from '../../../src/machine/journal.js';
import { BLOCK_PERSONS, BlockRunner } from '../../../src/simulation/bare-model/model-block.js';
import {
  type ModelProgress,
  ModelTotals,
  modelUnits,
  runModel,
  unitsKept,
} from '../../../src/simulation/bare-model/model-run.js';
import { openPool, type Pool } from '../../../src/simulation/pool.js';
import { seedKey } from '../../../src/simulation/seed.js';
import { loadFixture, rewardOf, runHere, stateOf } from '../../golden/golden.js';
import { loadModelText } from '../../scenario/model-text.js';
import { folderWith } from '../../scenario/temporary-folder.js';

const twoBlocks = { persons: BLOCK_PERSONS + 500, seed: 'a' };

function built(text: string) {
  const loaded = loadModelText(text);
  if (!loaded.ok) throw new Error(loaded.diagnostics.map((each) => each.message).join('\n'));
  return loaded.built;
}

describe('runModel', () => {
  it('gives the same result for the same seed, and another for another', () => {
    const model = loadFixture('illness-death');
    expect(runHere(model, twoBlocks)).toEqual(runHere(model, twoBlocks));
    expect(runHere(model, twoBlocks)).not.toEqual(runHere(model, { ...twoBlocks, seed: 'b' }));
  });

  it('gives the same bytes whoever runs the blocks, and in whatever order they end', () => {
    const model = loadFixture('groups');
    const runner = () => new BlockRunner(model, seedKey('a'), twoBlocks.persons);
    const [one, other] = [runner(), runner()];
    const second = other.run(1);
    const totals = new ModelTotals(model.model);
    totals.add(one.run(0));
    // As it comes back from another thread.
    totals.add(structuredClone(second));
    expect(totals.result()).toEqual(runHere(structuredClone(model), twoBlocks));
  });

  it('gives the same bytes for any number of threads', async () => {
    const model = loadFixture('groups');
    const many = { persons: 9 * BLOCK_PERSONS + 5, seed: 'a' };
    const here = runHere(model, many);
    for (const workers of [1, 2, 3]) {
      const pool = await openPool(workers);
      let steps = 0;
      expect(await runModel(pool, model, many, { step: () => (steps += 1) })).toEqual(here);
      expect(steps).toBe(modelUnits(many.persons));
      await pool.close();
    }
  });

  it('stops between units when it is interrupted', async () => {
    const abort = new AbortController();
    let steps = 0;
    const step = () => {
      steps += 1;
      abort.abort();
    };
    const control = { step, signal: abort.signal };
    const options = { persons: 1e7, seed: 'a' };
    const run = runModel(await openPool(1), loadFixture('groups'), options, control);
    await expect(run).rejects.toThrow(/abort/i);
    expect(steps).toBe(1);
  });

  it('goes on from its journal to the same bytes, wherever it was stopped', async () => {
    const model = loadFixture('groups');
    const options = { persons: 9 * BLOCK_PERSONS + 5, seed: 'a' };
    const path = join(folderWith({}), 'journal');
    const whole = runHere(model, options);
    const pool = await openPool(1);
    const units = modelUnits(options.persons);
    for (let stop = 1; stop < units; stop++) {
      const abort = new AbortController();
      const first = openJournal<ModelProgress>(path, 'work', false);
      let steps = 0;
      const step = () => {
        steps += 1;
        if (steps === stop) abort.abort();
      };
      await expect(
        runModel(pool, model, options, { step, signal: abort.signal, journal: first }),
      ).rejects.toThrow();
      first.close();
      const second = openJournal<ModelProgress>(path, 'work', true);
      expect(unitsKept(second)).toBe(stop);
      expect(await runModel(pool, model, options, { step, journal: second })).toEqual(whole);
      expect(steps).toBe(units);
      second.close();
      // What was complete needs no simulation.
      const third = openJournal<ModelProgress>(path, 'work', true);
      expect(await runModel(pool, model, options, { step, journal: third })).toEqual(whole);
      expect(steps).toBe(units);
      third.remove();
    }
  });

  it('puts no more into its journal when the run is long', async () => {
    // Units of no persons: what counts is how many there are.
    const pool = { width: 4, run: async () => [], close: async () => {} } as unknown as Pool;
    let last = 0;
    let puts = 0;
    const put = (_: string, { units }: ModelProgress) => {
      expect(units).toBeGreaterThan(last);
      last = units;
      puts += 1;
    };
    const journal = { get: () => undefined, put };
    await runModel(pool, loadFixture('groups'), { persons: 1e9, seed: 'a' }, { journal });
    expect(last).toBe(modelUnits(1e9));
    expect(puts).toBeGreaterThan(500);
    expect(puts).toBeLessThanOrEqual(1000);
  });

  it('has shares that add up to 1 in every month, and months that add up to the horizon', () => {
    const run = runHere(loadFixture('five-states'), twoBlocks);
    for (let month = 0; month <= run.horizonMonths; month++) {
      expect(run.states.reduce((sum, state) => sum + state.occupancy.share[month]!, 0)).toBeCloseTo(1, 12);
    }
    expect(run.states.reduce((sum, state) => sum + state.months.mean, 0)).toBeCloseTo(96, 9);
  });

  it('leaves the draws of a track alone when another track or group is added', () => {
    const model = (more: string, groups = '') => `horizon: 24
tracks:
  health: { states: [well, ill], start: { well: 0.5, ill: 0.5 } }
${more}${groups}transitions:
  - { track: health, from: well, to: ill, hazard: 0.1 }
${more === '' ? '' : '  - { track: work, from: out, to: in, hazard: 0.2 }\n'}`;
    const plain = runHere(built(model('')), twoBlocks);
    const more = runHere(
      built(
        model('  work: { states: [out, in], start: out }\n', 'groups: { sex: { male: 0.5, female: 0.5 } }\n'),
      ),
      twoBlocks,
    );
    expect(stateOf(more, 'health', 'ill')).toEqual(stateOf(plain, 'health', 'ill'));
  });

  it('has no mean for a milestone that nobody reaches, and no error from one person', () => {
    const text = `horizon: 2
tracks: { a: { states: [x, y], start: x } }
transitions: [{ track: a, from: x, to: y, duration: { distribution: fixed, months: 3 } }]
milestones: [{ name: y, when: { a: y } }]
rewards: [{ name: all, per_month: 2 }]`;
    const run = runHere(built(text), { persons: 1, seed: 'a' });
    expect(run.milestones[0]!.month).toEqual({ persons: 0, mean: NaN, variance: NaN, mcse: NaN });
    expect(rewardOf(run, 'all').nominal).toEqual({ persons: 1, mean: 4, variance: NaN, mcse: NaN });
    expect(Array.from(stateOf(run, 'a', 'x').occupancy.mcse)).toEqual([NaN, NaN, NaN]);
  });

  it('has an unbiased error of a share, as of the mean of zeros and ones', () => {
    const text = `horizon: 12
tracks: { a: { states: [x, y], start: x } }
transitions: [{ track: a, from: x, to: y, duration: { distribution: exponential, mean: 6 } }]
rewards: [{ name: all, per_month: 2 }]`;
    const { share, mcse } = stateOf(runHere(built(text), { persons: 4, seed: 'a' }), 'a', 'x').occupancy;
    // 1 of 4: zeros and ones with a variance of (3 x (1 / 4)^2 + (3 / 4)^2) / 3 = 1 / 4, over four persons.
    const byShare = { 0: 0, 0.25: 1 / 4, 0.5: Math.sqrt(1 / 12), 0.75: 1 / 4, 1: 0 };
    expect(new Set(share).size).toBeGreaterThan(2);
    share.forEach((p, month) => {
      expect(mcse[month]).toBeCloseTo(byShare[p as keyof typeof byShare], 12);
    });
  });

  it.each([1, 2])(
    'names the transitions when gates open each other in a circle (%i threads)',
    async (workers) => {
      const text = `horizon: 2
tracks: { a: { states: [x, y], start: x } }
transitions:
  - { track: a, from: x, to: y, gate: true }
  - { track: a, from: y, to: x, gate: true }`;
      const pool = await openPool(workers);
      await expect(runModel(pool, built(text), { persons: 1, seed: 'a' })).rejects.toThrow(
        /more than 1000 events at month 0/,
      );
      await pool.close();
    },
  );
});
