import { expect, it } from 'vitest';
import { buildApproach } from '../../../src/domain/approach.js';
import { approachMeasures } from '../../../src/domain/measures/measures.js';
import { compileModel } from '../../../src/engine/compile/compile.js';
import { layOut } from '../../../src/engine/wasm/image.js';
import { readoutOf } from '../../../src/simulation/cohort/readout.js';
import { compileAfterOthers } from '../../../src/simulation/cohort/recent-models.js';
import { scenarioOfDraw } from '../../../src/simulation/task.js';
import { shippedTree, taskOf } from '../../shipped.js';

// One after the other, so that a model of another structure always came in between.
const tasks = ['rotterdam', 'heerlen'].map((name) => taskOf(shippedTree(name), { draws: 40 }));

it('compiles draws of other and of the same structure as if each were the first', () => {
  const frames = new Set();
  for (let draw = 0; draw < 6; draw++) {
    for (const task of tasks) {
      const scenario = scenarioOfDraw(task, draw);
      for (const name of task.approaches) {
        const { model } = buildApproach(scenario, name, task.norms);
        const compiled = compileAfterOthers(model);
        const [image, fresh] = [layOut(compiled), layOut(compileModel(model))];
        expect(Buffer.compare(image.bytes, fresh.bytes)).toBe(0);
        expect(image.distributions).toEqual(fresh.distributions);
        frames.add(compiled.frame);
      }
    }
  }
  // Two approaches of two scenarios.
  expect(frames.size).toBeGreaterThanOrEqual(4);
  expect(frames.size).toBeLessThan(12);
});

it('reads the measures of every draw as if it were the first', () => {
  for (const draw of [0, 1]) {
    const scenario = scenarioOfDraw(tasks[0]!, draw);
    for (const horizon_years of [3, 10]) {
      const shorter = { ...scenario, horizon_years };
      for (const name of tasks[0]!.approaches) {
        const built = buildApproach(shorter, name, tasks[0]!.norms);
        expect(readoutOf(shorter, built).measures).toEqual(approachMeasures(shorter, built));
      }
    }
  }
});
