/**
 * The simulation itself, for programs without files and threads, such as a web page: nothing that it imports needs Node.js. The
 * task comes from `taskOfScenario` of `doorstroom`, as plain data.
 *
 * @packageDocumentation
 */

import { assembleResults } from '../analysis/results.js';
import { type Simulation, simulationOf } from '../analysis/simulation.js';
import { runUnit } from '../simulation/cohort/draw-run.js';
import { unitsOf } from '../simulation/cohort/units.js';
import { collectDraws } from '../simulation/results/join.js';
import type { Task } from '../simulation/task.js';

export { provideKernel } from '../engine/kernels.js';
export { keyOfSeed } from '../simulation/seed.js';
export type { Simulation, Task };

/** Units done so far, and their total. */
export interface Step {
  readonly done: number;
  readonly total: number;
}

/**
 * Simulates a task in this thread. Each step of the generator takes one unit, which is less than a second; at the end it returns
 * all results. They are the same as those of `simulate`, to the last bit.
 */
export function* simulateTask(task: Task): Generator<Step, Simulation> {
  const units = unitsOf(task);
  const draws = collectDraws(task);
  for (const [i, unit] of units.entries()) {
    draws.add(runUnit(task, unit));
    yield { done: i + 1, total: units.length };
  }
  return simulationOf(assembleResults(task, draws.all));
}
