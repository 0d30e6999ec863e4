/** The parts into which the work of a task is divided, and how much of each is kept. */

import { centralValue } from '../../domain/parameters/quantity.js';
import type { Task } from '../task.js';

/** A part of the work of a task: some consecutive replications of one parameter draw. */
export interface Unit {
  readonly draw: number;
  readonly first: number;
  readonly count: number;
}

/** Target number of persons in a unit: less than a second of work, so that an interruption loses little and no worker waits long. */
const UNIT_PERSONS = 10_000;

/** Cohorts, over all draws, whose results are kept separately: enough to estimate the 2.5 % points of their distribution. */
const KEPT_COHORTS = 5000;

/** Number of replications of each draw that are kept separately; of the others only sums are kept. */
function keptReplications({ draws }: Pick<Task, 'draws'>): number {
  return Math.ceil(KEPT_COHORTS / draws);
}

/** Number of replications of a unit that are kept separately. */
export function keptOf(task: Pick<Task, 'draws'>, { first, count }: Pick<Unit, 'first' | 'count'>): number {
  return Math.max(0, Math.min(count, keptReplications(task) - first));
}

/** The units of a task, in their order. Their order is the order of summation, which decides the last digits of results. */
export function unitsOf({
  tree,
  draws,
  replications,
}: Pick<Task, 'tree' | 'draws' | 'replications'>): Unit[] {
  const size = Math.max(1, centralValue(tree.cohort.size));
  const most = Math.max(1, Math.floor(UNIT_PERSONS / size));
  const perDraw = Math.ceil(replications / most);
  return Array.from({ length: draws * perDraw }, (_, i) => {
    const first = (i % perDraw) * most;
    return { draw: Math.floor(i / perDraw), first, count: Math.min(most, replications - first) };
  });
}
