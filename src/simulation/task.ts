/** The definition of a run of a scenario, as plain data that can be sent between threads. */

import type { Breakdown } from '../domain/attributes/person.js';
import type { Norm } from '../domain/measures/rewards.js';
import { centralScenario, drawScenario } from '../domain/parameters/draw.js';
import type { Posterior } from '../domain/parameters/posterior.js';
import type { Scenario, ScenarioTree } from '../domain/schema/scenario.js';
import type { Key } from './seed.js';

/** All that a worker needs to run any parameter draw of a scenario. */
export interface Task {
  readonly tree: ScenarioTree;
  /** Joint draws of the parameters that were calibrated. */
  readonly posterior?: Posterior;
  readonly norms: readonly Norm[];
  readonly key: Key;
  /** 1: the central values; more: as many draws from the parameters' distributions. */
  readonly draws: number;
  readonly replications: number;
  /** The reference approach first. */
  readonly approaches: readonly string[];
  /** Attribute by which results are also reported; absent: only the whole cohort. */
  readonly by?: Breakdown;
  /** Whether to return every person's results as well. */
  readonly persons: boolean;
}

/** Brings the reference approach to the front, so that the others can be compared with it person by person. */
export function referenceFirst(
  scenario: Pick<Scenario, 'reference'>,
  approaches: readonly string[],
): string[] {
  return [scenario.reference, ...approaches.filter((name) => name !== scenario.reference)];
}

/** The scenario that a draw stands for. */
export function scenarioOfDraw(
  { tree, key, draws, posterior }: Pick<Task, 'tree' | 'key' | 'draws' | 'posterior'>,
  draw: number,
): Scenario {
  return draws === 1 ? centralScenario(tree, posterior) : drawScenario(tree, key, draw, posterior);
}
