/** Simulates a scenario without writing anything. */

import { assembleResults } from '../../analysis/results.js';
import { type Simulation, simulationOf } from '../../analysis/simulation.js';
import { unitsOf } from '../../simulation/cohort/units.js';
import { openPool, runUnits } from '../../simulation/pool.js';
import { collectDraws } from '../../simulation/results/join.js';
import type { Task } from '../../simulation/task.js';
import { type Caller, countSteps } from '../caller.js';

/** Simulates a task on threads and returns all its results. */
export async function simulateInMemory(
  task: Task,
  workers: number,
  caller: Pick<Caller, 'onProgress' | 'signal'>,
): Promise<Simulation> {
  const { length: units } = unitsOf(task);
  const steps = countSteps(caller, units);
  const pool = await openPool(Math.min(workers, units));
  try {
    const draws = collectDraws(task);
    const onResult = (result: Parameters<typeof draws.add>[0]) => {
      draws.add(result);
      steps.step(task.tree.name);
    };
    await runUnits(pool, task, unitsOf(task), onResult, { signal: caller.signal });
    return simulationOf(assembleResults(task, draws.all));
  } finally {
    await pool.close();
  }
}
