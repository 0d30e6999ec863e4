/**
 * The simulation itself, for programs without files and threads, such as a web page: nothing that it imports needs Node.js. The
 * task comes from `taskOfScenario` of `doorstroom`, as plain data.
 *
 * @packageDocumentation
 */

import { assembleResults } from '../analysis/results.js';
import { type Simulation, simulationOf } from '../analysis/simulation.js';
import { Refusal } from '../run/refusal.js';
import { runUnit } from '../simulation/cohort/draw-run.js';
import { unitsOf } from '../simulation/cohort/units.js';
import { collectDraws } from '../simulation/results/join.js';
import { type Key, seedKey } from '../simulation/seed.js';
import type { Task } from '../simulation/task.js';
import { checkSeed, checkTask } from './core-arguments.js';

export { provideKernel } from '../engine/kernels.js';
export type { Key, Simulation, Task };
export { Refusal };

/** The key words of a seed text, which a task has as `key`. The same text gives the same key on every machine. @throws Refusal where it is no text */
export function keyOfSeed(seed: string): Key {
  checkSeed(seed);
  return seedKey(seed);
}

/** Units done so far, and their total. */
export interface Step {
  readonly done: number;
  readonly total: number;
}

/**
 * Simulates a task in this thread. Each step of the generator takes one unit, which is less than a second; at the end it returns
 * all results. They are the same as those of `simulate`, to the last bit.
 *
 * @throws Refusal, at once, where the task is not what `taskOfScenario` returns
 */
export function simulateTask(task: Task): Generator<Step, Simulation> {
  checkTask(task);
  return stepThrough(task);
}

function* stepThrough(task: Task): Generator<Step, Simulation> {
  const units = unitsOf(task);
  const draws = collectDraws(task);
  for (const [i, unit] of units.entries()) {
    draws.add(runUnit(task, unit));
    yield { done: i + 1, total: units.length };
  }
  return simulationOf(assembleResults(task, draws.all));
}
