/**
 * Runs the five-state model on the kernel, in this thread: `node tests/bench/five-states.js PERSONS` prints the least
 * CPU time of three runs and the results as JSON.
 */

import { fileURLToPath } from 'node:url';
import { loadModelFile } from '../../dist/scenario/model/model-build.js';
import { BLOCK_PERSONS, BlockRunner } from '../../dist/simulation/bare-model/model-block.js';
import { ModelTotals } from '../../dist/simulation/bare-model/model-run.js';
import { provideKernelFile } from '../../dist/simulation/kernel-file.js';
import { seedKey } from '../../dist/simulation/seed.js';
import { cpuSeconds } from './measure.js';

provideKernelFile();

export const SEED = 'bench';
export const MODEL_FILE = fileURLToPath(new URL('five-states.yaml', import.meta.url));

/** The model, loaded. */
export function loadFiveStates() {
  const loaded = loadModelFile(MODEL_FILE);
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join('\n'));
  return loaded.built;
}

/** The model with the hazard of the transition between two states multiplied by a ratio. */
export function withHazardRatio(built, from, to, ratio) {
  const pieces = [{ from: 0, log: Math.log(ratio), slope: 0 }];
  const transitions = built.model.transitions.map((each) => {
    if (each.from !== from || each.to[0].state !== to) return each;
    const factors = [...each.clock.factors, { scale: 'origin', pieces }];
    return { ...each, clock: { ...each.clock, factors } };
  });
  return { ...built, model: { ...built.model, transitions } };
}

function runOnce(built, persons) {
  const begun = cpuSeconds();
  const runner = new BlockRunner(built, seedKey(SEED), persons);
  const totals = new ModelTotals(built.model);
  for (let block = 0; block * BLOCK_PERSONS < persons; block++) totals.add(runner.run(block));
  const { states, rewards } = totals.result();
  return { seconds: cpuSeconds() - begun, states, rewards };
}

/** Results in the order of the C program: months by state, costs by state, discounted costs by state. */
function inOrderOfC({ tracks, rewards: defined }, { states, rewards }) {
  const costs = tracks[0].states.map(
    (state) => rewards[defined.findIndex(({ when }) => when.in.includes(state))],
  );
  const nothing = { mean: 0, variance: 0 };
  return [
    ...states.map(({ months }) => months),
    ...costs.map((cost) => cost?.nominal ?? nothing),
    ...costs.map((cost) => cost?.discounted ?? nothing),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const persons = Number(process.argv[2]);
  const built = loadFiveStates();
  const runs = [1, 2, 3].map(() => runOnce(built, persons));
  const estimates = inOrderOfC(built.model, runs[0]);
  process.stdout.write(
    JSON.stringify({
      seconds: Math.min(...runs.map(({ seconds }) => seconds)),
      means: estimates.map(({ mean }) => mean),
      variances: estimates.map(({ variance }) => variance),
      last: runs[0].states.map(({ occupancy }) => occupancy.share.at(-1)),
    }),
  );
}
