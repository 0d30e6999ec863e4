import { expect, it } from 'vitest';
import { buildApproach } from '../../../src/domain/approach.js';
import { approachMeasures } from '../../../src/domain/measures/measures.js';
import { compileModel } from '../../../src/engine/compile/compile.js';
import { layOut } from '../../../src/engine/wasm/image.js';
import { readoutOf } from '../../../src/simulation/cohort/readout.js';
import { compileAfterOthers } from '../../../src/simulation/cohort/recent-models.js';
import { scenarioOfDraw } from '../../../src/simulation/task.js';
import { shippedTree, taskOf } from '../../shipped.js';

// Drawn hours decide which activities engage and which teach fastest, so that the states of a track change their order.
const task = taskOf(shippedTree('rotterdam'), { draws: 40 });

it('compiles draws of other and of the same structure as if each were the first', () => {
  const frames = new Set();
  for (let draw = 0; draw < 12; draw++) {
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
  expect(frames.size).toBeGreaterThan(task.approaches.length);
  expect(frames.size).toBeLessThan(12);
});

it('reads the measures of every draw as if it were the first', () => {
  for (const draw of [0, 1]) {
    const scenario = scenarioOfDraw(task, draw);
    for (const horizon_years of [3, 10]) {
      const shorter = { ...scenario, horizon_years };
      for (const name of task.approaches) {
        const built = buildApproach(shorter, name, task.norms);
        expect(readoutOf(shorter, built).measures).toEqual(approachMeasures(shorter, built));
      }
    }
  }
});
