/** Simulates a scenario without writing anything. */

import { assembleResults, type Results } from '../../analysis/results.js';
import { type Simulation, simulationOf } from '../../analysis/simulation.js';
import type { Journal } from '../../machine/journal.js';
import { unitsOf } from '../../simulation/cohort/units.js';
import { openPool, type Pool, runUnits } from '../../simulation/pool.js';
import type { DrawResult } from '../../simulation/results/draw-result.js';
import { collectDraws } from '../../simulation/results/join.js';
import type { Task } from '../../simulation/task.js';
import { type Caller, countSteps, type StepCounter } from '../caller.js';

/** Simulates a task on an open pool and returns its results; each unit is a step. @param journal keeps the units, and has those that are done */
export async function simulateOn(
  pool: Pool,
  task: Task,
  steps: Pick<StepCounter, 'step'>,
  signal: AbortSignal | undefined,
  journal?: Pick<Journal<DrawResult>, 'get' | 'put'>,
): Promise<Results> {
  const draws = collectDraws(task);
  const onResult = (result: Parameters<typeof draws.add>[0]) => {
    draws.add(result);
    steps.step(task.tree.name);
  };
  await runUnits(pool, task, unitsOf(task), onResult, {
    signal,
    ...(journal === undefined ? {} : { journal }),
  });
  return assembleResults(task, draws.all);
}

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
    return simulationOf(await simulateOn(pool, task, steps, caller.signal));
  } finally {
    await pool.close();
  }
}
